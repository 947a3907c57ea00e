//! The bounds of what is said: where a clause begins and ends.

use super::cue::{form, is};
use super::predicate::Frame;
use super::scene::{REACH, Scene};
use crate::tag::Pos;
use crate::text::{Sentence, TokenKind};

/// The first token that a clause around `at` can reach: of its sentence, and of the quotation it stands in.
pub(super) fn low(scene: &Scene, sentence: &Sentence, at: usize) -> usize {
    let low = scene.quotation(at).map_or(0, |number| scene.quotations[number].inner().start);
    low.max(sentence.tokens.start).max(at.saturating_sub(REACH))
}

/// One past the last token that a clause around `at` can reach.
pub(super) fn high(scene: &Scene, sentence: &Sentence, at: usize) -> usize {
    let high = scene.quotation(at).map_or(usize::MAX, |number| scene.quotations[number].inner().end);
    high.min(sentence.tokens.end).min(at + REACH)
}

/// Whether token `at` is a finite verb, as far as its form and tag tell.
pub(super) fn is_finite(scene: &Scene, at: usize) -> bool {
    let word = scene.word(at);
    if word.is(is::AUXILIARY) {
        return !scene.is_possessive_mark(at);
    }
    match scene.pos(at) {
        Pos::Verb => !scene.norm(at).ends_with("ing"),
        Pos::Aux => true,
        Pos::X => {
            word.senses().iter().any(|sense| sense.1 & (form::PAST | form::THIRD) != 0)
                || scene.norm(at).ends_with("ed") && !scene.is_title(at)
        }
        _ => false,
    }
}

/// The first token after adverbs, times and prepositional phrases: "on Tuesday", "in a statement".
pub(super) fn past_adverbials(scene: &Scene, mut at: usize, high: usize) -> usize {
    for _ in 0..5 {
        if at >= high {
            break;
        }
        if scene.is_possessive_mark(at + 1) {
            break;
        }
        let word = scene.word(at);
        if scene.is_time(at)
            || word.is(is::TIME_LEAD) && (scene.is(at + 1, is::TIME_LEAD) || scene.is_time(at + 1))
            || word.is(is::ADVERB) && !word.is(is::SUBORDINATOR) && !scene.is_mark(at + 1)
        {
            at += 1;
        } else if word.is(is::PREPOSITION)
            && matches!(
                scene.norm(at),
                "in" | "on" | "at" | "during" | "to" | "via" | "through" | "after" | "before" | "from" | "of" | "about"
            )
        {
            if scene.norm(at) == "to" && (scene.pos(at + 1) == Pos::Verb || scene.is(at + 1, is::AUXILIARY)) {
                break;
            }
            let behind = past_phrase(scene, at + 1, high);
            if behind == at + 1 {
                break;
            }
            at = behind;
        } else {
            break;
        }
    }
    at
}

fn past_phrase(scene: &Scene, start: usize, high: usize) -> usize {
    let mut at = start;
    let limit = high.min(start + 18);
    while at < limit {
        let word = scene.word(at);
        if scene.is_mark(at) || is_stop(scene, at) && at + 1 >= high {
            break;
        }
        if at > start {
            let subject = word.is(is::SUBJECT) && !scene.is(at - 1, is::PREPOSITION);
            // "on Meet the Press" goes on after its article.
            let name = scene.is_title(at - 1) && scene.is_title(at + 1);
            let fresh = !name
                && word.is(is::DETERMINER)
                && !scene.is(at - 1, is::PREPOSITION | is::COORDINATOR | is::DETERMINER);
            if subject || fresh || scene.norm(at) == "that" || word.is(is::QUESTION) || word.is(is::SUBORDINATOR) {
                break;
            }
        }
        if word.is(is::AUXILIARY) && !scene.is_possessive_mark(at) {
            // A clause began without a sign: the phrase is not what it seemed.
            return start;
        }
        at += 1;
    }
    at
}

pub(super) fn is_stop(scene: &Scene, at: usize) -> bool {
    matches!(scene.norm(at), "." | "!" | "?" | "…" | "...")
}

/// One past the last token of the clause that begins at `start`; final punctuation is left out, a closing mark of a
/// quotation within is kept with what it closes.
pub(super) fn end(scene: &Scene, start: usize, high: usize) -> usize {
    let limit = high.min(start + REACH);
    let mut at = start;
    let mut brackets = 0usize;
    while at < limit {
        if let Some(number) = scene.opens(at) {
            let quotation = &scene.quotations[number];
            at = quotation.tokens.end;
            if at >= high {
                return at.min(start + 20 * REACH);
            }
            continue;
        }
        let stop = match scene.norm(at) {
            ";" => true,
            "(" | "[" => {
                brackets += 1;
                false
            }
            ")" | "]" => {
                let unmatched = brackets == 0;
                brackets = brackets.saturating_sub(1);
                unmatched
            }
            "," => ends_at_comma(scene, at),
            "and" | "but" => {
                at > start && scene.begins(at + 1).is_some_and(|next| next.shared && next.cue.start <= at + 2)
            }
            "according" => scene.norm(at + 1) == "to",
            _ => false,
        };
        if stop {
            break;
        }
        at += 1;
    }
    trim_end(scene, start, at)
}

/// Leaves out stops, commas and dashes at the end.
pub(super) fn trim_end(scene: &Scene, start: usize, mut end: usize) -> usize {
    while end > start {
        let last = end - 1;
        let trailing = is_stop(scene, last) || matches!(scene.norm(last), "," | ";" | ":" | "—" | "–" | "-");
        if !trailing {
            break;
        }
        end = last;
    }
    end
}

fn ends_at_comma(scene: &Scene, comma: usize) -> bool {
    let next = comma + 1;
    if matches!(scene.norm(next), "who" | "whose") || scene.norm(next) == "according" {
        return true;
    }
    if let Some(predicate) = scene.begins(next)
        && (predicate.shared || matches!(predicate.frame, Frame::Tail(_)))
    {
        return true;
    }
    if scene.is(next, is::COORDINATOR) {
        let mut verb = next + 1;
        while scene.is_adverb(verb) && verb < next + 3 {
            verb += 1;
        }
        if scene.begins(next + 1).is_some() {
            return true;
        }
        return scene.norm(next) == "but" && (scene.is(verb, is::AUXILIARY) || scene.pos(verb) == Pos::Verb);
    }
    false
}

/// Whether a quotation reads as speech and not as a title, a nickname or a word held at arm's length: it is several
/// words long and begins like a sentence or ends like one.
pub(super) fn is_speech(scene: &Scene, number: usize) -> bool {
    let quotation = &scene.quotations[number];
    let inner = quotation.inner();
    if inner.is_empty() {
        return false;
    }
    let words = inner.clone().take(8).filter(|at| scene.text.tokens[*at].kind == TokenKind::Word).count();
    let last = inner.end - 1;
    let ended = matches!(scene.norm(last), "." | "!" | "?" | "," | "…" | "...");
    let begun = scene.is_title(inner.start);
    let verbal = inner.clone().take(40).any(|at| is_finite(scene, at));
    !quotation.closed && words >= 3 || begun && ended && (verbal || words >= 4) || begun && verbal && words >= 5
}
