//! Trains the tagger of names.

use crate::chain::{Examples, Gold};
use crate::corpus::Document;
use crate::crf::{self, Pace};
use crate::table::{Hashed, Learnt, Slots};
use postil::tag::features::{self, Features};
use postil::tag::name::{LABELS, MEMORY, Memory};
use std::ops::Range;

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
    /// How much a word counts whose label no person gave.
    pub silver: f32,
}

/// Learns in two rounds: from all features, and then from the heaviest of them alone.
pub fn train(documents: &[Document], plan: &Plan) -> Learnt<LABELS> {
    let words = Words::of(documents);
    let guessed = words.guess(plan);
    let memories = memories(documents, &words, &guessed);
    drop(guessed);
    let slots = Slots::met([&words.plain, &memories].into_iter(), 24, plan.least);
    let fit = |slots: &Slots, models: usize| {
        let mut twice = words.twice(&memories, slots);
        twice.silver = plan.silver;
        let all: Vec<usize> = (0..twice.sentences.len()).collect();
        crf::mean::<LABELS>(models, &twice, &all, slots.list.len(), plan.epochs, plan.pace, allowed)
    };
    let slots = slots.heaviest(&fit(&slots, plan.models), plan.most, plan.width);
    let weights = fit(&slots, plan.models);
    Learnt { slots: slots.list, width: plan.width, weights }
}

/// The words of all documents, one after the other.
struct Words {
    /// What the first reading sees of each.
    plain: Hashed,
    gold: Vec<Gold>,
    chances: Vec<[u8; LABELS]>,
    may: Vec<u32>,
    sentences: Vec<Range<usize>>,
    /// The document of each sentence.
    of: Vec<usize>,
    /// The words of each document.
    documents: Vec<Range<usize>>,
}

impl Words {
    fn of(documents: &[Document]) -> Words {
        let mut words = Words {
            plain: Hashed::default(),
            gold: Vec::new(),
            chances: Vec::new(),
            may: Vec::new(),
            sentences: Vec::new(),
            of: Vec::new(),
            documents: Vec::new(),
        };
        for (number, document) in documents.iter().enumerate() {
            words.add(number, document);
        }
        words
    }

    fn add(&mut self, number: usize, document: &Document) {
        let base = self.gold.len();
        for sentence in &document.text.sentences {
            for at in sentence.tokens.clone() {
                let active = document.atoms[at].active;
                let mut found = Features::new(0);
                if active {
                    features::name(&document.atoms, &sentence.tokens, at, &mut found);
                }
                self.plain.push(found.as_slice());
                self.gold.push(match document.chances.get(at) {
                    Some(_) => Gold::Chances((self.chances.len() + at) as u32),
                    None => Gold::Label(document.gold[at]),
                });
                self.may.push(if active { (1 << LABELS) - 1 } else { 1 });
            }
            self.sentences.push(base + sentence.tokens.start..base + sentence.tokens.end);
            self.of.push(number);
        }
        self.chances.extend(&document.chances);
        self.documents.push(base..self.gold.len());
        assert_eq!(self.gold.len() - base, document.text.tokens.len(), "sentences hold all tokens");
    }

    /// What each document's words are taken for by a model that has not seen it, and that people's labels alone taught.
    fn guess(&self, plan: &Plan) -> Vec<u8> {
        let slots = Slots::met([&self.plain].into_iter(), 24, plan.least);
        let mut examples = Examples {
            gold: self.gold.clone(),
            chances: self.chances.clone(),
            may: self.may.clone(),
            sentences: self.sentences.clone(),
            ..Examples::default()
        };
        slots.fill(&[&self.plain], &mut examples);
        examples.starts.push(examples.features.len() as u32);
        eprintln!("{} tokens, {} features", examples.gold.len(), slots.list.len());
        let labelled = |sentence: usize| matches!(self.gold[self.sentences[sentence].start], Gold::Label(_));
        let fold = |sentence: usize| if labelled(sentence) { self.of[sentence] % plan.folds } else { plan.folds };
        let mut guessed = vec![0; examples.gold.len()];
        let mut labels = Vec::new();
        for unseen in 0..=plan.folds {
            let (others, told): (Vec<usize>, Vec<usize>) =
                (0..self.of.len()).partition(|sentence| fold(*sentence) != unseen);
            if told.is_empty() {
                continue;
            }
            let seen: Vec<usize> = others.into_iter().filter(|sentence| labelled(*sentence)).collect();
            let epochs = plan.epochs.min(4);
            let weights = crf::train::<LABELS>(&examples, &seen, slots.list.len(), epochs, plan.pace, allowed, 7);
            for sentence in told {
                let tokens = examples.sentences[sentence].clone();
                weights.best(&examples, tokens.clone(), allowed, &mut labels);
                guessed[tokens].copy_from_slice(&labels);
            }
        }
        guessed
    }

    /// Each sentence twice: as the first reading sees it, and as the second does.
    fn twice(&self, memories: &Hashed, slots: &Slots) -> Examples<LABELS> {
        let mut both = Examples::default();
        let none = Hashed::empty(self.gold.len());
        slots.fill(&[&self.plain, &none], &mut both);
        slots.fill(&[&self.plain, memories], &mut both);
        both.starts.push(both.features.len() as u32);
        both.gold = [&self.gold[..], &self.gold].concat();
        both.chances.clone_from(&self.chances);
        both.may = [&self.may[..], &self.may].concat();
        let shift = self.gold.len();
        both.sentences.clone_from(&self.sentences);
        both.sentences.extend(self.sentences.iter().map(|tokens| tokens.start + shift..tokens.end + shift));
        both
    }
}

/// What the second reading sees more of each word, if the first took the words for these.
fn memories(documents: &[Document], words: &Words, guessed: &[u8]) -> Hashed {
    let mut memories = Hashed::default();
    for (document, tokens) in documents.iter().zip(&words.documents) {
        let labels = &guessed[tokens.clone()];
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
    memories
}
