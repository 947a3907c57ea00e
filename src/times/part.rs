//! Parts of the day: "Friday evening", "the morning", "in the afternoon", "at night" and "mid-afternoon".
//!
//! Beside a day they are joined to it; alone only "the" and a preposition make them a time.

use super::expression::{Expression, Part, Repeated, Unit};
use super::scan::{Found, Scan};
use super::word::{Relative, Word};
use super::{Find, Kind, relative};
use crate::rule::Rule;

pub(super) const RULE: Rule<Find> =
    Rule { name: "times/part", about: "parts of the day: Friday evening, in the morning", find };

/// Finds a part of a day.
fn find(scan: &Scan, at: usize) -> Option<Found> {
    let part = match scan.word(at) {
        Word::Part(part) => part,
        Word::Unit { unit: Unit::Night, plural: false, .. } => Part::Night,
        Word::Parts(part) if matches!(scan.before(at), Word::Weekday { .. }) => return set(at, part),
        Word::Unit { unit: Unit::Night, plural: true, .. } if matches!(scan.before(at), Word::Weekday { .. }) => {
            return set(at, Part::Night);
        }
        _ => return None,
    };
    let beside =
        matches!(scan.before(at), Word::Weekday { .. } | Word::Deictic(_) | Word::Digits(..) | Word::DigitsOrdinal(_))
            || scan.bare(at + 1) == "of"
                && matches!(scan.word(at + 2), Word::Month { .. } | Word::Weekday { .. } | Word::Digits(..))
            || matches!(scan.bare(at + 1), "of" | "on")
                && matches!(scan.word(at + 2), Word::Weekday { .. } | Word::Month { .. })
            || matches!(scan.word(at + 1), Word::Deictic(_));
    let the = scan.back(at, 1) == "the";
    let before = if the { scan.back(at, 2) } else { scan.back(at, 1) };
    let alone = the
        && matches!(before, "in" | "during" | "by" | "of" | "until" | "through")
        && !matches!(scan.bare(at + 1), "of" | "after" | "before" | "when" | "that")
        || matches!(scan.before(at), Word::Edge(_)) && matches!(scan.back(at, 2), "in" | "the" | "by")
        || !the
            && matches!(part, Part::Night | Part::Morning)
            && scan.bare(at) == "dawn"
            && matches!(before, "at" | "before" | "until" | "since");
    if scan.capital(at) && !scan.first(at) && !beside
        || !(beside || alone)
        || matches!(scan.before(at), Word::Relative(Relative::Last | Relative::This))
    {
        return None;
    }
    let mut found = if beside {
        Found::new(at..at + 1, Kind::Time, Expression::OfDay)
    } else {
        relative::shift(at..at + 1, Unit::Day, 0, super::expression::Anchor::Context, false).with_article()
    };
    found.kind = Kind::Time;
    found.said.part = Some(part);
    Some(found)
}

/// "Tuesday nights"
fn set(at: usize, part: Part) -> Option<Found> {
    let mut found = Found::new(at..at + 1, Kind::Set, Expression::Repeated(Repeated::Weekday(0)));
    found.said.part = Some(part);
    Some(found)
}
