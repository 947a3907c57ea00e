//! Findings: what a careful reader might look at twice. None of them means that the article is wrong.
//!
//! They are few on purpose: a list of everything is read by nobody. Each says in whole sentences what was seen, and
//! its first sentence can stand as a heading. A finding that rests on arithmetic shows it.

mod date;
mod disagreement;
mod headline;
mod name;
mod number;
mod part;
mod percent;
mod scene;
mod source;
mod sum;
mod unit;
mod value;
mod words;

use super::{Fact, Finding, FindingCode, Member};
use crate::link::Linked;
use crate::reason::{By, Confidence};
use crate::rule::{Rule, RuleInfo};
use crate::syntax::Parsed;
use crate::tag::Tagged;
use crate::text::Text;
use scene::Scene;

/// How many findings of one kind are shown.
const EACH: usize = 4;

/// Proposes findings of one kind.
type Detect = fn(&Scene, &mut Vec<Finding>);

/// The kinds, in the order in which they are listed.
const RULES: &[Rule<Detect>] = &[
    number::RULE,
    headline::RULE,
    sum::RULE,
    part::RULE,
    percent::RULE,
    unit::RULE,
    date::RULE,
    name::RULE,
    disagreement::RULE,
    source::RULE,
];

/// The rules, as they are listed.
pub(super) fn rules() -> Vec<RuleInfo> {
    RULES.iter().map(Rule::info).collect()
}

/// Finds them, kind by kind. `statements` are those of the same text.
pub(super) fn find(read: (&Text, &Tagged, &Parsed), linked: &Linked, statements: &[Fact]) -> Vec<Finding> {
    let scene = Scene::new(read, linked, statements);
    let mut findings = Vec::new();
    for rule in RULES {
        let before = findings.len();
        (rule.find)(&scene, &mut findings);
        findings[before..].iter_mut().for_each(|finding| finding.by = By::rule(rule.name));
    }
    findings
}

fn finding(code: FindingCode, members: Vec<Member>, text: String) -> Finding {
    Finding {
        code,
        members,
        text,
        computation: None,
        confidence: Confidence::Medium,
        by: By::rule("facts/finding"),
        reasons: Vec::new(),
    }
}
