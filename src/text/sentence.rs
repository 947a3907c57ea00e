//! Sentences: runs of tokens that a stop, or the end of the block, closes.
//!
//! A stop, question or exclamation mark closes a sentence, with the quote marks and brackets that follow it
//! without a space, unless what comes next goes on in lower case, or the stop belongs to an abbreviation, an
//! initial or the number of a list item. After an abbreviation that may also end a sentence ("U.S.", "a.m.",
//! "Inc.") the next word decides. Marks of reference ("[3]", a note's number) go with the sentence before them.

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
            b"." => (!numbered(words, start, at)).then_some(End::Stop),
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

/// Whether the stop at `at` belongs to the number of an item or a picture: "1. Buy bread", "Figure 2. The bridge".
fn numbered(words: &Words, start: usize, at: usize) -> bool {
    let number = |at: usize| words.tokens[at].kind == TokenKind::Number;
    match at - start {
        1 => number(start) && !words.spaced(at),
        2 => {
            let label =
                ["figure", "table", "chart", "exhibit", "photo", "image", "map", "box", "step", "chapter", "part"];
            number(start + 1)
                && words.tokens[start].shape != Shape::Lower
                && words.tokens[start + 1].span.len() < 4
                && label.contains(&words.norm(start))
        }
        _ => false,
    }
}

/// Where the marks end that close together with the stop: more stops, quote marks, brackets, references.
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
    while let Some(behind) = reference(words, at, end) {
        at = behind;
    }
    at
}

/// The most tokens in a pair of brackets that are looked through.
const BRACKETED: usize = 24;

/// The bracket that closes the one at `at`.
fn matching(words: &Words, at: usize, end: usize) -> Option<usize> {
    let close = if words.word(at) == "(" { ")" } else { "]" };
    (at + 1..end.min(at + BRACKETED)).find(|at| words.tokens[*at].kind == TokenKind::Punct && words.word(*at) == close)
}

/// The end of a mark of reference at `at`: "[3]", "[citation needed]", a note's number before a new sentence.
fn reference(words: &Words, at: usize, end: usize) -> Option<usize> {
    let token = words.tokens[..end].get(at)?;
    if token.kind == TokenKind::Number && token.span.len() < 4 && words.spaced(at) {
        let next = words.tokens[..end].get(at + 1)?;
        let begins = next.shape == Shape::Title && words.spaced(at + 1);
        return (begins && abbreviation::begins_sentence(words.norm(at + 1))).then_some(at + 1);
    }
    if token.kind != TokenKind::Punct || words.word(at) != "[" {
        return None;
    }
    let close = matching(words, at, end.min(at + 8))?;
    let inner = words.tokens.get(at + 1)?;
    let marks = inner.kind == TokenKind::Number || inner.shape == Shape::Lower;
    let goes_on = words.tokens[..end].get(close + 1).is_some_and(|next| next.shape == Shape::Lower);
    (marks && !goes_on && close > at + 1).then_some(close + 1)
}

/// Whether the sentence ends before `next`.
fn closes(words: &Words, end: End, at: usize, next: usize, limit: usize) -> bool {
    let quoted = next > at + 1;
    if !words.spaced(next) && !quoted && end != End::Mark && words.tokens[next].kind != TokenKind::Word {
        return false;
    }
    // "Help! (the film) is", and the like: what stands in brackets is the middle of something.
    if matches!(words.word(next), "(" | "[")
        && let Some(close) = matching(words, next, limit)
        && words.tokens[..limit].get(close + 1).is_some_and(|after| goes_on(words, after, close + 1))
    {
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
            return opened || end != End::Abbreviation && dashed(words, end, quoted, first, limit);
        }
        TokenKind::Word | TokenKind::Mixed | TokenKind::Url if token.shape == Shape::Lower => {
            // "iPhone" and "eBay" are MixedCase; a lower-case word goes on.
            return words.spaced(next)
                && end != End::Abbreviation
                && (cased(words.word(first)).is_none() || (!quoted && careless(words, end, at, first)));
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

/// Whether what follows brackets goes on with the sentence.
fn goes_on(words: &Words, token: &Token, at: usize) -> bool {
    match token.kind {
        TokenKind::Punct => matches!(words.word(at), "," | ";"),
        TokenKind::Word => token.shape == Shape::Lower && cased(words.word(at)).is_some(),
        _ => false,
    }
}

/// Whether a sentence ends before the dash, bullet or dots at `at`: not before words that go on, nor before the
/// name under a quotation.
fn dashed(words: &Words, end: End, quoted: bool, at: usize, limit: usize) -> bool {
    match words.word(at) {
        "*" | "•" => true,
        "..." | "…" => words.spaced(at),
        "–" | "—" | "-" | "--" => {
            let lower = words.tokens[..limit].get(at + 1).is_some_and(|next| next.shape == Shape::Lower);
            let signed = limit - at <= 5 && (at + 1..limit).all(|at| words.tokens[at].shape == Shape::Title);
            !signed && !(lower && (quoted || end != End::Stop))
        }
        _ => false,
    }
}

/// "it was late. we left": a new sentence without its capital, in writing that does not care.
fn careless(words: &Words, end: End, at: usize, first: usize) -> bool {
    let whole = at > 0 && words.tokens[at - 1].shape == Shape::Lower && words.tokens[at - 1].span.len() > 2;
    let begins = matches!(
        words.norm(first),
        "i" | "it" | "its" | "they" | "we" | "you" | "the" | "this" | "there" | "if" | "my" | "please" | "im" | "also"
    );
    match end {
        End::Stop => {
            whole && (begins || matches!(words.norm(first), "he" | "she" | "what" | "why" | "how" | "then" | "some"))
        }
        End::Mark => begins && words.norm(first) != "i",
        _ => false,
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

/// Whether a sentence ends with the abbreviation at `at`; `first` is the first word after it.
fn after_abbreviation(words: &Words, at: usize, next: usize, first: usize) -> bool {
    let word = words.word(at);
    let class = abbreviation::class(&word[..word.len() - 1], |_| true);
    if class == Some(Class::Title) || matches!(words.norm(at), "e.g." | "i.e." | "w.va.") {
        return false;
    }
    let token = &words.tokens[first];
    let clock = matches!(words.norm(at), "a.m." | "p.m.");
    match token.kind {
        TokenKind::Word => {}
        TokenKind::Number => return clock && first > next,
        _ => return false,
    }
    if clock && first == next {
        return !zoned(words, first);
    }
    if words.norm(at) == "etc." {
        return token.shape == Shape::Title;
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

/// "9 a.m. Tuesday", "5 p.m. EST", "8 p.m. Moscow time": what may follow a time of day in capitals.
fn zoned(words: &Words, at: usize) -> bool {
    let norm = words.norm(at);
    let day = ["mon", "tue", "wed", "thu", "fri", "sat", "sun"].iter().any(|day| norm.starts_with(day));
    let month =
        ["jan", "feb", "mar", "apr", "may", "jun", "jul", "aug", "sep", "oct", "nov", "dec"].iter().any(|month| {
            norm.starts_with(month)
                && words
                    .tokens
                    .get(at + 1)
                    .is_some_and(|next| matches!(next.kind, TokenKind::Number | TokenKind::Mixed))
        });
    let zone = words.tokens[at].shape == Shape::Upper && norm.len() <= 4
        || matches!(
            norm,
            "eastern" | "pacific" | "central" | "mountain" | "greenwich" | "london" | "beijing" | "moscow"
        );
    let time = (at + 1..at + 3).any(|at| at < words.tokens.len() && words.norm(at) == "time");
    day || month || zone || time
}
