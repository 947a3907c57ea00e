//! Tokens: words, numbers, punctuation.
//!
//! The grain is the Universal Dependencies one, with every hyphen apart and with numbers always plain:
//!
//! | written | tokens |
//! |---|---|
//! | don't, can't, cannot | *do* *n't*, *ca* *n't*, *can* *not* |
//! | Trump's, we're, workers' | *Trump* *'s*, *we* *'re*, *workers* *'* |
//! | 34-year-old, COVID-19, 52–48 | *34* *-* *year* *-* *old*, *COVID* *-* *19*, *52* *–* *48* |
//! | U.S., a.m., No. 5, J. Smith | *U.S.*, *a.m.*, *No.* *5*, *J.* *Smith* |
//! | 1,200, 3.40, .5, 1,00,000, 2½ | one `Number` each |
//! | 14:05, 04/05/2025, 11.06.2025 | *14* *:* *05* and so on: a `Number` is one number |
//! | $4.2bn, 40km, 10am, £900m | *$* *4.2* *bn*, *40* *km*, *10* *am*, *£* *900* *m* |
//! | US$20m, Rs500, USD50 | *US* *$* *20* *m*, *Rs* *500*, *USD* *50* |
//! | 3rd, 1990s, G7, 5G, 4x4, H1N1 | one `Mixed` each |
//! | AT&T, O'Neill, o'clock | one `Word` each |
//! | and/or | *and* */* *or* |
//! | bbc.co.uk, a.b@c.org, @name, #name | one `Url`, `Email`, `Handle`, `Hashtag` |
//! | ..., --, *** | one `Punct`: a run of one mark |

use crate::span::Span;

/// A token.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Token {
    /// Where it stands.
    pub span: Span,
    /// Where its norm stands in the folded text; see [`super::Text::norm`].
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
    /// Digits, with separators and a decimal point: "1,200", "3.40". Also "½" and "2½".
    Number,
    /// Letters and digits run together: "G7", "3rd", "737s".
    Mixed,
    /// Punctuation, one mark a token; a run of stops, hyphens, asterisks is one ("...").
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

impl Shape {
    /// The shape of a word.
    pub(super) fn of(word: &str) -> Shape {
        let (mut letters, mut upper, mut first) = (0u32, 0u32, false);
        let mut see = |alphabetic: bool, uppercase: bool| {
            if alphabetic {
                first |= letters == 0 && uppercase;
                letters += 1;
                upper += u32::from(uppercase);
            }
        };
        if word.is_ascii() {
            word.bytes().for_each(|b| see(b.is_ascii_alphabetic(), b.is_ascii_uppercase()));
        } else {
            word.chars().for_each(|c| see(c.is_alphabetic(), c.is_uppercase()));
        }
        match (letters, upper) {
            (0, _) => Shape::Caseless,
            (1, 1) => Shape::Initial,
            (_, 0) => Shape::Lower,
            (_, 1) if first => Shape::Title,
            _ if upper == letters => Shape::Upper,
            _ => Shape::MixedCase,
        }
    }
}
