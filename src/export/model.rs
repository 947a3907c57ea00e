//! Which trained models made an export.

use crate::{claims, tag};
use std::sync::LazyLock;

/// The models that the library embeds.
static MODELS: [&[u8]; 3] = [tag::MODEL, claims::sequence::MODEL, claims::checkworthy::WEIGHTS.as_bytes()];

static HASH: LazyLock<String> = LazyLock::new(|| format!("{:016x}", fingerprint(&MODELS)));

/// A hash of the embedded models, as sixteen hexadecimal digits: the same natively and in the page.
pub(super) fn hash() -> String {
    HASH.clone()
}

/// FNV-1a over eight bytes at a time, which takes a millisecond for all models; it only has to tell models apart.
fn fingerprint(models: &[&[u8]]) -> u64 {
    const PRIME: u64 = 0x0000_0100_0000_01b3;
    let mut hash: u64 = 0xcbf2_9ce4_8422_2325;
    for model in models {
        for chunk in model.chunks(8) {
            let mut word = [0; 8];
            word[..chunk.len()].copy_from_slice(chunk);
            hash = (hash ^ u64::from_le_bytes(word)).wrapping_mul(PRIME);
            // The product carries upwards only; this lets the upper bytes of a word reach the lower bits.
            hash ^= hash >> 32;
        }
        hash = (hash ^ model.len() as u64).wrapping_mul(PRIME);
    }
    hash
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_change_anywhere_changes_the_hash() {
        let model = [7; 21];
        let mut other = model;
        other[15] = 8;
        assert_ne!(fingerprint(&[&model]), fingerprint(&[&other]));
        assert_ne!(fingerprint(&[&model[..20]]), fingerprint(&[&model]));
        assert_ne!(fingerprint(&[&model[..8], &model[8..]]), fingerprint(&[&model]));
    }
}
