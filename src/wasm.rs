//! The page's door to the core: the only file that knows of JavaScript.
//!
//! An export goes in and out as JSON text, so that the page holds the very bytes that it later saves; what
//! is given beside an article, the files of a conversion and the rules are plain JavaScript values.

use crate::export::{self, GivenWire, Options};
use serde::{Deserialize, Serialize};
use serde_wasm_bindgen::{Serializer, from_value};
use wasm_bindgen::prelude::*;
use web_sys::js_sys::global;

/// Runs once, when the module is instantiated: a panic is said in words on the console before it traps.
#[wasm_bindgen(start)]
pub fn start() {
    console_error_panic_hook::set_once();
}

/// What the worker's performance timeline calls an annotation.
const MEASURE: &str = "postil annotate";

/// Annotates an article, and gives its export. `given` is a [`GivenWire`] or undefined; its decisions are
/// anchored in `text`, which is then an export's `document.text`.
///
/// # Errors
/// If `given` has another shape, or its date is none.
#[wasm_bindgen]
pub fn annotate(text: &str, given: JsValue) -> Result<String, JsError> {
    let given: GivenWire = if given.is_undefined() { GivenWire::default() } else { from_value(given)? };
    let given = given.read(text).map_err(|error| JsError::new(&error))?;
    let clock = global().unchecked_into::<web_sys::WorkerGlobalScope>().performance();
    let start = clock.as_ref().map(|clock| clock.mark(MEASURE));
    let json = export::json::write(&export::document(&crate::annotate(text, &given), &given, &Options::default()));
    if let (Some(clock), Some(Ok(()))) = (clock, start) {
        // An annotation does not fail because it could not be timed.
        let _ = clock.measure_with_start_mark(MEASURE, MEASURE);
        clock.clear_marks_with_mark_name(MEASURE);
    }
    Ok(json)
}

/// Reads an export back and writes it again: the same bytes, if it was written here.
///
/// # Errors
/// In words for people, if it is no export, of a later major version, or does not hold together.
#[wasm_bindgen]
pub fn read(json: &str) -> Result<String, JsError> {
    Ok(export::json::write(&export::json::read(json)?))
}

/// An export as the files of a format, `[{ name, type, text }]`: `json` (indented), `csv` or `w3c`. With
/// `{ text: false }` the article's text is left out, and what quotes it.
///
/// # Errors
/// As [`read`], or if there is no such format.
#[wasm_bindgen]
pub fn convert(json: &str, format: &str, options: JsValue) -> Result<JsValue, JsError> {
    let mut document = export::json::read(json)?;
    let wanted: Wanted = if options.is_undefined() { Wanted::default() } else { from_value(options)? };
    if wanted.text == Some(false) {
        document = export::json::without_text(&document);
    }
    let (name, r#type, text) = match format {
        "json" => ("postil.json", "application/json", export::json::write_pretty(&document)),
        "csv" => ("postil.csv", "text/csv", export::csv::write(&document)),
        "w3c" => ("postil.w3c.json", "application/ld+json", export::w3c::write(&document)),
        _ => return Err(JsError::new(&format!("there is no format \"{format}\""))),
    };
    to_js(&[File { name, r#type, text }])
}

/// Every rule, `[{ name, about }]`, in the order in which they run.
///
/// # Errors
/// None that is known of.
#[wasm_bindgen]
pub fn rules() -> Result<JsValue, JsError> {
    let rules: Vec<Rule> = crate::rules().iter().map(|rule| Rule { name: rule.name, about: rule.about }).collect();
    to_js(&rules)
}

#[derive(Default, Deserialize)]
struct Wanted {
    text: Option<bool>,
}

#[derive(Serialize)]
struct File {
    name: &'static str,
    r#type: &'static str,
    text: String,
}

#[derive(Serialize)]
struct Rule {
    name: &'static str,
    about: &'static str,
}

/// Plain objects and arrays, as `JSON.parse` would give them.
fn to_js<T: Serialize>(value: &T) -> Result<JsValue, JsError> {
    Ok(value.serialize(&Serializer::json_compatible())?)
}
