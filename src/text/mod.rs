//! Reading: the paste as blocks, sentences and tokens, all of them spans into it.
//!
//! The text is never re-normalised: only a byte order mark is taken out and CRLF and CR become LF, once,
//! before anything else looks at it. A token's *norm* (lower case, plain apostrophes) lives beside the
//! text and moves no offset.

mod abbreviation;
mod address;
mod appeal;
mod author;
mod block;
mod body;
mod dateline;
mod furniture;
mod head;
mod index;
mod language;
mod line;
mod page;
mod sentence;
mod split;
mod token;

pub use block::{Block, BlockKind, kind_of as block_kind};
pub use index::{Index, Position};
pub use sentence::Sentence;
pub use token::{Shape, Token, TokenKind};

use crate::given::Given;
use crate::rule::{Rule, RuleInfo};
use crate::span::Span;
use std::ops::Range;

/// The text as read.
#[derive(Clone, Debug, Default)]
pub struct Text {
    raw: String,
    folded: String,
    foreign: bool,
    /// What was taken out before analysis.
    pub normalization: Normalization,
    /// Paragraph-sized pieces, in order, apart from each other; white space between them is in none.
    pub blocks: Vec<Block>,
    /// Sentences of all blocks, muted ones too, in order.
    pub sentences: Vec<Sentence>,
    /// Tokens of all sentences, in order; with the white space between them they tile the text.
    pub tokens: Vec<Token>,
    /// Words that say when the article was written, the likeliest first: a line that is a date, "Published …"
    /// before "Updated …", the head of the first paragraph ("LONDON, June 10 (Reuters) —"), the byline. Each is
    /// the whole line or head; the date is somewhere within.
    pub datelines: Vec<Dateline>,
    /// The language it is written in.
    pub language: Language,
}

/// Words that say when, and mostly where, the article was written.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Dateline {
    /// The words: a whole line, or the head of a paragraph up to its dash.
    pub span: Span,
    /// Whether they stand beside the author's name rather than by themselves.
    pub byline: bool,
}

/// What was taken out of the paste before analysis.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub struct Normalization {
    /// A byte order mark stood at the start.
    pub bom: bool,
    /// CRLF or CR became LF.
    pub line_ends: bool,
}

/// The language of the text, and how sure that is.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Language {
    /// BCP 47 tag; `und` where it cannot be told.
    pub tag: &'static str,
    /// 0 to 100.
    pub confidence: u8,
}

impl Default for Language {
    fn default() -> Self {
        Language { tag: "und", confidence: 0 }
    }
}

impl Text {
    /// The whole text that every span points into.
    pub fn as_str(&self) -> &str {
        &self.raw
    }

    /// The words of a span.
    pub fn slice(&self, span: Span) -> &str {
        &self.raw[span.range()]
    }

    /// Token `at` as it stands.
    pub fn word(&self, at: usize) -> &str {
        self.slice(self.tokens[at].span)
    }

    /// Token `at` in lower case, with plain apostrophes and quotes. Empty past the end.
    pub fn norm(&self, at: usize) -> &str {
        self.tokens.get(at).map_or("", |token| &self.folded[token.norm.range()])
    }

    /// The span of a run of tokens.
    ///
    /// # Panics
    /// If the run is empty.
    pub fn cover(&self, tokens: Range<usize>) -> Span {
        Span::new(self.tokens[tokens.start].span.start, self.tokens[tokens.end - 1].span.end)
    }

    /// The sentences that are annotated: those of blocks that are not muted. None at all where the text is
    /// clearly not English and nobody insists.
    pub fn included(&self) -> impl Iterator<Item = &Sentence> {
        let sentences = if self.foreign { &[] } else { self.sentences.as_slice() };
        sentences.iter().filter(|sentence| self.blocks[sentence.block as usize].included)
    }

    /// The first token that ends after byte `at`; the number of tokens if none does.
    pub fn token_at(&self, at: u32) -> usize {
        self.tokens.partition_point(|token| token.span.end <= at)
    }

    /// The tokens that a span touches.
    pub fn tokens_in(&self, span: Span) -> Range<usize> {
        let start = self.token_at(span.start);
        start..start.max(self.tokens.partition_point(|token| token.span.start < span.end))
    }

    /// Whether white space (or nothing at all: `false`) parts token `at` from the one before it.
    pub fn spaced(&self, at: usize) -> bool {
        at > 0 && self.tokens[at - 1].span.end < self.tokens[at].span.start
    }
}

impl Text {
    /// A text of tokens that are given, each with whether a space follows it: what a treebank holds.
    ///
    /// Each sentence is a paragraph of its own. White space within a token is kept.
    pub fn of_tokens(sentences: &[Vec<(&str, bool)>]) -> Text {
        let mut text = Text { language: Language { tag: "en", confidence: 100 }, ..Text::default() };
        for words in sentences.iter().filter(|words| !words.is_empty()) {
            let (start, first) = (text.raw.len() as u32, text.tokens.len());
            for (word, spaced) in words {
                let from = text.raw.len() as u32;
                text.raw.push_str(word);
                split::one(&text.raw, Span::new(from, text.raw.len() as u32), &mut text.tokens, &mut text.folded);
                text.raw.push_str(if *spaced { " " } else { "" });
            }
            text.raw.truncate(text.raw.trim_end().len());
            let (span, number) = (Span::new(start, text.raw.len() as u32), text.sentences.len() as u32);
            text.raw.push('\n');
            text.sentences.push(Sentence { span, tokens: first..text.tokens.len(), block: number });
            text.blocks.push(Block {
                span,
                kind: BlockKind::Paragraph,
                included: true,
                reasons: Vec::new(),
                sentences: number..number + 1,
            });
        }
        text
    }
}

/// The rules that tell blocks apart, in order, as they are listed.
pub fn rules() -> impl Iterator<Item = RuleInfo> {
    block::RULES.iter().map(Rule::info)
}

/// Reads the paste: blocks, the sentences in them, the tokens in those.
///
/// Never fails. Of a text of more than 4 GiB the first 4 GiB are read.
pub fn read(paste: &str, given: &Given) -> Text {
    let mut text = normalize(paste);
    text.language = language::tell(&text.raw);
    text.foreign = !given.insist && language::is_foreign(text.language);
    (text.blocks, text.datelines) = block::find(&text.raw, given);
    for (number, block) in text.blocks.iter_mut().enumerate() {
        let first = text.tokens.len();
        split::split(&text.raw, block.span, &mut text.tokens, &mut text.folded);
        let words = sentence::Words { raw: &text.raw, folded: &text.folded, tokens: &text.tokens };
        let sentences = text.sentences.len() as u32;
        sentence::part(&words, number as u32, first..text.tokens.len(), &mut text.sentences);
        block.sentences = sentences..text.sentences.len() as u32;
    }
    text
}

/// A paste as it is annotated: without a byte order mark, and with LF at its line ends. Every span points into this.
pub fn normalized(paste: &str) -> String {
    normalize(paste).raw
}

fn normalize(paste: &str) -> Text {
    let mut text = Text::default();
    let body = match paste.strip_prefix('\u{feff}') {
        Some(rest) => {
            text.normalization.bom = true;
            rest
        }
        None => paste,
    };
    let body = &body[..body.floor_char_boundary(u32::MAX as usize - 1)];
    text.raw = if body.contains('\r') {
        text.normalization.line_ends = true;
        body.replace("\r\n", "\n").replace('\r', "\n")
    } else {
        body.to_owned()
    };
    text
}
