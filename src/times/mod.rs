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
    numeric::RULE,
    day::RULE,
    // Before weekdays: "Black Friday" is longer and begins earlier.
    holiday::RULE,
    weekday::RULE,
    // Before years and durations: "four in the morning", "1400 GMT".
    clock::RULE,
    decade::RULE,
    century::RULE,
    quarter::RULE,
    season::RULE,
    year::RULE,
    deictic::RULE,
    year_end::RULE,
    relative::RULE,
    part::RULE,
    // Before durations: "three days ago" is longer than "three days".
    ago::RULE,
    // Before durations: "three times a week" is no week.
    set::RULE,
    duration::RULE,
    vague::RULE,
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
