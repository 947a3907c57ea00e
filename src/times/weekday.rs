//! Weekdays: "Tuesday", "last Friday", "this coming Sunday".
//!
//! Short forms ("Sun", "Sat") only after a word that calls for a day. Names that hold a weekday ("Sunday
//! Times", "Sheffield Wednesday", "Bloody Sunday") are left alone.

use super::day::which_before;
use super::expression::{Calendar, Expression, Repeated, Unit, Which};
use super::scan::{Found, Scan};
use super::word::Word;
use super::{Find, Kind};
use crate::rule::Rule;
use crate::tag::Pos;

pub(super) const RULE: Rule<Find> = Rule { name: "times/weekday", about: "weekdays: Tuesday, last Friday", find };

/// Finds a weekday.
fn find(scan: &Scan, at: usize) -> Option<Found> {
    match scan.word(at) {
        Word::Weekday { day, short } => {
            let cue = matches!(
                scan.back(at, 1),
                "on" | "last"
                    | "next"
                    | "this"
                    | "until"
                    | "since"
                    | "by"
                    | "every"
                    | "each"
                    | "from"
                    | "late"
                    | "early"
            );
            if (!scan.capital(at) && !cue && short) || named(scan, at) {
                return None;
            }
            if short && (!cue || scan.bare(at) == "sun" && scan.capital(at + 1)) {
                return None;
            }
            let mut end = at + 1;
            if short && scan.raw(end) == "." && end + 1 < scan.end && !scan.spaced(end) {
                end += 1;
            }
            let which = which_before(scan, at);
            let start = which.map_or(at, |(_, start)| start);
            let any = is_any(scan, at).then_some(Which::Any);
            let said = which.map(|(which, _)| which).or(any);
            let calendar = Calendar { weekday: Some(day), which: said, ..Calendar::default() };
            let found = Found::new(start..end, Kind::Date, Expression::Calendar(calendar));
            Some(if which.is_some() { found.with_article() } else { found })
        }
        Word::Weekdays(day) if scan.capital(at) && !named(scan, at) => {
            Some(Found::new(at..at + 1, Kind::Set, Expression::Repeated(Repeated::Weekday(day))))
        }
        _ => None,
    }
}

/// "on a Saturday", "one Friday night": no day in particular. "A Monday meeting" is of a Monday that is known.
fn is_any(scan: &Scan, at: usize) -> bool {
    let part = matches!(scan.word(at + 1), Word::Part(_) | Word::Unit { unit: Unit::Night, plural: false, .. });
    let behind = at + 1 + usize::from(part);
    matches!(scan.back(at, 1), "a" | "an" | "one" | "some")
        && (behind >= scan.end || !matches!(scan.pos(behind), Pos::Noun | Pos::Propn | Pos::Adj))
}

/// Part of a name: of a paper, a club, a massacre.
fn named(scan: &Scan, at: usize) -> bool {
    matches!(
        scan.bare(at + 1),
        "times"
            | "telegraph"
            | "mirror"
            | "express"
            | "mail"
            | "post"
            | "herald"
            | "star"
            | "sun"
            | "world"
            | "people"
            | "mercury"
            | "independent"
            | "tribune"
            | "sport"
            | "addams"
    ) && scan.capital(at + 1)
        || matches!(scan.bare(at + 1), "night" | "morning")
            && scan.capital(at + 1)
            && matches!(scan.bare(at + 2), "live" | "football" | "lights" | "fever")
        || matches!(scan.back(at, 1), "sheffield" | "black" | "bloody" | "super" | "ruby" | "freaky" | "fat" | "casual")
            && scan.capital(at.wrapping_sub(1))
}
