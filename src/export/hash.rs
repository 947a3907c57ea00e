//! The hash that ids are made of: MurmurHash3, its variant of 128 bits for 64-bit machines, without a seed.
//!
//! It tells items apart and guards nothing, so it need not withstand an attacker: whoever makes two items with one hash
//! gets two ids all the same, since equal ones are counted. It is a known function, so that others can make these ids.

const C1: u64 = 0x87c3_7b91_1142_53d5;
const C2: u64 = 0x4cf5_ad43_2745_937f;

/// The hash of some bytes, the first eight of its sixteen in the upper half.
pub fn of(bytes: &[u8]) -> u128 {
    let (blocks, rest) = bytes.as_chunks::<16>();
    let (mut h1, mut h2) = (0_u64, 0_u64);
    for block in blocks {
        let (low, high) = halves(block);
        h1 = (h1 ^ first(low)).rotate_left(27).wrapping_add(h2).wrapping_mul(5).wrapping_add(0x52dc_e729);
        h2 = (h2 ^ second(high)).rotate_left(31).wrapping_add(h1).wrapping_mul(5).wrapping_add(0x3849_5ab5);
    }
    let mut block = [0; 16];
    block[..rest.len()].copy_from_slice(rest);
    let (low, high) = halves(&block);
    // Of zeros both are nothing.
    h2 ^= second(high);
    h1 ^= first(low);
    let length = bytes.len() as u64;
    (h1, h2) = (h1 ^ length, h2 ^ length);
    h1 = h1.wrapping_add(h2);
    h2 = h2.wrapping_add(h1);
    (h1, h2) = (finish(h1), finish(h2));
    h1 = h1.wrapping_add(h2);
    h2 = h2.wrapping_add(h1);
    u128::from(h1) << 64 | u128::from(h2)
}

fn halves(block: &[u8; 16]) -> (u64, u64) {
    let both = u128::from_le_bytes(*block);
    (both as u64, (both >> 64) as u64)
}

const fn first(word: u64) -> u64 {
    word.wrapping_mul(C1).rotate_left(31).wrapping_mul(C2)
}

const fn second(word: u64) -> u64 {
    word.wrapping_mul(C2).rotate_left(33).wrapping_mul(C1)
}

const fn finish(mut word: u64) -> u64 {
    word = (word ^ word >> 33).wrapping_mul(0xff51_afd7_ed55_8ccd);
    word = (word ^ word >> 33).wrapping_mul(0xc4ce_b9fe_1a85_ec53);
    word ^ word >> 33
}

#[cfg(test)]
mod tests {
    use super::of;

    #[test]
    fn is_the_known_function() {
        // What the reference implementation gives.
        assert_eq!(of(b""), 0);
        assert_eq!(of(b"hello"), 0xcbd8_a7b3_41bd_9b02_5b1e_906a_48ae_1d19);
        assert_eq!(of(b"The quick brown fox jumps over the lazy dog"), 0xe34b_bc7b_bc07_1b6c_7a43_3ca9_c49a_9347);
    }
}
