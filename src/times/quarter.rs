//! Quarters and halves: "the third quarter of 2024", "Q3", "third-quarter", "the second half of the year".
//!
//! A half without a year beside it is left alone: it is mostly the half of a match.

use super::expression::{Calendar, Expression, Field, Unit, Year};
use super::scan::{Found, Scan};
use super::word::{Relative, Word};
use super::{Find, Kind, year};
use crate::rule::Rule;

pub(super) const RULE: Rule<Find> =
    Rule { name: "times/quarter", about: "quarters and halves: the third quarter of 2024, Q3", find };

/// Finds a quarter or half of a year.
pub(super) fn find(scan: &Scan, at: usize) -> Option<Found> {
    if let Word::Month { month, .. } = scan.word(at) {
        return closing(scan, at, month);
    }
    // "at 3:22 of the first quarter": of a match.
    if scan.back(at, 1) == "the" && matches!(scan.back(at, 2), "of" | "in") && scan.raw(at.wrapping_sub(4)) == ":" {
        return None;
    }
    let mut start = at;
    let mut year_said = None;
    let mut fiscal = false;
    let mut next = at;
    // "the 1988 third quarter", "the year-ago quarter".
    if let Some((full, after)) = year::plain(scan, at) {
        if matches!(scan.bare(after), "quarter" | "period") && scan.back(at, 1) == "the" {
            let calendar =
                Calendar { year: Some(Year::Full(full)), field: Some(Field::Quarter(0)), ..Calendar::default() };
            return Some(Found::new(at..after + 1, Kind::Date, Expression::Calendar(calendar)).with_article());
        }
        year_said = Some(Year::Full(full));
        next = after;
    } else if let Some(after) = year_ago(scan, at) {
        if matches!(scan.bare(after), "quarter" | "period" | "month") {
            let field_unit = if scan.bare(after) == "month" { Unit::Month } else { Unit::Quarter };
            return Some(context(at..after + 1, field_unit));
        }
        year_said = Some(Year::Context(-1));
        next = after;
    }
    if scan.word(next) == Word::Fiscal {
        fiscal = true;
        next = scan.over_hyphen(next + 1);
    }
    let (field, mut end) = match scan.word(next) {
        Word::Quarter(quarter) if scan.capital(next) => (Field::Quarter(quarter), next + 1),
        Word::HalfYear(half) if scan.capital(next) && (next > at || year::plain(scan, next + 1).is_some()) => {
            (Field::Half(half), next + 1)
        }
        Word::Ordinal(_) | Word::DigitsOrdinal(_) | Word::Final | Word::Relative(Relative::Last) => named(scan, next)?,
        _ => return None,
    };
    if scan.word(at.wrapping_sub(1)) == Word::Fiscal && !fiscal {
        fiscal = true;
        start = at - 1;
    }
    let of = if matches!(scan.bare(end), "of" | "in") { end + 1 } else { scan.over_comma(end) };
    if year_said.is_none() {
        let the = if scan.bare(of) == "the" { of + 1 } else { of };
        let fiscal_next = matches!(scan.bare(the), "fiscal");
        let after = if fiscal_next { the + 1 } else { the };
        let after = if fiscal_next && scan.bare(after) == "year" && year::plain(scan, after + 1).is_some() {
            after + 1
        } else {
            after
        };
        if let Some((full, after)) = year::plain(scan, after).filter(|&(full, after)| !year::counts(scan, after, full))
        {
            year_said = Some(Year::Full(full));
            fiscal |= fiscal_next;
            end = after;
        } else if scan.bare(end) == "of" || scan.bare(end + 1) == "year" {
            let away = match (scan.word(the), scan.bare(the + 1)) {
                (Word::Relative(Relative::This | Relative::Current), "year") => Some((Year::Away(0), the + 2)),
                (Word::Relative(Relative::Last), "year") => Some((Year::Away(-1), the + 2)),
                (Word::Relative(Relative::Next), "year") => Some((Year::Away(1), the + 2)),
                _ if the > of && scan.bare(the) == "year" => Some((Year::Context(0), the + 1)),
                _ => None,
            };
            if let Some((away, after)) = away {
                year_said = Some(away);
                end = after;
            }
        }
    }
    if matches!(field, Field::Half(_)) && year_said.is_none() {
        return None;
    }
    // "a fourth-quarter comeback": of a match.
    let played = matches!(
        scan.bare(end),
        "comeback"
            | "touchdown"
            | "touchdowns"
            | "rally"
            | "lead"
            | "deficit"
            | "interception"
            | "drive"
            | "collapse"
            | "turnover"
            | "run"
            | "surge"
            | "heroics"
            | "buzzer"
    );
    if year_said.is_none() && scan.hyphen(end.wrapping_sub(2)) && played {
        return None;
    }
    let calendar = Calendar { year: year_said, field: Some(field), fiscal, ..Calendar::default() };
    let found = Found::new(start..end, Kind::Date, Expression::Calendar(calendar));
    Some(if scan.bare(start) == "last" && !matches!(scan.back(start, 1), "the") {
        return None;
    } else {
        found.with_article()
    })
}

/// "the September quarter", "the December 2024 half": the quarter or half that the month closes.
fn closing(scan: &Scan, at: usize, month: u8) -> Option<Found> {
    let before = year::plain(scan, at + 1);
    let unit = scan.over_hyphen(before.map_or(at + 1, |(_, next)| next));
    let field = match (scan.bare(unit), month) {
        ("quarter", 3 | 6 | 9 | 12) => Field::Quarter(month / 3),
        ("half", 6 | 12) => Field::Half(month / 6),
        _ => return None,
    };
    let behind = if scan.bare(unit + 1) == "of" { unit + 2 } else { unit + 1 };
    let after = year::plain(scan, behind).filter(|_| before.is_none());
    let year = before.or(after).map(|(full, _)| Year::Full(full));
    let end = after.map_or(unit + 1, |(_, next)| next);
    let calendar = Calendar { year, field: Some(field), ..Calendar::default() };
    Some(Found::new(at..end, Kind::Date, Expression::Calendar(calendar)).with_article())
}

/// "third quarter", "third-quarter", "second half", "final quarter".
fn named(scan: &Scan, at: usize) -> Option<(Field, usize)> {
    let number = match scan.word(at) {
        Word::Ordinal(number) | Word::DigitsOrdinal(number) => number,
        Word::Final | Word::Relative(Relative::Last) => 0,
        _ => return None,
    };
    let mut unit = scan.over_hyphen(at + 1);
    if scan.word(unit) == Word::Fiscal {
        unit += 1;
    }
    match scan.word(unit) {
        Word::Unit { unit: Unit::Quarter, plural: false, .. } => match number {
            1..=4 => Some((Field::Quarter(number), unit + 1)),
            0 => Some((Field::Quarter(4), unit + 1)),
            _ => None,
        },
        Word::Half => match number {
            1 | 2 => Some((Field::Half(number), unit + 1)),
            0 => Some((Field::Half(2), unit + 1)),
            _ => None,
        },
        _ => None,
    }
}

/// "year-ago", "year-earlier", and the token after it.
pub(super) fn year_ago(scan: &Scan, at: usize) -> Option<usize> {
    if scan.bare(at) != "year" {
        return None;
    }
    let next = scan.over_hyphen(at + 1);
    (next > at + 1 && matches!(scan.bare(next), "ago" | "earlier")).then_some(next + 1)
}

fn context(tokens: std::ops::Range<usize>, unit: Unit) -> Found {
    let field = match unit {
        Unit::Month => None,
        _ => Some(Field::Quarter(0)),
    };
    let calendar = Calendar { year: Some(Year::Context(-1)), field, ..Calendar::default() };
    Found::new(tokens, Kind::Date, Expression::Calendar(calendar)).with_article()
}
