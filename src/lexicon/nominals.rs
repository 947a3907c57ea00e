//! Nouns that stand for something named before: "the company", "the country".

use super::rows;
use rustc_hash::FxHashMap;
use std::sync::LazyLock;

/// What a noun may stand for.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
#[expect(missing_docs, reason = "plain words")]
pub enum Class {
    Organisation,
    Nation,
    Town,
    Place,
    Product,
    Event,
    Work,
    Law,
}

/// A noun that stands for names.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Nominal {
    /// What it may stand for.
    pub class: Class,
    /// Only for one that has the word in its name: "the ministry" for the Ministry of Fisheries.
    pub named: bool,
}

static NOMINALS: LazyLock<FxHashMap<&'static str, Nominal>> = LazyLock::new(|| {
    let read = |row: Vec<&'static str>| {
        let class = match *row.get(1)? {
            "organisation" => Class::Organisation,
            "nation" => Class::Nation,
            "town" => Class::Town,
            "place" => Class::Place,
            "product" => Class::Product,
            "event" => Class::Event,
            "work" => Class::Work,
            "law" => Class::Law,
            _ => return None,
        };
        Some((row[0], Nominal { class, named: row.get(2) == Some(&"named") }))
    };
    rows(include_str!("../../data/lexicon/nominals.tsv")).filter_map(read).collect()
});

/// The noun in lower case, if it is one.
pub fn get(norm: &str) -> Option<Nominal> {
    NOMINALS.get(norm).copied()
}
