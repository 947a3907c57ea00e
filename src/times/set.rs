//! What comes again: "every day", "each July", "twice a year", "daily", "on weekends", "every two weeks".
//!
//! "Daily" in a name ("Daily Mail") is left alone, and so are "annual" and "quarterly", which describe a
//! thing ("annual report") rather than a time.

use super::expression::{Expression, Repeated, Unit};
use super::scan::{Found, Scan};
use super::word::Word;
use super::{Find, Kind, amount};
use crate::rule::Rule;

pub(super) const RULE: Rule<Find> =
    Rule { name: "times/set", about: "what comes again: every day, twice a year, daily", find };

/// Finds a repetition.
fn find(scan: &Scan, at: usize) -> Option<Found> {
    match scan.word(at) {
        Word::Every => every(scan, at),
        Word::Frequency(count, unit) => {
            let named = scan.capital(at) && (!scan.first(at) || scan.capital(at + 1));
            if named || matches!(scan.bare(at), "annual" | "quarterly" | "biennial") {
                return None;
            }
            Some(repeated(at..at + 1, count, unit, None))
        }
        Word::Unit { unit: Unit::Weekend, plural: true, .. } => Some(repeated(at..at + 1, 1, Unit::Weekend, None)),
        Word::Number(_) | Word::Digits(..) => times(scan, at),
        _ => match scan.bare(at) {
            "once" | "twice" => times(scan, at),
            _ => None,
        },
    }
}

fn repeated(tokens: std::ops::Range<usize>, count: u16, unit: Unit, times: Option<u16>) -> Found {
    Found::new(tokens, Kind::Set, Expression::Repeated(Repeated::Every { count, unit, times }))
}

fn every(scan: &Scan, at: usize) -> Option<Found> {
    let mut next = at + 1;
    let mut count = 1;
    match scan.bare(next) {
        "other" => {
            count = 2;
            next += 1;
        }
        "single" => next += 1,
        _ => {
            if let Some((number, after)) = amount::count(scan, next).filter(|_| scan.word(next) != Word::Article) {
                count = number;
                next = after;
            } else if let Word::Ordinal(number @ 2..=12) = scan.word(next)
                && matches!(scan.word(next + 1), Word::Unit { .. } | Word::Weekday { .. })
            {
                count = u16::from(number);
                next += 1;
            }
        }
    }
    let what = match scan.word(next) {
        Word::Unit { unit, .. } => Repeated::Every { count, unit, times: None },
        Word::Weekday { day, .. } => Repeated::Weekday(day),
        Word::Month { month, .. } if scan.capital(next) => Repeated::Month(month),
        Word::Season(season) => Repeated::Season(season),
        Word::Part(part) => {
            let mut found = Found::new(at..next + 1, Kind::Set, Expression::Repeated(Repeated::Weekday(0)));
            found.said.part = Some(part);
            return Some(found);
        }
        _ => return None,
    };
    Some(Found::new(at..next + 1, Kind::Set, Expression::Repeated(what)))
}

/// "twice a year", "three times a week", "once every two years".
fn times(scan: &Scan, at: usize) -> Option<Found> {
    let (count, mut next) = match scan.bare(at) {
        "once" => (1, at + 1),
        "twice" => (2, at + 1),
        _ => {
            let (count, next) = amount::count(scan, at)?;
            if scan.bare(next) != "times" {
                return None;
            }
            (count, next + 1)
        }
    };
    if scan.word(next) == Word::Every {
        let found = every(scan, next)?;
        let Expression::Repeated(Repeated::Every { count: units, unit, .. }) = found.said.what else { return None };
        return Some(repeated(at..found.tokens.end, units, unit, Some(count)));
    }
    if !matches!(scan.bare(next), "a" | "an" | "per" | "each") {
        return None;
    }
    next += 1;
    match scan.word(next) {
        Word::Unit { unit, plural: false, .. } => Some(repeated(at..next + 1, 1, unit, Some(count))),
        _ => None,
    }
}
