//! Times: dates, times of day, durations, sets and ranges, in TIMEX3's sense.
//!
//! This stage finds what is *said*; [`crate::link`] works out what it means against the reference date.

use crate::reason::{By, Confidence, Reason};
use crate::rule::Rule;
use crate::span::Span;
use crate::tag::Tagged;
use crate::text::Text;

/// An expression of time.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Time {
    /// Where it stands.
    pub span: Span,
    /// What sort.
    pub kind: Kind,
    /// What it means; set by linking.
    pub meaning: Meaning,
    /// The event that it dates; set when facts are gathered.
    pub event: Option<Span>,
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

/// Proposes times.
pub type Find = fn(&Text, &Tagged, &mut Vec<Time>);

/// The rules, in order.
pub const RULES: &[Rule<Find>] = &[];

/// Finds the times of the annotated sentences, in order, without overlaps.
pub fn find(text: &Text, tagged: &Tagged) -> Vec<Time> {
    let mut times = Vec::new();
    for rule in RULES {
        (rule.find)(text, tagged, &mut times);
    }
    times
}
