//! What rests on one organisation or outlet alone.

use super::score;
use crate::claims::{Channel, Source};
use crate::entities::Kind;
use crate::facts::finding::finding;
use crate::facts::finding::scene::Scene;
use crate::facts::{Finding, FindingCode, Member};
use rustc_hash::FxHashMap;

/// The least score of what rests on one source alone.
const SINGLE_SCORE: u8 = 60;

/// What rests on one organisation or outlet that speaks once.
pub(super) fn find(scene: &Scene, findings: &mut Vec<Finding>) {
    let mut count = 0;
    let mut speaks: FxHashMap<(Option<usize>, &str), usize> = FxHashMap::default();
    let key = |source: &Source| match source.entity {
        Some(entity) => (Some(entity), ""),
        None => (None, scene.text.slice(source.span)),
    };
    for source in scene.linked.claims.iter().filter_map(|claim| claim.source.as_ref()) {
        *speaks.entry(key(source)).or_default() += 1;
    }
    for (at, claim) in scene.linked.claims.iter().enumerate() {
        let Some(source) = &claim.source else { continue };
        let according = claim.cue.as_ref().is_some_and(|cue| cue.lemma == "according to");
        let outlet = source
            .entity
            .and_then(|entity| scene.linked.entities.get(entity))
            .is_some_and(|entity| entity.kind == Kind::Organisation && claim.channel != Some(Channel::Statement));
        if !according || !outlet || claim.figures.is_empty() || score(claim) < SINGLE_SCORE || count == 1 {
            continue;
        }
        if speaks.get(&key(source)).is_some_and(|times| *times > 1) {
            continue;
        }
        count += 1;
        let words = scene.text.slice(source.span).trim_end_matches(',');
        let text = format!("One source only. This rests on {words} alone.");
        findings.push(finding(FindingCode::SingleSource, vec![Member::Claim(at)], text));
    }
}
