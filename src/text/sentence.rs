//! Sentences: runs of tokens that a stop, or the end of the block, closes.
//!
//! A stop, question or exclamation mark closes a sentence, with the quote marks and brackets that follow it
//! without a space, unless what comes next goes on in lower case, or the stop belongs to an abbreviation, an
//! initial or the number of a list item. After an abbreviation that may also end a sentence ("U.S.", "a.m.",
//! "Inc.") the next word decides.

use super::abbreviation::{self, Class};
use super::token::{Shape, Token, TokenKind};
use crate::span::Span;
use std::ops::Range;

/// A sentence: a run of tokens of one block.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Sentence {
    /// From its first token to its last.
    pub span: Span,
    /// Its tokens, as indices into [`super::Text::tokens`]; never none.
    pub tokens: Range<usize>,
    /// Its block, as an index into [`super::Text::blocks`].
    pub block: u32,
}

/// The words of a text under reading.
pub(super) struct Words<'t> {
    pub raw: &'t str,
    pub folded: &'t str,
    pub tokens: &'t [Token],
}

impl Words<'_> {
    fn word(&self, at: usize) -> &str {
        &self.raw[self.tokens[at].span.range()]
    }

    fn norm(&self, at: usize) -> &str {
        &self.folded[self.tokens[at].norm.range()]
    }

    fn spaced(&self, at: usize) -> bool {
        at > 0 && self.tokens[at - 1].span.end < self.tokens[at].span.start
    }
}

/// What closes a sentence at a token.
#[derive(Clone, Copy, PartialEq, Eq)]
enum End {
    Stop,
    Mark,
    Ellipsis,
    Abbreviation,
}

/// Parts the tokens of one block into sentences.
pub(super) fn part(words: &Words, block: u32, tokens: Range<usize>, sentences: &mut Vec<Sentence>) {
    let mut start = tokens.start;
    let mut at = tokens.start;
    while at < tokens.end {
        let Some(end) = end_at(words, at, start) else {
            at += 1;
            continue;
        };
        let after = closers(words, at + 1, tokens.end);
        if after < tokens.end && closes(words, end, at, after, tokens.end) {
            sentences.push(sentence(words, block, start..after));
            start = after;
        }
        at = after.max(at + 1);
    }
    if start < tokens.end {
        sentences.push(sentence(words, block, start..tokens.end));
    }
}

fn sentence(words: &Words, block: u32, tokens: Range<usize>) -> Sentence {
    let span = Span::new(words.tokens[tokens.start].span.start, words.tokens[tokens.end - 1].span.end);
    Sentence { span, tokens, block }
}

fn end_at(words: &Words, at: usize, start: usize) -> Option<End> {
    let token = &words.tokens[at];
    match token.kind {
        TokenKind::Punct => match words.word(at).as_bytes() {
            b"." => {
                // "1. Buy bread"
                let item =
                    at == start + 1 && matches!(words.tokens[start].kind, TokenKind::Number) && !words.spaced(at);
                (!item).then_some(End::Stop)
            }
            b"?" | b"!" => Some(End::Mark),
            [b'.', b'.', ..] => Some(End::Ellipsis),
            [0xe2, 0x80, 0xa6] => Some(End::Ellipsis),
            [0xe3, 0x80, 0x82] => Some(End::Stop),
            _ => None,
        },
        TokenKind::Word if token.span.len() > 1 && words.word(at).ends_with('.') => Some(End::Abbreviation),
        _ => None,
    }
}

/// Where the marks end that close together with the stop: more stops, quote marks, brackets.
fn closers(words: &Words, mut at: usize, end: usize) -> usize {
    while at < end && !words.spaced(at) && words.tokens[at].kind == TokenKind::Punct {
        let closes = match words.word(at) {
            "." | "?" | "!" | "…" | "”" | "’" | ")" | "]" | "»" | "''" => true,
            "\"" | "'" => at + 1 == end || words.spaced(at + 1) || words.tokens[at + 1].kind == TokenKind::Punct,
            word => word.starts_with(".."),
        };
        if !closes {
            break;
        }
        at += 1;
    }
    // "said so. [1]", "said so. ”": a quote mark that only closes.
    while at < end && words.tokens[at].kind == TokenKind::Punct && matches!(words.word(at), "”" | ")") {
        at += 1;
    }
    at
}

/// Whether the sentence ends before `next`.
fn closes(words: &Words, end: End, at: usize, next: usize, limit: usize) -> bool {
    let quoted = next > at + 1;
    if !words.spaced(next) && !quoted && end != End::Mark && words.tokens[next].kind != TokenKind::Word {
        return false;
    }
    let mut first = next;
    // Openers say nothing of the case that follows.
    while first < limit && opens(words, first) {
        first += 1;
    }
    let Some(token) = words.tokens[..limit].get(first) else { return true };
    let opened = first > next;
    match token.kind {
        TokenKind::Punct => {
            return opened
                || matches!(words.word(first), "*" | "•" | "–" | "—" | "-" | "--") && end != End::Abbreviation;
        }
        TokenKind::Word | TokenKind::Mixed | TokenKind::Url if token.shape == Shape::Lower => {
            // "iPhone" and "eBay" are MixedCase; a lower-case word goes on.
            return words.spaced(next) && cased(words.word(first)).is_none() && end != End::Abbreviation;
        }
        _ => {}
    }
    match end {
        End::Abbreviation if !quoted => after_abbreviation(words, at, next, first),
        End::Abbreviation => true,
        End::Mark | End::Ellipsis if quoted && !opened => !tagged_on(words, first, limit),
        End::Ellipsis => words.spaced(next),
        End::Mark if !words.spaced(next) && !quoted => token.shape == Shape::Title,
        End::Stop if !words.spaced(next) && !quoted => {
            // "said so.The": a space was lost.
            at > 0 && token.shape == Shape::Title && words.tokens[at - 1].shape == Shape::Lower
        }
        _ => true,
    }
}

fn opens(words: &Words, at: usize) -> bool {
    words.tokens[at].kind == TokenKind::Punct
        && matches!(words.word(at), "“" | "\"" | "‘" | "'" | "(" | "[" | "«" | "¿" | "¡")
}

/// `Some` if the first letter has a case.
fn cased(word: &str) -> Option<char> {
    word.chars().next().filter(|c| c.is_lowercase() || c.is_uppercase())
}

/// "“Why?” Smith asked": a name and a reporting verb go on with the sentence.
fn tagged_on(words: &Words, first: usize, limit: usize) -> bool {
    let mut at = first;
    while at < limit
        && at < first + 4
        && words.tokens[at].kind == TokenKind::Word
        && words.tokens[at].shape != Shape::Lower
    {
        at += 1;
    }
    at > first
        && at < limit
        && matches!(
            words.norm(at),
            "said"
                | "says"
                | "asked"
                | "asks"
                | "wrote"
                | "writes"
                | "added"
                | "adds"
                | "told"
                | "tweeted"
                | "posted"
                | "replied"
                | "shouted"
                | "cried"
                | "wondered"
                | "exclaimed"
                | "yelled"
                | "continued"
                | "recalled"
                | "answered"
                | "responded"
                | "screamed"
                | "laughed"
                | "joked"
                | "quipped"
        )
}

/// Whether a sentence ends with the abbreviation at `at`; `first` is the first word behind it.
fn after_abbreviation(words: &Words, at: usize, next: usize, first: usize) -> bool {
    let word = words.word(at);
    let class = abbreviation::class(&word[..word.len() - 1], |_| true);
    if class == Some(Class::Title) || matches!(words.norm(at), "e.g." | "i.e." | "w.va.") {
        return false;
    }
    let token = &words.tokens[first];
    match token.kind {
        TokenKind::Word => {}
        TokenKind::Number => return matches!(words.norm(at), "a.m." | "p.m.") && first > next,
        _ => return false,
    }
    // An initial has been told from a last letter when the tokens were split.
    if word.len() == 2 {
        return false;
    }
    if abbreviation::begins_sentence(words.norm(first)) {
        return true;
    }
    if first > next {
        return words.word(next) != "(";
    }
    false
}
