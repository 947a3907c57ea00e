//! Complements: what stands behind a verb of saying, or around it, and so which frame it stands in.

use super::clause;
use super::cue::{Entry, is, takes};
use super::predicate::{Frame, Predicate};
use super::scene::Scene;
use super::subject;
use crate::tag::Pos;
use std::ops::Range;

pub(super) fn to_the_right(
    scene: &Scene,
    entry: &Entry,
    left: usize,
    cue: Range<usize>,
    rest: usize,
    high: usize,
) -> Option<Frame> {
    let raw = cue.end;
    let can = |bits: u16| entry.takes & bits != 0;
    if raw >= high {
        return None;
    }
    if can(takes::QUOTE) {
        let mut at = if can(takes::ADDRESSEE) {
            clause::past_adverbials(scene, subject::past_object(scene, rest, high), high)
        } else {
            rest
        };
        let marked = matches!(scene.norm(at), "," | ":");
        if marked {
            at += 1;
        }
        if let Some(number) = scene.opens(at) {
            if marked || clause::is_speech(scene, number) {
                return Some(Frame::Quotation(at));
            }
        } else if scene.norm(at - 1) == ":" && at < high {
            return Some(Frame::Clause(at));
        }
    }
    if scene.is_comma(rest) && can(takes::CLAUSE) {
        // "said, however, that"
        if let Some(that) = (rest + 1..high.min(rest + 12)).find(|at| scene.norm(*at) == "that")
            && scene.is_comma(that - 1)
        {
            return Some(Frame::Clause(that));
        }
    }
    let clause = |at: usize| {
        at < high
            && (scene.norm(at) == "that" && can(takes::CLAUSE | takes::THAT | takes::NOUN)
                || scene.is(at, is::QUESTION)
                    && can(takes::CLAUSE | takes::QUESTION | takes::THAT | takes::NOUN | takes::ADDRESSEE))
    };
    if clause(rest) {
        return Some(Frame::Clause(rest));
    }
    if scene.norm(raw) == "to" && can(takes::INFINITIVE | takes::OBJECT_INFINITIVE) {
        return Some(Frame::Infinitive(raw));
    }
    if can(takes::ADDRESSEE | takes::OBJECT_INFINITIVE) {
        let object = subject::past_object(scene, raw, high);
        let behind = clause::past_adverbials(scene, object, high);
        if object > raw {
            if clause(behind) {
                return Some(Frame::Clause(behind));
            }
            let to = (object..high.min(object + 8)).find(|at| scene.norm(*at) == "to" || scene.is_mark(*at));
            if let Some(to) = to.filter(|to| scene.norm(*to) == "to") {
                return Some(Frame::Infinitive(if can(takes::OBJECT_INFINITIVE) { raw } else { to }));
            }
            if can(takes::ADDRESSEE) && can(takes::CLAUSE) && !can(takes::NOUN) && behind < high {
                return (!scene.is_mark(behind) && !scene.is(behind, is::PREPOSITION)).then_some(Frame::Clause(behind));
            }
        }
        if entry.lemma == "tell" {
            return None;
        }
    }
    if can(takes::CLAUSE) && rest < high && !scene.is_mark(rest) {
        let start = rest;
        let prepositional = scene.is(start, is::PREPOSITION) && !scene.is(start, is::SUBORDINATOR);
        let verbal = (start..high.min(start + 60)).any(|at| clause::is_finite(scene, at));
        if !prepositional && !scene.is(start, is::COORDINATOR) && (verbal || entry.lemma == "say") {
            return Some(Frame::Clause(start));
        }
    }
    if can(takes::NOUN | takes::OBJECT_INFINITIVE) && (!scene.is_mark(raw) || scene.opens(raw).is_some()) {
        let particle = scene.is(raw, is::PREPOSITION | is::COORDINATOR) && entry.rest.is_empty();
        if is_naming(scene, entry, raw, left) {
            return None;
        }
        let hypothetical = (cue.start..raw).any(|at| scene.is(at, is::MODAL));
        if !particle && !hypothetical {
            return Some(Frame::Object(raw));
        }
    }
    if can(takes::CLAUSE | takes::QUOTE) && scene.opens(rest).is_some() {
        return Some(Frame::Clause(rest));
    }
    None
}

/// If the verb is put into a sentence between commas: one past the last token before it, the first token behind it.
pub(super) fn inserted(scene: &Scene, left: usize, right: usize, low: usize, high: usize) -> Option<(usize, usize)> {
    let before = left.checked_sub(1).filter(|before| *before > low)?;
    let start = right + 1;
    if !scene.is_comma(before) || !scene.is_comma(right) || start >= high {
        return None;
    }
    let next = scene.word(start);
    let aside = next.is(is::COORDINATOR | is::RELATIVE)
        || next.is(is::SUBORDINATOR) && !next.is(is::PREPOSITION)
        || scene.opens(start).is_some()
        || scene.norm(start).ends_with("ing")
        || scene.norm(start) == "according";
    let clausal = (start..high.min(start + 60)).any(|at| clause::is_finite(scene, at));
    (!aside && clausal).then_some((before, start))
}

/// "a process called “exfiltration”": a name is given, nothing is said, unless "what she called “…”".
fn is_naming(scene: &Scene, entry: &Entry, object: usize, left: usize) -> bool {
    if !matches!(entry.lemma, "call" | "dub" | "label" | "term" | "brand" | "name") {
        return false;
    }
    if left > 0 && scene.is(left - 1, is::RELATIVE | is::QUESTION) {
        return false;
    }
    // "led to a phenomenon called coral bleaching": what is called so is no subject.
    let verb = object.saturating_sub(1);
    let noun =
        (verb.saturating_sub(3)..verb).rev().find(|at| scene.pos(*at) != Pos::Adj && scene.pos(*at) != Pos::Noun);
    if noun.is_some_and(|at| {
        matches!(scene.norm(at), "a" | "an") && at > 0 && matches!(scene.pos(at - 1), Pos::Adp | Pos::Verb)
    }) {
        return true;
    }
    let end = clause::end(scene, object, object + 12);
    scene.opens(object).is_some() || (object..end).all(|at| scene.is_title(at))
}

pub(super) fn passive(scene: &Scene, mut predicate: Predicate, low: usize, high: usize) -> Option<Predicate> {
    let entry = predicate.entry;
    let raw = predicate.cue.end;
    let subject = subject::before(scene, predicate.cue.start, low);
    if scene.norm(raw) == "by" {
        let subject = subject?;
        let by = subject::after(scene, raw + 1, high)?;
        predicate.right = by.end;
        predicate.left = subject.start;
        predicate.source = Some(by);
        let more = predicate.right;
        let more = matches!(scene.norm(more), "of" | "as" | "to" | "that").then_some(more);
        predicate.frame = Frame::Raised(subject, more);
        return Some(predicate);
    }
    let rest = clause::past_adverbials(scene, raw, high);
    let says_that = scene.norm(rest) == "that" || scene.is(rest, is::QUESTION);
    if says_that && entry.takes & (takes::CLAUSE | takes::THAT | takes::ADDRESSEE | takes::QUESTION) != 0 {
        predicate.left = subject.map_or(predicate.cue.start, |subject| subject.start);
        predicate.right = rest;
        predicate.frame = Frame::Passive(rest);
        return Some(predicate);
    }
    let raises = matches!(
        entry.lemma,
        "say"
            | "expect"
            | "believe"
            | "think"
            | "report"
            | "allege"
            | "know"
            | "understand"
            | "claim"
            | "estimate"
            | "predict"
            | "project"
            | "forecast"
            | "assume"
            | "accuse"
            | "rumor"
            | "anticipate"
    );
    if scene.norm(raw) == "to" && raises {
        let subject = subject?;
        predicate.left = subject.start;
        predicate.right = raw;
        predicate.frame = Frame::Raised(subject, Some(raw));
        return Some(predicate);
    }
    None
}
