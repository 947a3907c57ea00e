//! Where a person lives: "Tom Vale, 34, of Leeds", "Ohio's Ann Lee", "Ann Lee, a plumber from Leeds".

use super::{Draft, place};
use crate::entities::Kind;
use crate::facts::scene::Scene;
use crate::reason::Confidence;
use crate::syntax::Relation;

/// Proposes the place that a person lives in.
pub(super) fn find(scene: &Scene<'_>, at: usize, drafts: &mut Vec<Draft>) {
    if scene.linked.mentions[at].kind != Kind::Person {
        return;
    }
    let is_place = |to: &usize| scene.linked.mentions[*to].kind == Kind::Place;
    let mut add = |to: Option<usize>, cue, why| {
        let draft = |to| Draft { kind: "lives-in", from: at, to, cue, confidence: Confidence::Medium, why };
        drafts.extend(to.filter(is_place).map(draft));
    };
    add(scene.phrase_after(at, &["of", "from"]), None, "“of” or “from” joins the place to the name");
    add(place::owner(scene, at), None, "the place is the owner");
    for noun in scene.nouns_beside(at).chain(scene.noun_above(at)) {
        let place = scene.parsed.child(noun, &[Relation::NmodPoss, Relation::Compound]);
        add(place.and_then(|place| scene.name_at(place)), Some(scene.span(noun)), "the place stands before the noun");
        let from = scene.parsed.children(noun).find(|child| scene.case(*child) == "from");
        add(from.and_then(|from| scene.name_at(from)), Some(scene.span(noun)), "“from” joins the place");
    }
}
