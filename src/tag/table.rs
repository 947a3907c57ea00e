//! A set of hashes, and which place each has in it.
//!
//! In the file it is a list of gaps, a byte each, which compresses to what the set itself tells. In memory it is one word
//! for every eight values that the upper bits of a hash may have: eight bits that say which of them the set holds, and
//! how many it holds before these (Jacobson's rank). A look-up reads that word alone.

use super::blob::number;

/// A gap of this many goes on with the next byte.
pub const LONG: u8 = 255;

/// A set of hashes by their upper bits.
#[derive(Clone, Debug, Default)]
pub struct Table {
    shift: u32,
    count: usize,
    /// The lower eight bits are those of the set; the upper ones are the rank of the first of them.
    words: Vec<u32>,
}

/// How many bits of a byte are set: looked up, since not every processor counts them.
static SET: [u8; 256] = {
    let mut set = [0; 256];
    let mut byte = 0;
    while byte < 256 {
        set[byte] = (byte as u8).count_ones() as u8;
        byte += 1;
    }
    set
};

impl Table {
    /// Reads how many there are, the bits that tell them apart, and the gaps.
    pub(super) fn open(part: &[u8]) -> Table {
        let (count, width) = (number(part, 0), number(part, 1));
        if !(8..32).contains(&width) {
            return Table::default();
        }
        let mut words = vec![0_u32; 1 << (width - 3)];
        let (mut slot, mut rank) = (0, 0);
        for gap in part.get(8..).unwrap_or_default() {
            slot += usize::from(*gap);
            if *gap == LONG {
                continue;
            }
            if let Some(word) = words.get_mut(slot / 8) {
                if *word == 0 {
                    *word = rank << 8;
                }
                *word |= 1 << (slot % 8);
            }
            slot += 1;
            rank += 1;
        }
        Table { shift: 32 - width, count: count as usize, words }
    }

    /// How many hashes it holds.
    pub(super) const fn len(&self) -> usize {
        self.count
    }

    /// The set as a look-up needs it.
    pub(super) fn lookup(&self) -> Lookup<'_> {
        Lookup { shift: self.shift, words: &self.words }
    }

    /// The place of a hash, if the set holds one that begins with the same bits.
    pub(super) fn find(&self, hash: u32) -> Option<usize> {
        let lookup = self.lookup();
        let slot = lookup.slot(hash);
        (lookup.holds(slot) == 1).then(|| lookup.rank(slot))
    }
}

/// A set whose words are at hand.
#[derive(Clone, Copy, Debug)]
pub(super) struct Lookup<'t> {
    shift: u32,
    words: &'t [u32],
}

impl Lookup<'_> {
    /// The upper bits of a hash that tell it apart.
    #[inline(always)]
    pub const fn slot(self, hash: u32) -> u32 {
        hash.wrapping_shr(self.shift)
    }

    #[inline(always)]
    fn word(self, slot: u32) -> u32 {
        self.words.get(slot as usize / 8).copied().unwrap_or(0)
    }

    /// One if the set holds a slot, else nothing.
    #[inline(always)]
    pub fn holds(self, slot: u32) -> u32 {
        self.word(slot) >> (slot % 8) & 1
    }

    /// How many slots of the set come before this one.
    #[inline(always)]
    pub fn rank(self, slot: u32) -> usize {
        let word = self.word(slot);
        let before = word & ((1 << (slot % 8)) - 1);
        (word >> 8) as usize + usize::from(SET[before as usize & 0xff])
    }
}
