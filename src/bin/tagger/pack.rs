//! Writes the model's file; `src/tag/blob.rs` says how it is laid out.

use crate::chain::{Allowed, Weights};
use postil::tag::blob::{DENSE, HEADER, MAGIC, PARTS};
use postil::tag::hash;
use postil::tag::name::UNITS;
use postil::tag::table::LONG;

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
    let mut bytes = Vec::with_capacity(8 + slots.len());
    bytes.extend_from_slice(&(slots.len() as u32).to_le_bytes());
    bytes.extend_from_slice(&width.to_le_bytes());
    gaps(slots.iter().map(|slot| *slot as usize), &mut bytes);
    bytes
}

/// How many numbers are left out before each of these, which are in order and differ.
fn gaps(numbers: impl Iterator<Item = usize>, bytes: &mut Vec<u8>) {
    let mut next = 0;
    for number in numbers {
        let gap = number - next;
        bytes.extend(std::iter::repeat_n(LONG, gap / usize::from(LONG)));
        bytes.push((gap % usize::from(LONG)) as u8);
        next = number + 1;
    }
}

/// Numbers of two bytes each, all lower bytes first.
pub fn pairs(numbers: &[u16]) -> Vec<u8> {
    let [lower, upper] = [0, 1].map(|byte| numbers.iter().map(move |number| number.to_le_bytes()[byte]));
    lower.chain(upper).collect()
}

/// Rows of weights as whole numbers, each a multiple of `step`; those below `least` are zero. Fewer different bytes
/// compress better. All of one label come first; zeros are left out where they are many.
pub fn rows<const L: usize>(rows: &[[f32; L]], step: f32, least: f32) -> Vec<u8> {
    let whole = |weight: f32| {
        let weight = (weight * UNITS as f32).round().clamp(-127.0, 127.0);
        if weight.abs() < least {
            0
        } else {
            ((weight / step).round_ties_even() * step).clamp(-127.0, 127.0) as i8 as u8
        }
    };
    let cells: Vec<u8> = (0..L).flat_map(|label| rows.iter().map(move |row| whole(row[label]))).collect();
    let held: Vec<usize> = (0..cells.len()).filter(|at| cells[*at] != 0).collect();
    if 5 * held.len() > 2 * cells.len() {
        return [&[DENSE, L as u8], &cells[..]].concat();
    }
    let mut places = Vec::new();
    gaps(held.iter().copied(), &mut places);
    let mut bytes = vec![DENSE + 1, L as u8];
    bytes.extend_from_slice(&(places.len() as u32).to_le_bytes());
    bytes.extend_from_slice(&places);
    bytes.extend(held.into_iter().map(|at| cells[at]));
    bytes
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

#[cfg(test)]
mod tests {
    use super::*;
    use postil::tag::blob::{Model, SPEECH};
    use postil::tag::features::{Features, Room, Sink};

    /// What a model of two features scores that knows the first and the third of three.
    fn scores<const L: usize>(weights: &[[f32; L]; 2]) -> [i32; L] {
        let mut features = Features::new(0);
        (7..10).for_each(|value| (&mut features).add(value));
        let slots: Vec<u32> = features.as_slice().iter().map(|hash| hash >> 12).collect();
        let mut known = vec![slots[0], slots[2]];
        known.sort_unstable();
        let mut parts: [Vec<u8>; PARTS] = Default::default();
        parts[2] = table(&known, 20);
        parts[3] = rows(weights, 1.0, 0.0);
        let model = Model::open(&model(&parts));
        let mut room = Room::default();
        let mut held = model.layers[SPEECH].look_up(&mut room, 0);
        (7..10).for_each(|value| held.add(value));
        let mut scores = [0; L];
        model.layers[SPEECH].add(held.found(), &mut scores);
        scores
    }

    #[test]
    fn what_is_packed_is_read_back() {
        let unit = 1.0 / UNITS as f32;
        assert_eq!(scores(&[[3.0, -100.0].map(|weight| weight * unit), [-4.0 * unit, -9.0 * unit]]), [-1, -109]);
        let mut many = [[0.0; 17]; 2];
        (many[0][0], many[0][16], many[1][3], many[1][4]) = (-unit, 90.0 * unit, -127.0 * unit, 2.0 * unit);
        let mut wanted = [0; 17];
        (wanted[0], wanted[16], wanted[3], wanted[4]) = (-1, 90, -127, 2);
        assert_eq!(scores(&many), wanted);
    }
}
