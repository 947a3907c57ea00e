//! Days and months by name: "June 3, 2025", "Wednesday, 11 June 2025", "the 3rd of June", "June 2025", "June".
//!
//! "May" and "March" are months only where a date, a preposition or a year stands beside them; a month
//! after a capitalised name ("Theresa May") is a name.

use super::expression::{Calendar, Ends, Expression, Field, Said, Which, Year};
use super::scan::{Found, Scan};
use super::word::{Relative, Word};
use super::{Find, Kind, event, year};
use crate::rule::Rule;

pub(super) const RULE: Rule<Find> =
    Rule { name: "times/day", about: "days and months by name: June 3, 2025; 3 June; June 2025", find };

/// Finds a date or month that begins with a month, a day or a weekday.
pub(super) fn find(scan: &Scan, at: usize) -> Option<Found> {
    let mut found = any(scan, at)?;
    if let Expression::Calendar(calendar @ Calendar { year: None, .. }) = &mut found.said.what
        && let Some(Field::Day { month: Some(month), day }) = calendar.field
    {
        calendar.event = event::year(scan, found.tokens.end, month, day);
    }
    Some(found)
}

fn any(scan: &Scan, at: usize) -> Option<Found> {
    match scan.word(at) {
        Word::Month { .. } => month_first(scan, at),
        Word::Digits(1..=31, 1..=2) | Word::DigitsOrdinal(1..=31) | Word::Ordinal(_) | Word::Number(20 | 30) => {
            day_first(scan, at)
        }
        Word::Weekday { day, .. } => with_weekday(scan, at, day),
        _ => None,
    }
}

/// Whether the month has such a day in some year.
pub(super) fn exists(month: u8, day: u8) -> bool {
    let last = match month {
        1 | 3 | 5 | 7 | 8 | 10 | 12 => 31,
        4 | 6 | 9 | 11 => 30,
        2 => 29,
        _ => 0,
    };
    (1..=last).contains(&day)
}

fn month_at(scan: &Scan, at: usize) -> Option<u8> {
    match scan.word(at) {
        Word::Month { month, .. } => Some(month),
        _ => None,
    }
}

/// A day of the month, in digits or words, and the token after it.
fn day_at(scan: &Scan, at: usize) -> Option<(u8, usize)> {
    match scan.word(at) {
        Word::Digits(day @ 1..=31, 1..=2) => Some((day as u8, at + 1)),
        Word::DigitsOrdinal(day @ 1..=31) => Some((day, at + 1)),
        Word::Ordinal(day) => Some((day, at + 1)),
        Word::Number(tens @ (20 | 30)) => {
            let next = scan.over_hyphen(at + 1);
            match scan.word(next) {
                Word::Ordinal(day @ 1..=9) if tens + u16::from(day) <= 31 => Some((tens as u8 + day, next + 1)),
                _ => None,
            }
        }
        _ => None,
    }
}

/// ", 2025" or " 2025" or " of 2025" or " last year" after a day or month.
fn year_at(scan: &Scan, at: usize) -> Option<(Year, usize)> {
    let next = scan.over_comma(at);
    let next = if scan.bare(next) == "of" { next + 1 } else { next };
    if let Some((year, after)) = year::plain(scan, next) {
        let apart = next > at;
        // "on March 3, 2000 people": a comma may part them.
        if apart && scan.bare(at) == "," && year::counts(scan, after, year) {
            return None;
        }
        return Some((Year::Full(year), after));
    }
    // "December of that year", "May of the same year"
    let same = next + usize::from(scan.bare(next) == "the");
    if scan.bare(next.wrapping_sub(1)) == "of"
        && next > at
        && matches!(scan.word(same), Word::Relative(Relative::That | Relative::Same))
        && scan.bare(same + 1) == "year"
    {
        return Some((Year::Context(0), same + 2));
    }
    if next == at || scan.bare(next - 1) == "of" {
        if let Some((year, after)) = year::short(scan, next) {
            return Some((Year::Short(year), after));
        }
        let away = match (scan.word(next), scan.bare(next + 1)) {
            (Word::Relative(Relative::This | Relative::Current), "year") => 0,
            (Word::Relative(Relative::Last), "year") => -1,
            (Word::Relative(Relative::Next), "year") => 1,
            _ => return None,
        };
        // "June last year's" is a year of its own.
        return Some((Year::Away(away), next + 2));
    }
    None
}

fn month_first(scan: &Scan, at: usize) -> Option<Found> {
    let month = month_at(scan, at)?;
    // "Dec/2018"
    if scan.raw(at + 1) == "/"
        && !scan.spaced(at + 1)
        && let Word::Digits(year @ 1400..=2150, 4) = scan.word(at + 2)
    {
        let calendar =
            Calendar { year: Some(Year::Full(year as i16)), field: Some(Field::Month(month)), ..Calendar::default() };
        return Some(Found::new(at..at + 3, Kind::Date, Expression::Calendar(calendar)));
    }
    let short = matches!(scan.word(at), Word::Month { short: true, .. });
    let mut next = at + 1;
    if scan.raw(next) == "." && !scan.spaced(next) && short {
        next += 1;
    }
    let mut ahead = scan.over_comma(next);
    let spaced_comma = ahead > next;
    if scan.bare(ahead) == "the" && day_at(scan, ahead + 1).is_some() {
        ahead += 1;
    }
    if scan.hyphen(ahead) && day_at(scan, ahead + 1).is_some_and(|_| short) {
        ahead += 1;
    }
    if let Some((day, after)) = day_at(scan, ahead)
        .filter(|&(day, after)| !spaced_comma && (exists(month, day) || impossible(scan, ahead, after)))
        && lettered(scan, at, matches!(scan.word(ahead), Word::DigitsOrdinal(_)) || day_is_last(scan, after))
        && !scan.raw(after).starts_with(['%', '°'])
        && !(scan.raw(after) == ":" && matches!(scan.word(after + 1), Word::Digits(..)) && !scan.spaced(after + 1))
        && !measured(scan, after, ahead)
    {
        return Some(finish(scan, at, month, day, after));
    }
    if let Some((year, after)) = year_at(scan, next).filter(|_| lettered(scan, at, true)) {
        let calendar = Calendar { year: Some(year), field: Some(Field::Month(month)), ..Calendar::default() };
        return Some(Found::new(at..after, Kind::Date, Expression::Calendar(calendar)));
    }
    if !alone(scan, at, month, short) {
        return None;
    }
    let which = which_before(scan, at);
    let start = which.map_or(at, |(_, start)| start);
    let calendar =
        Calendar { field: Some(Field::Month(month)), which: which.map(|(which, _)| which), ..Calendar::default() };
    Some(Found::new(start..next, Kind::Date, Expression::Calendar(calendar)))
}

/// Whether digits beside a month are meant as its day although it has no such day: "31 June", "Feb. 30, 2015".
fn impossible(scan: &Scan, day: usize, after: usize) -> bool {
    matches!(scan.word(day), Word::Digits(30 | 31, 2) | Word::DigitsOrdinal(30 | 31)) && day_is_last(scan, after)
}

/// Whether nothing that a number counts follows it: "may 5 be" and "march 10 miles" are no dates.
fn day_is_last(scan: &Scan, after: usize) -> bool {
    year_at(scan, after).is_some()
        || scan.end <= after
        || !scan.raw(after).starts_with(char::is_alphanumeric)
        || matches!(scan.bare(after), "to" | "at" | "in" | "and" | "or" | "from" | "until" | "through" | "for")
}

fn measured(scan: &Scan, after: usize, day: usize) -> bool {
    matches!(scan.word(day), Word::Digits(..))
        && (matches!(scan.word(after), Word::Unit { plural: true, .. })
            || matches!(scan.bare(after), "percent" | "people" | "million" | "billion" | "per"))
}

/// A month in lower case is one only where the day or year beside it leaves no doubt.
fn lettered(scan: &Scan, at: usize, sure: bool) -> bool {
    scan.capital(at)
        || (sure && !matches!(scan.bare(at), "mar" | "sep"))
        || !matches!(scan.bare(at), "may" | "march" | "mar" | "sep" | "dec" | "jan")
}

/// A day with its month, then a second day and a year, if they follow.
fn finish(scan: &Scan, at: usize, month: u8, day: u8, after: usize) -> Found {
    if let Some((last, end)) = second_day(scan, after, month, day) {
        let year = year_at(scan, end);
        let end = year.map_or(end, |(_, end)| end);
        return range(at..end, (month, day), (month, last), year.map(|(year, _)| year));
    }
    let year = year_at(scan, after);
    let end = year.map_or(after, |(_, end)| end);
    let calendar = Calendar {
        year: year.map(|(year, _)| year),
        field: Some(Field::Day { month: Some(month), day }),
        ..Calendar::default()
    };
    Found::new(at..end, Kind::Date, Expression::Calendar(calendar))
}

/// "-5" in "June 3-5".
fn second_day(scan: &Scan, at: usize, month: u8, day: u8) -> Option<(u8, usize)> {
    let dash = scan.dash(at);
    if !dash && !matches!(scan.bare(at), "to" | "through") {
        return None;
    }
    let (last, after) = day_at(scan, at + 1)?;
    let another = matches!(scan.word(after), Word::Month { .. })
        || scan.bare(after) == "of" && month_at(scan, after + 1).is_some();
    (last > day
        && exists(month, last)
        && !another
        && !scan.raw(after).starts_with(['%', ':'])
        && !measured(scan, after, at + 1))
    .then_some((last, after))
}

fn range(tokens: std::ops::Range<usize>, from: (u8, u8), to: (u8, u8), year: Option<Year>) -> Found {
    let end = |(month, day): (u8, u8)| {
        Said::new(Expression::Calendar(Calendar {
            year,
            field: Some(Field::Day { month: Some(month), day }),
            ..Calendar::default()
        }))
    };
    Found::new(tokens, Kind::Range, Expression::Range(Box::new(Ends { from: end(from), to: end(to) })))
}

fn day_first(scan: &Scan, at: usize) -> Option<Found> {
    let (day, after) = day_at(scan, at)?;
    if at > scan.start && !scan.spaced(at) && matches!(scan.raw(at - 1), "." | "$" | "£" | "€" | "/" | ":" | ",") {
        return None;
    }
    let mut next = after;
    // "3-5 June", "from 3 to 5 June".
    let mut first = None;
    if (scan.dash(next) || matches!(scan.bare(next), "to" | "and" | "through"))
        && let Some((last, end)) = day_at(scan, next + 1)
        && last > day
    {
        let month_at_end = if scan.bare(end) == "of" { end + 1 } else { end };
        if month_at(scan, month_at_end).is_some() && (scan.bare(next) != "and" || scan.back(at, 1) == "between") {
            first = Some(day);
            next = end;
        }
    }
    if let Some(listed) = listed_day(scan, at, day, after) {
        return Some(listed);
    }
    let last = if first.is_some() { day_at(scan, next - 1).map_or(day, |(last, _)| last) } else { day };
    if scan.bare(next) == "day" && scan.bare(next + 1) == "of" {
        next += 1;
    }
    let of = scan.bare(next) == "of";
    if of || scan.hyphen(next) {
        next += 1;
    }
    let Some(month) = month_at(scan, next) else { return of_the_month(scan, at, day) };
    if !exists(month, last) && !impossible(scan, at, next + 1)
        || (!scan.capital(next)
            && matches!(scan.bare(next), "may" | "march" | "mar" | "sep")
            && !of
            && year_at(scan, next + 1).is_none())
    {
        return None;
    }
    if matches!(scan.word(at), Word::Ordinal(_)) && !of {
        return None;
    }
    next += 1;
    if scan.raw(next) == "." && !scan.spaced(next) && matches!(scan.word(next - 1), Word::Month { short: true, .. }) {
        next += 1;
    }
    if let Some(first) = first {
        let year = year_at(scan, next);
        let end = year.map_or(next, |(_, end)| end);
        return Some(range(at..end, (month, first), (month, last), year.map(|(year, _)| year)));
    }
    let year = year_at(scan, next);
    let end = year.map_or(next, |(_, end)| end);
    let calendar = Calendar {
        year: year.map(|(year, _)| year),
        field: Some(Field::Day { month: Some(month), day }),
        ..Calendar::default()
    };
    Some(Found::new(at..end, Kind::Date, Expression::Calendar(calendar)).with_article())
}

/// "18" in "18 and 19 November": a day whose month stands behind another day.
fn listed_day(scan: &Scan, at: usize, day: u8, after: usize) -> Option<Found> {
    if !matches!(scan.bare(after), "and" | "or" | "&") || scan.back(at, 1) == "between" {
        return None;
    }
    let (last, end) = day_at(scan, after + 1).filter(|&(last, _)| last > day)?;
    let end = if scan.bare(end) == "of" { end + 1 } else { end };
    let month = month_at(scan, end).filter(|&month| scan.capital(end) && exists(month, last))?;
    let calendar = Calendar {
        year: year_at(scan, end + 1).map(|(year, _)| year),
        field: Some(Field::Day { month: Some(month), day }),
        ..Calendar::default()
    };
    Some(Found::new(at..after, Kind::Date, Expression::Calendar(calendar)).with_article())
}

/// "on the 18th": a day of the month that is not said, where nothing follows of which it is the eighteenth.
fn of_the_month(scan: &Scan, at: usize, day: u8) -> Option<Found> {
    let on = scan.back(at, 1) == "the" && matches!(scan.back(at, 2), "on" | "until" | "by" | "since");
    let ends = at + 1 >= scan.end
        || matches!(scan.raw(at + 1), "." | "," | ";" | "?" | "!" | ")")
        || matches!(scan.bare(at + 1), "at" | "when" | "but" | "because");
    if !matches!(scan.word(at), Word::DigitsOrdinal(_)) || !on || !ends {
        return None;
    }
    let calendar = Calendar { field: Some(Field::Day { month: None, day }), ..Calendar::default() };
    Some(Found::new(at..at + 1, Kind::Date, Expression::Calendar(calendar)).with_article().unsure())
}

/// "Wednesday, June 11, 2025", "Wed 11 June", "Tuesday the 4th".
fn with_weekday(scan: &Scan, at: usize, weekday: u8) -> Option<Found> {
    let mut next = at + 1;
    if scan.raw(next) == "." {
        next += 1;
    }
    next = scan.over_comma(next);
    let the = scan.bare(next) == "the";
    if the {
        next += 1;
    }
    let found = match scan.word(next) {
        Word::Month { .. } => month_first(scan, next),
        Word::Digits(..) | Word::DigitsOrdinal(_) | Word::Ordinal(_) | Word::Number(_) => day_first(scan, next)
            .or_else(|| {
                let (day, after) = day_at(scan, next)?;
                let ordinal = matches!(scan.word(next), Word::DigitsOrdinal(_));
                (ordinal && (the || scan.raw(next - 1) != ",")).then(|| {
                    let field = Field::Day { month: None, day };
                    Found::new(
                        next..after,
                        Kind::Date,
                        Expression::Calendar(Calendar { field: Some(field), ..Calendar::default() }),
                    )
                })
            }),
        _ => None,
    }
    .or_else(|| super::numeric::find(scan, next))?;
    let Found { tokens, kind, mut said, .. } = found;
    match &mut said.what {
        Expression::Calendar(calendar) if matches!(calendar.field, Some(Field::Day { .. } | Field::Open(..))) => {
            calendar.weekday = Some(weekday);
        }
        _ => return None,
    }
    Some(Found { tokens: at..tokens.end, kind, said, ..Found::new(0..0, kind, Expression::OfDay) })
}

/// "last", "next", "this" before a month or weekday, and where it begins.
pub(super) fn which_before(scan: &Scan, at: usize) -> Option<(Which, usize)> {
    let (place, mut start) = match scan.before(at) {
        Word::Relative(relative) => (relative, at - 1),
        _ => return None,
    };
    let which = match place {
        Relative::This | Relative::Current => Which::This,
        Relative::Last | Relative::Past => Which::Last,
        Relative::Next | Relative::Coming => Which::Next,
        Relative::That | Relative::Same => Which::That,
        Relative::Previous => Which::Previous,
        Relative::Following => Which::Following,
        _ => return None,
    };
    // "this past spring", "this coming Sunday".
    if matches!(scan.before(start), Word::Relative(Relative::This))
        && matches!(place, Relative::Past | Relative::Coming)
    {
        start -= 1;
    }
    Some((which, start))
}

/// Whether a month stands for a month with nothing beside it.
fn alone(scan: &Scan, at: usize, month: u8, short: bool) -> bool {
    if !scan.capital(at) {
        return false;
    }
    let before = scan.back(at, 1);
    let cue = matches!(
        before,
        "in" | "last"
            | "next"
            | "this"
            | "since"
            | "until"
            | "till"
            | "by"
            | "from"
            | "through"
            | "throughout"
            | "during"
            | "between"
            | "late"
            | "early"
            | "mid"
            | "before"
            | "after"
            | "every"
            | "each"
            | "past"
            | "coming"
            | "previous"
            | "following"
            | "for"
    ) || before == "of"
        && matches!(
            scan.word(at.saturating_sub(2)),
            Word::EdgeNoun(_) | Word::Ordinal(_) | Word::Unit { .. } | Word::Half
        )
        || scan.hyphen(at.wrapping_sub(1)) && scan.bare(at.wrapping_sub(2)) == "mid"
        || matches!(before, "to" | "and" | "or") && matches!(scan.word(at.saturating_sub(2)), Word::Month { .. });
    // "Jan-Feb 2017", "Mar–Apr"
    let joined = scan.dash(at + 1) && !scan.spaced(at + 1) && month_at(scan, at + 2).is_some();
    if joined || scan.dash(at.wrapping_sub(1)) && !scan.spaced(at) && month_at(scan, at.wrapping_sub(2)).is_some() {
        return true;
    }
    if short {
        return cue && scan.raw(at).len() > 2 && !matches!(scan.bare(at), "mar" | "jan") && !scan.name(at + 1)
            || cue && scan.raw(at).ends_with('.');
    }
    // "Theresa May", "Operation March", "April Smith".
    if (scan.name(at.wrapping_sub(1))
        || matches!(before, "mr" | "mrs" | "ms" | "dr" | "sir" | "lord" | "lady" | "prime"))
        && matches!(month, 3..=6 | 8)
    {
        return false;
    }
    match month {
        5 => {
            cue && !matches!(scan.bare(at + 1), "'s" | "’s")
                || matches!(before, "the" | "its" | "'s")
                    && !scan.capital(at + 1)
                    && !scan.raw(at + 1).is_empty()
                    && scan.raw(at + 1).starts_with(char::is_alphabetic)
        }
        3 => {
            cue || matches!(before, "the" | "its" | "a" | "'s" | "their")
                && scan.bare(at + 1) != "on"
                && scan.bare(at + 1) != "for"
                && !scan.capital(at + 1)
        }
        4 | 6 | 8 => cue || !scan.capital(at + 1) && !scan.first(at),
        _ => true,
    }
}
