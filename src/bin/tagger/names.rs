//! Trains the tagger of names.

use crate::chain::Examples;
use crate::corpus::Document;
use crate::crf::{self, Pace};
use crate::table::{Hashed, Learnt, Slots};
use postil::tag::features::{self, Features};
use postil::tag::name::{LABELS, MEMORY, Memory};
/// Whether a label may follow another.
pub fn allowed(previous: usize, next: usize) -> bool {
    next == 0 || next % 2 == 1 || previous == next || previous + 1 == next
}

/// How the training goes.
pub struct Plan {
    /// How many models are averaged.
    pub models: usize,
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
                examples.may.push(if document.atoms[at].active { (1 << LABELS) - 1 } else { 1 });
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
        let weights =
            crf::train::<LABELS>(&examples, &seen, slots.list.len(), plan.epochs.min(4), plan.pace, allowed, 7);
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
        let none = Hashed::empty(examples.gold.len());
        slots.fill(&[&plain, &none], &mut both);
        slots.fill(&[&plain, &memories], &mut both);
        both.starts.push(both.features.len() as u32);
        both.gold = [&examples.gold[..], &examples.gold].concat();
        both.may = [&examples.may[..], &examples.may].concat();
        let shift = examples.gold.len();
        both.sentences = examples.sentences.clone();
        both.sentences.extend(examples.sentences.iter().map(|tokens| tokens.start + shift..tokens.end + shift));
        both
    };
    let slots = Slots::met([&plain, &memories].into_iter(), 24, plan.least);
    let twice = both(&slots);
    let all: Vec<usize> = (0..twice.sentences.len()).collect();
    let weights = crf::mean::<LABELS>(plan.models, &twice, &all, slots.list.len(), plan.epochs, plan.pace, allowed);
    drop(twice);
    let slots = slots.heaviest(&weights, plan.most, plan.width);
    drop(weights);
    let twice = both(&slots);
    let weights = crf::mean::<LABELS>(plan.models, &twice, &all, slots.list.len(), plan.epochs, plan.pace, allowed);
    Learnt { slots: slots.list, width: plan.width, weights }
}
