//! What a rule sees: a sentence, each token with its class.

use super::expression::Said;
use super::word::Word;
use super::{Expression, Kind};
use crate::reason::Confidence;
use crate::syntax::Parsed;
use crate::view::View;
use std::ops::{Deref, Range};

/// A sentence as the rules see it: a view of its tokens, and the class of each.
///
/// It answers what its view answers.
#[derive(Clone, Copy, Debug)]
pub struct Scan<'t> {
    view: View<'t>,
    pub(super) parsed: &'t Parsed,
    words: &'t [Word],
}

impl<'t> Deref for Scan<'t> {
    type Target = View<'t>;

    fn deref(&self) -> &View<'t> {
        &self.view
    }
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
    /// A view of a sentence with the classes of its tokens.
    pub(super) fn new(view: View<'t>, parsed: &'t Parsed, words: &'t [Word]) -> Scan<'t> {
        Scan { view, parsed, words }
    }

    /// The class of a token.
    pub fn word(&self, at: usize) -> Word {
        at.checked_sub(self.start).and_then(|at| self.words.get(at)).copied().unwrap_or(Word::Other)
    }

    /// The class of the token before.
    pub fn before(&self, at: usize) -> Word {
        at.checked_sub(1).map_or(Word::Other, |at| self.word(at))
    }

    /// The norm without a final stop: "sept" of "Sept."
    pub fn bare(&self, at: usize) -> &'t str {
        let norm = self.norm(at);
        norm.strip_suffix('.').filter(|rest| !rest.is_empty()).unwrap_or(norm)
    }

    /// The bare norm of the token so many places before.
    pub fn back(&self, at: usize, places: usize) -> &'t str {
        at.checked_sub(places).map_or("", |at| self.bare(at))
    }

    /// Whether it is the first word of the sentence.
    pub fn first(&self, at: usize) -> bool {
        (self.start..at.min(self.end)).rev().take(3).all(|before| !self.raw(before).starts_with(char::is_alphanumeric))
            && at < self.start + 4
    }

    /// A capitalised word that is likely a name stands here: not the first of its sentence.
    pub fn name(&self, at: usize) -> bool {
        self.capital(at) && !self.first(at) && self.word(at) == Word::Other
    }

    /// The rest of the text from a token on, up to the end of the sentence.
    pub fn rest(&self, at: usize) -> &'t str {
        if at < self.start || at >= self.end {
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
