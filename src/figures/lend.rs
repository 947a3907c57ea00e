//! Units that two numbers share: "5 and 6 kg", "24.2 to 33 billion euros", "208 pounds to 191".
//!
//! The number without a unit takes that of the other, and its magnitude where it is no larger: "3 and 4 million
//! units". Left alone: "between 900 and 1.2 million", where the first is said in full.

use super::change;
use super::scene::{Draft, Scene};
use super::{Amount, Kind};
use crate::numeral::Decimal;
use crate::reason::Reason;
use crate::tag::Pos;

/// Gives bare numbers the unit of the figure that they are joined to.
pub fn refine(scene: &Scene, mut drafts: Vec<Draft>) -> Vec<Draft> {
    // From the last to the first, so that "10, 20 and 30 percent" passes the unit on.
    for at in (1..drafts.len()).rev() {
        let (first, second) = drafts.split_at_mut(at);
        let (first, second) = (&mut first[at - 1], &mut second[0]);
        if is_bare(first) && has_unit(second) && joined(scene, first, second) {
            to_first(scene, first, second);
        }
    }
    for at in 1..drafts.len() {
        let (first, second) = drafts.split_at_mut(at);
        let (first, second) = (&first[at - 1], &mut second[0]);
        if is_bare(second) && has_unit(first) && ends(scene, first, second) {
            take(second, first, first.figure.span);
        }
    }
    drafts
}

fn is_bare(draft: &Draft) -> bool {
    draft.bare && draft.figure.kind == Kind::Cardinal
}

fn has_unit(draft: &Draft) -> bool {
    matches!(draft.figure.kind, Kind::Percent | Kind::PercentagePoint | Kind::Money | Kind::Quantity | Kind::Count)
        && (draft.figure.unit.is_some() || draft.figure.unit_name.is_some())
}

fn value(draft: &Draft) -> Option<Decimal> {
    match draft.figure.amount {
        Amount::Value(value) => Some(value),
        Amount::Range { .. } => None,
    }
}

/// Whether a joint stands between two figures, and nothing but words of degree beside it.
fn joined(scene: &Scene, first: &Draft, second: &Draft) -> bool {
    let gap = first.tokens.end..second.tokens.start;
    if gap.is_empty() || gap.len() > 4 || !same_sentence(scene, first, second) {
        return false;
    }
    // "8- to 16-metre"
    let start = gap.start + usize::from(scene.norm(gap.start) == "-" && !scene.spaced(gap.start) && gap.len() > 1);
    let joint = scene.norm(start);
    // "38, 20 percent higher" shares nothing; "10, 20 and 30 percent" does.
    let list = joint == "," && second.bare;
    let degree = (start + 1..gap.end).all(|at| {
        matches!(
            scene.norm(at),
            "even"
                | "perhaps"
                | "maybe"
                | "possibly"
                | "about"
                | "around"
                | "nearly"
                | "up"
                | "to"
                | "as"
                | "much"
                | "approximately"
                | "some"
                | "almost"
                | "roughly"
                | "then"
                | "and"
                | "or"
                | "-"
                | "~"
        )
    });
    // "a score of 12 and 3 million people watched" are two clauses.
    let behind = second.tokens.end;
    let clause = matches!(joint, "and" | "or" | ",")
        && matches!(scene.pos(behind), Pos::Verb | Pos::Aux)
        && second.figure.kind == Kind::Count
        && first.tokens.start > scene.anchors[first.anchors.start].sentence.start;
    // "5 and $6": a sign before the number is not shared with the one before it.
    let signed =
        second.figure.kind == Kind::Money && !starts_with_number(scene, second) && joint != "-" && joint != "–";
    matches!(joint, "and" | "or" | "to" | "-" | "–" | "—" | "/" | "versus" | "vs" | "vs.")
        && degree
        && !clause
        && !signed
        || list && degree && !signed && gap.len() == 1
}

fn starts_with_number(scene: &Scene, draft: &Draft) -> bool {
    draft.tokens.start == scene.numeral(draft.anchors.start).tokens.start
        && scene.numeral(draft.anchors.start).span.start == draft.figure.span.start
}

fn same_sentence(scene: &Scene, first: &Draft, second: &Draft) -> bool {
    scene.anchors[first.anchors.start].sentence == scene.anchors[second.anchors.start].sentence
}

/// Whether a bare number is the other end of a change: "from 208 pounds to 191", "to 4.4 percent from 4.6".
fn ends(scene: &Scene, first: &Draft, second: &Draft) -> bool {
    let gap = first.tokens.end..second.tokens.start;
    let joint = if gap.len() == 1 { scene.norm(gap.start) } else { "" };
    let behind = second.tokens.end;
    let alone = behind >= scene.end(second.anchors.start)
        || !scene.is_word(behind)
        || matches!(scene.pos(behind), Pos::Adp | Pos::Cconj | Pos::Adv | Pos::Sconj | Pos::Verb | Pos::Aux);
    let from = scene.before(first.anchors.start, first.tokens.start, 0) == "from";
    let changes =
        (0..8).any(|back| change::verb(scene.before(first.anchors.start, first.tokens.start, back)).is_some());
    let last = behind >= scene.end(second.anchors.start) || !scene.is_word(behind);
    let counts = first.figure.kind == Kind::Count;
    same_sentence(scene, first, second)
        && match joint {
            // "rose 30% to 520": by how much, and then to what.
            "to" => {
                !counts
                    && (alone && (from || changes && first.figure.kind != Kind::Percent)
                        || last && first.figure.kind == Kind::Quantity)
            }
            // "slowed to 4.4 percent from 4.6"
            "from" => changes && last && scene.before(first.anchors.start, first.tokens.start, 0) == "to",
            _ => false,
        }
}

fn to_first(scene: &Scene, first: &mut Draft, second: &Draft) {
    let (Some(a), Some(b)) = (value(first), value(second).or_else(|| low(second))) else { return };
    let said = scene.text.slice(first.figure.span).contains(',') || first.scale > 0;
    // "3 and 4 million", but "900 and 1.2 million".
    let mantissa = b.scaled(-second.scale).map(Decimal::abs);
    let small = mantissa.and_then(|most| most.checked_mul(Decimal::from(20u32))).is_some_and(|most| a.abs() <= most);
    let scaled = second.scale > 0 && !said && small && a.abs() < Decimal::from(1000u32);
    if scaled {
        let Some(value) = a.scaled(second.scale) else { return };
        first.figure.amount = Amount::Value(value);
        first.scale = second.scale;
    }
    let span = second.figure.span;
    take(first, second, span);
}

fn low(draft: &Draft) -> Option<Decimal> {
    match draft.figure.amount {
        Amount::Range { low, .. } => low,
        Amount::Value(value) => Some(value),
    }
}

fn take(draft: &mut Draft, from: &Draft, span: crate::span::Span) {
    let figure = &mut draft.figure;
    figure.kind = from.figure.kind;
    figure.unit.clone_from(&from.figure.unit);
    figure.unit_name.clone_from(&from.figure.unit_name);
    figure.currency_assumed = from.figure.currency_assumed;
    figure.reasons = vec![Reason::at("shared-unit", "the unit is said with the number that it is joined to", span)];
}
