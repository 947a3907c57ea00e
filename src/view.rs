//! A view of tokens: what rules ask of a token, answered in one place.
//!
//! A view reaches over the whole text or over a run of tokens, such as a sentence. Outside it there is nothing: words
//! are empty, and every question has the answer "no". So a rule may look around without minding the edges.

use crate::span::Span;
use crate::tag::{Pos, Tagged};
use crate::text::{Shape, Text, TokenKind};
use std::ops::Range;

/// The tokens of a text with their tags, from `start` up to `end`.
#[derive(Clone, Copy, Debug)]
pub struct View<'t> {
    /// The text as read.
    pub text: &'t Text,
    /// Its tags.
    pub tagged: &'t Tagged,
    /// The first token in view.
    pub start: usize,
    /// One past the last token in view.
    pub end: usize,
}

impl<'t> View<'t> {
    /// A view of the whole text.
    pub fn new(text: &'t Text, tagged: &'t Tagged) -> View<'t> {
        View::within(text, tagged, 0..text.tokens.len())
    }

    /// A view of some tokens.
    pub fn within(text: &'t Text, tagged: &'t Tagged, tokens: Range<usize>) -> View<'t> {
        View { text, tagged, start: tokens.start, end: tokens.end.min(text.tokens.len()) }
    }

    fn sees(&self, at: usize) -> bool {
        self.start <= at && at < self.end
    }

    /// The token in lower case, with plain apostrophes and quotes.
    pub fn norm(&self, at: usize) -> &'t str {
        if self.sees(at) { self.text.norm(at) } else { "" }
    }

    /// The token as it stands.
    pub fn raw(&self, at: usize) -> &'t str {
        if self.sees(at) { self.text.word(at) } else { "" }
    }

    /// What the token is made of.
    pub fn kind(&self, at: usize) -> Option<TokenKind> {
        self.sees(at).then(|| self.text.tokens[at].kind)
    }

    /// How the token is written.
    pub fn shape(&self, at: usize) -> Option<Shape> {
        self.sees(at).then(|| self.text.tokens[at].shape)
    }

    /// Its part of speech.
    pub fn pos(&self, at: usize) -> Pos {
        if self.sees(at) { self.tagged.pos(at) } else { Pos::X }
    }

    /// Whether it is a word of letters.
    pub fn is_word(&self, at: usize) -> bool {
        self.kind(at) == Some(TokenKind::Word)
    }

    /// Whether it is a number in digits.
    pub fn is_number(&self, at: usize) -> bool {
        self.kind(at) == Some(TokenKind::Number)
    }

    /// Whether it is a word with a capital: "Paris", "NATO", "iPhone".
    pub fn capital(&self, at: usize) -> bool {
        matches!(self.shape(at), Some(Shape::Title | Shape::Upper | Shape::Initial | Shape::MixedCase))
            && matches!(self.kind(at), Some(TokenKind::Word | TokenKind::Mixed))
            && self.raw(at).starts_with(char::is_alphabetic)
    }

    /// Whether white space stands before it.
    pub fn spaced(&self, at: usize) -> bool {
        self.sees(at) && self.text.spaced(at)
    }

    /// Whether it is a hyphen that joins two tokens: "five-year", but not "two- or three-year".
    pub fn hyphen(&self, at: usize) -> bool {
        self.norm(at) == "-" && at + 1 < self.end && !self.spaced(at) && !self.spaced(at + 1)
    }

    /// Whether it is a hyphen or a dash of any sort.
    pub fn dash(&self, at: usize) -> bool {
        matches!(self.norm(at), "-" | "–" | "—")
    }

    /// The token itself, or the one after it where it is a hyphen that joins.
    pub fn over_hyphen(&self, at: usize) -> usize {
        if self.hyphen(at) { at + 1 } else { at }
    }

    /// The token itself, or the one after it where it is a comma.
    pub fn over_comma(&self, at: usize) -> usize {
        if self.norm(at) == "," { at + 1 } else { at }
    }

    /// The span of some tokens.
    pub fn span(&self, tokens: Range<usize>) -> Span {
        self.text.cover(tokens)
    }
}
