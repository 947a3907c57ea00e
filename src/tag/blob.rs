//! The model's file, read in place.
//!
//! A header (magic, seed of the hashes, how many bytes each part has) and the parts: the word clusters and two
//! taggers. Each part is a *table*: a bitmap with one bit for each value that the upper bits of a hash may have,
//! and a row of weights for each bit that is set. The place of a row is the number of bits set before its own
//! (Jacobson's rank); for each block of bits it is kept how far that number is from what an even spread would give.
//! Nothing is parsed or copied when the model is opened.

use super::hash;

/// The first bytes of a model.
pub const MAGIC: &[u8; 8] = b"postag02";
/// Bits to a block, whose rank is stored.
pub const BLOCK: usize = 256;
/// How many clusters there are.
pub const CLUSTERS: u32 = 1024;
/// Parts: words, their clusters, then features, weights and transitions of both taggers.
pub const PARTS: usize = 8;
/// Magic, seed, and the bytes of each part.
pub const HEADER: usize = MAGIC.len() + 4 + 4 * PARTS;

/// A model.
#[derive(Clone, Copy, Debug, Default)]
pub struct Model<'m> {
    words: Table<'m>,
    clusters: &'m [u8],
    /// The tagger of parts of speech.
    pub speech: Tagger<'m>,
    /// The tagger of names.
    pub names: Tagger<'m>,
}

/// A set of hashes, and which place each has in it.
#[derive(Clone, Copy, Debug, Default)]
pub struct Table<'m> {
    count: u32,
    shift: u32,
    deviations: &'m [u8],
    bits: &'m [u8],
}

/// Weights of features and of pairs of labels.
#[derive(Clone, Copy, Debug, Default)]
pub struct Tagger<'m> {
    features: Table<'m>,
    weights: &'m [u8],
    transitions: &'m [u8],
}

impl<'m> Model<'m> {
    /// Opens a model; what is no model, or one with other hashes, is an empty one, which knows nothing.
    pub fn open(bytes: &'m [u8]) -> Model<'m> {
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
        let clusters = part(1);
        let speech = Tagger { features: Table::open(part(2)), weights: part(3), transitions: part(4) };
        let names = Tagger { features: Table::open(part(5)), weights: part(6), transitions: part(7) };
        Model { words, clusters, speech, names }
    }

    /// The cluster of a word, from its hash: 0 if it has none, else [`CLUSTERS`] and its number.
    pub fn cluster(&self, word: u32) -> u32 {
        let found = self.words.find(word).and_then(|at| self.clusters.get(2 * at..2 * at + 2));
        found.map_or(0, |id| CLUSTERS + u32::from(u16::from_le_bytes([id[0], id[1]])))
    }
}

impl<'m> Table<'m> {
    fn open(part: &'m [u8]) -> Table<'m> {
        let (count, width) = (number(part, 0), number(part, 1));
        if !(8..32).contains(&width) {
            return Table::default();
        }
        let blocks = (1_usize << width) / BLOCK;
        let rest = part.get(8..).unwrap_or_default();
        let (deviations, bits) = rest.split_at(rest.len().min(2 * blocks));
        Table { count, shift: 32 - width, deviations, bits }
    }

    /// The place of a hash, if the set holds one that begins with the same bits.
    #[inline]
    pub fn find(&self, hash: u32) -> Option<usize> {
        let slot = hash.checked_shr(self.shift)? as usize;
        let block = slot / BLOCK;
        let bits = self.bits.get(block * (BLOCK / 8)..(block + 1) * (BLOCK / 8))?;
        let (word, bit) = (slot % BLOCK / 64, slot % 64);
        let word_at = |at: usize| u64::from_le_bytes(std::array::from_fn(|byte| bits[8 * at + byte]));
        let here = word_at(word);
        if here >> bit & 1 == 0 {
            return None;
        }
        let deviation = i16::from_le_bytes([*self.deviations.get(2 * block)?, *self.deviations.get(2 * block + 1)?]);
        let mut rank = even(self.count, block, self.bits.len() / (BLOCK / 8)) + i64::from(deviation);
        for before in 0..word {
            rank += i64::from(word_at(before).count_ones());
        }
        rank += i64::from((here & ((1 << bit) - 1)).count_ones());
        usize::try_from(rank).ok()
    }
}

/// The rank of a block if the set were spread evenly.
pub const fn even(count: u32, block: usize, blocks: usize) -> i64 {
    (count as u64 * block as u64 / if blocks == 0 { 1 } else { blocks as u64 }) as i64
}

impl Tagger<'_> {
    /// Adds the weights of a feature to the `scores` of the labels.
    #[inline]
    pub fn add<const L: usize>(&self, feature: u32, scores: &mut [i32; L]) {
        let Some(at) = self.features.find(feature) else { return };
        let Some(row) = self.weights.get(at * L..at * L + L) else { return };
        for (score, weight) in scores.iter_mut().zip(row) {
            *score += i32::from(*weight as i8);
        }
    }

    /// What it adds that label `next` follows label `previous`; the last row is for the start of a sentence.
    pub fn transitions<const L: usize>(&self) -> Vec<[i32; L]> {
        let weight = |at: usize| {
            let bytes = self.transitions.get(2 * at..2 * at + 2).unwrap_or(&[0, 0]);
            i32::from(i16::from_le_bytes([bytes[0], bytes[1]]))
        };
        (0..=L).map(|previous| std::array::from_fn(|next| weight(previous * L + next))).collect()
    }
}

/// The number at place `at`, four bytes each, the lowest first; 0 past the end.
fn number(bytes: &[u8], at: usize) -> u32 {
    let found = bytes.get(4 * at..4 * at + 4).and_then(|bytes| bytes.try_into().ok());
    found.map_or(0, u32::from_le_bytes)
}
