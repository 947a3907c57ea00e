//! Of proposals that overlap, the heaviest stays.

use super::{Mention, Proposal};

/// The heaviest proposals that do not overlap, in order; of equals the earlier rule's.
///
/// Titles count as taken: what is found within "Treasury Secretary" goes.
pub(super) fn choose(mut proposals: Vec<Proposal>) -> Vec<Mention> {
    let heaviest = |proposal: &Proposal| std::cmp::Reverse(proposal.weight);
    proposals.sort_by_key(heaviest);
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
    chosen.sort_by_key(|mention| mention.span);
    titles.sort();
    chosen.retain(|mention| {
        let at = titles.partition_point(|title| title.end <= mention.span.start);
        !titles.get(at).is_some_and(|title| title.overlaps(mention.span))
    });
    chosen
}
