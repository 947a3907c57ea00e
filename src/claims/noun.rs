//! Nouns of saying: `his claim that …`, `the minister's pledge to …`, `X made the claim that …`.

use super::cue::{LEXICON, Lexicon, Part, form, is, takes};
use super::predicate::Frame;
use super::scene::Scene;
use super::{Claim, Cue, clause, subject};
use rustc_hash::FxHashSet;
use std::borrow::Cow;
use std::ops::Range;

pub(super) const RULE: &str = "claims/noun";

pub(super) fn find(scene: &Scene, claims: &mut Vec<Claim>) {
    let lexicon: &'static Lexicon = &LEXICON;
    let clauses: FxHashSet<usize> = scene
        .predicates
        .iter()
        .filter_map(|predicate| match predicate.frame {
            Frame::Clause(start) | Frame::Passive(start) => Some(start),
            _ => None,
        })
        .collect();
    for sentence in scene.sentences() {
        for at in sentence.tokens.clone() {
            let Some(entry) = scene.word(at).senses().iter().find_map(|&(number, forms)| {
                let entry = lexicon.entry(number);
                (entry.part == Part::Noun && forms & form::NOUN != 0).then_some(entry)
            }) else {
                continue;
            };
            let (low, high) = (clause::low(scene, sentence, at), clause::high(scene, sentence, at));
            let to = scene.norm(at + 1) == "to";
            let start = if to { at + 1 } else { clause::past_adverbials(scene, at + 1, high.min(at + 14)) };
            let clausal = start < high && scene.norm(start) == "that" && !scene.is(start + 1, is::AUXILIARY);
            if !(clausal || to && entry.takes & takes::INFINITIVE != 0) || at == low {
                continue;
            }
            let owner = owner(scene, at, low);
            if clauses.contains(&start) || scene.is_time(start + 1) {
                continue;
            }
            if owner.is_none() && (to || !scene.is(at - 1, is::DETERMINER | is::PREPOSITION)) {
                continue;
            }
            let mut end = clause::end(scene, start, high);
            if owner.as_ref().is_some_and(|owner| owner.start <= low + 1) {
                end = before_main_verb(scene, start, end, to);
            }
            let Some(content) = scene.cover(&(start..end)) else { continue };
            let cue = Cue { span: scene.text.tokens[at].span, lemma: Cow::Borrowed(entry.lemma), class: entry.class };
            let source = owner.or_else(|| maker(scene, at, low));
            claims.push(Claim::said(scene, RULE, Some(cue), source.as_ref(), vec![content]));
        }
    }
}

/// Where the noun is the subject of its sentence, what is said ends before the main verb: "his claim that the road was
/// safe | was never tested".
fn before_main_verb(scene: &Scene, start: usize, end: usize, infinitive: bool) -> usize {
    let mut verbs = (start + 2..end).filter(|at| clause::is_finite(scene, *at));
    let Some(first) = verbs.next() else { return end };
    if infinitive {
        return first;
    }
    let mut last = first;
    for verb in verbs {
        if verb > last + 2 || verb == last + 2 && !scene.is_adverb(last + 1) && !scene.is(last + 1, is::NEGATION) {
            let joined = (last + 1..verb).any(|at| {
                scene.is_mark(at) || scene.is(at, is::COORDINATOR | is::SUBORDINATOR | is::RELATIVE | is::SUBJECT)
            });
            return if joined { end } else { verb };
        }
        last = verb;
    }
    end
}

/// The possessor right before the noun: "his", "the government's".
fn owner(scene: &Scene, at: usize, low: usize) -> Option<Range<usize>> {
    // Up to two words may stand between: "his repeated false claim".
    for back in 1..=3 {
        let before = at.checked_sub(back).filter(|before| *before >= low)?;
        if scene.is(before, is::POSSESSIVE) {
            return Some(before..before + 1);
        }
        if scene.is_possessive_mark(before) {
            return subject::before(scene, before, low);
        }
        if scene.is_mark(before) || scene.is(before, is::DETERMINER | is::PREPOSITION | is::AUXILIARY) {
            return None;
        }
    }
    None
}

/// The subject of the verb that carries the noun: "X made the claim that".
fn maker(scene: &Scene, at: usize, low: usize) -> Option<Range<usize>> {
    let verb = (low..at).rev().take(5).find(|verb| {
        matches!(
            scene.norm(*verb),
            "made"
                | "makes"
                | "make"
                | "issued"
                | "issues"
                | "voiced"
                | "raised"
                | "gave"
                | "expressed"
                | "repeated"
                | "rejected"
                | "dismissed"
                | "denied"
                | "released"
                | "sent"
                | "floated"
                | "has"
                | "had"
        )
    })?;
    let negates = matches!(scene.norm(verb), "rejected" | "dismissed" | "denied");
    if negates { None } else { subject::before(scene, verb, low) }
}
