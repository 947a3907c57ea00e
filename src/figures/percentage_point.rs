//! Percentage points: "2 percentage points", "1.5 pp", "up three points".
//!
//! Never the same as percent: from 4% to 6% is two points and fifty percent. Bare points are left to the
//! counts: they may be those of an index or of a game.

use super::scene::{Draft, Scene};
use super::{Find, Kind};
use crate::numeral;
use crate::reason::Reason;
use crate::rule::Rule;
use crate::span::Span;

pub(super) const RULE: Rule<Find> =
    Rule { name: "figures/percentage_point", about: "points of a percentage: “2 percentage points”", find };

/// Finds percentage points.
fn find(scene: &Scene, at: usize) -> Option<Draft> {
    let numeral = scene.numeral(at);
    if matches!(numeral.kind, numeral::Kind::Ordinal) {
        return None;
    }
    let start = scene.over_hyphen(scene.behind(at));
    let last = match scene.norm(start) {
        "percentage" | "percent" | "%" | "%-" => {
            let point = scene.over_hyphen(start + 1);
            if !matches!(scene.norm(point), "point" | "points") {
                return None;
            }
            point + 1
        }
        "per" if scene.norm(start + 1) == "cent" && matches!(scene.norm(start + 2), "point" | "points") => start + 3,
        "pp" | "ppt" | "ppts" | "pps" | "pp." => start + 1,
        _ => return None,
    };
    if last > scene.end(at) {
        return None;
    }
    let words = scene.text.cover(start..last);
    let span = Span::new(numeral.span.start, words.end);
    let draft = scene.draft(at, Kind::PercentagePoint, RULE.name, span);
    let reason = Reason::at("percentage-point", "points of a percentage, not percent of it", words);
    Some(draft.unit("{percentage point}", "percentage point").because(reason))
}
