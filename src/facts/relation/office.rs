//! Offices: "Acme chief executive Lars Moe" leads Acme, "Ana Solis, a minister of Peru," holds a role in Peru.

use super::{Draft, place};
use crate::entities::Kind;
use crate::facts::scene::Scene;
use crate::lexicon::titles::{self, Class};
use crate::link::Role;
use crate::reason::Confidence;

/// Proposes what the roles of a person say, at the mention that stands nearest to the words of each.
pub(super) fn find(scene: &Scene<'_>, at: usize, drafts: &mut Vec<Draft>) {
    let mention = &scene.linked.mentions[at];
    let Some(entity) = mention.entity.filter(|_| mention.kind == Kind::Person) else { return };
    for role in &scene.linked.entities[entity].roles {
        let Some(to) = role.organisation.and_then(|entity| nearest(scene, entity, role)) else { continue };
        // "Republican Governor Ann Lee" holds no office in the party.
        let is_party = scene.linked.mentions[to].kind == Kind::Group && !place::is_people(scene, to);
        if is_party || nearest(scene, entity, role) != Some(at) {
            continue;
        }
        let draft = |kind, confidence, why| Draft { kind, from: at, to, cue: Some(role.span), confidence, why };
        let leads = is_lead(role);
        if leads {
            drafts.push(draft("leads", Confidence::Medium, "a title of whoever leads stands with the name"));
        }
        match scene.linked.mentions[to].kind {
            Kind::Place | Kind::Group => {
                if !leads {
                    drafts.push(draft("official-of", Confidence::Medium, "a role in the state stands with the name"));
                }
                drafts.push(draft("lives-in", Confidence::Low, "who serves a state or a city is one of its people"));
            }
            _ => drafts.push(draft("holds-role", Confidence::Medium, "a role stands with the name")),
        }
    }
}

/// The mention of an entity that stands nearest to the words of a role, in the same sentence.
fn nearest(scene: &Scene<'_>, entity: usize, role: &Role) -> Option<usize> {
    let mentions = &scene.linked.entities.get(entity)?.mentions;
    let reach = scene.sentence(role.span)?;
    let first = mentions.partition_point(|at| scene.linked.mentions[*at].span.start < reach.start);
    let within = mentions[first..].iter().copied().take_while(|at| scene.linked.mentions[*at].span.start < reach.end);
    let distance = |at: &usize| {
        let span = scene.linked.mentions[*at].span;
        span.start.abs_diff(role.span.end).min(span.end.abs_diff(role.span.start))
    };
    within.min_by_key(distance)
}

/// Whether somebody with this role leads: "president", and not "former president" or "vice president".
fn is_lead(role: &Role) -> bool {
    let title = role.title.to_lowercase();
    let last = title.rsplit(' ').next().unwrap_or_default();
    let leads = titles::get(&title).or_else(|| titles::get(last)).is_some_and(|title| title.class == Class::Lead);
    let lesser = |word: &str| matches!(word, "former" | "ex" | "then" | "late" | "outgoing" | "deputy" | "vice");
    leads && !title.split([' ', '-']).any(lesser)
}
