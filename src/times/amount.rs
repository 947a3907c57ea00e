//! Amounts before a unit of time: "two", "2 1/2", "twenty-four", "a few", "half an".

use super::expression::Amount;
use super::scan::Scan;
use super::word::Word;
use crate::numeral::{self, Decimal};
use crate::text::TokenKind;

/// An amount, and the token after it.
#[derive(Clone, Copy, Debug)]
pub(super) struct Read {
    pub amount: Amount,
    pub next: usize,
    /// It is "a" or "an" alone.
    pub article: bool,
}

/// Reads an amount at `at`.
pub(super) fn read(scan: &Scan, at: usize) -> Option<Read> {
    let read = one(scan, at)?;
    Some(second_end(scan, at, &read).unwrap_or(read))
}

/// Reads an amount that has a single number.
fn one(scan: &Scan, at: usize) -> Option<Read> {
    match scan.word(at) {
        Word::Article => article(scan, at),
        Word::Half => half(scan, at),
        Word::Few => few(scan, at),
        Word::Digits(..) | Word::Numeral => digits(scan, at),
        Word::Number(_) => digits(scan, at),
        Word::Dozen => Some(Read { amount: exact(12), next: at + 1, article: false }),
        _ => None,
    }
}

/// A whole number in words or digits, small enough for a count, and the token after it.
pub(super) fn count(scan: &Scan, at: usize) -> Option<(u16, usize)> {
    match read(scan, at)?.whole() {
        Some((count, next)) => Some((u16::try_from(count).ok()?, next)),
        None => None,
    }
}

impl Read {
    /// The amount as a whole number.
    pub fn whole(self) -> Option<(i32, usize)> {
        match self.amount {
            Amount::Exact(value) if value.is_integer() => Some((i32::try_from(value.to_i64()?).ok()?, self.next)),
            _ => None,
        }
    }
}

/// "to three" in "two to three weeks", "or 20" in "15 or 20 years": between the two numbers, the amount is open.
fn second_end(scan: &Scan, at: usize, first: &Read) -> Option<Read> {
    if first.article || !matches!(first.amount, Amount::Exact(_)) {
        return None;
    }
    let next = first.next;
    // "5- to 10-day"
    let next = if scan.dash(next) && matches!(scan.bare(next + 1), "to" | "or") { next + 1 } else { next };
    let joined = scan.dash(next) || matches!(scan.bare(next), "to" | "or");
    // "two-to-three"
    let next = if scan.dash(next + 1) { next + 2 } else { next + 1 };
    if !joined
        || scan.back(at, 1) == "between"
        || !matches!(scan.word(next), Word::Digits(..) | Word::Numeral | Word::Number(_))
    {
        return None;
    }
    let second = digits(scan, next)?;
    let unit = scan.over_hyphen(second.next);
    let counted = matches!(scan.word(unit), Word::Unit { .. });
    counted.then_some(Read { amount: Amount::Some, next: second.next, article: false })
}

fn exact(value: u32) -> Amount {
    Amount::Exact(Decimal::from(value))
}

fn article(scan: &Scan, at: usize) -> Option<Read> {
    let next = at + 1;
    match scan.word(next) {
        Word::Few => few(scan, next),
        Word::Half => half(scan, next).filter(|read| read.next > next + 1 || scan.hyphen(next + 1)),
        Word::Dozen => Some(Read { amount: exact(12), next: next + 1, article: false }),
        Word::Magnitude(_) => digits(scan, at),
        _ if matches!(scan.bare(next), "further" | "additional") => {
            Some(Read { amount: exact(1), next: next + 1, article: false })
        }
        _ => Some(Read { amount: exact(1), next, article: true }),
    }
}

/// "half a", "half an", "half".
fn half(scan: &Scan, at: usize) -> Option<Read> {
    let mut next = scan.over_hyphen(at + 1);
    if matches!(scan.bare(next), "a" | "an") {
        next += 1;
    }
    Some(Read { amount: Amount::Exact(tenths(5, 1)), next, article: false })
}

fn few(scan: &Scan, at: usize) -> Option<Read> {
    let mut next = at + 1;
    if scan.bare(at) == "couple" {
        if scan.bare(next) == "of" {
            next += 1;
        }
        return Some(Read { amount: exact(2), next: more(scan, next), article: false });
    }
    if matches!(scan.bare(at), "some" | "many") && !matches!(scan.word(next), Word::Unit { plural: true, .. }) {
        return None;
    }
    next = scan.over_hyphen(next);
    if scan.bare(next) == "dozen" || scan.bare(next) == "hundred" {
        next += 1;
    }
    Some(Read { amount: Amount::Some, next: more(scan, next), article: false })
}

fn digits(scan: &Scan, at: usize) -> Option<Read> {
    let numeral =
        numeral::read(scan.text, at).filter(|numeral| numeral.tail.is_none() && numeral.tokens.end <= scan.end)?;
    // "two quarters" are two, and no half.
    if numeral.kind == numeral::Kind::Fraction && scan.bare(numeral.tokens.end - 1).starts_with("quarter") {
        let count = match scan.word(at) {
            Word::Number(count) | Word::Digits(count, _) => count,
            _ => return None,
        };
        return Some(Read { amount: exact(u32::from(count)), next: at + 1, article: false });
    }
    if !matches!(numeral.kind, numeral::Kind::Cardinal | numeral::Kind::Fraction) {
        return None;
    }
    let (mut value, mut next) = (numeral.value, numeral.tokens.end);
    if let Some((fraction, after)) = vulgar(scan, next).filter(|_| !value.has_point()) {
        value = value.checked_add(fraction)?;
        next = after;
    }
    let (value, mut next) = and_a_fraction(scan, value, next);
    // "30+ years", "30-plus years"
    if scan.raw(next) == "+" && !scan.spaced(next) || scan.hyphen(next) && scan.bare(next + 1) == "plus" {
        let after = if scan.raw(next) == "+" { next + 1 } else { next + 2 };
        if matches!(scan.word(after), Word::Unit { plural: true, .. }) {
            next = after;
        }
    }
    if value.has_point() && scan.bare(next) == "of" && matches!(scan.word(next + 1), Word::Unit { .. }) {
        // "two and a quarter of hours"
        next += 1;
    }
    Some(Read { amount: Amount::Exact(value), next: more(scan, next), article: false })
}

/// ½
pub(super) fn half_of_one() -> Decimal {
    tenths(5, 1)
}

fn tenths(mantissa: i128, places: i16) -> Decimal {
    Decimal::new(mantissa, -places).unwrap_or(Decimal::ZERO)
}

/// "1/2", "½" after a whole number.
fn vulgar(scan: &Scan, at: usize) -> Option<(Decimal, usize)> {
    let at = scan.over_hyphen(at);
    match scan.raw(at) {
        "½" | "1/2" => Some((tenths(5, 1), at + 1)),
        "¼" | "1/4" => Some((tenths(25, 2), at + 1)),
        "¾" | "3/4" => Some((tenths(75, 2), at + 1)),
        "1" | "3" if scan.raw(at + 1) == "/" => match (scan.raw(at), scan.raw(at + 2)) {
            ("1", "2") => Some((tenths(5, 1), at + 3)),
            ("1", "4") => Some((tenths(25, 2), at + 3)),
            ("3", "4") => Some((tenths(75, 2), at + 3)),
            _ => None,
        },
        _ => None,
    }
}

/// "and a half" between the number and the unit.
fn and_a_fraction(scan: &Scan, value: Decimal, at: usize) -> (Decimal, usize) {
    let start = scan.over_hyphen(at);
    if scan.bare(start) != "and" {
        return (value, at);
    }
    let next = scan.over_hyphen(start + 1);
    let (fraction, mut next) = match (scan.bare(next), scan.bare(next + 1), scan.bare(next + 2)) {
        ("a" | "an", "-", "half") => (tenths(5, 1), next + 3),
        ("a" | "an" | "one", "half", _) => (tenths(5, 1), next + 2),
        ("half", _, _) => (tenths(5, 1), next + 1),
        ("a" | "one", "quarter", _) => (tenths(25, 2), next + 2),
        ("quarter", _, _) => (tenths(25, 2), next + 1),
        ("two", "quarter" | "quarters", _) => (tenths(5, 1), next + 2),
        ("three", "quarter" | "quarters", _) => (tenths(75, 2), next + 2),
        _ => return (value, at),
    };
    if scan.bare(next) == "of" && matches!(scan.word(next + 1), Word::Unit { .. }) {
        next += 1;
    }
    (value.checked_add(fraction).unwrap_or(value), next)
}

/// Words between the number and the unit that change nothing: "two more years", "six straight days".
fn more(scan: &Scan, at: usize) -> usize {
    let next = scan.over_hyphen(at);
    if matches!(
        scan.bare(next),
        "more"
            | "additional"
            | "extra"
            | "further"
            | "straight"
            | "consecutive"
            | "full"
            | "whole"
            | "long"
            | "trading"
            | "working"
            | "business"
            | "fewer"
            | "less"
            | "successive"
            | "short"
            | "other"
            | "calendar"
            | "solid"
            | "previous"
            | "past"
    ) && matches!(scan.word(next + 1), Word::Unit { .. })
        && scan.text.tokens.get(next).is_some_and(|token| token.kind == TokenKind::Word)
    {
        return next + 1;
    }
    at
}
