//! Words of time, as classes: what a rule looks at first.

use super::expression::{Edge, Part, Season, Unit, Vague};
use crate::lexicon::rows;
use rustc_hash::FxHashMap;
use std::sync::LazyLock;

/// The class of a token.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Word {
    Other,
    Month {
        month: u8,
        short: bool,
    },
    Weekday {
        day: u8,
        short: bool,
    },
    Weekdays(u8),
    Unit {
        unit: Unit,
        plural: bool,
        short: bool,
    },
    Season(Season),
    Seasons(Season),
    Part(Part),
    Parts(Part),
    /// Noon and midnight, with the hour.
    Noon(u8),
    Number(u16),
    Magnitude(u32),
    Dozen,
    Ordinal(u8),
    Final,
    Opening,
    Relative(Relative),
    Deictic(Deictic),
    Vague(Vague),
    Edge(Edge),
    EdgeNoun(Edge),
    Later,
    Earlier,
    Ago,
    Every,
    Frequency(u16, Unit),
    Decade(u8),
    Fiscal,
    Half,
    Few,
    Article,
    Period,
    Future,
    OClock,
    /// Up to four digits and nothing else, with how many they are.
    Digits(u16, u8),
    /// "3rd"
    DigitsOrdinal(u8),
    /// Begins with a digit, and is none of the above.
    Numeral,
    /// The first word of a holiday's name.
    Holiday,
    /// An apostrophe that may stand for a century: "'98".
    Apostrophe,
    /// "Q3"
    Quarter(u8),
    /// "H1"
    HalfYear(u8),
}

/// Words that place a unit.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Relative {
    This,
    These,
    That,
    Last,
    Past,
    Previous,
    Next,
    Coming,
    Following,
    Same,
    Current,
    Latest,
    Recent,
    Full,
}

/// Words that name a day by themselves.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Deictic {
    Today,
    Yesterday,
    Tomorrow,
    Tonight,
    Overnight,
}

static WORDS: LazyLock<FxHashMap<&'static str, Word>> = LazyLock::new(|| {
    let mut words: FxHashMap<&'static str, Word> = rows(include_str!("../../data/lexicon/times.tsv"))
        .filter_map(|row| match row[..] {
            [word, class, value] => Some((word, class_of(class, value)?)),
            _ => None,
        })
        .collect();
    for name in super::holiday::names() {
        if let Some(first) = name.split([' ', '\'', '.', '-']).next() {
            words.entry(first).or_insert(Word::Holiday);
        }
    }
    words
});

fn class_of(class: &str, value: &str) -> Option<Word> {
    let number = || value.parse().ok();
    Some(match class {
        "month" => Word::Month { month: number()?, short: false },
        "month-short" => Word::Month { month: number()?, short: true },
        "weekday" => Word::Weekday { day: number()?, short: false },
        "weekday-short" => Word::Weekday { day: number()?, short: true },
        "weekdays" => Word::Weekdays(number()?),
        "unit" => Word::Unit { unit: unit(value)?, plural: false, short: false },
        "unit-short" => Word::Unit { unit: unit(value)?, plural: false, short: true },
        "units" => Word::Unit { unit: unit(value)?, plural: true, short: false },
        "season" => Word::Season(season(value)?),
        "seasons" => Word::Seasons(season(value)?),
        "part" => Word::Part(part(value)?),
        "parts" => Word::Parts(part(value)?),
        "noon" => Word::Noon(number()?),
        "number" => Word::Number(value.parse().ok()?),
        "magnitude" => Word::Magnitude(value.parse().ok()?),
        "dozen" => Word::Dozen,
        "ordinal" => Word::Ordinal(number()?),
        "final" => Word::Final,
        "opening" => Word::Opening,
        "relative" => Word::Relative(match value {
            "this" => Relative::This,
            "these" => Relative::These,
            "that" => Relative::That,
            "last" => Relative::Last,
            "past" => Relative::Past,
            "previous" => Relative::Previous,
            "next" => Relative::Next,
            "coming" => Relative::Coming,
            "following" => Relative::Following,
            "same" => Relative::Same,
            "current" => Relative::Current,
            "latest" => Relative::Latest,
            "recent" => Relative::Recent,
            "full" => Relative::Full,
            _ => return None,
        }),
        "deictic" => Word::Deictic(match value {
            "today" => Deictic::Today,
            "yesterday" => Deictic::Yesterday,
            "tomorrow" => Deictic::Tomorrow,
            "tonight" => Deictic::Tonight,
            "overnight" => Deictic::Overnight,
            _ => return None,
        }),
        "vague" => Word::Vague(match value {
            "PRESENT_REF" => Vague::Present,
            "PAST_REF" => Vague::Past,
            _ => Vague::Future,
        }),
        "edge" => Word::Edge(match value {
            "early" => Edge::Early,
            "late" => Edge::Late,
            _ => Edge::Middle,
        }),
        "edge-noun" => Word::EdgeNoun(match value {
            "start" => Edge::Start,
            "end" => Edge::End,
            _ => Edge::Middle,
        }),
        "later" => Word::Later,
        "earlier" => Word::Earlier,
        "ago" => Word::Ago,
        "every" => Word::Every,
        "frequency" => {
            let (count, unit) = match value {
                "PT1H" => (1, Unit::Hour),
                "P1D" => (1, Unit::Day),
                "P1W" => (1, Unit::Week),
                "P2W" => (2, Unit::Week),
                "P1M" => (1, Unit::Month),
                "P2M" => (2, Unit::Month),
                "P3M" => (3, Unit::Month),
                "P6M" => (6, Unit::Month),
                "P2Y" => (2, Unit::Year),
                _ => (1, Unit::Year),
            };
            Word::Frequency(count, unit)
        }
        "decade" => Word::Decade(number()?),
        "fiscal" => Word::Fiscal,
        "half" => Word::Half,
        "few" => Word::Few,
        "article" => Word::Article,
        "period" => Word::Period,
        "future" => Word::Future,
        "o-clock" => Word::OClock,
        _ => return None,
    })
}

fn unit(name: &str) -> Option<Unit> {
    Some(match name {
        "second" => Unit::Second,
        "minute" => Unit::Minute,
        "hour" => Unit::Hour,
        "day" => Unit::Day,
        "night" => Unit::Night,
        "weekend" => Unit::Weekend,
        "week" => Unit::Week,
        "fortnight" => Unit::Fortnight,
        "month" => Unit::Month,
        "quarter" => Unit::Quarter,
        "semester" => Unit::Half,
        "year" => Unit::Year,
        "decade" => Unit::Decade,
        "century" => Unit::Century,
        "millennium" => Unit::Millennium,
        _ => return None,
    })
}

fn season(code: &str) -> Option<Season> {
    [Season::Spring, Season::Summer, Season::Autumn, Season::Winter].into_iter().find(|season| season.code() == code)
}

fn part(code: &str) -> Option<Part> {
    [Part::Morning, Part::Midday, Part::Afternoon, Part::Evening, Part::Night, Part::Daytime]
        .into_iter()
        .find(|part| part.code() == code)
}

/// The longest word of the lexicon; no longer token is looked up.
const LONGEST: usize = 14;

/// The class of a token, from its norm.
pub(super) fn class(norm: &str) -> Word {
    let bytes = norm.as_bytes();
    match bytes.first() {
        Some(b'0'..=b'9') => digits(norm),
        Some(b'a'..=b'z') if bytes.len() <= LONGEST => {
            let word = norm.strip_suffix('.').unwrap_or(norm);
            if let [letter @ (b'q' | b'h'), digit @ b'1'..=b'4'] = *word.as_bytes() {
                return match letter {
                    b'q' => Word::Quarter(digit - b'0'),
                    _ if digit <= b'2' => Word::HalfYear(digit - b'0'),
                    _ => Word::Other,
                };
            }
            WORDS.get(word).copied().unwrap_or(Word::Other)
        }
        Some(b'\'') if bytes.len() <= 4 => Word::Apostrophe,
        Some(0xe2) if norm == "‘" => Word::Apostrophe,
        _ => Word::Other,
    }
}

fn digits(norm: &str) -> Word {
    let bytes = norm.as_bytes();
    if bytes.len() <= 4 && bytes.iter().all(u8::is_ascii_digit) {
        return norm.parse().map_or(Word::Numeral, |number| Word::Digits(number, bytes.len() as u8));
    }
    if let [number @ .., b's' | b'n' | b'r' | b't', b't' | b'd' | b'h'] = bytes
        && let Ok(number) = std::str::from_utf8(number).unwrap_or_default().parse::<u8>()
        && ["st", "nd", "rd", "th"].contains(&&norm[norm.len() - 2..])
    {
        return Word::DigitsOrdinal(number);
    }
    Word::Numeral
}
