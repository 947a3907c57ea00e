//! Times: dates, times of day, durations, sets and ranges, in TIMEX3's sense.
//!
//! This stage finds what is *said*; [`crate::link`] works out what it means against the reference date.

mod ago;
mod amount;
mod century;
mod clock;
mod day;
mod decade;
mod deictic;
mod duration;
mod event;
pub mod expression;
pub mod holiday;
mod numeric;
mod part;
mod quarter;
mod refine;
mod relative;
mod scan;
mod season;
mod set;
mod tense;
mod vague;
mod weekday;
mod word;
mod year;
mod year_end;

pub use expression::{Expression, Said};
pub use scan::{Found, Scan};

use crate::reason::{By, Confidence, Decided, Reason};
use crate::rule::Rule;
use crate::span::Span;
use crate::syntax::Parsed;
use crate::tag::Tagged;
use crate::text::Text;
use crate::view::View;
use std::ops::Range;
use word::Word;

/// Whether a word names a day of the week or a month, which keep their capital in a sentence.
pub(crate) fn is_calendar(norm: &str) -> bool {
    matches!(word::class(norm), Word::Month { .. } | Word::Weekday { .. } | Word::Weekdays(_))
}

/// An expression of time.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Time {
    /// Where it stands.
    pub span: Span,
    /// What sort.
    pub kind: Kind,
    /// What is said.
    pub said: Said,
    /// What it means; set by linking.
    pub meaning: Meaning,
    /// The event that it dates; set when facts are gathered.
    pub event: Option<Span>,
    /// What a person decided about it.
    pub decided: Option<Decided<(Kind, Span)>>,
    /// How sure.
    pub confidence: Confidence,
    /// What found it.
    pub by: By,
    /// Why.
    pub reasons: Vec<Reason>,
}

/// What sort of expression; TIMEX3's four types and the range.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash)]
#[expect(missing_docs, reason = "the words of TIMEX3")]
pub enum Kind {
    Date,
    Time,
    Duration,
    Set,
    Range,
}

/// What an expression means.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Meaning {
    /// The calendar interval `[from, to)`, each ISO 8601 (date, or date and time with an offset).
    pub interval: Option<Interval>,
    /// TIMEX3's `value`: "2025-06-10", "P90D", "PRESENT_REF".
    pub value: String,
    /// TIMEX3's `mod`: "START", "MID", "APPROX".
    pub modifier: Option<&'static str>,
    /// How fine it is.
    pub grain: Option<Grain>,
    /// Fields that the words state.
    pub known: Vec<Grain>,
    /// Fields that were worked out.
    pub implied: Vec<Grain>,
    /// What they were worked out from.
    pub basis: Option<Basis>,
    /// Other values it may have.
    pub alternatives: Vec<String>,
}

/// A calendar interval, from and including, to and excluding.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Interval {
    /// Its beginning; open where none.
    pub from: Option<String>,
    /// Its end; open where none.
    pub to: Option<String>,
}

/// A unit of the calendar.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash, PartialOrd, Ord)]
#[expect(missing_docs, reason = "plain words")]
pub enum Grain {
    Second,
    Minute,
    Hour,
    DayPart,
    Day,
    Weekend,
    Week,
    Month,
    Quarter,
    Season,
    Half,
    Year,
    Decade,
    Century,
}

/// What the implied part of a time was worked out from.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash)]
pub enum Basis {
    /// All of it is said.
    Explicit,
    /// The reference date.
    Reference,
    /// The reference date and the tense of the verb.
    Tense,
    /// Another time in the text.
    Context,
}

/// Proposes the time that begins, or has its first telling word, at a token.
pub type Find = fn(&Scan, usize) -> Option<Found>;

/// The rules. At each token the longest proposal stands; of equally long ones the first.
pub const RULES: &[Rule<Find>] = &[
    Rule { name: "times/numeric", about: "dates in figures: 2025-06-10, 04/05/2025", find: numeric::find },
    Rule { name: "times/day", about: "days and months by name: June 3, 2025; 3 June; June 2025", find: day::find },
    // Before weekdays: "Black Friday" is longer and begins earlier.
    Rule { name: "times/holiday", about: "days with a name: Christmas Day, Good Friday", find: holiday::find },
    Rule { name: "times/weekday", about: "weekdays: Tuesday, last Friday", find: weekday::find },
    // Before years and durations: "four in the morning", "1400 GMT".
    Rule { name: "times/clock", about: "times of day: 10 p.m., 14:05 BST, noon", find: clock::find },
    Rule { name: "times/decade", about: "decades: the 1990s, the nineties", find: decade::find },
    Rule { name: "times/century", about: "centuries: the 20th century", find: century::find },
    Rule { name: "times/quarter", about: "quarters and halves: the third quarter of 2024, Q3", find: quarter::find },
    Rule { name: "times/season", about: "seasons: this fall, the summer of 2012", find: season::find },
    Rule { name: "times/year", about: "years: 1998, fiscal 1989, 3000 BC, 2015-19", find: year::find },
    Rule { name: "times/deictic", about: "days by their place beside today: yesterday, tonight", find: deictic::find },
    Rule { name: "times/year_end", about: "ends of units in one word: year-end", find: year_end::find },
    Rule {
        name: "times/relative",
        about: "units by their place: last week, the past 12 months, that year",
        find: relative::find,
    },
    Rule { name: "times/part", about: "parts of the day: Friday evening, in the morning", find: part::find },
    // Before durations: "three days ago" is longer than "three days".
    Rule { name: "times/ago", about: "lengths counted from a day: three days ago, a year earlier", find: ago::find },
    // Before durations: "three times a week" is no week.
    Rule { name: "times/set", about: "what comes again: every day, twice a year, daily", find: set::find },
    Rule { name: "times/duration", about: "lengths: two years, 10-year, an hour and a half", find: duration::find },
    Rule { name: "times/vague", about: "past, present, future: recently, now, the future", find: vague::find },
];

/// Whether a word, in lower case, is a unit of time or a part of the day: "year", "weeks", "morning".
pub fn is_unit(norm: &str) -> bool {
    norm == "second"
        || matches!(
            word::class(norm),
            Word::Unit { .. } | Word::Part(_) | Word::Parts(_) | Word::Noon(_) | Word::OClock | Word::Weekdays(_)
        )
}

/// Finds the times of the annotated sentences, in order, without overlaps.
pub fn find(text: &Text, tagged: &Tagged, parsed: &Parsed) -> Vec<Time> {
    let mut times = Vec::new();
    let mut words = Vec::new();
    for sentence in text.included() {
        find_in((text, tagged, parsed), sentence.tokens.clone(), &mut words, &mut times);
    }
    times
}

/// Finds the times of a run of tokens, as if it were a sentence.
pub fn find_within(text: &Text, tagged: &Tagged, parsed: &Parsed, tokens: Range<usize>) -> Vec<Time> {
    let mut times = Vec::new();
    find_in((text, tagged, parsed), tokens, &mut Vec::new(), &mut times);
    times
}

fn find_in(
    (text, tagged, parsed): (&Text, &Tagged, &Parsed),
    tokens: Range<usize>,
    words: &mut Vec<Word>,
    times: &mut Vec<Time>,
) {
    words.clear();
    words.extend(tokens.clone().map(|at| word::class(text.norm(at))));
    if words.iter().all(|&word| word == Word::Other) {
        return;
    }
    let scan = Scan::new(View::within(text, tagged, tokens.clone()), parsed, words);
    let mut found: Vec<(Found, &'static str)> = Vec::new();
    let mut at = tokens.start;
    let mut free = tokens.start;
    while at < tokens.end {
        let triggers = scan.word(at) != Word::Other || matches!(scan.bare(at), "once" | "twice");
        let best = if triggers { propose(&scan, at, free) } else { None };
        match best {
            Some((best, rule)) => {
                at = best.tokens.end;
                free = at;
                found.push((best, rule));
            }
            None => at += 1,
        }
    }
    refine::refine(&scan, &mut found);
    times.extend(found.into_iter().map(|(found, rule)| Time {
        span: text.cover(found.tokens.clone()),
        kind: found.kind,
        said: found.said,
        meaning: Meaning::default(),
        event: None,
        decided: None,
        confidence: found.confidence,
        by: By::rule(rule),
        reasons: Vec::new(),
    }));
}

/// The longest proposal at a token that begins at `free` or later.
fn propose(scan: &Scan, at: usize, free: usize) -> Option<(Found, &'static str)> {
    let mut best: Option<(Found, &'static str)> = None;
    for rule in RULES {
        if let Some(found) = (rule.find)(scan, at)
            && found.tokens.start >= free
            && found.tokens.end <= scan.end
            && found.tokens.start < found.tokens.end
            && best.as_ref().is_none_or(|(longest, _)| found.tokens.len() > longest.tokens.len())
        {
            best = Some((found, rule.name));
        }
    }
    best
}
