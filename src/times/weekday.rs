//! Weekdays: "Tuesday", "last Friday", "this coming Sunday".
//!
//! Short forms ("Sun", "Sat") only after a word that calls for a day. Names that hold a weekday ("Sunday
//! Times", "Sheffield Wednesday", "Bloody Sunday") are left alone.

use super::day::which_before;
use super::expression::{Calendar, Expression, Repeated};
use super::scan::{Found, Scan};
use super::word::Word;
use super::{Find, Kind};
use crate::rule::Rule;

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
            let calendar = Calendar { weekday: Some(day), which: which.map(|(which, _)| which), ..Calendar::default() };
            let found = Found::new(start..end, Kind::Date, Expression::Calendar(calendar));
            Some(if which.is_some() { found.with_article() } else { found })
        }
        Word::Weekdays(day) if scan.capital(at) && !named(scan, at) => {
            Some(Found::new(at..at + 1, Kind::Set, Expression::Repeated(Repeated::Weekday(day))))
        }
        _ => None,
    }
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
