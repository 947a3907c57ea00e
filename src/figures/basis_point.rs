//! Basis points, hundredths of a percentage point: "25 basis points", "50bp", "a 75-basis-point rise".

use super::scene::{Draft, Scene};
use super::{Find, Kind};
use crate::numeral;
use crate::reason::Reason;
use crate::rule::Rule;
use crate::span::Span;

pub(super) const RULE: Rule<Find> =
    Rule { name: "figures/basis_point", about: "hundredths of a point: “25 basis points”", find };

/// Finds basis points.
fn find(scene: &Scene, at: usize) -> Option<Draft> {
    let numeral = scene.numeral(at);
    if matches!(numeral.kind, numeral::Kind::Ordinal) {
        return None;
    }
    let start = scene.over_hyphen(scene.behind(at));
    let last = match scene.norm(start) {
        "basis" => {
            let point = scene.over_hyphen(start + 1);
            if !matches!(scene.norm(point), "point" | "points") {
                return None;
            }
            point + 1
        }
        "bp" | "bps" if scene.raw(start) != "BP" => start + 1,
        _ => return None,
    };
    if last > scene.end(at) {
        return None;
    }
    let words = scene.text.cover(start..last);
    let draft = scene.draft(at, Kind::PercentagePoint, RULE.name, Span::new(numeral.span.start, words.end));
    let reason = Reason::at("basis-point", "hundredths of a percentage point", words);
    Some(draft.unit("{basis point}", "basis point").because(reason))
}
