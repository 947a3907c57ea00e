//! The labelled texts, read as the program reads them.

use postil::Given;
use postil::tag::blob::Model;
use postil::tag::features::{self, Atom};
use postil::tag::{self, name};
use postil::text::{self, Text};
use serde_json::Value;
use std::path::Path;

/// A labelled text.
pub struct Document {
    pub text: Text,
    pub atoms: Vec<Atom>,
    /// The label of each token.
    pub gold: Vec<u8>,
    /// The names as they are marked: bytes, and the number of the sort.
    pub names: Vec<(u32, u32, usize)>,
}

/// The texts of a file of JSON lines with `text` and `entities`.
pub fn names(file: &Path, model: &Model) -> Result<Vec<Document>, String> {
    let lines = std::fs::read_to_string(file).map_err(|error| format!("{}: {error}", file.display()))?;
    let rows = lines.lines().filter(|line| !line.trim().is_empty());
    rows.map(|line| {
        let row = serde_json::from_str(line).map_err(|error| format!("{}: {error}", file.display()))?;
        Ok(document(&row, model))
    })
    .collect()
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
        for token in text.tokens_in(postil::Span::new(start, end)) {
            let quote = matches!(text.norm(token), "'" | "\"");
            if gold[token] != 0 || !atoms[token].active || quote {
                continue;
            }
            gold[token] = 1 + 2 * sort as u8 + u8::from(!first);
            first = false;
        }
    }
    debug_assert!(gold.iter().all(|label| usize::from(*label) < name::LABELS));
    Document { text, atoms, gold, names }
}
