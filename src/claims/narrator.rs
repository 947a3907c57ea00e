//! The article's own voice: sentences that state something checkable and credit it to nobody.
//!
//! Conservative on purpose: a finite verb in past or present, a figure or a named actor, no question, no first or second
//! person, no future, and nothing in the sentence that anybody is reported to say.

use super::checkworthy;
use super::cue::is;
use super::scene::Scene;
use super::{Claim, Mode, clause};
use crate::reason::{Confidence, Reason};
use crate::text::BlockKind;

pub(super) const RULE: &str = "claims/narrator";

/// The least check-worthiness that a narrator's claim has.
const LEAST: i32 = 55;

pub(super) fn find(scene: &Scene, claims: &mut Vec<Claim>) {
    let mut taken = vec![false; scene.text.tokens.len()];
    for claim in claims.iter() {
        let parts = claim.content.iter().copied();
        for span in
            parts.chain(claim.cue.iter().map(|cue| cue.span)).chain(claim.source.iter().map(|source| source.span))
        {
            taken[scene.text.tokens_in(span)].fill(true);
        }
    }
    for sentence in scene.sentences() {
        let tokens = sentence.tokens.clone();
        let paragraph = scene.text.blocks[sentence.block as usize].kind == BlockKind::Paragraph;
        if !paragraph || tokens.len() < 7 || taken[tokens.clone()].contains(&true) {
            continue;
        }
        if !clause::is_stop(scene, tokens.end - 1) || scene.norm(tokens.end - 1) == "?" {
            continue;
        }
        let near = tokens.start..tokens.end.min(tokens.start + 80);
        let personal = near.clone().any(|at| {
            matches!(scene.norm(at), "i" | "we" | "you" | "my" | "our" | "your") && scene.text.word(at) != "US"
                || scene.opens(at).is_some()
        });
        let finite = near.clone().any(|at| clause::is_finite(scene, at) && !scene.is(at, is::MODAL));
        if personal || !finite {
            continue;
        }
        let content = vec![
            scene.text.cover(tokens.start..clause::trim_end(scene, tokens.start, tokens.end).max(tokens.start + 1)),
        ];
        let worth = checkworthy::weigh(scene, &content, None);
        if i32::from(worth.score) < LEAST {
            continue;
        }
        let has = |codes: &[&str]| worth.reasons.iter().any(|reason| codes.contains(&reason.code));
        if !has(&["named-actor"]) || !has(&["figure", "law", "comparison", "cause"]) {
            continue;
        }
        let mut claim = Claim::said(scene, RULE, None, None, content);
        claim.mode = Mode::Narrator;
        claim.confidence = Confidence::Medium;
        claim
            .reasons
            .push(Reason::new("own-voice", "the article says this itself; no source is named in the sentence"));
        claims.push(claim);
    }
}
