//! Subjects: the noun phrase that names who speaks, to the left of its verb or, turned round, to the right of it.

use super::cue::{form, is};
use super::scene::Scene;
use crate::tag::Pos;
use crate::text::TokenKind;
use std::ops::Range;

/// The longest noun phrase that is read, in tokens.
const LONGEST: usize = 40;

/// The noun phrase that ends right before `end`: "Ann Lee, the mayor," of "Ann Lee, the mayor, said".
pub(super) fn before(scene: &Scene, end: usize, low: usize) -> Option<Range<usize>> {
    before_within(scene, end, low.max(end.saturating_sub(2 * LONGEST)), 2)
}

fn before_within(scene: &Scene, end: usize, low: usize, hops: u8) -> Option<Range<usize>> {
    let last = end.checked_sub(1).filter(|last| *last >= low)?;
    if matches!(scene.norm(last), "," | "—" | "–") && hops > 0 {
        return before_apposition(scene, last, low, hops - 1);
    }
    if scene.norm(last) == ")" {
        let open = (low..last).rev().take(10).find(|at| scene.norm(*at) == "(")?;
        return before_within(scene, open, low, hops).map(|name| name.start..end);
    }
    let end = trim_time(scene, end, low);
    let mut start = end;
    let mut object = false;
    while start > low && end - start < LONGEST {
        let at = start - 1;
        let word = scene.word(at);
        if scene.is_mark(at) {
            break;
        }
        if word.is(is::RELATIVE) || scene.norm(at) == "that" && start == end {
            if start == end {
                return Some(at..start);
            }
            break;
        }
        if word.is(is::SUBORDINATOR | is::QUESTION) {
            break;
        }
        if word.is(is::COORDINATOR) {
            // "in Leeds and around the country": a phrase goes on.
            let phrases = start < end && scene.is(start, is::PREPOSITION) && !scene.is(start, is::SUBORDINATOR);
            let both = phrases || start < end && at > low && nominal(scene, at - 1) && !scene.is(start, is::SUBJECT);
            if !both || !matches!(scene.norm(at), "and" | "or") || has_verb_before(scene, at, low) {
                break;
            }
        } else if word.is(is::AUXILIARY) && !scene.is_possessive_mark(at)
            || is_other_verb(scene, at) && !is_adjectival(scene, at, low, start < end)
        {
            // The noun is the object of a verb before it, unless that verb takes a clause: "said Lee had told".
            if !word.is_cue() && !scene.is_title(at) && start > at + 1 && !scene.is(start, is::DETERMINER | is::SUBJECT)
            {
                object = true;
            }
            break;
        } else if word.is(is::SUBJECT) && !word.is(is::DETERMINER) {
            start = at;
            break;
        }
        start = at;
        // A determiner begins its phrase.
        let linked = at > low
            && (scene.is(at - 1, is::PREPOSITION | is::DETERMINER | is::COORDINATOR)
                || scene.is_possessive_mark(at - 1));
        if word.is(is::DETERMINER) && !linked {
            break;
        }
    }
    // "After the vote Lee said": without a comma, the phrase ends where the name begins.
    if start > low && scene.is(start - 1, is::PREPOSITION) && scene.is(start - 1, is::SUBORDINATOR) {
        let fresh = (start + 1..end).find(|at| {
            scene.is_title(*at) && !scene.is_title(at - 1) && !scene.is(at - 1, is::DETERMINER | is::PREPOSITION)
        });
        start = fresh.unwrap_or(start);
    }
    let start = clean_left(scene, start, end)?;
    if object && !scene.is_title(start) {
        return None;
    }
    let head = end - 1;
    // "in May 2018 identified": a year speaks no more than a preposition does.
    if scene.text.tokens[head].kind == TokenKind::Number && end - start == 1 {
        return None;
    }
    if scene.is(head, is::PREPOSITION | is::COORDINATOR)
        || scene.is(head, is::DETERMINER) && !scene.is(head, is::SUBJECT | is::GROUP)
    {
        return None;
    }
    Some(start..end)
}

/// `Ann Lee, the mayor, said`: the comma at `comma` closes an apposition, a relative clause or an insertion.
fn before_apposition(scene: &Scene, comma: usize, low: usize, hops: u8) -> Option<Range<usize>> {
    let open = (low..comma)
        .rev()
        .take(LONGEST)
        .find(|at| (matches!(scene.norm(*at), "," | "—" | "–")) && scene.quotation(*at) == scene.quotation(comma))?;
    let first = open + 1;
    if first >= comma || (first..comma).any(|at| scene.is_mark(at) && scene.norm(at) == ";") {
        return None;
    }
    let name = before_within(scene, open, low, hops)?;
    let aside = scene.is(first, is::RELATIVE | is::PREPOSITION | is::SUBORDINATOR | is::COORDINATOR)
        || scene.is_adverb(first)
        || scene.norm(first).ends_with("ing")
        || matches!(scene.pos(first), Pos::Verb);
    // The closing comma goes with the apposition, as the corpora have it.
    let who = matches!(scene.norm(first), "who" | "whose")
        && !(first..comma).any(|at| scene.is(at, is::WITHHELD) || matches!(scene.norm(at), "named" | "identified"));
    let closing = if scene.is_comma(comma) { comma + 1 } else { comma };
    Some(if aside && !who { name } else { name.start..closing })
}

/// Leaves out "on Tuesday", "last week", "Monday" at the end.
fn trim_time(scene: &Scene, mut end: usize, low: usize) -> usize {
    if end > low + 1 && scene.is_time(end - 1) {
        let mut start = end - 1;
        if start > low && scene.is(start - 1, is::TIME_LEAD | is::TIME) || scene.norm(start - 1) == "this" {
            start -= 1;
        }
        if start > low && matches!(scene.norm(start - 1), "on" | "in" | "late" | "early") {
            start -= 1;
        }
        if start > low && !scene.is_mark(start - 1) && !scene.is(start - 1, is::DETERMINER | is::PREPOSITION) {
            end = start;
        }
    }
    end
}

fn nominal(scene: &Scene, at: usize) -> bool {
    scene.is_title(at) || scene.is(at, is::GROUP) || matches!(scene.pos(at), Pos::Noun | Pos::Propn)
}

fn has_verb_before(scene: &Scene, at: usize, low: usize) -> bool {
    (low..at).rev().take(15).take_while(|at| !scene.is_mark(*at)).any(|at| super::clause::is_finite(scene, at))
}

/// Whether the word belongs to another verb than the one whose subject is looked for.
fn is_other_verb(scene: &Scene, at: usize) -> bool {
    if scene.is_title(at) {
        return false;
    }
    let norm = scene.norm(at);
    let reduced = (norm.ends_with("ed") || norm.ends_with('n'))
        && (scene.is(at + 1, is::PREPOSITION) || scene.pos(at) != Pos::Verb && scene.pos(at) != Pos::X);
    let cue = scene
        .word(at)
        .senses()
        .iter()
        .any(|sense| sense.1 & (form::PAST | form::THIRD) != 0 && sense.1 & form::NOUN == 0);
    match scene.pos(at) {
        Pos::Verb => !reduced && !norm.ends_with("ing"),
        Pos::Aux => !scene.is_possessive_mark(at),
        Pos::X => cue && !reduced && !scene.word(at).senses().iter().any(|sense| sense.1 & form::NOUN != 0),
        _ => false,
    }
}

/// "retired general Ann Lee": a participle that opens a noun phrase.
fn is_adjectival(scene: &Scene, at: usize, low: usize, nouns: bool) -> bool {
    let opens =
        at == low || scene.is_mark(at - 1) || scene.is(at - 1, is::DETERMINER) || scene.closes(at - 1).is_some();
    nouns && opens && scene.norm(at).ends_with("ed") && !scene.word(at).is_cue()
}

/// Leaves out adverbs, times and a prepositional phrase at the start: "On Tuesday the mayor" → "the mayor".
fn clean_left(scene: &Scene, mut start: usize, end: usize) -> Option<usize> {
    while start < end {
        let word = scene.word(start);
        let joins = word.is(is::COORDINATOR) && scene.norm(start) != "both";
        let adverb = scene.is_adverb(start) && !word.is(is::DETERMINER | is::SUBJECT);
        let time = word.is(is::TIME | is::TIME_LEAD) && (scene.is_time(start) || scene.is_time(start + 1));
        if joins || adverb || time {
            start += 1;
        } else if word.is(is::PREPOSITION) && scene.norm(start) != "of" {
            // The phrase ends where a new noun phrase begins.
            let fresh = (start + 2..end).find(|at| {
                let before = scene.word(at - 1);
                let lower = !scene.is_title(at - 1) && !before.is(is::PREPOSITION | is::DETERMINER | is::COORDINATOR);
                scene.is(*at, is::SUBJECT) && !before.is(is::PREPOSITION)
                    || scene.is(*at, is::DETERMINER) && !before.is(is::PREPOSITION | is::COORDINATOR | is::DETERMINER)
                    || scene.is_title(*at)
                        && (lower || before.is(is::TIME))
                        && !scene.is(*at, is::TIME)
                        && !scene.is_possessive_mark(at - 1)
            })?;
            start = fresh;
        } else {
            break;
        }
    }
    (start < end).then_some(start)
}

/// The noun phrase that begins at `start`: of "said Ann Lee, the mayor, on Monday" "Ann Lee, the mayor".
pub(super) fn after(scene: &Scene, start: usize, high: usize) -> Option<Range<usize>> {
    let high = high.min(start + LONGEST);
    if start >= high {
        return None;
    }
    let first = scene.word(start);
    if scene.is_mark(start)
        || first.is(is::PREPOSITION | is::SUBORDINATOR | is::AUXILIARY | is::COORDINATOR | is::NEGATION)
        || first.is(is::OBJECT) && !first.is(is::SUBJECT)
        || scene.norm(start) == "that"
        || scene.is_adverb(start)
        || scene.norm(start).ends_with("ing")
            && !scene.is_title(start)
            && scene.text.tokens[start].kind == TokenKind::Word
    {
        return None;
    }
    if first.is(is::SUBJECT) && !first.is(is::DETERMINER) && !matches!(scene.norm(start), "one" | "others" | "those") {
        return Some(start..start + 1);
    }
    let mut end = simple_after(scene, start, high)?;
    // Appositions: "Ann Lee, 34, a teacher at the school".
    for _ in 0..2 {
        if !scene.is_comma(end) || end + 1 >= high {
            break;
        }
        let first = end + 1;
        let word = scene.word(first);
        if matches!(scene.norm(first), "who" | "whose") {
            // "said Ann Lee, who runs the port."
            end = super::clause::end(scene, first, high);
            break;
        }
        let number = scene.text.tokens[first].kind == TokenKind::Number;
        let descriptive = word.is(is::DETERMINER) && !word.is(is::SUBJECT)
            || number
            || scene.text.tokens[first].kind == TokenKind::Word
                && word.is & !(is::GROUP | is::DOCUMENT | is::PERSON | is::ANONYMOUS) == 0
                && !word.is_cue()
                && !scene.is_adverb(first)
                && !scene.norm(first).ends_with("ing")
                && matches!(scene.pos(first), Pos::Noun | Pos::Adj | Pos::Propn | Pos::X);
        if !descriptive {
            break;
        }
        let Some(more) = simple_after(scene, first, high) else { break };
        // A clause of its own and no apposition: what follows is its verb.
        if super::clause::is_finite(scene, more) && !scene.is_mark(more) {
            break;
        }
        end = more;
    }
    while end > start + 1 && scene.is(end - 1, is::PREPOSITION | is::COORDINATOR | is::DETERMINER) {
        end -= 1;
    }
    Some(start..end)
}

fn simple_after(scene: &Scene, start: usize, high: usize) -> Option<usize> {
    let mut at = start;
    while at < high {
        let word = scene.word(at);
        if scene.is_mark(at)
            || super::clause::is_stop(scene, at)
                && (at + 1 >= high || scene.text.spaced(at + 1) && !scene.is_title(at - 1))
        {
            break;
        }
        if at > start {
            let time = (scene.is_time(at) || word.is(is::TIME_LEAD) && !scene.is_title(at))
                && !scene.is(at - 1, is::DETERMINER | is::PREPOSITION);
            let ends = word.is(is::SUBORDINATOR | is::RELATIVE | is::QUESTION)
                || word.is(is::COORDINATOR) && !(nominal(scene, at - 1) && nominal(scene, at + 1))
                || word.is(is::SUBJECT) && !word.is(is::DETERMINER | is::GROUP)
                || scene.is_adverb(at);
            if word.is(is::PREPOSITION) {
                // "an economist at Oslo University", "a report by the bank": the phrase goes on behind its determiner.
                let described = scene.is(start, is::DETERMINER);
                let keeps = matches!(scene.norm(at), "of" | "for")
                    || described && matches!(scene.norm(at), "by" | "under" | "about" | "into")
                    || matches!(scene.norm(at), "at" | "in" | "with" | "from" | "on" | "to" | "who")
                        && (described || !scene.is_title(at - 1))
                        && !scene.is(at + 1, is::TIME | is::TIME_LEAD)
                        && !matches!(scene.norm(at + 1), "a" | "an");
                if !keeps {
                    break;
                }
            } else if time || ends {
                break;
            }
            if word.is(is::AUXILIARY) && !scene.is_possessive_mark(at) {
                // The phrase is the subject of a clause of its own.
                return None;
            }
            if scene.pos(at) == Pos::Verb && !scene.is_title(at) && is_other_verb(scene, at) {
                return None;
            }
        }
        at += 1;
    }
    (at > start).then_some(at)
}

/// The first token behind an object: "told reporters", "urged the committee".
pub(super) fn past_object(scene: &Scene, start: usize, high: usize) -> usize {
    let first = scene.word(start);
    if start >= high || scene.is_mark(start) {
        return start;
    }
    if first.is(is::OBJECT) && !first.is(is::POSSESSIVE)
        || scene.norm(start) == "her"
            && scene.is(start + 1, is::SUBJECT | is::DETERMINER | is::SUBORDINATOR | is::PREPOSITION | is::QUESTION)
    {
        return start + 1;
    }
    if first.is(is::PREPOSITION | is::SUBORDINATOR | is::QUESTION | is::AUXILIARY | is::COORDINATOR)
        || scene.norm(start) == "that"
    {
        return start;
    }
    // "told NPR Hamza had appeared", "told the network EURACTIV safety rules had been followed": where the name of whom
    // it was told ends, something else begins, unless it owns what follows or a noun goes with it.
    let named = scene
        .name_from(start)
        .filter(|end| *end < high)
        .filter(|end| scene.is_title(*end) && !scene.is_time(*end) || scene.is(*end, is::DETERMINER | is::SUBJECT));
    if let Some(end) = named {
        return end;
    }
    let mut at = start;
    while at < high.min(start + 12) {
        let word = scene.word(at);
        if let Some(number) = scene.opens(at).filter(|_| at > start && scene.is_possessive_mark(at - 1)) {
            // "told the city's “Morning Hour” that"
            at = scene.quotations[number].tokens.end;
            continue;
        }
        if scene.is_mark(at) || super::clause::is_stop(scene, at) && at + 1 >= high {
            break;
        }
        if at > start {
            let before = scene.word(at - 1);
            if word.is(is::PREPOSITION) && scene.norm(at) != "of"
                || word.is(is::SUBORDINATOR | is::QUESTION | is::TIME | is::TIME_LEAD)
                || scene.norm(at) == "that"
                || word.is(is::SUBJECT) && !before.is(is::PREPOSITION)
                || word.is(is::DETERMINER) && !before.is(is::PREPOSITION | is::COORDINATOR | is::DETERMINER)
                || word.is(is::AUXILIARY) && !scene.is_possessive_mark(at)
                || scene.is_title(at)
                    && !scene.is_title(at - 1)
                    && !before.is(is::DETERMINER | is::PREPOSITION)
                    && at > start + 1
                || scene.is_adverb(at)
            {
                break;
            }
        }
        at += 1;
    }
    at
}

/// The subject of the main clause that begins at `low`, for a verb form at `at` that has none of its own.
pub(super) fn main(scene: &Scene, low: usize, at: usize) -> Option<Range<usize>> {
    let limit = at.min(low + 2 * LONGEST);
    let inside = scene.quotation(at);
    let low = (low..limit).find(|at| scene.quotation(*at) == inside)?;
    let verb = (low + 1..limit).find(|at| super::clause::is_finite(scene, *at) && scene.quotation(*at) == inside)?;
    let mut group = verb;
    while group > low && (scene.is_adverb(group - 1) || scene.is(group - 1, is::AUXILIARY | is::NEGATION)) {
        group -= 1;
    }
    before(scene, group, low)
}
