//! What every export promises: places, ids, order, the same bytes each time and after a round trip.

use postil::export::{self, Options, json};
use postil::{Given, annotate};
use serde_json::{Map, Value};
use std::collections::HashSet;
use unicode_segmentation::UnicodeSegmentation;

/// A promise that is broken, in words.
pub type Broken = String;

/// Annotates a text, and checks all that its export promises.
///
/// # Errors
/// The first promise that is broken.
pub fn hold(text: &str, given: &Given) -> Result<(), Broken> {
    let first = export_of(text, given);
    if export_of(text, given) != first {
        return Err("the same text gives the same bytes".to_owned());
    }
    export_holds(&first)?;

    let silent = Options { text: false, ..Options::default() };
    let silent = json::write(&export::document(&annotate(text, given), given, &silent));
    let mut told = false;
    each_object(&parse(&silent), &mut |object| {
        told |=
            ["exact", "prefix", "suffix"].iter().any(|key| object.get(*key).is_some_and(|words| !words.is_object()));
    });
    if told {
        return Err("an export without its text quotes nothing".to_owned());
    }
    json::read(&silent).map(drop).map_err(|error| format!("an export without its text is read: {error}"))
}

/// Checks what one export promises by itself.
///
/// # Errors
/// The first promise that is broken.
pub fn export_holds(first: &str) -> Result<(), Broken> {
    let read = json::read(first).map_err(|error| format!("an export is read: {error}"))?;
    if json::write(&read) != first {
        return Err("read and written again, an export has the same bytes".to_owned());
    }
    let mut value = parse(first);
    // What a person decided may be about words that the text no longer has.
    value["review"].take();
    spans_hold(&value)?;
    ids_hold(&value)?;
    order_holds(&value)
}

/// The export of a text, as JSON.
pub fn export_of(text: &str, given: &Given) -> String {
    json::write(&export::document(&annotate(text, given), given, &Options::default()))
}

fn spans_hold(value: &Value) -> Result<(), Broken> {
    let text = value["document"]["text"].as_str().expect("a text");
    let chars: Vec<char> = text.chars().collect();
    let utf16: Vec<u16> = text.encode_utf16().collect();
    let mut boundaries: HashSet<usize> = HashSet::from([0]);
    let mut count = 0;
    for grapheme in text.graphemes(true) {
        count += grapheme.chars().count();
        boundaries.insert(count);
    }
    let mut failure = None;
    each_object(value, &mut |object| {
        let number = |key: &str| object.get(key).and_then(Value::as_u64).map(|number| number as usize);
        let (Some(start), Some(end)) = (number("start"), number("end")) else { return };
        let (start16, end16) = (number("start16").expect("UTF-16"), number("end16").expect("UTF-16"));
        let mut check = |holds: bool, what: &str| {
            if !holds {
                failure.get_or_insert(format!("{what}: {object:?}"));
            }
        };
        check(start < end && end <= chars.len() && end16 <= utf16.len(), "not empty, within the text");
        if !(start < end && end <= chars.len() && start16 < end16 && end16 <= utf16.len()) {
            return;
        }
        let words: String = chars[start..end].iter().collect();
        check(String::from_utf16(&utf16[start16..end16]).is_ok_and(|other| other == words), "both units agree");
        check(boundaries.contains(&start) && boundaries.contains(&end), "on grapheme boundaries");
        let blank = |grapheme: Option<&str>| grapheme.is_some_and(|grapheme| grapheme.trim().is_empty());
        let mut graphemes = words.graphemes(true);
        check(!blank(graphemes.next()) && !blank(graphemes.next_back()), "no outer white space");
        if let Some(exact) = object.get("exact") {
            check(exact.as_str() == Some(words.as_str()), "quotes the text");
        }
        if let Some(prefix) = object.get("prefix").and_then(Value::as_str) {
            let before: String = chars[start.saturating_sub(32)..start].iter().collect();
            check(prefix == before, "what stands before it");
        }
        if let Some(suffix) = object.get("suffix").and_then(Value::as_str) {
            let after: String = chars[end..(end + 32).min(chars.len())].iter().collect();
            check(suffix == after, "what stands behind it");
        }
    });
    failure.map_or(Ok(()), Err)
}

/// Whatever looks like an id is one, and is borne once.
fn ids_hold(value: &Value) -> Result<(), Broken> {
    let mut borne = HashSet::new();
    let mut twice = None;
    each_object(value, &mut |object| {
        if let Some(id) = object.get("id").and_then(Value::as_str)
            && !borne.insert(id.to_owned())
        {
            twice = Some(id.to_owned());
        }
    });
    if let Some(id) = twice {
        return Err(format!("two items have the id {id}"));
    }
    let mut missing = Vec::new();
    each_object(value, &mut |object| {
        for (key, value) in object {
            let refers = matches!(
                key.as_str(),
                "entity"
                    | "entities"
                    | "mentions"
                    | "figures"
                    | "times"
                    | "claim"
                    | "parent"
                    | "members"
                    | "quoted"
                    | "base"
                    | "asOf"
                    | "organisation"
                    | "block"
                    | "from"
                    | "to"
            );
            let ids = value.as_array().map_or(std::slice::from_ref(value), Vec::as_slice);
            for id in ids.iter().filter_map(Value::as_str).filter(|_| refers) {
                let interval = object.contains_key("from") && !object.contains_key("type");
                if !borne.contains(id) && !interval {
                    missing.push(format!("{key}: {id}"));
                }
            }
        }
    });
    if missing.is_empty() { Ok(()) } else { Err(format!("nothing has these ids: {missing:?}")) }
}

fn order_holds(value: &Value) -> Result<(), Broken> {
    for layer in ["mentions", "figures", "times", "claims", "relations"] {
        let keys = value[layer].as_array().expect("a list").iter().filter_map(|item| {
            let span = [&item["span"], &item["content"][0], &item["spans"][0], &item["cue"]["span"]];
            let span = span.into_iter().find(|span| span.is_object())?;
            Some((span["start"].as_u64(), std::cmp::Reverse(span["end"].as_u64()), item["id"].as_str()))
        });
        if !keys.is_sorted() {
            return Err(format!("{layer} are not in order"));
        }
    }
    Ok(())
}

/// Calls `see` for every object in a value.
pub fn each_object(value: &Value, see: &mut dyn FnMut(&Map<String, Value>)) {
    match value {
        Value::Object(object) => {
            see(object);
            object.values().for_each(|value| each_object(value, see));
        }
        Value::Array(list) => list.iter().for_each(|value| each_object(value, see)),
        _ => {}
    }
}

/// Some JSON, which is known to be JSON.
pub fn parse(json: &str) -> Value {
    serde_json::from_str(json).expect("JSON")
}
