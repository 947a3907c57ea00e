//! What a time dates: the verb phrase of its clause, from the main verb to the end of its object.
//!
//! Told only where the clause is plain: one finite verb between the subject and the time, or right behind a
//! time that opens the sentence. Else nothing: a wrong event is worse than none.

use crate::span::Span;
use crate::tag::{Pos, Tagged};
use crate::text::Text;
use crate::times::{Kind, Time};

/// How many tokens away the verb may stand.
const REACH: usize = 16;

/// Sets the event of each time that has a plain one.
pub(super) fn set(text: &Text, tagged: &Tagged, times: &mut [Time]) {
    let mut sentence = 0;
    for time in times {
        while text.sentences.get(sentence).is_some_and(|it| it.span.end <= time.span.start) {
            sentence += 1;
        }
        let Some(within) = text.sentences.get(sentence) else { return };
        if matches!(time.kind, Kind::Date | Kind::Time | Kind::Range) {
            time.event = before(text, tagged, within.tokens.start, time.span)
                .or_else(|| after(text, tagged, within.tokens.clone(), time.span));
        }
    }
}

/// "was arrested in Leeds" before "on Friday".
fn before(text: &Text, tagged: &Tagged, first: usize, time: Span) -> Option<Span> {
    let at = text.token_at(time.start);
    let mut end = at;
    while end > first && (tagged.pos(end - 1) == Pos::Adp || matches!(text.norm(end - 1), "," | "to")) {
        end -= 1;
    }
    let low = end.saturating_sub(REACH).max(first);
    let mut verb = None;
    for token in (low..end).rev() {
        match tagged.pos(token) {
            Pos::Verb if reports(text.norm(token)) => break,
            Pos::Verb => {
                verb = Some(token);
                break;
            }
            Pos::Punct | Pos::Sconj => break,
            _ => {}
        }
    }
    let mut start = verb?;
    loop {
        while start > low && matches!(tagged.pos(start - 1), Pos::Aux | Pos::Part | Pos::Adv) {
            start -= 1;
        }
        // "plans to close": the verb that says so comes with it.
        if text.norm(start) != "to" {
            break;
        }
        if start == low || tagged.pos(start - 1) != Pos::Verb || reports(text.norm(start - 1)) {
            return None;
        }
        start -= 1;
    }
    let bare = (start..end).all(|token| tagged.pos(token) != Pos::Aux);
    if bare && is_reduced(tagged, first, start) {
        return None;
    }
    (start < end).then(|| text.cover(start..end))
}

/// Whether a verb without an auxiliary belongs to a noun, as in "according to a poll published", or opens the sentence,
/// as in "Conducted in March, the poll": what the sentence says is another verb's.
fn is_reduced(tagged: &Tagged, first: usize, verb: usize) -> bool {
    let noun =
        |token: usize| matches!(tagged.pos(token), Pos::Noun | Pos::Propn | Pos::Adj | Pos::Det | Pos::Num | Pos::Part);
    let Some(before) = (first..verb).rev().find(|token| !noun(*token)) else { return verb == first };
    let earlier = || (first..before).any(|token| matches!(tagged.pos(token), Pos::Verb | Pos::Aux));
    match tagged.pos(before) {
        Pos::Adp => before == first || earlier(),
        Pos::Verb | Pos::Aux => before + 1 < verb,
        _ => false,
    }
}

/// "police arrested two men" after "On Friday," at the start of a sentence.
fn after(text: &Text, tagged: &Tagged, sentence: std::ops::Range<usize>, time: Span) -> Option<Span> {
    let at = text.tokens_in(time);
    if at.start > sentence.start + 2 {
        return None;
    }
    let high = (at.end + REACH).min(sentence.end);
    let verb = (at.end..high).find(|&token| {
        let joined = token > 0 && text.word(token - 1) == "-";
        matches!(tagged.pos(token), Pos::Verb) && !joined && !reports(text.norm(token))
    })?;
    let mut start = verb;
    while start > at.end && matches!(tagged.pos(start - 1), Pos::Aux | Pos::Part | Pos::Adv) {
        start -= 1;
    }
    let end = (verb + 1..high)
        .find(|&token| matches!(tagged.pos(token), Pos::Punct | Pos::Sconj | Pos::Cconj | Pos::Verb))
        .unwrap_or(high);
    Some(text.cover(start..end))
}

/// Verbs that date the telling and not what is told.
fn reports(verb: &str) -> bool {
    matches!(verb, "according" | "said" | "says" | "say" | "told" | "added" | "wrote" | "reported")
}
