//! The model's file, read in place.
//!
//! A header (magic, seed of the hashes, the length of each part in bytes) and the parts: words with their clusters, and
//! two *layers*. A layer is one linear model: a table of features, their weights, and weights of pairs of labels.
//! `model/tagger.bin` holds parts of speech and names, `model/parser.bin` actions and relations, `model/claims.bin`
//! the labels of claims.
//!
//! A *table* is a bitmap with one bit for each value that the upper bits of a hash may have, and a row for each bit that
//! is set. The number of a row is the number of bits set before its own (Jacobson's rank); for each block of bits the
//! file keeps how far that number is from an even spread. Nothing is parsed or copied when the model is opened.

use super::features::Features;
use super::hash;

/// The first bytes of a model.
pub const MAGIC: &[u8; 8] = b"postag03";
/// Bits to a block, whose rank is stored.
pub const BLOCK: usize = 256;
/// How many clusters there are.
pub const CLUSTERS: u32 = 1024;
/// Parts: words, their clusters, then features, weights and transitions of both layers, then common words.
pub const PARTS: usize = 9;
/// Magic, seed, and the bytes of each part.
pub const HEADER: usize = MAGIC.len() + 4 + 4 * PARTS;

/// A model.
#[derive(Clone, Copy, Debug, Default)]
pub struct Model<'m> {
    words: Table<'m>,
    clusters: &'m [u8],
    /// The linear models.
    pub layers: [Tagger<'m>; 2],
    common: Table<'m>,
}

/// The layer of parts of speech in `model/tagger.bin`.
pub const SPEECH: usize = 0;
/// The layer of names in `model/tagger.bin`, and that of claims in `model/claims.bin`.
pub const NAMES: usize = 1;

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
        let mut layer = |first: usize| Tagger {
            features: Table::open(part(first)),
            weights: part(first + 1),
            transitions: part(first + 2),
        };
        let layers = [layer(2), layer(5)];
        Model { words, clusters, layers, common: Table::open(part(8)) }
    }

    /// Whether a word, by its hash, is frequent, written small as a rule and hardly ever a name.
    pub fn is_common(&self, word: u32) -> bool {
        self.common.holds(word)
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

    /// Whether the set holds a hash that begins with the same bits.
    #[inline]
    fn holds(&self, hash: u32) -> bool {
        let slot = hash.checked_shr(self.shift).unwrap_or(0) as usize;
        self.bits.get(slot / 8).is_some_and(|byte| byte >> (slot % 8) & 1 == 1)
    }

    /// The place of a hash, if the set holds one that begins with the same bits.
    pub fn find(&self, hash: u32) -> Option<usize> {
        if self.holds(hash) { self.rank(hash) } else { None }
    }

    /// How many hashes of the set come before this one.
    #[inline]
    fn rank(&self, hash: u32) -> Option<usize> {
        let slot = hash.checked_shr(self.shift)? as usize;
        let block = slot / BLOCK;
        let bits = self.bits.get(block * (BLOCK / 8)..(block + 1) * (BLOCK / 8))?;
        let deviation = i16::from_le_bytes(*self.deviations.get(2 * block..2 * block + 2)?.first_chunk()?);
        let mut rank = even(self.count, block, self.bits.len() / (BLOCK / 8)) + i64::from(deviation);
        let (word, bit) = (slot % BLOCK / 64, slot % 64);
        for (at, bytes) in bits.as_chunks::<8>().0.iter().enumerate().take(word + 1) {
            let before = if at < word { u64::MAX } else { (1 << bit) - 1 };
            rank += i64::from((u64::from_le_bytes(*bytes) & before).count_ones());
        }
        usize::try_from(rank).ok()
    }
}

/// The rank of a block if the set were spread evenly.
pub const fn even(count: u32, block: usize, blocks: usize) -> i64 {
    // The number of blocks is a power of two.
    if blocks == 0 { 0 } else { ((count as u64 * block as u64) >> blocks.trailing_zeros()) as i64 }
}

impl Tagger<'_> {
    /// Adds the weights of features to the `scores` of the labels.
    pub fn add<const L: usize>(&self, features: &Features, scores: &mut [i32; L]) {
        // Most features have no weights. Those that have are set apart first, without a branch to be guessed wrong.
        let (mut held, mut count) = ([0; Features::MOST], 0);
        for feature in features.as_slice() {
            if let Some(place) = held.get_mut(count) {
                *place = *feature;
            }
            count += usize::from(self.features.holds(*feature));
        }
        let mut sums = Sums::default();
        for feature in held.iter().take(count) {
            let Some(at) = self.features.rank(*feature) else { continue };
            if sums.add::<L>(self.weights.get(at * L..).unwrap_or_default()) {
                continue;
            }
            let row = self.weights.get(at * L..at * L + L).unwrap_or_default();
            for (score, weight) in scores.iter_mut().zip(row) {
                *score += i32::from(*weight as i8);
            }
        }
        sums.into_scores(scores);
    }

    /// The same for rows of any width.
    pub fn add_row<const L: usize>(&self, features: &Features, scores: &mut [i32; L]) {
        let (mut held, mut count) = ([0; Features::MOST], 0);
        for feature in features.as_slice() {
            if let Some(place) = held.get_mut(count) {
                *place = *feature;
            }
            count += usize::from(self.features.holds(*feature));
        }
        for feature in held.iter().take(count) {
            let Some(at) = self.features.rank(*feature) else { continue };
            let Some(row) = self.weights.get(at * L..at * L + L).and_then(|row| row.first_chunk::<L>()) else {
                continue;
            };
            for (score, weight) in scores.iter_mut().zip(row) {
                *score += i32::from(*weight as i8);
            }
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

/// Sums of rows of weights, four of sixteen bits each to a word of 64: those of the even labels, those of the odd ones.
/// Each weight is counted from -128, so that none is negative; as many rows as one token has features do not run over.
#[derive(Default)]
struct Sums {
    even: [u64; Sums::WORDS],
    odd: [u64; Sums::WORDS],
    rest: i32,
    rows: i32,
}

impl Sums {
    /// Eight labels to each; one label more is summed by itself.
    const WORDS: usize = 2;
    const BYTES: u64 = 0x00ff_00ff_00ff_00ff;

    /// Adds the row that begins here, unless too little follows it.
    #[inline]
    fn add<const L: usize>(&mut self, row: &[u8]) -> bool {
        let words = const { L.div_ceil(8) - (L % 8 == 1) as usize };
        const { assert!(L <= 8 * Sums::WORDS + 1 && (L % 8 < 2 || L % 8 == 7)) };
        let Some(bytes) = row.get(..(8 * words).max(L)) else { return false };
        for (word, bytes) in bytes.as_chunks::<8>().0.iter().enumerate() {
            let weights = u64::from_le_bytes(*bytes) ^ 0x8080_8080_8080_8080;
            self.even[word] += weights & Sums::BYTES;
            self.odd[word] += weights >> 8 & Sums::BYTES;
        }
        if L % 8 == 1 {
            self.rest += i32::from(bytes[L - 1] as i8);
        }
        self.rows += 1;
        true
    }

    fn into_scores<const L: usize>(self, scores: &mut [i32; L]) {
        for (label, score) in scores.iter_mut().enumerate() {
            let words = if label % 2 == 0 { &self.even } else { &self.odd };
            *score += match words.get(label / 8) {
                Some(_) if L % 8 == 1 && label == L - 1 => self.rest,
                Some(word) => (word >> (label % 8 / 2 * 16) & 0xffff) as i32 - 128 * self.rows,
                None => self.rest,
            };
        }
    }
}

/// The number at place `at`, four bytes each, the lowest first; 0 past the end.
fn number(bytes: &[u8], at: usize) -> u32 {
    let found = bytes.get(4 * at..4 * at + 4).and_then(|bytes| bytes.try_into().ok());
    found.map_or(0, u32::from_le_bytes)
}
