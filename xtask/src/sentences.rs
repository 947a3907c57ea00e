//! Sentence boundaries, measured on treebanks in CoNLL-U.
//!
//! A document is put together from its sentences' `# text` as they stood: a new paragraph begins where the
//! treebank says `# newpar`, and where an element of the page ends, whose sentences GUM counts (`# newpar_block =
//! head (1 s)`: what comes after that one sentence stood outside the heading, in a line of its own). Otherwise a
//! space stands between sentences unless the last token says `SpaceAfter=No`. Nothing else of the mark-up is
//! handed over: which element a paragraph was, the program has to tell by itself. A sentence is right if both its
//! ends are (the "Sentences" measure of the CoNLL 2018 shared task).
//!
//! GUM ends some sentences at a semicolon, a colon or a dash between main clauses (about one in eight); Postil
//! ends none there, so the measure's ceiling lies near .98.

use crate::score::Row;
use anyhow::{Context, Result, ensure};
use serde_json::{Value, json};
use std::collections::BTreeSet;
use std::io::{BufRead, BufReader, Write};
use std::path::{Path, PathBuf};
use std::process::{Command, Stdio};

/// Genres of GUM that an editor has seen before they were published, transcripts of hearings and interviews
/// included: what the genre's guidelines call published writing. The rest (conversation, vlog, podcast, speech as
/// it was spoken, reddit, essay, letter) are talk and posts as their authors left them.
const EDITED: [&str; 9] = ["academic", "bio", "court", "fiction", "interview", "news", "textbook", "voyage", "whow"];

/// Scores the program's sentences in the documents of `files`.
pub fn score(set: &str, files: &[PathBuf], program: &Path) -> Result<Vec<Row>> {
    let mut documents = Vec::new();
    for file in files {
        let treebank = std::fs::read_to_string(file).with_context(|| format!("cannot read {}", file.display()))?;
        documents.extend(read(&treebank));
    }
    let found = annotate(&documents, program)?;
    let mut rows = vec![row(set, "F1", documents.iter().zip(&found))];
    let edited = |id: &str| EDITED.iter().any(|genre| id.starts_with(&format!("GUM_{genre}_")));
    if documents.iter().any(|document| edited(&document.id)) {
        let edited = documents.iter().zip(&found).filter(|(document, _)| edited(&document.id));
        rows.push(row(set, "F1, edited genres", edited));
    }
    Ok(rows)
}

/// A document, and its sentences in code points.
#[derive(Debug, Default, PartialEq)]
struct Document {
    id: String,
    text: String,
    sentences: BTreeSet<(u64, u64)>,
}

fn row<'d>(set: &str, measure: &str, pairs: impl Iterator<Item = (&'d Document, &'d BTreeSet<(u64, u64)>)>) -> Row {
    let (mut right, mut found, mut gold) = (0, 0, 0);
    for (document, sentences) in pairs {
        right += document.sentences.intersection(sentences).count();
        found += sentences.len();
        gold += document.sentences.len();
    }
    let share = |of: usize| right as f64 / of.max(1) as f64;
    let score = 2.0 * right as f64 / (found + gold).max(1) as f64;
    Row { set: set.to_owned(), measure: measure.to_owned(), parts: Some((share(found), share(gold))), score }
}

fn read(treebank: &str) -> Vec<Document> {
    let mut documents = Vec::new();
    let mut document = Document::default();
    let (mut length, mut gap) = (0, "");
    let (mut tight, mut pending): (bool, Option<&str>) = (false, None);
    let mut elements: Vec<u32> = Vec::new();
    for line in treebank.lines().chain([""]) {
        if let Some(id) = line.strip_prefix("# newdoc id = ") {
            documents.push(std::mem::replace(&mut document, Document { id: id.to_owned(), ..Document::default() }));
            (length, gap) = (0, "");
            elements.clear();
        } else if let Some(opened) = line.strip_prefix("# newpar_block = ") {
            elements.extend(opened.split(" | ").filter_map(sentences_within));
        } else if line == "# newpar" || line.starts_with("# newpar id") {
            gap = if document.text.is_empty() { "" } else { "\n\n" };
        } else if let Some(text) = line.strip_prefix("# text = ") {
            pending = Some(text.trim());
        } else if line.is_empty() {
            if let Some(text) = pending.take() {
                document.text.push_str(gap);
                document.text.push_str(text);
                let start = length + gap.chars().count() as u64;
                length = start + text.chars().count() as u64;
                document.sentences.insert((start, length));
                elements.iter_mut().for_each(|left| *left -= 1);
                let ended = elements.contains(&0);
                elements.retain(|left| *left > 0);
                gap = match (ended, tight) {
                    (true, _) => "\n\n",
                    (false, true) => "",
                    (false, false) => " ",
                };
            }
        } else if !line.starts_with('#') {
            tight = line.contains("SpaceAfter=No");
        }
    }
    documents.push(document);
    documents.retain(|document| !document.text.is_empty());
    documents
}

/// How many sentences an element holds that breaks the line where it ends: `head rend:::"bold" (2 s)`.
fn sentences_within(element: &str) -> Option<u32> {
    let name = element.split(' ').next()?;
    let count = element.rsplit_once('(')?.1.strip_suffix(" s)")?;
    let inline = matches!(name, "hi" | "ref" | "q" | "w" | "cell" | "date" | "incident" | "note");
    count.parse().ok().filter(|count| !inline && *count > 0)
}

fn annotate(documents: &[Document], program: &Path) -> Result<Vec<BTreeSet<(u64, u64)>>> {
    let texts: Vec<&str> = documents.iter().map(|document| document.text.as_str()).collect();
    let sentences = |export: &Value| {
        let sentences = export["document"]["sentences"].as_array().context("an export without sentences")?;
        let span = |sentence: &Value| Some((sentence["span"]["start"].as_u64()?, sentence["span"]["end"].as_u64()?));
        Ok(sentences.iter().filter_map(span).collect())
    };
    annotations(&texts, None, program)?.iter().map(sentences).collect()
}

/// What the program makes of each text.
pub fn annotations(texts: &[&str], date: Option<&str>, program: &Path) -> Result<Vec<Value>> {
    let mut child = Command::new(program)
        .args(["annotate", "--ndjson"])
        .args(date.map(|date| ["--date", date]).into_iter().flatten())
        .stdin(Stdio::piped())
        .stdout(Stdio::piped())
        .spawn()
        .with_context(|| format!("cannot start {}", program.display()))?;
    let mut input = child.stdin.take().context("no standard input")?;
    let output = BufReader::new(child.stdout.take().context("no standard output")?);
    let lines: Vec<Value> =
        texts.iter().enumerate().map(|(at, text)| json!({ "id": at.to_string(), "text": text })).collect();
    let writer = std::thread::spawn(move || lines.iter().try_for_each(|line| writeln!(input, "{line}")));
    let mut found = Vec::new();
    for line in output.lines() {
        let mut answer: Value = serde_json::from_str(&line?).context("the program wrote no JSON")?;
        found.push(answer["postil"].take());
    }
    writer.join().expect("a thread that does not panic")?;
    ensure!(child.wait()?.success() && found.len() == texts.len(), "the program did not answer every text");
    Ok(found)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn an_element_ends_its_line() {
        let treebank = "# newdoc id = A\n# newpar\n# newpar_block = head rend:::\"bold\" (1 s) | hi (1 s)\n# text = One\n1\tOne\n\n\
            # text = Two\n1\tTwo\n\n# text = Three\n1\tx\n";
        assert_eq!(read(treebank)[0].text, "One\n\nTwo Three");
    }

    #[test]
    fn a_document_is_put_together() {
        let treebank = "# newdoc id = A\n# newpar\n# text = One two.\n1\tOne\n2\ttwo.\n\n# text = “Né.”\n1\tx\tSpaceAfter=No\n\n\
            # text = Three.\n1\tx\n\n# newpar\n# text = Four.\n1\tx\n\n# newdoc id = B\n# text = Five.\n1\tx\n";
        let documents = read(treebank);
        assert_eq!(documents.len(), 2);
        assert_eq!(documents[0].text, "One two. “Né.”Three.\n\nFour.");
        assert_eq!(documents[0].sentences, BTreeSet::from([(0, 8), (9, 14), (14, 20), (22, 27)]));
        assert_eq!(documents[1].text, "Five.");
    }
}
