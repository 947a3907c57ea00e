//! Findings: what a careful reader might look at twice. None of them means that the article is wrong.
//!
//! They are few on purpose: a list of everything is read by nobody. Each says in whole sentences what was seen, and
//! its first sentence can stand as a heading.

use super::{Finding, FindingCode, Member};
use crate::claims::{self, Channel, Claim, Mode, Source, SourceForm};
use crate::entities::Kind;
use crate::link::Linked;
use crate::order;
use crate::reason::{By, Confidence, Reason};
use crate::text::Text;
use rustc_hash::FxHashMap;

/// Statements without a source that are shown at most, the ones most worth checking first.
const UNATTRIBUTED: usize = 3;
/// The least score of a statement without a source that is shown.
const UNATTRIBUTED_SCORE: u8 = 55;
/// Of each of the other kinds.
const EACH: usize = 4;
/// The least score of what rests on one source alone.
const SINGLE_SCORE: u8 = 45;

/// Finds them, kind by kind.
pub(super) fn find(text: &Text, linked: &Linked) -> Vec<Finding> {
    let mut findings = Vec::new();
    unattributed(linked, &mut findings);
    anonymous(text, linked, &mut findings);
    speaking_states(linked, &mut findings);
    single_source(text, linked, &mut findings);
    unbalanced(text, &mut findings);
    findings
}

fn finding(code: FindingCode, rule: &'static str, members: Vec<Member>, text: String) -> Finding {
    Finding { code, members, text, confidence: Confidence::Medium, by: By::rule(rule), reasons: Vec::new() }
}

fn score(claim: &Claim) -> u8 {
    claim.checkworthy.as_ref().map_or(0, |worth| worth.score)
}

/// What the article states itself, with a figure or a rule in it and nobody to ask.
fn unattributed(linked: &Linked, findings: &mut Vec<Finding>) {
    let checkable = |claim: &Claim| {
        let has = |worth: &claims::Checkworthy, codes: &[&str]| {
            worth.reasons.iter().any(|reason| codes.contains(&reason.code))
        };
        let worth = claim.checkworthy.as_ref();
        worth.is_some_and(|worth| has(worth, &["figure", "law"]) && has(worth, &["named-actor"]))
    };
    let mut strong: Vec<usize> = (0..linked.claims.len())
        .filter(|at| {
            let claim = &linked.claims[*at];
            claim.mode == Mode::Narrator && score(claim) >= UNATTRIBUTED_SCORE && checkable(claim)
        })
        .collect();
    order::by(&mut strong, |at| (u64::MAX - u64::from(score(&linked.claims[*at])), 0));
    strong.truncate(UNATTRIBUTED);
    order::by(&mut strong, |at| (*at as u64, 0));
    for at in strong {
        let text = "A statement without a source. The article says this itself. Who says so, or where to look it up, is not given.";
        let mut found = finding(
            FindingCode::UnattributedClaim,
            "facts/unattributed-claim",
            vec![Member::Claim(at)],
            text.to_owned(),
        );
        found.reasons = linked.claims[at].checkworthy.iter().flat_map(|worth| worth.reasons.clone()).collect();
        findings.push(found);
    }
}

/// Sources that keep their names to themselves, gathered by their words.
fn anonymous(text: &Text, linked: &Linked, findings: &mut Vec<Finding>) {
    let mut seen: Vec<(&str, Vec<Member>, Vec<Reason>)> = Vec::new();
    for (at, claim) in linked.claims.iter().enumerate() {
        let Some(source) = claim.source.as_ref().filter(|source| source.anonymous) else { continue };
        let words = text.slice(source.span).trim_end_matches(',');
        let place = match seen.iter().position(|(other, ..)| other.eq_ignore_ascii_case(words)) {
            Some(place) => place,
            None if seen.len() < EACH => {
                seen.push((words, Vec::new(), Vec::new()));
                seen.len() - 1
            }
            None => continue,
        };
        seen[place].1.push(Member::Claim(at));
        let why =
            source.anonymity_reason.map(|span| Reason::at("stated-reason", "the article gives this reason", span));
        seen[place].2.extend(why);
    }
    for (words, members, reasons) in seen {
        let why = match reasons.first().and_then(|reason| reason.span) {
            Some(span) => format!("The article says why: “{}”.", text.slice(span)),
            None => "The article does not say why.".to_owned(),
        };
        let text = format!("“{words}” speaks without a name. {why}");
        let mut found = finding(FindingCode::AnonymousSource, "facts/anonymous-source", members, text);
        found.reasons = reasons;
        findings.push(found);
    }
}

/// Countries and their "sides" that speak, and no person does.
fn speaking_states(linked: &Linked, findings: &mut Vec<Finding>) {
    let mut seen: Vec<(usize, Vec<Member>)> = Vec::new();
    for (at, claim) in linked.claims.iter().enumerate() {
        let Some(source) = &claim.source else { continue };
        let Some(entity) = source.entity.filter(|_| matches!(source.form, SourceForm::Name | SourceForm::Group)) else {
            continue;
        };
        if linked.entities.get(entity).is_none_or(|entity| entity.kind != Kind::Place) {
            continue;
        }
        match seen.iter().position(|(other, _)| *other == entity) {
            Some(place) => seen[place].1.push(Member::Claim(at)),
            None if seen.len() < EACH => seen.push((entity, vec![Member::Claim(at)])),
            None => {}
        }
    }
    for (entity, members) in seen {
        let name = &linked.entities[entity].name;
        let text = format!("“{name}” speaks, but no person does. We can’t tell who said it, or where.");
        findings.push(finding(FindingCode::AnonymousSource, "facts/speaking-state", members, text));
    }
}

/// What rests on one outlet or document that speaks once.
fn single_source(text: &Text, linked: &Linked, findings: &mut Vec<Finding>) {
    let mut count = 0;
    let mut speaks: FxHashMap<(Option<usize>, &str), usize> = FxHashMap::default();
    let key = |source: &Source| match source.entity {
        Some(entity) => (Some(entity), ""),
        None => (None, text.slice(source.span)),
    };
    for source in linked.claims.iter().filter_map(|claim| claim.source.as_ref()) {
        *speaks.entry(key(source)).or_default() += 1;
    }
    for (at, claim) in linked.claims.iter().enumerate() {
        let Some(source) = &claim.source else { continue };
        let according = claim.cue.as_ref().is_some_and(|cue| cue.lemma == "according to");
        let outlet = source
            .entity
            .and_then(|entity| linked.entities.get(entity))
            .is_some_and(|entity| entity.kind == Kind::Organisation && claim.channel != Some(Channel::Statement));
        if !according
            || !(outlet || source.form == SourceForm::Document)
            || score(claim) < SINGLE_SCORE
            || count == EACH / 2
        {
            continue;
        }
        if speaks.get(&key(source)).is_some_and(|times| *times > 1) {
            continue;
        }
        count += 1;
        let words = text.slice(source.span).trim_end_matches(',');
        let text = format!("One source only. This rests on {words} alone.");
        findings.push(finding(FindingCode::SingleSource, "facts/single-source", vec![Member::Claim(at)], text));
    }
}

/// Quote marks that open and do not close.
fn unbalanced(text: &Text, findings: &mut Vec<Finding>) {
    for span in claims::unclosed(text).into_iter().take(EACH) {
        let words = "A quotation that does not end. Its closing mark is missing, so we can’t tell where the speaker’s words stop.";
        let mut found = finding(FindingCode::QuoteUnbalanced, "facts/quote-unbalanced", Vec::new(), words.to_owned());
        found.reasons.push(Reason::at("opening-mark", "the mark that is not closed", span));
        findings.push(found);
    }
}
