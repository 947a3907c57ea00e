//! Where an organisation is: "the Brera Institute in Milan", "Norway's Equinor", "Acme, Leeds".

use super::{Draft, place};
use crate::entities::Kind;
use crate::facts::scene::Scene;
use crate::reason::Confidence;
use crate::tag::Pos;

/// Proposes the place that an organisation is based in.
pub(super) fn find(scene: &Scene<'_>, at: usize, drafts: &mut Vec<Draft>) {
    if scene.linked.mentions[at].kind != Kind::Organisation {
        return;
    }
    let mut add = |to, why| {
        drafts.push(Draft { kind: "based-in", from: at, to, cue: None, confidence: Confidence::Medium, why });
    };
    if let Some(to) = scene.phrase_after(at, &["in", "of", "at"]).filter(|to| place::is_seat(scene, *to)) {
        add(to, "a phrase with the place follows the name");
    }
    if let Some(to) = place::owner(scene, at) {
        add(to, "the place is the owner");
    }
    if let Some(to) = based_before(scene, at) {
        add(to, "“-based” joins the place to what the name is");
    }
    if let Some(to) = address(scene, at) {
        add(to, "the place follows after a comma");
    }
}

/// "the *Leeds*-based carmaker Nordvik": the place, where only words of the same phrase stand between.
fn based_before(scene: &Scene<'_>, at: usize) -> Option<usize> {
    let start = scene.text.tokens_in(scene.linked.mentions[at].span).start;
    let within = |token: &usize| {
        let is_word = matches!(scene.pos(*token), Pos::Noun | Pos::Adj | Pos::Propn);
        scene.norm(*token) == "based" || is_word && scene.name_at(*token).is_none()
    };
    let based =
        (start.saturating_sub(6)..start).rev().take_while(within).find(|token| scene.norm(*token) == "based")?;
    let hyphen = based.checked_sub(1).filter(|hyphen| scene.norm(*hyphen) == "-")?;
    scene.name_at(hyphen.checked_sub(1)?).filter(|to| scene.linked.mentions[*to].kind == Kind::Place)
}

/// "Acme Mills, Leeds": the place right after a comma, where neither "and" nor more names make it a list.
fn address(scene: &Scene<'_>, at: usize) -> Option<usize> {
    let mentions = &scene.linked.mentions;
    let (name, place) = (&mentions[at], mentions.get(at + 1)?);
    let joined = scene.text.as_str().get(name.span.end as usize..place.span.start as usize) == Some(", ");
    let before = scene.text.token_at(name.span.start).checked_sub(1).map_or("", |before| scene.norm(before));
    let wider = !place::chain(scene, at + 1).is_empty();
    (joined && before != "," && wider && place::is_seat(scene, at + 1)).then_some(at + 1)
}
