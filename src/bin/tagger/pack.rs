//! Writes the model's file; `src/tag/blob.rs` says how it is laid out.

use crate::chain::{Allowed, Weights};
use postil::tag::blob::{BLOCK, HEADER, MAGIC, PARTS, even};
use postil::tag::hash;
use postil::tag::name::UNITS;

/// The file of these parts.
pub fn model(parts: &[Vec<u8>; PARTS]) -> Vec<u8> {
    let mut bytes = Vec::with_capacity(HEADER + parts.iter().map(Vec::len).sum::<usize>());
    bytes.extend_from_slice(MAGIC);
    bytes.extend_from_slice(&hash::SEED.to_le_bytes());
    for part in parts {
        bytes.extend_from_slice(&(part.len() as u32).to_le_bytes());
    }
    parts.iter().for_each(|part| bytes.extend_from_slice(part));
    bytes
}

/// The parts of a file.
pub fn parts(file: &[u8]) -> Result<[Vec<u8>; PARTS], String> {
    let head = file.get(..HEADER).filter(|head| head.starts_with(MAGIC)).ok_or("the file is no model")?;
    let lengths = head[MAGIC.len() + 4..].as_chunks::<4>().0;
    let mut rest = &file[HEADER..];
    let mut parts: [Vec<u8>; PARTS] = Default::default();
    for (part, length) in parts.iter_mut().zip(lengths) {
        let (bytes, more) =
            rest.split_at_checked(u32::from_le_bytes(*length) as usize).ok_or("the model is cut off")?;
        *part = bytes.to_vec();
        rest = more;
    }
    Ok(parts)
}

/// A table of the slots, which are in order and differ.
pub fn table(slots: &[u32], width: u32) -> Vec<u8> {
    let blocks = (1_usize << width) / BLOCK;
    let mut bits = vec![0_u8; (1 << width) / 8];
    let mut ranks = vec![0_i64; blocks + 1];
    for slot in slots {
        bits[*slot as usize / 8] |= 1 << (slot % 8);
        ranks[*slot as usize / BLOCK + 1] += 1;
    }
    let mut bytes = Vec::new();
    bytes.extend_from_slice(&(slots.len() as u32).to_le_bytes());
    bytes.extend_from_slice(&width.to_le_bytes());
    let mut rank = 0;
    for (block, more) in ranks[..blocks].iter().enumerate() {
        rank += more;
        let deviation = rank - even(slots.len() as u32, block, blocks);
        let deviation = i16::try_from(deviation).expect("a hash spreads evenly");
        bytes.extend_from_slice(&deviation.to_le_bytes());
    }
    bytes.extend_from_slice(&bits);
    bytes
}

/// Rows of weights as whole numbers, each a multiple of `step`; those below `least` are zero. Fewer different bytes
/// compress better.
pub fn rows<const L: usize>(rows: &[[f32; L]], step: f32, least: f32) -> Vec<u8> {
    let whole = |weight: &f32| {
        let weight = (weight * UNITS as f32).round().clamp(-127.0, 127.0);
        if weight.abs() < least {
            0
        } else {
            ((weight / step).round_ties_even() * step).clamp(-127.0, 127.0) as i8 as u8
        }
    };
    rows.iter().flatten().map(whole).collect()
}

/// The weights of a chain as whole numbers, those of features as multiples of three.
pub fn weights<const L: usize>(weights: &Weights<L>, allowed: Allowed) -> (Vec<u8>, Vec<u8>) {
    let scale = UNITS as f32;
    let rows = rows(&weights.rows, 3.0, 0.0);
    let mut transitions = Vec::new();
    for (previous, row) in weights.transitions.iter().enumerate() {
        for (next, weight) in row.iter().enumerate() {
            let weight = if allowed(previous, next) { (weight * scale).round() as i16 } else { -30_000 };
            transitions.extend_from_slice(&weight.to_le_bytes());
        }
    }
    (rows, transitions)
}
