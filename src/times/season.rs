//! Seasons: "this fall", "the summer of 2012", "last winter", "in spring".
//!
//! "fall" and "spring" are seasons only after a word that calls for one; the Arab Spring is none.

use super::day::which_before;
use super::expression::{Calendar, Expression, Field, Season, Year};
use super::scan::{Found, Scan};
use super::word::{Relative, Word};
use super::{Find, Kind, year};
use crate::rule::Rule;

pub(super) const RULE: Rule<Find> =
    Rule { name: "times/season", about: "seasons: this fall, the summer of 2012", find };

/// Finds a season.
fn find(scan: &Scan, at: usize) -> Option<Found> {
    let Word::Season(season) = scan.word(at) else { return None };
    if scan.name(at.wrapping_sub(1)) && scan.capital(at) {
        return None;
    }
    let of = if scan.bare(at + 1) == "of" { at + 2 } else { at + 1 };
    let the = scan.back(at, 1) == "the";
    let before = if the { scan.back(at, 2) } else { scan.back(at, 1) };
    let year_said = year::plain(scan, of)
        .map(|(full, next)| (Year::Full(full), next))
        .or_else(|| spoken(scan, of))
        .or_else(|| year::short(scan, of).map(|(short, next)| (Year::Short(short), next)))
        .or_else(|| match (scan.word(of), scan.bare(of + 1)) {
            (Word::Relative(Relative::Last), "year") => Some((Year::Away(-1), of + 2)),
            (Word::Relative(Relative::Next), "year") => Some((Year::Away(1), of + 2)),
            (Word::Relative(Relative::This), "year") => Some((Year::Away(0), of + 2)),
            _ => None,
        });
    if let Some((year_said, next)) = year_said {
        let calendar = Calendar { year: Some(year_said), field: Some(Field::Season(season)), ..Calendar::default() };
        return Some(Found::new(at..next, Kind::Date, Expression::Calendar(calendar)).with_article());
    }
    let which = which_before(scan, at);
    let edge = matches!(scan.before(at), Word::Edge(_)) || scan.hyphen(at.wrapping_sub(1)) && scan.back(at, 2) == "mid";
    let cue = which.is_some()
        || edge
        || matches!(
            before,
            "in" | "during"
                | "until"
                | "by"
                | "since"
                | "over"
                | "through"
                | "throughout"
                | "before"
                | "after"
                | "for"
                | "into"
                | "of"
        ) && match season {
            Season::Autumn if scan.bare(at) == "fall" => {
                the && matches!(before, "in" | "by" | "until" | "during" | "through" | "over")
                    && scan.bare(at + 1) != "of"
            }
            Season::Spring => matches!(before, "in" | "during" | "until" | "by" | "since"),
            _ => the || matches!(before, "in" | "during" | "until" | "by" | "since"),
        };
    if !cue || matches!(scan.bare(at + 1), "olympics" | "games" | "palace" | "olympic" | "training") && scan.capital(at)
    {
        return None;
    }
    let start = which.map_or(at, |(_, start)| start);
    let calendar =
        Calendar { field: Some(Field::Season(season)), which: which.map(|(which, _)| which), ..Calendar::default() };
    Some(Found::new(start..at + 1, Kind::Date, Expression::Calendar(calendar)).with_article())
}

fn spoken(scan: &Scan, at: usize) -> Option<(Year, usize)> {
    let found = year::find(scan, at)?;
    match found.said.what {
        Expression::Calendar(Calendar { year: Some(year), field: None, .. }) if found.tokens.start == at => {
            Some((year, found.tokens.end))
        }
        _ => None,
    }
}
