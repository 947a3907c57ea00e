//! Features as hashes, and as the numbers of those that are kept.

use crate::chain::{Examples, Weights};
use std::collections::BTreeMap;

/// What was learnt: the slots of the features, in order, and the weights of each.
pub struct Learnt<const L: usize> {
    pub slots: Vec<u32>,
    pub width: u32,
    pub weights: Weights<L>,
}

/// Features of all tokens as hashes.
#[derive(Default)]
pub struct Hashed {
    hashes: Vec<u32>,
    starts: Vec<u32>,
}

impl Hashed {
    pub fn push(&mut self, features: &[u32]) {
        self.starts.push(self.hashes.len() as u32);
        self.hashes.extend_from_slice(features);
    }

    /// So many tokens without features.
    pub fn empty(tokens: usize) -> Hashed {
        Hashed { hashes: Vec::new(), starts: vec![0; tokens] }
    }

    fn of(&self, at: usize) -> &[u32] {
        let end = self.starts.get(at + 1).map_or(self.hashes.len(), |end| *end as usize);
        &self.hashes[self.starts[at] as usize..end]
    }
}

/// Numbers features by their slots.
#[derive(Clone)]
pub struct Slots {
    numbers: Vec<u32>,
    pub list: Vec<u32>,
    pub width: u32,
}

const NONE: u32 = u32::MAX;

impl Slots {
    /// The slots of all features met at least so often.
    pub fn met<'a>(hashed: impl Iterator<Item = &'a Hashed>, width: u32, least: u8) -> Slots {
        let mut counts = vec![0_u8; 1 << width];
        for hash in hashed.flat_map(|hashed| &hashed.hashes) {
            let count = &mut counts[(hash >> (32 - width)) as usize];
            *count = count.saturating_add(1);
        }
        Slots::of((0..1 << width).filter(|slot| counts[*slot as usize] >= least).collect(), width)
    }

    /// These slots, which are in order.
    pub fn of(list: Vec<u32>, width: u32) -> Slots {
        let mut numbers = vec![NONE; 1 << width];
        list.iter().enumerate().for_each(|(number, slot)| numbers[*slot as usize] = number as u32);
        Slots { numbers, list, width }
    }

    /// The number of the row that a feature has.
    pub fn number(&self, hash: u32) -> Option<usize> {
        let number = self.numbers[(hash >> (32 - self.width)) as usize];
        (number != NONE).then_some(number as usize)
    }

    pub fn fill<const L: usize>(&self, parts: &[&Hashed], examples: &mut Examples<L>) {
        for at in 0..parts[0].starts.len() {
            examples.starts.push(examples.features.len() as u32);
            for hash in parts.iter().flat_map(|part| part.of(at)) {
                let number = self.numbers[(hash >> (32 - self.width)) as usize];
                if number != NONE {
                    examples.features.push(number);
                }
            }
        }
    }

    /// The heaviest of the slots, as slots of a table of another width.
    pub fn heaviest<const L: usize>(&self, weights: &Weights<L>, most: usize, width: u32) -> Slots {
        let mut sizes: Vec<(f32, u32)> = Vec::new();
        for (row, slot) in weights.rows.iter().zip(&self.list) {
            let size = row.iter().map(|weight| weight * weight).sum::<f32>();
            if size > 0.0 {
                sizes.push((size, *slot >> (self.width - width)));
            }
        }
        sizes.sort_by(|a, b| b.0.total_cmp(&a.0).then(a.1.cmp(&b.1)));
        let mut slots = BTreeMap::new();
        for (_, slot) in sizes {
            if slots.len() == most {
                break;
            }
            slots.insert(slot, ());
        }
        Slots::of(slots.into_keys().collect(), width)
    }
}
