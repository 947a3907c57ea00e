//! Sources that keep their names to themselves.

use crate::claims::{Claim, CueClass};
use crate::facts::finding::scene::Scene;
use crate::facts::finding::{EACH, finding, words};
use crate::facts::{Finding, FindingCode, Member};
use crate::reason::Reason;
/// Sources that keep their names to themselves, gathered by their words.
pub(super) fn find(scene: &Scene, findings: &mut Vec<Finding>) {
    let mut seen: Vec<(&str, Vec<Member>, Vec<Reason>)> = Vec::new();
    for (at, claim) in scene.linked.claims.iter().enumerate() {
        let Some(source) = claim.source.as_ref().filter(|source| source.anonymous && says(claim)) else { continue };
        let name = scene.text.slice(source.span).trim_end_matches(',');
        // "one person in the hall said": a passer-by, not somebody who holds a name back.
        let lower = name.to_lowercase();
        let has = |class: &str| lower.split(' ').any(|word| words::is(class, word));
        if has("outlet") || source.anonymity_reason.is_none() && !has("insider") {
            continue;
        }
        // "the official" is the one of a moment ago.
        let again =
            name.get(..4).is_some_and(|start| start.eq_ignore_ascii_case("the ")) && name.split(' ').count() == 2;
        let known = seen.iter().position(|(other, ..)| other.eq_ignore_ascii_case(name));
        let place = match known.or(seen.len().checked_sub(1).filter(|_| again)) {
            Some(place) => place,
            None if again => continue,
            None if seen.len() < EACH => {
                seen.push((name, Vec::new(), Vec::new()));
                seen.len() - 1
            }
            None => continue,
        };
        seen[place].1.push(Member::Claim(at));
        let why =
            source.anonymity_reason.map(|span| Reason::at("stated-reason", "the article gives this reason", span));
        seen[place].2.extend(why);
    }
    for (name, members, reasons) in seen {
        let why = match reasons.first().and_then(|reason| reason.span) {
            Some(span) => format!("The article says why: “{}”.", scene.text.slice(span)),
            None => "The article does not say why.".to_owned(),
        };
        let text = format!("“{name}” speaks without a name. {why}");
        let mut found = finding(FindingCode::AnonymousSource, members, text);
        found.reasons = reasons;
        findings.push(found);
    }
}

/// "a person familiar with the talks said", not "when a person finds that …".
fn says(claim: &Claim) -> bool {
    claim
        .cue
        .as_ref()
        .is_some_and(|cue| cue.class.is_saying() && !matches!(cue.class, CueClass::Belief | CueClass::Emotion))
}
