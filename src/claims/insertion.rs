//! Cues put into what is said, between commas: `The road, she said, is not safe.`

use super::predicate::Frame;
use super::scene::Scene;
use super::{Claim, Find, clause};
use crate::rule::Rule;

pub(super) const RULE: Rule<Find> =
    Rule { name: "claims/insertion", about: "a cue put into what is said: The road, she said, is not safe", find };

fn find(scene: &Scene, claims: &mut Vec<Claim>) {
    for predicate in &scene.predicates {
        let Frame::Inserted(end, start) = predicate.frame else { continue };
        let quoted = scene.quotation(predicate.cue.start).map(|number| scene.quotations[number].inner());
        let low = quoted.as_ref().map_or(0, |inner| inner.start).max(predicate.sentence.start);
        let high = quoted.map_or(usize::MAX, |inner| inner.end).min(predicate.sentence.end);
        let low = low.max(end.saturating_sub(super::scene::REACH));
        let parts = [low..clause::trim_end(scene, low, end), start..clause::end(scene, start, high)];
        let contents: Vec<_> = parts.iter().filter_map(|part| scene.cover(part)).collect();
        claims.push(Claim::reported(scene, RULE.name, predicate, contents));
    }
}
