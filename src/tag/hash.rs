//! Hashes of words and of features: the same in the trainer, natively and in the page.

const WORD: u64 = 0x0100_0000_01b3;
const MIX: u64 = 0x9e37_79b9_7f4a_7c15;

/// What a model's hashes begin with; stored in its header, and checked there.
pub const SEED: u32 = 0x811c_9dc5;

/// The hash of some bytes (FNV-1a, its bits mixed once more: short words differ in the lower ones only).
pub fn bytes(bytes: impl Iterator<Item = u8>) -> u32 {
    let mut hash = u64::from(SEED);
    for byte in bytes {
        hash = (hash ^ u64::from(byte)).wrapping_mul(WORD);
    }
    ((hash ^ hash >> 32).wrapping_mul(MIX) >> 32) as u32
}

/// The hash of two hashes, in this order. The upper bits are the better ones.
pub const fn pair(a: u32, b: u32) -> u32 {
    mixed(joined(a, b))
}

/// Two hashes, side by side.
pub const fn joined(a: u32, b: u32) -> u64 {
    (a as u64) << 32 | b as u64
}

/// The hash of two hashes that stand side by side.
pub const fn mixed(both: u64) -> u32 {
    let mixed = both.wrapping_mul(MIX);
    let mixed = (mixed ^ mixed >> 29).wrapping_mul(MIX);
    (mixed >> 32) as u32
}
