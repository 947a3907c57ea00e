//! What a rule sees: a sentence, each token with its class.

use super::expression::Said;
use super::word::Word;
use super::{Expression, Kind};
use crate::reason::Confidence;
use crate::syntax::Parsed;
use crate::tag::{Pos, Tagged};
use crate::text::{Shape, Text};
use std::ops::Range;

/// A sentence under a rule's eyes.
///
/// Every question about a token outside the sentence has the answer "nothing there".
#[derive(Clone, Copy, Debug)]
pub struct Scan<'t> {
    pub(super) text: &'t Text,
    pub(super) tagged: &'t Tagged,
    pub(super) parsed: &'t Parsed,
    pub(super) sentence: usize,
    pub(super) end: usize,
    pub(super) words: &'t [Word],
}

/// What a rule proposes.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Found {
    /// The tokens it takes up.
    pub tokens: Range<usize>,
    /// What sort.
    pub kind: Kind,
    /// What is said.
    pub said: Said,
    /// How sure.
    pub confidence: Confidence,
    /// Whether "the" before it belongs to it.
    pub article: bool,
}

impl Found {
    /// A proposal without a tense, clock and the like.
    pub fn new(tokens: Range<usize>, kind: Kind, what: Expression) -> Found {
        Found { tokens, kind, said: Said::new(what), confidence: Confidence::High, article: false }
    }

    /// With "the" before it as part of it.
    pub fn with_article(self) -> Found {
        Found { article: true, ..self }
    }

    /// With this confidence.
    pub fn unsure(self) -> Found {
        Found { confidence: Confidence::Medium, ..self }
    }
}

impl<'t> Scan<'t> {
    /// The class of a token.
    pub fn word(&self, at: usize) -> Word {
        at.checked_sub(self.sentence).and_then(|at| self.words.get(at)).copied().unwrap_or(Word::Other)
    }

    /// The class of the token before.
    pub fn before(&self, at: usize) -> Word {
        at.checked_sub(1).map_or(Word::Other, |at| self.word(at))
    }

    /// Its norm without a final stop.
    pub fn norm(&self, at: usize) -> &'t str {
        if at < self.sentence || at >= self.end {
            return "";
        }
        let norm = self.text.norm(at);
        norm.strip_suffix('.').filter(|rest| !rest.is_empty()).unwrap_or(norm)
    }

    /// The norm of the token so many places before.
    pub fn back(&self, at: usize, places: usize) -> &'t str {
        at.checked_sub(places).map_or("", |at| self.norm(at))
    }

    /// The token as it stands.
    pub fn raw(&self, at: usize) -> &'t str {
        if at < self.sentence || at >= self.end { "" } else { self.text.word(at) }
    }

    /// Its part of speech.
    pub fn pos(&self, at: usize) -> Pos {
        if at < self.sentence || at >= self.end { Pos::X } else { self.tagged.pos(at) }
    }

    /// Whether it begins with a capital.
    pub fn capital(&self, at: usize) -> bool {
        at >= self.sentence
            && at < self.end
            && matches!(self.text.tokens[at].shape, Shape::Title | Shape::Upper | Shape::Initial | Shape::MixedCase)
            && self.raw(at).starts_with(char::is_uppercase)
    }

    /// Whether it is the first word of the sentence.
    pub fn first(&self, at: usize) -> bool {
        (self.sentence..at.min(self.end))
            .rev()
            .take(3)
            .all(|before| !self.raw(before).starts_with(char::is_alphanumeric))
            && at < self.sentence + 4
    }

    /// Whether white space parts it from the token before.
    pub fn spaced(&self, at: usize) -> bool {
        at < self.end && self.text.spaced(at)
    }

    /// Whether it is a hyphen or dash that joins, with no white space before it.
    pub fn hyphen(&self, at: usize) -> bool {
        matches!(self.raw(at), "-" | "‐" | "‑") && !self.spaced(at)
    }

    /// Whether it is a hyphen or dash of any sort.
    pub fn dash(&self, at: usize) -> bool {
        matches!(self.raw(at), "-" | "‐" | "‑" | "–" | "—")
    }

    /// Past a hyphen, if one stands here.
    pub fn over_hyphen(&self, at: usize) -> usize {
        if self.hyphen(at) { at + 1 } else { at }
    }

    /// Past a comma, if one stands here.
    pub fn over_comma(&self, at: usize) -> usize {
        if self.raw(at) == "," { at + 1 } else { at }
    }

    /// A capitalised word that is likely a name stands here: not the first of its sentence.
    pub fn name(&self, at: usize) -> bool {
        self.capital(at) && !self.first(at) && self.word(at) == Word::Other
    }

    /// The rest of the text from a token on, up to the end of the sentence.
    pub fn rest(&self, at: usize) -> &'t str {
        if at < self.sentence || at >= self.end {
            return "";
        }
        let start = self.text.tokens[at].span.start as usize;
        let end = self.text.tokens[self.end - 1].span.end as usize;
        &self.text.as_str()[start..end]
    }

    /// The token after the one that ends `len` bytes behind the start of `at`; none if none ends there.
    pub fn after_bytes(&self, at: usize, len: usize) -> Option<usize> {
        let end = self.text.tokens[at].span.start as usize + len;
        (at..self.end)
            .take_while(|&token| self.text.tokens[token].span.start < end as u32)
            .find(|&token| self.text.tokens[token].span.end as usize == end)
            .map(|token| token + 1)
    }
}
