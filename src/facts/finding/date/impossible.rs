//! Dates that do not exist ("April 31") and spans of time that end before they begin ("from September 20 to September
//! 12", "1944–1936").

use super::{calendar, day, year, year_of};
use crate::facts::finding::scene::Scene;
use crate::facts::finding::{EACH, finding, words};
use crate::facts::{Finding, FindingCode, Member};
use crate::figures::Kind;
use crate::span::Span;
use crate::tag::Pos;
use crate::times::expression::{Ends, Field};
use crate::times::{Expression, Time};
use std::ops::Range;

/// Days that their month does not have, and spans that run backwards.
pub(super) fn find(scene: &Scene, findings: &mut Vec<Finding>) {
    let times = scene.linked.times.iter().enumerate();
    let found = times.filter_map(|(at, time)| no_such_day(scene, at, time).or_else(|| backwards(scene, at, time)));
    findings.extend(found.take(EACH));
}

/// The days of a month; those of February in a leap year where the year is not said.
const fn days(month: u8, year: Option<i16>) -> u8 {
    match (month, year) {
        (2, Some(year)) if year % 4 != 0 || year % 100 == 0 && year % 400 != 0 => 28,
        (2, _) => 29,
        (4 | 6 | 9 | 11, _) => 30,
        _ => 31,
    }
}

/// "April 31", which the finders read as a month with a number beside it.
fn no_such_day(scene: &Scene, at: usize, time: &Time) -> Option<Finding> {
    if time.reasons.iter().any(|reason| reason.code == "no-such-day") {
        let text = format!("A date that does not exist. “{}”: the month has no such day.", scene.words(time.span));
        return Some(finding(FindingCode::DateConflict, vec![Member::Time(at)], text));
    }
    let said = calendar(&time.said)?;
    let (span, month, year) = match said.field? {
        Field::Day { month: Some(month), day } => {
            let year = year(said);
            (time.span, month, year.filter(|year| day > days(month, Some(*year)))?)
        }
        Field::Month(month) => {
            let (number, year) = day_beside(scene, time, month, year(said))?;
            (time.span.cover(scene.text.tokens[number].span), month, year.unwrap_or(0))
        }
        _ => return None,
    };
    let words = scene.words(span);
    let text = format!("A date that does not exist. “{words}”: that month has {} days.", days(month, Some(year)));
    let mut members = vec![Member::Time(at)];
    members.extend(figure_in(scene, span).map(Member::Figure));
    Some(finding(FindingCode::DateConflict, members, text))
}

/// The number beside a month that would be a day of it, if the month had so many; and the year, if it is said.
fn day_beside(scene: &Scene, time: &Time, month: u8, year: Option<i16>) -> Option<(usize, Option<i16>)> {
    let tokens = scene.text.tokens_in(time.span);
    let behind = (tokens.end..tokens.end + 3).find_map(|at| scene.norm(at).parse().ok().filter(|year| *year > 999));
    let year = year.or(behind);
    let number = |at: &usize| {
        let digits = scene.norm(*at).trim_end_matches(|letter: char| letter.is_alphabetic());
        digits.parse::<u8>().is_ok_and(|day| day > days(month, year) && day <= 31) && is_day(scene, *at, &tokens)
    };
    [tokens.end, tokens.start.wrapping_sub(1)].into_iter().find(number).map(|at| (at, year))
}

fn figure_in(scene: &Scene, span: Span) -> Option<usize> {
    let figures = &scene.linked.figures;
    let first = figures.partition_point(|figure| figure.span.start < span.start);
    (first..figures.len()).take(1).find(|at| span.contains(figures[*at].span))
}

/// Whether a number beside a month is a day of it and counts nothing: not "in April 31 people died".
fn is_day(scene: &Scene, at: usize, month: &Range<usize>) -> bool {
    let Some(token) = scene.text.tokens.get(at) else { return false };
    let inside = scene
        .text
        .sentences
        .get(scene.sentence(token.span))
        .is_some_and(|sentence| sentence.tokens.contains(&month.start));
    let figures = &scene.linked.figures;
    let first = figures.partition_point(|figure| figure.span.end <= token.span.start);
    let counted = figures.get(first).is_some_and(|figure| {
        let bare = matches!(figure.kind, Kind::Cardinal | Kind::Ordinal) && figure.span.len() <= token.span.len();
        figure.span.contains(token.span) && !bare
    });
    // "in April 31 died": a day is followed by a mark, a preposition, a conjunction or the year.
    let next = at.max(month.end - 1) + 1;
    let ends = !matches!(scene.pos(next), Pos::Noun | Pos::Adj | Pos::Verb | Pos::Aux | Pos::Propn)
        || next >= scene.text.tokens.len();
    inside && !counted && ends
}

fn backwards(scene: &Scene, at: usize, time: &Time) -> Option<Finding> {
    let runs_back = match &time.said.what {
        Expression::Range(ends) => is_backwards(ends),
        _ => false,
    };
    let start = scene.text.tokens_in(time.span).start;
    let moved = (start.saturating_sub(3)..start).any(|at| words::is("moved", scene.norm(at)));
    if runs_back && !moved {
        let text = format!("A span of time that ends before it begins. “{}”.", scene.words(time.span));
        return Some(finding(FindingCode::DateConflict, vec![Member::Time(at)], text));
    }
    life(scene, at, time)
}

/// "September 20 to September 12", "2015 to 2012". From December to March is no such span.
fn is_backwards(ends: &Ends) -> bool {
    let Some((from, to)) = calendar(&ends.from).zip(calendar(&ends.to)) else { return false };
    match (year(from), year(to), day(from), day(to)) {
        (Some(from), Some(to), ..) if from != to => from > to && to > 999,
        (_, _, Some((month, first)), Some((other, last))) => {
            month == other && first > last && year(from).is_none() == year(to).is_none()
        }
        _ => false,
    }
}

/// "Otto Brandl (1944–1936)": years in brackets, joined by a dash.
fn life(scene: &Scene, at: usize, time: &Time) -> Option<Finding> {
    let from = year_of(time)?;
    let tokens = scene.text.tokens_in(time.span);
    let opens = tokens.start > 0 && scene.norm(tokens.start - 1) == "(";
    let dash = matches!(scene.norm(tokens.end), "-" | "–" | "—");
    let closes = scene.norm(tokens.end + 2) == ")";
    let to = scene.norm(tokens.end + 1);
    let to: i16 = to.parse().ok().filter(|year| to.len() == 4 && *year < from)?;
    (opens && dash && closes && to > 999 && tokens.len() == 1).then(|| {
        let text = format!("A span of time that ends before it begins. “{from}–{to}”.");
        let later = scene
            .linked
            .times
            .get(at + 1)
            .filter(|next| next.span.start <= scene.text.tokens[tokens.end + 1].span.start);
        let members = std::iter::once(Member::Time(at)).chain(later.map(|_| Member::Time(at + 1))).collect();
        finding(FindingCode::DateConflict, members, text)
    })
}
