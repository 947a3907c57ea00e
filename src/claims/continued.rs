//! Quotations without a cue of their own: the speaker of the quotation before goes on, or nobody is told.

use super::scene::Scene;
use super::{Claim, Mode, clause};
use crate::order;
use crate::reason::{Confidence, Reason};

pub(super) const RULE: &str = "claims/continued";

pub(super) fn find(scene: &Scene, claims: &mut Vec<Claim>) {
    let mut taken = vec![false; scene.text.tokens.len()];
    for span in claims.iter().flat_map(|claim| claim.content.iter().chain(claim.cue.iter().map(|cue| &cue.span))) {
        // Each token is filled at most a few times: contents nest, they do not pile up.
        taken[scene.text.tokens_in(*span)].fill(true);
    }
    let mut by_place: Vec<usize> = (0..claims.len()).collect();
    order::by(&mut by_place, |at| (claims[*at].content.last().map_or(0, |span| u64::from(span.end)), 0));
    let mut added = Vec::new();
    let mut next = 0;
    // The last direct claim before the quotation.
    let mut last: Option<usize> = None;
    for (number, quotation) in scene.quotations.iter().enumerate() {
        let tokens = quotation.tokens.clone();
        if quotation.depth > 0 || taken[tokens.start] || !clause::is_speech(scene, number) {
            continue;
        }
        let Some(content) = scene.cover(&tokens) else { continue };
        while next < by_place.len()
            && claims[by_place[next]].content.last().is_some_and(|span| span.end <= content.start)
        {
            if matches!(claims[by_place[next]].mode, Mode::Direct | Mode::Mixed) {
                last = Some(by_place[next]);
            }
            next += 1;
        }
        // It must stand by itself: a sentence or a paragraph of its own.
        let block = scene.text.blocks.partition_point(|block| block.span.end <= content.start);
        let Some(block) = scene.text.blocks.get(block) else { continue };
        let free = block.span.start == content.start || ends_sentence(scene, tokens.start);
        if !free {
            continue;
        }
        let mut claim = Claim::said(scene, RULE, None, None, vec![content]);
        claim.confidence = Confidence::Low;
        let near = last.map(|at| &claims[at]).filter(|last| {
            let end = last.content.last().map_or(0, |span| span.end);
            let between = scene.text.blocks.partition_point(|block| block.span.end < end);
            let here = scene.text.blocks.partition_point(|block| block.span.end < content.start);
            here <= between + 1 && last.source.is_some()
        });
        if let Some(last) = near {
            claim.source.clone_from(&last.source);
            claim
                .reasons
                .push(Reason::new("goes-on", "it follows what the same speaker says, with no other speaker between"));
        }
        added.push(claim);
    }
    claims.extend(added);
}

fn ends_sentence(scene: &Scene, at: usize) -> bool {
    at == 0 || {
        let before = at - 1;
        clause::is_stop(scene, before) || scene.closes(before).is_some() || scene.norm(before) == ":"
    }
}
