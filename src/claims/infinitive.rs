//! Infinitives behind their cue: `X vowed to …`, `X urged Y to …`.

use super::predicate::Frame;
use super::scene::Scene;
use super::{Claim, clause};

pub(super) const RULE: &str = "claims/infinitive";

pub(super) fn find(scene: &Scene, claims: &mut Vec<Claim>) {
    for predicate in &scene.predicates {
        let Frame::Infinitive(start) = predicate.frame else { continue };
        super::push_right(scene, RULE, predicate, start, clause::end, claims);
    }
}
