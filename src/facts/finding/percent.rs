//! A percentage that its own numbers do not give: "rose 12% to 560 from 480", which is 16.7%.

use super::{EACH, finding};
use crate::facts::{Finding, FindingCode, Member};
use crate::figures::{Amount, Direction, Figure, Kind};
use crate::link::Linked;
use crate::numeral::Decimal;
use crate::text::Text;
use std::ops::Range;

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
        if said.end >= bounds.start && said.start <= bounds.end {
            continue;
        }
        count += 1;
        let words = |figure: &Figure| text.slice(figure.span).to_owned();
        let middle = (bounds.start + bounds.end) / 2.0;
        let (from, to, said) = (words(base), words(figure), words(&figures[percent]));
        let sentence = format!(
            "A percentage that does not come out. From {from} to {to} is about {middle:.1}%, and the article says {said}."
        );
        let members = vec![Member::Figure(percent), Member::Figure(at)];
        let mut found = finding(FindingCode::PercentMismatch, "facts/percent-mismatch", members, sentence);
        found.computation = Some(format!("({to} − {from}) ÷ {from} = {middle:.1}%"));
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
fn bounds(base: &Figure, figure: &Figure) -> Option<Range<f64>> {
    if base.approx.is_some() || figure.approx.is_some() {
        return None;
    }
    let (from, to) = (range(value(base)?)?, range(value(figure)?)?);
    if from.start <= 0.0 {
        return None;
    }
    let change = |from: f64, to: f64| ((to - from) / from * 100.0).abs();
    let ends = [
        change(from.start, to.start),
        change(from.start, to.end),
        change(from.end, to.start),
        change(from.end, to.end),
    ];
    let (low, high) = ends.into_iter().fold((f64::MAX, 0.0_f64), |(low, high), end| (low.min(end), high.max(end)));
    Some(low..high)
}

fn value(figure: &Figure) -> Option<Decimal> {
    match figure.amount {
        Amount::Value(value) => Some(value),
        Amount::Range { .. } => None,
    }
}

/// From half a unit of the last place below a number to half a unit above it.
fn range(value: Decimal) -> Option<Range<f64>> {
    let number: f64 = value.to_string().parse().ok()?;
    let half: f64 = value.grain().to_string().parse::<f64>().ok()? / 2.0;
    // "480" is exact to one; a round "20,000" is taken for rounded to its zeros, but by no more than a fortieth.
    let half = half.min((number.abs() / 40.0).max(0.5_f64.min(half)));
    Some(number - half..number + half)
}
