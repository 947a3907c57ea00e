//! The cheapest sequence of tags.

use super::Pos;
use super::costs::{COSTS, Capital, Cost, MOST, START};
use crate::text::{Shape, Text, TokenKind};
use std::ops::Range;

/// The tags tried for each token of a sentence; kept from one sentence to the next for its memory.
#[derive(Debug, Default)]
pub(super) struct Lattice {
    steps: Vec<[Step; MOST]>,
}

#[derive(Clone, Copy, Debug, Default)]
struct Step {
    pos: u8,
    from: u8,
}

impl Lattice {
    /// Writes the best tags of `tokens` into `pos`.
    pub(super) fn best(&mut self, text: &Text, tokens: Range<usize>, pos: &mut [Pos]) {
        let costs = &*COSTS;
        let silent = capitals_are_silent(text, tokens.clone());
        self.steps.clear();
        let mut before: [(u8, Cost); MOST] = [(START as u8, 0); MOST];
        let mut width = 1;
        let mut opening = true;
        for at in tokens.clone() {
            let capital = match text.tokens[at].shape {
                Shape::Lower | Shape::Caseless => Capital::None,
                _ if silent || opening => Capital::Silent,
                _ => Capital::Telling,
            };
            if text.tokens[at].kind != TokenKind::Punct {
                opening = false;
            } else if matches!(text.norm(at), "\"" | ":" | "\u{2022}" | "\u{201c}" | "'" | ".") {
                opening = true;
            }
            let candidates = costs.of(text, at, capital);
            let mut steps = [Step::default(); MOST];
            let mut now = [(0, Cost::MAX); MOST];
            for (slot, (tag, cost)) in candidates.as_slice().iter().enumerate() {
                let mut best = (0, Cost::MAX);
                for (from, (previous, so_far)) in before[..width].iter().enumerate() {
                    let total = so_far.saturating_add(costs.after[usize::from(*previous)][usize::from(*tag)]);
                    if total < best.1 {
                        best = (from, total);
                    }
                }
                steps[slot] = Step { pos: *tag, from: best.0 as u8 };
                now[slot] = (*tag, best.1.saturating_add(*cost));
            }
            width = candidates.as_slice().len().max(1);
            before = now;
            self.steps.push(steps);
            if width == 1 {
                // One tag only: all that came before is settled, and the sum need not grow without end.
                before[0].1 = 0;
            }
        }
        let mut slot = (0..width).min_by_key(|slot| before[*slot].1).unwrap_or(0);
        for at in tokens.rev() {
            let Some(steps) = self.steps.pop() else { break };
            let step = steps[slot];
            pos[at] = Pos::ALL[usize::from(step.pos)];
            slot = usize::from(step.from);
        }
    }
}

/// Whether every longer word has a capital, prepositions aside: headlines, and lines in capitals.
pub(super) fn capitals_are_silent(text: &Text, tokens: Range<usize>) -> bool {
    let mut words = 0;
    for at in tokens {
        let token = text.tokens[at];
        if token.kind != TokenKind::Word || token.span.len() < 4 {
            continue;
        }
        let small = matches!(token.shape, Shape::Lower | Shape::Caseless);
        if small && !is_preposition(text.norm(at)) {
            return false;
        }
        words += u32::from(!small);
    }
    words > 3
}

fn is_preposition(norm: &str) -> bool {
    matches!(
        norm,
        "with"
            | "from"
            | "over"
            | "into"
            | "than"
            | "that"
            | "amid"
            | "upon"
            | "near"
            | "after"
            | "about"
            | "before"
            | "under"
            | "against"
            | "between"
            | "during"
            | "through"
            | "without"
            | "within"
            | "among"
            | "until"
            | "since"
    )
}
