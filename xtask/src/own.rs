//! The project's own labelled sets of claims, and the rules of claims one by one.
//!
//! `tests/gold/own/quotations.tsv` says of each sentence whether its quote marks enclose speech; `speakers.txt` has short
//! articles and, after each, the words that name a source by pronoun or noun, with who is meant, in their order.

use crate::root;
use crate::score::Row;
use crate::sentences::annotations;
use anyhow::{Context, Result};
use serde_json::Value;
use std::collections::BTreeMap;
use std::path::Path;

/// Scores a set of `tests/gold/own`.
pub fn score(set: &str, program: &Path) -> Result<Vec<Row>> {
    if set == "own/quotations" { quotations(set, program) } else { speakers(set, program) }
}

fn read(name: &str) -> Result<String> {
    let file = root().join("tests/gold/own").join(name);
    std::fs::read_to_string(&file).with_context(|| format!("cannot read {}", file.display()))
}

fn row(set: &str, measure: &str, part: usize, whole: usize) -> Row {
    let score = part as f64 / whole.max(1) as f64;
    Row { set: set.to_owned(), measure: measure.to_owned(), parts: None, score }
}

/// The items of a list in an export; none where there is no such list.
pub fn array<'v>(value: &'v Value, key: &str) -> impl Iterator<Item = &'v Value> {
    value[key].as_array().into_iter().flatten()
}

fn ends(span: &Value) -> (u64, u64) {
    (span["start"].as_u64().unwrap_or_default(), span["end"].as_u64().unwrap_or_default())
}

/// Where quote marks enclose something, in code points, the marks with it.
fn quoted(text: &str) -> Vec<(u64, u64)> {
    let mut found = Vec::new();
    let mut open = None;
    for (at, letter) in text.chars().enumerate() {
        match (letter, open) {
            ('“', _) | ('"', None) => open = Some(at as u64),
            ('”' | '"', Some(start)) => {
                found.push((start, at as u64 + 1));
                open = None;
            }
            _ => {}
        }
    }
    found
}

fn quotations(set: &str, program: &Path) -> Result<Vec<Row>> {
    let file = read("quotations.tsv")?;
    let rows: Vec<(&str, &str)> =
        file.lines().filter(|line| !line.starts_with('#')).filter_map(|line| line.split_once('\t')).collect();
    let texts: Vec<&str> = rows.iter().map(|(_, text)| *text).collect();
    let (mut speech, mut exact, mut others, mut taken) = (0, 0, 0, 0);
    for ((kind, text), found) in rows.iter().zip(annotations(&texts, None, program)?) {
        let direct = array(&found, "claims").filter(|claim| matches!(claim["mode"].as_str(), Some("direct" | "mixed")));
        let mut contents: Vec<(u64, u64)> =
            direct.flat_map(|claim| array(claim, "content").map(ends).collect::<Vec<_>>()).collect();
        contents.sort_unstable();
        contents.dedup();
        let marks = quoted(text);
        if *kind == "speech" {
            speech += 1;
            exact += usize::from(contents == marks);
        } else {
            others += 1;
            taken += usize::from(contents.iter().any(|content| marks.contains(content)));
        }
    }
    Ok(vec![row(set, "speech exact", exact, speech), row(set, "others left alone", others - taken, others)])
}

fn speakers(set: &str, program: &Path) -> Result<Vec<Row>> {
    let file = read("speakers.txt")?;
    let mut articles: Vec<(String, Vec<(&str, &str)>)> = Vec::new();
    for part in file.split("\n\n").filter(|part| !part.starts_with('#')) {
        let gold = part.lines().filter_map(|line| line.strip_prefix("> ")?.split_once(" = ")).collect();
        let text: Vec<&str> = part.lines().filter(|line| !line.starts_with("> ")).collect();
        articles.push((text.join("\n\n"), gold));
    }
    let texts: Vec<&str> = articles.iter().map(|(text, _)| text.as_str()).collect();
    let (mut all, mut answered, mut right) = (0, 0, 0);
    for ((_, gold), found) in articles.iter().zip(annotations(&texts, None, program)?) {
        let names: BTreeMap<&str, &str> =
            array(&found, "entities").filter_map(|one| Some((one["id"].as_str()?, one["name"].as_str()?))).collect();
        let mut sources: Vec<(&Value, u64)> =
            array(&found, "claims").map(|claim| (&claim["source"], ends(&claim["source"]["span"]).0)).collect();
        sources.sort_by_key(|source| source.1);
        sources.dedup_by(|a, b| a.1 == b.1);
        let mut next = 0;
        for (words, name) in gold {
            all += 1;
            let same = |source: &Value| {
                source["span"]["exact"]
                    .as_str()
                    .is_some_and(|exact| exact.trim_end_matches(',').eq_ignore_ascii_case(words))
            };
            let Some(at) = (next..sources.len()).find(|at| same(sources[*at].0)) else { continue };
            next = at + 1;
            let Some(entity) = sources[at].0["entity"].as_str() else { continue };
            answered += 1;
            right += usize::from(names.get(entity) == Some(name));
        }
    }
    Ok(vec![row(set, "answered", answered, all), row(set, "right of those answered", right, answered)])
}

/// How many claims of each rule have half their content in common with one that is marked.
pub fn by_rule(file: &Path, program: &Path) -> Result<String> {
    let lines = std::fs::read_to_string(file)?;
    let rows: Vec<Value> = lines.lines().map(serde_json::from_str).collect::<Result<_, _>>()?;
    let texts: Vec<&str> = rows.iter().filter_map(|row| row["text"].as_str()).collect();
    let mut rules: BTreeMap<String, [usize; 2]> = BTreeMap::new();
    for (row, found) in rows.iter().zip(annotations(&texts, None, program)?) {
        let pair = |span: &Value| (span[0].as_u64().unwrap_or_default(), span[1].as_u64().unwrap_or_default());
        let gold: Vec<Vec<(u64, u64)>> =
            array(row, "attributions").map(|one| array(one, "content").map(pair).collect()).collect();
        let length = |spans: &[(u64, u64)]| spans.iter().map(|(start, end)| end - start).sum::<u64>();
        for claim in array(&found, "claims").filter(|claim| claim["mode"] != "narrator") {
            let content: Vec<(u64, u64)> = array(claim, "content").map(ends).collect();
            let shared = |other: &[(u64, u64)]| {
                let both = |a: &(u64, u64), b: &(u64, u64)| a.1.min(b.1).saturating_sub(a.0.max(b.0));
                content.iter().flat_map(|a| other.iter().map(move |b| both(a, b))).sum::<u64>()
            };
            let right =
                gold.iter().any(|other| 2 * shared(other) >= length(other).max(length(&content)) && !other.is_empty());
            let counts = rules.entry(claim["by"]["rule"].as_str().unwrap_or_default().to_owned()).or_default();
            counts[0] += usize::from(right);
            counts[1] += 1;
        }
    }
    let line = |(rule, [right, all]): (&String, &[usize; 2])| {
        format!("  {rule:24} {right:5} of {all:5} right  {:.2}\n", *right as f64 / *all as f64)
    };
    Ok(rules.iter().map(line).collect())
}
