//! Adverbs of hearsay: `X reportedly …`, `the man allegedly …`: said by somebody, it is not told by whom.

use super::cue::{LEXICON, Lexicon, Part};
use super::scene::Scene;
use super::{Claim, Cue, Find, clause};
use crate::rule::Rule;
use std::borrow::Cow;

pub(super) const RULE: Rule<Find> = Rule { name: "claims/hearsay", about: "hearsay: the firm reportedly …", find };

fn find(scene: &Scene, claims: &mut Vec<Claim>) {
    let lexicon: &'static Lexicon = &LEXICON;
    for sentence in scene.sentences() {
        let mut seen = false;
        for at in sentence.tokens.clone() {
            let Some(entry) = scene
                .word(at)
                .senses()
                .iter()
                .map(|sense| lexicon.entry(sense.0))
                .find(|entry| entry.part == Part::Adverb)
            else {
                continue;
            };
            // Once a sentence, and not within what somebody says by name.
            if seen || scene.quotation(at).is_some() {
                continue;
            }
            seen = true;
            let low = clause::low(scene, sentence, at);
            let high = clause::high(scene, sentence, at);
            let mut start = low;
            for before in (low..at).rev() {
                if scene.is_mark(before) && !scene.is_possessive_mark(before) || scene.norm(before) == "that" {
                    start = before + 1;
                    break;
                }
            }
            let before = scene.predicates.partition_point(|predicate| predicate.cue.end <= at);
            let spoken = scene.predicates.get(before).is_some_and(|predicate| predicate.cue.contains(&at));
            if spoken || scene.begins(start).is_some_and(|predicate| predicate.cue.end <= at) {
                continue;
            }
            let end = clause::end(scene, at + 1, high);
            let mut after = at + 1;
            while scene.is_comma(after) {
                after += 1;
            }
            let contents: Vec<_> = [start..at, after..end].iter().filter_map(|part| scene.cover(part)).collect();
            if end <= after || contents.is_empty() {
                continue;
            }
            let cue = Cue { span: scene.text.tokens[at].span, lemma: Cow::Borrowed(entry.lemma), class: entry.class };
            claims.push(Claim::said(scene, RULE.name, Some(cue), None, contents));
        }
    }
}
