//! Clauses after their cue: `X said (that) …`, `X asked whether …`, `X told Y that …`.

use super::predicate::Frame;
use super::scene::Scene;
use super::{Claim, Find, clause};
use crate::rule::Rule;

pub(super) const RULE: Rule<Find> =
    Rule { name: "claims/indirect", about: "a clause after its cue: she said that …; he asked whether …", find };

fn find(scene: &Scene, claims: &mut Vec<Claim>) {
    for predicate in &scene.predicates {
        let Frame::Clause(start) = predicate.frame else { continue };
        super::push_right(scene, RULE.name, predicate, start, clause::end, claims);
    }
}
