//! Who belongs to an organisation: "Ann Lee of the Brera Institute", "Coast Guard spokesman Tom Vale", "Ann Lee, a
//! lobbyist with Acme".

use super::Draft;
use crate::entities::Kind;
use crate::facts::scene::Scene;
use crate::reason::Confidence;
use crate::syntax::Relation;

/// Prepositions between a person and the organisation that the person belongs to.
const JOINTS: [&str; 6] = ["of", "at", "from", "with", "for", "in"];

/// Proposes the organisations that a person belongs to.
pub(super) fn find(scene: &Scene<'_>, at: usize, drafts: &mut Vec<Draft>) {
    if scene.linked.mentions[at].kind != Kind::Person {
        return;
    }
    let is_body = |to: &usize| scene.linked.mentions[*to].kind == Kind::Organisation;
    let mut add = |to: Option<usize>, cue, why| {
        drafts.extend(to.filter(is_body).map(|to| Draft {
            kind: "affiliated-with",
            from: at,
            to,
            cue,
            confidence: Confidence::Medium,
            why,
        }));
    };
    let direct = scene.phrase_after(at, &JOINTS[..4]).or_else(|| shared(scene, at));
    add(direct, None, "a phrase with the organisation follows the name");
    add(direct.and_then(|to| owner(scene, to)), None, "the organisation owns the one after the name");
    for noun in scene.nouns_beside(at) {
        let cue = Some(scene.span(noun));
        for child in scene.parsed.children(noun) {
            match scene.parsed.relation(child) {
                Relation::Nmod => {
                    let why = "the noun for the person names the organisation";
                    joined(scene, child).into_iter().for_each(|to| add(Some(to), cue, why));
                }
                Relation::Compound | Relation::NmodPoss => {
                    add(scene.name_at(child), cue, "the organisation stands before the noun for the person");
                }
                _ => {}
            }
        }
    }
    let owner = scene.noun_above(at).and_then(|noun| scene.parsed.child(noun, &[Relation::NmodPoss]));
    let owner = owner.and_then(|owner| scene.name_at(owner));
    // "the Ministry's chief, Ann Lee"
    add(owner, None, "the organisation owns the noun before the name");
}

/// The names in a phrase with a preposition: "Acme" of "at Acme", of "of sales at Acme", "the party" and its short form
/// of "of the party (PRD)".
fn joined(scene: &Scene<'_>, noun: usize) -> Vec<usize> {
    if !JOINTS.contains(&scene.case(noun)) {
        return Vec::new();
    }
    let Some(name) = scene.name_at(noun) else {
        let deeper = scene.parsed.children(noun).filter(|child| scene.parsed.relation(*child) == Relation::Nmod);
        return deeper
            .filter(|child| matches!(scene.case(*child), "at" | "for" | "of"))
            .filter_map(|child| scene.name_at(child))
            .collect();
    };
    std::iter::once(name).chain(owner(scene, name)).collect()
}

/// The organisation that owns another: "Leeds University's School of Law".
fn owner(scene: &Scene<'_>, at: usize) -> Option<usize> {
    let owner = scene.below(at).find(|child| scene.parsed.relation(*child) == Relation::NmodPoss)?;
    scene.name_at(owner)
}

/// "*Ann Lee* and Tom Vale of Acme": what follows the last of several names holds of all.
fn shared(scene: &Scene<'_>, at: usize) -> Option<usize> {
    let last = scene.below(at).filter(|child| scene.parsed.relation(*child) == Relation::Conj).last()?;
    let last = scene.person_at(last)?;
    scene.phrase_after(last, &["of", "at", "from", "with"])
}
