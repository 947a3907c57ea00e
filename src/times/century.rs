//! Centuries: "the 20th century", "twenty-first-century", "the 7th century BC".

use super::expression::{Calendar, Expression, Field, Unit};
use super::scan::{Found, Scan};
use super::word::Word;
use super::{Find, Kind};
use crate::rule::Rule;

pub(super) const RULE: Rule<Find> = Rule { name: "times/century", about: "centuries: the 20th century", find };

/// Finds a century.
fn find(scan: &Scan, at: usize) -> Option<Found> {
    let (number, next) = match scan.word(at) {
        Word::DigitsOrdinal(number @ 1..=30) | Word::Ordinal(number) => (number, at + 1),
        Word::Number(20) => match scan.word(scan.over_hyphen(at + 1)) {
            Word::Ordinal(number @ 1..=9) => (20 + number, scan.over_hyphen(at + 1) + 1),
            _ => return None,
        },
        _ => return None,
    };
    let next = scan.over_hyphen(next);
    if !matches!(scan.word(next), Word::Unit { unit: Unit::Century, plural: false, .. }) {
        return None;
    }
    let (sign, end) = match scan.raw(next + 1).trim_end_matches('.') {
        "BC" | "BCE" | "B.C" => (-1, next + 2),
        "AD" | "CE" | "A.D" => (1, next + 2),
        _ => (1, next + 1),
    };
    let calendar = Calendar { field: Some(Field::Century(number as i8 * sign)), ..Calendar::default() };
    Some(Found::new(at..end, Kind::Date, Expression::Calendar(calendar)).with_article())
}
