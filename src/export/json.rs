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
