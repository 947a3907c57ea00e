//! Where things come from: statements without a source, sources without a name, quotations without an end.

pub(super) mod anonymous;
pub(super) mod experts;
pub(super) mod ratio;
pub(super) mod single;
pub(super) mod unattributed;
pub(super) mod unbalanced;
pub(super) mod undated;

use crate::claims::Claim;

fn score(claim: &Claim) -> u8 {
    claim.checkworthy.as_ref().map_or(0, |worth| worth.score)
}
