//! A personal lexicon: names that are always marked, never marked, or called something else.
//!
//! ```json
//! { "format": "postil-lexicon", "version": "1.0.0", "entries": [
//!   { "words": "Old Basin", "action": "always", "kind": "place" },
//!   { "words": "Nice Guy", "action": "never" },
//!   { "words": "Brightwen", "action": "call", "name": "Ada Brightwen" } ] }
//! ```
//!
//! Words are compared letter for letter, and stand by themselves: "Basin" is not in "Basins". `always` gives the kind of
//! name and may give a `name` too; keys that are not known here do no harm. An entry enters an article as decisions
//! `by` the lexicon, before those that were made in the article, which overrule it. An entry whose words do not occur
//! enters nothing, so that an export does not give a whole lexicon away.

use super::wire::{Rest, Review, Span as Anchor};
use super::{Error, MAJOR, keyed, review};
use crate::decision::{name_kind, occurrences};
use serde_json::{Value, json};

/// What the decisions of a lexicon are `by`.
pub(super) const BY: &str = "lexicon";

/// A name, and what is always decided about it.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Entry {
    words: String,
    /// The word of a kind, of what is always marked.
    always: Option<String>,
    never: bool,
    /// What it is called.
    call: Option<String>,
}

/// Reads a lexicon.
///
/// # Errors
/// If it is no lexicon, of a later major version, or an entry does not say what to do; the entry is named.
pub fn read(json: &str) -> Result<Vec<Entry>, Error> {
    let json = json.strip_prefix('\u{feff}').unwrap_or(json);
    let value: Value = serde_json::from_str(json).map_err(|error| Error::not_json(&error))?;
    if value["format"] != "postil-lexicon" {
        return Err(Error::no_lexicon());
    }
    let version = value["version"].as_str().unwrap_or_default();
    if version.split('.').next().and_then(|major| major.parse().ok()) != Some(MAJOR) {
        return Err(Error::lexicon_version(version));
    }
    let entries = value["entries"].as_array().ok_or_else(|| Error::shape("`entries` is not a list"))?;
    let entries = entries.iter().enumerate();
    entries.map(|(at, entry)| entry_of(entry).map_err(|why| Error::entry(at + 1, why))).collect()
}

fn entry_of(json: &Value) -> Result<Entry, String> {
    let word = |key: &str| json[key].as_str().map(str::trim).filter(|word| !word.is_empty()).map(str::to_owned);
    let words = word("words").ok_or("it has no `words`")?;
    let (kind, call) = (word("kind"), word("name"));
    let entry = Entry { words, always: None, never: false, call: None };
    match json["action"].as_str() {
        Some("always") => {
            let kind = kind.ok_or_else(|| format!("“{}” has no `kind`", entry.words))?;
            name_kind(&kind)?;
            Ok(Entry { always: Some(kind), call, ..entry })
        }
        Some("never") => Ok(Entry { never: true, ..entry }),
        Some("call") if call.is_none() => Err(format!("“{}” has no `name`", entry.words)),
        Some("call") => Ok(Entry { call, ..entry }),
        _ => Err(format!("the `action` of “{}” is none of always, never and call", entry.words)),
    }
}

/// The decisions about a text with those of a lexicon before them. Earlier ones of the lexicon about the same words go.
/// `text` is as [`crate::text::normalized`] gives it.
pub fn with_lexicon(mut decided: Vec<Review>, entries: &[Entry], text: &str) -> Vec<Review> {
    let words = |entry: &Review| entry.anchor.as_ref().and_then(|anchor| anchor.exact.clone());
    decided.retain(|entry| entry.by != BY || !entries.iter().any(|new| words(entry).as_deref() == Some(&*new.words)));
    let last = decided.iter().map(|entry| entry.seq).max().unwrap_or_default();
    let occurring = entries.iter().filter(|entry| !occurrences(text, &entry.words).is_empty());
    let mut all: Vec<Review> = occurring.flat_map(Entry::decisions).collect();
    all.iter_mut().zip(last + 1..).for_each(|(entry, seq)| entry.seq = seq);
    all.append(&mut decided);
    all
}

impl Entry {
    fn decisions(&self) -> Vec<Review> {
        let never = self.never.then(|| ("reject", json!({ "layer": "mention" })));
        let always = self.always.as_ref().map(|kind| ("add", json!({ "layer": "mention", "kind": kind })));
        let call = self.call.as_ref().map(|name| ("rename", json!({ "layer": "entity", "name": name })));
        let decided = never.into_iter().chain(always).chain(call);
        decided.map(|(action, after)| self.decision(action, after)).collect()
    }

    fn decision(&self, action: &'static str, after: Value) -> Review {
        let anchor = json!({ "start": 0, "end": 0, "start16": 0, "end16": 0, "exact": self.words });
        let anchor: Anchor = keyed::read(anchor).expect("an anchor");
        Review {
            seq: 0,
            target: String::new(),
            anchor: Some(anchor),
            action: action.into(),
            before: json!({ "name": self.words }),
            after,
            scope: review::ALL.into(),
            by: BY.into(),
            problem: None,
            rest: Rest::new(),
        }
    }
}

#[cfg(test)]
mod tests {
    use super::read;

    #[test]
    fn an_entry_that_says_nothing_is_named() {
        let one = |entry: &str| {
            let json = format!(r#"{{ "format": "postil-lexicon", "version": "1.0.0", "entries": [{entry}] }}"#);
            read(&json).map(|entries| entries.len()).map_err(|error| error.to_string())
        };
        assert_eq!(one(r#"{ "words": "Nice Guy", "action": "never", "since": 2020 }"#), Ok(1));
        assert_eq!(one(r#"{ "words": "Basin", "action": "always", "kind": "place", "name": "Old Basin" }"#), Ok(1));
        for (entry, why) in [
            (r#"{ "action": "never" }"#, "entry 1 of this lexicon: it has no `words`"),
            (r#"{ "words": "Basin", "action": "always" }"#, "“Basin” has no `kind`"),
            (r#"{ "words": "Basin", "action": "always", "kind": "soup" }"#, "“soup” is no kind of name"),
            (r#"{ "words": "Basin", "action": "call", "name": " " }"#, "“Basin” has no `name`"),
            (r#"{ "words": "Basin" }"#, "is none of always, never and call"),
            ("3", "it has no `words`"),
        ] {
            assert!(one(entry).is_err_and(|error| error.contains(why)), "{entry}");
        }
        for (json, why) in [
            ("[", "not JSON"),
            ("{}", "not a lexicon of Postil"),
            (r#"{ "format": "postil-lexicon", "version": "2.0.0", "entries": [] }"#, "version 2.0.0"),
            (r#"{ "format": "postil-lexicon", "version": "1.0.0" }"#, "`entries` is not a list"),
        ] {
            assert!(read(json).is_err_and(|error| error.to_string().contains(why)), "{json}");
        }
    }
}
