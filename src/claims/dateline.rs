//! "LONDON, June 10 (Reuters) — Ministers raised taxes": the head of an agency's first paragraph is nobody's claim.

use super::Claim;
use super::scene::Scene;
use crate::span::Span;
use crate::text::TokenKind;

/// Takes the article's dateline off the front of what is claimed.
pub(super) fn refine(scene: &Scene, claims: &mut Vec<Claim>) {
    for claim in claims {
        let Some(first) = claim.content.first_mut() else { continue };
        let head =
            scene.text.datelines.iter().find(|head| {
                head.span.start <= first.start && first.start < head.span.end && head.span.end < first.end
            });
        let Some(head) = head else { continue };
        let behind = scene.text.token_at(head.span.end);
        let words = behind..scene.text.tokens_in(*first).end;
        let start =
            words.clone().find(|at| scene.text.tokens[*at].kind != TokenKind::Punct || scene.opens(*at).is_some());
        if let Some(start) = start {
            *first = Span::new(scene.text.tokens[start].span.start, first.end);
        }
    }
}
