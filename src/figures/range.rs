//! Ranges: "$3-4 billion", "between 10 and 20 dollars", "eight to 10 feet", "44 mg to 50 mg".
//!
//! Two figures become one whose ends are both exact. Left alone: "rose from 3% to 5%", a change.

use super::scene::{Draft, Scene};
use super::{Amount, Kind};
use crate::numeral::Decimal;
use crate::reason::Reason;
use crate::span::Span;

/// Joins the two ends of ranges.
pub fn refine(scene: &Scene, drafts: Vec<Draft>) -> Vec<Draft> {
    let mut out: Vec<Draft> = Vec::with_capacity(drafts.len());
    let mut drafts = drafts.into_iter().peekable();
    while let Some(draft) = drafts.next() {
        // "24.2 to 33-35 billion": the dash joins first.
        let dashed = drafts.peek().is_some_and(|next| dashed(scene, &draft, next));
        if let Some(last) = out.last()
            && (!dashed || !word_between(scene, last, &draft))
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

/// Whether a glued dash is all that stands between two figures.
fn dashed(scene: &Scene, first: &Draft, second: &Draft) -> bool {
    let gap = first.tokens.end..second.tokens.start;
    gap.len() == 1 && scene.dash(gap.start) && !scene.spaced(gap.start)
}

fn word_between(scene: &Scene, first: &Draft, second: &Draft) -> bool {
    second.tokens.start > first.tokens.end && scene.is_word(first.tokens.end)
}

fn value(draft: &Draft) -> Option<Decimal> {
    match draft.figure.amount {
        Amount::Value(value) => Some(value),
        Amount::Range { .. } => None,
    }
}

fn join(scene: &Scene, first: &Draft, second: &Draft) -> Option<Draft> {
    let text = scene.text;
    let (a, b) = (value(first)?, value(second)?);
    let ranges = |kind| !matches!(kind, Kind::Ordinal | Kind::Rank | Kind::Score);
    if !ranges(first.figure.kind) || !ranges(second.figure.kind) {
        return None;
    }
    // The second may begin earlier by a word that stands for it too ("about").
    let mut from = first.tokens.end;
    let to = second.tokens.start;
    if from >= to || to - from > 3 {
        return None;
    }
    // "8- to 16-metre", "6-to-8-foot"
    if scene.norm(from) == "-" && !scene.spaced(from) && matches!(scene.norm(from + 1), "to" | "or") {
        from += 1;
    }
    let mut joint = text.norm(from);
    from += 1;
    // "40 up to 60"
    if joint == "up" && text.norm(from) == "to" {
        (joint, from) = ("to", from + 1);
    }
    if scene.hyphen(from) {
        from += 1;
    }
    if from < to
        && matches!(text.norm(from), "about" | "around" | "approximately" | "nearly" | "~" | "some" | "perhaps")
    {
        from += 1;
    }
    if from != to {
        return None;
    }
    let start = first.tokens.start;
    let anchor = first.anchors.start;
    let mut before = scene.before(anchor, start, 0);
    let mut opener = start.saturating_sub(1);
    if matches!(before, "about" | "around" | "roughly" | "approximately" | "some") {
        before = scene.before(anchor, start, 1);
        opener = start.saturating_sub(2);
    }
    let dash = matches!(joint, "-" | "–" | "—" | "‑" | "−");
    let fits = match joint {
        "-" | "–" | "—" | "‑" | "−" => true,
        "to" | "or" => true,
        "and" => before == "between" || before == "from" && text.as_str().len() < 60,
        _ => false,
    };
    if !fits || scene.anchors[anchor].sentence != scene.anchors[second.anchors.start].sentence {
        return None;
    }
    // The same unit, or one end that lends the other its own.
    let (x, y) = (&first.figure, &second.figure);
    // "between $48,000 and $90,000 a year": the rate is that of both.
    let rated = |a: Option<&str>, b: Option<&str>, mark: &str| {
        a.zip(b).is_some_and(|(a, b)| b.strip_prefix(a).is_some_and(|rest| rest.is_empty() || rest.starts_with(mark)))
    };
    let same = x.kind == y.kind
        && (x.unit == y.unit || rated(x.unit.as_deref(), y.unit.as_deref(), "/"))
        && (x.unit_name == y.unit_name || rated(x.unit_name.as_deref(), y.unit_name.as_deref(), " per "));
    let lends = first.bare || (y.kind == Kind::Cardinal && second.bare && matches!(x.kind, Kind::Money | Kind::Age));
    if !same && !lends {
        return None;
    }
    if joint == "or" && !(first.bare && a < b) {
        return None;
    }
    // "rose from 3% to 5%": two figures that a change joins; so does "from 5% to 3%", whatever the verb.
    if joint == "to" && before == "from" && (a > b && !a.is_negative() || changes(scene, anchor, opener)) {
        return None;
    }
    // "rose $3 to $45" names the change and the outcome; "grew 1% to 2%" the two ends of one change, which lie near
    // each other.
    if joint == "to" && before != "from" && changes(scene, anchor, start) && same && !first.bare {
        let near = a < b && a.checked_mul(Decimal::from(4u32)).is_some_and(|most| b <= most);
        if !near || !matches!(x.kind, Kind::Percent | Kind::PercentagePoint) {
            return None;
        }
    }
    // "led by 47 percent to 40 percent" sets two against each other.
    if joint == "to" && same && before != "from" && a > b && !a.is_negative() {
        return None;
    }
    if joint == "to" && first.bare && second.bare && before != "from" && a > b {
        return None;
    }
    // "a 9-5 job": no range from nine to five.
    if dash && first.bare && x.kind != Kind::Cardinal && a > b && !a.is_negative() {
        return None;
    }
    // "The Rebels are 11-3": a record of wins and losses, and no range.
    if dash && x.kind == Kind::Cardinal && y.kind == Kind::Cardinal && a >= b && !scene.spaced(from) {
        let written = scene.numeral(anchor).digits && scene.numeral(second.anchors.start).digits;
        return written.then(|| score(first, second, a, b));
    }
    // "$3-4 billion": the magnitude of the second is that of both.
    let mut low = a;
    if first.scale == 0
        && second.scale > 0
        && a.abs() < Decimal::from(1000u32)
        && (first.bare || matches!(x.kind, Kind::Money))
        && !scale_said(scene, first)
    {
        low = a.scaled(second.scale)?;
    }
    if low > b && !(low.is_negative() || b.is_negative()) && dash && !same {
        // "7-5 million" is no range.
        return None;
    }
    let mut joined = if first.bare || x.unit.is_none() && y.unit.is_some() { second.clone() } else { first.clone() };
    joined.figure.amount = Amount::Range { low: Some(low.min(b)), high: Some(low.max(b)) };
    let starts = if before == "between" { text.tokens[opener].span.start } else { x.span.start };
    joined.figure.span = Span::new(starts, y.span.end);
    joined.tokens = if before == "between" { opener } else { first.tokens.start }..second.tokens.end;
    joined.anchors = first.anchors.start..second.anchors.end;
    joined.bare = first.bare && second.bare;
    joined.figure.unit.clone_from(&y.unit);
    joined.figure.unit_name.clone_from(&y.unit_name);
    if y.unit_name.is_none() {
        joined.figure.unit.clone_from(&x.unit);
        joined.figure.unit_name.clone_from(&x.unit_name);
    }
    joined.figure.also = None;
    let word = text.tokens[first.tokens.end].span;
    joined.figure.reasons.push(Reason::at("range", "from the one to the other", word));
    Some(joined)
}

/// Two numbers set against each other, in the order said.
fn score(first: &Draft, second: &Draft, a: Decimal, b: Decimal) -> Draft {
    let mut joined = first.clone();
    joined.figure.kind = Kind::Score;
    joined.figure.amount = Amount::Range { low: Some(a), high: Some(b) };
    joined.figure.span = Span::new(first.figure.span.start, second.figure.span.end);
    joined.figure.reasons = vec![Reason::new("score", "two numbers with a dash and nothing counted")];
    joined.tokens = first.tokens.start..second.tokens.end;
    joined.anchors = first.anchors.start..second.anchors.end;
    joined.bare = false;
    joined
}

fn scale_said(scene: &Scene, draft: &Draft) -> bool {
    scene.text.slice(draft.figure.span).contains(',')
}

/// Whether a verb of change stands shortly before token `at`.
pub fn changes(scene: &Scene, anchor: usize, at: usize) -> bool {
    (0..8).any(|back| super::change::verb(scene.before(anchor, at, back)).is_some())
}
