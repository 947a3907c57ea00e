//! Signed quotations: `“…” — Ann Lee`, with the name alone after a dash to the end of its paragraph.

use super::scene::Scene;
use super::{Claim, Cue, CueClass, Find};
use crate::rule::Rule;
use crate::text::{Text, TokenKind};
use std::borrow::Cow;

pub(super) const RULE: Rule<Find> =
    Rule { name: "claims/signed", about: "a signed quotation: “…” — Ann Lee", find };

/// The longest signature, in tokens.
const LONGEST: usize = 12;

fn find(scene: &Scene, claims: &mut Vec<Claim>) {
    for quotation in scene.quotations.iter().filter(|quotation| quotation.closed && quotation.depth == 0) {
        let dash = quotation.tokens.end;
        if !matches!(scene.norm(dash), "—" | "―" | "–" | "-" | "--") {
            continue;
        }
        let mut start = dash + 1;
        while matches!(scene.norm(start), "—" | "―" | "–" | "-") {
            start += 1;
        }
        let Some(end) = block_end(scene.text, quotation.tokens.start, start) else { continue };
        let name = start..end;
        let named = scene.is_title(start)
            && name.clone().take(2).all(|at| scene.text.tokens[at].kind == TokenKind::Word && scene.is_title(at))
            && !name.clone().any(|at| super::clause::is_finite(scene, at));
        let Some(content) = scene.cover(&quotation.tokens).filter(|_| named) else { continue };
        let cue = Cue { span: scene.text.tokens[dash].span, lemma: Cow::Borrowed("—"), class: CueClass::Neutral };
        claims.push(Claim::said(scene, RULE.name, Some(cue), Some(&name), vec![content]));
    }
}

/// One past the last token of the block of token `at`, if a signature that begins at `start` fits in it.
fn block_end(text: &Text, at: usize, start: usize) -> Option<usize> {
    let here = text.tokens.get(at)?.span.start;
    let block = text.blocks.get(text.blocks.partition_point(|block| block.span.end <= here))?;
    let end = text.token_at(block.span.end);
    (start < end && end - start <= LONGEST).then_some(end)
}
