//! The sequence model: which tokens name a source, which are a cue, which are said.
//!
//! A linear-chain conditional random field over the tokens of a sentence (Lafferty, McCallum and Pereira 2001; for
//! attribution Pareti 2015), whose features are words, clusters, quotations and what the rules made of the sentence.
//! Its weights are laid out as the tagger's are (`src/tag/blob.rs`, `model/claims.bin`). What the labels change is
//! said in [`settle`]: the rules' claims come first, and quotations are never touched.

mod decode;
pub mod features;
pub(super) mod settle;

use super::Claim;
use super::Find;
use super::scene::Scene;
use crate::rule::Rule;
use crate::syntax::Parsed;
use crate::tag::blob::{Model, NAMES};
use crate::tag::features::Features;
use crate::tag::{Pos, Tagged};
use crate::text::Text;
use std::ops::Range;

/// How many labels there are: none, then first and further tokens of content, source and cue.
pub const LABELS: usize = 7;

/// Labels of first tokens.
const SOURCE: usize = 3;
const CUE: usize = 5;

/// What sources and cues are given ahead, in the units of the weights, and four times as much where the lexicon has the
/// word: what is as likely as not is taken.
const LEAD: i32 = 5;

pub(crate) static MODEL: &[u8] = include_bytes!("../../../model/claims.bin");

pub(super) const RULE: Rule<Find> = Rule {
    name: "claims/sequence",
    about: "what a model of labelled articles takes for a claim, where no rule does",
    find,
};

/// Adds what no rule has.
fn find(scene: &Scene, claims: &mut Vec<Claim>) {
    settle::add(scene, RULE.name, claims);
}

/// What a token is part of.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) enum Role {
    Content,
    Source,
    Cue,
}

/// A run of tokens of one role.
#[derive(Clone, Debug, PartialEq, Eq)]
pub(super) struct Run {
    pub role: Role,
    pub tokens: Range<usize>,
}

/// A text with the features of its tokens, for those who fit the weights.
#[derive(Debug)]
pub struct Sequence {
    /// The tokens of each sentence.
    pub sentences: Vec<Range<usize>>,
    /// The features of each token.
    pub features: Vec<Features>,
}

/// The features of all sentences in which claims are looked for.
pub fn read(text: &Text, tagged: &Tagged, parsed: &Parsed) -> Sequence {
    let scene = Scene::new(text, tagged, parsed);
    let claims = super::by_rules(&scene);
    let atoms = features::atoms(&scene, &claims);
    let mut sequence = Sequence { sentences: Vec::new(), features: Vec::new() };
    for sentence in scene.sentences() {
        let tokens = sentence.tokens.clone();
        let context = features::Context::of(&scene, &atoms, &tokens);
        for at in tokens.clone() {
            let mut found = Features::new(0);
            features::features(&atoms, &context, &tokens, at, &mut found);
            sequence.features.push(found);
        }
        sequence.sentences.push(tokens);
    }
    sequence
}

/// The runs of each sentence, by the weights.
pub(super) fn label(scene: &Scene, claims: &[Claim]) -> Vec<(Range<usize>, Vec<Run>)> {
    let tagger = Model::open(MODEL).layers[NAMES];
    let transitions = tagger.transitions::<LABELS>();
    let atoms = features::atoms(scene, claims);
    let mut scores = Vec::new();
    let mut lattice = decode::Lattice::default();
    scene
        .sentences()
        .map(|sentence| {
            let tokens = sentence.tokens.clone();
            let context = features::Context::of(scene, &atoms, &tokens);
            scores.clear();
            for at in tokens.clone() {
                let mut found = Features::new(0);
                features::features(&atoms, &context, &tokens, at, &mut found);
                let mut sums = [0; LABELS];
                tagger.add(&found, &mut sums);
                sums[SOURCE] += LEAD;
                // "was adamant that"
                let adjective = |at: usize| scene.pos(at) == Pos::Adj && scene.norm(at + 1) == "that";
                let likely = scene.word(at).is_cue() || adjective(at) || adjective(at + 1);
                sums[CUE] += if likely { 4 * LEAD } else { LEAD };
                scores.push(sums);
            }
            let labels = lattice.best(&transitions, &scores);
            (tokens.clone(), runs(tokens.start, labels))
        })
        .collect()
}

fn runs(start: usize, labels: &[u8]) -> Vec<Run> {
    let mut runs = Vec::new();
    let mut step = 0;
    while step < labels.len() {
        let label = labels[step];
        let first = step;
        step += 1;
        let role = match label {
            0 => continue,
            1 | 2 => Role::Content,
            3 | 4 => Role::Source,
            _ => Role::Cue,
        };
        while step < labels.len() && labels[step] == label + label % 2 {
            step += 1;
        }
        runs.push(Run { role, tokens: start + first..start + step });
    }
    runs
}
