//! Families: "his wife, Ann Lee", "Tom Vale, son of Ann Lee", "Ann Lee's brother Tom".

use super::Draft;
use crate::entities::Kind;
use crate::facts::scene::Scene;
use crate::lexicon::kin;
use crate::reason::Confidence;
use crate::syntax::Relation;

/// Proposes whose relative a person is. The cue is the noun that says how.
pub(super) fn find(scene: &Scene<'_>, at: usize, drafts: &mut Vec<Draft>) {
    if scene.linked.mentions[at].kind != Kind::Person {
        return;
    }
    for noun in scene.nouns_beside(at).chain(scene.noun_above(at)).filter(|noun| kin::is_kin(scene.norm(*noun))) {
        let owner = scene.parsed.child(noun, &[Relation::NmodPoss]).and_then(|owner| scene.person_at(owner));
        let of = || {
            let of = scene.parsed.children(noun).find(|child| scene.case(*child) == "of")?;
            scene.person_at(of)
        };
        let Some(to) = owner.or_else(of) else { continue };
        drafts.push(Draft {
            kind: "family",
            from: at,
            to,
            cue: Some(scene.span(noun)),
            confidence: Confidence::Medium,
            why: "a word for a relative stands with the name",
        });
    }
}
