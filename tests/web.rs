//! The wasm boundary, as JavaScript sees it.

#![cfg(target_arch = "wasm32")]

use postil::wasm;
use wasm_bindgen::prelude::*;
use wasm_bindgen_test::wasm_bindgen_test;
use web_sys::js_sys::{Array, JSON, Reflect, Uint8Array};

const ARTICLE: &str =
    "Harbour to close\n\nThe port of Lyme will close on 3 July 2026, its owner said. 🙂 It cost $4.2m.";

fn object(json: &str) -> JsValue {
    JSON::parse(json).expect("JSON")
}

fn get(object: &JsValue, path: &str) -> JsValue {
    path.split('.').fold(object.clone(), |at, key| Reflect::get(&at, &key.into()).expect("an object"))
}

fn message<T>(result: Result<T, JsError>) -> String {
    match result {
        Ok(_) => String::from("no error"),
        Err(error) => get(&error.into(), "message").as_string().expect("a message"),
    }
}

#[wasm_bindgen_test]
fn an_article_becomes_an_export() {
    let export = object(&wasm::annotate(ARTICLE, JsValue::UNDEFINED).expect("an export"));
    assert_eq!(get(&export, "format"), "postil");
    assert_eq!(get(&export, "document.text"), ARTICLE);
    assert!(Array::is_array(&get(&export, "figures")));
    assert_eq!(get(&export, "reference.date"), JsValue::NULL);
    assert_eq!(get(&export, "reference.basis"), "none");
}

#[wasm_bindgen_test]
fn the_same_article_gives_the_same_bytes() {
    let once = || wasm::annotate(ARTICLE, JsValue::UNDEFINED).expect("an export");
    assert_eq!(once(), once());
}

#[wasm_bindgen_test]
fn what_is_given_arrives() {
    let given = object(r#"{ "date": "2025-06-11", "url": "https://example.org/a", "title": "Harbour" }"#);
    let export = object(&wasm::annotate(ARTICLE, given).expect("an export"));
    assert_eq!(get(&export, "document.source.url"), "https://example.org/a");
    assert_eq!(get(&export, "document.source.title"), "Harbour");
    assert_eq!(get(&export, "reference.date"), "2025-06-11");
    assert_eq!(get(&export, "reference.basis"), "user");
}

#[wasm_bindgen_test]
fn what_was_cut_is_said() {
    let whole = object(&wasm::annotate(ARTICLE, JsValue::UNDEFINED).expect("an export"));
    assert_eq!(get(&whole, "document.truncated"), 0);
    let cut = object(&wasm::annotate(ARTICLE, object(r#"{ "truncated": 4100 }"#)).expect("an export"));
    assert_eq!(get(&cut, "document.truncated"), 4100);
}

#[wasm_bindgen_test]
fn what_is_wrongly_given_is_said() {
    let wrong = message(wasm::annotate(ARTICLE, object(r#"{ "date": "soon" }"#)));
    assert_eq!(wrong, "\"soon\" is no date of the form YYYY-MM-DD");
    assert_ne!(message(wasm::annotate(ARTICLE, object("3"))), "no error");
}

#[wasm_bindgen_test]
fn a_lone_surrogate_does_no_harm() {
    let lone = web_sys::js_sys::JsString::from_char_code1(0xd800);
    let text = lone.concat(&JsValue::from(" The mayor left.")).as_string().expect("a string");
    wasm::annotate(&text, JsValue::UNDEFINED).expect("an export");
    wasm::annotate("", JsValue::UNDEFINED).expect("an export");
}

#[wasm_bindgen_test]
fn an_export_comes_back_byte_for_byte() {
    let json = wasm::annotate(ARTICLE, JsValue::UNDEFINED).expect("an export");
    assert_eq!(wasm::read(&json).expect("the same export"), json);
}

#[wasm_bindgen_test]
fn a_foreign_json_is_refused_in_words() {
    assert!(message(wasm::read("{}")).contains("not an export of Postil"));
    assert!(message(wasm::read("{")).contains("not JSON"));
    assert!(message(wasm::read(r#"{ "format": "postil", "version": "9.0.0" }"#)).contains("version 9.0.0"));
}

#[wasm_bindgen_test]
fn an_export_becomes_files() {
    let json = wasm::annotate(ARTICLE, JsValue::UNDEFINED).expect("an export");
    let formats = Array::from(&wasm::formats().expect("the formats"));
    assert!(formats.length() > 15);
    for format in formats {
        let name = get(&format, "name").as_string().expect("a name");
        let file = wasm::convert(&json, &name, JsValue::UNDEFINED).expect("a file");
        assert!(get(&file, "text").as_string().is_some_and(|text| !text.is_empty()), "{name}");
        let zip = get(&format, "type") == "application/zip";
        assert_eq!(get(&file, "bytes").is_instance_of::<Uint8Array>(), zip, "{name}");
    }
    let unknown = message(wasm::convert(&json, "xls", JsValue::UNDEFINED));
    assert_eq!(unknown, "there is no format \"xls\"");
    let without = object(r#"{ "text": false }"#);
    let refused = message(wasm::convert(&json, "brat", without));
    assert!(refused.contains("brat (zip) cannot be written without the article's text"), "{refused}");
    let accepted = wasm::convert(&json, "csv", object(r#"{ "accepted": true, "excel": true }"#)).expect("a table");
    let table = get(&accepted, "text").as_string().expect("a text");
    assert!(table.starts_with("\u{feff}layer,") && table.ends_with("guarded\r\n"), "{table}");
}

#[wasm_bindgen_test]
fn the_text_can_be_left_out() {
    let json = wasm::annotate(ARTICLE, JsValue::UNDEFINED).expect("an export");
    let file = wasm::convert(&json, "json", object(r#"{ "text": false }"#)).expect("a file");
    let text = get(&file, "text").as_string().expect("a text");
    assert!(get(&object(&text), "document.text").is_null());
    assert!(!text.contains("port of Lyme"));
}

#[wasm_bindgen_test]
fn two_versions_are_compared() {
    let version = |text: &str| wasm::annotate(text, JsValue::UNDEFINED).expect("an export");
    let found = wasm::compare(&version(ARTICLE), &version(&ARTICLE.replace("Lyme", "Leeds"))).expect("a comparison");
    assert!(get(&object(&found), "rows.length").as_f64().is_some_and(|count| count > 0.0), "{found}");
    assert!(wasm::compare("{}", &version(ARTICLE)).is_err());
}

#[wasm_bindgen_test]
fn an_annotation_is_timed() {
    wasm::annotate(ARTICLE, JsValue::UNDEFINED).expect("an export");
    let clock = web_sys::js_sys::global().unchecked_into::<web_sys::WorkerGlobalScope>().performance();
    let entries = clock.expect("a clock").get_entries_by_name("postil annotate");
    assert!(entries.length() > 0);
}
