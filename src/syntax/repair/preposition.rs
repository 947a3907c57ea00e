//! Prepositions that govern an oblique.

use super::{Arc, Relation};
use crate::tag::{Pos, Tagged};
use crate::text::Text;
use std::ops::Range;

/// A preposition that the parser took for the mark of a later clause, with the noun after it as an oblique: "is led *by
/// Ann Lee*, while the board is led by Tom Vale". No preposition governs an oblique, so the noun goes to the verb before
/// it, and the preposition to the noun.
pub(super) fn repair(text: &Text, tagged: &Tagged, arcs: &mut [Arc], tokens: Range<usize>) {
    for noun in tokens.clone() {
        let preposition = arcs[noun].head as usize;
        let governs = preposition < noun
            && tokens.contains(&preposition)
            && matches!(arcs[noun].relation, Relation::Obl | Relation::Nmod | Relation::OblAgent)
            && tagged.pos(preposition) == Pos::Adp
            && tagged.pos(noun) != Pos::Verb
            && !matches!(arcs[preposition].relation, Relation::Root | Relation::Fixed);
        if !governs {
            continue;
        }
        let clause = arcs[preposition].head as usize;
        let governor = if clause > noun { arcs[clause].head as usize } else { clause };
        // The governor must lie before, or the arcs would cross or close a circle.
        if governor >= preposition {
            continue;
        }
        let is_passive = (governor.saturating_sub(4)..preposition)
            .any(|at| arcs[at].head as usize == governor && arcs[at].relation == Relation::AuxPass);
        let relation = match tagged.pos(governor) {
            Pos::Verb | Pos::Adj if is_passive && text.norm(preposition) == "by" => Relation::OblAgent,
            Pos::Verb | Pos::Adj => Relation::Obl,
            _ => Relation::Nmod,
        };
        arcs[noun] = Arc { head: governor as u32, relation, margin: 0 };
        arcs[preposition] = Arc { head: noun as u32, relation: Relation::Case, margin: 0 };
    }
}
