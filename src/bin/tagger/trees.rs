//! The treebanks: sentences whose tags and trees are known.

use postil::Span;
use postil::syntax::conllu::{self, Trees};
use postil::tag::blob::Model;
use postil::tag::features::{self, Atom};
use std::path::Path;

/// A treebank, read.
pub struct Bank {
    pub trees: Trees,
    pub atoms: Vec<Atom>,
    /// How many times it is read in each pass.
    pub times: usize,
}

/// Files of gold trees, how many times each is read, and whether it is openly licensed.
const GOLD: &[(&str, usize)] = &[("train/parse/ewt.train.conllu", 3), ("train/parse/gum.train.conllu", 3)];

/// Sentences are read in pieces, so that no text grows long.
const PIECE: usize = 8 << 20;

/// The gold treebanks, and a file of trees that a parser wrote.
pub fn read(gold: &Path, silver: Option<&Path>, model: &Model, most: usize) -> Result<Vec<Bank>, String> {
    let mut banks = Vec::new();
    for (name, times) in GOLD {
        let file = text(&gold.join(name))?;
        banks.push(bank(&file, if silver.is_some() { *times } else { 1 }, model));
    }
    if let Some(silver) = silver {
        let file = text(silver)?;
        let mut left = most;
        for piece in pieces(&file) {
            let mut bank = bank(piece, 1, model);
            if bank.atoms.len() > left {
                let keep = bank.trees.text.sentences.partition_point(|sentence| sentence.tokens.end <= left);
                bank.trees.text.sentences.truncate(keep);
            }
            left = left.saturating_sub(bank.atoms.len());
            banks.push(bank);
            if left == 0 {
                break;
            }
        }
    }
    Ok(banks)
}

fn text(path: &Path) -> Result<String, String> {
    std::fs::read_to_string(path).map_err(|error| format!("{}: {error}", path.display()))
}

fn pieces(file: &str) -> impl Iterator<Item = &str> {
    let mut rest = file;
    std::iter::from_fn(move || {
        if rest.is_empty() {
            return None;
        }
        let from = rest.floor_char_boundary(PIECE.min(rest.len()));
        let cut = rest[from..].find("\n\n").map_or(rest.len(), |at| from + at + 2);
        let (piece, more) = rest.split_at(cut);
        rest = more;
        Some(piece)
    })
}

/// Reads the trees of a file.
pub fn bank(file: &str, times: usize, model: &Model) -> Bank {
    let trees = conllu::read(file);
    let atoms = features::atoms(model, &trees.text);
    Bank { trees, atoms, times }
}

/// Words that are frequent, written small as a rule and hardly ever names, the most frequent first.
pub fn common(banks: &[Bank], most: usize) -> Vec<u32> {
    use postil::tag::{Pos, hash};
    let mut counts: std::collections::BTreeMap<&str, [u32; 3]> = std::collections::BTreeMap::new();
    for bank in banks {
        let text = &bank.trees.text;
        for (at, pos) in bank.trees.pos.iter().enumerate() {
            let norm = text.norm(at);
            if !norm.starts_with(|c: char| c.is_alphabetic()) {
                continue;
            }
            let small = text.slice(Span::new(text.tokens[at].span.start, text.tokens[at].span.end)) == norm;
            let count = counts.entry(norm).or_default();
            count[0] += 1;
            count[1] += u32::from(small);
            count[2] += u32::from(*pos == Pos::Propn);
        }
    }
    let mut words: Vec<(u32, &str)> = counts
        .iter()
        .filter(|(_, [all, small, names])| *all >= 5 && small * 10 >= all * 6 && names * 10 <= *all)
        .map(|(word, [all, ..])| (*all, *word))
        .collect();
    words.sort_by(|a, b| b.cmp(a));
    words.truncate(most);
    words.into_iter().map(|(_, word)| hash::bytes(word.bytes())).collect()
}
