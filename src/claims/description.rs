//! Describes claims: what is negated or denied, what is hedged, and what it is put forward as.

use super::cue::is;
use super::scene::{REACH, Scene};
use super::{Claim, CueClass, Modality};
use crate::order;

pub(super) fn refine(scene: &Scene, claims: &mut Vec<Claim>) {
    for claim in claims {
        describe(scene, claim);
    }
}

fn describe(scene: &Scene, claim: &mut Claim) {
    let text = scene.text;
    let mut future = false;
    let mut question = false;
    for span in &claim.content {
        let tokens = text.tokens_in(*span);
        for at in tokens.clone().take(REACH) {
            let word = scene.word(at);
            if word.is(is::NEGATION) || scene.norm(at) == "no" && !scene.is_mark(at + 1) {
                claim.negation.push(text.tokens[at].span);
            }
            let modal = word.is(is::HEDGE_MODAL) && scene.text.tokens[at].shape == crate::text::Shape::Lower;
            if modal || word.is(is::HEDGE_ADVERB | is::HEDGE_VERB) {
                claim.hedges.push(text.tokens[at].span);
            }
            future |= matches!(scene.norm(at), "will" | "'ll" | "shall" | "wo")
                && !claim.hedges.contains(&text.tokens[at].span);
        }
        let last = tokens.end.saturating_sub(1);
        question |= tokens.clone().rev().take(2).any(|at| scene.norm(at) == "?") || scene.norm(last) == "?";
    }
    let mut cue_negated = false;
    if let Some(cue) = &claim.cue {
        for at in text.tokens_in(cue.span) {
            if scene.is(at, is::NEGATION) {
                cue_negated = true;
                claim.negation.push(text.tokens[at].span);
            }
            if scene.is(at, is::HEDGE_ADVERB) {
                claim.hedges.push(text.tokens[at].span);
            }
        }
    }
    let class = claim.cue.as_ref().map(|cue| cue.class);
    // To deny that something is not so is rare in news; one negation is enough to call the claim negative.
    claim.negative =
        matches!(class, Some(CueClass::Denial | CueClass::Withholding)) || cue_negated || main_is_negated(scene, claim);
    order::by(&mut claim.negation, |span| order::inner_first(*span));
    claim.negation.dedup();
    claim.modality = match class {
        Some(CueClass::Question) => Modality::Question,
        Some(CueClass::Demand) => Modality::Demand,
        Some(CueClass::Promise | CueClass::Intention | CueClass::Agreement) => Modality::Intention,
        Some(CueClass::Emotion | CueClass::Attitude) => Modality::Opinion,
        _ if question => Modality::Question,
        Some(CueClass::Belief) => Modality::Opinion,
        _ if future => Modality::Prediction,
        _ => match claim.cue.as_ref().map(|cue| cue.lemma.as_ref()) {
            Some("predict" | "forecast" | "project") => Modality::Prediction,
            _ => Modality::Fact,
        },
    };
}

/// Whether the first verb group of the content is negated.
fn main_is_negated(scene: &Scene, claim: &Claim) -> bool {
    let tokens = scene.text.tokens_in(claim.content[0]);
    let Some(verb) = tokens.clone().take(40).find(|at| scene.is(*at, is::AUXILIARY) && !scene.is_possessive_mark(*at))
    else {
        return false;
    };
    (verb + 1..(verb + 3).min(tokens.end)).any(|at| scene.is(at, is::NEGATION))
}
