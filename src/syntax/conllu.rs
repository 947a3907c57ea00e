//! CoNLL-U, the file format of Universal Dependencies: one token a line, ten columns, an empty line after each
//! sentence (<https://universaldependencies.org/format.html>).
//!
//! Read and written are the columns ID, FORM, UPOS, HEAD, DEPREL and, of MISC, `SpaceAfter=No`; the other columns are
//! written as `_`. Multiword tokens ("1-2") and empty nodes ("8.1") are skipped.

use super::{Parsed, Relation};
use crate::tag::{Pos, Tagged};
use crate::text::Text;
use std::fmt::Write as _;

/// The sentences of a file, and their trees where the file has any.
#[derive(Clone, Debug, Default)]
pub struct Trees {
    /// The tokens, in sentences as in the file.
    pub text: Text,
    /// The part of speech of each token; `X` where the file has none.
    pub pos: Vec<Pos>,
    /// The head of each token, as an index into the tokens of the text; its own index if it has none.
    pub heads: Vec<u32>,
    /// The relation of each token to its head.
    pub relations: Vec<Relation>,
}

/// Reads a file. Lines that are no token are skipped; a head that is no token of the sentence counts as none.
pub fn read(file: &str) -> Trees {
    let mut trees = Trees::default();
    let mut sentences: Vec<Vec<(&str, bool)>> = Vec::new();
    let (mut words, mut heads): (Vec<(&str, bool)>, Vec<usize>) = Default::default();
    for line in file.lines().chain([""]) {
        if line.trim().is_empty() {
            close(&mut trees, &mut sentences, &mut words, &mut heads);
            continue;
        }
        let columns: Vec<&str> = line.split('\t').collect();
        let &[id, form, _, pos, _, _, head, relation, _, misc] = columns.as_slice() else { continue };
        if id.parse::<usize>().is_err() || form.trim().is_empty() {
            continue;
        }
        words.push((form.trim(), !misc.split('|').any(|part| part == "SpaceAfter=No")));
        heads.push(head.parse().unwrap_or(0));
        trees.pos.push(Pos::named(pos).unwrap_or(Pos::X));
        trees.relations.push(Relation::named(relation));
    }
    trees.text = Text::of_tokens(&sentences);
    trees
}

fn close<'f>(
    trees: &mut Trees,
    sentences: &mut Vec<Vec<(&'f str, bool)>>,
    words: &mut Vec<(&'f str, bool)>,
    heads: &mut Vec<usize>,
) {
    if words.is_empty() {
        return;
    }
    let start = trees.heads.len();
    let len = words.len();
    let index = |(at, head): (usize, usize)| if head == 0 || head > len { start + at } else { start + head - 1 };
    trees.heads.extend(heads.drain(..).enumerate().map(index).map(|head| head as u32));
    sentences.push(std::mem::take(words));
}

/// Writes the sentences of a text with their tags and trees.
pub fn write(text: &Text, tagged: &Tagged, parsed: &Parsed) -> String {
    let mut out = String::new();
    for sentence in &text.sentences {
        let start = sentence.tokens.start;
        let _ = writeln!(out, "# text = {}", text.slice(sentence.span).replace('\n', " "));
        for at in sentence.tokens.clone() {
            let head = parsed.head(at).map_or(0, |head| head + 1 - start);
            let spaced = at + 1 == sentence.tokens.end || text.spaced(at + 1);
            let _ = writeln!(
                out,
                "{}\t{}\t_\t{}\t_\t_\t{head}\t{}\t_\t{}",
                at + 1 - start,
                text.word(at).replace([' ', '\n', '\t'], "\u{a0}"),
                tagged.pos(at).name(),
                parsed.relation(at).name(),
                if spaced { "_" } else { "SpaceAfter=No" },
            );
        }
        out.push('\n');
    }
    out
}
