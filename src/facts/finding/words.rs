//! The words that findings are told by: `data/lexicon/findings.tsv`.

use crate::lexicon;
use rustc_hash::FxHashMap;
use std::sync::LazyLock;

/// The lines of a class.
#[derive(Default)]
struct Class {
    /// Each the words before a bar, and those behind it.
    lines: Vec<[&'static str; 2]>,
    /// The first line that each word stands in before the bar.
    words: FxHashMap<&'static str, usize>,
}

static CLASSES: LazyLock<FxHashMap<&'static str, Class>> = LazyLock::new(|| {
    let mut classes: FxHashMap<&'static str, Class> = FxHashMap::default();
    for row in lexicon::rows(include_str!("../../../data/lexicon/findings.tsv")) {
        let [class, entry] = row[..] else { continue };
        let (first, second) = entry.split_once('|').unwrap_or((entry, ""));
        let class = classes.entry(class).or_default();
        first.split(' ').for_each(|word| _ = class.words.entry(word).or_insert(class.lines.len()));
        class.lines.push([first, second]);
    }
    classes
});

fn entries(class: &str) -> &'static [[&'static str; 2]] {
    CLASSES.get(class).map_or(&[], |class| &class.lines)
}

fn has(words: &str, word: &str) -> bool {
    words.split(' ').any(|one| one == word)
}

/// Whether a word stands in any line of a class.
pub(super) fn is(class: &str, word: &str) -> bool {
    line(class, word).is_some()
}

/// The line of a class that a word stands in.
pub(super) fn line(class: &str, word: &str) -> Option<usize> {
    CLASSES.get(class)?.words.get(word).copied()
}

/// Whether two words are the two sides of a line: "opened" and "closed".
pub(super) fn is_pair(class: &str, first: &str, second: &str) -> bool {
    entries(class).iter().any(|[left, right]| has(left, first) && has(right, second))
}

/// Whether words share out a whole between them: "men" and "women", perhaps with "children".
pub(super) fn is_split(words: &[&str]) -> bool {
    entries("split").iter().any(|[left, right]| {
        let opposite = right.split(' ').next().unwrap_or_default();
        words.contains(left) && words.contains(&opposite) && words.iter().all(|word| word == left || has(right, word))
    })
}
