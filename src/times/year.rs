//! Years: "1998", "'98", "the year 2000", "fiscal 1989", "nineteen ninety-six", "3000 BC", "2015-19".
//!
//! A number of four digits is a year where a word before it calls for one, or where it lies between 1500
//! and 2100 and nothing follows that it would count ("2000 people").

use super::expression::{Calendar, Ends, Expression, Field, Said, Year};
use super::scan::{Found, Scan};
use super::word::Word;
use super::{Find, Kind};
use crate::rule::Rule;
use crate::tag::Pos;

pub(super) const RULE: Rule<Find> =
    Rule { name: "times/year", about: "years: 1998, fiscal 1989, 3000 BC, 2015-19", find };

/// Finds a year.
pub(super) fn find(scan: &Scan, at: usize) -> Option<Found> {
    match scan.word(at) {
        Word::Digits(..) => digits(scan, at),
        Word::Apostrophe => {
            let (short, next) = short(scan, at)?;
            let cue = matches!(
                scan.back(at, 1),
                "in" | "of" | "since" | "by" | "summer" | "from" | "until" | "before" | "after" | "during"
            );
            cue.then(|| Found::new(at..next, Kind::Date, year(Year::Short(short))))
        }
        Word::Fiscal => fiscal(scan, at),
        Word::Number(tens @ 10..=20) => spoken(scan, at, tens),
        Word::Unit { unit: super::expression::Unit::Year, plural: false, .. } => {
            let (full, next) =
                plain(scan, at + 1).filter(|_| matches!(scan.word(at + 1), Word::Digits(..))).or_else(|| {
                    let read = super::amount::read(scan, at + 1)?;
                    let (full, next) = read.whole()?;
                    (1000..2200).contains(&full).then_some((full as i16, next))
                })?;
            Some(Found::new(at..next, Kind::Date, year(Year::Full(full))).with_article())
        }
        _ => None,
    }
}

fn year(said: Year) -> Expression {
    Expression::Calendar(Calendar { year: Some(said), ..Calendar::default() })
}

/// A year of four digits, and the token after it.
pub(super) fn plain(scan: &Scan, at: usize) -> Option<(i16, usize)> {
    match scan.word(at) {
        Word::Digits(number @ 1000..=2200, 4) if !scan.raw(at + 1).starts_with(['%', '°']) => {
            Some((number as i16, at + 1))
        }
        _ => None,
    }
}

/// "'98", as one token or two, and the token after it.
pub(super) fn short(scan: &Scan, at: usize) -> Option<(u8, usize)> {
    let raw = scan.raw(at);
    let rest = raw.strip_prefix(['\'', '’', '‘'])?;
    let two = |digits: &str| if digits.len() == 2 { digits.parse::<u8>().ok() } else { None };
    if rest.is_empty() {
        if scan.spaced(at + 1) {
            return None;
        }
        return match scan.word(at + 1) {
            Word::Digits(number, 2) => Some((number as u8, at + 2)),
            _ => None,
        };
    }
    two(rest).map(|number| (number, at + 1))
}

/// Whether a number of four digits before `at` counts what stands there.
pub(super) fn counts(scan: &Scan, at: usize, number: i16) -> bool {
    let next = scan.bare(at);
    // "the 2017 Women's Cup"
    let name = scan.capital(at) && scan.back(at, 2) == "the";
    if !name
        && matches!(
            next,
            "people"
                | "percent"
                | "per"
                | "million"
                | "billion"
                | "men"
                | "women"
                | "children"
                | "troops"
                | "km"
                | "miles"
                | "feet"
                | "metres"
                | "meters"
                | "tons"
                | "tonnes"
                | "points"
                | "acres"
                | "hectares"
                | "kilometres"
                | "kilometers"
                | "square"
                | "hours"
                | "gmt"
                | "utc"
                | "others"
                | "more"
                | "or"
                | "dollars"
                | "euros"
                | "pounds"
                | "votes"
                | "words"
                | "seats"
        )
    {
        return next != "or" && next != "more" || number % 100 == 0 && next == "more";
    }
    matches!(scan.word(at), Word::Unit { plural: true, .. })
        // "1885 aftershocks", but "the 1885 elections"
        || !(1900..2100).contains(&number)
            && scan.back(at, 2) != "the"
            && next.ends_with('s')
            && next.len() > 3
            && !scan.capital(at)
            && scan.pos(at) == Pos::Noun
        || number % 50 == 0
            && next.ends_with('s')
            && next.len() > 3
            && !scan.capital(at)
            && matches!(scan.pos(at), Pos::Noun)
}

fn digits(scan: &Scan, at: usize) -> Option<Found> {
    let Word::Digits(number, len) = scan.word(at) else { return None };
    if let Some(found) = era(scan, at, number) {
        return Some(found);
    }
    if len != 4 || !(1000..=2200).contains(&number) {
        return None;
    }
    let before = scan.back(at, 1);
    // "NOTE:1987 results", but not "10:1987".
    let labelled = before == ":" && scan.raw(at.wrapping_sub(2)).starts_with(char::is_alphabetic);
    if at > scan.start
        && !scan.spaced(at)
        && !labelled
        && !matches!(before, "(" | "[" | "-" | "–" | "—" | "“" | "\"" | "‘" | "," | "…")
    {
        return None;
    }
    if matches!(
        before,
        "$" | "£"
            | "€"
            | "#"
            | "no"
            | "number"
            | "room"
            | "flight"
            | "figures"
            | "page"
            | "section"
            | "resolution"
            | "route"
            | "highway"
            | "windows"
            | "boeing"
            | "airbus"
            | "about"
            | "nearly"
            | "almost"
            | "some"
            | "approximately"
            | "roughly"
            | "than"
            | "most"
            | "kill"
            | "killed"
            | "are"
            | "euro"
            | "usd"
            | "formula"
            | "class"
            | "type"
            | "expo"
            | "at"
            | "phone"
            | "tel"
    ) {
        return None;
    }
    // "ran over 1985-86", "compared with 1985", "starting with 1974"; but "over 2000", "with 1505 men".
    let allowed = match before {
        "over" => second(scan, at + 1, number as i16).is_some(),
        "with" => scan.back(at, 2) == "compared" || number % 100 != 0 && !scan.bare(at + 1).ends_with('s'),
        "least" => scan.back(at, 3) == "since",
        _ => true,
    };
    // "the 1500m"
    let glued = !scan.spaced(at + 1) && scan.raw(at + 1).starts_with(|next: char| next.is_alphabetic());
    if !allowed || glued {
        return None;
    }
    let cue = matches!(
        before,
        "in" | "since"
            | "by"
            | "until"
            | "till"
            | "of"
            | "from"
            | "during"
            | "through"
            | "early"
            | "late"
            | "mid"
            | "before"
            | "after"
            | "between"
            | "the"
            | "fiscal"
            | "year"
            | "circa"
            | "and"
            | "to"
            | "for"
            | "its"
            | "'s"
            | "("
            | "throughout"
            | "around"
            | "winter"
            | "spring"
            | "summer"
            | "autumn"
            | "fall"
            | "post"
            | "pre"
    );
    let full = number as i16;
    // "2019-02-30", "13/31/2018": part of a date that is none.
    let sign = |at: usize| matches!(scan.raw(at), "-" | "/" | ".") && !scan.spaced(at) && !scan.spaced(at + 1);
    let digits = |at: usize| matches!(scan.word(at), Word::Digits(_, 1..=2));
    if sign(at + 1) && digits(at + 2) && sign(at + 3) && digits(at + 4) {
        return None;
    }
    if let Some(found) = month_behind(scan, at, full) {
        return Some(found);
    }
    if counts(scan, at + 1, full)
        || scan.raw(at + 1) == "%" && !scan.spaced(at + 1)
        || scan.raw(at + 1) == ":" && matches!(scan.word(at + 2), Word::Digits(..)) && !scan.spaced(at + 2)
    {
        return None;
    }
    if !(cue || (1700..=2100).contains(&number))
        || !(1400..2150).contains(&number) && !matches!(before, "in" | "since" | "year" | "of" | "circa")
    {
        return None;
    }
    // Model numbers and the like: "A-1998", "1998-B"; the second half of "555-1998".
    if scan.hyphen(at.wrapping_sub(1))
        && !matches!(scan.word(at.wrapping_sub(2)), Word::Edge(_))
        && !matches!(scan.back(at, 2), "post" | "pre" | "mid")
        && !scan.name(at.wrapping_sub(2))
    {
        return None;
    }
    // A name before and no preposition: "Opel 2000", "Agenda 2030" may be part of the name.
    let named = scan.name(at.wrapping_sub(1)) && scan.spaced(at);
    if let Some((last, next)) = second(scan, at + 1, full) {
        let end = |year_said: i16| Said::new(year(Year::Full(year_said)));
        let ends = Ends { from: end(full), to: end(last) };
        return Some(Found::new(at..next, Kind::Range, Expression::Range(Box::new(ends))));
    }
    // "Robot 2077 spoke": a name.
    if named && !cue && full > 2050 {
        return None;
    }
    let found = Found::new(at..at + 1, Kind::Date, year(Year::Full(full)));
    Some(if cue || !named { found } else { found.unsure() })
}

/// "2024 Aug", "2023 Sept. 5": the month behind its year.
fn month_behind(scan: &Scan, at: usize, full: i16) -> Option<Found> {
    let next = at + 1;
    let Word::Month { month, short } = scan.word(next) else { return None };
    // "In 2024 May said": a name.
    if !scan.capital(next) || !short && matches!(month, 3..=6 | 8) || scan.name(next + 1) {
        return None;
    }
    let mut end = next + 1;
    if scan.raw(end) == "." && !scan.spaced(end) && short && end + 1 < scan.end {
        end += 1;
    }
    let (field, end) = match scan.word(end) {
        Word::Digits(day @ 1..=31, 1..=2) if super::day::exists(month, day as u8) => {
            (Field::Day { month: Some(month), day: day as u8 }, end + 1)
        }
        _ => (Field::Month(month), end),
    };
    let calendar = Calendar { year: Some(Year::Full(full)), field: Some(field), ..Calendar::default() };
    Some(Found::new(at..end, Kind::Date, Expression::Calendar(calendar)))
}

/// "-19", "–2019" or "/19" after a year.
fn second(scan: &Scan, at: usize, from: i16) -> Option<(i16, usize)> {
    let slash = scan.raw(at) == "/" && !scan.spaced(at);
    if !(scan.dash(at) || slash) || scan.spaced(at) != scan.spaced(at + 1) {
        return None;
    }
    match scan.word(at + 1) {
        // "2017/2018", but "1907/2006" is a code.
        Word::Digits(to, 4) if (from..from.saturating_add(if slash { 10 } else { 300 })).contains(&(to as i16)) => {
            Some((to as i16, at + 2))
        }
        Word::Digits(to, 2) => {
            let to = from - from.rem_euclid(100) + to as i16;
            (to > from && !scan.hyphen(at + 2)).then_some((to, at + 2))
        }
        _ => None,
    }
}

/// "3000 BC", "AD 394", "594 BCE".
fn era(scan: &Scan, at: usize, number: u16) -> Option<Found> {
    let after = scan.raw(at + 1).trim_end_matches('.');
    let before = scan.raw(at.wrapping_sub(1));
    let number = i16::try_from(number).ok()?;
    let (full, tokens) = match after {
        "BC" | "BCE" | "B.C" | "B.C.E" => (1 - number, at..at + 2),
        "AD" | "CE" | "A.D" | "C.E" => (number, at..at + 2),
        _ if matches!(before, "AD" | "A.D.") => (number, at - 1..at + 1),
        _ => return None,
    };
    Some(Found::new(tokens, Kind::Date, year(Year::Full(full))))
}

/// "fiscal 1989", "fiscal year 2024", "the fiscal year".
fn fiscal(scan: &Scan, at: usize) -> Option<Found> {
    let mut next = at + 1;
    if scan.bare(next) == "year" {
        next += 1;
    }
    if let Some((full, end)) = plain(scan, next) {
        let year = |full| {
            let calendar = Calendar { year: Some(Year::Full(full)), fiscal: true, ..Calendar::default() };
            Expression::Calendar(calendar)
        };
        // "fiscal 1986-87"
        if let Some((last, end)) = second(scan, end, full) {
            let ends = Ends { from: Said::new(year(full)), to: Said::new(year(last)) };
            return Some(Found::new(at..end, Kind::Range, Expression::Range(Box::new(ends))).with_article());
        }
        return Some(Found::new(at..end, Kind::Date, year(full)).with_article());
    }
    None
}

/// "nineteen ninety-six", "twenty-fifteen" is rare and left alone.
fn spoken(scan: &Scan, at: usize, tens: u16) -> Option<Found> {
    let next = scan.over_hyphen(at + 1);
    let Word::Number(decade @ 10..=99) = scan.word(next) else { return None };
    if !matches!(tens, 17..=20) {
        return None;
    }
    let mut year_said = tens * 100 + decade;
    let mut end = next + 1;
    let unit = scan.over_hyphen(end);
    if decade >= 20
        && let Word::Number(ones @ 1..=9) = scan.word(unit)
    {
        year_said += ones;
        end = unit + 1;
    } else if decade >= 20 && decade % 10 != 0 {
        return None;
    }
    if matches!(scan.word(end), Word::Unit { .. } | Word::Magnitude(_)) {
        return None;
    }
    Some(Found::new(at..end, Kind::Date, year(Year::Full(year_said as i16))))
}
