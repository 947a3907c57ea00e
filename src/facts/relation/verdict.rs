//! Who killed whom, where a verdict or a plea says it: "Tom Vale was convicted of murdering Ann Lee".

use super::Draft;
use crate::entities::Kind;
use crate::facts::scene::Scene;
use crate::facts::trigger;
use crate::lexicon::verbs;
use crate::reason::Confidence;
use crate::syntax::Relation;
use crate::tag;

/// Proposes whom a person killed. What a charge says is not proposed: it is still to be proved.
pub(super) fn find(scene: &Scene<'_>, at: usize, drafts: &mut Vec<Draft>) {
    if scene.linked.mentions[at].kind != Kind::Person {
        return;
    }
    for head in verbs_of(scene, at).filter(|head| is_verdict(scene, *head)) {
        let deeds = scene.parsed.reach(head).filter(|deed| *deed > head && is_killing(scene, *deed));
        let victims = deeds.filter_map(|deed| Some((deed, victim(scene, deed)?)));
        drafts.extend(victims.map(|(deed, to)| Draft {
            kind: "killed",
            from: at,
            to,
            cue: Some(scene.span(deed)),
            confidence: Confidence::Medium,
            why: "a verdict or a plea says it",
        }));
    }
}

/// The predicates that say something of a name: "Tom Vale *was convicted*", "Tom Vale, *convicted* of murder,".
fn verbs_of(scene: &Scene<'_>, at: usize) -> impl Iterator<Item = usize> {
    let own = scene.top(at).filter(|top| matches!(scene.parsed.relation(*top), Relation::Nsubj | Relation::NsubjPass));
    let above = own.and_then(|top| scene.parsed.head(top));
    let is_clause = |child: &usize| matches!(scene.parsed.relation(*child), Relation::Acl | Relation::AclRelcl);
    above.into_iter().chain(scene.below(at).filter(is_clause))
}

/// "convicted", "guilty", "admitted", "sentenced".
fn is_verdict(scene: &Scene<'_>, head: usize) -> bool {
    let base = verbs::base(scene.norm(head), tag::is_word);
    matches!(&*base, "convict" | "sentence" | "jail" | "imprison" | "admit" | "confess" | "execute" | "plead")
        || scene.norm(head) == "guilty"
}

/// "murder", "killing", "murdering", "assassination".
fn is_killing(scene: &Scene<'_>, at: usize) -> bool {
    matches!(scene.norm(at), "murder" | "killing" | "slaying" | "assassination" | "manslaughter")
        || trigger::is_killing(&verbs::base(scene.norm(at), tag::is_word))
}

/// The person named as the victim of a deed: its object, its owner, or the name after "of".
fn victim(scene: &Scene<'_>, deed: usize) -> Option<usize> {
    scene.parsed.children(deed).find_map(|child| {
        let fits = match scene.parsed.relation(child) {
            Relation::Obj | Relation::NmodPoss => true,
            Relation::Nmod => scene.case(child) == "of",
            _ => false,
        };
        scene.person_at(child).filter(|_| fits)
    })
}
