//! brat: the text, its annotations as standoff, and a configuration that names the types in use, in a zip.
//!
//! `T` lines are marks, `R` lines links, `A` lines attributes of a closed vocabulary, `#` lines notes: what else is known
//! of a mark, and what there is to check. Offsets are code points; a mark in several pieces is `start end;start end`. A
//! mark must not hold a line end, so it is cut in pieces there.
//! <https://brat.nlplab.org/standoff.html>

use super::Part;
use super::view::{Item, View, one_line};

/// Attributes that brat shows as such; the others stand in the note.
const CLOSED: [&str; 6] = ["confidence", "status", "form", "polarity", "modality", "standing"];

pub(super) fn write(view: &View<'_>) -> Vec<Part> {
    let mut standoff = Standoff::default();
    // The number of each item's `T` line; none of an item that is nothing but white space.
    let numbers: Vec<_> = view.items.iter().map(|item| standoff.mark(view, item)).collect();
    for link in &view.links {
        if let (Some(from), Some(to)) = (numbers[link.from], numbers[link.to]) {
            standoff.links += 1;
            let line = format!("R{}\t{} Arg1:T{from} Arg2:T{to}\n", standoff.links, link.kind);
            standoff.lines.push_str(&line);
            add(&mut standoff.relations, link.kind);
        }
    }
    for finding in &view.findings {
        for member in view.members(finding).into_iter().filter_map(|at| numbers[at]) {
            standoff.note(member, &["check: ", &one_line(&finding.text)].concat());
        }
    }
    let configuration = standoff.configuration();
    vec![
        Part { name: "article.txt", text: view.text.to_owned() },
        Part { name: "article.ann", text: standoff.lines },
        Part { name: "annotation.conf", text: configuration },
    ]
}

#[derive(Default)]
struct Standoff<'v> {
    lines: String,
    marks: u32,
    links: u32,
    attributes: u32,
    notes: u32,
    types: Vec<&'v str>,
    relations: Vec<&'v str>,
    /// The values of each closed attribute.
    values: [Vec<&'v str>; CLOSED.len()],
}

impl<'v> Standoff<'v> {
    fn mark(&mut self, view: &View<'v>, item: &'v Item<'_>) -> Option<u32> {
        let pieces: Vec<_> = item.pieces.iter().flat_map(|span| lines(span.start, view.words(span))).collect();
        let places: Vec<_> = pieces.iter().map(|(start, end, _)| format!("{start} {end}")).collect();
        let words: Vec<_> = pieces.iter().map(|(.., words)| *words).collect();
        if pieces.is_empty() {
            return None;
        }
        self.marks += 1;
        let mark = self.marks;
        self.lines.push_str(&format!("T{mark}\t{} {}\t{}\n", item.label, places.join(";"), words.join(" ")));
        add(&mut self.types, item.label);
        for (name, values) in CLOSED.iter().zip(&mut self.values) {
            if let Some(value) = item.get(name).filter(|value| !value.contains(char::is_whitespace)) {
                self.attributes += 1;
                self.lines.push_str(&format!("A{}\t{name} T{mark} {value}\n", self.attributes));
                add(values, value);
            }
        }
        self.note(mark, &[item.kind, "; ", &item.summary()].concat());
        Some(mark)
    }

    fn note(&mut self, mark: u32, words: &str) {
        self.notes += 1;
        self.lines.push_str(&format!("#{}\tAnnotatorNotes T{mark}\t{words}\n", self.notes));
    }

    /// What brat has to be told of: it shows no type that its configuration does not name.
    fn configuration(&self) -> String {
        let mut text = String::from("[entities]\n");
        self.types.iter().for_each(|name| text.push_str(&[name, "\n"].concat()));
        text.push_str("\n[relations]\n");
        for name in &self.relations {
            text.push_str(&[name, "\tArg1:<ENTITY>, Arg2:<ENTITY>\n"].concat());
        }
        text.push_str("\n[events]\n\n[attributes]\n");
        for (name, values) in CLOSED.iter().zip(&self.values).filter(|(_, values)| !values.is_empty()) {
            text.push_str(&[name, "\tArg:<ENTITY>, Value:", &values.join("|"), "\n"].concat());
        }
        text
    }
}

/// Adds a word to those that are known.
fn add<'v>(words: &mut Vec<&'v str>, word: &'v str) {
    if !words.contains(&word) {
        words.push(word);
    }
}

/// The lines of some words, each with its place in code points and without outer white space.
fn lines(start: u32, words: &str) -> Vec<(u32, u32, &str)> {
    let mut found = Vec::new();
    let mut at = start;
    for line in words.split_inclusive(is_line_end) {
        let inner = line.trim_matches(|c: char| c.is_whitespace() || is_line_end(c));
        let before = line.chars().take_while(|c| c.is_whitespace() || is_line_end(*c)).count() as u32;
        if !inner.is_empty() {
            found.push((at + before, at + before + inner.chars().count() as u32, inner));
        }
        at += line.chars().count() as u32;
    }
    found
}

/// Line ends of all kinds, and the tab, which parts the fields of a line.
fn is_line_end(c: char) -> bool {
    c.is_control() || matches!(c, '\u{2028}' | '\u{2029}')
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn no_line_end_is_in_a_piece() {
        assert_eq!(lines(7, "né\n\n  wide  \nx"), [(7, 9, "né"), (13, 17, "wide"), (20, 21, "x")]);
        assert_eq!(lines(0, "a\tb"), [(0, 1, "a"), (2, 3, "b")]);
        assert_eq!(lines(0, " \n"), []);
    }
}
