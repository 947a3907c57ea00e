//! The model's file, laid out for compression, and the model in memory, laid out for look-ups.
//!
//! A header (magic, seed of the hashes, the length of each part in bytes) and the parts: words with their clusters, and
//! two *layers*. A layer is one linear model: a table of features, their weights, and weights of pairs of labels.
//! `model/tagger.bin` holds parts of speech and names, `model/parser.bin` actions and relations, `model/claims.bin`
//! the labels of claims.
//!
//! Brotli sees bytes, one after the other, so what is alike stands together: the gaps between the hashes of a table
//! (`table.rs`), the lower bytes of all clusters, the weights of one label after those of another. Where most weights are
//! zero the gaps between the others are kept, and then these. That is a fifth less than rows of weights behind bitmaps.

use super::features::{Held, Room};
use super::hash;
use super::table::Table;

/// The first bytes of a model.
pub const MAGIC: &[u8; 8] = b"postag04";
/// How many clusters there are.
pub const CLUSTERS: u32 = 1024;
/// Parts: words, their clusters, then features, weights and transitions of both layers, then common words.
pub const PARTS: usize = 9;
/// Magic, seed, and the bytes of each part.
pub const HEADER: usize = MAGIC.len() + 4 + 4 * PARTS;
/// A part of weights that begins with this has all of them, else those that are not zero.
pub const DENSE: u8 = 0;

/// A model.
#[derive(Clone, Debug, Default)]
pub struct Model {
    words: Table,
    clusters: Vec<u16>,
    /// The linear models.
    pub layers: [Tagger; 2],
    common: Table,
}

/// The layer of parts of speech in `model/tagger.bin`.
pub const SPEECH: usize = 0;
/// The layer of names in `model/tagger.bin`, and that of claims in `model/claims.bin`.
pub const NAMES: usize = 1;

/// Weights of features and of pairs of labels.
#[derive(Clone, Debug, Default)]
pub struct Tagger {
    features: Table,
    labels: usize,
    /// A row for each feature: four weights of sixteen bits to a word, the first in the lowest ones, so that one addition
    /// adds four. A negative one borrows from its neighbour, which gives it back when the sum is taken apart.
    rows: Vec<u64>,
    transitions: Vec<i16>,
}

impl Model {
    /// Opens a model; what is no model, or one with other hashes, is an empty one, which knows nothing.
    pub fn open(bytes: &[u8]) -> Model {
        let head = bytes.get(..HEADER).unwrap_or_default();
        if !head.starts_with(MAGIC) || number(head, 2) != hash::SEED {
            return Model::default();
        }
        let mut at = HEADER;
        let mut part = |index: usize| {
            let start = at;
            at = at.saturating_add(number(head, 3 + index) as usize);
            bytes.get(start..at).unwrap_or_default()
        };
        let words = Table::open(part(0));
        let clusters = pairs(part(1));
        let mut layer = |first: usize| Tagger::open(part(first), part(first + 1), part(first + 2));
        let layers = [layer(2), layer(5)];
        Model { words, clusters, layers, common: Table::open(part(8)) }
    }

    /// Whether a word, by its hash, is frequent, written small as a rule and hardly ever a name.
    pub fn is_common(&self, word: u32) -> bool {
        self.common.find(word).is_some()
    }

    /// The cluster of a word, from its hash: 0 if it has none, else [`CLUSTERS`] and its number.
    pub fn cluster(&self, word: u32) -> u32 {
        let found = self.words.find(word).and_then(|at| self.clusters.get(at));
        found.map_or(0, |id| CLUSTERS + u32::from(*id))
    }
}

/// Numbers of two bytes each, of which all lower bytes come first.
fn pairs(part: &[u8]) -> Vec<u16> {
    let (lower, upper) = part.split_at(part.len() / 2);
    lower.iter().zip(upper).map(|(lower, upper)| u16::from_le_bytes([*lower, *upper])).collect()
}

impl Tagger {
    /// Weights to a word of a row.
    const LANES: usize = 4;
    /// Words of the longest row.
    const WORDS: usize = 10;

    fn open(features: &[u8], weights: &[u8], transitions: &[u8]) -> Tagger {
        let features = Table::open(features);
        let (kind, labels) = (weights.first().copied(), usize::from(weights.get(1).copied().unwrap_or(0)));
        let cells = weights.get(2..).unwrap_or_default();
        let rows = match kind {
            Some(DENSE) => rows(&features, labels, cells.iter().copied().enumerate()),
            Some(_) => rows(&features, labels, sparse(cells)),
            None => Vec::new(),
        };
        let transitions = transitions.as_chunks::<2>().0.iter().map(|bytes| i16::from_le_bytes(*bytes)).collect();
        Tagger { features, labels, rows, transitions }
    }

    /// Takes in features from the template after number `first`.
    pub fn look_up<'a>(&'a self, room: &'a mut Room, first: u32) -> Held<'a> {
        Held::new(&self.features, room, first)
    }

    /// Adds the weights of the features found to the `scores` of the labels.
    #[inline]
    pub fn add<const L: usize>(&self, found: &[u32], scores: &mut [i32; L]) {
        let words = const { L.div_ceil(Tagger::LANES) };
        const { assert!(L <= Tagger::LANES * Tagger::WORDS) };
        if self.labels != L {
            return;
        }
        let mut sums = [0_u64; Tagger::WORDS];
        let table = self.features.lookup();
        for slot in found {
            let at = table.rank(*slot) * words;
            let Some(row) = self.rows.get(at..at + words) else { continue };
            for (sum, word) in sums.iter_mut().zip(row) {
                *sum = sum.wrapping_add(*word);
            }
        }
        for (scores, sum) in scores.chunks_mut(Tagger::LANES).zip(sums) {
            let mut sum = sum as i64;
            for score in scores {
                let lane = sum as i16;
                *score += i32::from(lane);
                sum = (sum - i64::from(lane)) >> 16;
            }
        }
    }

    /// What it adds that label `next` follows label `previous`; the last row is for the start of a sentence.
    pub fn transitions<const L: usize>(&self) -> Vec<[i32; L]> {
        let weight = |at: usize| self.transitions.get(at).map_or(0, |weight| i32::from(*weight));
        (0..=L).map(|previous| std::array::from_fn(|next| weight(previous * L + next))).collect()
    }
}

/// The weights that are not zero, each with its place: how many bytes of gaps there are, the gaps, the weights.
fn sparse(part: &[u8]) -> impl Iterator<Item = (usize, u8)> {
    let rest = part.get(4..).unwrap_or_default();
    let (gaps, values) = rest.split_at(rest.len().min(number(part, 0) as usize));
    let mut next = 0;
    let places = gaps.iter().filter_map(move |gap| {
        let at = next + usize::from(*gap);
        next = at + usize::from(*gap != super::table::LONG);
        (*gap != super::table::LONG).then_some(at)
    });
    places.zip(values.iter().copied())
}

/// The rows of weights that stand one label after the other.
fn rows(features: &Table, labels: usize, cells: impl Iterator<Item = (usize, u8)>) -> Vec<u64> {
    let (count, words) = (features.len(), labels.div_ceil(Tagger::LANES));
    let mut rows = vec![0_u64; count * words];
    let (mut label, mut first) = (0, 0);
    for (at, weight) in cells {
        while at >= first + count && label < labels {
            (label, first) = (label + 1, first + count);
        }
        let Some(word) = rows.get_mut((at - first) * words + label / Tagger::LANES).filter(|_| label < labels) else {
            break;
        };
        let weight = i64::from(weight as i8) << (16 * (label % Tagger::LANES));
        *word = word.wrapping_add(weight as u64);
    }
    rows
}

/// The number at place `at`, four bytes each, the lowest first; 0 past the end.
pub(super) fn number(bytes: &[u8], at: usize) -> u32 {
    let found = bytes.get(4 * at..4 * at + 4).and_then(|bytes| bytes.try_into().ok());
    found.map_or(0, u32::from_le_bytes)
}
