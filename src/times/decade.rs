//! Decades: "the 1990s", "the '80s", "the nineties", and with "mid-" before them.

use super::expression::{Calendar, Expression, Field};
use super::scan::{Found, Scan};
use super::word::Word;
use super::{Find, Kind};
use crate::rule::Rule;

pub(super) const RULE: Rule<Find> = Rule { name: "times/decade", about: "decades: the 1990s, the nineties", find };

/// Finds a decade.
fn find(scan: &Scan, at: usize) -> Option<Found> {
    let (field, next) = match scan.word(at) {
        Word::Numeral | Word::Digits(..) => figures(scan, at)?,
        Word::Apostrophe => {
            let raw = scan.raw(at).trim_start_matches(['\'', '’', '‘']);
            if raw.is_empty() && !scan.spaced(at + 1) { figures(scan, at + 1)? } else { (short(raw)?, at + 1) }
        }
        Word::Decade(from) => {
            // "in his sixties", "in her early twenties": ages.
            if matches!(scan.back(at, 2), "his" | "her" | "their" | "my" | "our" | "your") {
                return None;
            }
            let cue = matches!(scan.back(at, 1), "the" | "early" | "late" | "mid" | "roaring" | "swinging")
                || scan.hyphen(at.wrapping_sub(1)) && scan.back(at, 2) == "mid";
            if !cue || scan.back(at, 2) == "in" && scan.back(at, 1) != "the" && scan.capital(at) {
                return None;
            }
            (Field::Decade { from: i16::from(from), short: true }, at + 1)
        }
        Word::Number(_) => {
            // "nineteen-nineties"
            let Word::Number(tens @ 17..=20) = scan.word(at) else { return None };
            let next = scan.over_hyphen(at + 1);
            let Word::Decade(from) = scan.word(next) else { return None };
            (Field::Decade { from: tens as i16 * 100 + i16::from(from), short: false }, next + 1)
        }
        _ => return None,
    };
    let calendar = Calendar { field: Some(field), ..Calendar::default() };
    Some(Found::new(at..next, Kind::Date, Expression::Calendar(calendar)).with_article())
}

/// "1990s", "90s", "1990's".
fn figures(scan: &Scan, at: usize) -> Option<(Field, usize)> {
    let norm = scan.bare(at);
    if let Word::Digits(number, len) = scan.word(at) {
        let s = matches!(scan.bare(at + 1), "s" | "'s") && !scan.spaced(at + 1);
        if !s
            || number % 10 != 0
            || scan.bare(at + 1) == "'s" && !matches!(scan.back(at, 1), "the" | "early" | "late" | "mid")
        {
            return None;
        }
        return match len {
            4 if (1400..2200).contains(&number) => Some((Field::Decade { from: number as i16, short: false }, at + 2)),
            _ => None,
        };
    }
    let digits = norm.strip_suffix('s')?.trim_end_matches('\'');
    match digits.len() {
        4 => {
            let from: i16 = digits.parse().ok()?;
            (from % 10 == 0 && (1400..2200).contains(&from)).then_some((Field::Decade { from, short: false }, at + 1))
        }
        2 => {
            let era = matches!(scan.raw(at.wrapping_sub(1)), "'" | "’" | "‘")
                || matches!(scan.back(at, 1), "the" | "early" | "late") && !matches!(scan.bare(at + 1), "percent");
            short(norm).filter(|_| era).map(|field| (field, at + 1))
        }
        _ => None,
    }
}

fn short(word: &str) -> Option<Field> {
    let from: i16 = word.strip_suffix('s')?.parse().ok()?;
    (from % 10 == 0 && (10..100).contains(&from)).then_some(Field::Decade { from, short: true })
}
