//! A whole whose parts do not add up to it: "12 people: seven men and four women", "120, 80 and 40, 250 in all".

use super::Detect;
use super::scene::{Scene, is_alike};
use super::value::{self, Bounds};
use super::{EACH, finding, part, words};
use crate::facts::words::with_capital;
use crate::facts::{Finding, FindingCode, Member};
use crate::figures::{Figure, Kind, noun};
use crate::numeral::Decimal;
use crate::rule::Rule;
use crate::tag::Pos;
use std::ops::Range;

/// How many tokens stand between a part and the next at most.
const GAP: usize = 8;

/// How many parts are looked for.
const PARTS: usize = 12;

/// Parts that do not add up to their whole.
pub(super) const RULE: Rule<Detect> = Rule {
    name: "facts/finding/sum",
    about: "parts that do not add up to their whole: \"12 people: seven men and four women\"",
    find,
};

/// Sums of one sentence, whole first or whole last.
fn find(scene: &Scene, findings: &mut Vec<Finding>) {
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
    let greater = parts.clone().any(|at| value::exact(scene.figure(at)) > value::exact(scene.figure(whole)));
    if parts.len() < 2 || added.overlaps(bounds) || sum < least || greater {
        return None;
    }
    let said = scene.words(scene.figure(whole).span);
    let each: Vec<String> = parts.clone().map(|at| scene.words(scene.figure(at).span)).collect();
    let total = written(scene.figure(whole), sum);
    let text = format!(
        "The parts do not add up to the whole. {} make {total}, and the article says {said}.",
        with_capital(&list(&each))
    );
    let members = std::iter::once(whole).chain(parts).map(Member::Figure).collect();
    let mut found = finding(FindingCode::SumMismatch, members, text);
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
    let number = number.unwrap_or_else(|| grouped(&sum.to_string()));
    match (whole.kind, whole.unit.as_deref()) {
        (Kind::Money, Some("USD")) => format!("${number}"),
        (Kind::Money, Some("GBP")) => format!("£{number}"),
        (Kind::Money, Some("EUR")) => format!("€{number}"),
        (Kind::Money, Some(unit)) => format!("{number} {unit}"),
        _ => number,
    }
}

/// "474,000".
fn grouped(digits: &str) -> String {
    let plain = digits.len() < 5 || digits.contains('.');
    let digit = |(at, digit): (usize, char)| {
        let comma = !plain && at > 0 && (digits.len() - at).is_multiple_of(3);
        comma.then_some(',').into_iter().chain([digit])
    };
    digits.chars().enumerate().flat_map(digit).collect()
}

/// The parts that follow a whole: "60 members: *35* from one party and *20* from another".
fn parts_behind(scene: &Scene, whole: usize, end: usize) -> Range<usize> {
    let none = whole..whole;
    // "Of the 25 pupils, *12* are girls and *10* are boys."
    let halves = whole + 1..(whole + 3).min(end);
    if part::is_headed(scene, whole) && halves.len() == 2 {
        let names: Vec<String> = halves.clone().map(|at| named(scene, at)).collect();
        let names: Vec<&str> = names.iter().map(String::as_str).collect();
        return if words::is_split(&names) { halves } else { none };
    }
    // "80 members voted, *45* for and *30* against"
    if halves.len() == 2
        && is_sided(scene, &halves)
        && halves.clone().all(|at| is_alike(scene.figure(whole), scene.figure(at)))
    {
        return halves;
    }
    let alike = |at: &usize| is_alike(scene.figure(whole), scene.figure(*at));
    // "$9 million to three museums: *$4 million*, …": a figure of another sort may stand between.
    let Some(first) = (whole + 1..end.min(whole + 3)).find(alike) else { return none };
    let Some(intro) = Intro::read(scene, whole, first) else { return none };
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

/// The noun of a part: "girls" of "12 are girls".
fn named(scene: &Scene, part: usize) -> String {
    let figure = scene.figure(part);
    let behind = scene.text.tokens_in(figure.span).end;
    let noun = (behind..behind + 3).find(|at| matches!(scene.pos(*at), Pos::Noun | Pos::Adj));
    let name = figure.unit_name.as_deref().filter(|_| figure.kind == Kind::Count);
    name.map_or_else(|| noun.map_or_else(String::new, |at| noun::singular(scene.norm(at))), str::to_owned)
}

/// "45 for and 30 against".
fn is_sided(scene: &Scene, halves: &Range<usize>) -> bool {
    let side = |at: usize| scene.norm(scene.text.tokens_in(scene.figure(at).span).end);
    let (one, other) = (side(halves.start), side(halves.end - 1));
    words::is_pair("side", one, other) || words::is_pair("side", other, one)
}

/// What stands between a whole and its first part.
struct Intro {
    /// A colon, a bracket or a dash, which introduce all parts; a comma may introduce some.
    strong: bool,
    /// "including", or a comma some way behind the whole: the parts may be some, or other things of a list.
    loose: bool,
    whole: usize,
    /// The whole is a number of things, not of people.
    things: bool,
}

impl Intro {
    fn read(scene: &Scene, whole: usize, first: usize) -> Option<Intro> {
        let figure = scene.figure(whole);
        // "499,000 in Denmark, 287,000 in Greece": one of a list.
        let listed =
            whole > 0 && is_alike(scene.figure(whole - 1), figure) && is_joined(scene, scene.between(whole - 1, whole));
        let counts = figure.kind == Kind::Count || !is_apportioned(scene, whole);
        if listed || !counts || figure.kind == Kind::Percent {
            return None;
        }
        let gap = scene.between(whole, first);
        let is_mark = |at: &usize| matches!(scene.norm(*at), "," | ":" | "(" | "-" | "–" | "—" | ";");
        let mark = gap.clone().rev().find(is_mark)?;
        // "40 houses in Leeds, 30 in York" is a list.
        let close = scene.norm(mark) != "," || mark == gap.start;
        let plain =
            close && gap.len() <= GAP && !scene.has_verb(gap.start..mark) && !(gap.start..mark).any(|at| is_mark(&at));
        let led = (mark + 1..gap.end).all(|at| words::is("intro", scene.norm(at)));
        let loose = (mark + 1..gap.end).any(|at| words::is("loose", scene.norm(at)));
        (plain && led).then(|| Intro {
            strong: scene.norm(mark) != "," && !loose,
            loose: loose || !close,
            whole,
            things: figure.unit_name.as_deref() != Some("person") && loose,
        })
    }
}

/// Whether parts are all of a whole, and not some of it or other things in a list.
fn is_shared_out(scene: &Scene, intro: &Intro, parts: &Range<usize>) -> bool {
    let names: Vec<&str> = parts.clone().filter_map(|at| scene.figure(at).unit_name.as_deref()).collect();
    let counts = parts.clone().all(|at| matches!(scene.figure(at).kind, Kind::Count | Kind::Cardinal));
    if counts && words::is_split(&names) && names.len() == parts.len() {
        return true;
    }
    // "18 ships, including 10 frigates and 12 submarines": kinds of things do not overlap; people have more than one.
    if intro.loose && counts && names.len() == parts.len() && intro.things {
        let sum = parts.clone().try_fold(Decimal::ZERO, |sum, at| sum.checked_add(value::exact(scene.figure(at))?));
        return sum > value::exact(scene.figure(intro.whole));
    }
    let bare = names.is_empty() || !counts;
    !intro.loose && bare && parts.clone().all(|at| is_apportioned(scene, at))
        || intro.strong && (!counts || !names.is_empty())
}

/// "35 from the Reform party": not "12 people, two of them children and one a nurse", which names some.
fn is_apportioned(scene: &Scene, figure: usize) -> bool {
    let behind = scene.text.tokens_in(scene.figure(figure).span).end;
    matches!(scene.norm(behind), "for" | "from" | "in" | "to" | "on" | "at" | "by" | "with")
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
