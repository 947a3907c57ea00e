//! What findings are read from: the linked items, the statements made of them, and the sentences they stand in.

use crate::facts::Fact;
use crate::figures::{Figure, Kind};
use crate::lexicon::verbs;
use crate::link::Linked;
use crate::span::Span;
use crate::syntax::Parsed;
use crate::tag::{self, Pos, Tagged};
use crate::text::{Block, BlockKind, Text};
use std::borrow::Cow;
use std::ops::Range;

/// A headline has so many tokens at most.
const TITLE: usize = 18;

/// A sentence of more figures than this is a list or a table.
const FIGURES: usize = 40;

/// A text with its items and statements.
pub(super) struct Scene<'t> {
    pub text: &'t Text,
    pub tagged: &'t Tagged,
    pub parsed: &'t Parsed,
    pub linked: &'t Linked,
    pub statements: &'t [Fact],
    /// The headline.
    pub title: Option<Span>,
}

impl<'t> Scene<'t> {
    pub fn new(
        (text, tagged, parsed): (&'t Text, &'t Tagged, &'t Parsed),
        linked: &'t Linked,
        statements: &'t [Fact],
    ) -> Scene<'t> {
        Scene { text, tagged, parsed, linked, statements, title: title(text) }
    }

    pub fn norm(&self, at: usize) -> &'t str {
        self.text.norm(at)
    }

    pub fn pos(&self, at: usize) -> Pos {
        self.tagged.pos(at)
    }

    /// The dictionary form of a verb, without the "e" that some forms hide: "injur".
    pub fn stem(&self, at: usize) -> String {
        stem(&verbs::base(self.text.norm(at), tag::is_word)).to_owned()
    }

    /// The dictionary form of a verb.
    pub fn base(&self, at: usize) -> Cow<'t, str> {
        verbs::base(self.text.norm(at), tag::is_word)
    }

    pub fn words(&self, span: Span) -> String {
        self.text.slice(span).split_whitespace().collect::<Vec<_>>().join(" ")
    }

    /// The sentence that a span begins in.
    pub fn sentence(&self, span: Span) -> usize {
        self.text.sentences.partition_point(|sentence| sentence.span.end <= span.start)
    }

    /// The kind of the block that a span begins in.
    pub fn block(&self, span: Span) -> Option<BlockKind> {
        let at = self.text.blocks.partition_point(|block| block.span.end <= span.start);
        self.text.blocks.get(at).map(|block| block.kind)
    }

    /// Whether a span stands in the headline.
    pub fn is_headline(&self, span: Span) -> bool {
        self.title.is_some_and(|title| title.contains(span))
    }

    pub fn figure(&self, at: usize) -> &'t Figure {
        &self.linked.figures[at]
    }

    /// The figures of each sentence, in order; none of a list or a table.
    pub fn figures_by_sentence(&self) -> Vec<Range<usize>> {
        let mut groups: Vec<Range<usize>> = Vec::new();
        let mut last = usize::MAX;
        for (at, figure) in self.linked.figures.iter().enumerate() {
            let sentence = self.sentence(figure.span);
            match groups.last_mut().filter(|_| sentence == last) {
                Some(group) => group.end = at + 1,
                None => groups.push(at..at + 1),
            }
            last = sentence;
        }
        groups.retain(|group| group.len() <= FIGURES);
        groups
    }

    /// The tokens between two figures.
    pub fn between(&self, first: usize, second: usize) -> Range<usize> {
        let start = self.text.tokens_in(self.figure(first).span).end;
        start..self.text.tokens_in(self.figure(second).span).start.max(start)
    }

    /// The word before a figure: "from" of "from about 480".
    pub fn lead(&self, figure: usize) -> &'t str {
        let start = self.text.tokens_in(self.figure(figure).span).start;
        let passed = |at: &usize| {
            let norm = self.text.norm(*at);
            matches!(norm, "about" | "around" | "nearly" | "just" | "some" | "only" | "a" | "the")
        };
        let before = (start.saturating_sub(3)..start).rev().find(|at| !passed(at));
        before.map_or("", |at| self.text.norm(at))
    }

    /// Whether a run of tokens holds a verb.
    pub fn has_verb(&self, mut tokens: Range<usize>) -> bool {
        tokens.any(|at| matches!(self.pos(at), Pos::Verb | Pos::Aux))
    }
}

/// The headline: the first block of that kind, else a short first line without a stop.
fn title(text: &Text) -> Option<Span> {
    let bare = |block: &&Block| !text.slice(block.span).ends_with(['.', '!', '"', '”', ':']);
    let headline = text.blocks.iter().find(|block| block.kind == BlockKind::Headline).filter(bare);
    let short = |block: &&Block| text.tokens_in(block.span).len() <= TITLE;
    let mut prose = text.blocks.iter().filter(|block| block.included && block.kind == BlockKind::Paragraph);
    let first = || prose.next().filter(bare).filter(short).filter(|_| prose.next().is_some());
    headline.or_else(first).map(|block| block.span)
}

/// Whether two figures are of one sort: the same currency, or both plain counts.
pub(super) fn is_alike(one: &Figure, other: &Figure) -> bool {
    let counts = |figure: &Figure| matches!(figure.kind, Kind::Count | Kind::Cardinal);
    counts(one) && counts(other) || one.kind == other.kind && one.unit == other.unit && one.kind != Kind::Age
}

/// A verb without its last "e", which forms such as "injured" hide.
pub(super) fn stem(verb: &str) -> &str {
    verb.strip_suffix('e').unwrap_or(verb)
}
