//! The day as of which a figure holds: "As of March 31, cash stood at $3bn", "4,000 employees at the end of June".
//!
//! Only where the words say so. "Sales rose to $3bn in 2024" and "The shop closed at the end of June" say when
//! something happened and are left alone.

use crate::figures::{Figure, Kind};
use crate::span::Span;
use crate::tag::{Pos, Tagged};
use crate::text::Text;
use crate::times::expression::Edge;
use crate::times::{self, Time};
use crate::view::View;
use std::ops::Range;

/// How many tokens a figure may be away from the time.
const REACH: usize = 40;

/// Sets [`Figure::as_of`]; figures and times are in order.
pub(super) fn set(text: &Text, tagged: &Tagged, figures: &mut [Figure], times: &[Time]) {
    let view = View::new(text, tagged);
    for (number, time) in times.iter().enumerate() {
        let tokens = text.tokens_in(time.span);
        let Some(words) = words_before(&view, time, tokens.start) else { continue };
        let clause = clause(&view, figures, &tokens);
        let first = figures.partition_point(|figure| figure.span.start < clause.start);
        let within = first..figures.partition_point(|figure| figure.span.start < clause.end).max(first);
        for at in within {
            let figure = &figures[at];
            // The first such time behind a figure goes before one in front of it: "$4bn at the end of 2023".
            let is_before = |time: &Time| figure.span.end <= time.span.start;
            let is_free = figure.as_of.is_none_or(|other| is_before(time) && !is_before(&times[other]));
            let fits = match words {
                Words::AsOf => true,
                Words::AtTheEnd => is_state_between(&view, figures, at, &tokens),
            };
            if is_free && fits && is_state(&view, figure) && !is_dated_between(figure.span, time.span, times) {
                figures[at].as_of = Some(number);
            }
        }
    }
}

/// Words that make a time the day as of which something holds.
#[derive(Clone, Copy)]
enum Words {
    /// "as of March 31", "as at 31 March"
    AsOf,
    /// "at the end of June", which also says when something happens.
    AtTheEnd,
}

fn words_before(view: &View, time: &Time, at: usize) -> Option<Words> {
    let back = |places: usize| at.checked_sub(places).map_or("", |at| view.norm(at));
    let day = matches!(time.kind, times::Kind::Date | times::Kind::Time);
    match (back(2), back(1)) {
        ("as", "of" | "at") if day => Some(Words::AsOf),
        (_, "at") if day && time.said.edge == Some(Edge::End) => Some(Words::AtTheEnd),
        _ => None,
    }
}

/// Whether a figure says how much there is, not by how much it changed or which one it is.
fn is_state(view: &View, figure: &Figure) -> bool {
    let before = view.text.token_at(figure.span.start).checked_sub(1).map_or("", |at| view.norm(at));
    !matches!(figure.kind, Kind::Ordinal | Kind::Age) && (figure.change.is_none() || before == "to")
}

/// Whether the words between a figure and a time say that the figure held then, and not that something happened:
/// "$3bn in cash at the end of June", "At the end of June, cash stood at $3bn".
fn is_state_between(view: &View, figures: &[Figure], at: usize, time: &Range<usize>) -> bool {
    let figure = view.text.tokens_in(figures[at].span);
    let is_verb = |at: &usize| matches!(view.pos(*at), Pos::Verb | Pos::Aux);
    if figure.end <= time.start {
        let next = figures.get(at + 1).map_or(usize::MAX, |next| view.text.token_at(next.span.start));
        return next >= time.start && !(figure.end..time.start).any(|at| is_verb(&at) || view.norm(at) == ",");
    }
    let last = (time.end..figure.start).rev().find(is_verb);
    last.is_some_and(|verb| {
        matches!(
            view.norm(verb),
            "is" | "are" | "was" | "were" | "be" | "had" | "has" | "have" | "stood" | "stands" | "totalled" | "totaled"
        )
    })
}

/// Whether another time stands between a figure and the time: "$3bn in 2024 and $1bn as of March 31".
fn is_dated_between(figure: Span, time: Span, times: &[Time]) -> bool {
    let (from, to) = (figure.end.min(time.end), figure.start.max(time.start));
    let first = times.partition_point(|other| other.span.start < from);
    times.get(first).is_some_and(|other| other.span.end <= to)
}

/// The part of the sentence around a time that no other clause and no comparison is part of.
fn clause(view: &View, figures: &[Figure], time: &Range<usize>) -> Span {
    let sentences = &view.text.sentences;
    let sentence = sentences.get(sentences.partition_point(|sentence| sentence.tokens.end <= time.start));
    let sentence = sentence.map_or(time.clone(), |sentence| sentence.tokens.clone());
    let low = sentence.start.max(time.start.saturating_sub(REACH));
    let high = sentence.end.min(time.end + REACH);
    let ends = |at: &usize| ends_clause(view, figures, *at);
    let start = (low..time.start).rev().find(ends).map_or(low, |at| at + 1);
    let end = (time.end..high).find(ends).unwrap_or(high);
    view.span(start.min(time.start)..end.max(time.end))
}

/// Whether another clause or the base of a comparison begins at a token: "compared with $4bn", "from 300".
fn ends_clause(view: &View, figures: &[Figure], at: usize) -> bool {
    match view.norm(at) {
        ";" | ":" | "(" | ")" | "—" | "\"" | "while" | "but" | "whereas" | "because" | "although" | "which" | "who"
        | "that" | "compared" | "versus" | "vs" | "against" => true,
        "and" | "with" | "as" => at > 0 && view.norm(at - 1) == ",",
        "from" => {
            let next = view.text.tokens.get(at + 1).map(|token| token.span.start);
            next.is_some_and(|start| {
                let figure = figures.partition_point(|figure| figure.span.start < start);
                figures.get(figure).is_some_and(|figure| figure.span.start == start)
            })
        }
        _ => false,
    }
}
