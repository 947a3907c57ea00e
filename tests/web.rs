//! The wasm boundary, as JavaScript sees it.

#![cfg(target_arch = "wasm32")]

use postil::wasm;
use wasm_bindgen::prelude::*;
use wasm_bindgen_test::wasm_bindgen_test;

#[wasm_bindgen_test]
fn rules_are_plain_objects() {
    let rules = web_sys::js_sys::Array::from(&wasm::rules().unwrap());
    let _ = rules.length();
    let _ = JsValue::NULL;
}
