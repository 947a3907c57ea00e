//! Two versions of a text compared: which item of the one is which of the other, and which are left over.
//!
//! The words of the two texts are aligned first ([`align`]). Items of one list are then paired ([`pair`]) by their
//! words: those that came through the change, those that stand in the place of others, and those that moved. An item
//! is never paired by its id alone, since ids are made of words that may have changed.

mod align;
mod pair;

use crate::span::Span;
pub use align::Alignment;

/// Which list an item is from.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Layer {
    /// The headline, the author's line, the date line.
    Line,
    /// Whoever or whatever is named, with all its mentions.
    Name,
    /// A number.
    Figure,
    /// A date or a time.
    Time,
    /// What somebody says.
    Claim,
    /// What the text states.
    Fact,
}

/// Something that both versions may have.
#[derive(Clone, Debug)]
pub struct Item {
    /// Its list.
    pub layer: Layer,
    /// Only an item of the same kind can stand in the place of another.
    pub kind: String,
    /// What makes two items one wherever they stand.
    pub key: String,
    /// Where it stands.
    pub spans: Vec<Span>,
}

/// One version.
#[derive(Clone, Debug)]
pub struct Side<'t> {
    /// Its words.
    pub text: &'t str,
    /// What was found in it.
    pub items: Vec<Item>,
}

/// What came of two versions.
#[derive(Clone, Debug)]
pub struct Comparison {
    /// Stretches of the old text with what stands in their place in the new one. One of the two may be empty.
    pub hunks: Vec<(Span, Span)>,
    /// Items by their places in the two lists: in both, in the old one alone, in the new one alone.
    pub pairs: Vec<(Option<usize>, Option<usize>)>,
    /// For each item of the old list, and of the new one, whether all its words stand in the other text too.
    pub stays: (Vec<bool>, Vec<bool>),
}

/// Compares two versions of a text.
pub fn compare(old: &Side<'_>, new: &Side<'_>) -> Comparison {
    let alignment = Alignment::new(old.text, new.text);
    let pairs = pair::pairs(&alignment, &old.items, &new.items);
    let (went, came) = alignment.changed();
    let stays = |items: &[Item], words: &align::Words, changed: &[bool]| {
        let all = |item: &Item| item.spans.iter().all(|span| !changed[words.within(*span)].contains(&true));
        items.iter().map(all).collect()
    };
    let stays = (stays(&old.items, &alignment.old, &went), stays(&new.items, &alignment.new, &came));
    Comparison { hunks: alignment.hunks(), pairs, stays }
}

/// FNV-1a: every byte counts as much as any other.
fn hash(words: &str) -> u64 {
    let step = |hash: u64, byte: u8| (hash ^ u64::from(byte)).wrapping_mul(0x0100_0000_01b3);
    words.bytes().fold(0xcbf2_9ce4_8422_2325, step)
}
