//! What stands in what is said: the figures, times and entities of each claim, and the claim of each figure.

use super::Linked;
use crate::order;
use crate::span::Span;
use std::ops::Range;

/// Sets what each claim's content holds, and for each figure the narrowest claim that holds it.
pub(super) fn gather(linked: &mut Linked) {
    let Linked { mentions, figures, times, claims, .. } = linked;
    let mut narrowest: Vec<u32> = vec![u32::MAX; figures.len()];
    for (number, claim) in claims.iter_mut().enumerate() {
        for content in &claim.content {
            let within =
                |starts: &dyn Fn(usize) -> Span, count: usize| -> Range<usize> { inside(*content, starts, count) };
            let found = within(&|at| figures[at].span, figures.len());
            claim.figures.extend(found.clone());
            for at in found {
                if content.len() < narrowest[at] {
                    narrowest[at] = content.len();
                    figures[at].claim = Some(number);
                }
            }
            claim.times.extend(within(&|at| times[at].span, times.len()));
            let named = within(&|at| mentions[at].span, mentions.len());
            claim.entities.extend(mentions[named].iter().filter_map(|mention| mention.entity));
        }
        order::by(&mut claim.entities, |entity| (*entity as u64, 0));
        claim.entities.dedup();
    }
}

/// The items, sorted by start, that begin within a span.
fn inside(span: Span, item: &dyn Fn(usize) -> Span, count: usize) -> Range<usize> {
    let first = partition(count, |at| item(at).start < span.start);
    first..first.max(partition(count, |at| item(at).start < span.end))
}

fn partition(count: usize, below: impl Fn(usize) -> bool) -> usize {
    let (mut low, mut high) = (0, count);
    while low < high {
        let middle = low + (high - low) / 2;
        if below(middle) { low = middle + 1 } else { high = middle }
    }
    low
}
