//! A date that no calendar has: "31 June", "February 29, 2015".

use super::{EACH, finding};
use crate::facts::{Finding, FindingCode, Member};
use crate::link::Linked;
use crate::text::Text;

/// Dates whose month has no such day.
pub(super) fn find(text: &Text, linked: &Linked, findings: &mut Vec<Finding>) {
    let is_none = |time: &crate::times::Time| time.reasons.iter().any(|reason| reason.code == "no-such-day");
    for (at, time) in linked.times.iter().enumerate().filter(|(_, time)| is_none(time)).take(EACH) {
        let words = text.slice(time.span);
        let sentence = format!("A date that no calendar has. “{words}”: the month has no such day.");
        findings.push(finding(FindingCode::DateConflict, "facts/date-conflict", vec![Member::Time(at)], sentence));
    }
}
