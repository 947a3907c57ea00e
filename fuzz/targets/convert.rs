//! Every format, of every export: what is written can be read by what the format is.

#![no_main]

use arbitrary::{Result, Unstructured};
use postil::annotate;
use postil::export::{self, Options, format, json};
use serde_json::Value;

libfuzzer_sys::fuzz_target!(|bytes: &[u8]| {
    let _ = run(&mut Unstructured::new(bytes));
});

fn run(bytes: &mut Unstructured<'_>) -> Result<()> {
    let given = postil_fuzz::given(bytes)?;
    let text = postil_fuzz::text(bytes)?;
    let options = Options { text: !bytes.ratio(1, 6)?, ..Options::default() };
    let mut document = export::document(&annotate(&text, &given), &given, &options);
    if bytes.ratio(1, 8)? {
        document = json::without_text(&document);
    }
    let options = format::Options { accepted: bytes.ratio(1, 8)?, excel: bytes.arbitrary()? };
    for format in format::FORMATS {
        let Ok(file) = format.write(&document, &options) else {
            assert!(format.text == format::Text::Needed, "{} can do without the text", format.name);
            continue;
        };
        match format.media_type {
            "application/json" | "application/ld+json" => drop(parsed(&file.text, format.name)),
            "application/jsonl" | "application/x-ndjson" => {
                file.text.lines().for_each(|line| drop(parsed(line, format.name)));
            }
            "text/html" => assert!(!file.text.contains("<script"), "{}: {text:?}", format.name),
            _ => {}
        }
    }
    export::listing::write(&document);
    Ok(())
}

fn parsed(json: &str, name: &str) -> Value {
    serde_json::from_str(json).unwrap_or_else(|error| panic!("{name}: {error}\n{json}"))
}
