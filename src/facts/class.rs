//! The words that statements, roles and cards are told by: `data/lexicon/facts.tsv`.

use crate::lexicon;
use rustc_hash::{FxHashMap, FxHashSet};
use std::sync::LazyLock;

/// The words of each class.
static WORDS: LazyLock<FxHashMap<&'static str, FxHashSet<&'static str>>> = LazyLock::new(|| {
    let mut classes: FxHashMap<&'static str, FxHashSet<&'static str>> = FxHashMap::default();
    for row in lexicon::rows(include_str!("../../data/lexicon/facts.tsv")) {
        let [class, words] = row[..] else { continue };
        classes.entry(class).or_default().extend(words.split(' '));
    }
    classes
});

/// Whether a word in small letters is one of a class.
pub(super) fn is(class: &str, word: &str) -> bool {
    WORDS.get(class).is_some_and(|words| words.contains(word))
}
