//! Dates in figures: "2025-06-10", "04/05/2025", "31.12.2025".
//!
//! Read from the characters, for what is one token in "2025-06-10" may be five in "10.6.2025". Of two
//! numbers that may both be a month the order is left open; [`crate::link`] closes it where the article
//! shows its own order. Fractions, scores and shares of time ("9/11", "24/7", "1/2") are left alone.

use super::expression::{Calendar, Expression, Field, Year};
use super::scan::{Found, Scan};
use super::word::Word;
use super::{Find, Kind, day};
use crate::rule::Rule;

pub(super) const RULE: Rule<Find> =
    Rule { name: "times/numeric", about: "dates in figures: 2025-06-10, 04/05/2025", find };

/// Finds a date in figures.
pub(super) fn find(scan: &Scan, at: usize) -> Option<Found> {
    if !matches!(scan.word(at), Word::Digits(..) | Word::Numeral) || glued(scan, at) {
        return None;
    }
    let rest = scan.rest(at).as_bytes();
    let (first, first_len) = number(rest)?;
    let sign = *rest.get(first_len)?;
    if !matches!(sign, b'-' | b'/' | b'.') {
        return None;
    }
    let tail = &rest[first_len + 1..];
    let (second, second_len) = number(tail).or_else(|| month_word(tail))?;
    let spelt = !tail[0].is_ascii_digit();
    let mut len = first_len + 1 + second_len;
    let third = rest.get(len).filter(|&&next| next == sign).and_then(|_| number(&rest[len + 1..]));
    let calendar = match third {
        Some((third, third_len)) => {
            len += 1 + third_len;
            if first_len == 4 && third_len <= 2 {
                year_first(first, second, third)?
            } else if (third_len == 4 || third_len == 2) && first_len <= 2 {
                let year = if third_len == 4 { Year::Full(third as i16) } else { Year::Short(third as u8) };
                if third_len == 2 && sign == b'.' && second_len < 2 {
                    return None;
                }
                let (field, day_first) = if spelt {
                    (Field::Day { month: Some(second as u8), day: first as u8 }, None)
                } else {
                    open(first, second)?
                };
                Calendar { year: Some(year), field: Some(field), day_first, ..Calendar::default() }
            } else {
                return None;
            }
        }
        None if sign == b'/' && first_len <= 2 && second_len <= 2 && !spelt && cued(scan, at) => {
            if matches!((first, second), (9, 11) | (24, 7) | (50, 50)) || is_fraction(scan, at, first, second) {
                return None;
            }
            let (field, day_first) = open(first, second)?;
            Calendar { field: Some(field), day_first, ..Calendar::default() }
        }
        None if sign == b'-'
            && first_len == 4
            && second_len == 2
            && !spelt
            && (1..=12).contains(&second)
            && rest[5] == b'0' =>
        {
            if !(1900..2100).contains(&first) {
                return None;
            }
            Calendar {
                year: Some(Year::Full(first as i16)),
                field: Some(Field::Month(second as u8)),
                ..Calendar::default()
            }
        }
        None => return None,
    };
    if rest
        .get(len)
        .is_some_and(|next| matches!(next, b'/' | b'-') && rest.get(len + 1).is_some_and(u8::is_ascii_digit))
    {
        return None;
    }
    let next = scan.after_bytes(at, len)?;
    Some(Found::new(at..next, Kind::Date, Expression::Calendar(calendar)))
}

/// A sign stands before it that makes it something else: "$", "+86".
fn glued(scan: &Scan, at: usize) -> bool {
    at > scan.start
        && !scan.spaced(at)
        && !matches!(scan.raw(at - 1), "(" | "[" | "\"" | "“" | "‘" | "," | ":" | "—" | "–")
        || matches!(scan.back(at, 1), "$" | "£" | "€" | "+")
}

fn cued(scan: &Scan, at: usize) -> bool {
    matches!(scan.before(at), Word::Weekday { .. })
        || matches!(
            scan.back(at, 1),
            "on" | "by"
                | "until"
                | "till"
                | "since"
                | "from"
                | "before"
                | "after"
                | "dated"
                | "to"
                | "between"
                | "this"
                | "next"
                | "last"
                | "through"
                | "date"
                | "published"
                | "posted"
                | "updated"
        )
}

/// "rose by 1/4 to 1/2 point": a common fraction behind a word that stands before amounts as well as dates.
fn is_fraction(scan: &Scan, at: usize, first: u16, second: u16) -> bool {
    first < second
        && matches!(second, 2 | 3 | 4 | 8 | 16)
        && matches!(scan.back(at, 1), "by" | "from" | "to" | "between" | "before" | "after")
}

fn number(bytes: &[u8]) -> Option<(u16, usize)> {
    let len = bytes.iter().take_while(|byte| byte.is_ascii_digit()).count();
    if !(1..=4).contains(&len) || len == 3 {
        return None;
    }
    Some((bytes[..len].iter().fold(0, |value, digit| value * 10 + u16::from(digit - b'0')), len))
}

fn month_word(bytes: &[u8]) -> Option<(u16, usize)> {
    let len = bytes.iter().take(10).take_while(|byte| byte.is_ascii_alphabetic()).count();
    let word = std::str::from_utf8(&bytes[..len]).ok()?.to_ascii_lowercase();
    match super::word::class(&word) {
        Word::Month { month, .. } => Some((u16::from(month), len)),
        _ => None,
    }
}

fn year_first(year: u16, second: u16, third: u16) -> Option<Calendar> {
    let (month, day) = if second > 12 { (third, second) } else { (second, third) };
    if !(1..=12).contains(&month) || !(1..=31).contains(&day) {
        return None;
    }
    let field = Field::Day { month: Some(month as u8), day: day as u8 };
    Some(Calendar { year: Some(Year::Full(year as i16)), field: Some(field), ..Calendar::default() })
}

/// Day and month where only one order can be, else both.
fn open(first: u16, second: u16) -> Option<(Field, Option<bool>)> {
    let (first, second) = (u8::try_from(first).ok()?, u8::try_from(second).ok()?);
    let day_month = day::exists(second, first);
    let month_day = day::exists(first, second);
    match (day_month, month_day) {
        (true, true) if first == second => Some((Field::Day { month: Some(second), day: first }, None)),
        (true, true) => Some((Field::Open(first, second), None)),
        (true, false) => Some((Field::Day { month: Some(second), day: first }, Some(true))),
        (false, true) => Some((Field::Day { month: Some(first), day: second }, Some(false))),
        // "30/02/2025": a day that no calendar has.
        (false, false) if (1..=12).contains(&second) && (29..=31).contains(&first) => {
            Some((Field::Day { month: Some(second), day: first }, Some(true)))
        }
        (false, false) if (1..=12).contains(&first) && (29..=31).contains(&second) => {
            Some((Field::Day { month: Some(first), day: second }, Some(false)))
        }
        (false, false) => None,
    }
}
