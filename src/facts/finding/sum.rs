//! A whole whose parts do not add up to it: "12 people: seven men and four women", "120, 80 and 40, 250 in all".

use super::scene::{Scene, is_alike};
use super::value::{self, Bounds};
use super::{EACH, finding, words};
use crate::facts::{Finding, FindingCode, Member};
use crate::figures::{Figure, Kind};
use crate::numeral::Decimal;
use std::ops::Range;

/// How many tokens stand between a part and the next at most.
const GAP: usize = 8;

/// How many parts are looked for.
const PARTS: usize = 12;

/// Sums of one sentence, whole first or whole last.
pub(super) fn find(scene: &Scene, findings: &mut Vec<Finding>) {
    let before = findings.len();
    for group in scene.figures_by_sentence() {
        for whole in group.clone() {
            if findings.len() - before == EACH {
                return;
            }
            let behind = parts_behind(scene, whole, group.end);
            let parts = if behind.len() > 1 { behind } else { parts_before(scene, whole, group.start) };
            findings.extend(mismatch(scene, whole, parts));
        }
    }
}

fn mismatch(scene: &Scene, whole: usize, parts: Range<usize>) -> Option<Finding> {
    let bounds = value::counted(scene.figure(whole))?;
    let nothing = Bounds { low: Decimal::ZERO, high: Decimal::ZERO };
    let added = parts.clone().try_fold(nothing, |sum, at| sum.plus(value::counted(scene.figure(at))?))?;
    let sum = parts.clone().try_fold(Decimal::ZERO, |sum, at| sum.checked_add(value::exact(scene.figure(at))?))?;
    // Parts that come to far less than the whole are some of it.
    let least = bounds.low.checked_mul(Decimal::from(3u32))?.checked_div(Decimal::from(5u32))?;
    if parts.len() < 2 || added.overlaps(bounds) || sum < least {
        return None;
    }
    let said = scene.words(scene.figure(whole).span);
    let each: Vec<String> = parts.clone().map(|at| scene.words(scene.figure(at).span)).collect();
    let total = written(scene.figure(whole), sum);
    let text =
        format!("The parts do not add up to the whole. {} make {total}, and the article says {said}.", list(&each));
    let members = std::iter::once(whole).chain(parts).map(Member::Figure).collect();
    let mut found = finding(FindingCode::SumMismatch, "facts/sum-mismatch", members, text);
    found.computation = Some(format!("{} = {total}; the whole is {said}", each.join(" + ")));
    Some(found)
}

/// "a, b and c".
fn list(words: &[String]) -> String {
    match words {
        [first @ .., last] if !first.is_empty() => [&first.join(", "), " and ", last].concat(),
        _ => words.concat(),
    }
}

/// A sum in the unit of a figure: "$11 million", "28 dogs".
fn written(whole: &Figure, sum: Decimal) -> String {
    let scaled = |by: i16, name: &str| sum.scaled(-by).map(|sum| format!("{} {name}", sum.normalized()));
    let million = sum >= Decimal::from(1_000_000u32);
    let number = if sum >= Decimal::from(1_000_000_000u32) {
        scaled(9, "billion")
    } else if million {
        scaled(6, "million")
    } else {
        None
    };
    let number = number.unwrap_or_else(|| sum.to_string());
    match (whole.kind, whole.unit.as_deref()) {
        (Kind::Money, Some("USD")) => format!("${number}"),
        (Kind::Money, Some("GBP")) => format!("£{number}"),
        (Kind::Money, Some("EUR")) => format!("€{number}"),
        (Kind::Money, Some(unit)) => format!("{number} {unit}"),
        _ => number,
    }
}

/// The parts that follow a whole: "60 members: *35* from one party and *20* from another".
fn parts_behind(scene: &Scene, whole: usize, end: usize) -> Range<usize> {
    let none = whole..whole;
    let Some(intro) = Intro::read(scene, whole, end) else { return none };
    let first = whole + 1;
    let mut last = first + 1;
    while last < end.min(first + PARTS)
        && is_alike(scene.figure(first), scene.figure(last))
        && is_joined(scene, scene.between(last - 1, last))
    {
        last += 1;
    }
    let parts = first..last;
    if is_shared_out(scene, &intro, &parts) { parts } else { none }
}

/// What stands between a whole and its first part.
struct Intro {
    /// A colon, a bracket or a dash, which introduce all parts; a comma may introduce some.
    strong: bool,
    /// "including".
    loose: bool,
}

impl Intro {
    fn read(scene: &Scene, whole: usize, end: usize) -> Option<Intro> {
        if whole + 1 >= end || !is_alike(scene.figure(whole), scene.figure(whole + 1)) {
            return None;
        }
        let gap = scene.between(whole, whole + 1);
        let is_mark = |at: &usize| matches!(scene.norm(*at), "," | ":" | "(" | "-" | "–" | "—" | ";");
        let mark = gap.clone().rev().find(is_mark)?;
        let plain = gap.len() <= GAP && !scene.has_verb(gap.start..mark) && !(gap.start..mark).any(|at| is_mark(&at));
        let led = (mark + 1..gap.end).all(|at| words::is("intro", scene.norm(at)));
        let loose = (mark + 1..gap.end).any(|at| words::is("loose", scene.norm(at)));
        (plain && led).then(|| Intro { strong: scene.norm(mark) != "," && !loose, loose })
    }
}

/// Whether parts are all of a whole, and not some of it or other things in a list.
fn is_shared_out(scene: &Scene, intro: &Intro, parts: &Range<usize>) -> bool {
    let names: Vec<&str> = parts.clone().filter_map(|at| scene.figure(at).unit_name.as_deref()).collect();
    let counts = parts.clone().all(|at| matches!(scene.figure(at).kind, Kind::Count | Kind::Cardinal));
    if counts && words::is_split(&names) && names.len() == parts.len() {
        return true;
    }
    // "12 people, two of them children and one a nurse" names some.
    let apportioned = |at: usize| {
        let behind = scene.text.tokens_in(scene.figure(at).span).end;
        matches!(scene.norm(behind), "for" | "from" | "in" | "to" | "on" | "at" | "by" | "with")
    };
    let bare = names.is_empty() || !counts;
    !intro.loose && bare && parts.clone().all(apportioned) || intro.strong && counts && !names.is_empty()
}

/// The parts that come before their whole: "*120*, *80* and *40*, 250 in all".
fn parts_before(scene: &Scene, whole: usize, start: usize) -> Range<usize> {
    let tokens = scene.text.tokens_in(scene.figure(whole).span);
    let behind = words::is("total", scene.norm(tokens.end + 1)) && scene.norm(tokens.end) == "in"
        || matches!(scene.norm(tokens.end), "altogether" | "overall");
    let ahead = tokens.start > 2 && scene.norm(tokens.start - 1) == "of" && scene.norm(tokens.start - 2) == "total";
    let mut first = whole;
    while first > start
        && whole - first < PARTS
        && is_alike(scene.figure(whole), scene.figure(first - 1))
        && (first == whole || is_joined(scene, scene.between(first - 1, first)))
    {
        first -= 1;
    }
    let gap = if first < whole { scene.between(whole - 1, whole) } else { 0..usize::MAX };
    let near = gap.len() <= GAP && !scene.has_verb(gap);
    if (behind || ahead) && near { first..whole } else { whole..whole }
}

/// Whether words join two parts of a list.
fn is_joined(scene: &Scene, gap: Range<usize>) -> bool {
    let joint = |at: usize| matches!(scene.norm(at), "," | "and" | "plus" | ";");
    gap.len() <= GAP && !scene.has_verb(gap.clone()) && gap.clone().any(joint)
}
