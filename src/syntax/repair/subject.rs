//! Two subjects of one verb: "*Halden Bank* chief executive *Tom Vale* resigned", "*the mayor*, *Ann Lee*, said".
//!
//! No verb has two subjects. The first of two phrases without a comma between them says whose or what the second is; a
//! phrase after a comma says who the first is.

use super::{Arc, Relation};
use crate::tag::{Pos, Tagged};
use crate::text::Text;
use std::ops::Range;

/// How far apart the two may stand, in tokens.
const REACH: usize = 12;

pub(super) fn repair(text: &Text, tagged: &Tagged, arcs: &mut [Arc], tokens: Range<usize>) {
    let is_noun = |at: usize| matches!(tagged.pos(at), Pos::Noun | Pos::Propn);
    let mut last: Option<usize> = None;
    for at in tokens.clone() {
        let is_subject = matches!(arcs[at].relation, Relation::Nsubj | Relation::NsubjPass) && is_noun(at);
        let verb = arcs[at].head as usize;
        if !is_subject || verb <= at {
            continue;
        }
        let first = last.replace(at).filter(|first| arcs[*first].head as usize == verb && at - first <= REACH);
        let Some(first) = first else { continue };
        // What stands between belongs to one of the two: "Bank | chief executive | Tom". The verb governs no "of the" there:
        // "Vice President | of the United States | Joe Biden".
        let stray = |arc: &Arc| {
            arc.head as usize == verb && matches!(arc.relation, Relation::Mark | Relation::Det | Relation::Case)
        };
        let owned =
            |arc: &Arc| arc.relation == Relation::Punct || (first..=at).contains(&(arc.head as usize)) || stray(arc);
        if !arcs[first + 1..at].iter().all(owned) {
            continue;
        }
        for arc in arcs[first + 1..at].iter_mut().filter(|arc| stray(arc)) {
            *arc = Arc { head: at as u32, relation: Relation::Dep, margin: 0 };
        }
        let comma = (first + 1..at).any(|between| text.norm(between) == ",");
        if comma {
            arcs[at] = Arc { head: first as u32, relation: Relation::Appos, margin: 0 };
            last = Some(first);
        } else {
            arcs[first] = Arc { head: at as u32, relation: Relation::Compound, margin: 0 };
        }
    }
}
