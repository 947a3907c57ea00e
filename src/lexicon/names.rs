//! Words that tell what a name names: "Ministry", "River", "Act".

use super::rows;
use rustc_hash::FxHashMap;
use std::sync::LazyLock;

/// What a word says of the name it is part of.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash)]
pub enum Word {
    /// Ends the name of a company: "Inc".
    Company,
    /// Ends the name of an organisation: "Council".
    Organisation,
    /// Begins the name of an organisation and may end one: "Ministry of …".
    Start,
    /// Ends the name of a natural or administrative place: "River".
    Geo,
    /// Begins the name of a place: "Mount".
    GeoStart,
    /// Ends the name of a building, street or square.
    Facility,
    /// Ends the name of an event.
    Event,
    /// Ends the name of a law.
    Law,
    /// A month or a day.
    Calendar,
    /// Its subject speaks.
    Say,
    /// Written with capitals though no name.
    Not,
}

static WORDS: LazyLock<FxHashMap<&'static str, Word>> = LazyLock::new(|| {
    let class = |name: &str| match name {
        "company" => Some(Word::Company),
        "organisation" => Some(Word::Organisation),
        "start" => Some(Word::Start),
        "geo" => Some(Word::Geo),
        "geostart" => Some(Word::GeoStart),
        "facility" => Some(Word::Facility),
        "event" => Some(Word::Event),
        "law" => Some(Word::Law),
        "calendar" => Some(Word::Calendar),
        "say" => Some(Word::Say),
        "not" => Some(Word::Not),
        _ => None,
    };
    let rows = rows(include_str!("../../data/lexicon/name_words.tsv"));
    rows.filter_map(|row| Some((row[0], class(row.get(1)?)?))).collect()
});

/// The class of a word in lower case.
pub fn word(norm: &str) -> Option<Word> {
    WORDS.get(norm).copied()
}
