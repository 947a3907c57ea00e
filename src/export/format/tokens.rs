//! The text as tokens, for formats that count in them.
//!
//! An export has no tokens: the text is read again, and cut besides where an item or a sentence begins or ends, so that
//! every span lies on the edges of tokens. As in spaCy, the space after a token belongs to it, and other white space is
//! a token of its own; so the tokens give the text again.

use super::View;
use crate::export::wire;
use crate::text::Index;
use crate::{Given, order, text};
use std::ops::Range;

pub struct Token<'d> {
    /// In code points.
    pub start: u32,
    pub end: u32,
    pub words: &'d str,
    /// A space follows.
    pub space: bool,
    /// It is white space itself.
    pub white: bool,
}

/// All tokens of the text, in order.
pub fn tokens<'d>(view: &View<'d>) -> Vec<Token<'d>> {
    let cuts = cuts(view);
    let mut cuts = cuts.iter().peekable();
    let mut tokens: Vec<Token<'d>> = Vec::new();
    let mut from = 0;
    for (at, (byte, c)) in (0..).zip(view.text.char_indices()) {
        while cuts.next_if(|cut| **cut < at).is_some() {}
        let cut = cuts.peek() == Some(&&at);
        let white = is_white(c);
        let end = byte + c.len_utf8();
        match tokens.last_mut() {
            // The first space after a word.
            Some(last) if c == ' ' && !last.white && !last.space => last.space = true,
            Some(last) if (white || !cut) && last.white == white && !last.space => {
                last.end = at + 1;
                last.words = &view.text[from..end];
            }
            _ => {
                from = byte;
                tokens.push(Token { start: at, end: at + 1, words: &view.text[byte..end], space: false, white });
            }
        }
    }
    tokens
}

/// The tokens of a span; none where it holds nothing but white space.
pub fn cover(tokens: &[Token<'_>], span: &wire::Span) -> Option<Range<usize>> {
    let mut first = tokens.partition_point(|token| token.end <= span.start);
    let mut end = tokens.partition_point(|token| token.start < span.end);
    while first < end && tokens[first].white {
        first += 1;
    }
    while first < end && tokens[end - 1].white {
        end -= 1;
    }
    (first < end).then_some(first..end)
}

/// Where tokens have to end, in code points and in order.
fn cuts(view: &View<'_>) -> Vec<u32> {
    let mut cuts = Vec::new();
    let text = text::read(view.text, &Given { insist: true, ..Given::default() });
    // The text of a foreign export may have line ends that reading would change.
    if text.as_str() == view.text {
        let index = Index::new(view.text);
        cuts.extend(text.tokens.iter().map(|token| index.position(token.span.start).chars));
        cuts.extend(text.tokens.iter().map(|token| index.position(token.span.end).chars));
    }
    let pieces = view.items.iter().flat_map(|item| item.pieces.iter().copied());
    let sentences = view.document.document.sentences.iter().map(|sentence| &sentence.span);
    cuts.extend(pieces.chain(sentences).flat_map(|span| [span.start, span.end]));
    order::by(&mut cuts, |cut| (u64::from(*cut), 0));
    cuts
}

/// White space as Python has it, which takes the four separators of ASCII for it.
fn is_white(c: char) -> bool {
    c.is_whitespace() || ('\u{1c}'..='\u{1f}').contains(&c)
}
