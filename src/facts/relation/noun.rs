//! Relational nouns: "a resident of Leeds", "Ann Lee's lawyer, Tom Vale", "Nordvik, a subsidiary of Acme".
//!
//! `data/lexicon/relational_nouns.tsv` gives the nouns with the relation that each states.

use super::Draft;
use crate::entities::Kind;
use crate::facts::scene::Scene;
use crate::lexicon;
use crate::reason::Confidence;
use crate::syntax::Relation;
use rustc_hash::FxHashMap;
use std::sync::LazyLock;

/// A relation with the kinds of its two sides.
type Row = (&'static str, Side, Side);

static NOUNS: LazyLock<FxHashMap<&'static str, Row>> = LazyLock::new(|| {
    let mut table = FxHashMap::default();
    for row in lexicon::rows(include_str!("../../../data/lexicon/relational_nouns.tsv")) {
        let &[kind, from, to, nouns] = row.as_slice() else { continue };
        table.extend(nouns.split(' ').map(|noun| (noun, (kind, Side::of(from), Side::of(to)))));
    }
    table
});

/// What may stand on a side of a relation.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
enum Side {
    /// A person or an organisation.
    Any,
    Only(Kind),
}

impl Side {
    fn of(word: &str) -> Side {
        match word {
            "person" => Side::Only(Kind::Person),
            "organisation" => Side::Only(Kind::Organisation),
            "place" => Side::Only(Kind::Place),
            _ => Side::Any,
        }
    }

    fn holds(self, kind: Kind) -> bool {
        match self {
            Side::Any => matches!(kind, Kind::Person | Kind::Organisation),
            Side::Only(only) => only == kind,
        }
    }
}

/// Proposes what the nouns beside a name say of it.
pub(super) fn find(scene: &Scene<'_>, at: usize, drafts: &mut Vec<Draft>) {
    let nouns = scene.nouns_beside(at).chain(scene.noun_above(at)).chain(scene.predicate_noun(at));
    for noun in nouns.filter(|noun| !is_doubted(scene, *noun)) {
        let Some((kind, from, to)) = NOUNS.get(scene.norm(noun)).copied() else { continue };
        if !from.holds(scene.linked.mentions[at].kind) {
            continue;
        }
        let others = others(scene, noun).into_iter().filter(|other| to.holds(scene.linked.mentions[*other].kind));
        drafts.extend(others.map(|other| Draft {
            kind,
            from: at,
            to: other,
            cue: Some(scene.span(noun)),
            confidence: Confidence::Medium,
            why: "a noun that stands with the name says it",
        }));
    }
}

/// Whom or what a noun is related to: its owner, the names before it, and the names that "of", "for", "at" or "with"
/// join to it.
pub(super) fn others(scene: &Scene<'_>, noun: usize) -> Vec<usize> {
    let names = scene.parsed.children(noun).filter_map(|child| match scene.parsed.relation(child) {
        Relation::NmodPoss => scene.name_at(child).or_else(|| scene.person_at(child)),
        Relation::Compound => scene.name_at(child),
        Relation::Nmod if matches!(scene.case(child), "of" | "for" | "at" | "with") => scene.name_at(child),
        _ => None,
    });
    names.collect()
}

/// "the *alleged* killer", "a *former* member".
fn is_doubted(scene: &Scene<'_>, noun: usize) -> bool {
    scene.parsed.children(noun).any(|child| {
        matches!(
            scene.norm(child),
            "accused" | "alleged" | "suspected" | "would-be" | "presumed" | "former" | "ex" | "no" | "not" | "future"
        )
    })
}
