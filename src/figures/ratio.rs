//! Ratios: "one in five", "seven out of ten", "3-to-1", "26-1 odds", "3:1", "5 per 100,000".
//!
//! "One in five" is 0.2, "3-to-1" is 3. Left alone: "killed five in two attacks", times of day.

use super::scene::{Draft, Scene, Sort};
use super::{Find, Kind};
use crate::numeral::{self, Decimal};
use crate::reason::Reason;
use crate::rule::Rule;
use crate::span::Span;
use crate::times;

pub(super) const RULE: Rule<Find> =
    Rule { name: "figures/ratio", about: "one number set against another: “one in five”, “3-to-1 odds”", find };

/// Finds ratios.
fn find(scene: &Scene, at: usize) -> Option<Draft> {
    let text = scene.text;
    let first = scene.numeral(at);
    let small = |at: usize| {
        let numeral = scene.numeral(at);
        scene.anchors[at].sort == Sort::Numeral
            && numeral.kind == numeral::Kind::Cardinal
            && !numeral.value.is_negative()
            && !numeral.value.is_zero()
            && numeral.tail.is_none()
    };
    if !small(at) {
        return None;
    }
    let behind = scene.behind(at);
    let mut joint = behind;
    let hyphens = scene.hyphen(joint);
    if hyphens {
        joint += 1;
    }
    let (word, mut next) = match scene.norm(joint) {
        "in" | "to" => (scene.norm(joint), joint + 1),
        "out" if scene.norm(joint + 1) == "of" => ("out of", joint + 2),
        "per" if !hyphens && !text.as_str()[..first.span.start as usize].ends_with(['$', '£', '€', '¥', '₹']) => {
            ("per", joint + 1)
        }
        "for" if hyphens => ("to", joint + 1),
        ":" if !scene.spaced(joint) && !scene.spaced(joint + 1) => (":", joint + 1),
        _ if hyphens && !scene.is_word(joint) => ("-", joint),
        _ => return None,
    };
    next = scene.over_hyphen(next);
    if word == "out of" && matches!(scene.norm(next), "every" | "the") {
        next += 1;
    }
    if word == "in" && scene.norm(next) == "every" {
        next += 1;
    }
    let second = scene.anchor_at(at + 1, next)?;
    if !small(second) || scene.anchors[second].sentence != scene.anchors[at].sentence {
        return None;
    }
    let (a, b) = (first.value, scene.numeral(second).value);
    let after = scene.behind(second);
    let next_norm = if after < scene.end(at) { scene.norm(after) } else { "" };
    // "an 18-to-24-year-old", "a 6-to-8-foot wall", "the 25-to-34 age group": two ends of a range.
    if hyphens && (scene.hyphen(after) && scene.is_word(after + 1) || next_norm == "age") {
        return None;
    }
    let odds =
        matches!(next_norm, "odds" | "favourite" | "favorite" | "shot" | "outsider" | "longshot" | "ratio" | "chance")
            || scene.before(at, first.tokens.start, 0) == "odds"
            || scene.before(at, first.tokens.start, 1) == "odds" && scene.before(at, first.tokens.start, 0) == "of"
            || (0..3).any(|back| scene.before(at, first.tokens.start, back) == "ratio");
    let round =
        b.to_u32().is_some_and(|b| matches!(b, 2..=10 | 12 | 15 | 20 | 25 | 30 | 50 | 100) || b >= 1000 || b % 50 == 0);
    let value = match word {
        "in" if a < b
            && (a == Decimal::ONE && (round || b > Decimal::from(10u32))
                || b.to_u32().is_some_and(|b| matches!(b, 3 | 4 | 5 | 10 | 100 | 1000)))
            && a < Decimal::from(100u32)
            && !times::is_unit(next_norm)
            && !(b.to_u32().is_some_and(|b| (1900..2100).contains(&b))
                && scene.numeral(second).span.len() == 4
                && scene.numeral(second).digits) =>
        {
            // "five in two attacks" was asked above; "one in 10 attacks" is a share.
            a.checked_div(b)?
        }
        // "5 per 100,000 people"
        "per" if b >= Decimal::from(100u32) && scene.is_word(after) => a.checked_div(b)?,
        "out of" if a <= b => a.checked_div(b)?,
        "to" if hyphens || odds => a.checked_div(b)?,
        ":" | "-" if odds || word == ":" && (b == Decimal::ONE || a == Decimal::ONE) => a.checked_div(b)?,
        _ => return None,
    };
    let span = Span::new(first.span.start, scene.numeral(second).span.end);
    let joint = text.tokens[joint].span;
    let reason = Reason::at("ratio", "one number set against another", joint);
    Some(scene.draft(at, Kind::Ratio, RULE.name, span).value(value).taking(second + 1).because(reason))
}
