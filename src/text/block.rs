//! Blocks: the paragraph-sized pieces of the paste.

use super::split::trim;
use crate::given::Given;
use crate::reason::Reason;
use crate::span::Span;
use std::ops::Range;

/// A paragraph-sized piece of the paste.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Block {
    /// Without outer white space; never empty.
    pub span: Span,
    /// What it is.
    pub kind: BlockKind,
    /// Whether it is annotated; muted blocks are not.
    pub included: bool,
    /// Why it is taken for that.
    pub reasons: Vec<Reason>,
    /// Its sentences, as indices into [`super::Text::sentences`].
    pub sentences: Range<u32>,
}

/// What a block is.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash)]
#[expect(missing_docs, reason = "the words of the export, told apart in architecture")]
pub enum BlockKind {
    Headline,
    Subhead,
    Dateline,
    Byline,
    Paragraph,
    Caption,
    List,
    Pullquote,
    Boilerplate,
}

pub(super) fn find(raw: &str, _given: &Given) -> Vec<Block> {
    let mut blocks = Vec::new();
    let mut start = 0;
    for line in raw.split_inclusive('\n') {
        let span = trim(raw, Span::of(start..start + line.len()));
        if !span.is_empty() {
            blocks.push(Block {
                span,
                kind: BlockKind::Paragraph,
                included: true,
                reasons: Vec::new(),
                sentences: 0..0,
            });
        }
        start += line.len();
    }
    blocks
}
