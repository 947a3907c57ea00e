//! Days that have a name: "Christmas Day", "Thanksgiving", "Good Friday".
//!
//! A place or ship of that name ("Christmas Island", "Easter Island", "Independence Day: Resurgence") is none.

use super::expression::{Calendar, Expression, Field, Year};
use super::scan::{Found, Scan};
use super::word::Word;
use super::{Find, Kind, day, year};
use crate::lexicon::rows;
use crate::rule::Rule;
use std::sync::LazyLock;

/// A holiday: its name, and when it is.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Holiday {
    /// In lower case.
    pub name: &'static str,
    /// When.
    pub when: When,
}

/// When a holiday is.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum When {
    /// A month and a day.
    Fixed(u8, u8),
    /// The nth such weekday of a month, the last if negative, and days after it.
    Nth {
        /// 1 to 12.
        month: u8,
        /// 1 is Monday.
        weekday: u8,
        /// Which.
        nth: i8,
        /// Days after it.
        plus: i8,
    },
    /// Days after Easter Sunday of the western churches.
    Easter(i8),
    /// The Tuesday after the first Monday of November.
    Election,
}

static HOLIDAYS: LazyLock<Vec<Holiday>> = LazyLock::new(|| {
    rows(include_str!("../../data/lexicon/holidays.tsv"))
        .filter_map(|row| Some(Holiday { name: row.first()?, when: when_of(row.get(1)?)? }))
        .collect()
});

/// The holidays, in the order of the lexicon.
pub fn all() -> &'static [Holiday] {
    &HOLIDAYS
}

/// Their names.
pub(super) fn names() -> impl Iterator<Item = &'static str> {
    HOLIDAYS.iter().map(|holiday| holiday.name)
}

fn when_of(text: &str) -> Option<When> {
    let words: Vec<&str> = text.split(' ').collect();
    Some(match words[..] {
        ["nth", month, weekday, nth] => {
            let (nth, plus) = nth.split_once('+').unwrap_or((nth, "0"));
            When::Nth {
                month: month.parse().ok()?,
                weekday: weekday.parse().ok()?,
                nth: nth.parse().ok()?,
                plus: plus.parse().ok()?,
            }
        }
        ["easter", days] => When::Easter(days.parse().ok()?),
        ["election"] => When::Election,
        [fixed] => {
            let (month, day) = fixed.split_once('-')?;
            When::Fixed(month.parse().ok()?, day.parse().ok()?)
        }
        _ => return None,
    })
}

pub(super) const RULE: Rule<Find> =
    Rule { name: "times/holiday", about: "days with a name: Christmas Day, Good Friday", find };

/// Finds a day with a name.
fn find(scan: &Scan, at: usize) -> Option<Found> {
    if matches!(scan.word(at), Word::Other) || !scan.capital(at) {
        return None;
    }
    let rest = scan.rest(at);
    let mut best: Option<(usize, usize)> = None;
    for (index, holiday) in HOLIDAYS.iter().enumerate() {
        if let Some(len) = begins(rest, holiday.name)
            && best.is_none_or(|(_, longest)| len > longest)
        {
            best = Some((index, len));
        }
    }
    let (index, len) = best?;
    let mut end = scan.after_bytes(at, len)?;
    let after = scan.bare(end);
    if matches!(after, "island" | "islands" | "carol" | "rising" | "seals" | "parade") && scan.capital(end)
        || scan.capital(end)
            && matches!(scan.word(end), Word::Other)
            && !scan.name(at.wrapping_sub(1))
            && !scan.first(at)
            && all()[index].name == "earth day"
    {
        return None;
    }
    // "May Day" and "New Year's" are common words: both capitals must stand.
    let words = scan.text.tokens_in(scan.text.cover(at..end));
    if words
        .clone()
        .any(|word| scan.raw(word).len() > 3 && !scan.capital(word) && scan.raw(word).starts_with(char::is_alphabetic))
    {
        return None;
    }
    let which = day::which_before(scan, at);
    let start = which.map_or(at, |(_, start)| start);
    let mut year_said = None;
    let of = scan.over_comma(end);
    let of = if scan.bare(of) == "of" { of + 1 } else { of };
    if let Some((full, next)) = year::plain(scan, of).filter(|&(full, next)| !year::counts(scan, next, full)) {
        year_said = Some(Year::Full(full));
        end = next;
    }
    let calendar = Calendar {
        year: year_said,
        field: Some(Field::Holiday(index as u16)),
        which: which.map(|(which, _)| which),
        ..Calendar::default()
    };
    Some(Found::new(start..end, Kind::Date, Expression::Calendar(calendar)))
}

/// How long the name is at the start of `text`, if it stands there: case and the form of apostrophes apart.
fn begins(text: &str, name: &str) -> Option<usize> {
    let mut words = text.char_indices();
    for expected in name.chars() {
        let (_, found) = words.next()?;
        let found = if found == '’' { '\'' } else { found };
        if !found.eq_ignore_ascii_case(&expected) {
            return None;
        }
    }
    match words.next() {
        None => Some(text.len()),
        Some((at, next)) => (!next.is_alphanumeric()).then_some(at),
    }
}
