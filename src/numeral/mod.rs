//! Numerals: the number that digits or words write, exactly.
//!
//! Shared by times and figures. A value is a [`Decimal`] that keeps the
//! precision it was written with ("3.40"). [`read`] reads the numeral that begins at a token, [`scan`] all
//! numerals of a run of tokens.
//!
//! | written | value | kind |
//! |---|---|---|
//! | 1,200 · 12,34,567.89 · 10 000 · .5 · 6.02 × 10^23 | the number | cardinal |
//! | 4.2bn · 2.5 million · 5 lakh · 40k · two dozen | with its magnitude | cardinal |
//! | twenty-five · a hundred and two · two and a half million · half a million | | cardinal |
//! | 1st · twenty-fifth | | ordinal |
//! | 3/4 · ½ · two-thirds · a quarter of · half of | | fraction |
//! | dozens · hundreds · tens of thousands | the least it can be | vague |
//!
//! A signed or ambiguous letter after the digits ("$20m", "75ml", "1960s") is left to the caller as the
//! numeral's [`tail`](Numeral::tail). Whether a numeral is a year, a score or part of a name is not said here.

mod decimal;
mod digits;
mod parts;
mod words;

pub use decimal::{Decimal, ParseDecimalError};

use crate::span::Span;
use crate::text::{Text, TokenKind};
use std::ops::Range;

/// A number as written.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Numeral {
    /// How much, with its magnitude: 4200000000 for "4.2bn".
    pub value: Decimal,
    /// From its first digit or word to its last or to its magnitude; a sign before it is not in it.
    pub span: Span,
    /// The tokens it touches; the last may go on after it ("75ml").
    pub tokens: Range<usize>,
    /// What sort of number.
    pub kind: Kind,
    /// Written in digits, at least at its beginning.
    pub digits: bool,
    /// The power of ten that its magnitude adds: 9 for "4.2bn", 0 for "4,200,000,000".
    pub scale: i16,
    /// Letters glued to its digits that are no magnitude and no ordinal ending: "ml", "m", "s".
    pub tail: Option<Span>,
}

/// What sort of number.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash)]
pub enum Kind {
    /// "five".
    Cardinal,
    /// "fifth".
    Ordinal,
    /// "a fifth", "1/5": its value is less precise than its words where it does not end.
    Fraction,
    /// "hundreds": at least so many.
    Vague,
}

/// The numeral that begins at token `at`, if one does.
pub fn read(text: &Text, at: usize) -> Option<Numeral> {
    let token = text.tokens.get(at)?;
    match token.kind {
        TokenKind::Word => words::read(text, at),
        TokenKind::Url | TokenKind::Email | TokenKind::Handle | TokenKind::Hashtag => None,
        _ => {
            let start = token.span.start as usize;
            let first = *text.as_str().as_bytes().get(start)?;
            if first.is_ascii_digit() || first == b'.' || first >= 0x80 { digits::read(text, at, start) } else { None }
        }
    }
}

/// The numerals of a run of tokens, in order and apart from each other.
///
/// Digits after letters are read where the letters are a currency's ("Rs20", "GBP3.01", "US$5"): `prefix`
/// says of letters whether they are.
pub fn scan(text: &Text, tokens: Range<usize>, prefix: impl Fn(&str) -> bool, found: &mut Vec<Numeral>) {
    let mut at = tokens.start;
    while at < tokens.end {
        let token = &text.tokens[at];
        let numeral = match token.kind {
            TokenKind::Punct if text.word(at) != "." => None,
            TokenKind::Mixed => read(text, at).or_else(|| {
                let word = text.word(at);
                let letters = word.find(|c: char| c.is_ascii_digit())?;
                let start = token.span.start as usize;
                // "$US5": the sign before the letters is part of what they are.
                let signed = text.as_str()[..start].ends_with('$').then(|| &text.as_str()[start - 1..start + letters]);
                let money = letters > 0 && (prefix(&word[..letters]) || signed.is_some_and(&prefix));
                if money { digits::read(text, at, start + letters) } else { None }
            }),
            _ => read(text, at),
        };
        match numeral {
            Some(numeral) => {
                at = numeral.tokens.end.max(at + 1);
                found.push(numeral);
            }
            None => at += 1,
        }
    }
}

/// The token after `at` if it stands on the same line.
fn next(text: &Text, at: usize) -> Option<usize> {
    let behind = at + 1;
    let gap = Span::new(text.tokens.get(at)?.span.end, text.tokens.get(behind)?.span.start);
    if gap.len() > 1 && text.slice(gap).contains('\n') || text.slice(gap) == "\n" { None } else { Some(behind) }
}

/// The token after `at`, over a hyphen that is glued on both sides.
fn hyphenated(text: &Text, at: usize) -> Option<usize> {
    let behind = next(text, at)?;
    if matches!(text.norm(behind), "-" | "‐" | "‑") {
        if text.spaced(behind) || behind + 1 >= text.tokens.len() || text.spaced(behind + 1) {
            return None;
        }
        return Some(behind + 1);
    }
    Some(behind)
}

/// Multiplies by the magnitudes that follow token `last`: "million", "bn", "hundred thousand", "dozen".
fn magnitudes(text: &Text, mut last: usize, mut value: Decimal) -> (usize, Decimal, i16) {
    let mut scale = 0;
    for _ in 0..4 {
        let Some(at) = hyphenated(text, last) else { break };
        let Some(word) = words::word(text.norm(at)) else { break };
        match word {
            words::Word::Hundred => {
                let Some(more) = value.scaled(2) else { break };
                (value, scale) = (more, scale + 2);
            }
            words::Word::Magnitude(power) => {
                let Some(more) = value.scaled(power) else { break };
                (value, scale) = (more, scale + power);
            }
            // "4 millions" is no English, but people write it.
            words::Word::Many(power) if power >= 6 && text.spaced(at) => {
                let Some(more) = value.scaled(power) else { break };
                (value, scale) = (more, scale + power);
            }
            words::Word::Dozen => {
                let Some(more) = value.checked_mul(Decimal::from(12u32)) else { break };
                value = more;
            }
            _ => break,
        }
        last = at;
    }
    (last, value, scale)
}
