//! How far the words of a phrase reach.

use crate::facts::scene::Scene;
use crate::syntax::Relation;
use crate::tag::Pos;
use std::ops::Range;

/// The tokens of the phrase under `head`, without loose asides at its end, coordinated clauses and outer marks.
pub(super) fn of(scene: &Scene<'_>, head: usize) -> Range<usize> {
    trim(scene, head, collect(scene, head, &|scene, child| !is_loose(scene, child)))
}

/// The tokens of the phrase under `head` up to its first coordinated phrase: "Lutnick" of "Lutnick and Greer".
pub(super) fn without_conjuncts(scene: &Scene<'_>, head: usize) -> Range<usize> {
    let keep = |scene: &Scene<'_>, child: usize| {
        !is_loose(scene, child) && !matches!(scene.parsed.relation(child), Relation::Conj | Relation::Cc)
    };
    trim(scene, head, collect(scene, head, &keep))
}

/// The noun or adjective that a copula joins to the subject, without what belongs to the clause.
pub(super) fn of_complement(scene: &Scene<'_>, head: usize) -> Range<usize> {
    let keep = |scene: &Scene<'_>, child: usize| !is_loose(scene, child) && !is_of_clause(scene.parsed.relation(child));
    trim(scene, head, collect(scene, head, &keep))
}

/// The words of a whole clause with its conjunction: "that the road would close".
pub(super) fn of_clause(scene: &Scene<'_>, head: usize) -> Range<usize> {
    trim(scene, head, scene.parsed.reach(head))
}

/// Dependents that belong to a clause and not to its predicate noun.
fn is_of_clause(relation: Relation) -> bool {
    relation.is_subject()
        || matches!(
            relation,
            Relation::Cop
                | Relation::Aux
                | Relation::AuxPass
                | Relation::Mark
                | Relation::Cc
                | Relation::Obl
                | Relation::Advcl
                | Relation::Expl
                | Relation::Discourse
        )
}

/// The tokens of `head` and of those of its dependents that `keep` keeps, each with its own phrase.
fn collect(scene: &Scene<'_>, head: usize, keep: &dyn Fn(&Scene<'_>, usize) -> bool) -> Range<usize> {
    let mut tokens = head..head + 1;
    for child in scene.parsed.children(head).filter(|child| keep(scene, *child)) {
        let reach = of(scene, child);
        tokens = tokens.start.min(reach.start)..tokens.end.max(reach.end);
    }
    tokens
}

/// Whether a dependent adds something of its own after a comma ("Lee, *who runs the firm*,"), or is a clause beside.
fn is_loose(scene: &Scene<'_>, at: usize) -> bool {
    let parsed = scene.parsed;
    let after_comma = || {
        let start = parsed.reach(at).start;
        start > 0 && matches!(scene.norm(start - 1), "," | "—" | "–" | "(" | "-")
    };
    match parsed.relation(at) {
        Relation::Parataxis | Relation::Punct | Relation::Discourse | Relation::Vocative => true,
        Relation::AclRelcl | Relation::Appos | Relation::Acl => after_comma(),
        Relation::Advcl => true,
        Relation::Conj => {
            matches!(scene.pos(at), Pos::Verb | Pos::Aux)
                && parsed.head(at).is_some_and(|head| !matches!(scene.pos(head), Pos::Verb | Pos::Aux))
        }
        _ => false,
    }
}

/// Takes marks off the ends of a run of tokens around `head`.
fn trim(scene: &Scene<'_>, head: usize, mut tokens: Range<usize>) -> Range<usize> {
    let is_mark = |at: usize| scene.parsed.relation(at) == Relation::Punct && scene.norm(at) != "%";
    // "2:20 a.m. (0120 UTC)": a bracket that opened among the words closes there.
    let closes =
        |tokens: &Range<usize>| scene.norm(tokens.end - 1) == ")" && tokens.clone().any(|at| scene.norm(at) == "(");
    // "five dead and, by early reports, …": the conjunction has lost what it joins.
    let is_end = |at: usize| is_mark(at) || scene.parsed.relation(at) == Relation::Cc;
    while tokens.end > head + 1 && is_end(tokens.end - 1) && !closes(&tokens) {
        tokens.end -= 1;
    }
    while tokens.start < head && is_mark(tokens.start) {
        tokens.start += 1;
    }
    tokens
}
