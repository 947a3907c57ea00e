//! Words beside which a number names something and measures nothing.

use crate::lexicon::rows;
use rustc_hash::FxHashMap;
use std::sync::LazyLock;

/// Where a word stands beside a number that names something.
#[derive(Clone, Copy, PartialEq, Eq)]
pub enum Place {
    /// "section 230"
    Before,
    /// "Formula 1", but "the formula 1"
    CapitalBefore,
    /// "the first minister"
    AfterOrdinal,
    /// "5th Fleet"
    CapitalAfterOrdinal,
    /// "the 80486 chip"
    AfterModel,
    /// "10 Downing Street"
    Street,
}

static DESIGNATORS: LazyLock<FxHashMap<(&'static str, bool), Place>> = LazyLock::new(|| {
    let place = |name| match name {
        "before" => Some(Place::Before),
        "Before" => Some(Place::CapitalBefore),
        "after" => Some(Place::AfterOrdinal),
        "After" => Some(Place::CapitalAfterOrdinal),
        "model" => Some(Place::AfterModel),
        "street" => Some(Place::Street),
        _ => None,
    };
    let is_before = |place| matches!(place, Place::Before | Place::CapitalBefore);
    rows(include_str!("../../../data/lexicon/designators.tsv"))
        .filter_map(|row| match row[..] {
            [word, name] => place(name).map(|place| ((word, is_before(place)), place)),
            _ => None,
        })
        .collect()
});

/// What a word before a number says of it.
pub fn before(norm: &str) -> Option<Place> {
    DESIGNATORS.get(&(norm, true)).copied()
}

/// What a word after a number says of it.
pub fn after(norm: &str) -> Option<Place> {
    DESIGNATORS.get(&(norm, false)).copied()
}
