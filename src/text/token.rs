//! Tokens: words, numbers, punctuation.
//!
//! The grain is the Universal Dependencies one: "don't" is *do* + *n't*, "Trump's" is *Trump* + *'s*, a
//! hyphen inside a word stands alone ("34", "-", "year"), "U.S." and "3.40" and an address are one token.

use super::{Sentence, Text};
use crate::span::Span;

/// A token.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Token {
    /// Where it stands.
    pub span: Span,
    /// Where its norm stands in the folded text; see [`Text::norm`].
    pub(super) norm: Span,
    /// What it is made of.
    pub kind: TokenKind,
    /// How it is written.
    pub shape: Shape,
}

/// What a token is made of.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash)]
pub enum TokenKind {
    /// Letters, with marks and inner apostrophes or stops ("U.S.", "o'clock").
    Word,
    /// Digits, with separators and a decimal point: "1,200", "3.40".
    Number,
    /// Letters and digits run together: "G7", "3rd", "737s".
    Mixed,
    /// Punctuation, one mark a token ("..." is one).
    Punct,
    /// A sign that is no punctuation: "$", "%", "+", "°".
    Symbol,
    /// A URL or bare domain.
    Url,
    /// An e-mail address.
    Email,
    /// "@name".
    Handle,
    /// "#name".
    Hashtag,
    /// An emoji, a control character, anything else: one grapheme.
    Other,
}

/// How a token is written.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash)]
pub enum Shape {
    /// "word", and whatever has no case.
    Lower,
    /// "Word".
    Title,
    /// "WORD", two letters or more.
    Upper,
    /// "A".
    Initial,
    /// "iPhone", "McDonald".
    MixedCase,
    /// No letters.
    Caseless,
}

pub(super) fn split(text: &mut Text) {
    let raw = std::mem::take(&mut text.raw);
    for (number, block) in text.blocks.iter_mut().enumerate() {
        let first = text.tokens.len();
        let words = &raw[block.span.range()];
        let mut at = 0;
        while at < words.len() {
            let rest = &words[at..];
            let c = rest.chars().next().unwrap_or(' ');
            let len = if c.is_alphanumeric() {
                rest.find(|c: char| !c.is_alphanumeric()).unwrap_or(rest.len())
            } else {
                c.len_utf8()
            };
            if !c.is_whitespace() {
                let from = text.folded.len();
                text.folded.push_str(&rest[..len].to_lowercase());
                text.tokens.push(Token {
                    span: Span::of(block.span.start as usize + at..block.span.start as usize + at + len),
                    norm: Span::of(from..text.folded.len()),
                    kind: if c.is_alphabetic() {
                        TokenKind::Word
                    } else if c.is_numeric() {
                        TokenKind::Number
                    } else {
                        TokenKind::Punct
                    },
                    shape: if c.is_uppercase() { Shape::Title } else { Shape::Lower },
                });
            }
            at += len;
        }
        let sentence = text.sentences.len() as u32;
        text.sentences.push(Sentence { span: block.span, tokens: first..text.tokens.len(), block: number as u32 });
        block.sentences = sentence..sentence + 1;
    }
    text.raw = raw;
}
