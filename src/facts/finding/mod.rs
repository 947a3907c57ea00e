//! Findings: what a careful reader might look at twice. None of them means that the article is wrong.
//!
//! They are few on purpose: a list of everything is read by nobody. Each says in whole sentences what was seen, and
//! its first sentence can stand as a heading. A finding that rests on arithmetic shows it.

mod day;
mod percent;
mod source;
mod unit;
mod weekday;

use super::{Finding, FindingCode, Member};
use crate::link::Linked;
use crate::reason::{By, Confidence};
use crate::text::Text;

/// How many findings of one kind are shown.
const EACH: usize = 4;

/// Proposes findings of one kind.
type Detect = fn(&Text, &Linked, &mut Vec<Finding>);

/// The kinds, in the order in which they are listed.
const DETECTORS: &[Detect] = &[
    percent::find,
    unit::find,
    weekday::find,
    day::find,
    source::unattributed,
    source::anonymous,
    source::experts,
    source::speaking_states,
    source::single_source,
    source::unbalanced,
];

/// Finds them, kind by kind.
pub(super) fn find(text: &Text, linked: &Linked) -> Vec<Finding> {
    let mut findings = Vec::new();
    for detect in DETECTORS {
        detect(text, linked, &mut findings);
    }
    findings
}

fn finding(code: FindingCode, rule: &'static str, members: Vec<Member>, text: String) -> Finding {
    Finding {
        code,
        members,
        text,
        computation: None,
        confidence: Confidence::Medium,
        by: By::rule(rule),
        reasons: Vec::new(),
    }
}
