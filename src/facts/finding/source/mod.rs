//! Where things come from: statements without a source, sources without a name, quotations without an end.

mod anonymous;
mod experts;
mod ratio;
mod single;
mod unattributed;
mod unbalanced;
mod undated;

use super::Detect;
use super::scene::Scene;
use crate::claims::Claim;
use crate::facts::Finding;
use crate::rule::Rule;

/// Where things come from.
pub(super) const RULE: Rule<Detect> = Rule {
    name: "facts/finding/source",
    about: "where things come from: no source, no name, one source only, a quotation without an end",
    find,
};

fn find(scene: &Scene, findings: &mut Vec<Finding>) {
    unattributed::find(scene, findings);
    anonymous::find(scene, findings);
    experts::find(scene, findings);
    single::find(scene, findings);
    ratio::find(scene, findings);
    undated::find(scene, findings);
    unbalanced::find(scene, findings);
}

fn score(claim: &Claim) -> u8 {
    claim.checkworthy.as_ref().map_or(0, |worth| worth.score)
}
