//! Parts of speech and dependencies, measured on treebanks in CoNLL-U with `parse_score.py` of the gold folder.

use crate::score::Row;
use anyhow::{Context, Result, ensure};
use serde_json::Value;
use std::path::Path;
use std::process::Command;

/// The measures that go into the table, and under which name.
const MEASURES: [(&str, &str); 6] = [
    ("UPOS", "part of speech"),
    ("UAS", "heads"),
    ("LAS", "heads and relations"),
    ("nsubj", "nsubj"),
    ("obj", "obj"),
    ("ccomp", "ccomp"),
];

/// Scores the program's trees of a treebank, whose tokens it keeps.
pub fn score(set: &str, gold: &Path, treebank: &Path, prediction: &Path, program: &Path) -> Result<Vec<Row>> {
    let parsed = Command::new(program).args(["parse", "--conllu"]).arg(treebank).output().context("cannot parse")?;
    ensure!(parsed.status.success(), "`postil parse` failed on {}", treebank.display());
    std::fs::write(prediction, parsed.stdout)?;
    let mut scorer = Command::new("python3");
    scorer.arg(gold.join("parse_score.py")).arg(treebank).arg(prediction).arg("--json");
    let scored = scorer.output().context("cannot run python3")?;
    ensure!(scored.status.success(), "{}", String::from_utf8_lossy(&scored.stderr));
    let scored: Value = serde_json::from_slice(&scored.stdout)?;
    let row = |(name, measure): &(&str, &str)| Row {
        set: set.to_owned(),
        measure: (*measure).to_owned(),
        parts: None,
        score: scored["scores"][name].as_f64().unwrap_or_default(),
    };
    Ok(MEASURES.iter().map(row).collect())
}
