//! A percentage that its own numbers do not give: "rose 12% to 560 from 480", which is 16.7%.

use super::{EACH, finding};
use crate::facts::{Finding, FindingCode, Member};
use crate::figures::{Amount, Direction, Figure, Kind};
use crate::link::Linked;
use crate::numeral::Decimal;
use crate::text::Text;

/// How far the percentage may stand from the numbers it belongs to, in bytes.
const NEAR: u32 = 80;

/// Percentages that are no change from the number said to the number said, within the precision of all three.
pub(super) fn find(text: &Text, linked: &Linked, findings: &mut Vec<Finding>) {
    let figures = &linked.figures;
    let mut count = 0;
    for (at, figure) in figures.iter().enumerate() {
        let Some(change) = figure.change.filter(|_| figure.kind != Kind::Percent && count < EACH) else { continue };
        let Some(base) = change.base.and_then(|base| figures.get(base)).filter(|base| base.unit == figure.unit) else {
            continue;
        };
        let near = at.saturating_sub(2)..(at + 3).min(figures.len());
        let Some(percent) = near.into_iter().find(|other| is_of(text, &figures[*other], figure, change.direction))
        else {
            continue;
        };
        let Some(bounds) = bounds(base, figure) else { continue };
        let Some(said) = value(&figures[percent]).and_then(|said| range(said.abs())) else { continue };
        let Some(middle) = bounds.middle().filter(|_| said.high < bounds.low || said.low > bounds.high) else {
            continue;
        };
        count += 1;
        let words = |figure: &Figure| text.slice(figure.span).to_owned();
        let (from, to, said) = (words(base), words(figure), words(&figures[percent]));
        let sentence = format!(
            "A percentage that does not come out. From {from} to {to} is about {middle}%, and the article says {said}."
        );
        let members = vec![Member::Figure(percent), Member::Figure(at)];
        let mut found = finding(FindingCode::PercentMismatch, "facts/percent-mismatch", members, sentence);
        found.computation = Some(format!("({to} − {from}) ÷ {from} = {middle}%"));
        findings.push(found);
    }
}

/// Whether a percentage is the change that a figure came by: near it in the same sentence, exact, the same way.
fn is_of(text: &Text, percent: &Figure, figure: &Figure, direction: Direction) -> bool {
    let whole = percent.span.cover(figure.span);
    let one_sentence = text.slice(whole).find(['.', ';', '\n']).is_none_or(|at| {
        // The point of a decimal ends no sentence.
        text.slice(whole)[at..].starts_with('.') && !text.slice(whole)[at..].starts_with(". ")
    });
    percent.kind == Kind::Percent
        && percent.approx.is_none()
        && percent.change.is_some_and(|change| change.direction == direction)
        && whole.len() <= NEAR
        && one_sentence
}

/// The percentages that a change may be, by the precision that both numbers are written with.
fn bounds(base: &Figure, figure: &Figure) -> Option<Bounds> {
    if base.approx.is_some() || figure.approx.is_some() {
        return None;
    }
    let (from, to) = (range(value(base)?)?, range(value(figure)?)?);
    if from.low <= Decimal::ZERO {
        return None;
    }
    let hundred = Decimal::from(100u32);
    let change = |from: Decimal, to: Decimal| {
        Some(to.checked_sub(from)?.checked_mul(hundred)?.checked_div(from)?.rounded(3).abs())
    };
    let mut bounds: Option<Bounds> = None;
    for (from, to) in [(from.low, to.low), (from.low, to.high), (from.high, to.low), (from.high, to.high)] {
        let end = change(from, to)?;
        let known = bounds.get_or_insert(Bounds { low: end, high: end });
        known.low = known.low.min(end);
        known.high = known.high.max(end);
    }
    bounds
}

/// Between what a number lies, both ends included.
#[derive(Clone, Copy)]
struct Bounds {
    low: Decimal,
    high: Decimal,
}

impl Bounds {
    /// The number halfway, to a tenth.
    fn middle(self) -> Option<Decimal> {
        Some(self.low.checked_add(self.high)?.checked_div(Decimal::from(2u32))?.rounded(1))
    }
}

fn value(figure: &Figure) -> Option<Decimal> {
    match figure.amount {
        Amount::Value(value) => Some(value),
        Amount::Range { .. } => None,
    }
}

/// From half a unit of the last place below a number to half a unit above it. A round "20,000" may be rounded to its
/// zeros, but is not off by more than a fortieth.
fn range(value: Decimal) -> Option<Bounds> {
    let half = value.grain().checked_div(Decimal::from(2u32))?;
    let fortieth = value.abs().checked_div(Decimal::from(40u32))?;
    let half = if half > Decimal::ONE { half.min(fortieth) } else { half };
    Some(Bounds { low: value.checked_sub(half)?, high: value.checked_add(half)? })
}
