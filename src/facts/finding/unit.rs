//! A figure said in two units that do not agree: "20 acres (12 hectares)".

use super::Detect;
use super::scene::Scene;
use super::{EACH, finding};
use crate::facts::{Finding, FindingCode, Member};
use crate::figures::Figure;
use crate::rule::Rule;

/// A figure in two units that do not agree.
pub(super) const RULE: Rule<Detect> = Rule {
    name: "facts/finding/unit",
    about: "a figure in two units that do not agree: \"20 acres (12 hectares)\"",
    find,
};

/// Figures whose second reading is not the first in another unit, within the precision of both.
fn find(scene: &Scene, findings: &mut Vec<Finding>) {
    let wrong = |figure: &Figure| {
        let behind = scene.text.tokens_in(figure.span).end;
        // "half a metre (1.5 feet)" is a guess, "91 K, or 296 degrees below zero" has a sign behind it.
        let rough = scene.norm(scene.text.token_at(figure.span.start)) == "half";
        let signed = (behind..behind + 6).any(|at| matches!(scene.norm(at), "below" | "minus"));
        figure.also.as_ref().is_some_and(|also| also.agrees == Some(false)) && !rough && !signed
    };
    for (at, figure) in scene.linked.figures.iter().enumerate().filter(|(_, figure)| wrong(figure)).take(EACH) {
        let words = scene.words(figure.span);
        let sentence = format!("Two units that do not agree. “{words}” gives one size twice, and the two differ.");
        findings.push(finding(FindingCode::UnitMismatch, vec![Member::Figure(at)], sentence));
    }
}
