//! Parts of speech, by a trained model: a word's tag from the word, its neighbours and the tags before it.
//!
//! A greedy linear tagger (features as in Ratnaparkhi 1996, with word clusters). Its tags are those of Universal
//! Dependencies; its weights are learnt from treebanks (`model/README.md`).

use super::Pos;
use super::blob::Tagger;
use super::features::{Atom, Room, Sink, neighbour};
use super::hash::pair;
use super::name::UNITS;
use crate::lexicon::verbs;
use crate::text::Text;
use std::ops::Range;

/// How many tags there are.
pub const TAGS: usize = 17;

/// The number of the first template, so that no feature is one of another model.
const FIRST: u32 = 500;

/// A second tag counts while it is at most this far after the best: about one to six.
const IN_DOUBT: i32 = 9 * UNITS / 5;

/// The tags of a token: the best one, and the second best one if there is doubt.
#[derive(Clone, Copy, Debug)]
pub struct Choice {
    /// The best tag.
    pub pos: Pos,
    /// The second best tag and one more; 0 if the best one is not in doubt.
    pub second: u32,
}

/// Tags every token of a text.
pub fn find(tagger: &Tagger, text: &Text, atoms: &[Atom]) -> Vec<Choice> {
    let mut found = vec![Choice { pos: Pos::X, second: 0 }; atoms.len()];
    let mut room = Room::default();
    for sentence in &text.sentences {
        let tokens = sentence.tokens.clone();
        let mut before = [0, 0];
        for at in tokens.clone() {
            let features = speech(atoms, &tokens, at, before, tagger.look_up(&mut room, FIRST)).found();
            let mut scores = [0; TAGS];
            tagger.add(features, &mut scores);
            found[at] = choose(&scores);
            // "The rate rose": a past form that is nothing else is no noun after a noun; "a rose" is one.
            let after_noun = before[0] == Pos::Noun as u32 + 1 || before[0] == Pos::Propn as u32 + 1;
            if found[at].pos == Pos::Noun && after_noun && !atoms[at].capital && verbs::is_past_only(text.norm(at)) {
                found[at] = Choice { pos: Pos::Verb, second: Pos::Noun as u32 + 1 };
            }
            before = [found[at].pos as u32 + 1, before[0]];
        }
    }
    found
}

fn choose(scores: &[i32; TAGS]) -> Choice {
    let (mut best, mut second) = (0, TAGS);
    for at in 1..TAGS {
        if scores[at] > scores[best] {
            (best, second) = (at, best);
        } else if second == TAGS || scores[at] > scores[second] {
            second = at;
        }
    }
    let doubt = second < TAGS && scores[best] - scores[second] <= IN_DOUBT;
    Choice { pos: Pos::ALL[best], second: if doubt { second as u32 + 1 } else { 0 } }
}

/// The features by which the tag of token `at` is told; `before` holds the tags of the two tokens before it, and one
/// more, the nearer one first.
#[inline(always)]
pub fn speech<S: Sink>(atoms: &[Atom], tokens: &Range<usize>, at: usize, before: [u32; 2], mut f: S) -> S {
    let near = |offset: isize| neighbour(atoms, tokens, at, offset);
    let (a, left, right) = (near(0), near(-1), near(1));
    let (first, last) = (near(-2), near(2));
    let [t1, t2] = before;
    f.begin(FIRST);
    f.add(0);
    f.add(a.word);
    f.add(a.cased);
    f.add(left.word);
    f.add(right.word);
    f.add(first.word);
    f.add(last.word);
    f.add(pair(left.word, a.word));
    f.add(pair(a.word, right.word));
    f.add(pair(left.word, right.word));
    f.add(pair(a.shape, a.case));
    f.add(pair(a.class >> 16, a.short));
    f.add(pair(left.short, pair(a.short, right.short)));
    f.add(a.prefixes[0]);
    f.add(a.prefixes[1]);
    f.add(pair(a.suffixes[0], a.short));
    f.add(pair(a.suffixes[1], a.short));
    f.add(a.suffixes[2]);
    f.add(pair(a.suffixes[2], a.short));
    f.add(pair(right.suffixes[1], a.suffixes[1]));
    f.add(right.suffixes[0]);
    f.add(right.suffixes[1]);
    f.add(left.suffixes[1]);
    for word in [a, left, right] {
        f.add_if(word.cluster != 0, pair(word.cluster, a.short));
        f.add_if(word.cluster != 0, pair(word.cluster >> 2, a.short));
        f.add_if(word.cluster != 0, pair(word.cluster >> 4, a.short));
    }
    f.add(pair(last.cluster >> 2, a.short));
    f.add(pair(a.cluster >> 2, right.cluster >> 2));
    f.add(pair(a.cluster >> 4, pair(right.cluster >> 4, t1)));
    f.add(pair(a.kinds, a.case));
    f.add_if(a.phrase != 0, a.phrase);
    f.add(t1);
    f.add(pair(t1, t2));
    f.add(pair(t1, a.word));
    f.add(pair(pair(t1, t2), a.word));
    f.add(pair(t1, a.suffixes[1]));
    f.add(pair(t1, pair(a.suffixes[0], a.short)));
    f.add(pair(t1, right.word));
    f.add(pair(t1, a.cluster >> 2));
    f.add(pair(t1, right.cluster >> 2));
    f.add(pair(t1, pair(a.suffixes[1], right.suffixes[1])));
    f.add(pair(pair(t1, t2), right.cluster >> 4));
    f.add(pair(left.word, t2));
    f
}
