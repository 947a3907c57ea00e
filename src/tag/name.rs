//! Names: which tokens are the name of a person, an organisation, a place or something else.
//!
//! Labels are the usual ones (B begins a name, I goes on with it, O is none). A sentence's labels are the best
//! sequence by the sum of its features' weights, found by Viterbi; then the article is read again with what the
//! first reading called the same words elsewhere (as in Krishnan and Manning 2006).

use super::blob::Tagger;
use super::features::{self, Atom, Room, Sink};
use super::hash::pair;
use crate::text::{Sentence, Text};
use rustc_hash::FxHashMap;
use std::ops::Range;

/// How many labels there are: O, then B and I of each sort.
pub const LABELS: usize = 9;

/// The weights' unit: so many to the natural logarithm of odds.
pub const UNITS: i32 = 24;

/// A name that the model found.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Name {
    /// Its tokens.
    pub tokens: Range<usize>,
    /// What it names.
    pub sort: Sort,
    /// By how much it is ahead of the next best reading: so many [`UNITS`] make it *e* times as likely.
    pub margin: i32,
}

/// What a name names, as the model tells it.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash)]
#[expect(missing_docs, reason = "plain words")]
pub enum Sort {
    Person,
    Organisation,
    Place,
    Other,
}

impl Sort {
    /// All sorts, in the order of their labels.
    pub const ALL: [Sort; 4] = [Sort::Person, Sort::Organisation, Sort::Place, Sort::Other];
}

/// The labels of all tokens, after both readings, and each one's margin.
#[derive(Clone, Debug, Default)]
pub struct Labels {
    /// Of each token.
    pub labels: Vec<u8>,
    /// By how much each is ahead.
    pub margins: Vec<i32>,
}

/// Reads the names of a text, twice.
pub fn find(tagger: &Tagger, text: &Text, atoms: &[Atom]) -> Vec<Name> {
    let transitions = tagger.transitions::<LABELS>();
    let mut scores = vec![[0; LABELS]; atoms.len()];
    let mut room = Room::default();
    for sentence in &text.sentences {
        for at in sentence.tokens.clone().filter(|at| atoms[*at].active) {
            let features = features::name(atoms, &sentence.tokens, at, tagger.look_up(&mut room, 0)).found();
            tagger.add(features, &mut scores[at]);
        }
    }
    let mut found = Labels { labels: vec![0; atoms.len()], margins: vec![0; atoms.len()] };
    let mut steps = Vec::new();
    let mut label = |scores: &[[i32; LABELS]], found: &mut Labels| {
        for Sentence { tokens, .. } in &text.sentences {
            for run in runs(atoms, tokens) {
                best(&transitions, scores, run, tokens, &mut steps, found);
            }
        }
    };
    label(&scores, &mut found);
    let memory = Memory::of(atoms, &found.labels);
    for sentence in &text.sentences {
        for at in sentence.tokens.clone().filter(|at| atoms[*at].active) {
            let held = tagger.look_up(&mut room, MEMORY);
            let features = memory.features(atoms, &found.labels, &sentence.tokens, at, held).found();
            tagger.add(features, &mut scores[at]);
        }
    }
    label(&scores, &mut found);
    text.sentences.iter().flat_map(|sentence| names(&found, sentence.tokens.clone())).collect()
}

/// Where the numbers of the templates of memory begin.
pub const MEMORY: u32 = 200;

/// The names that labels spell.
fn names(found: &Labels, tokens: Range<usize>) -> Vec<Name> {
    let mut names = Vec::new();
    let mut at = tokens.start;
    while at < tokens.end {
        let label = found.labels[at];
        let start = at;
        at += 1;
        if label == 0 {
            continue;
        }
        let inside = label + label % 2;
        while at < tokens.end && found.labels[at] == inside {
            at += 1;
        }
        let margin = found.margins[start..at].iter().copied().min().unwrap_or(0);
        names.push(Name { tokens: start..at, sort: Sort::ALL[usize::from((label - 1) / 2) % 4], margin });
    }
    names
}

/// The runs of tokens of a sentence that may be part of names. What stands between them is none, so each is read by
/// itself.
fn runs<'a>(atoms: &'a [Atom], sentence: &Range<usize>) -> impl Iterator<Item = Range<usize>> + use<'a> {
    let (mut at, end) = (sentence.start, sentence.end);
    std::iter::from_fn(move || {
        let start = (at..end).find(|at| atoms[*at].active)?;
        at = (start..end).find(|at| !atoms[*at].active).unwrap_or(end);
        Some(start..at)
    })
}

/// The best labels of one run of a sentence, and how far each is ahead of the best labels of which that token's is
/// another sort.
fn best(
    transitions: &[[i32; LABELS]],
    scores: &[[i32; LABELS]],
    run: Range<usize>,
    sentence: &Range<usize>,
    steps: &mut Vec<Step>,
    found: &mut Labels,
) {
    steps.clear();
    let first = transitions[if run.start == sentence.start { LABELS } else { 0 }];
    for at in run.clone() {
        let mut step = Step { sums: first, from: [0; LABELS] };
        if let Some(before) = steps.last() {
            for next in 0..LABELS {
                let mut most = NEVER;
                for (previous, row) in transitions[..LABELS].iter().enumerate() {
                    let sum = before.sums[previous] + row[next];
                    if sum > most {
                        most = sum;
                        step.from[next] = previous as u8;
                    }
                }
                step.sums[next] = most;
            }
        }
        step.sums.iter_mut().zip(scores[at]).for_each(|(sum, score)| *sum = (*sum + score).max(NEVER));
        step.level();
        steps.push(step);
    }
    // What the rest of the sentence can still add to each label.
    let mut after = Step { sums: [0; LABELS], from: [0; LABELS] };
    if run.end < sentence.end {
        after.sums = std::array::from_fn(|label| transitions[label][0]);
    }
    let mut label = steps.last().map_or(0, |step| {
        (0..LABELS).max_by_key(|label| (step.sums[*label] + after.sums[*label], std::cmp::Reverse(*label))).unwrap_or(0)
    });
    for at in run.rev() {
        let Some(step) = steps.pop() else { break };
        found.labels[at] = label as u8;
        let sum = |label: usize| step.sums[label] + after.sums[label];
        let other = (0..LABELS).filter(|other| other.div_ceil(2) != label.div_ceil(2)).map(sum).max();
        found.margins[at] = sum(label) - other.unwrap_or(0);
        label = usize::from(step.from[label]);
        let ahead: [i32; LABELS] = std::array::from_fn(|next| after.sums[next] + scores[at][next]);
        for (previous, sum) in after.sums.iter_mut().enumerate() {
            let through = ahead.iter().zip(transitions[previous]).map(|(ahead, more)| ahead + more);
            *sum = through.fold(NEVER, i32::max);
        }
        after.level();
    }
}

/// The best sum for each label of a token, and which label before gives it.
#[derive(Clone, Copy, Debug)]
struct Step {
    sums: [i32; LABELS],
    from: [u8; LABELS],
}

/// What no sum comes near.
const NEVER: i32 = i32::MIN / 8;

impl Step {
    /// Makes the greatest sum nothing, so that sums stay small however long the sentence.
    fn level(&mut self) {
        let top = self.sums.iter().copied().max().unwrap_or(0);
        self.sums.iter_mut().for_each(|sum| *sum = (*sum - top).max(NEVER));
    }
}

/// What the first reading called the words of the article.
#[derive(Clone, Debug, Default)]
pub struct Memory {
    words: FxHashMap<u32, [u16; LABELS]>,
    pairs: FxHashMap<u32, [u16; LABELS]>,
}

impl Memory {
    /// The memory of a text whose first labels are these.
    pub fn of(atoms: &[Atom], labels: &[u8]) -> Memory {
        let mut memory = Memory::default();
        for (at, atom) in atoms.iter().enumerate().filter(|(_, atom)| atom.capital) {
            let label = usize::from(labels[at]);
            count(&mut memory.words, atom.cased, label);
            let next = labels.get(at + 1).copied().unwrap_or(0);
            if label != 0 && next != 0 && next.is_multiple_of(2) {
                count(&mut memory.pairs, pair(atom.cased, atoms[at + 1].cased), label);
            }
        }
        memory
    }

    /// What it says of token `at`, whose own first label is left out.
    #[inline(always)]
    pub fn features<S: Sink>(
        &self,
        atoms: &[Atom],
        labels: &[u8],
        tokens: &Range<usize>,
        at: usize,
        mut features: S,
    ) -> S {
        let own = labels[at];
        let label = |at: Option<usize>| at.filter(|at| tokens.contains(at)).map_or(LABELS as u8, |at| labels[at]);
        let (before, after) = (label(at.checked_sub(1)), label(Some(at + 1)));
        let here = self.word(atoms, labels, at);
        let previous = if at > tokens.start { self.word(atoms, labels, at - 1) } else { 0 };
        let next = if at + 1 < tokens.end { self.word(atoms, labels, at + 1) } else { 0 };
        let short = atoms[at].short();
        features.add(pair(own.into(), short));
        features.add(pair(own.into(), pair(before.into(), after.into())));
        features.add_if(here != 0, here);
        features.add_if(here != 0, pair(here, own.into()));
        features.add_if(here != 0, pair(here, short));
        features.add_if(here != 0 || next != 0, pair(here, next));
        features.add_if(here != 0 || previous != 0, pair(previous, here));
        let with_next = if at + 1 < tokens.end { self.pair(atoms, labels, at) } else { 0 };
        let with_previous = if at > tokens.start { self.pair(atoms, labels, at - 1) } else { 0 };
        features.add_if(with_next != 0, with_next);
        features.add_if(with_previous != 0, with_previous);
        features
    }

    /// What the word of token `at` is called elsewhere; 0 if it is nowhere else.
    fn word(&self, atoms: &[Atom], labels: &[u8], at: usize) -> u32 {
        if !atoms[at].capital {
            return 0;
        }
        let Some(counts) = self.words.get(&atoms[at].cased) else { return 0 };
        told(counts, labels[at])
    }

    fn pair(&self, atoms: &[Atom], labels: &[u8], at: usize) -> u32 {
        let Some(counts) = self.pairs.get(&pair(atoms[at].cased, atoms[at + 1].cased)) else { return 0 };
        let joined = labels[at] != 0 && labels[at + 1] != 0 && labels[at + 1].is_multiple_of(2);
        told(counts, if joined { labels[at] } else { LABELS as u8 })
    }
}

fn count(map: &mut FxHashMap<u32, [u16; LABELS]>, key: u32, label: usize) {
    let counts = map.entry(key).or_default();
    counts[label] = counts[label].saturating_add(1);
}

/// The label met most, whether by far, how often, and whether within longer names.
fn told(counts: &[u16; LABELS], own: u8) -> u32 {
    let mut counts = *counts;
    if let Some(count) = counts.get_mut(usize::from(own)) {
        *count = count.saturating_sub(1);
    }
    let all: u32 = counts.iter().map(|count| u32::from(*count)).sum();
    if all == 0 {
        return 0;
    }
    let most = (0..LABELS).max_by_key(|label| (counts[*label], std::cmp::Reverse(*label))).unwrap_or(0);
    let sure = u32::from(u32::from(counts[most]) * 3 > all * 2);
    let inside = (2..LABELS).step_by(2).any(|label| counts[label] > 0);
    (1 + most as u32) | (sure << 8) | (all.min(3) << 9) | (u32::from(inside) << 11)
}
