//! `model/cues.tsv` from `train/attribution`.

use postil::train::cues::{Row, fit};
use serde_json::Value;
use std::error::Error;
use std::fs;
use std::path::Path;

const HEAD: &str = "\
# What tells that a verb which is in no list reports speech or attitude. Written by `cargo xtask train`; do not edit.
# columns: kind of feature, two values, weight in hundredths
# source: weights of a logistic regression over train/attribution (PolNeAR, a published research corpus), see
#   model/README.md. licence of this file: MIT OR Apache-2.0
";

/// Trains, writes and reports.
pub fn train(gold: &Path) -> Result<(), Box<dyn Error>> {
    let rows = read(&gold.join("train/attribution/polnear.train.jsonl"))?;
    let weights = fit(&rows);
    println!("cues: {} articles, {} weights", rows.len(), weights.lines().count());
    fs::write("model/cues.tsv", format!("{HEAD}{weights}"))?;
    Ok(())
}

fn read(file: &Path) -> Result<Vec<Row>, Box<dyn Error>> {
    let mut rows = Vec::new();
    for line in fs::read_to_string(file)?.lines().filter(|line| !line.is_empty()) {
        let row: Value = serde_json::from_str(line)?;
        let text = row["text"].as_str().unwrap_or_default().to_owned();
        let bytes: Vec<u32> = text.char_indices().map(|(at, _)| at as u32).chain([text.len() as u32]).collect();
        let mut cues = Vec::new();
        for span in row["attributions"].as_array().into_iter().flatten().flat_map(|one| one["cue"].as_array()).flatten()
        {
            let at = |place: usize| bytes.get(span[place].as_u64()? as usize).copied();
            cues.extend(at(0).zip(at(1)));
        }
        rows.push(Row { text, cues });
    }
    Ok(rows)
}
