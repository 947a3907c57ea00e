//! Kinds made consistent over an article: what a word names in most places it names in the doubtful ones too.

use super::{key, organisation};
use crate::entities::{Form, Kind, Label, Mention, Parts};
use crate::reason::{Confidence, Reason};
use crate::text::Text;
use rustc_hash::{FxHashMap, FxHashSet};

/// What the mentions of one name weigh as a person, an organisation, a place.
#[derive(Clone, Copy, Default)]
struct Weights([u32; 3]);

/// The full form of a name tells its kind better than any short one does.
const FULL: u32 = 6;

/// Gives mentions that are not sure the kind that the rest of the article gives their name.
pub(super) fn settle(text: &Text, mentions: &mut [Mention]) {
    for mention in mentions.iter_mut() {
        let name = text.slice(mention.span);
        let water = ["River ", "Lake ", "Mount "].iter().any(|word| name.starts_with(word));
        if water && mention.kind == Kind::Organisation && name.split(' ').count() == 2 {
            become_kind(mention, 2);
            mention.label = Some(Label::Loc);
        }
    }
    settle_groups(text, mentions);
    let mut weights: FxHashMap<String, Weights> = FxHashMap::default();
    let mut add = |name: String, kind: usize, weight: u32| {
        weights.entry(name).or_default().0[kind] += weight;
    };
    for mention in mentions.iter() {
        let Some(kind) = place_of(mention.kind) else { continue };
        let name = key(text.slice(mention.span));
        let sure = match mention.confidence {
            Confidence::Low => 1,
            Confidence::Medium => 2,
            Confidence::High => 3,
        };
        match mention.kind {
            Kind::Person if mention.form == Form::Name && sure > 1 => {
                for part in [mention.parts.family, mention.parts.given].into_iter().flatten() {
                    add(key(text.slice(part)), kind, FULL);
                }
            }
            Kind::Organisation if sure > 1 => {
                let core = organisation::core(&name);
                let first = core.split(' ').next().unwrap_or_default();
                if core != name {
                    add(core.to_owned(), kind, FULL);
                }
                if first != core && core != name {
                    add(first.to_owned(), kind, FULL);
                }
            }
            _ => {}
        }
        add(name, kind, sure);
    }
    for mention in mentions.iter_mut() {
        let Some(kind) = place_of(mention.kind) else { continue };
        let whole = mention.kind == Kind::Person && mention.form == Form::Name;
        let untouched = mention.confidence == Confidence::High && mention.by.rule != "entities/unlisted";
        if whole && untouched || mention.title.is_some() || mention.parts.honorific.is_some() {
            continue;
        }
        let Some(Weights(all)) = weights.get(&key(text.slice(mention.span))) else { continue };
        let most = (0..all.len()).max_by_key(|at| all[*at]).unwrap_or(kind);
        let clear = if untouched { 3 } else { 1 };
        // A lone word becomes a person's only where the person is named in full.
        let nobody = most == 0 && all[0] < FULL;
        if most == kind || nobody || all[most] <= all[kind] * clear + 1 {
            continue;
        }
        become_kind(mention, most);
    }
}

/// Gives a lone word that is a guess as an organisation or person the kind of a people, where it names one elsewhere:
/// "Indian".
fn settle_groups(text: &Text, mentions: &mut [Mention]) {
    let groups = mentions.iter().filter(|mention| mention.kind == Kind::Group);
    let groups: FxHashSet<String> = groups.map(|mention| key(text.slice(mention.span))).collect();
    for mention in mentions.iter_mut() {
        let guess = matches!(mention.kind, Kind::Person | Kind::Organisation)
            && mention.confidence < Confidence::High
            && mention.title.or(mention.parts.honorific).is_none();
        if guess && groups.contains(&key(text.slice(mention.span))) {
            (mention.kind, mention.label, mention.form) = (Kind::Group, Some(Label::Norp), Form::Name);
            mention.parts = Parts::default();
            mention.reasons.push(Reason::new("kind", "the rest of the article says it is a people"));
        }
    }
}

fn become_kind(mention: &mut Mention, to: usize) {
    let (kind, label, what) = [
        (Kind::Person, Label::Person, "a person"),
        (Kind::Organisation, Label::Org, "an organisation"),
        (Kind::Place, Label::Gpe, "a place"),
    ][to];
    mention.kind = kind;
    mention.label = Some(label);
    mention.parts = Parts::default();
    if kind == Kind::Person {
        mention.form = Form::Short;
        mention.parts.family = Some(mention.span);
    } else if mention.form == Form::Short {
        mention.form = Form::Name;
    }
    mention.reasons.push(Reason::new("kind", format!("the name and the rest of the article say it is {what}")));
}

fn place_of(kind: Kind) -> Option<usize> {
    match kind {
        Kind::Person => Some(0),
        Kind::Organisation => Some(1),
        Kind::Place => Some(2),
        _ => None,
    }
}
