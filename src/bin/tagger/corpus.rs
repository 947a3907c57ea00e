//! The labelled texts, read as the program reads them.

use data_encoding::BASE64;
use postil::tag::blob::Model;
use postil::tag::features::{self, Atom};
use postil::tag::{self, name};
use postil::text::{self, Text};
use postil::{Given, Span};
use serde_json::Value;
use std::path::Path;
use std::process::Command;

/// A labelled text.
pub struct Document {
    pub text: Text,
    pub atoms: Vec<Atom>,
    /// The label of each token.
    pub gold: Vec<u8>,
    /// The chances of each token's labels where machines gave them; else none.
    pub chances: Vec<[u8; name::LABELS]>,
    /// The names as they are marked: bytes, and the number of the sort.
    pub names: Vec<(u32, u32, usize)>,
}

/// The texts of a file of JSON lines with `text` and `entities`.
pub fn names(file: &Path, model: &Model) -> Result<Vec<Document>, String> {
    let lines = lines(file)?;
    let rows = lines.lines().filter(|line| !line.trim().is_empty());
    rows.map(|line| {
        let row = serde_json::from_str(line).map_err(|error| format!("{}: {error}", file.display()))?;
        Ok(document(&row, model))
    })
    .collect()
}

/// What a file says; one whose name ends in `.gz` is unpacked by `gzip`.
fn lines(file: &Path) -> Result<String, String> {
    let fault = |error: &dyn std::fmt::Display| format!("{}: {error}", file.display());
    if file.extension().is_none_or(|extension| extension != "gz") {
        return std::fs::read_to_string(file).map_err(|error| fault(&error));
    }
    let unpacked = Command::new("gzip").arg("-dc").arg(file).output().map_err(|error| fault(&error))?;
    if !unpacked.status.success() {
        return Err(fault(&String::from_utf8_lossy(&unpacked.stderr)));
    }
    String::from_utf8(unpacked.stdout).map_err(|error| fault(&error))
}

/// Reads a text with its atoms, parts of speech among them.
pub fn read(words: &str, model: &Model) -> (Text, Vec<Atom>) {
    let text = text::read(words, &Given { insist: true, ..Given::default() });
    let tagged = tag::tag_with(model, &text);
    let mut atoms = features::atoms(model, &text);
    for (atom, pos) in atoms.iter_mut().zip(&tagged.pos) {
        atom.pos = *pos as u32 + 1;
    }
    (text, atoms)
}

fn document(row: &Value, model: &Model) -> Document {
    let words = row["text"].as_str().unwrap_or_default();
    let (text, atoms) = read(words, model);
    // Offsets are code points of the file's text; a line end of two characters or a byte order mark would move them.
    let bytes: Vec<u32> = words.char_indices().map(|(at, _)| at as u32).chain([words.len() as u32]).collect();
    let mut gold = vec![0; text.tokens.len()];
    let mut names = Vec::new();
    for entity in row["entities"].as_array().into_iter().flatten() {
        let sort = match entity["type"].as_str() {
            Some("PER") => 0,
            Some("ORG") => 1,
            Some("LOC") => 2,
            Some("MISC") => 3,
            _ => continue,
        };
        let at = |name: &str| bytes.get(entity[name].as_u64()? as usize).copied();
        let (Some(start), Some(end)) = (at("start"), at("end")) else { continue };
        names.push((start, end, sort));
        let mut first = true;
        for token in text.tokens_in(Span::new(start, end)) {
            let quote = matches!(text.norm(token), "'" | "\"");
            if gold[token] != 0 || !atoms[token].active || quote {
                continue;
            }
            gold[token] = 1 + 2 * sort as u8 + u8::from(!first);
            first = false;
        }
    }
    debug_assert!(gold.iter().all(|label| usize::from(*label) < name::LABELS));
    let chances = chances(row, &text, &bytes);
    Document { text, atoms, gold, chances, names }
}

/// The chances of each token's labels, if the row has them: `probs` holds those of the words of `spans`, a byte each.
fn chances(row: &Value, text: &Text, bytes: &[u32]) -> Vec<[u8; name::LABELS]> {
    let Some(packed) = row["probs"].as_str() else { return Vec::new() };
    let packed = BASE64.decode(packed.as_bytes()).unwrap_or_default();
    let places = row["spans"].as_array().map(Vec::as_slice).unwrap_or_default();
    let place = |at: &Value| at.as_u64().and_then(|at| bytes.get(at as usize)).copied().unwrap_or(0);
    let words: Vec<Span> =
        places.as_chunks().0.iter().map(|[start, end]| Span::new(place(start), place(end))).collect();
    let rows = packed.as_chunks::<{ name::LABELS }>().0;
    // The file's words may be cut otherwise than ours: the word that a token begins in counts.
    let word = |start: u32| {
        let at = words.partition_point(|word| word.end <= start);
        let row = *rows.get(at)?;
        Some(if words[at].start < start { inside(row) } else { row })
    };
    text.tokens.iter().map(|token| word(token.span.start).unwrap_or(NONE)).collect()
}

/// The chances of what goes on within a word.
fn inside(row: [u8; name::LABELS]) -> [u8; name::LABELS] {
    std::array::from_fn(|label| match label {
        0 => row[0],
        _ if label % 2 == 1 => 0,
        _ => row[label].saturating_add(row[label - 1]),
    })
}

/// Surely no name.
const NONE: [u8; name::LABELS] = [255, 0, 0, 0, 0, 0, 0, 0, 0];
