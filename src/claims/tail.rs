//! What is said before its cue: `“…,” he said`, `…, said the minister`, `…, the report found`.

use super::direct;
use super::predicate::Frame;
use super::scene::Scene;
use super::{Claim, Find, clause};
use crate::rule::Rule;

pub(super) const RULE: Rule<Find> =
    Rule { name: "claims/tail", about: "what is said before its cue: “…,” she said; …, officials said", find };

fn find(scene: &Scene, claims: &mut Vec<Claim>) {
    for predicate in &scene.predicates {
        let Frame::Tail(end) = predicate.frame else { continue };
        let sentence = &predicate.sentence;
        let mut low = scene
            .quotation(predicate.cue.start)
            .map_or(0, |number| scene.quotations[number].inner().start)
            .max(sentence.start);
        if let Some(number) = end.checked_sub(1).and_then(|last| scene.closes(last)) {
            // A quotation of several sentences begins before this one.
            let open = scene.quotations[number].tokens.start;
            low = if open < low { open } else { low };
        }
        let mut start = low.max(end.saturating_sub(20 * super::scene::REACH));
        // After an earlier verb of saying in the sentence: `“A,” he said, and “B,” he added`.
        let earlier = scene.predicates.partition_point(|other| other.cue.start < predicate.cue.start);
        if let Some(other) = scene.predicates[..earlier]
            .iter()
            .rev()
            .find(|other| matches!(other.frame, Frame::Tail(_)) && other.right <= end && other.cue.start >= start)
        {
            start = other.right.max(start);
        }
        while start < end && (scene.is_comma(start) || clause::is_stop(scene, start)) {
            start += 1;
        }
        let end = clause::trim_end(scene, start, end);
        let Some(content) = scene.cover(&(start..end)) else { continue };
        let mut contents = vec![content];
        if scene.closes(end - 1).is_some() {
            direct::go_on(scene, predicate, &mut contents);
        }
        claims.push(Claim::reported(scene, RULE.name, predicate, contents));
    }
}
