//! Trains the tagger of names.

use crate::chain::{Examples, Weights};
use crate::corpus::Document;
use crate::crf::{self, Pace};
use postil::tag::features::{self, Features};
use postil::tag::name::{LABELS, MEMORY, Memory};
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

    fn of(&self, at: usize) -> &[u32] {
        let end = self.starts.get(at + 1).map_or(self.hashes.len(), |end| *end as usize);
        &self.hashes[self.starts[at] as usize..end]
    }
}

/// Numbers features by their slots.
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

    pub fn fill(&self, parts: &[&Hashed], examples: &mut Examples) {
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

/// Whether a label may follow another.
pub fn allowed(previous: usize, next: usize) -> bool {
    next == 0 || next % 2 == 1 || previous == next || previous + 1 == next
}

/// How the training goes.
pub struct Plan {
    pub epochs: usize,
    pub folds: usize,
    pub most: usize,
    pub width: u32,
    pub least: u8,
    pub pace: Pace,
}

pub fn train(documents: &[&Document], plan: &Plan) -> Learnt<LABELS> {
    let mut plain = Hashed::default();
    let mut examples = Examples::default();
    let mut first = Vec::new();
    for document in documents {
        let base = examples.gold.len();
        first.push(base);
        for sentence in &document.text.sentences {
            for at in sentence.tokens.clone() {
                let mut found = Features::new(0);
                if document.atoms[at].active {
                    features::name(&document.atoms, &sentence.tokens, at, &mut found);
                }
                plain.push(found.as_slice());
                examples.gold.push(document.gold[at]);
                examples.active.push(document.atoms[at].active);
            }
            examples.sentences.push(base + sentence.tokens.start..base + sentence.tokens.end);
        }
        assert_eq!(examples.gold.len() - base, document.text.tokens.len(), "sentences hold all tokens");
    }
    first.push(examples.gold.len());
    // What a document's names are taken for by a model that has not seen it.
    let slots = Slots::met([&plain].into_iter(), 24, plan.least);
    slots.fill(&[&plain], &mut examples);
    examples.starts.push(examples.features.len() as u32);
    eprintln!("{} tokens, {} features", examples.gold.len(), slots.list.len());
    let mut of = vec![0; examples.sentences.len()];
    let mut number = 0;
    for (sentence, range) in examples.sentences.iter().enumerate() {
        while range.start >= first[number + 1] {
            number += 1;
        }
        of[sentence] = number;
    }
    let mut guessed = vec![0; examples.gold.len()];
    let mut labels = Vec::new();
    for fold in 0..plan.folds {
        let seen: Vec<usize> = (0..of.len()).filter(|sentence| of[*sentence] % plan.folds != fold).collect();
        let weights = crf::train::<LABELS>(&examples, &seen, slots.list.len(), plan.epochs.min(4), plan.pace, allowed);
        for sentence in (0..of.len()).filter(|sentence| of[*sentence] % plan.folds == fold) {
            let tokens = examples.sentences[sentence].clone();
            weights.best(&examples, tokens.clone(), allowed, &mut labels);
            guessed[tokens].copy_from_slice(&labels);
        }
    }
    let mut memories = Hashed::default();
    for (document, start) in documents.iter().zip(&first) {
        let labels = &guessed[*start..*start + document.text.tokens.len()];
        let memory = Memory::of(&document.atoms, labels);
        for sentence in &document.text.sentences {
            for at in sentence.tokens.clone() {
                let mut found = Features::new(MEMORY);
                if document.atoms[at].active {
                    memory.features(&document.atoms, labels, &sentence.tokens, at, &mut found);
                }
                memories.push(found.as_slice());
            }
        }
    }
    // Each sentence twice: as the first reading sees it, and as the second does.
    let both = |slots: &Slots| {
        let mut both = Examples::default();
        let none = Hashed { hashes: Vec::new(), starts: vec![0; memories.starts.len()] };
        slots.fill(&[&plain, &none], &mut both);
        slots.fill(&[&plain, &memories], &mut both);
        both.starts.push(both.features.len() as u32);
        both.gold = [&examples.gold[..], &examples.gold].concat();
        both.active = [&examples.active[..], &examples.active].concat();
        let shift = examples.gold.len();
        both.sentences = examples.sentences.clone();
        both.sentences.extend(examples.sentences.iter().map(|tokens| tokens.start + shift..tokens.end + shift));
        both
    };
    let slots = Slots::met([&plain, &memories].into_iter(), 24, plan.least);
    let twice = both(&slots);
    let all: Vec<usize> = (0..twice.sentences.len()).collect();
    let weights = crf::train::<LABELS>(&twice, &all, slots.list.len(), plan.epochs, plan.pace, allowed);
    drop(twice);
    let slots = slots.heaviest(&weights, plan.most, plan.width);
    drop(weights);
    let twice = both(&slots);
    let weights = crf::train::<LABELS>(&twice, &all, slots.list.len(), plan.epochs, plan.pace, allowed);
    Learnt { slots: slots.list, width: plan.width, weights }
}
