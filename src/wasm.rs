//! The page's door to the core: the only file that knows of JavaScript.
//!
//! An export goes in and out as JSON text, so that the page holds the very bytes that it later saves; what
//! is given beside an article and the files of a conversion are plain JavaScript values.

use crate::export::{self, GivenWire, Options, format};
use serde::{Deserialize, Serialize};
use serde_wasm_bindgen::{Serializer, from_value};
use wasm_bindgen::prelude::*;
use web_sys::js_sys::{Object, Reflect, Uint8Array, global};

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
    let options = Options { truncated: given.truncated, ..Options::default() };
    let given = given.read(text).map_err(|error| JsError::new(&error))?;
    let clock = global().unchecked_into::<web_sys::WorkerGlobalScope>().performance();
    let start = clock.as_ref().map(|clock| clock.mark(MEASURE));
    let json = export::json::write(&export::document(&crate::annotate(text, &given), &given, &options));
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

/// The decisions of an export that left its text out, placed in the article that it was made from, or in a later version
/// of it: JSON text, the `review` to annotate the article with. What has no place in it any more is refused there.
///
/// # Errors
/// As [`read`].
#[wasm_bindgen]
pub fn attach(json: &str, text: &str) -> Result<String, JsError> {
    let review = export::attach(&export::json::read(json)?, &crate::text::normalized(text));
    Ok(export::json::write_review(&review))
}

/// What two exports, old and new, differ in, as the JSON of an [`export::compare::Comparison`].
///
/// # Errors
/// As [`read`], or if one of them leaves out its text.
#[wasm_bindgen]
pub fn compare(old: &str, new: &str) -> Result<String, JsError> {
    Ok(export::compare::json(&export::compare::compare(&export::json::read(old)?, &export::json::read(new)?)?))
}

/// An export as a file of a format: `{ text }`, and `bytes` where they are not those of the text. Of `options` every key
/// may be left out: `text` false leaves out the article's text and what quotes it, `accepted` takes only what a person
/// accepted, `excel` writes CSV as Excel wants it.
///
/// # Errors
/// As [`read`], or if there is no such format, or it cannot do without the text.
#[wasm_bindgen]
pub fn convert(json: &str, format: &str, options: JsValue) -> Result<JsValue, JsError> {
    let mut document = export::json::read(json)?;
    let wanted: Wanted = if options.is_undefined() { Wanted::default() } else { from_value(options)? };
    if wanted.text == Some(false) {
        document = export::json::without_text(&document);
    }
    let options = format::Options { accepted: wanted.accepted, excel: wanted.excel };
    let file = format::find(format)?.write(&document, &options)?;
    let object = Object::new();
    Reflect::set(&object, &"text".into(), &file.text.into()).map_err(|_| JsError::new("no file"))?;
    if let Some(bytes) = file.bytes {
        let bytes = Uint8Array::from(bytes.as_slice());
        Reflect::set(&object, &"bytes".into(), &bytes).map_err(|_| JsError::new("no file"))?;
    }
    Ok(object.into())
}

/// Every format, `[{ name, title, group, about, extension, type, text }]`, in the order in which people are shown them;
/// `text` is `needed` of those that cannot do without the article's text, else `optional`.
///
/// # Errors
/// None that is known of.
#[wasm_bindgen]
pub fn formats() -> Result<JsValue, JsError> {
    to_js(&format::FORMATS)
}

#[derive(Default, Deserialize)]
#[serde(default)]
struct Wanted {
    text: Option<bool>,
    accepted: bool,
    excel: bool,
}

/// Plain objects and arrays, as `JSON.parse` would give them.
fn to_js<T: Serialize>(value: &T) -> Result<JsValue, JsError> {
    Ok(value.serialize(&Serializer::json_compatible())?)
}
