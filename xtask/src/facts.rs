//! The project's own labelled sets of facts: planted faults, and the typed facts of whole articles.
//!
//! `tests/gold/own/faults/` and `tests/gold/own/facts/` have a README each. Of both, one half is looked at while rules
//! are written ("tuned") and the other is only counted ("held").

use crate::own::array;
use crate::root;
use crate::score::Row;
use crate::sentences::annotations;
use anyhow::{Context, Result};
use serde_json::Value;
use std::path::{Path, PathBuf};

/// The day from which the articles with faults are read.
const DATE: &str = "2025-06-11";

/// Scores `own/faults` or `own/facts`.
pub fn score(set: &str, program: &Path) -> Result<Vec<Row>> {
    if set == "own/faults" { faults(set, program) } else { facts(set, program) }
}

fn share(set: &str, measure: String, part: usize, whole: usize) -> Row {
    Row { set: set.to_owned(), measure, parts: None, score: part as f64 / whole.max(1) as f64 }
}

/// Of articles with a planted fault those with a finding of its code; of clean articles those without any finding.
fn faults(set: &str, program: &Path) -> Result<Vec<Row>> {
    let mut rows = Vec::new();
    for half in ["tuned", "held"] {
        let file = read(&folder("faults").join(half).with_extension("txt"))?;
        let items: Vec<Fault> = file.split("\n== ").skip(1).map(Fault::read).collect();
        let texts: Vec<&str> = items.iter().map(|item| item.text.as_str()).collect();
        let (mut planted, mut found, mut clean, mut quiet) = (0, 0, 0, 0);
        for (item, answer) in items.iter().zip(annotations(&texts, Some(DATE), program)?) {
            match item.code {
                Some(code) => {
                    planted += 1;
                    found += usize::from(array(&answer, "findings").any(|finding| finding["code"] == *code));
                }
                None => {
                    clean += 1;
                    quiet += usize::from(array(&answer, "findings").next().is_none());
                }
            }
        }
        rows.push(share(set, format!("found, {half}"), found, planted));
        rows.push(share(set, format!("clean left alone, {half}"), quiet, clean));
    }
    Ok(rows)
}

/// An article, and the code of the finding that its planted fault asks for.
struct Fault<'f> {
    code: Option<&'f str>,
    text: String,
}

impl Fault<'_> {
    fn read(item: &str) -> Fault<'_> {
        let mut fault = Fault { code: None, text: String::new() };
        for line in item.lines().skip(1) {
            if let Some(expected) = line.strip_prefix("expect:") {
                fault.code = expected.split('|').next().map(str::trim).filter(|code| !code.is_empty());
            } else if !line.starts_with("held:") {
                fault.text.push_str(line);
                fault.text.push('\n');
            }
        }
        fault
    }
}

/// How many of the labelled facts are in the export: of the same type, with the labelled subject and object among their
/// words. The labels are not exhaustive, so precision is not counted.
fn facts(set: &str, program: &Path) -> Result<Vec<Row>> {
    let folder = folder("facts");
    let held = read(&folder.join("held.txt"))?;
    let mut counts = [(0, 0); 2];
    let mut entries: Vec<PathBuf> =
        std::fs::read_dir(&folder)?.map(|entry| Ok(entry?.path())).collect::<Result<_>>()?;
    entries.retain(|path| path.to_string_lossy().ends_with(".facts.tsv"));
    entries.sort();
    for labels in entries {
        let name = labels.file_name().unwrap_or_default().to_string_lossy().replace(".facts.tsv", "");
        let text = read(&folder.join(&name).with_extension("txt"))?;
        let answer = annotations(&[&text], None, program)?.into_iter().next().context("an answer")?;
        let count = &mut counts[usize::from(held.lines().any(|line| line == name))];
        for label in read(&labels)?.lines().filter_map(Label::read) {
            count.1 += 1;
            count.0 += usize::from(array(&answer, "facts").any(|fact| label.is_in(fact)));
        }
    }
    let row = |half: &str, (found, all): (usize, usize)| share(set, format!("typed facts found, {half}"), found, all);
    Ok(vec![row("tuned", counts[0]), row("held", counts[1])])
}

/// A labelled fact: its type, and the words that must be in its sentence.
struct Label<'f> {
    kind: &'f str,
    words: Vec<&'f str>,
}

impl Label<'_> {
    /// The label of a line; none of figures, findings and chief facts.
    fn read(line: &str) -> Option<Label<'_>> {
        let mut columns = line.split('\t');
        let kind = columns.next().filter(|kind| !matches!(*kind, "figure" | "finding" | "chief" | ""))?;
        let wanted = |column: &'_ str| matches!(column.split_once('='), Some(("subject" | "object" | "title", _)));
        let words = columns.filter(|column| wanted(column)).filter_map(|column| Some(column.split_once('=')?.1));
        Some(Label { kind, words: words.collect() })
    }

    fn is_in(&self, fact: &Value) -> bool {
        // A role has no predicate: its title is its only words.
        let kind = fact["predicate"]["type"].as_str().or((fact["kind"] == "role").then_some("holds-role"));
        let sentence = fact["text"].as_str().unwrap_or_default().to_lowercase();
        kind == Some(self.kind) && self.words.iter().all(|words| sentence.contains(&words.to_lowercase()))
    }
}

fn folder(name: &str) -> PathBuf {
    root().join("tests/gold/own").join(name)
}

fn read(file: &Path) -> Result<String> {
    std::fs::read_to_string(file).with_context(|| format!("cannot read {}", file.display()))
}
