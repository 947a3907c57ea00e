//! Sentences.

use crate::span::Span;
use std::ops::Range;

/// A sentence: a run of tokens of one block.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Sentence {
    /// From its first token to its last.
    pub span: Span,
    /// Its tokens, as indices into [`super::Text::tokens`].
    pub tokens: Range<usize>,
    /// Its block, as an index into [`super::Text::blocks`].
    pub block: u32,
}
