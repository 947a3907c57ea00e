//! Amounts before a unit of time: "two", "2 1/2", "twenty-four", "a few", "half an".

use super::expression::Amount;
use super::scan::Scan;
use super::word::Word;
use crate::numeral::Decimal;
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
    match scan.word(at) {
        Word::Article => article(scan, at),
        Word::Half => half(scan, at),
        Word::Few => few(scan, at),
        Word::Digits(..) | Word::Numeral => digits(scan, at),
        Word::Number(_) => words(scan, at),
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
            Amount::Exact(value) if value.fract().is_zero() => {
                Some((i32::try_from(value.mantissa() / 10_i128.pow(value.scale())).ok()?, self.next))
            }
            _ => None,
        }
    }
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
        Word::Magnitude(_) => words(scan, at),
        _ if matches!(scan.norm(next), "further" | "additional") => {
            Some(Read { amount: exact(1), next: next + 1, article: false })
        }
        _ => Some(Read { amount: exact(1), next, article: true }),
    }
}

/// "half a", "half an", "half".
fn half(scan: &Scan, at: usize) -> Option<Read> {
    let mut next = scan.over_hyphen(at + 1);
    if matches!(scan.norm(next), "a" | "an") {
        next += 1;
    }
    Some(Read { amount: Amount::Exact(Decimal::new(5, 1)), next, article: false })
}

fn few(scan: &Scan, at: usize) -> Option<Read> {
    let mut next = at + 1;
    if scan.norm(at) == "couple" {
        if scan.norm(next) == "of" {
            next += 1;
        }
        return Some(Read { amount: exact(2), next: more(scan, next), article: false });
    }
    if matches!(scan.norm(at), "some" | "many") && !matches!(scan.word(next), Word::Unit { plural: true, .. }) {
        return None;
    }
    next = scan.over_hyphen(next);
    if scan.norm(next) == "dozen" || scan.norm(next) == "hundred" {
        next += 1;
    }
    Some(Read { amount: Amount::Some, next: more(scan, next), article: false })
}

fn digits(scan: &Scan, at: usize) -> Option<Read> {
    let raw = scan.raw(at);
    if raw.len() > 12 {
        return None;
    }
    let mut value = decimal(raw)?;
    let mut next = at + 1;
    if let Some(fraction) = vulgar(scan, next).filter(|_| value.scale() == 0) {
        value += fraction.0;
        next = fraction.1;
    } else if scan.raw(next) == "/"
        && let (Word::Digits(below, _), Word::Digits(above, _)) = (scan.word(next + 1), scan.word(at))
        && (1..=4).contains(&below)
        && above < below
    {
        value = Decimal::from(above) / Decimal::from(below);
        next += 2;
    } else if let Word::Magnitude(magnitude) = scan.word(next) {
        value = value.checked_mul(Decimal::from(magnitude))?;
        next += 1;
    }
    let (value, next) = and_a_fraction(scan, value, next);
    Some(Read { amount: Amount::Exact(value), next: more(scan, next), article: false })
}

fn decimal(raw: &str) -> Option<Decimal> {
    if let Some(rest) = raw.strip_suffix(['½', '¼', '¾']) {
        let whole = if rest.is_empty() { Decimal::ZERO } else { decimal(rest)? };
        let part = match raw.chars().next_back() {
            Some('½') => Decimal::new(5, 1),
            Some('¼') => Decimal::new(25, 2),
            _ => Decimal::new(75, 2),
        };
        return Some(whole + part);
    }
    if !raw.bytes().all(|byte| byte.is_ascii_digit() || matches!(byte, b',' | b'.')) || !raw.ends_with(|c: char| c.is_ascii_digit()) {
        return None;
    }
    if raw.contains(',') { raw.replace(',', "").parse().ok() } else { raw.parse().ok() }
}

/// "1/2", "½" after a whole number.
fn vulgar(scan: &Scan, at: usize) -> Option<(Decimal, usize)> {
    let at = scan.over_hyphen(at);
    if matches!(scan.raw(at), "½" | "¼" | "¾") {
        return Some((decimal(scan.raw(at))?, at + 1));
    }
    match scan.raw(at) {
        "1/2" => Some((Decimal::new(5, 1), at + 1)),
        "1/4" => Some((Decimal::new(25, 2), at + 1)),
        "3/4" => Some((Decimal::new(75, 2), at + 1)),
        _ => match (scan.word(at), scan.raw(at + 1), scan.word(at + 2)) {
            (Word::Digits(above @ 1..=3, 1), "/", Word::Digits(below @ (2 | 4), 1)) => {
                Some((Decimal::from(above) / Decimal::from(below), at + 3))
            }
            _ => None,
        },
    }
}

/// Number words: "twenty-four", "two hundred and ten", "a hundred".
fn words(scan: &Scan, at: usize) -> Option<Read> {
    let (mut total, mut group, mut next) = (0_u64, 0_u64, at);
    let mut last = 0;
    let mut seen = false;
    while next < at + 12 {
        match scan.word(next) {
            Word::Article if next == at => group = 1,
            Word::Number(number) => {
                let number = u64::from(number);
                // "twenty four", "hundred four"; never "five four".
                if seen && !(last >= 20 && last < 100 && number < 10 || last >= 100) {
                    break;
                }
                group += number;
                last = number;
            }
            Word::Magnitude(magnitude) => {
                let magnitude = u64::from(magnitude);
                group = group.max(1) * magnitude;
                if magnitude >= 1000 {
                    total = total.checked_add(group)?;
                    group = 0;
                }
                last = magnitude;
            }
            _ if seen && scan.hyphen(next) && matches!(scan.word(next + 1), Word::Number(1..=9)) && last >= 20 => {
                next += 1;
                continue;
            }
            _ if seen && last >= 100 && scan.norm(next) == "and" && matches!(scan.word(next + 1), Word::Number(_)) => {
                next += 1;
                continue;
            }
            _ => break,
        }
        seen = true;
        next += 1;
        if group > 1_000_000_000 {
            return None;
        }
    }
    if !seen {
        return None;
    }
    let value = Decimal::from(total.checked_add(group)?);
    let (value, next) = and_a_fraction(scan, value, next);
    Some(Read { amount: Amount::Exact(value), next: more(scan, next), article: false })
}

/// "and a half" between the number and the unit.
fn and_a_fraction(scan: &Scan, value: Decimal, at: usize) -> (Decimal, usize) {
    let start = scan.over_hyphen(at);
    if scan.norm(start) != "and" {
        return (value, at);
    }
    let next = scan.over_hyphen(start + 1);
    let (fraction, mut next) = match (scan.norm(next), scan.norm(next + 1), scan.norm(next + 2)) {
        ("a" | "an", "-", "half") => (Decimal::new(5, 1), next + 3),
        ("a" | "an" | "one", "half", _) => (Decimal::new(5, 1), next + 2),
        ("half", _, _) => (Decimal::new(5, 1), next + 1),
        ("a" | "one", "quarter", _) => (Decimal::new(25, 2), next + 2),
        ("quarter", _, _) => (Decimal::new(25, 2), next + 1),
        ("two", "quarter" | "quarters", _) => (Decimal::new(5, 1), next + 2),
        ("three", "quarter" | "quarters", _) => (Decimal::new(75, 2), next + 2),
        _ => return (value, at),
    };
    if scan.norm(next) == "of" && matches!(scan.word(next + 1), Word::Unit { .. }) {
        next += 1;
    }
    (value + fraction, next)
}

/// Words between the number and the unit that change nothing: "two more years", "six straight days".
fn more(scan: &Scan, at: usize) -> usize {
    let next = scan.over_hyphen(at);
    if matches!(
        scan.norm(next),
        "more" | "additional" | "extra" | "further" | "straight" | "consecutive" | "full" | "whole" | "long" | "trading"
            | "working" | "business" | "fewer" | "less" | "successive" | "short" | "other" | "calendar" | "solid"
    ) && matches!(scan.word(next + 1), Word::Unit { .. })
        && scan.text.tokens.get(next).is_some_and(|token| token.kind == TokenKind::Word)
    {
        return next + 1;
    }
    at
}
