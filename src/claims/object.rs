//! Objects of a cue: `X denied the charge`, `X accused Y of …`, `X called Y a “disgrace”`.

use super::predicate::Frame;
use super::scene::Scene;
use super::{Claim, Find, clause};
use crate::rule::Rule;

pub(super) const RULE: Rule<Find> =
    Rule {
        name: "claims/object", about: "an object of a cue: she denied the charge; he called it a “disgrace”", find
    };

fn find(scene: &Scene, claims: &mut Vec<Claim>) {
    for predicate in &scene.predicates {
        let Frame::Object(start) = predicate.frame else { continue };
        super::push_right(scene, RULE.name, predicate, start, clause::end, claims);
    }
}
