//! Sources that keep their names to themselves, and states that speak where no person does.

use crate::claims::SourceForm;
use crate::entities::Kind;
use crate::facts::finding::scene::Scene;
use crate::facts::finding::{EACH, finding};
use crate::facts::{Finding, FindingCode, Member};
use crate::reason::Reason;
/// Sources that keep their names to themselves, gathered by their words.
pub(in crate::facts::finding) fn find(scene: &Scene, findings: &mut Vec<Finding>) {
    let mut seen: Vec<(&str, Vec<Member>, Vec<Reason>)> = Vec::new();
    for (at, claim) in scene.linked.claims.iter().enumerate() {
        let Some(source) = claim.source.as_ref().filter(|source| source.anonymous) else { continue };
        let words = scene.text.slice(source.span).trim_end_matches(',');
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
            Some(span) => format!("The article says why: “{}”.", scene.text.slice(span)),
            None => "The article does not say why.".to_owned(),
        };
        let text = format!("“{words}” speaks without a name. {why}");
        let mut found = finding(FindingCode::AnonymousSource, "facts/anonymous-source", members, text);
        found.reasons = reasons;
        findings.push(found);
    }
}

/// Countries and their "sides" that speak, and no person does.
pub(in crate::facts::finding) fn speaking_states(scene: &Scene, findings: &mut Vec<Finding>) {
    let mut seen: Vec<(usize, Vec<Member>)> = Vec::new();
    for (at, claim) in scene.linked.claims.iter().enumerate() {
        let Some(source) = &claim.source else { continue };
        let Some(entity) = source.entity.filter(|_| matches!(source.form, SourceForm::Name | SourceForm::Group)) else {
            continue;
        };
        if scene.linked.entities.get(entity).is_none_or(|entity| entity.kind != Kind::Place) {
            continue;
        }
        match seen.iter().position(|(other, _)| *other == entity) {
            Some(place) => seen[place].1.push(Member::Claim(at)),
            None if seen.len() < EACH => seen.push((entity, vec![Member::Claim(at)])),
            None => {}
        }
    }
    for (entity, members) in seen {
        let name = &scene.linked.entities[entity].name;
        let text = format!("“{name}” speaks, but no person does. We can’t tell who said it, or where.");
        findings.push(finding(FindingCode::AnonymousSource, "facts/speaking-state", members, text));
    }
}
