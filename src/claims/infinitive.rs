//! Infinitives after their cue: `X vowed to …`, `X urged Y to …`.

use super::predicate::Frame;
use super::scene::Scene;
use super::{Claim, Find, clause};
use crate::rule::Rule;

pub(super) const RULE: Rule<Find> = Rule {
    name: "claims/infinitive",
    about: "an infinitive after its cue: she vowed to …; he urged Congress to …",
    find,
};

fn find(scene: &Scene, claims: &mut Vec<Claim>) {
    for predicate in &scene.predicates {
        let Frame::Infinitive(start) = predicate.frame else { continue };
        super::push_right(scene, RULE.name, predicate, start, clause::end, claims);
    }
}
