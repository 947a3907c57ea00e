//! Times of day: "10 p.m.", "7:15am", "14:05 BST", "1400 GMT", "noon", "9 o'clock", "half past ten".
//!
//! "14:05" alone needs a word before it that calls for a time, or it is a score or a ratio.

use super::expression::{Clock, Expression, Part, Zone};
use super::scan::{Found, Scan};
use super::word::Word;
use super::{Find, Kind, amount};
use crate::lexicon::rows;
use crate::rule::Rule;
use crate::tag::Pos;
use rustc_hash::FxHashMap;
use std::sync::LazyLock;

static ZONES: LazyLock<FxHashMap<&'static str, Zone>> = LazyLock::new(|| {
    rows(include_str!("../../data/lexicon/zones.tsv"))
        .filter_map(|row| Some((*row.first()?, Zone { offset: row.get(1).and_then(|offset| offset_of(offset)) })))
        .collect()
});

pub(super) const RULE: Rule<Find> = Rule { name: "times/clock", about: "times of day: 10 p.m., 14:05 BST, noon", find };

/// Finds a time of day.
fn find(scan: &Scan, at: usize) -> Option<Found> {
    match scan.word(at) {
        Word::Digits(..) | Word::Numeral => figures(scan, at),
        Word::Number(_) => words(scan, at),
        Word::Noon(hour) => {
            let capital = scan.capital(at) && !scan.first(at);
            if capital || scan.bare(at) == "midday" && scan.bare(at + 1) == "of" {
                return None;
            }
            let clock =
                Clock { hour: if hour == 0 { 24 } else { hour }, minute: None, second: None, open: false, zone: None };
            let (zone, end) = zone(scan, at + 1);
            Some(found(at..end, Clock { zone, ..clock }, None))
        }
        Word::Half => past(scan, at, 30, at + 1),
        _ if scan.bare(at) == "quarter" => past(scan, at, 15, at + 1),
        _ => None,
    }
}

fn found(tokens: std::ops::Range<usize>, clock: Clock, part: Option<Part>) -> Found {
    let mut found = Found::new(tokens, Kind::Time, Expression::OfDay);
    found.said.clock = Some(clock);
    found.said.part = part;
    found
}

/// Digits up to a hundred at the start of a string, and how many there are.
fn two(bytes: &[u8]) -> Option<(u8, usize)> {
    let len = bytes.iter().take_while(|byte| byte.is_ascii_digit()).count();
    match len {
        1 | 2 => Some((bytes[..len].iter().fold(0, |value, digit| value * 10 + (digit - b'0')), len)),
        _ => None,
    }
}

fn figures(scan: &Scan, at: usize) -> Option<Found> {
    if at > scan.start
        && (!scan.spaced(at) && matches!(scan.raw(at - 1), "$" | "£" | "€" | "." | "/" | ":" | "+" | "#")
            || matches!(scan.back(at, 1), "$" | "£" | "€"))
    {
        return None;
    }
    if let Word::Digits(number, 4) = scan.word(at) {
        // "1400 GMT", "2300 hours"
        let (hour, minute) = ((number / 100) as u8, (number % 100) as u8);
        let (zone, end) = zone(scan, at + 1);
        let military = scan.bare(at + 1) == "hours" && (scan.back(at, 1) == "at" || scan.raw(at).starts_with('0'));
        if hour > 24 || minute > 59 || zone.is_none() && !military {
            return None;
        }
        let clock = Clock { hour, minute: Some(minute), second: None, open: false, zone };
        return Some(found(at..if military && zone.is_none() { at + 2 } else { end }, clock, None));
    }
    let rest = scan.rest(at).as_bytes();
    let (hour, mut len) = two(rest)?;
    let mut minute = None;
    let mut second = None;
    let colon = rest.get(len) == Some(&b':');
    if matches!(rest.get(len), Some(b':' | b'.'))
        && let Some((value, 2)) = two(&rest[len + 1..])
        && value < 60
    {
        minute = Some(value);
        len += 3;
        if colon
            && rest.get(len) == Some(&b':')
            && let Some((value, 2)) = two(&rest[len + 1..])
            && value < 60
        {
            second = Some(value);
            len += 3;
        }
    } else if colon {
        return None;
    }
    let gap = gap(&scan.rest(at)[len..]);
    let (meridiem, marked) = meridiem(&rest[len + gap..]);
    if let Some(afternoon) = meridiem
        && (1..=12).contains(&hour)
    {
        let mut next = scan.after_bytes(at, len + gap + marked);
        if next.is_none() && rest[len + gap..].get(marked - 1) == Some(&b'.') {
            next = scan.after_bytes(at, len + gap + marked - 1);
        }
        let next = next?;
        let clock = Clock { hour: hour % 12 + if afternoon { 12 } else { 0 }, minute, second, open: false, zone: None };
        let (zone, end) = zone(scan, next);
        return Some(found(at..end, Clock { zone, ..clock }, None));
    }
    let next = scan.after_bytes(at, len)?;
    let clock = Clock { hour, minute, second, open: hour <= 12 && minute.is_none() && hour > 0, zone: None };
    if hour > 24 {
        return None;
    }
    if scan.word(next) == Word::OClock && minute.is_none() {
        return Some(o_clock(scan, at, next + 1, clock));
    }
    if minute.is_none() {
        // "4 in the morning"
        return in_the(scan, at, next, clock);
    }
    let (zone, end) = zone(scan, next);
    let cue = matches!(
        scan.back(at, 1),
        "at" | "by"
            | "from"
            | "until"
            | "till"
            | "since"
            | "before"
            | "after"
            | "around"
            | "about"
            | "approximately"
            | "between"
            | "to"
            | "and"
            | "published"
            | "updated"
            | "posted"
            | "time"
    );
    let dot = !colon;
    let two_digits = rest[1].is_ascii_digit();
    if zone.is_none() && (dot || !(cue || two_digits && second.is_none() && scan.raw(at.wrapping_sub(1)) == ",")) {
        return None;
    }
    if zone.is_none() && matches!(scan.bare(next), "ratio" | "win" | "victory" | "margin" | "odds" | "aspect" | "lead")
    {
        return None;
    }
    if zone.is_none() && of_match(scan, next) {
        return None;
    }
    let open = hour <= 12 && hour > 0 && !rest.starts_with(b"0") && zone.is_none();
    Some(found(at..end, Clock { zone, open, ..clock }, None))
}

/// Whether a clock that runs in a match stands before a token: "at 7:14 of the second", "with 2:30 left".
fn of_match(scan: &Scan, at: usize) -> bool {
    match scan.bare(at) {
        "left" | "remaining" | "mark" => true,
        "to" => matches!(scan.bare(at + 1), "play" | "go" | "spare"),
        "of" | "in" | "into" => {
            let next = at + 1 + usize::from(scan.bare(at + 1) == "the");
            matches!(scan.word(next), Word::Ordinal(1..=5) | Word::DigitsOrdinal(1..=5) | Word::Final)
                || matches!(scan.bare(next), "overtime" | "period" | "half" | "quarter" | "extra" | "game" | "match")
        }
        _ => false,
    }
}

/// How many bytes the spaces before "p.m." take, no-break spaces among them; two spaces at most.
fn gap(text: &str) -> usize {
    let space = |c: &char| matches!(c, ' ' | '\u{a0}' | '\u{2009}' | '\u{202f}');
    text.chars().take(2).take_while(space).map(char::len_utf8).sum()
}

/// "a.m.", "pm", "p.m": whether after noon, and its length.
fn meridiem(bytes: &[u8]) -> (Option<bool>, usize) {
    let lower = |at: usize| bytes.get(at).map_or(0, u8::to_ascii_lowercase);
    let afternoon = match lower(0) {
        b'a' => false,
        b'p' => true,
        _ => return (None, 0),
    };
    let stopped = lower(1) == b'.';
    let m = 1 + usize::from(stopped);
    if lower(m) != b'm' || lower(m + 1).is_ascii_alphanumeric() {
        return (None, 0);
    }
    let len = m + 1 + usize::from(stopped && lower(m + 1) == b'.');
    (Some(afternoon), len)
}

/// A zone's abbreviation or offset, and the token after it.
fn zone(scan: &Scan, at: usize) -> (Option<Zone>, usize) {
    let bracket = usize::from(scan.raw(at) == "(");
    let raw = match scan.raw(at + bracket) {
        "gmt" => "GMT",
        raw => raw,
    };
    if let Some(&zone) = ZONES.get(raw.trim_end_matches('.')).filter(|_| raw.len() >= 2) {
        let next = at + bracket + 1;
        if bracket == 1 {
            return if scan.raw(next) == ")" { (Some(zone), next + 1) } else { (None, at) };
        }
        // "GMT+2"
        if zone.offset == Some(0)
            && matches!(scan.raw(next), "+" | "-" | "−")
            && let Word::Digits(hours @ 0..=14, _) = scan.word(next + 1)
        {
            let minutes = hours as i16 * 60;
            let offset = if scan.raw(next) == "+" { minutes } else { -minutes };
            return (Some(Zone { offset: Some(offset) }), next + 2);
        }
        return (Some(zone), next);
    }
    if matches!(scan.bare(at), "eastern" | "pacific" | "central" | "mountain" | "local") {
        let next = at + 1 + usize::from(matches!(scan.bare(at + 1), "standard" | "daylight"));
        if scan.bare(next) == "time" {
            let offset = match (scan.bare(at), next > at + 1, scan.bare(at + 1)) {
                ("eastern", true, "standard") => Some(-300),
                ("eastern", true, _) => Some(-240),
                ("pacific", true, "standard") => Some(-480),
                ("pacific", true, _) => Some(-420),
                _ => None,
            };
            return (Some(Zone { offset }), next + 1);
        }
    }
    (None, at)
}

fn offset_of(text: &str) -> Option<i16> {
    let sign = if text.starts_with('-') { -1 } else { 1 };
    let (hours, minutes) = text.get(1..)?.split_once(':')?;
    Some(sign * (hours.parse::<i16>().ok()? * 60 + minutes.parse::<i16>().ok()?))
}

fn o_clock(scan: &Scan, at: usize, next: usize, clock: Clock) -> Found {
    in_the(scan, at, next, clock).unwrap_or_else(|| found(at..next, clock, None))
}

/// "in the morning", "at night" after an hour.
fn in_the(scan: &Scan, at: usize, next: usize, clock: Clock) -> Option<Found> {
    let (part, end) = match (scan.bare(next), scan.bare(next + 1)) {
        ("in", "the") => (scan.word(next + 2), next + 3),
        ("at", "night") => (Word::Part(Part::Night), next + 2),
        _ => return None,
    };
    let Word::Part(part) = part else { return None };
    if !(1..=12).contains(&clock.hour) {
        return None;
    }
    let late = matches!(part, Part::Afternoon | Part::Evening) || part == Part::Night && clock.hour > 5;
    let hour = clock.hour % 12 + if late { 12 } else { 0 };
    Some(found(at..end, Clock { hour, open: false, ..clock }, None))
}

/// "nine o'clock", "ten to six", "five past nine", "four in the morning".
fn words(scan: &Scan, at: usize) -> Option<Found> {
    let Word::Number(number) = scan.word(at) else { return None };
    if matches!(scan.bare(at + 1), "past" | "to") && number <= 29 {
        let minutes = amount::count(scan, at)?;
        return past(scan, at, minutes.0, minutes.1);
    }
    if !(1..=12).contains(&number) {
        return None;
    }
    let clock = Clock { hour: number as u8, minute: None, second: None, open: true, zone: None };
    if scan.word(at + 1) == Word::OClock {
        return Some(o_clock(scan, at, at + 2, clock));
    }
    let (meridiem, _) = meridiem(scan.rest(at + 1).as_bytes());
    if let Some(afternoon) = meridiem {
        let hour = number as u8 % 12 + if afternoon { 12 } else { 0 };
        return Some(found(at..at + 2, Clock { hour, open: false, ..clock }, None));
    }
    if scan.back(at, 1) == "at" { in_the(scan, at, at + 1, clock) } else { None }
}

/// "half past ten", "quarter to six", "ten to nine".
fn past(scan: &Scan, at: usize, minutes: u16, next: usize) -> Option<Found> {
    let back = match scan.bare(next) {
        "past" => false,
        "to" => true,
        _ => return None,
    };
    let Word::Number(hour @ 1..=12) = scan.word(next + 1) else { return None };
    // "about five to eight points", "around six to seven per cent"
    let counts = matches!(scan.bare(next + 2), "per" | "percent" | "pct" | "%") || scan.pos(next + 2) == Pos::Noun;
    if back && counts {
        return None;
    }
    if back && minutes == 30 || minutes > 59 || back && !matches!(scan.back(at, 1), "at" | "a" | "about" | "around") {
        return None;
    }
    let total = hour * 60 + if back { 720 - minutes } else { minutes };
    let clock = Clock {
        hour: ((total / 60) % 12) as u8,
        minute: Some((total % 60) as u8),
        second: None,
        open: true,
        zone: None,
    };
    let clock = Clock { hour: if clock.hour == 0 { 12 } else { clock.hour }, ..clock };
    Some(found(at..next + 2, clock, None))
}
