//! Words for relatives: "wife", "brother-in-law", "cousin".

use super::rows;
use super::titles::Gender;
use rustc_hash::FxHashMap;
use std::sync::LazyLock;

static KIN: LazyLock<FxHashMap<&'static str, Option<Gender>>> = LazyLock::new(|| {
    let mut words = FxHashMap::default();
    for row in rows(include_str!("../../data/lexicon/kin.tsv")) {
        let &[gender, list] = row.as_slice() else { continue };
        let gender = match gender {
            "m" => Some(Gender::Man),
            "f" => Some(Gender::Woman),
            _ => None,
        };
        words.extend(list.split(' ').map(|word| (word, gender)));
    }
    words
});

/// Whether a word is one for a relative.
pub fn is_kin(word: &str) -> bool {
    KIN.contains_key(word)
}

/// The gender that a word for a relative tells.
pub fn gender(word: &str) -> Option<Gender> {
    KIN.get(word).copied().flatten()
}
