//! A figure said in two units that do not agree: "20 acres (12 hectares)".

use super::{EACH, finding};
use crate::facts::{Finding, FindingCode, Member};
use crate::link::Linked;
use crate::text::Text;

/// Figures whose second reading is not the first in another unit, within the precision of both.
pub(super) fn find(text: &Text, linked: &Linked, findings: &mut Vec<Finding>) {
    let wrong = |figure: &crate::figures::Figure| figure.also.as_ref().is_some_and(|also| also.agrees == Some(false));
    for (at, figure) in linked.figures.iter().enumerate().filter(|(_, figure)| wrong(figure)).take(EACH) {
        let words = text.slice(figure.span);
        let sentence = format!("Two units that do not agree. “{words}” gives one size twice, and the two differ.");
        findings.push(finding(FindingCode::UnitMismatch, "facts/unit-mismatch", vec![Member::Figure(at)], sentence));
    }
}
