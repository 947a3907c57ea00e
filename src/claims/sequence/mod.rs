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
use crate::tag::features::{Features, Room};
use crate::tag::{Pos, Tagged};
use crate::text::Text;
use std::cell::OnceCell;
use std::ops::Range;
use std::sync::LazyLock;

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

/// The runs of the sentences, each found when it is first asked for: most sentences report nothing, and nobody asks.
pub(super) struct Labels {
    atoms: Vec<features::Atom>,
    sentences: Vec<(Range<usize>, OnceCell<Vec<Run>>)>,
}

impl Labels {
    /// Of a text in which rules have found these claims.
    pub fn new(scene: &Scene, claims: &[Claim]) -> Labels {
        let sentences = scene.sentences().map(|sentence| (sentence.tokens.clone(), OnceCell::new()));
        Labels { atoms: features::atoms(scene, claims), sentences: sentences.collect() }
    }

    /// The tokens of each sentence.
    pub fn sentences(&self) -> impl Iterator<Item = &Range<usize>> {
        self.sentences.iter().map(|(tokens, _)| tokens)
    }

    /// The sentence that a token stands in, and its number.
    pub fn sentence(&self, at: usize) -> Option<(usize, &Range<usize>)> {
        let number = self.sentences.partition_point(|(tokens, _)| tokens.end <= at);
        let (tokens, _) = self.sentences.get(number).filter(|(tokens, _)| tokens.contains(&at))?;
        Some((number, tokens))
    }

    /// The runs of a sentence, by the weights.
    pub fn runs(&self, scene: &Scene, number: usize) -> &[Run] {
        let Some((tokens, runs)) = self.sentences.get(number) else { return &[] };
        runs.get_or_init(|| self.label(scene, tokens))
    }

    fn label(&self, scene: &Scene, tokens: &Range<usize>) -> Vec<Run> {
        let tagger = &model().layers[NAMES];
        let context = features::Context::of(scene, &self.atoms, tokens);
        let mut room = Room::default();
        let mut scores = Vec::with_capacity(tokens.len());
        for at in tokens.clone() {
            let features = features::features(&self.atoms, &context, tokens, at, tagger.look_up(&mut room, 0)).found();
            let mut sums = [0; LABELS];
            tagger.add(features, &mut sums);
            sums[SOURCE] += LEAD;
            // "was adamant that"
            let adjective = |at: usize| scene.pos(at) == Pos::Adj && scene.norm(at + 1) == "that";
            let likely = scene.word(at).is_cue() || adjective(at) || adjective(at + 1);
            sums[CUE] += if likely { 4 * LEAD } else { LEAD };
            scores.push(sums);
        }
        runs(tokens.start, &decode::best(&tagger.transitions::<LABELS>(), &scores))
    }
}

/// The model that the program carries, opened when it is first asked for.
fn model() -> &'static Model {
    static OPEN: LazyLock<Model> = LazyLock::new(|| Model::open(MODEL));
    &OPEN
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
