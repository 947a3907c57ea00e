//! JSON, written and read back.

use super::keyed::Keyed;
use super::{Error, MAJOR, check, keyed, wire};
use serde_json::Value;

/// The export as JSON on one line.
pub fn write(document: &wire::Document) -> String {
    of(document)
}

/// A list of decisions, the `review` of an export, as JSON.
pub fn write_review(review: &Vec<wire::Review>) -> String {
    of(review)
}

/// Any item of an export as JSON.
pub(super) fn of(item: &impl Keyed) -> String {
    let mut json = String::new();
    item.write(&mut json);
    json
}

/// The export as JSON, indented, ending in a line end.
pub fn write_pretty(document: &wire::Document) -> String {
    indented(&write(document))
}

/// Compact JSON as people read it, two spaces to a level. Working on what is written keeps a second writer of
/// every type out of the page's module.
pub fn indented(json: &str) -> String {
    let mut indented = String::with_capacity(json.len() * 2);
    let mut depth = 0;
    let mut rest = json;
    while let Some(at) = rest.find(['"', ',', ':', '{', '}', '[', ']']) {
        let (before, from) = rest.split_at(at);
        indented.push_str(before);
        let length = match from.as_bytes() {
            [b'"', ..] => string_length(from),
            [b'{', b'}', ..] | [b'[', b']', ..] => 2,
            _ => 1,
        };
        let (token, after) = from.split_at(length);
        rest = after;
        match token {
            "}" | "]" => {
                depth -= 1;
                new_line(&mut indented, depth);
                indented.push_str(token);
            }
            "{" | "[" => {
                depth += 1;
                indented.push_str(token);
                new_line(&mut indented, depth);
            }
            "," => {
                indented.push(',');
                new_line(&mut indented, depth);
            }
            ":" => indented.push_str(": "),
            _ => indented.push_str(token),
        }
    }
    indented.push_str(rest);
    indented.push('\n');
    indented
}

/// The bytes of the string that JSON begins with, its quotation marks among them.
fn string_length(json: &str) -> usize {
    let mut escaped = false;
    let closes = |(_, byte): &(usize, u8)| {
        let closes = *byte == b'"' && !escaped;
        escaped = *byte == b'\\' && !escaped;
        closes
    };
    json.bytes().enumerate().skip(1).find(closes).map_or(json.len(), |(at, _)| at + 1)
}

fn new_line(json: &mut String, depth: usize) {
    json.push('\n');
    json.extend(std::iter::repeat_n("  ", depth));
}

/// The same without the article's text, and without what quotes it: `exact`, `prefix` and `suffix` of spans.
///
/// The sentences of facts and the cells of cards go too, since they are made of the article's words. Names, and the words of reasons and
/// findings, stay: they are what was found.
pub fn without_text(document: &wire::Document) -> wire::Document {
    // Through JSON text: another way out would put every writer into the module twice.
    let mut value = serde_json::from_str(&write(document)).expect("what was written");
    strip(&mut value);
    let mut document: wire::Document = keyed::read(value).expect("a document with less in it");
    document.document.text = None;
    document
}

fn strip(value: &mut Value) {
    match value {
        Value::Object(object) => {
            // A decision of somebody else's may quote without saying where.
            if object.contains_key("start16") || object.contains_key("exact") {
                object.retain(|key, _| !matches!(key.as_str(), "exact" | "prefix" | "suffix"));
            }
            if object.contains_key("salience") {
                object.insert("text".to_owned(), Value::String(String::new()));
                object["subject"]["name"] = Value::String(String::new());
            }
            if object.get("columns").and_then(Value::as_array).is_some_and(|columns| !columns.is_empty()) {
                let rows = object.get_mut("rows").and_then(Value::as_array_mut).into_iter().flatten();
                rows.for_each(|row| row["label"] = Value::String(String::new()));
            }
            if let Some(cells) = object.get_mut("cells").and_then(Value::as_array_mut) {
                cells.iter_mut().for_each(|cell| cell["text"] = Value::String(String::new()));
            }
            object.values_mut().for_each(strip);
        }
        Value::Array(items) => items.iter_mut().for_each(strip),
        _ => {}
    }
}

/// Reads an export back.
///
/// Unknown keys are kept. What is written again is the same, byte for byte, if it was written here.
///
/// # Errors
/// If it is not JSON, not an export of Postil, of a later major version, or does not hold together: a span that
/// quotes other words than the text has there, an id that nothing bears.
pub fn read(json: &str) -> Result<wire::Document, Error> {
    let json = json.strip_prefix('\u{feff}').unwrap_or(json);
    let value: Value = serde_json::from_str(json).map_err(|error| Error::not_json(&error))?;
    if value.get("format").and_then(Value::as_str) != Some("postil") {
        return Err(Error::not_ours());
    }
    let version = value.get("version").and_then(Value::as_str).unwrap_or_default();
    let major = version.split('.').next().unwrap_or_default();
    match major.parse::<u32>() {
        Ok(major) if major == MAJOR => {}
        Ok(_) => return Err(Error::version(version)),
        Err(_) => return Err(Error::no_version()),
    }
    let document = keyed::read(value).map_err(|what| Error::shape(&what))?;
    check::check(&document)?;
    Ok(document)
}

/// Reads a list of decisions: the `review` of an export.
///
/// # Errors
/// If it is not JSON, or not such a list.
pub fn read_review(json: &str) -> Result<Vec<wire::Review>, Error> {
    let value: Value = serde_json::from_str(json).map_err(|error| Error::not_json(&error))?;
    keyed::read(value).map_err(|what| Error::shape(&what))
}

#[cfg(test)]
mod tests {
    use crate::export::{Options, document, json};
    use crate::{Given, annotate};

    #[test]
    fn indenting_is_what_serde_does() {
        let values = [
            serde_json::json!({}),
            serde_json::json!([[], {}, [{}], "", "\\", "a \"{b}\": [c], \\\"", -1.5, null, true]),
            serde_json::json!({"ä": {"b": [1, 2, {"c": "\u{1F600}"}]}, "": "\n\t"}),
        ];
        for value in values {
            let wanted = serde_json::to_string_pretty(&value).unwrap() + "\n";
            assert_eq!(json::indented(&value.to_string()), wanted);
        }
    }

    #[test]
    fn the_text_can_be_left_out_later_as_at_once() {
        let given = Given::default();
        let annotation = annotate("Ms Ada Moss paid $4.2m on 3 July 2026, she said. “It was dear.”", &given);
        let whole = document(&annotation, &given, &Options::default());
        let without = document(&annotation, &given, &Options { text: false, ..Options::default() });
        assert_eq!(json::write(&json::without_text(&whole)), json::write(&without));
    }
}
