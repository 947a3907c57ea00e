//! Quotations: what quote marks enclose, block by block.
//!
//! Marks are paired by their shape where they have one (“ ”, « ») and by their spacing where they have none (").
//! Two single marks written together ('') count as one double mark. Single marks enclose a quotation only
//! where they can be no apostrophe. A quotation that its paragraph leaves open goes on in the next one if
//! that begins with an opening mark; else it ends with its paragraph and counts as unbalanced.

use crate::span::Span;
use crate::text::{Text, TokenKind};
use std::ops::Range;

/// What a pair of quote marks encloses, the marks with it.
#[derive(Clone, Debug, PartialEq, Eq)]
pub(super) struct Quotation {
    /// From the opening mark to past the closing one.
    pub tokens: Range<usize>,
    /// Tokens of each mark: two for ''.
    pub mark: usize,
    /// Whether a closing mark was found.
    pub closed: bool,
    /// Whether the next quotation goes on with it: the paragraph ended before the mark was closed.
    pub continued: bool,
    /// How many quotations it stands in.
    pub depth: u8,
}

impl Quotation {
    /// The tokens between the marks.
    pub fn inner(&self) -> Range<usize> {
        let start = (self.tokens.start + self.mark).min(self.tokens.end);
        let end = if self.closed { self.tokens.end.saturating_sub(self.mark) } else { self.tokens.end };
        start..end.max(start)
    }
}

#[derive(Clone, Copy, PartialEq, Eq)]
enum Glyph {
    Open,
    Close,
    Straight,
    Angle,
    SingleOpen,
    SingleClose,
    SingleStraight,
}

/// The quotations of the annotated blocks, in order of their opening marks.
pub(super) fn pair(text: &Text) -> Vec<Quotation> {
    let mut found: Vec<Quotation> = Vec::new();
    let mut left_open: Option<usize> = None;
    for block in text.blocks.iter().filter(|block| block.included) {
        let tokens = tokens_of(text, block.sentences.clone());
        let first = found.len();
        in_block(text, tokens.clone(), &mut found);
        if let (Some(open), Some(next)) = (left_open.take(), found.get(first))
            && next.tokens.start == tokens.start
        {
            found[open].continued = true;
        }
        left_open = (first..found.len()).rev().find(|&at| !found[at].closed && found[at].depth == 0);
    }
    found
}

fn tokens_of(text: &Text, sentences: Range<u32>) -> Range<usize> {
    let all = text.sentences.get(sentences.start as usize..sentences.end as usize).unwrap_or_default();
    match (all.first(), all.last()) {
        (Some(first), Some(last)) => first.tokens.start..last.tokens.end,
        _ => 0..0,
    }
}

fn in_block(text: &Text, tokens: Range<usize>, found: &mut Vec<Quotation>) {
    let first = found.len();
    // Open quotations: where they stand in `found`, and by what kind of mark.
    let mut open: Vec<(usize, Glyph)> = Vec::new();
    let mut at = tokens.start;
    while at < tokens.end {
        let Some((glyph, width)) = glyph(text, at, tokens.end) else {
            at += 1;
            continue;
        };
        let after = at + width;
        let before_gap = at == tokens.start || gap(text, at) || opens_after(text, at - 1, tokens.start);
        let after_gap = after >= tokens.end || gap(text, after);
        let matching = open.iter().rposition(|(_, kind)| same(*kind, glyph));
        let closes = match glyph {
            Glyph::Close => matching.is_some(),
            Glyph::Open | Glyph::SingleOpen => false,
            Glyph::Straight | Glyph::Angle => matching.is_some() && (!before_gap || after_gap),
            Glyph::SingleClose => matching.is_some() && closes_single(text, at, after, tokens.end),
            Glyph::SingleStraight => matching.is_some() && !before_gap && closes_single(text, at, after, tokens.end),
        };
        if let (true, Some(level)) = (closes, matching) {
            for (number, _) in open.drain(level + 1..) {
                // A mark left open inside is no quotation: an apostrophe, or a slip.
                found[number].tokens.end = found[number].tokens.start;
            }
            if let Some((number, _)) = open.pop() {
                found[number].tokens.end = after;
                found[number].closed = true;
            }
        } else {
            let opens = match glyph {
                Glyph::Open => true,
                Glyph::Straight | Glyph::Angle => !after_gap || matching.is_none() && before_gap,
                Glyph::SingleOpen => !after_gap,
                Glyph::SingleStraight => {
                    before_gap && !after_gap && text.tokens[after].kind == TokenKind::Word && matching.is_none()
                }
                Glyph::Close | Glyph::SingleClose => false,
            };
            if opens && open.len() < 8 {
                open.push((found.len(), glyph));
                found.push(Quotation {
                    tokens: at..tokens.end,
                    mark: width,
                    closed: false,
                    continued: false,
                    depth: open.len() as u8 - 1,
                });
            }
        }
        at = after;
    }
    // What stays open to the end of the block: a single mark was no mark.
    for (number, glyph) in open {
        if matches!(glyph, Glyph::SingleOpen | Glyph::SingleStraight) {
            found[number].tokens.end = found[number].tokens.start;
        }
    }
    let mut kept = first;
    for number in first..found.len() {
        if !found[number].tokens.is_empty() {
            found.swap(kept, number);
            kept += 1;
        }
    }
    found.truncate(kept);
}

const fn same(open: Glyph, close: Glyph) -> bool {
    match close {
        Glyph::Close => matches!(open, Glyph::Open | Glyph::Straight),
        Glyph::Straight => matches!(open, Glyph::Straight | Glyph::Open),
        Glyph::Angle => matches!(open, Glyph::Angle),
        Glyph::SingleClose | Glyph::SingleStraight => matches!(open, Glyph::SingleOpen | Glyph::SingleStraight),
        Glyph::Open | Glyph::SingleOpen => false,
    }
}

fn glyph(text: &Text, at: usize, end: usize) -> Option<(Glyph, usize)> {
    if !matches!(text.tokens[at].kind, TokenKind::Punct | TokenKind::Symbol | TokenKind::Other) {
        return None;
    }
    let double = |word: &str| at + 1 < end && !text.spaced(at + 1) && text.word(at + 1) == word;
    Some(match text.word(at) {
        "“" | "„" => (Glyph::Open, 1),
        "”" => (Glyph::Close, 1),
        "\"" | "＂" => (Glyph::Straight, 1),
        "«" | "»" => (Glyph::Angle, 1),
        "''" => (Glyph::Straight, 1),
        "``" => (Glyph::Open, 1),
        "'" if double("'") => (Glyph::Straight, 2),
        "`" if double("`") => (Glyph::Open, 2),
        "‘" if double("‘") => (Glyph::Open, 2),
        "’" if double("’") => (Glyph::Close, 2),
        "‘" => (Glyph::SingleOpen, 1),
        "’" => (Glyph::SingleClose, 1),
        "'" => (Glyph::SingleStraight, 1),
        _ => return None,
    })
}

/// Whether a space parts a token from the one before; the thin one between two quote marks does not.
fn gap(text: &Text, at: usize) -> bool {
    text.spaced(at) && text.slice(Span::new(text.tokens[at - 1].span.end, text.tokens[at].span.start)) != "\u{2009}"
}

/// Whether a mark right after token `at` may open, though no space parts them. A quote mark between them must itself open.
fn opens_after(text: &Text, at: usize, first: usize) -> bool {
    match text.word(at) {
        "\"" | "'" => at == first || gap(text, at),
        word => matches!(word, "(" | "[" | "—" | "–" | "-" | "“" | "‘" | "/" | "…" | "..."),
    }
}

/// Whether a single mark closes: nothing or punctuation follows, and it is no plural's apostrophe.
fn closes_single(text: &Text, at: usize, after: usize, end: usize) -> bool {
    if after < end && !text.spaced(after) && matches!(text.tokens[after].kind, TokenKind::Word | TokenKind::Number) {
        return false;
    }
    let plural = at > 0 && text.tokens[at - 1].kind == TokenKind::Word && text.norm(at - 1).ends_with('s');
    !(plural && after < end && text.spaced(after) && text.tokens[after].kind == TokenKind::Word)
}
