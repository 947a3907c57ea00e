//! Syntax: the one reading of each sentence that all later stages ask.
//!
//! A greedy transition parser gives every token a head and a relation (Universal Dependencies), and a margin that says
//! how sure that is. On top of the tree stand plain types: noun phrases, verb groups, clauses. No later stage looks
//! for a subject, an object, a verb group or the end of a clause by walking tokens.
//!
//! The parser is arc-hybrid (Kuhlmann, Gómez-Rodríguez and Satta 2011), trained with a dynamic oracle (Goldberg and
//! Nivre 2013). Punctuation takes no part in it: marks are features of the words beside them and hang on the root.

pub mod clause;
pub mod conllu;
pub mod features;
pub mod parser;
pub mod phrase;
mod relation;
mod repair;
pub mod state;
pub mod verb;

pub use clause::Clause;
pub use phrase::NounPhrase;
pub use relation::Relation;
pub use verb::{Tense, VerbGroup};

use crate::tag::Tagged;
use crate::text::Text;
use std::ops::Range;

/// A margin from which an arc is sure: in tests on news about nineteen of twenty such arcs are right.
pub const SURE: u8 = 60;

/// The tree of every sentence of a text.
#[derive(Clone, Debug, Default)]
pub struct Parsed {
    arcs: Vec<Arc>,
    links: Vec<Links>,
    clauses: Vec<Clause>,
    of: Vec<u32>,
}

/// A token's head and relation.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Arc {
    /// The head, as an index into [`Text::tokens`]; the token's own index at the root of a sentence.
    pub head: u32,
    /// The relation to the head.
    pub relation: Relation,
    /// How far the parser's choice is ahead of the next best one: so many [`UNITS`](crate::tag::name::UNITS) make it *e* times as
    /// likely. At least [`SURE`] if the arc is sure.
    pub margin: u8,
}

/// What hangs on a token: its first dependent, the next dependent of its own head, and the reach of its subtree.
#[derive(Clone, Copy, Debug)]
struct Links {
    child: u32,
    sibling: u32,
    first: u32,
    last: u32,
}

const NONE: u32 = u32::MAX;

impl Parsed {
    /// The trees of these arcs, one for each token of a text, and the clauses in them.
    ///
    /// An arc whose head is missing, or that would close a circle, is taken for a root.
    pub fn new(text: &Text, tagged: &Tagged, arcs: Vec<Arc>) -> Parsed {
        let mut parsed = Parsed::linked(arcs);
        let mut of = Vec::new();
        parsed.clauses = clause::find(text, tagged, &parsed, &mut of);
        parsed.of = of;
        parsed
    }

    fn linked(mut arcs: Vec<Arc>) -> Parsed {
        break_circles(&mut arcs);
        let mut links: Vec<Links> =
            (0..arcs.len() as u32).map(|at| Links { child: NONE, sibling: NONE, first: at, last: at }).collect();
        for at in (0..arcs.len()).rev() {
            let head = arcs[at].head as usize;
            if head != at {
                links[at].sibling = links[head].child;
                links[head].child = at as u32;
            }
        }
        Parsed { arcs, links, ..Parsed::default() }.with_reach()
    }

    /// Fills in how far each subtree reaches, from the leaves up.
    fn with_reach(mut self) -> Parsed {
        let mut order: Vec<u32> = Vec::with_capacity(self.arcs.len());
        order.extend((0..self.arcs.len() as u32).filter(|at| self.arcs[*at as usize].head == *at));
        let mut done = 0;
        while let Some(at) = order.get(done).copied() {
            order.extend(self.children(at as usize).map(|child| child as u32));
            done += 1;
        }
        for at in order.into_iter().rev() {
            let (Links { first, last, .. }, head) = (self.links[at as usize], self.arcs[at as usize].head);
            let above = &mut self.links[head as usize];
            above.first = above.first.min(first);
            above.last = above.last.max(last);
        }
        self
    }

    /// The head of a token; nothing at the root of a sentence and past the end.
    pub fn head(&self, at: usize) -> Option<usize> {
        let head = self.arcs.get(at)?.head as usize;
        (head != at).then_some(head)
    }

    /// The relation of a token to its head.
    pub fn relation(&self, at: usize) -> Relation {
        self.arcs.get(at).map_or(Relation::Dep, |arc| arc.relation)
    }

    /// How sure the arc to a token's head is; see [`Arc::margin`].
    pub fn margin(&self, at: usize) -> u8 {
        self.arcs.get(at).map_or(0, |arc| arc.margin)
    }

    /// Whether the arc to a token's head is sure.
    pub fn is_sure(&self, at: usize) -> bool {
        self.margin(at) >= SURE
    }

    /// The dependents of a token, in the order of the text.
    pub fn children(&self, at: usize) -> impl Iterator<Item = usize> + '_ {
        let first = self.links.get(at).map_or(NONE, |links| links.child);
        std::iter::successors((first != NONE).then_some(first as usize), |child| {
            let next = self.links[*child].sibling;
            (next != NONE).then_some(next as usize)
        })
    }

    /// The first dependent of a token with one of these relations.
    pub fn child(&self, at: usize, relations: &[Relation]) -> Option<usize> {
        self.children(at).find(|child| relations.contains(&self.relation(*child)))
    }

    /// The tokens from the first to the last of a token's subtree, itself among them.
    pub fn reach(&self, at: usize) -> Range<usize> {
        self.links.get(at).map_or(at..at, |links| links.first as usize..links.last as usize + 1)
    }

    /// The first token of a run whose head lies outside of it; marks do not count.
    pub fn top(&self, mut tokens: Range<usize>) -> Option<usize> {
        let run = tokens.clone();
        tokens
            .find(|at| self.relation(*at) != Relation::Punct && self.head(*at).is_none_or(|head| !run.contains(&head)))
    }

    /// The clauses of all sentences, in the order of their predicates.
    pub fn clauses(&self) -> &[Clause] {
        &self.clauses
    }

    /// The clause that a token stands in.
    pub fn clause(&self, at: usize) -> Option<&Clause> {
        self.clauses.get(*self.of.get(at)? as usize)
    }

    /// The clause that a clause depends on.
    pub fn parent(&self, clause: &Clause) -> Option<&Clause> {
        self.clauses.get(clause.parent? as usize)
    }

    /// The clause whose predicate is this token.
    pub fn clause_of_predicate(&self, head: usize) -> Option<&Clause> {
        self.clause(head).filter(|clause| clause.head as usize == head)
    }

    /// Whether `above` is `at` or an ancestor of it.
    pub fn is_within(&self, at: usize, above: usize) -> bool {
        let mut next = Some(at);
        while let Some(at) = next {
            if at == above {
                return true;
            }
            next = self.head(at);
        }
        false
    }
}

/// Makes a root of every token whose head is missing or whose heads lead back to it.
fn break_circles(arcs: &mut [Arc]) {
    let mut seen = vec![NONE; arcs.len()];
    for start in 0..arcs.len() {
        let mut at = start;
        while seen[at] == NONE {
            seen[at] = start as u32;
            let head = arcs[at].head as usize;
            if head == at {
                break;
            }
            if head >= arcs.len() || seen[head] == start as u32 {
                arcs[at] = Arc { head: at as u32, relation: Relation::Root, margin: 0 };
                break;
            }
            at = head;
        }
    }
}

/// Reads the tree of every sentence.
pub fn parse(text: &Text, tagged: &Tagged) -> Parsed {
    parser::parse(parser::model(), text, tagged)
}

#[cfg(test)]
mod tests {
    use super::*;

    fn linked(heads: &[u32]) -> Parsed {
        Parsed::linked(heads.iter().map(|head| Arc { head: *head, relation: Relation::Dep, margin: 0 }).collect())
    }

    #[test]
    fn dependents_come_in_the_order_of_the_text() {
        let parsed = linked(&[2, 2, 2, 4, 2]);
        assert_eq!(parsed.children(2).collect::<Vec<_>>(), [0, 1, 4]);
        assert_eq!((parsed.head(3), parsed.head(2)), (Some(4), None));
        assert_eq!(parsed.reach(4), 3..5);
        assert_eq!(parsed.reach(2), 0..5);
        assert!(parsed.is_within(3, 2) && !parsed.is_within(3, 0));
    }

    #[test]
    fn circles_and_missing_heads_become_roots() {
        let parsed = linked(&[1, 2, 0, 99, 3]);
        for at in 0..5 {
            assert!(std::iter::successors(Some(at), |at| parsed.head(*at)).take(10).count() < 10);
        }
        assert_eq!(parsed.head(3), None);
    }
}
