//! Sentences whose capitals tell nothing.

use crate::text::{Shape, Text, TokenKind};
use std::ops::Range;

/// Whether every longer word but prepositions has a capital: in headlines, and in lines of capitals.
pub(super) fn are_silent(text: &Text, tokens: Range<usize>) -> bool {
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
