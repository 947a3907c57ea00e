//! Figures: money, percentages, counts, quantities, ordinals, scores, ages.

mod age;
mod approximation;
mod basis_point;
mod cardinal;
mod casualty;
pub mod change;
mod count;
mod exclusion;
mod fraction;
mod lend;
mod magnitude;
mod money;
mod multiple;
pub mod noun;
mod ordinal;
mod pair;
mod per;
mod percent;
mod percentage_point;
mod quantity;
mod range;
mod rank;
mod ratio;
mod scene;
mod score;
mod taken;
mod unit;
mod whole;

use scene::Sort;
pub use scene::{Draft, Scene};
use taken::Taken;
use unit::UNIT_WORDS;

use crate::entities::Mention;
use crate::numeral::Decimal;
use crate::reason::{By, Confidence, Decided, Reason};
use crate::rule::Rule;
use crate::span::Span;
use crate::tag::Tagged;
use crate::text::Text;
use crate::times::Time;
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
    /// The day as of which it holds: an index into [`crate::link::Linked::times`]; set by linking.
    pub as_of: Option<usize>,
    /// Who says so: an index into [`crate::link::Linked::claims`]; set by linking.
    pub claim: Option<usize>,
    /// What a person decided about it.
    pub decided: Option<Decided<(Kind, Span)>>,
    /// How sure.
    pub confidence: Confidence,
    /// What found it.
    pub by: By,
    /// Why.
    pub reasons: Vec<Reason>,
}

impl Figure {
    /// A figure of which nothing is known but its number.
    pub const fn bare(span: Span, kind: Kind, amount: Amount, by: By) -> Figure {
        Figure {
            span,
            kind,
            amount,
            unit: None,
            unit_name: None,
            currency_assumed: false,
            approx: None,
            also: None,
            measures: None,
            change: None,
            as_of: None,
            claim: None,
            decided: None,
            confidence: Confidence::High,
            by,
            reasons: Vec::new(),
        }
    }
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
    /// Between two, either of which may be open; of a score the two numbers in the order said.
    Range {
        /// The lower end; of a score the first number.
        low: Option<Decimal>,
        /// The upper end; of a score the second number.
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
    pub amount: Amount,
    /// UCUM code or ISO 4217.
    pub unit: Cow<'static, str>,
    /// In plain English.
    pub unit_name: Cow<'static, str>,
    /// Whether the two agree, within the precision they are written with; none between currencies, which have no
    /// fixed rate.
    pub agrees: Option<bool>,
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

/// Proposes the figure of an anchor, if it is of the rule's kind.
pub type Find = fn(&Scene, usize) -> Option<Draft>;

/// The rules, in order: the first that answers for a number has it.
pub const RULES: &[Rule<Find>] = &[
    // A ratio and a score take two numbers, so they come before the rules that would take one.
    ratio::RULE,
    basis_point::RULE,
    percentage_point::RULE,
    percent::RULE,
    // Before scores: "$3-4 billion" is none.
    money::RULE,
    age::RULE,
    score::RULE,
    // Before quantities and counts: "a magnitude 6.5 earthquake" counts no earthquake.
    magnitude::RULE,
    rank::RULE,
    quantity::RULE,
    ordinal::RULE,
    fraction::RULE,
    multiple::RULE,
    // Before counts: "five others were injured" counts people, not others.
    casualty::RULE,
    count::RULE,
    // Whatever number is left.
    cardinal::RULE,
];

/// Changes the list as a whole.
pub type Refine = fn(&Scene, Vec<Draft>) -> Vec<Draft>;

/// The refiners, in order.
pub const REFINERS: &[Refine] = &[
    money::settle,
    // Before ranges: "5 to 6 kg" is a range of two weights.
    lend::refine,
    // Before pairs: "10-20 km (6-12 miles)".
    range::refine,
    pair::refine,
    approximation::refine,
    // After ranges and pairs, which join what stands on both sides of a dash.
    whole::refine,
    // Last: a change refers to figures by their place in the list.
    change::refine,
];

/// Finds the figures of the annotated sentences, in order, without overlaps.
///
/// A number that is part of a time or of a name is no figure.
pub fn find(text: &Text, tagged: &Tagged, mentions: &[Mention], times: &[Time]) -> Vec<Figure> {
    let scene = Scene::new(text, tagged, Taken::new(text, mentions, times));
    let mut drafts: Vec<Draft> = Vec::new();
    let mut at = 0;
    while at < scene.anchors.len() {
        if scene.anchors[at].sort == Sort::Taken {
            at += 1;
            continue;
        }
        if let Some((passed, _)) = exclusion::exclude(&scene, at) {
            at += passed.max(1);
            continue;
        }
        let draft = RULES.iter().find_map(|rule| (rule.find)(&scene, at));
        match draft {
            Some(draft) if drafts.last().is_none_or(|last| last.figure.span.end <= draft.figure.span.start) => {
                at = draft.anchors.end.max(at + 1);
                drafts.push(draft);
            }
            _ => at += 1,
        }
    }
    let drafts = REFINERS.iter().fold(drafts, |drafts, refine| refine(&scene, drafts));
    drafts.into_iter().map(|draft| draft.figure).collect()
}
