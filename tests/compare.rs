//! Two versions of an article compared: `tests/compare/*.txt`.
//!
//! A case is a name after `===`, the old text, the new one, and what `postil compare` lists of them, each after a line
//! `---`. The reference date is Wednesday 11 June 2025. `UPDATE_EXPECT=1` rewrites the expectations that differ.

use postil::export::{Options, compare, document, json, wire};
use postil::{Given, annotate};
use proptest::prelude::*;
use std::path::Path;

fn read(text: &str) -> wire::Document {
    let given = Given { date: Some(jiff::civil::date(2025, 6, 11)), ..Given::default() };
    document(&annotate(text, &given), &given, &Options::default())
}

fn compared(old: &str, new: &str) -> compare::Comparison {
    compare::compare(&read(old), &read(new)).expect("texts")
}

#[test]
fn cases() {
    let folder = Path::new(env!("CARGO_MANIFEST_DIR")).join("tests/compare");
    let update = std::env::var_os("UPDATE_EXPECT").is_some();
    let mut wrong = Vec::new();
    for file in std::fs::read_dir(folder).expect("the cases") {
        let path = file.expect("a file").path();
        let mut written = String::new();
        for case in std::fs::read_to_string(&path).expect("UTF-8").split("=== ").skip(1) {
            let (name, rest) = case.split_once('\n').expect("a name");
            let [old, new, expected] = rest.split("---\n").collect::<Vec<_>>()[..] else {
                panic!("{name}: three parts")
            };
            let listing = compare::listing(&compared(old, new));
            if listing.trim_end() != expected.trim_end() {
                wrong.push(format!("{name}:\n{listing}\ninstead of\n{expected}"));
            }
            written.push_str(&format!("=== {name}\n{old}---\n{new}---\n{listing}\n"));
        }
        if update && !wrong.is_empty() {
            std::fs::write(&path, format!("{}\n", written.trim_end())).expect("written");
        }
    }
    assert!(update || wrong.is_empty(), "{}", wrong.join("\n\n"));
}

#[test]
fn an_article_does_not_differ_from_itself() {
    for folder in std::fs::read_dir(Path::new(env!("CARGO_MANIFEST_DIR")).join("tests/articles")).expect("articles") {
        let text = std::fs::read_to_string(folder.expect("a folder").path().join("source.txt")).expect("an article");
        let comparison = compared(&text, &text);
        assert!(comparison.rows.is_empty() && comparison.hunks.is_empty(), "{comparison:?}");
    }
}

#[test]
fn a_row_points_at_its_words_in_both_texts() {
    let (old, new) =
        ("The bridge cost $4.2 million, Ada Quill said.\n", "At last: the bridge cost $5 million, Ada Quill said.\n");
    for row in compared(old, new).rows {
        for (place, text) in [(row.old, old), (row.new, new)] {
            for span in place.iter().flat_map(|place| &place.spans) {
                let words: String =
                    text.chars().skip(span.start as usize).take((span.end - span.start) as usize).collect();
                assert!(span.exact.as_ref().is_none_or(|exact| *exact == words), "{span:?} of {text}");
            }
        }
    }
}

#[test]
fn an_export_without_its_text_is_refused() {
    let whole = read("Ada Quill said so.");
    let error = compare::compare(&json::without_text(&whole), &whole).expect_err("no text");
    assert!(error.to_string().contains("without the article's text"), "{error}");
}

proptest! {
    #![proptest_config(ProptestConfig::with_cases(24))]

    #[test]
    fn hunks_are_all_that_differs(words in prop::collection::vec("(Quill|said|the|four|bridge|5%|\\.|\n\n|é🙂)", 0..60), cut in 0..60usize, put in 0..60usize) {
        let old = words.join(" ");
        let mut changed = words.clone();
        if cut < changed.len() {
            changed.remove(cut);
        }
        changed.insert(put.min(changed.len()), "Marsh".to_owned());
        let new = changed.join(" ");
        let (old16, new16): (Vec<u16>, Vec<u16>) = (old.encode_utf16().collect(), new.encode_utf16().collect());
        let plain = |units: &[u16]| String::from_utf16_lossy(units).split_whitespace().collect::<String>();
        let (mut a, mut b) = (0, 0);
        for hunk in compared(&old, &new).hunks {
            let ((from, to), (start, end)) = (hunk.old, hunk.new);
            prop_assert_eq!(plain(&old16[a..from as usize]), plain(&new16[b..start as usize]));
            (a, b) = (to as usize, end as usize);
        }
        prop_assert_eq!(plain(&old16[a..]), plain(&new16[b..]));
    }
}
