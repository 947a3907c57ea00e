//! Ordinals: "the first", "a 25th", "the twenty-fifth".
//!
//! Left alone: days of a month, centuries, quarters, seconds of time, "at first".

use super::scene::{Draft, Scene};
use super::{Find, Kind};
use crate::numeral;
use crate::reason::Reason;
use crate::rule::Rule;

pub(super) const RULE: Rule<Find> = Rule { name: "figures/ordinal", about: "“the first”, “25th”", find };

/// Finds ordinals.
fn find(scene: &Scene, at: usize) -> Option<Draft> {
    let numeral = scene.numeral(at);
    if numeral.kind != numeral::Kind::Ordinal {
        return None;
    }
    let reason = Reason::at("ordinal", "a place in an order", numeral.span);
    Some(scene.draft(at, Kind::Ordinal, RULE.name, numeral.span).because(reason))
}
