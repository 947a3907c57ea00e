//! JSON, written and read back.

use super::{Error, MAJOR, check, wire};
use serde::Deserialize;

/// The export as JSON on one line.
pub fn write(document: &wire::Document) -> String {
    serde_json::to_string(document).expect("maps with string keys, and numbers")
}

/// The export as JSON, indented, ending in a line end.
pub fn write_pretty(document: &wire::Document) -> String {
    let mut json = serde_json::to_string_pretty(document).expect("maps with string keys, and numbers");
    json.push('\n');
    json
}

/// The same without the article's text, and without what quotes it: `exact`, `prefix` and `suffix` of spans.
///
/// Names, and the words of reasons and findings, stay: they are what was found.
pub fn without_text(document: &wire::Document) -> wire::Document {
    // Through JSON text: another way in and out would put every reader and writer into the module twice.
    let mut value = serde_json::from_str(&write(document)).expect("what was written");
    strip(&mut value);
    let mut document: wire::Document = serde_json::from_str(&value.to_string()).expect("a document with less in it");
    document.document.text = None;
    document
}

fn strip(value: &mut serde_json::Value) {
    match value {
        serde_json::Value::Object(object) => {
            if object.contains_key("start16") {
                object.retain(|key, _| !matches!(key.as_str(), "exact" | "prefix" | "suffix"));
            }
            object.values_mut().for_each(strip);
        }
        serde_json::Value::Array(items) => items.iter_mut().for_each(strip),
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
    #[derive(Deserialize)]
    struct Head {
        format: Option<serde_json::Value>,
        version: Option<serde_json::Value>,
    }
    let json = json.strip_prefix('\u{feff}').unwrap_or(json);
    let value: serde::de::IgnoredAny = serde_json::from_str(json).map_err(|error| Error::not_json(&error))?;
    let _ = value;
    let Ok(head) = serde_json::from_str::<Head>(json) else { return Err(Error::not_ours()) };
    if head.format.as_ref().and_then(|format| format.as_str()) != Some("postil") {
        return Err(Error::not_ours());
    }
    let version = head.version.as_ref().and_then(|version| version.as_str()).unwrap_or_default();
    let major = version.split('.').next().unwrap_or_default();
    match major.parse::<u32>() {
        Ok(major) if major == MAJOR => {}
        Ok(_) => return Err(Error::version(version)),
        Err(_) => return Err(Error::no_version()),
    }
    let document = serde_json::from_str(json).map_err(|error| Error::shape(&error))?;
    check::check(&document)?;
    Ok(document)
}

#[cfg(test)]
mod tests {
    use crate::export::{Options, document, json};
    use crate::{Given, annotate};

    #[test]
    fn the_text_can_be_left_out_later_as_at_once() {
        let given = Given::default();
        let annotation = annotate("Ms Ada Moss paid $4.2m on 3 July 2026, she said. “It was dear.”", &given);
        let whole = document(&annotation, &given, &Options::default());
        let without = document(&annotation, &given, &Options { text: false, ..Options::default() });
        assert_eq!(json::write(&json::without_text(&whole)), json::write(&without));
    }
}
