//! `model/checkworthy.tsv` from `train/checkworthy`, and how well it ranks the sentences of `measure/checkworthy`.

use postil::claims::checkworthy::SIGNS;
use postil::train::scorecard::{Row, fit, signs};
use serde_json::Value;
use std::collections::HashSet;
use std::error::Error;
use std::fs;
use std::path::Path;

/// The corpora, and how much a row of each counts.
const CORPORA: &[(&str, f64)] = &[("claimbuster", 1.0), ("clef2019", 2.0), ("policlaim", 1.0)];

const HEAD: &str = "\
# The scorecard of check-worthiness: the points of each reason. Written by `cargo xtask train`; do not edit.
# columns: reason, points, sentences of the training text that show it, what it says
# source: weights of a logistic regression over train/checkworthy (ClaimBuster, CLEF CheckThat! 2019, PoliClaim; published
#   for research), see model/README.md. licence of this file: MIT OR Apache-2.0
";

/// Trains, writes and reports.
pub fn train(gold: &Path) -> Result<(), Box<dyn Error>> {
    let mut measured = HashSet::new();
    for file in json_lines(&gold.join("measure/checkworthy"))? {
        measured.extend(read(&file)?.iter().map(|row| key(&row.0)));
    }
    let mut rows = Vec::new();
    for (corpus, &(name, weight)) in CORPORA.iter().enumerate() {
        let all = read(&gold.join(format!("train/checkworthy/{name}.train.jsonl")))?;
        let count = all.len();
        let kept = all.into_iter().filter(|row| !measured.contains(&key(&row.0)));
        let before = rows.len();
        rows.extend(kept.map(|(sentence, worthy, _)| Row { corpus, sentence, worthy, weight }));
        println!("{name}: {count} sentences, {} trained on", rows.len() - before);
    }
    let card = fit(&rows);
    fs::write("model/checkworthy.tsv", format!("{HEAD}{card}"))?;
    let points = |code: &str| {
        let line = card.lines().find(|line| line.split('\t').next() == Some(code));
        line.and_then(|line| line.split('\t').nth(1)).and_then(|points| points.parse().ok()).unwrap_or(0)
    };
    let points: Vec<i64> = SIGNS.iter().map(|sign| points(sign.0)).collect();
    for file in json_lines(&gold.join("measure/checkworthy"))? {
        let rows = read(&file)?;
        let score = |sentence: &str| signs(sentence).into_iter().map(|sign| points[sign]).sum::<i64>();
        let scored: Vec<(i64, bool, String)> =
            rows.into_iter().map(|(sentence, worthy, group)| (score(&sentence), worthy, group)).collect();
        let mut groups: Vec<&str> = scored.iter().map(|row| row.2.as_str()).collect();
        groups.sort_unstable();
        groups.dedup();
        let of =
            |group: &str| precision(scored.iter().filter(|row| row.2 == group).map(|row| (row.0, row.1)).collect());
        let mean = groups.iter().map(|group| of(group)).sum::<f64>() / groups.len() as f64;
        let all = precision(scored.iter().map(|row| (row.0, row.1)).collect());
        let name = file.file_stem().unwrap_or_default().to_string_lossy().into_owned();
        println!("{name:<24} average precision {all:.3}, mean over groups {mean:.3}");
    }
    Ok(())
}

/// Average precision of a ranking.
fn precision(mut rows: Vec<(i64, bool)>) -> f64 {
    rows.sort_by_key(|row| std::cmp::Reverse(row.0));
    let (mut hits, mut sum) = (0.0, 0.0);
    for (rank, row) in rows.iter().enumerate() {
        if row.1 {
            hits += 1.0;
            sum += hits / (rank + 1) as f64;
        }
    }
    sum / f64::max(hits, 1.0)
}

/// A sentence as its letters and digits, for comparison.
fn key(sentence: &str) -> String {
    sentence.chars().filter(|c| c.is_alphanumeric()).flat_map(char::to_lowercase).collect()
}

/// A labelled sentence: its words, whether it is worth checking, the debate it was said in.
type Sentence = (String, bool, String);

fn read(file: &Path) -> Result<Vec<Sentence>, Box<dyn Error>> {
    let mut rows = Vec::new();
    for line in fs::read_to_string(file)?.lines().filter(|line| !line.is_empty()) {
        let row: Value = serde_json::from_str(line)?;
        let sentence = row["sentence"].as_str().unwrap_or_default().to_owned();
        let group = row["group"].as_str().unwrap_or_default().to_owned();
        rows.push((sentence, row["label"].as_i64() == Some(1), group));
    }
    Ok(rows)
}

fn json_lines(folder: &Path) -> Result<Vec<std::path::PathBuf>, Box<dyn Error>> {
    let mut files = Vec::new();
    for entry in fs::read_dir(folder)? {
        let path = entry?.path();
        if path.extension().is_some_and(|extension| extension == "jsonl") {
            files.push(path);
        }
    }
    files.sort();
    Ok(files)
}
