//! Ends of units in one word: "year-end", "year's end", "month-end".

use super::Find;
use super::expression::{Anchor, Edge, Unit};
use super::relative;
use super::scan::{Found, Scan};
use super::word::Word;
use crate::rule::Rule;

pub(super) const RULE: Rule<Find> = Rule { name: "times/year_end", about: "ends of units in one word: year-end", find };

/// Finds the end of a unit.
fn find(scan: &Scan, at: usize) -> Option<Found> {
    let Word::Unit { unit: unit @ (Unit::Year | Unit::Month | Unit::Quarter | Unit::Week), plural: false, .. } =
        scan.word(at)
    else {
        return None;
    };
    let mut next = scan.over_hyphen(at + 1);
    if matches!(scan.bare(next), "'s" | "’s") {
        next += 1;
    }
    if scan.word(next) != Word::EdgeNoun(Edge::End) || matches!(scan.bare(next), "ends" | "ended") {
        return None;
    }
    let mut found = relative::shift(at..next + 1, unit, 0, Anchor::Reference, false);
    found.said.edge = Some(Edge::End);
    Some(found)
}
