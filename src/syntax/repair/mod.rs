//! Repairs of trees that no sentence can have: a file for each kind.

mod preposition;
mod speaker;
mod subject;

use super::{Arc, Relation};
use crate::tag::Tagged;
use crate::text::Text;
use std::ops::Range;

/// A repair of the arcs of one sentence.
type Repair = fn(&Text, &Tagged, &mut [Arc], Range<usize>);

/// In this order.
const REPAIRS: [Repair; 3] = [preposition::repair, subject::repair, speaker::repair];

/// Repairs the tree of a sentence.
pub(super) fn repair(text: &Text, tagged: &Tagged, arcs: &mut [Arc], tokens: Range<usize>) {
    for repair in REPAIRS {
        repair(text, tagged, arcs, tokens.clone());
    }
}
