//! Coreference over named mentions, as `coref/<set>-named` beside `predict.py`'s plain `coref/<set>`.
//!
//! The sets cluster every noun phrase with all that describes it ("the American planemaker Boeing, based in Chicago"),
//! so that most of what they want are no names. Here both the labels and the answers go through one and the same
//! sieve, which knows nothing of which is which: articles, honorifics, possessives and outer punctuation go off the
//! edges; what is then no name (a small word in it that does not bind names, a pronoun, a month, a day of the week)
//! goes; a mention that holds another one of its own cluster goes, being that one with its description; and with them
//! go clusters of which one mention or none is left.

use anyhow::{Context, Result};
use serde_json::{Value, json};
use std::collections::BTreeSet;
use std::path::Path;

/// Writes the named mentions of `from`'s clusters to `to`; the texts are those of `gold`.
pub fn sieve(gold: &Path, from: &Path, to: &Path) -> Result<()> {
    let (gold, from) = (rows(gold)?, rows(from)?);
    let mut out = String::new();
    for (row, answer) in gold.iter().zip(&from) {
        let text: Vec<char> = row["text"].as_str().context("a row without text")?.chars().collect();
        let clusters: Vec<Vec<[usize; 2]>> = serde_json::from_value(answer["clusters"].clone())?;
        let clusters: Vec<_> = clusters.iter().filter_map(|cluster| names(&text, cluster)).collect();
        out += &format!("{}\n", json!({ "id": row["id"], "text": row["text"], "clusters": clusters }));
    }
    std::fs::write(to, out).with_context(|| format!("cannot write {}", to.display()))
}

fn rows(path: &Path) -> Result<Vec<Value>> {
    let rows = std::fs::read_to_string(path).with_context(|| format!("cannot read {}", path.display()))?;
    rows.lines().map(serde_json::from_str).collect::<Result<_, _>>().context("no JSON lines")
}

fn names(text: &[char], cluster: &[[usize; 2]]) -> Option<BTreeSet<(usize, usize)>> {
    let bare = cluster.iter().map(|[start, end]| edges(text, *start, (*end).min(text.len())));
    let names: BTreeSet<(usize, usize)> = bare.filter(|(start, end)| is_name(&text[*start..*end])).collect();
    let holds =
        |outer: &(usize, usize), inner: &(usize, usize)| outer != inner && outer.0 <= inner.0 && inner.1 <= outer.1;
    let names: BTreeSet<_> =
        names.iter().copied().filter(|outer| !names.iter().any(|inner| holds(outer, inner))).collect();
    (names.len() > 1).then_some(names)
}

/// Without article, honorific, possessive and outer punctuation.
fn edges(text: &[char], mut start: usize, mut end: usize) -> (usize, usize) {
    loop {
        let word: String = text[start..end].iter().take_while(|c| !c.is_whitespace()).collect();
        let length = word.chars().count();
        let light = matches!(
            word.to_lowercase().trim_end_matches('.'),
            "the" | "a" | "an" | "mr" | "mrs" | "ms" | "miss" | "dr" | "sir" | "lord" | "lady"
        );
        let gap = text[start..end].first().is_some_and(|c| !c.is_alphanumeric());
        if light && start + length < end {
            start += length;
        } else if gap {
            start += 1;
        } else {
            break;
        }
    }
    loop {
        match &text[start..end] {
            [.., '\'' | '’', 's'] => end -= 2,
            [.., last] if !last.is_alphanumeric() && *last != '.' => end -= 1,
            _ => return (start, end),
        }
    }
}

fn is_name(span: &[char]) -> bool {
    let span: String = span.iter().collect();
    let words: Vec<&str> = span.split_whitespace().collect();
    let binds = |word: &str| {
        matches!(
            word,
            "of" | "the"
                | "and"
                | "for"
                | "in"
                | "de"
                | "la"
                | "von"
                | "van"
                | "der"
                | "del"
                | "al"
                | "on"
                | "&"
                | "bin"
        )
    };
    let begins = |word: &str| word.chars().find(|c| c.is_alphanumeric()).is_some_and(|c| !c.is_lowercase());
    let capital = |word: &str| word.chars().find(|c| c.is_alphanumeric()).is_some_and(char::is_uppercase);
    let other = |word: &str| {
        matches!(
            word.to_lowercase().as_str(),
            "i" | "me"
                | "my"
                | "we"
                | "us"
                | "our"
                | "you"
                | "your"
                | "he"
                | "him"
                | "his"
                | "she"
                | "her"
                | "it"
                | "its"
                | "they"
                | "them"
                | "their"
                | "this"
                | "that"
                | "these"
                | "those"
                | "who"
                | "which"
                | "whose"
                | "one"
                | "january"
                | "february"
                | "march"
                | "april"
                | "may"
                | "june"
                | "july"
                | "august"
                | "september"
                | "october"
                | "november"
                | "december"
                | "monday"
                | "tuesday"
                | "wednesday"
                | "thursday"
                | "friday"
                | "saturday"
                | "sunday"
        ) && word != "US"
    };
    let lone = words.first().is_some_and(|first| other(first));
    let last = words.last().is_some_and(|last| begins(last));
    last && !lone && words.iter().all(|word| begins(word) || binds(word)) && words.iter().any(|word| capital(word))
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn only_names_are_left_with_bare_edges() {
        let text: Vec<char> = "Norvik, the maker Norvik (NV), its boss and Norvik’s jet".chars().collect();
        let cluster = [[0, 6], [0, 24], [8, 24], [18, 24], [31, 34], [44, 52]];
        let names = names(&text, &cluster).expect("more than one");
        assert_eq!(names.into_iter().collect::<Vec<_>>(), [(0, 6), (18, 24), (44, 50)]);
    }

    #[test]
    fn a_name_alone_is_no_cluster() {
        let text: Vec<char> = "Norvik and it".chars().collect();
        assert_eq!(names(&text, &[[0, 6], [11, 13]]), None);
    }
}
