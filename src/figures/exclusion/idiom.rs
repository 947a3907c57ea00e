//! Idioms: "one another", "no one", "one day", "at first", "50-50".

use crate::figures::noun;
use crate::figures::scene::{Scene, Sort};
use crate::numeral::{Decimal, Kind};
use crate::tag::Pos;

/// Finds numbers that are part of an idiom.
pub fn find(scene: &Scene, at: usize) -> Option<usize> {
    let anchor = &scene.anchors[at];
    let numeral = &anchor.numeral;
    if anchor.sort != Sort::Numeral {
        return None;
    }
    if numeral.kind == Kind::Ordinal {
        return ordinal(scene, at).then_some(1);
    }
    let start = numeral.tokens.start;
    if numeral.value == Decimal::ONE && numeral.tokens.len() == 1 && scene.norm(start) == "one" {
        return one(scene, at).then_some(1);
    }
    let behind = scene.behind(at);
    let zero = numeral.value.is_zero() && !numeral.digits;
    if zero && (matches!(scene.norm(behind), "tolerance" | "sum") || scene.hyphen(behind)) {
        return Some(1);
    }
    // "7.4 made 3-pointers", "a three-peat"
    if scene.hyphen(behind) && matches!(scene.norm(behind + 1), "pointer" | "pointers" | "peat") {
        return Some(1);
    }
    // "fifty-fifty", "50-50"
    let is_fifty = |at: usize| scene.numeral(at).value == Decimal::from(50u32);
    let joined = matches!(scene.norm(behind), "-" | "/" | "–");
    (joined && is_fifty(at) && scene.anchor_at(at + 1, behind + 1).is_some_and(is_fifty)).then_some(2)
}

/// "first of all", "at first", "second-hand", "first aid", and "first" or "second" where they count or order nothing.
fn ordinal(scene: &Scene, at: usize) -> bool {
    let anchor = &scene.anchors[at];
    let start = anchor.numeral.tokens.start;
    let behind = scene.behind(at);
    let before = scene.before(at, start, 0);
    let next = if behind < anchor.sentence.end { scene.norm(behind) } else { "" };
    let glued = if scene.hyphen(behind) { scene.norm(behind + 1) } else { "" };
    // "First, he said": the first thing that is told.
    let opens = start == anchor.sentence.start || matches!(before, "\"" | "“" | "and" | ":" | ";");
    if opens && !anchor.numeral.digits && next == "," {
        return true;
    }
    // "the second and fourth quarters", "first-trimester"
    if matches!(scene.norm(scene.over_hyphen(behind)), "quarter" | "quarters" | "trimester") {
        return true;
    }
    match scene.norm(start) {
        "second" if anchor.numeral.tokens.len() == 1 => {
            let unit =
                matches!(before, "a" | "per" | "each" | "every" | "split" | "one" | "metres" | "feet" | "kilometres");
            unit && !scene.is_word(behind)
                || matches!(before, "per" | "-")
                || matches!(glued, "hand" | "guess" | "guessing" | "class")
        }
        norm => {
            let all = matches!((next, scene.norm(behind + 1)), ("of", "all") | ("and", "foremost"));
            norm == "first" && (before == "at" || all)
                || matches!(glued, "hand" | "party" | "class" | "aid" | "rate" | "ever")
                || matches!(next, "aid" | "responder" | "responders" | "party" | "hand")
        }
    }
}

/// "one" that is a pronoun ("no one", "one of them"), "one day", and "one Vijay Kumar": somebody of that name.
fn one(scene: &Scene, at: usize) -> bool {
    let anchor = &scene.anchors[at];
    let behind = scene.behind(at);
    let before = scene.before(at, anchor.numeral.tokens.start, 0);
    let next = if behind < anchor.sentence.end { scene.norm(behind) } else { "" };
    // "killed one and wounded two"
    if matches!(before, "killed" | "wounded" | "injured" | "killing" | "wounding" | "injuring") {
        return false;
    }
    let measured =
        matches!(scene.norm(scene.over_hyphen(behind)), "in" | "percent" | "per" | "%" | "million" | "point");
    // "a one-man show", but "one-on-one"
    let compound = scene.hyphen(behind)
        && scene.is_word(behind + 1)
        && !matches!(scene.norm(behind + 1), "off" | "on" | "time" | "to" | "by" | "of" | "sided" | "way");
    // "one or two", "one or more"
    let open = matches!(next, "or" | "to" | "and") && scene.anchor_at(at + 1, behind + 1).is_some()
        || next == "or" && scene.norm(behind + 1) == "more";
    let named = scene.capital(behind)
        && scene.pos(behind) == Pos::Propn
        && !noun::is_plural(next)
        && !matches!(scene.pos(behind + 1), Pos::Noun | Pos::Adj);
    BEFORE_PRONOUN.contains(&before) && !measured || AFTER_PRONOUN.contains(&next) && !compound && !open || named
}

/// Words before which "one" counts nothing.
const BEFORE_PRONOUN: &[&str] = &[
    "no", "any", "every", "some", "this", "that", "each", "which", "another", "the", "-", "last", "only", "first",
    "loved", "number", "new",
];

/// Words and signs that follow a “one” that counts nothing; empty at the end of the sentence.
const AFTER_PRONOUN: &[&str] = &[
    "another", "day", "of", "can", "could", "must", "may", "might", "has", "is", "was", "who", "that", "which", "'s",
    "thing", "would", "should", ",", ".", "", "and", "by", "at", "or", "to", "said", "does", "knows", "with", ":",
    "for", "where", "when", "had", "will", "as", "on", "-", "\"", "”", "'", "’", "?", "!", "n't", "side", "way",
];
