//! Trains the sequence model of claims: which tokens name a source, which are a cue, which are said.

use crate::chain::{Examples, Gold, Weights};
use crate::crf;
use crate::names::Plan;
use crate::random::Random;
use crate::table::{Hashed, Learnt, Slots};
use postil::claims::sequence::{self, LABELS};
use postil::{Given, Span, tag, text};
use serde_json::Value;
use std::path::Path;

/// A labelled text.
pub struct Document {
    pub features: Hashed,
    pub sentences: Vec<std::ops::Range<usize>>,
    pub gold: Vec<u8>,
}

/// Whether a label may follow another.
pub fn allowed(previous: usize, next: usize) -> bool {
    next == 0 || next % 2 == 1 || previous == next || previous + 1 == next
}

/// The texts of a file of JSON lines with `text` and `attributions`.
pub fn read(file: &Path) -> Result<Vec<Document>, String> {
    let lines = std::fs::read_to_string(file).map_err(|error| format!("{}: {error}", file.display()))?;
    lines
        .lines()
        .filter(|line| !line.is_empty())
        .map(|line| {
            let row: Value = serde_json::from_str(line).map_err(|error| error.to_string())?;
            Ok(document(&row))
        })
        .collect()
}

fn document(row: &Value) -> Document {
    let words = row["text"].as_str().unwrap_or_default();
    let text = text::read(words, &Given::default());
    let tagged = tag::tag(&text);
    let bytes: Vec<u32> = words.char_indices().map(|(at, _)| at as u32).chain([words.len() as u32]).collect();
    let mut labels = vec![0_u8; text.tokens.len()];
    for (role, name) in [(0, "content"), (1, "source"), (2, "cue")] {
        for one in row["attributions"].as_array().into_iter().flatten() {
            for span in one[name].as_array().into_iter().flatten() {
                let at = |place: usize| bytes.get(span[place].as_u64()? as usize).copied();
                let (Some(start), Some(end)) = (at(0), at(1)) else { continue };
                for (step, token) in text.tokens_in(Span::new(start, end)).enumerate() {
                    labels[token] = 1 + 2 * role + u8::from(step > 0);
                }
            }
        }
    }
    let sequence = sequence::read(&text, &tagged, &postil::syntax::parse(&text, &tagged));
    let mut features = Hashed::default();
    let mut gold = Vec::new();
    let mut sentences = Vec::new();
    let mut number = 0;
    for tokens in &sequence.sentences {
        let start = gold.len();
        let mut before = 0;
        for at in tokens.clone() {
            features.push(sequence.features[number].as_slice());
            number += 1;
            // A span that goes on from another sentence, or after one that was put into it, begins anew.
            let mut label = labels[at];
            if !allowed(before, label.into()) {
                label -= 1;
            }
            before = usize::from(label);
            gold.push(label);
        }
        sentences.push(start..gold.len());
    }
    Document { features, sentences, gold }
}

fn examples(documents: &[Document], slots: &Slots) -> Examples<LABELS> {
    let mut examples = Examples::default();
    for document in documents {
        let base = examples.gold.len();
        slots.fill(&[&document.features], &mut examples);
        examples.gold.extend(document.gold.iter().map(|label| Gold::Label(*label)));
        examples.sentences.extend(document.sentences.iter().map(|tokens| tokens.start + base..tokens.end + base));
    }
    examples.starts.push(examples.features.len() as u32);
    examples.may = vec![(1 << LABELS) - 1; examples.gold.len()];
    examples
}

/// Learns from the documents; what it finds in `dev` is only reported.
pub fn train(documents: &[Document], plan: &Plan, dev: &[Document]) -> Learnt<LABELS> {
    let slots = Slots::met(documents.iter().map(|document| &document.features), 24, plan.least);
    let seen = examples(documents, &slots);
    eprintln!("{} tokens, {} features", seen.gold.len(), slots.list.len());
    let all: Vec<usize> = (0..seen.sentences.len()).collect();
    let weights = crf::train::<LABELS>(&seen, &all, slots.list.len(), plan.epochs, plan.pace, allowed, 7);
    drop(seen);
    let slots = slots.heaviest(&weights, plan.most, plan.width);
    let seen = examples(documents, &slots);
    let weights = averaged(&seen, slots.list.len(), plan);
    score(&weights, &examples(dev, &slots));
    Learnt { slots: slots.list, width: plan.width, weights }
}

/// The mean of weights that were learnt from the sentences in several orders: one order leaves its traces.
fn averaged(seen: &Examples<LABELS>, rows: usize, plan: &Plan) -> Weights<LABELS> {
    let mut sum = Weights { rows: vec![[0.0; LABELS]; rows], transitions: vec![[0.0; LABELS]; LABELS + 1] };
    let mut order: Vec<usize> = (0..seen.sentences.len()).collect();
    let mut random = Random::new(21);
    for _ in 0..plan.folds {
        random.shuffle(&mut order);
        let more = crf::train::<LABELS>(seen, &order, rows, plan.epochs, plan.pace, allowed, 7);
        let both = [(&mut sum.rows, &more.rows), (&mut sum.transitions, &more.transitions)];
        for (sum, more) in both.into_iter().flat_map(|(sum, more)| sum.iter_mut().zip(more)) {
            sum.iter_mut().zip(more).for_each(|(sum, more)| *sum += more / plan.folds as f32);
        }
    }
    sum
}

fn score(weights: &Weights<LABELS>, examples: &Examples<LABELS>) {
    let mut labels = Vec::new();
    let mut counts = [[0_u32; 3]; 4];
    for sentence in &examples.sentences {
        weights.best(examples, sentence.clone(), allowed, &mut labels);
        for (at, label) in sentence.clone().zip(&labels) {
            let (role, gold) = (label.div_ceil(2) as usize, examples.label(at).unwrap_or(0).div_ceil(2));
            if role == gold {
                counts[role][0] += 1;
            } else {
                counts[role][1] += 1;
                counts[gold][2] += 1;
            }
        }
    }
    for (role, name) in [(1, "content"), (2, "source"), (3, "cue")] {
        let [right, wrong, missed] = counts[role].map(f64::from);
        print!(
            "{name} P {:.3} R {:.3} F {:.3}  ",
            right / (right + wrong),
            right / (right + missed),
            2.0 * right / (2.0 * right + wrong + missed)
        );
    }
    println!();
}
