//! A part that is more than its whole: "of 12 kitchens, 14 failed"; shares of one whole that pass a hundred.

use super::Detect;
use super::scene::Scene;
use super::value;
use super::{EACH, finding, words};
use crate::facts::{Finding, FindingCode, Member};
use crate::figures::{Figure, Kind};
use crate::numeral::Decimal;
use crate::rule::Rule;
use crate::text::Text;
use std::ops::Range;

/// How many tokens stand between a part and its whole at most: "of 12 kitchens that were visited last week, 14".
const GAP: usize = 12;

/// A part that is more than its whole.
pub(super) const RULE: Rule<Detect> = Rule {
    name: "facts/finding/part",
    about: "a part that is more than its whole: \"of 12 kitchens, 14 failed\"",
    find,
};

/// Parts of one sentence that cannot be parts.
fn find(scene: &Scene, findings: &mut Vec<Finding>) {
    let before = findings.len();
    for group in scene.figures_by_sentence() {
        for (part, whole) in pairs(scene, group.clone()) {
            findings.extend(greater(scene, part, whole));
        }
        findings.extend(group.clone().filter_map(|at| ratio(scene, at)));
        findings.extend(group.start.checked_add(1).and_then(|second| over_hundred(scene, second..group.end)));
        findings.truncate(before + EACH);
    }
}

/// The parts of wholes in a sentence, each with its whole: "Of 12 kitchens …, *three*", "*three* of the 12 kitchens".
pub(super) fn pairs(scene: &Scene, group: Range<usize>) -> Vec<(usize, usize)> {
    let countable = |at: usize| matches!(scene.figure(at).kind, Kind::Count | Kind::Cardinal);
    let mut pairs = Vec::new();
    for second in group.start + 1..group.end {
        let first = second - 1;
        // A whole is counted: "100m of 2½% stock" is no part of two.
        let whole = |at: usize| scene.figure(at).kind == Kind::Count;
        if !countable(first) || !countable(second) {
            continue;
        }
        let gap = scene.between(first, second);
        if is_headed(scene, first) && is_of_same(scene, second, first) {
            let closed = gap.end > gap.start && scene.norm(gap.end - 1) == ",";
            if gap.len() <= GAP && closed {
                pairs.push((second, first));
            }
        } else if is_of_them(scene, second) && gap.len() <= GAP && !scene.has_verb(gap.clone()) && whole(first) {
            pairs.push((second, first));
        } else if is_of(scene, gap) && whole(second) && is_of_same(scene, first, second) {
            pairs.push((first, second));
        }
    }
    pairs
}

/// "Of 12 kitchens": a whole that is named first.
pub(super) fn is_headed(scene: &Scene, whole: usize) -> bool {
    let start = scene.text.tokens_in(scene.figure(whole).span).start;
    let of = if matches!(scene.norm(start.saturating_sub(1)), "the" | "its" | "their") {
        start.saturating_sub(2)
    } else {
        start.saturating_sub(1)
    };
    let opens = of == 0 || matches!(scene.norm(of - 1), "." | "," | "out" | "”" | "\"" | "and" | "but" | "that");
    let sentence = scene.text.sentences.get(scene.sentence(scene.figure(whole).span));
    scene.norm(of) == "of" && (opens || sentence.is_some_and(|sentence| sentence.tokens.start == of))
}

/// "150 of them".
fn is_of_them(scene: &Scene, part: usize) -> bool {
    let behind = scene.text.tokens_in(scene.figure(part).span).end;
    scene.norm(behind) == "of" && matches!(scene.norm(behind + 1), "them" | "whom" | "those" | "which")
}

/// "of", "of the", "out of", "of the hospital's".
fn is_of(scene: &Scene, gap: Range<usize>) -> bool {
    let passes = |at: usize| matches!(scene.norm(at), "out" | "of" | "the" | "its" | "their" | "those" | "these");
    // "three of the hospital's 12 wards"
    let owned = gap.len() <= 5
        && scene.norm(gap.start) == "of"
        && gap.end > gap.start
        && matches!(scene.norm(gap.end - 1), "'s" | "’s");
    owned || gap.len() <= 3 && gap.clone().all(passes) && gap.clone().any(|at| scene.norm(at) == "of")
}

/// Whether a part counts what its whole counts.
fn is_of_same(scene: &Scene, part: usize, whole: usize) -> bool {
    let (part, whole) = (scene.figure(part), scene.figure(whole));
    part.kind == Kind::Cardinal || part.unit_name == whole.unit_name
}

fn greater(scene: &Scene, part: usize, whole: usize) -> Option<Finding> {
    let (more, all) = (value::exact(scene.figure(part))?, value::exact(scene.figure(whole))?);
    if more <= all {
        return None;
    }
    let (part_words, whole_words) = (scene.words(scene.figure(part).span), scene.words(scene.figure(whole).span));
    let text = format!("A part that is more than its whole. The article says {part_words} of {whole_words}.");
    let mut found = finding(FindingCode::PartGreaterThanWhole, vec![Member::Figure(part), Member::Figure(whole)], text);
    found.computation = Some(format!("{more} > {all}"));
    Some(found)
}

/// "14 out of 12", which is one figure.
fn ratio(scene: &Scene, at: usize) -> Option<Finding> {
    let figure = scene.figure(at);
    let words = scene.words(figure.span);
    let share = figure.kind == Kind::Ratio && words.contains(" out of ");
    if !share || value::exact(figure)? <= Decimal::ONE {
        return None;
    }
    let text = format!("A part that is more than its whole. The article says {words}.");
    Some(finding(FindingCode::PartGreaterThanWhole, vec![Member::Figure(at)], text))
}

/// "60% voted for it and 55% against": the two sides of one whole.
fn over_hundred(scene: &Scene, seconds: Range<usize>) -> Option<Finding> {
    let hundred = Decimal::from(101u32);
    for second in seconds {
        let (one, other) = (scene.figure(second - 1), scene.figure(second));
        let gap = scene.between(second - 1, second);
        let shares = [one, other].iter().all(|figure| figure.kind == Kind::Percent && figure.change.is_none());
        let joined = gap.clone().any(|at| matches!(scene.norm(at), "and" | "while" | "," | ";" | "but"));
        if !shares || !joined || gap.len() > GAP || !are_sides(scene.text, one, other) {
            continue;
        }
        let sum = value::exact(one)?.checked_add(value::exact(other)?)?;
        if sum > hundred {
            let (one, other) = (scene.words(one.span), scene.words(other.span));
            let text = format!("Shares of one whole that pass a hundred. {one} and {other} make {sum}%.");
            let members = vec![Member::Figure(second - 1), Member::Figure(second)];
            let mut found = finding(FindingCode::PartGreaterThanWhole, members, text);
            found.computation = Some(format!("{one} + {other} = {sum}% > 100%"));
            return Some(found);
        }
    }
    None
}

/// Whether the words behind two shares name the two sides of one whole: "for" and "against".
fn are_sides(text: &Text, one: &Figure, other: &Figure) -> bool {
    let behind = |figure: &Figure, end: usize| {
        let start = text.tokens_in(figure.span).end;
        start..end.min(start + 6).max(start)
    };
    let first = behind(one, text.tokens_in(other.span).start);
    let second = behind(other, text.tokens.len());
    first.clone().any(|at| {
        second.clone().any(|to| {
            let (at, to) = (text.norm(at), text.norm(to));
            words::is_pair("side", at, to) || words::is_pair("side", to, at)
        })
    })
}
