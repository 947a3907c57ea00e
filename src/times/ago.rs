//! A length counted from a day: "three days ago", "a week earlier", "two years later", "a month from now",
//! "year-earlier".
//!
//! "two days after the vote" hangs on an event: it is marked, and stays open.

use super::expression::{Amount, Anchor, Expression, Shift, Unit};
use super::scan::{Found, Scan};
use super::word::Word;
use super::{Find, Kind, amount};
use crate::rule::Rule;
use crate::tag::Pos;

pub(super) const RULE: Rule<Find> =
    Rule { name: "times/ago", about: "lengths counted from a day: three days ago, a year earlier", find };

/// Finds a length that is counted from a day.
fn find(scan: &Scan, at: usize) -> Option<Found> {
    if let Some(next) = super::quarter::year_ago(scan, at) {
        let shift = Shift {
            unit: Unit::Year,
            count: Some(-1),
            back: true,
            anchor: Anchor::Context,
            counted: true,
            fiscal: false,
        };
        return Some(Found::new(at..next, Kind::Date, Expression::Shift(shift)));
    }
    let (count, some, unit_at) = match scan.word(at) {
        Word::Unit { plural: true, short: false, .. } => (None, true, at),
        _ if super::duration::glued(scan, at) => return None,
        _ => {
            let read = amount::read(scan, at)?;
            let count = match read.amount {
                Amount::Exact(_) => read.whole().map(|(count, _)| count),
                Amount::Some => None,
            };
            (count, matches!(read.amount, Amount::Some), read.next)
        }
    };
    let Word::Unit { unit, short: false, .. } = scan.word(unit_at) else { return None };
    if count.is_none() && !some {
        return None;
    }
    let mut next = unit_at + 1;
    if scan.bare(next) == "or" && matches!(scan.bare(next + 1), "so" | "two" | "more") {
        next += 2;
    }
    let (back, anchor, end) = match scan.bare(next) {
        "ago" => (true, Anchor::Reference, next + 1),
        "earlier" | "previously" => (true, Anchor::Context, next + 1),
        "later" => (false, Anchor::Context, next + 1),
        "hence" => (false, Anchor::Reference, next + 1),
        "from" if matches!(scan.bare(next + 1), "now" | "today") => (false, Anchor::Reference, next + 2),
        "from" if matches!(scan.bare(next + 1), "tomorrow") && unit == Unit::Day => {
            return Some(shifted(at..next + 2, unit, count.map(|count| count + 1), false, Anchor::Reference));
        }
        word @ ("before" | "after" | "prior") => {
            let (end, open) = after(scan, next + usize::from(word == "prior"));
            if open || word == "prior" && scan.bare(next + 1) == "to" {
                (word != "after", Anchor::Event, next)
            } else {
                if word == "after" {
                    return None;
                }
                (true, Anchor::Context, end)
            }
        }
        _ => return None,
    };
    // "the year before", a few words with an event: the length alone is marked.
    if anchor == Anchor::Event {
        return None;
    }
    Some(shifted(at..end, unit, count, back, anchor))
}

fn shifted(tokens: std::ops::Range<usize>, unit: Unit, count: Option<i32>, back: bool, anchor: Anchor) -> Found {
    let count = count.map(|count| if back { -count } else { count });
    Found::new(tokens, Kind::Date, Expression::Shift(Shift { unit, count, back, anchor, counted: true, fiscal: false }))
}

/// Whether something follows "before" that it is counted from.
fn after(scan: &Scan, at: usize) -> (usize, bool) {
    let next = at + 1;
    let open = scan.raw(next).starts_with(char::is_alphanumeric)
        && !matches!(scan.pos(next), Pos::Cconj | Pos::Verb | Pos::Aux)
        || scan.raw(next).starts_with(['"', '“', '\'', '$']);
    (next, open)
}
