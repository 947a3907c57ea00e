//! Of proposals that overlap, the heaviest stays.

use super::{Mention, Proposal};
use crate::order;

/// The heaviest proposals that do not overlap, in order; of equals the earlier rule's.
///
/// Titles count as taken: what is found within "Treasury Secretary" goes.
pub(super) fn choose(mut proposals: Vec<Proposal>) -> Vec<Mention> {
    order::by(&mut proposals, |proposal| (u64::MAX - u64::from(proposal.weight), 0));
    let most = proposals.iter().map(|proposal| proposal.tokens.end).max().unwrap_or(0);
    let mut taken = vec![false; most];
    let mut titles = Vec::new();
    let mut chosen: Vec<Mention> = Vec::new();
    for proposal in proposals {
        if taken[proposal.tokens.clone()].iter().any(|taken| *taken) {
            continue;
        }
        taken[proposal.tokens.clone()].fill(true);
        titles.extend(proposal.mention.title);
        chosen.push(proposal.mention);
    }
    order::by(&mut chosen, |mention| order::inner_first(mention.span));
    order::by(&mut titles, |title| order::inner_first(*title));
    chosen.retain(|mention| {
        let at = titles.partition_point(|title| title.end <= mention.span.start);
        !titles.get(at).is_some_and(|title| title.overlaps(mention.span))
    });
    chosen
}
