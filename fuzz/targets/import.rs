//! The import of an export: of any bytes, and of a good one with some of it changed. What is let in keeps its promises,
//! and comes out as it went in; the rest is refused with a message.

#![no_main]

use arbitrary::{Result, Unstructured};
use postil::export::{self, format, json};
use postil::{Given, annotate, text};
use serde_json::Value;
use std::sync::LazyLock;

/// Exports of small articles that have something in every list.
static EXPORTS: LazyLock<Vec<Value>> = LazyLock::new(|| {
    let mut random = 7_u64;
    let mut article = || {
        postil_fuzz::news::article(&mut |ways| {
            random = random.wrapping_mul(6_364_136_223_846_793_005).wrapping_add(1_442_695_040_888_963_407);
            (random >> 33) as usize % ways
        })
    };
    let export =
        |text: String| postil_fuzz::promises::parse(&postil_fuzz::promises::export_of(&text, &Given::default()));
    let rich =
        |value: &Value| ["figures", "times", "claims", "facts"].iter().all(|list| value[list] != serde_json::json!([]));
    std::iter::repeat_with(&mut article).map(export).filter(rich).take(12).collect()
});

libfuzzer_sys::fuzz_target!(|bytes: &[u8]| {
    let _ = run(&mut Unstructured::new(bytes));
});

fn run(bytes: &mut Unstructured<'_>) -> Result<()> {
    let json = if bytes.ratio(1, 12)? {
        String::from_utf8_lossy(bytes.arbitrary::<&[u8]>()?).into_owned()
    } else {
        let mut value = bytes.choose(&EXPORTS)?.clone();
        for _ in 0..bytes.int_in_range(1..=4_u8)? {
            postil_fuzz::edit(&mut value, bytes)?;
        }
        value.to_string()
    };
    let document = match json::read(&json) {
        Ok(document) => document,
        Err(error) => {
            assert!(!error.to_string().trim().is_empty(), "a refusal says why");
            return Ok(());
        }
    };
    let once = json::write(&document);
    let again = json::read(&once).unwrap_or_else(|error| panic!("what was read is read again: {error}\n{json}"));
    assert_eq!(json::write(&again), once, "what was written is written again");
    for format in format::FORMATS {
        // An export may lack what a format needs; it is then refused.
        let _ = format.write(&document, &format::Options::default());
    }
    export::listing::write(&document);
    // Its decisions are those of the page that opens it.
    if let Some(words) = &document.document.text {
        let decisions = export::decisions(&document.review, &text::normalized(words));
        annotate(words, &Given { decisions, ..Given::default() });
    }
    Ok(())
}
