//! Clauses behind their cue: `X said (that) …`, `X asked whether …`, `X told Y that …`.

use super::predicate::Frame;
use super::scene::Scene;
use super::{Claim, clause};

pub(super) const RULE: &str = "claims/indirect";

pub(super) fn find(scene: &Scene, claims: &mut Vec<Claim>) {
    for predicate in &scene.predicates {
        let Frame::Clause(start) = predicate.frame else { continue };
        super::push_right(scene, RULE, predicate, start, clause::end, claims);
    }
}
