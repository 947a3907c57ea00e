//! The page's door to the core: the only file that knows of JavaScript.

use serde::Serialize;
use serde_wasm_bindgen::Serializer;
use wasm_bindgen::prelude::*;

/// Runs once when the module is instantiated.
#[wasm_bindgen(start)]
pub fn start() {
    console_error_panic_hook::set_once();
}

/// Every rule, `[{ name, about }]`, in the order in which they run.
#[wasm_bindgen]
pub fn rules() -> Result<JsValue, JsError> {
    #[derive(Serialize)]
    struct Rule {
        name: &'static str,
        about: &'static str,
    }
    let rules: Vec<Rule> = crate::rules().iter().map(|rule| Rule { name: rule.name, about: rule.about }).collect();
    to_js(&rules)
}

/// Plain objects and arrays, as `JSON.parse` would give them.
fn to_js<T: Serialize>(value: &T) -> Result<JsValue, JsError> {
    Ok(value.serialize(&Serializer::json_compatible())?)
}
