//! A percentage, or a "doubled", that its own numbers do not give: "rose 12% to 560 from 480", which is 16.7%; "of 40
//! members, 12, or 40%".

use super::Detect;
use super::scene::{Scene, is_alike};
use super::value::{self, Bounds};
use super::{EACH, finding, part, words};
use crate::facts::{Finding, FindingCode, Member};
use crate::figures::{Amount, Approx, Direction, Kind};
use crate::numeral::Decimal;
use crate::rule::Rule;
use std::ops::Range;

/// How far the percentage may stand from the numbers it belongs to, in bytes.
const NEAR: u32 = 80;

/// How far "doubled" may be from its numbers, in hundredths: it is said of 1.9 times and of 2.2 times too.
const LOOSE: u32 = 12;

/// A percentage that its own numbers do not give.
pub(super) const RULE: Rule<Detect> = Rule {
    name: "facts/finding/percent",
    about: "a percentage that its own numbers do not give: \"rose 12% to 560 from 480\"",
    find,
};

/// Percentages and multiples that the numbers of their sentence do not give, within the precision of all.
fn find(scene: &Scene, findings: &mut Vec<Finding>) {
    let before = findings.len();
    for group in scene.figures_by_sentence() {
        for change in changes(scene, group.clone()) {
            findings.extend(percent_of(scene, &change, group.clone()));
            findings.extend(multiple_of(scene, &change, group.clone()));
        }
        for (part, whole) in part::pairs(scene, group.clone()) {
            findings.extend(share(scene, part, whole, group.end));
        }
        findings.truncate(before + EACH);
    }
}

/// From one number to another.
struct Change {
    /// The figures that say so, or the one range.
    figures: Vec<usize>,
    from: Decimal,
    to: Decimal,
    /// As written.
    words: [String; 2],
}

impl Change {
    fn of(scene: &Scene, from: usize, to: usize) -> Option<Change> {
        let (base, figure) = (scene.figure(from), scene.figure(to));
        let alike =
            is_alike(base, figure) && !matches!(figure.kind, Kind::Percent | Kind::PercentagePoint | Kind::Ratio);
        let words = [scene.words(base.span), scene.words(figure.span)];
        let change = Change { figures: vec![from, to], from: value::exact(base)?, to: value::exact(figure)?, words };
        (alike && change.from > Decimal::ZERO && change.from != change.to).then_some(change)
    }

    /// "from 400 kroner to 500 kroner", which is one figure.
    fn of_range(scene: &Scene, at: usize, down: bool) -> Option<Change> {
        let figure = scene.figure(at);
        let Amount::Range { low: Some(low), high: Some(high) } = figure.amount else { return None };
        let words = scene.words(figure.span);
        let (first, last) = words.split_once(" to ")?;
        let fits = scene.lead(at) == "from" && figure.approx.is_none() && low > Decimal::ZERO && low != high;
        let (from, to) = if down { (high, low) } else { (low, high) };
        let words = if down { [last, first] } else { [first, last] }.map(str::to_owned);
        (fits && figure.kind != Kind::Percent).then(|| Change { figures: vec![at], from, to, words })
    }

    fn direction(&self) -> Direction {
        if self.to > self.from { Direction::Up } else { Direction::Down }
    }

    fn is_near(&self, scene: &Scene, at: usize) -> bool {
        let spans = self.figures.iter().map(|at| scene.figure(*at).span);
        let whole = spans.fold(scene.figure(at).span, crate::span::Span::cover);
        !self.figures.contains(&at) && whole.len() <= NEAR && !scene.text.slice(whole).contains(';')
    }
}

/// The changes of a sentence: "to 560 from 480", "from 480 to 560".
fn changes(scene: &Scene, group: Range<usize>) -> Vec<Change> {
    let mut changes = Vec::new();
    for at in group.clone() {
        let linked = scene.figure(at).change.and_then(|change| change.base).filter(|base| group.contains(base));
        let after = Some(at + 1).filter(|next| group.contains(next)).filter(|next| {
            let leads = (scene.lead(at), scene.lead(*next));
            matches!(leads, ("from", "to") | ("to", "from")) && scene.between(at, *next).len() <= 4
        });
        let pair = match (linked, after) {
            // "560, up 12% from 480"
            (Some(base), _) if scene.figure(at).kind == Kind::Percent => {
                let before = at.checked_sub(1).filter(|before| group.contains(before));
                let near = before.filter(|before| scene.between(*before, at).len() <= 3 && at + 1 == base);
                near.and_then(|before| Change::of(scene, base, before))
            }
            (Some(base), _) => Change::of(scene, base, at),
            (None, Some(next)) if scene.figure(at).change.is_none_or(|change| change.base.is_none()) => {
                let (from, to) = if scene.lead(at) == "from" { (at, next) } else { (next, at) };
                Change::of(scene, from, to)
            }
            _ => None,
        };
        let down = group.clone().any(|other| {
            let change = scene.figure(other).change;
            other != at && change.is_some_and(|change| change.direction == Direction::Down)
        });
        let change = pair.or_else(|| Change::of_range(scene, at, down));
        changes.extend(change.filter(|change| {
            !changes.iter().any(|other: &Change| other.figures.iter().all(|at| change.figures.contains(at)))
        }));
    }
    changes
}

/// A percentage that the change is not.
fn percent_of(scene: &Scene, change: &Change, group: Range<usize>) -> Option<Finding> {
    let is_of = |at: &usize| {
        let figure = scene.figure(*at);
        let same_way = figure.change.is_some_and(|other| other.direction == change.direction());
        figure.kind == Kind::Percent && figure.approx.is_none() && same_way && belongs(scene, change, *at)
    };
    let at = group.clone().find(is_of)?;
    let said = value::percent(scene.figure(at))?;
    if bounds(change.from, change.to)?.overlaps(said) {
        return None;
    }
    let percent = percent(change.from, change.to)?;
    let [from, to] = &change.words;
    let words = scene.words(scene.figure(at).span);
    let text = format!(
        "A percentage that does not come out. From {from} to {to} is about {percent}%, and the article says {words}."
    );
    let members = change.figures.iter().rev().chain([&at]).map(|at| Member::Figure(*at)).collect();
    let mut found = finding(FindingCode::PercentMismatch, members, text);
    found.computation = Some(format!("({to} − {from}) ÷ {from} = {percent}%, not {words}"));
    Some(found)
}

/// Whether a percentage beside a change is of it: next to its numbers, and not one end of another change.
fn belongs(scene: &Scene, change: &Change, at: usize) -> bool {
    let (Some(first), Some(last)) = (change.figures.iter().min(), change.figures.iter().max()) else { return false };
    let ends = matches!(scene.lead(at), "from" | "to")
        || scene.figure(at).change.is_some_and(|own| own.base.is_some_and(|base| !change.figures.contains(&base)));
    let gap = if at < *first { scene.between(at, *first) } else { scene.between(at - 1, at) };
    let next_to = at + 1 == *first || at == *last + 1 || at == *first + 1 && at + 1 == *last;
    let beside = next_to && !scene.has_verb(gap.clone()) && !has_basis(scene, gap);
    beside && !ends && change.is_near(scene, at)
}

/// "rose 10.8% on a comparable-store basis to …": the percentage is of other numbers.
fn has_basis(scene: &Scene, mut gap: Range<usize>) -> bool {
    gap.any(|at| words::is("basis", scene.norm(at)))
}

/// A "doubled" that the change is not.
fn multiple_of(scene: &Scene, change: &Change, group: Range<usize>) -> Option<Finding> {
    let is_of = |at: &usize| {
        let figure = scene.figure(*at);
        let by = scene.lead(*at) == "by" && figure.unit_name.is_none();
        let verb = by
            || matches!(
                scene.norm(scene.text.token_at(figure.span.start)),
                "doubled" | "tripled" | "trebled" | "quadrupled" | "halved" | "doubling" | "tripling" | "halving"
            );
        figure.kind == Kind::Ratio && verb && change.is_near(scene, *at)
    };
    let at = group.clone().find(is_of)?;
    let mut times = value::value(scene.figure(at))?;
    if times < Decimal::ONE && scene.lead(at) == "by" {
        // "rose by a third", "was cut by half"
        let down = change.direction() == Direction::Down;
        times = if down { Decimal::ONE.checked_sub(times)? } else { Decimal::ONE.checked_add(times)? };
    }
    let (from, to) = (change.from, change.to);
    // "doubled to 6 from 3", whichever way a range was read.
    let (from, to) = if (times > Decimal::ONE) == (to > from) { (from, to) } else { (to, from) };
    let real = to.checked_div(from)?;
    let fits = match scene.figure(at).approx {
        None => value::is_near(real, times, LOOSE),
        // "more than doubled"
        Some(Approx::MoreThan | Approx::AtLeast) => real >= times || value::is_near(real, times, 2),
        Some(_) => true,
    };
    if fits {
        return None;
    }
    let [first, last] =
        if from == change.from { [&change.words[0], &change.words[1]] } else { [&change.words[1], &change.words[0]] };
    let (real, words) = (real.rounded(2).normalized(), scene.words(scene.figure(at).span));
    let text = format!(
        "A multiple that does not come out. From {first} to {last} is {real} times as much, and the article says “{words}”."
    );
    let members = change.figures.iter().chain([&at]).map(|at| Member::Figure(*at)).collect();
    let mut found = finding(FindingCode::PercentMismatch, members, text);
    found.computation = Some(format!("{last} ÷ {first} = {real}, not {}", times.normalized()));
    Some(found)
}

/// A part of a whole with a percentage that it is not: "of 40 members, 12, or 40%".
fn share(scene: &Scene, part: usize, whole: usize, end: usize) -> Option<Finding> {
    let at = part.max(whole) + 1;
    if at >= end || scene.figure(at).kind != Kind::Percent {
        return None;
    }
    let gap = scene.between(at - 1, at);
    let opens = gap.clone().any(|at| matches!(scene.norm(at), "or" | "("));
    let plain =
        gap.clone().all(|at| matches!(scene.norm(at), "," | "or" | "(" | "-" | "–" | "—" | "of" | "them" | "those"));
    let (few, all) = (value::exact(scene.figure(part))?, value::exact(scene.figure(whole))?);
    let said = value::percent(scene.figure(at))?;
    if !opens || !plain || all <= Decimal::ZERO || few > all {
        return None;
    }
    let percent = of_hundred(few, all)?;
    // A share is cut or rounded to the place it is written with.
    let slack = said.high.checked_sub(said.low)?;
    let loose = Bounds { low: said.low.checked_sub(slack)?, high: said.high.checked_add(slack)? };
    if loose.overlaps(Bounds { low: percent, high: percent }) {
        return None;
    }
    let [part_words, whole_words, words] = [part, whole, at].map(|at| scene.words(scene.figure(at).span));
    let percent = percent.rounded(1).normalized();
    let text = format!(
        "A percentage that does not come out. {part_words} of {whole_words} is {percent}%, and the article says {words}."
    );
    let members = vec![Member::Figure(part), Member::Figure(whole), Member::Figure(at)];
    let mut found = finding(FindingCode::PercentMismatch, members, text);
    found.computation = Some(format!("{few} ÷ {all} = {percent}%, not {words}"));
    Some(found)
}

/// The percentages that a change may be, by the precision that both numbers are written with.
fn bounds(from: Decimal, to: Decimal) -> Option<Bounds> {
    let (from, to) = (value::range(from)?, value::range(to)?);
    let mut bounds: Option<Bounds> = None;
    for (from, to) in [(from.low, to.low), (from.low, to.high), (from.high, to.low), (from.high, to.high)] {
        let end = of_hundred(to.checked_sub(from)?, from)?.rounded(3).abs();
        let known = bounds.get_or_insert(Bounds { low: end, high: end });
        known.low = known.low.min(end);
        known.high = known.high.max(end);
    }
    bounds
}

/// By how many percent a number changed, to a tenth.
fn percent(from: Decimal, to: Decimal) -> Option<Decimal> {
    Some(of_hundred(to.checked_sub(from)?, from)?.rounded(1).abs().normalized())
}

fn of_hundred(part: Decimal, whole: Decimal) -> Option<Decimal> {
    part.checked_mul(Decimal::from(100u32))?.checked_div(whole)
}
