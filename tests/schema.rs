//! Every export is what `www/schema/postil-1.json` says.

use postil::export::{self, Options, json};
use postil::{Given, annotate};
use serde_json::{Value, json};
use std::path::Path;
use std::sync::LazyLock;

static SCHEMA: LazyLock<jsonschema::Validator> = LazyLock::new(|| {
    let schema = serde_json::from_str(include_str!("../www/schema/postil-1.json")).expect("a schema that is JSON");
    jsonschema::meta::validate(&schema).expect("a schema that is one");
    jsonschema::validator_for(&schema).expect("a schema that refers to nothing outside")
});

fn export_of(text: &str, given: &Given, options: &Options) -> Value {
    let json = json::write(&export::document(&annotate(text, given), given, options));
    serde_json::from_str(&json).expect("JSON")
}

fn check(name: &str, value: &Value) {
    if let Some(error) = SCHEMA.iter_errors(value).next() {
        panic!("{name}: {error} at {}", error.instance_path());
    }
}

fn articles() -> Vec<(String, String)> {
    let root = Path::new(env!("CARGO_MANIFEST_DIR"));
    let mut paths = vec![root.join("www/sample.txt")];
    for entry in std::fs::read_dir(root.join("tests/articles")).expect("the articles") {
        paths.push(entry.expect("an article").path().join("source.txt"));
    }
    let texts = paths.into_iter().map(|path| {
        let text = std::fs::read_to_string(&path).expect("a readable article");
        (path.display().to_string(), text)
    });
    texts.collect()
}

#[test]
fn articles_keep_to_it() {
    let dated = Given { date: Some(jiff::civil::date(2025, 6, 11)), ..Given::default() };
    let silent = Options { text: false, created: Some("2025-06-11T08:30:00Z".to_owned()), ..Options::default() };
    for (name, text) in articles() {
        check(&name, &export_of(&text, &Given::default(), &Options::default()));
        check(&name, &export_of(&text, &dated, &silent));
    }
}

#[test]
fn every_case_keeps_to_it() {
    let given = Given { date: Some(jiff::civil::date(2025, 6, 11)), insist: true, ..Given::default() };
    let mut folders = vec![Path::new(env!("CARGO_MANIFEST_DIR")).join("tests/cases")];
    while let Some(folder) = folders.pop() {
        for entry in std::fs::read_dir(folder).expect("a readable folder") {
            let path = entry.expect("an entry").path();
            if path.is_dir() {
                folders.push(path);
                continue;
            }
            // Its inputs and its expectations alike: they are text.
            let text = std::fs::read_to_string(&path).expect("a readable case file");
            check(&path.display().to_string(), &export_of(&text, &given, &Options::default()));
        }
    }
}

#[test]
fn nothing_keeps_to_it() {
    check("nothing", &export_of("", &Given::default(), &Options::default()));
}

#[test]
fn what_is_not_an_export_does_not() {
    let good = export_of("Anna Keller paid $5.", &Given::default(), &Options::default());
    for (pointer, bad) in [
        ("/format", json!("brat")),
        ("/version", json!("2.0.0")),
        ("/document/id", json!("abc")),
        ("/document/blocks/0/span/start", json!(0.5)),
        ("/document/blocks/0/kind", json!("paragraphs")),
        ("/reference/basis", json!("today")),
        ("/figures", json!({})),
    ] {
        let mut value = good.clone();
        *value.pointer_mut(pointer).expect("a place") = bad;
        assert!(!SCHEMA.is_valid(&value), "{pointer}");
    }
}
