//! Lemmas and classes of cues: those of the lexicon, else the base form of the verb.

use super::CueClass;
use super::cue::{LEXICON, Lexicon};
use super::scene::Scene;
use crate::tag::Pos;
use std::borrow::Cow;
use std::ops::Range;

/// What the words of a cue say: lemma and class of the lexicon where it has the word, else as spelling tells.
pub(super) fn of(scene: &Scene, tokens: &Range<usize>) -> (Cow<'static, str>, CueClass) {
    let lexicon: &'static Lexicon = &LEXICON;
    let verb = tokens.clone().rev().find(|at| scene.pos(*at) == Pos::Verb);
    let head = verb.unwrap_or_else(|| {
        tokens.clone().rev().find(|at| matches!(scene.pos(*at), Pos::Noun | Pos::Adj)).unwrap_or(tokens.end - 1)
    });
    if let Some((number, _)) =
        scene.word(head).senses().iter().find(|(number, _)| lexicon.entry(*number).rest.is_empty())
    {
        let entry = lexicon.entry(*number);
        return (Cow::Borrowed(entry.lemma), entry.class);
    }
    let base = if verb.is_some() { scene.base(head) } else { Cow::Borrowed(scene.norm(head)) };
    (Cow::Owned(base.into_owned()), CueClass::Neutral)
}
