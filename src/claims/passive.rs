//! Passives: `it was claimed that …`, `Y is expected to …`, `Y was endorsed by X`.

use super::predicate::Frame;
use super::scene::Scene;
use super::{Claim, Find, clause};
use crate::rule::Rule;

pub(super) const RULE: Rule<Find> =
    Rule { name: "claims/passive", about: "passives: it was claimed that …; he is expected to …", find };

fn find(scene: &Scene, claims: &mut Vec<Claim>) {
    for predicate in &scene.predicates {
        match &predicate.frame {
            Frame::Passive(start) => super::push_right(scene, RULE.name, predicate, *start, clause::end, claims),
            Frame::Raised(subject, rest) => {
                let mut contents: Vec<_> = scene.cover(subject).into_iter().collect();
                if let Some(start) = *rest {
                    let end = clause::end(scene, start, predicate.sentence.end.max(start));
                    contents.extend(scene.cover(&(start..end)));
                }
                claims.push(Claim::reported(scene, RULE.name, predicate, contents));
            }
            _ => {}
        }
    }
}
