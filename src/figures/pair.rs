//! The same twice: "20 acres (8 hectares)", "$5 million (£3.9m)", "100 miles, or 160 kilometres,".
//!
//! Two figures of one dimension become one with a second reading. Where their sizes are known they are
//! held against each other, within the precision that they are written with.

use super::scene::{Draft, Scene};
use super::unit::{UNITS, Unit};
use super::{Also, Amount, Kind};
use crate::numeral::Decimal;
use crate::reason::Reason;
use crate::span::Span;

/// Joins paired units.
pub fn refine(scene: &Scene, drafts: Vec<Draft>) -> Vec<Draft> {
    let mut out: Vec<Draft> = Vec::with_capacity(drafts.len());
    for draft in drafts {
        if let Some(last) = out.last()
            && let Some(joined) = join(scene, last, &draft)
        {
            out.pop();
            out.push(joined);
        } else {
            out.push(draft);
        }
    }
    out
}

fn join(scene: &Scene, first: &Draft, second: &Draft) -> Option<Draft> {
    let text = scene.text;
    let (x, y) = (&first.figure, &second.figure);
    let kinds = matches!((x.kind, y.kind), (Kind::Quantity, Kind::Quantity) | (Kind::Money, Kind::Money));
    if !kinds || x.unit == y.unit || x.unit.is_none() || y.unit.is_none() {
        return None;
    }
    let mut open = first.tokens.end;
    let to = second.tokens.start;
    if open >= to || to - open > 7 {
        return None;
    }
    // Up to four words may stand between the figure and the bracket: "20 acres of land (8 hectares)".
    while open < to && text.norm(open) != "(" {
        if text.norm(open) == "," && matches!(text.norm(open + 1), "or" | "about") {
            break;
        }
        if !scene.is_word(open) {
            return None;
        }
        open += 1;
    }
    if open >= to {
        return None;
    }
    let bracket = text.norm(open) == "(";
    let about = (open + 1..to).all(|at| {
        matches!(
            text.norm(at),
            "or" | "about"
                | "around"
                | "roughly"
                | "approximately"
                | "nearly"
                | "some"
                | "just"
                | "over"
                | "under"
                | "more"
                | "than"
                | "at"
                | "least"
                | "~"
                | "≈"
        )
    });
    let closed = !bracket || matches!(text.norm(second.tokens.end), ")" | ";" | ",");
    let apart = !bracket && open != first.tokens.end;
    if !about || !closed || apart {
        return None;
    }
    let unit = |draft: &Draft| UNITS.by_code(draft.figure.unit.as_deref()?);
    let agrees = match (unit(first), unit(second)) {
        (Some(one), Some(other)) => {
            let hot = |unit: &Unit| matches!(unit.code, "Cel" | "[degF]" | "K" | "deg");
            if one.dimension != other.dimension && !(hot(one) && hot(other)) {
                return None;
            }
            Some(both_agree(one, &x.amount, other, &y.amount))
        }
        // Between currencies no fixed rate tells.
        _ if x.kind == Kind::Money => None,
        _ => return None,
    };
    let mut joined = first.clone();
    joined.figure.also =
        Some(Also { amount: y.amount.clone(), unit: y.unit.clone()?, unit_name: y.unit_name.clone()?, agrees });
    // A figure ends where the second reading does, its bracket too, unless words stand between.
    if bracket && open == first.tokens.end && text.norm(second.tokens.end) == ")" {
        let end = text.tokens[second.tokens.end].span.end;
        joined.figure.span = Span::new(x.span.start, end);
        joined.tokens.end = second.tokens.end + 1;
    } else {
        joined.tokens.end = second.tokens.end;
    }
    joined.anchors.end = second.anchors.end;
    let differs = agrees == Some(false);
    let text = if differs { "said in a second unit, which does not agree" } else { "said in a second unit" };
    joined.figure.reasons.push(Reason::at("pair", text, y.span));
    Some(joined)
}

/// Whether two amounts are the same, both ends of ranges.
fn both_agree(one: &Unit, a: &Amount, other: &Unit, b: &Amount) -> bool {
    let ends = |amount: &Amount| match *amount {
        Amount::Value(value) => (Some(value), Some(value)),
        Amount::Range { low, high } => (low, high),
    };
    let ((a_low, a_high), (b_low, b_high)) = (ends(a), ends(b));
    // "warmer by 1.5 degrees Celsius (2.7 Fahrenheit)": differences convert without the zero point.
    let both = |agree: fn(&Unit, Decimal, &Unit, Decimal) -> bool| {
        let end = |a: Option<Decimal>, b: Option<Decimal>| a.zip(b).is_none_or(|(a, b)| agree(one, a, other, b));
        end(a_low, b_low) && end(a_high, b_high)
    };
    both(agree) || matches!((one.code, other.code), ("Cel", "[degF]") | ("[degF]", "Cel")) && both(agree_by_difference)
}

fn agree_by_difference(one: &Unit, a: Decimal, _: &Unit, b: Decimal) -> bool {
    let (celsius, fahrenheit) = if one.code == "Cel" { (a, b) } else { (b, a) };
    let walk = || {
        let converted = celsius.checked_mul(Decimal::new(18, -1)?)?;
        // "10" is written to its last place, although it ends in a zero: 14 degrees are no 10 of the other kind.
        let one = Decimal::from(1u32);
        let slack = celsius.grain().min(one).checked_add(fahrenheit.grain().min(one))?;
        Some(converted.checked_sub(fahrenheit)?.abs() <= slack)
    };
    walk().unwrap_or(true)
}

/// Whether two readings are the same within a unit of the last place that either is written with.
fn agree(one: &Unit, a: Decimal, other: &Unit, b: Decimal) -> bool {
    let walk = || {
        let converted = other.of_base(one.base(a)?)?;
        // The first is written to its last place too: what it may be off by, in the other's unit.
        let further = other.of_base(one.base(a.checked_add(a.grain().checked_div(Decimal::from(2u32))?)?)?)?;
        let slack = further.checked_sub(converted)?.abs();
        let tenth = b.abs().checked_div(Decimal::from(20u32))?;
        // A round number may be rounded to a tenth of itself at most.
        let half = b.grain().checked_mul(Decimal::new(6, -1)?)?.min(b.abs().checked_div(Decimal::from(10u32))?);
        let off = converted.checked_sub(b)?.abs();
        Some(off <= half.checked_add(slack.min(tenth))? || off <= b.abs().checked_div(Decimal::from(50u32))?)
    };
    walk().unwrap_or(true)
}
