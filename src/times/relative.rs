//! Units by their place: "last week", "this year's third quarter", "the following day", "that year",
//! "the past 12 months", "recent weeks", "this morning", "last night", "the quarter".

use super::Find;
use super::expression::{
    Amount, Anchor, Calendar, Duration, Expression, Field, Part, Shift, Unit, Vague, Window, Year,
};
use super::scan::{Found, Scan};
use super::word::{Relative, Word};
use super::{Kind, amount};
use crate::rule::Rule;

pub(super) const RULE: Rule<Find> =
    Rule { name: "times/relative", about: "units by their place: last week, the past 12 months, that year", find };

/// Finds a unit that a word places.
fn find(scan: &Scan, at: usize) -> Option<Found> {
    match scan.word(at) {
        Word::Relative(relative) => placed(scan, at, relative),
        Word::Ordinal(1) => window(scan, at, at + 1, Window::First),
        Word::Final => window(scan, at, at + 1, Window::Final).filter(|found| within_period(scan, found.tokens.end)),
        // "the opening two weeks of May", and not "the opening two goals"
        Word::Opening => window(scan, at, at + 1, Window::First).filter(|found| within_period(scan, found.tokens.end)),
        Word::Unit { unit: Unit::Week, plural: false, .. } if scan.bare(at + 1) == "of" => week_of(scan, at),
        Word::Unit { unit, plural: false, .. } => bare(scan, at, unit),
        Word::Fiscal if scan.back(at, 1) == "the" && scan.bare(at + 1) == "year" && !scan.capital(at) => {
            Some(shift(at..at + 2, Unit::Year, 0, Anchor::Context, true).with_article())
        }
        _ => None,
    }
}

fn placed(scan: &Scan, at: usize, relative: Relative) -> Option<Found> {
    // "to last two hours", "could last a week"
    if relative == Relative::Last
        && matches!(
            scan.back(at, 1),
            "to" | "will" | "would" | "could" | "may" | "might" | "should" | "can" | "n't" | "not" | "'ll" | "did"
        )
    {
        return None;
    }
    let mut next = at + 1;
    // "this past year", "this same week", "this coming weekend".
    let mut relative = relative;
    if matches!(relative, Relative::This | Relative::That)
        && let Word::Relative(second @ (Relative::Past | Relative::Coming | Relative::Same | Relative::Last)) =
            scan.word(next)
    {
        if !matches!(second, Relative::Same) {
            relative = second;
        }
        next += 1;
    }
    let fiscal = scan.word(next) == Word::Fiscal;
    if fiscal {
        next += 1;
    }
    if matches!(
        scan.bare(next),
        "very" | "full" | "working" | "calendar" | "school" | "academic" | "financial" | "holiday" | "crucial"
    ) && matches!(scan.word(next + 1), Word::Unit { .. })
    {
        next += 1;
    }
    match scan.word(next) {
        Word::Part(part) => return of_day(scan, at, next, relative, part),
        Word::Unit { unit: Unit::Night, plural: false, .. }
            if relative != Relative::Latest && relative != Relative::Recent =>
        {
            return of_day(scan, at, next, relative, Part::Night);
        }
        Word::Unit { unit, plural: false, .. } if scan.bare(next) != "second" => {
            return single(scan, at, next, relative, unit, fiscal);
        }
        Word::Unit { unit, plural: true, .. } => return plural(scan, at, next, relative, unit),
        Word::Period if matches!(relative, Relative::Latest | Relative::Same) => {
            return Some(shift(at..next + 1, Unit::Quarter, 0, Anchor::Context, false).with_article());
        }
        Word::Few | Word::Digits(..) | Word::Numeral | Word::Number(_) | Word::Article | Word::Dozen | Word::Half => {}
        _ => return None,
    }
    let window_said = match relative {
        Relative::Last | Relative::Past | Relative::Previous | Relative::Recent | Relative::Latest => Window::Past,
        Relative::Next | Relative::Coming | Relative::Following => Window::Next,
        _ => return None,
    };
    let found = window(scan, at, next, window_said)?;
    // "the last three months of 2023" are the last of that year.
    if relative == Relative::Last && scan.back(at, 1) == "the" && within_period(scan, found.tokens.end) {
        return window(scan, at, next, Window::Final);
    }
    Some(found)
}

/// Whether "of" and a period follow at a token: "of 2024", "of last year", "in May", "of the year".
fn within_period(scan: &Scan, at: usize) -> bool {
    if !matches!(scan.bare(at), "of" | "in") {
        return false;
    }
    let next = at + 1 + usize::from(scan.bare(at + 1) == "the");
    let unit = |at: usize| matches!(scan.word(at), Word::Unit { plural: false, .. } | Word::Fiscal);
    match scan.word(next) {
        Word::Month { .. } | Word::Digits(1400..=2150, 4) | Word::Fiscal | Word::Quarter(_) => true,
        Word::Relative(_) => unit(next + 1) || matches!(scan.word(next + 1), Word::Month { .. }),
        Word::Season(_) => true,
        _ => next > at + 1 && unit(next) && scan.bare(at) == "of",
    }
}

/// "this morning", "last night", "the next evening".
fn of_day(scan: &Scan, at: usize, next: usize, relative: Relative, part: Part) -> Option<Found> {
    let (count, anchor) = match relative {
        Relative::This => (0, Anchor::Reference),
        Relative::Last => (-1, Anchor::Reference),
        Relative::That | Relative::Same => (0, Anchor::Context),
        Relative::Next | Relative::Following => (1, Anchor::Context),
        Relative::Previous => (-1, Anchor::Context),
        _ => return None,
    };
    if matches!(part, Part::Daytime) {
        return None;
    }
    let mut found = shift(at..next + 1, Unit::Day, count, anchor, false).with_article();
    found.kind = Kind::Time;
    found.said.part = Some(part);
    let _ = scan;
    Some(found)
}

fn single(scan: &Scan, at: usize, next: usize, relative: Relative, unit: Unit, fiscal: bool) -> Option<Found> {
    if matches!(unit, Unit::Second | Unit::Minute) {
        return None;
    }
    // "the last week of May" is of May.
    if relative == Relative::Last && matches!(unit, Unit::Week | Unit::Month) && within_period(scan, next + 1) {
        return None;
    }
    // "this day" is rarely a date; "the last day of", "the first day".
    if unit == Unit::Day
        && (scan.bare(next + 1) == "of" && matches!(relative, Relative::Last | Relative::Next)
            || relative == Relative::Last
            || relative == Relative::Full
            || relative == Relative::Current
            || relative == Relative::Latest)
    {
        return None;
    }
    if unit == Unit::Hour {
        let window = match relative {
            Relative::Past | Relative::Last => Window::Past,
            Relative::Next | Relative::Coming => Window::Next,
            _ => return None,
        };
        let duration =
            Duration { parts: vec![(Amount::Exact(crate::numeral::Decimal::ONE), unit)], window: Some(window) };
        return Some(Found::new(at..next + 1, Kind::Duration, Expression::Duration(duration)).with_article());
    }
    let context = matches!(relative, Relative::That | Relative::Same | Relative::Previous | Relative::Following)
        || relative == Relative::Next && unit == Unit::Day
        || relative == Relative::This && unit == Unit::Day
        // "The next month, they named another": the one after what was told before.
        || relative == Relative::Next
            && matches!(unit, Unit::Week | Unit::Month | Unit::Year)
            && scan.back(at, 1) == "the"
            && scan.first(at.wrapping_sub(1))
            && scan.raw(next + 1) == ",";
    // "the past year and a half"
    if scan.bare(next + 1) == "and"
        && scan.bare(next + 2) == "a"
        && scan.bare(next + 3) == "half"
        && matches!(relative, Relative::Past | Relative::Last | Relative::Next | Relative::Coming)
    {
        let window = if matches!(relative, Relative::Past | Relative::Last) { Window::Past } else { Window::Next };
        let one_half = amount::half_of_one().checked_add(crate::numeral::Decimal::ONE)?;
        let duration = Duration { parts: vec![(Amount::Exact(one_half), unit)], window: Some(window) };
        return Some(Found::new(at..next + 4, Kind::Duration, Expression::Duration(duration)).with_article());
    }
    // "the past decade" is ten years up to now, and none of the calendar's.
    if matches!(unit, Unit::Decade | Unit::Century)
        && matches!(relative, Relative::Past | Relative::Last | Relative::Next | Relative::Coming)
    {
        let window = if matches!(relative, Relative::Past | Relative::Last) { Window::Past } else { Window::Next };
        let duration =
            Duration { parts: vec![(Amount::Exact(crate::numeral::Decimal::ONE), unit)], window: Some(window) };
        return Some(Found::new(at..next + 1, Kind::Duration, Expression::Duration(duration)).with_article());
    }
    let anchor = if context { Anchor::Context } else { Anchor::Reference };
    let count = match relative {
        Relative::This | Relative::That | Relative::Same | Relative::Current | Relative::Full => 0,
        Relative::Last | Relative::Previous | Relative::Past => -1,
        Relative::Next | Relative::Coming | Relative::Following => 1,
        Relative::Latest => match unit {
            Unit::Quarter => return Some(shift(at..next + 1, unit, 0, Anchor::Context, fiscal).with_article()),
            Unit::Year => -1,
            _ => 0,
        },
        Relative::These | Relative::Recent => return None,
    };
    let mut end = next + 1;
    // "the next year or so"
    if scan.bare(end) == "or" && scan.bare(end + 1) == "so" {
        end += 2;
    }
    // "last year's third quarter"
    if unit == Unit::Year && matches!(scan.bare(end), "'s" | "’s") {
        if let Some(found) = super::quarter::find(scan, end + 1)
            && let Expression::Calendar(calendar @ Calendar { year: None, .. }) = found.said.what
        {
            let year = if context { Year::Context(count as i8) } else { Year::Away(count as i8) };
            let calendar = Calendar { year: Some(year), ..calendar };
            return Some(Found::new(at..found.tokens.end, Kind::Date, Expression::Calendar(calendar)));
        }
        if matches!(scan.bare(end + 1), "quarter" | "period") && count == -1 {
            let calendar =
                Calendar { year: Some(Year::Context(-1)), field: Some(Field::Quarter(0)), ..Calendar::default() };
            return Some(Found::new(at..end + 2, Kind::Date, Expression::Calendar(calendar)));
        }
    }
    // "the same period last year", "the same month a year ago"
    if relative == Relative::Same
        && matches!(unit, Unit::Quarter | Unit::Month | Unit::Week | Unit::Day)
        && let Some((length, _)) = year_back(scan, end)
    {
        let field = if unit == Unit::Quarter { Some(Field::Quarter(0)) } else { None };
        let calendar = Calendar { year: Some(Year::Context(-1)), field, ..Calendar::default() };
        return Some(Found::new(at..end + length, Kind::Date, Expression::Calendar(calendar)).with_article());
    }
    let found = shift(at..end, unit, count, anchor, fiscal);
    Some(if matches!(relative, Relative::This | Relative::That) { found } else { found.with_article() })
}

/// "last year", "a year ago", "a year earlier": how many tokens.
pub(super) fn year_back(scan: &Scan, at: usize) -> Option<(usize, ())> {
    let of = usize::from(matches!(scan.bare(at), "of" | "in"));
    match (scan.bare(at + of), scan.bare(at + of + 1), scan.bare(at + of + 2)) {
        ("last", "year", _) => Some((of + 2, ())),
        ("the", "previous" | "prior" | "preceding", "year") => Some((of + 3, ())),
        ("a" | "one", "year", "ago" | "earlier" | "before") => Some((of + 3, ())),
        _ => None,
    }
}

/// "recent weeks", "coming months", "these days".
fn plural(scan: &Scan, at: usize, next: usize, relative: Relative, unit: Unit) -> Option<Found> {
    let vague = match relative {
        Relative::These if unit == Unit::Day => return Some(vague(at..next + 1, Vague::Present)),
        Relative::Recent | Relative::Past | Relative::Last | Relative::Previous => Vague::Past,
        Relative::Coming | Relative::Next | Relative::Following => Vague::Future,
        _ => return None,
    };
    if matches!(unit, Unit::Weekend | Unit::Second) {
        return None;
    }
    let mut end = next + 1;
    if matches!(scan.bare(end), "and" | "or") && matches!(scan.word(end + 1), Word::Unit { plural: true, .. }) {
        end += 2;
    }
    let window = if vague == Vague::Past { Window::Past } else { Window::Next };
    let duration = Duration { parts: vec![(Amount::Some, unit)], window: Some(window) };
    Some(Found::new(at..end, Kind::Duration, Expression::Duration(duration)).with_article())
}

/// A "recently", "now" or "soon" of more than one word.
pub(super) fn vague(tokens: std::ops::Range<usize>, vague: Vague) -> Found {
    Found::new(tokens, Kind::Date, Expression::Vague(vague))
}

/// "the past 12 months", "the next few days", "the first nine months".
fn window(scan: &Scan, at: usize, next: usize, window: Window) -> Option<Found> {
    let read = amount::read(scan, next)?;
    let mut unit_at = scan.over_hyphen(read.next);
    if scan.bare(unit_at) == "fiscal" {
        unit_at += 1;
    }
    let Word::Unit { unit, plural, short: false } = scan.word(unit_at) else { return None };
    if !plural && !read.article && read.whole().is_some_and(|(count, _)| count != 1) && unit_at == read.next {
        return None;
    }
    if matches!(window, Window::First | Window::Final)
        && (read.article || matches!(unit, Unit::Minute | Unit::Second | Unit::Quarter) && !plural)
    {
        return None;
    }
    let mut parts = vec![(read.amount, unit)];
    let mut end = unit_at + 1;
    if let Some((amount, also, after)) = super::duration::and_part(scan, end) {
        parts.push((amount, also));
        end = after;
    }
    if scan.bare(end) == "or" && scan.bare(end + 1) == "so" {
        end += 2;
    }
    let duration = Duration { parts, window: Some(window) };
    Some(Found::new(at..end, Kind::Duration, Expression::Duration(duration)).with_article())
}

/// "the week of March 6"
fn week_of(scan: &Scan, at: usize) -> Option<Found> {
    let found = super::day::find(scan, at + 2)?;
    match found.said.what {
        Expression::Calendar(calendar @ Calendar { field: Some(Field::Day { month: Some(month), day }), .. }) => {
            let calendar = Calendar { field: Some(Field::WeekOf { month, day }), weekday: None, ..calendar };
            Some(Found::new(at..found.tokens.end, Kind::Date, Expression::Calendar(calendar)).with_article())
        }
        _ => None,
    }
}

/// A unit after "the" that must be known from what was said: "the quarter", "the year".
fn bare(scan: &Scan, at: usize, unit: Unit) -> Option<Found> {
    if scan.back(at, 1) != "the"
        || matches!(scan.bare(at + 1), "of" | "ahead") && unit != Unit::Weekend
        || scan.hyphen(at + 1)
    {
        return None;
    }
    let before = scan.back(at, 2);
    let found = match unit {
        Unit::Weekend => shift(at..at + 1, unit, 0, Anchor::Reference, false),
        Unit::Quarter if !scan.capital(at) => shift(at..at + 1, unit, 0, Anchor::Context, false),
        Unit::Week | Unit::Month
            if matches!(
                before,
                "in" | "during"
                    | "of"
                    | "for"
                    | "this"
                    | "through"
                    | "throughout"
                    | "over"
                    | "earlier"
                    | "later"
                    | "on"
            ) =>
        {
            shift(at..at + 1, unit, 0, Anchor::Context, false)
        }
        // "At the end of the day, it matters": an idiom.
        Unit::Day if scan.raw(at + 1) == "," && scan.back(at, 3) == "end" && scan.back(at, 5) == "at" => return None,
        Unit::Day
            if matches!(before, "in" | "during" | "of")
                && matches!(
                    scan.back(at, 3),
                    "earlier" | "later" | "late" | "early" | "end" | "start" | "beginning" | "rest"
                ) =>
        {
            shift(at..at + 1, unit, 0, Anchor::Context, false)
        }
        Unit::Year
            if matches!(before, "in" | "during" | "for" | "of" | "through" | "throughout" | "over" | "on")
                && !matches!(scan.bare(at + 1), "when" | "that" | "before" | "after")
                && (scan.bare(at + 1) != "to" || to_month(scan, at + 2)) =>
        {
            if scan.back(at, 3) == "person"
                || scan.back(at, 3) == "man"
                || scan.back(at, 3) == "player"
                || scan.capital(at)
            {
                return None;
            }
            // "the year ended March 31" and "the year to June" are any twelve months.
            if matches!(scan.bare(at + 1), "ended" | "ending" | "to") {
                let duration =
                    Duration { parts: vec![(Amount::Exact(crate::numeral::Decimal::ONE), unit)], window: None };
                Found::new(at..at + 1, Kind::Duration, Expression::Duration(duration))
            } else {
                shift(at..at + 1, unit, 0, Anchor::Context, false)
            }
        }
        _ => return None,
    };
    Some(found.with_article())
}

/// "June", "the end of June", "31 March".
fn to_month(scan: &Scan, at: usize) -> bool {
    let at = if scan.bare(at) == "the" && scan.bare(at + 1) == "end" { at + 3 } else { at };
    let month = |at: usize| matches!(scan.word(at), Word::Month { .. });
    month(at) || matches!(scan.word(at), Word::Digits(..) | Word::DigitsOrdinal(_)) && month(at + 1)
}

/// A unit so many away.
pub(super) fn shift(tokens: std::ops::Range<usize>, unit: Unit, count: i32, anchor: Anchor, fiscal: bool) -> Found {
    let shift = Shift { unit, count: Some(count), back: count < 0, anchor, counted: false, fiscal };
    Found::new(tokens, Kind::Date, Expression::Shift(shift))
}
