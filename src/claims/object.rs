//! Objects of a cue: `X denied the charge`, `X accused Y of …`, `X called Y a “disgrace”`.

use super::predicate::Frame;
use super::scene::Scene;
use super::{Claim, clause};

pub(super) const RULE: &str = "claims/object";

pub(super) fn find(scene: &Scene, claims: &mut Vec<Claim>) {
    for predicate in &scene.predicates {
        let Frame::Object(start) = predicate.frame else { continue };
        super::push_right(scene, RULE, predicate, start, clause::end, claims);
    }
}
