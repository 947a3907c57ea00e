//! Percent: "145%", "one per cent", "3.4 pct".
//!
//! Left alone: percentage points and basis points, which have rules of their own.

use super::scene::{Draft, Scene, Sort};
use super::{Find, Kind};
use crate::numeral;
use crate::reason::Reason;
use crate::rule::Rule;
use crate::span::Span;

/// The sign or word after an anchor: from its first token to one past its last.
pub fn word(scene: &Scene, at: usize) -> Option<(usize, usize)> {
    let numeral = scene.numeral(at);
    if scene.anchors[at].sort != Sort::Numeral
        || numeral.kind == numeral::Kind::Ordinal
        || numeral.tail.is_some_and(|tail| !matches!(scene.text.slice(tail), "pc" | "pct" | "percent"))
    {
        return None;
    }
    let start = scene.over_hyphen(scene.behind(at));
    if start >= scene.end(at) {
        return None;
    }
    let last = match scene.norm(start) {
        "%" | "％" | "percent" | "pct" | "percents" | "pct." | "pc" => start + 1,
        "percentage" if !matches!(scene.norm(start + 1), "point" | "points" | "-") => start + 1,
        "per" if matches!(scene.norm(start + 1), "cent" | "cent.") => start + 2,
        _ => return None,
    };
    Some((start, last))
}

pub(super) const RULE: Rule<Find> = Rule { name: "figures/percent", about: "“145%”, “one per cent”", find };

/// Finds percentages.
fn find(scene: &Scene, at: usize) -> Option<Draft> {
    let (start, last) = word(scene, at)?;
    let span = Span::new(scene.numeral(at).span.start, scene.text.tokens[last - 1].span.end);
    let words = scene.text.cover(start..last);
    let draft = scene.draft(at, Kind::Percent, RULE.name, span).unit("%", "percentage");
    Some(draft.because(Reason::at("percent", format!("“{}” follows the number", scene.text.slice(words)), words)))
}
