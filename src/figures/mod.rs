//! Figures: money, percentages, counts, quantities, ordinals, scores, ages.

use crate::numeral::Decimal;
use crate::reason::{By, Confidence, Reason};
use crate::rule::Rule;
use crate::span::Span;
use crate::tag::Tagged;
use crate::text::Text;
use std::borrow::Cow;

/// A number that the article gives, with what it is a number of.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Figure {
    /// From its first sign or word to its unit, approximation words left out.
    pub span: Span,
    /// What sort of number.
    pub kind: Kind,
    /// How much.
    pub amount: Amount,
    /// UCUM code, or ISO 4217 of money.
    pub unit: Option<Cow<'static, str>>,
    /// The unit in plain English, singular; of a count, what is counted.
    pub unit_name: Option<Cow<'static, str>>,
    /// The currency was not said but inferred ("$" in a dateline of Sydney).
    pub currency_assumed: bool,
    /// About, at least, at most.
    pub approx: Option<Approx>,
    /// The same in another unit: "20 acres (8 hectares)".
    pub also: Option<Also>,
    /// What it measures; set when facts are gathered.
    pub measures: Option<Measures>,
    /// It is a change, or the outcome or base of one.
    pub change: Option<Change>,
    /// When it holds: an index into [`crate::link::Linked::times`]; set by linking.
    pub as_of: Option<usize>,
    /// Who says so: an index into [`crate::link::Linked::claims`]; set by linking.
    pub claim: Option<usize>,
    /// How sure.
    pub confidence: Confidence,
    /// What found it.
    pub by: By,
    /// Why.
    pub reasons: Vec<Reason>,
}

/// What sort of number.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash)]
#[expect(missing_docs, reason = "the words of the export")]
pub enum Kind {
    Money,
    Percent,
    PercentagePoint,
    Count,
    Quantity,
    Ratio,
    Ordinal,
    Rank,
    Score,
    Age,
    Cardinal,
}

/// How much.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum Amount {
    /// One value.
    Value(Decimal),
    /// Between two, either of which may be open.
    Range {
        /// The lower end.
        low: Option<Decimal>,
        /// The upper end.
        high: Option<Decimal>,
    },
}

/// How a value bounds or approximates the true one.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash)]
pub enum Approx {
    /// ≥
    AtLeast,
    /// ≤
    AtMost,
    /// >
    MoreThan,
    /// <
    LessThan,
    /// ~
    About,
}

/// The same figure in a second unit.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Also {
    /// How much.
    pub value: Decimal,
    /// UCUM code or ISO 4217.
    pub unit: Cow<'static, str>,
    /// In plain English.
    pub unit_name: Cow<'static, str>,
    /// Whether the two agree, within the precision they are written with.
    pub agrees: bool,
}

/// What a figure measures.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Measures {
    /// "tariffs".
    pub what: String,
    /// "China".
    pub of: Option<String>,
    /// The words that say so.
    pub span: Span,
}

/// A change that a figure states or is part of.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Change {
    /// Which way.
    pub direction: Direction,
    /// The figure it started from: an index into the same list.
    pub base: Option<usize>,
}

/// Which way something changed.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash)]
#[expect(missing_docs, reason = "plain words")]
pub enum Direction {
    Up,
    Down,
}

/// Proposes figures.
pub type Find = fn(&Text, &Tagged, &mut Vec<Figure>);

/// The rules, in order.
pub const RULES: &[Rule<Find>] = &[];

/// Finds the figures of the annotated sentences, in order, without overlaps.
pub fn find(text: &Text, tagged: &Tagged) -> Vec<Figure> {
    let mut figures = Vec::new();
    for rule in RULES {
        (rule.find)(text, tagged, &mut figures);
    }
    figures
}
