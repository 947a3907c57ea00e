//! The weights by which a verb that is in no list is taken for one of saying: a logistic regression.
//!
//! Fitted by AdaGrad (Duchi et al. 2011) with a fixed order of examples drawn once from a fixed seed, its features those
//! of [`crate::claims::learned`]. Features seen seldom, and weights near nothing, are left out.

use crate::claims::learned::{self, Candidate};
use crate::{Given, tag, text};
use std::collections::BTreeMap;
use std::fmt::Write as _;

/// A labelled text: where its cues stand, in bytes.
#[derive(Clone, Debug)]
pub struct Row {
    /// The article.
    pub text: String,
    /// From and to.
    pub cues: Vec<(u32, u32)>,
}

const EPOCHS: usize = 8;
const RATE: f32 = 0.05;
const RIDGE: f32 = 0.00003;
/// A feature is kept from this many examples on.
const SEEN: usize = 3;
/// Weights that round to less than this, in hundredths, are left out.
const LEAST: i32 = 10;

/// The candidates of a text, and whether each is a cue.
pub fn examples(row: &Row) -> Vec<(Candidate, bool)> {
    let text = text::read(&row.text, &Given::default());
    let tagged = tag::tag(&text);
    let is_cue = |span: crate::Span| row.cues.iter().any(|cue| cue.0 < span.end && span.start < cue.1);
    learned::candidates(&text, &tagged)
        .into_iter()
        .map(|candidate| {
            let cue = is_cue(candidate.span);
            (candidate, cue)
        })
        .collect()
}

/// The fitted weights as the lines of `model/cues.tsv`.
pub fn fit(rows: &[Row]) -> String {
    let examples: Vec<(Candidate, bool)> = rows.iter().flat_map(examples).collect();
    let mut counts: BTreeMap<&[String; 3], usize> = BTreeMap::new();
    for feature in examples.iter().flat_map(|(candidate, _)| &candidate.features) {
        *counts.entry(feature).or_default() += 1;
    }
    let names: Vec<&[String; 3]> = counts.iter().filter(|(_, count)| **count >= SEEN).map(|(name, _)| *name).collect();
    let numbers: BTreeMap<&[String; 3], usize> = names.iter().enumerate().map(|(at, name)| (*name, at)).collect();
    let read: Vec<(Vec<usize>, f32)> = examples
        .iter()
        .map(|(candidate, cue)| {
            let features = candidate.features.iter().filter_map(|feature| numbers.get(feature).copied()).collect();
            (features, f32::from(u8::from(*cue)))
        })
        .collect();
    let mut order: Vec<usize> = (0..read.len()).collect();
    let mut seed = 20_260_101_u64;
    let (mut weights, mut squares) = (vec![0.0_f32; names.len()], vec![1.0_f32; names.len()]);
    for _ in 0..EPOCHS {
        for at in (1..order.len()).rev() {
            seed ^= seed << 13;
            seed ^= seed >> 7;
            seed ^= seed << 17;
            order.swap(at, (seed >> 33) as usize % (at + 1));
        }
        for &at in &order {
            let (features, cue) = &read[at];
            let sum: f32 = features.iter().map(|place| weights[*place]).sum();
            let miss = cue - 1.0 / (1.0 + (-sum).exp());
            for &place in features {
                let step = miss - RIDGE * weights[place];
                squares[place] += step * step;
                weights[place] += RATE * step / squares[place].sqrt();
            }
        }
    }
    let mut lines = String::new();
    for (name, weight) in names.iter().zip(&weights) {
        let weight = (weight * 100.0).round() as i32;
        if weight.abs() >= LEAST {
            let _ = writeln!(lines, "{}\t{}\t{}\t{weight}", name[0], name[1], name[2]);
        }
    }
    lines
}
