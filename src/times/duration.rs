//! Durations: "two years", "10-year", "an hour and a half", "2 years and 3 months", "for decades".
//!
//! Ages ("34-year-old", "52 years old") are figures, and "a" with a unit after a number is a rate ("$2 a
//! share", "four flights a week"): both are left alone.

use super::expression::{Amount, Duration, Expression, Unit};
use super::scan::{Found, Scan};
use super::word::Word;
use super::{Find, Kind, amount};
use crate::rule::Rule;
use crate::text::TokenKind;

pub(super) const RULE: Rule<Find> =
    Rule { name: "times/duration", about: "lengths: two years, 10-year, an hour and a half", find };

/// Finds a length of time.
fn find(scan: &Scan, at: usize) -> Option<Found> {
    if let Word::Unit { unit, plural: true, short: false } = scan.word(at) {
        return bare(scan, at, unit);
    }
    if glued(scan, at) {
        return None;
    }
    let read = amount::read(scan, at)?;
    if scan.back(at, 1) == "between"
        && let Some(unit) = unit_of_second(scan, read.next)
    {
        let duration = Duration { parts: vec![(read.amount, unit)], window: None };
        return Some(Found::new(at..read.next, Kind::Duration, Expression::Duration(duration)));
    }
    let unit_at = scan.over_hyphen(read.next);
    let hyphen = unit_at > read.next;
    let Word::Unit { unit, plural, short } = second(scan, unit_at, &read) else { return None };
    if matches!(unit, Unit::Weekend) && read.article {
        return None;
    }
    // "an 11-3 SEC record": no seconds.
    if short && scan.raw(unit_at).len() > 2 && scan.raw(unit_at).bytes().all(|byte| byte.is_ascii_uppercase()) {
        return None;
    }
    // "hopes to one day return", "One night in May": some day.
    let some_day = scan.bare(at) == "one" && matches!(unit, Unit::Day | Unit::Night) && !hyphen;
    if some_day && (scan.back(at, 1) == "to" || scan.first(at) || scan.bare(unit_at + 1) == "in") {
        return None;
    }
    let one = read.whole().is_some_and(|(count, _)| count == 1);
    let half = scan.word(at) == Word::Half;
    if hyphen && plural && !matches!(scan.bare(unit_at + 1), "long") || short && scan.word(at) == Word::Few {
        return None;
    }
    if unit == Unit::Quarter && (scan.bare(unit_at + 1) == "of" || !plural && !hyphen) {
        return None;
    }
    if unit == Unit::Night && one && read.article || unit == Unit::Half {
        return None;
    }
    let compound = and_part(scan, unit_at + 1).is_some();
    if age(scan, unit_at + 1) || read.article && !compound && !alone(scan, at, unit_at, unit) {
        return None;
    }
    // "half year" as in "half-year results", "half day".
    if half && !hyphen && unit_at == at + 1 && !matches!(unit, Unit::Hour | Unit::Day) {
        return None;
    }
    // "one day" is some day, and "10 second" no ten seconds.
    let mut parts = vec![(read.amount, unit)];
    let mut end = unit_at + 1;
    if scan.bare(end) == "and" && half_after(scan, end + 1).is_some() {
        let (extra, next) = half_after(scan, end + 1).unwrap_or((Amount::Some, end));
        parts.push((extra, unit));
        end = next;
    }
    while let Some((extra, also, next)) = and_part(scan, end).filter(|_| parts.len() < 6) {
        parts.push((extra, also));
        end = next;
    }
    if unit == Unit::Hour
        && parts.len() == 1
        && let Some((minutes, next)) = minutes_left(scan, end)
    {
        parts.push((minutes, Unit::Minute));
        end = next;
    }
    if hyphen && scan.hyphen(end) && scan.bare(end + 1) == "long" {
        end += 2;
    }
    if scan.bare(end) == "or" && scan.bare(end + 1) == "so" {
        end += 2;
    }
    let duration = Duration { parts, window: None };
    Some(Found::new(at..end, Kind::Duration, Expression::Duration(duration)))
}

/// The unit that "and 90 days" lends to "60" in "between 60 and 90 days": two lengths, as TimeML has it.
fn unit_of_second(scan: &Scan, at: usize) -> Option<Unit> {
    if !matches!(scan.bare(at), "and" | "to") {
        return None;
    }
    let second = amount::read(scan, at + 1).filter(|read| !read.article)?;
    match scan.word(second.next) {
        Word::Unit { unit, short: false, .. } if !age(scan, second.next + 1) => Some(unit),
        _ => None,
    }
}

/// "one second": the only unit that is an ordinal as well.
fn second(scan: &Scan, at: usize, read: &amount::Read) -> Word {
    match scan.word(at) {
        Word::Ordinal(2)
            if scan.bare(at) == "second"
                && !read.article
                && (read.next < at
                    || read.whole().is_some_and(|(count, _)| count == 1)
                    || matches!(scan.word(at.wrapping_sub(1)), Word::Numeral)) =>
        {
            Word::Unit { unit: Unit::Second, plural: false, short: false }
        }
        word => word,
    }
}

/// "and three months", ", 3 months" after a part.
pub(super) fn and_part(scan: &Scan, at: usize) -> Option<(Amount, Unit, usize)> {
    let mut next = scan.over_comma(at);
    if scan.bare(next) == "and" {
        next += 1;
    }
    let read = amount::read(scan, next).filter(|read| !read.article)?;
    let Word::Unit { unit, short: false, .. } = second(scan, read.next, &read) else { return None };
    if scan.hyphen(read.next)
        || age(scan, read.next + 1)
        || matches!(scan.word(read.next + 1), Word::Ago) && next == at + 1
    {
        return None;
    }
    let smaller = matches!(
        (scan.word(at.wrapping_sub(1)), unit),
        (Word::Unit { unit: Unit::Year, .. }, Unit::Month | Unit::Week | Unit::Day)
            | (Word::Unit { unit: Unit::Month, .. }, Unit::Week | Unit::Day)
            | (Word::Unit { unit: Unit::Week, .. }, Unit::Day)
            | (Word::Unit { unit: Unit::Day, .. }, Unit::Hour | Unit::Minute)
            | (Word::Unit { unit: Unit::Hour, .. }, Unit::Minute | Unit::Second)
            | (Word::Unit { unit: Unit::Minute, .. }, Unit::Second)
    );
    smaller.then_some((read.amount, unit, read.next + 1))
}

/// "thirty" in "an hour and thirty", where nothing follows that it could count.
fn minutes_left(scan: &Scan, at: usize) -> Option<(Amount, usize)> {
    let next = if scan.bare(at) == "and" { at + 1 } else { at };
    let read = amount::read(scan, next).filter(|read| !read.article)?;
    let (minutes, _) = read.whole()?;
    let ends = read.next >= scan.end || matches!(scan.raw(read.next), "." | "," | ";" | "!" | "?" | ")");
    (ends && (5..60).contains(&minutes)).then_some((read.amount, read.next))
}

/// "a half" in "a year and a half".
fn half_after(scan: &Scan, at: usize) -> Option<(Amount, usize)> {
    let next = if matches!(scan.bare(at), "a" | "one") { at + 1 } else { at };
    let next = scan.over_hyphen(next);
    let after = scan.word(next + 1);
    (scan.word(next) == Word::Half && !matches!(after, Word::Unit { .. }))
        .then(|| (Amount::Exact(super::amount::half_of_one()), next + 1))
}

/// "-old", " old", "s of age" after the unit.
pub(super) fn age(scan: &Scan, at: usize) -> bool {
    let next = scan.over_hyphen(at);
    matches!(scan.bare(next), "old" | "olds" | "young" | "older" | "younger")
        || scan.bare(next) == "of" && scan.bare(next + 1) == "age"
}

/// A sign stands right before the number: "$2", "5.4".
pub(super) fn glued(scan: &Scan, at: usize) -> bool {
    at > scan.start
        && (!scan.spaced(at) && scan.text.tokens[at - 1].kind == TokenKind::Symbol
            || matches!(scan.raw(at - 1), "$" | "£" | "€" | "#")
            || scan.bare(at - 1) == "aged"
            || !scan.spaced(at) && matches!(scan.raw(at - 1), "." | "/" | ":"))
}

/// "a week" as a length and not a rate.
fn alone(scan: &Scan, at: usize, unit_at: usize, unit: Unit) -> bool {
    if matches!(scan.bare(unit_at + 1), "ago" | "earlier" | "later") || unit_at > at + 1 {
        return true;
    }
    if matches!(unit, Unit::Second | Unit::Quarter | Unit::Night | Unit::Day)
        && !matches!(
            scan.back(at, 1),
            "than"
                | "within"
                | "lasted"
                | "about"
                | "nearly"
                | "almost"
                | "half"
                | "takes"
                | "took"
                | "in"
                | "for"
                | "over"
        )
    {
        return false;
    }
    matches!(
        scan.back(at, 1),
        "for"
            | "in"
            | "within"
            | "over"
            | "after"
            | "than"
            | "about"
            | "nearly"
            | "almost"
            | "least"
            | "most"
            | "take"
            | "takes"
            | "took"
            | "taken"
            | "last"
            | "lasted"
            | "lasts"
            | "lasting"
            | "spent"
            | "spend"
            | "spends"
            | "roughly"
            | "approximately"
            | "around"
            | "under"
            | "half"
            | "until"
            | "wait"
            | "waited"
            | "just"
            | "barely"
            | "some"
            | "quite"
    ) && !matches!(scan.bare(unit_at + 1), "when" | "that" | "where" | "which" | "in")
        && scan.bare(unit_at + 1) != "of"
        || matches!(scan.bare(unit_at + 1), "and") && scan.bare(unit_at + 3) == "half"
        || matches!(scan.bare(unit_at + 1), "long")
}

/// Plurals with no number: "for years", "weeks of talks", "within days".
fn bare(scan: &Scan, at: usize, unit: Unit) -> Option<Found> {
    let before = scan.back(at, 1);
    let cue = matches!(
        before,
        "for"
            | "within"
            | "over"
            | "took"
            | "take"
            | "takes"
            | "after"
            | "lasted"
            | "spent"
            | "of"
            | "in"
            | "hours"
            | "days"
            | "weeks"
            | "months"
    ) || scan.bare(at + 1) == "of" && scan.first(at)
        || scan.hyphen(at + 1) && scan.bare(at + 2) == "long";
    if !cue
        || matches!(unit, Unit::Second | Unit::Quarter | Unit::Night | Unit::Weekend)
        || age(scan, at + 1)
        || matches!(scan.bare(at + 1), "on" | "past" | "to" | "when" | "where")
    {
        return None;
    }
    if before == "of"
        && !matches!(
            scan.back(at, 2),
            "couple" | "dozens" | "hundreds" | "thousands" | "tens" | "matter" | "number" | "scores"
        )
    {
        return None;
    }
    let start = match (before, scan.back(at, 2)) {
        ("of", "dozens" | "hundreds" | "thousands" | "scores") => at - 2,
        _ => at,
    };
    let mut end = at + 1;
    let long = scan.hyphen(end) && scan.bare(end + 1) == "long";
    let or = scan.bare(end) == "or" && matches!(scan.word(end + 1), Word::Unit { plural: true, .. });
    if long || or {
        end += 2;
    }
    let duration = Duration { parts: vec![(Amount::Some, unit)], window: None };
    Some(Found::new(start..end, Kind::Duration, Expression::Duration(duration)).unsure())
}
