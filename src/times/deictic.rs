//! Days by their place beside today: "today", "yesterday", "tonight", "overnight", "the day before yesterday".

use super::expression::{Anchor, Expression, Part, Shift, Unit};
use super::scan::{Found, Scan};
use super::word::{Deictic, Word};
use super::{Find, Kind};
use crate::rule::Rule;

pub(super) const RULE: Rule<Find> =
    Rule { name: "times/deictic", about: "days by their place beside today: yesterday, tonight", find };

/// Finds a day named from the reference date.
fn find(scan: &Scan, at: usize) -> Option<Found> {
    if scan.bare(at) == "day" && matches!(scan.bare(at + 1), "before" | "after") {
        let count = match (scan.bare(at + 1), scan.word(at + 2)) {
            ("before", Word::Deictic(Deictic::Yesterday)) => -2,
            ("after", Word::Deictic(Deictic::Tomorrow)) => 2,
            _ => return None,
        };
        return Some(Found::new(at..at + 3, Kind::Date, day(count)).with_article());
    }
    let Word::Deictic(deictic) = scan.word(at) else { return None };
    // "USA Today", "The World Tonight"
    if scan.capital(at) && !scan.first(at) && scan.capital(at.wrapping_sub(1)) {
        return None;
    }
    let (count, part) = match deictic {
        Deictic::Today => (0, None),
        Deictic::Yesterday => (-1, None),
        Deictic::Tomorrow => (1, None),
        Deictic::Tonight | Deictic::Overnight => (0, Some(Part::Night)),
    };
    let mut found = Found::new(at..at + 1, if part.is_some() { Kind::Time } else { Kind::Date }, day(count));
    found.said.part = part;
    // "arrested on Friday, he was held overnight": the night of the day that the sentence has said.
    let said = || (at.saturating_sub(20)..at).any(|before| matches!(scan.word(before), Word::Weekday { .. }));
    if deictic == Deictic::Overnight
        && said()
        && let Expression::Shift(shift) = &mut found.said.what
    {
        shift.anchor = Anchor::Context;
    }
    Some(found)
}

/// A day so many days away from the reference date.
pub(super) fn day(count: i32) -> Expression {
    Expression::Shift(Shift {
        unit: Unit::Day,
        count: Some(count),
        back: count < 0,
        anchor: Anchor::Reference,
        counted: false,
        fiscal: false,
    })
}
