//! Passives: `it was claimed that …`, `Y is expected to …`, `Y was endorsed by X`.

use super::predicate::Frame;
use super::scene::Scene;
use super::{Claim, clause};

pub(super) const RULE: &str = "claims/passive";

pub(super) fn find(scene: &Scene, claims: &mut Vec<Claim>) {
    for predicate in &scene.predicates {
        match &predicate.frame {
            Frame::Passive(start) => super::push_right(scene, RULE, predicate, *start, clause::end, claims),
            Frame::Raised(subject, rest) => {
                let mut contents: Vec<_> = scene.cover(subject).into_iter().collect();
                if let Some(start) = *rest {
                    let end = clause::end(scene, start, predicate.sentence.end.max(start));
                    contents.extend(scene.cover(&(start..end)));
                }
                claims.push(Claim::reported(scene, RULE, predicate, contents));
            }
            _ => {}
        }
    }
}
