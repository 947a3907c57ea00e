//! Approximation and bounds: "about", "nearly", "more than", "at least", "up to", "as many as", "or more".
//!
//! The words stay outside the figure's span and are its reason.

use super::Approx;
use super::scene::{Draft, Scene};
use crate::numeral;
use crate::reason::Reason;

/// Marks figures that are approximate or bound something.
pub fn refine(scene: &Scene, mut drafts: Vec<Draft>) -> Vec<Draft> {
    for draft in &mut drafts {
        let found = before(scene, draft).or_else(|| behind(scene, draft));
        if let Some((approx, from, to)) = found {
            let span = scene.text.cover(from..to);
            draft.figure.approx = Some(approx);
            draft.figure.reasons.push(Reason::at("approximation", format!("“{}”", scene.text.slice(span)), span));
        } else if scene.numeral(draft.anchors.start).kind == numeral::Kind::Vague {
            let numeral = scene.numeral(draft.anchors.start);
            // "a couple of hundred" is about two hundred, "hundreds" at least one.
            let couple = scene.norm(numeral.tokens.start) == "a";
            draft.figure.approx = Some(if couple { Approx::About } else { Approx::AtLeast });
            draft.figure.reasons.push(Reason::at("approximation", "a number in the round", numeral.span));
        }
    }
    drafts
}

fn before(scene: &Scene, draft: &Draft) -> Option<(Approx, usize, usize)> {
    use Approx::*;
    let anchor = draft.anchors.start;
    let mut start = draft.tokens.start;
    // "an estimated 20", "about a third": the article is part of the figure or of the phrase.
    if matches!(scene.before(anchor, start, 0), "a" | "an") && !matches!(scene.before(anchor, start, 1), "") {
        let word = scene.before(anchor, start, 1);
        if matches!(
            word,
            "about"
                | "nearly"
                | "almost"
                | "over"
                | "than"
                | "least"
                | "around"
                | "roughly"
                | "under"
                | "approximately"
                | "to"
        ) {
            start -= 1;
        }
    }
    let word = |back: usize| scene.before(anchor, start, back);
    let one = |approx| Some((approx, start - 1, start));
    let two = |approx| Some((approx, start - 2, start));
    let three = |approx| Some((approx, start - 3, start));
    match word(0) {
        "about" | "around" | "roughly" | "approximately" | "some" | "circa" | "c." | "estimated" | "~" | "≈"
        | "approx" | "approx." | "perhaps" | "virtually" => one(About),
        "nearly" | "almost" => one(LessThan),
        "-" if word(1) == "sub" && scene.hyphen(start - 1) => two(LessThan),
        "over" | "above" | "exceeding" | "exceeds" | "exceeded" | "topped" | "topping" | "surpassing" | "surpassed"
        | ">" => one(MoreThan),
        "under" | "below" | "<" => one(LessThan),
        "≥" => one(AtLeast),
        "≤" => one(AtMost),
        "than" => match word(1) {
            "more" | "greater" | "higher" | "larger" | "better" => match word(2) {
                "no" | "not" => three(AtMost),
                _ => two(MoreThan),
            },
            "less" | "fewer" | "lower" | "smaller" => match word(2) {
                "no" | "not" => three(AtLeast),
                _ => two(LessThan),
            },
            "rather" | "other" => None,
            _ => None,
        },
        "least" if word(1) == "at" => two(AtLeast),
        "most" if word(1) == "at" => two(AtMost),
        "to" if word(1) == "up" => two(AtMost),
        "to" if word(1) == "close" => two(About),
        "as" if matches!(word(1), "many" | "much" | "high" | "long") && word(2) == "as" => three(AtMost),
        "as" if matches!(word(1), "few" | "little" | "low") && word(2) == "as" => three(AtLeast),
        "of" => match word(1) {
            "excess" if word(2) == "in" => three(MoreThan),
            "upwards" | "upward" => two(AtLeast),
            "minimum" => two(AtLeast),
            "maximum" => two(AtMost),
            "short" => two(LessThan),
            "estimated" => two(About),
            _ => None,
        },
        _ => None,
    }
}

fn behind(scene: &Scene, draft: &Draft) -> Option<(Approx, usize, usize)> {
    let end = scene.end(draft.anchors.end - 1);
    let next = draft.tokens.end;
    if next >= end {
        return None;
    }
    let number = scene.behind(draft.anchors.end - 1);
    for at in [next, number] {
        if at + 1 < end && scene.norm(at) == "or" {
            match scene.norm(at + 1) {
                "more" | "higher" | "above" | "greater" | "over" => return Some((Approx::AtLeast, at, at + 2)),
                "less" | "fewer" | "lower" | "below" => return Some((Approx::AtMost, at, at + 2)),
                "so" | "thereabouts" => return Some((Approx::About, at, at + 2)),
                _ => {}
            }
        }
        if scene.norm(at) == "+" && !scene.spaced(at) {
            return Some((Approx::AtLeast, at, at + 1));
        }
        if scene.hyphen(at) && matches!(scene.norm(at + 1), "plus") {
            return Some((Approx::AtLeast, at, at + 2));
        }
        if scene.hyphen(at) && matches!(scene.norm(at + 1), "odd" | "ish") {
            return Some((Approx::About, at, at + 2));
        }
    }
    None
}
