//! The article's own voice: sentences that state something checkable and credit it to nobody.
//!
//! Conservative on purpose: a whole sentence with a finite verb, no question, nothing in it that anybody is reported to
//! say, and a score of check-worthiness that few sentences reach.

use super::checkworthy;
use super::cue::is;
use super::scene::Scene;
use super::{Claim, Find, Mode, SourceForm, clause};
use crate::reason::{Confidence, Reason};
use crate::rule::Rule;
use crate::text::BlockKind;

pub(super) const RULE: Rule<Find> =
    Rule { name: "claims/narrator", about: "what the article says in its own voice, where it can be checked", find };

/// The least check-worthiness that a narrator's claim has in an article.
const LEAST: u8 = 60;

/// A text of no more sentences than this is pasted to be weighed: all it states is a claim.
const SNIPPET: usize = 3;

fn find(scene: &Scene, claims: &mut Vec<Claim>) {
    let mut taken = vec![false; scene.text.tokens.len()];
    // What the writer says of themselves ("I want to …") leaves the rest of its sentence to the article's voice.
    let own = |claim: &Claim| {
        let source = claim.source.as_ref().filter(|source| source.form == SourceForm::Pronoun);
        source.is_some_and(|source| matches!(scene.norm(scene.text.token_at(source.span.start)), "i" | "we"))
    };
    for claim in claims.iter().filter(|claim| !own(claim) || claim.mode != Mode::Indirect) {
        let parts = claim.content.iter().copied();
        for span in
            parts.chain(claim.cue.iter().map(|cue| cue.span)).chain(claim.source.iter().map(|source| source.span))
        {
            taken[scene.text.tokens_in(span)].fill(true);
        }
    }
    let snippet = scene.text.sentences.len() <= SNIPPET;
    let least = if snippet { 0 } else { LEAST };
    for sentence in scene.sentences() {
        let tokens = sentence.tokens.clone();
        let paragraph = scene.text.blocks[sentence.block as usize].kind == BlockKind::Paragraph;
        let whole = paragraph && tokens.len() >= 7 && clause::is_stop(scene, tokens.end - 1);
        if !(whole || snippet) || scene.norm(tokens.end - 1) == "?" || taken[tokens.clone()].contains(&true) {
            continue;
        }
        let near = tokens.start..tokens.end.min(tokens.start + 80);
        // Quoted words are somebody's, though it is not told whose.
        let quoted = scene.opens(tokens.start).is_some();
        let finite = near.clone().any(|at| clause::is_finite(scene, at) && !scene.is(at, is::MODAL));
        if quoted || !finite && !snippet {
            continue;
        }
        let content = vec![
            scene.text.cover(tokens.start..clause::trim_end(scene, tokens.start, tokens.end).max(tokens.start + 1)),
        ];
        let worth = checkworthy::weigh(scene, &content, None);
        if worth.score < least {
            continue;
        }
        let mut claim = Claim::said(scene, RULE.name, None, None, content);
        claim.mode = Mode::Narrator;
        claim.confidence = Confidence::Medium;
        claim
            .reasons
            .push(Reason::new("own-voice", "the article says this itself; no source is named in the sentence"));
        claims.push(claim);
    }
}
