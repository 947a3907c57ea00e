//! Blocks: the paragraph-sized pieces of the paste.
//!
//! Each rule looks at the whole page and proposes what some of its lines are; the first proposal for a line
//! stands, so the order of the rules is part of what they say. What no rule claims is a paragraph of the
//! article. Nothing is ever deleted: what is not the article is only muted.

use super::page::Page;
use super::{Dateline, dateline};
use crate::given::{Action, Given};
use crate::order;
use crate::reason::Reason;
use crate::rule::Rule;
use crate::span::Span;
use std::borrow::Cow;
use std::ops::Range;

mod advertised;
mod after;
mod before;
mod boxed;
mod breadcrumb;
mod byline;
mod caption;
mod card;
mod date;
mod furniture;
mod headline;
mod list;
mod live;
mod outline;
mod pullquote;
mod repeated;
mod subhead;

/// A paragraph-sized piece of the paste.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Block {
    /// Without outer white space; never empty.
    pub span: Span,
    /// What it is.
    pub kind: BlockKind,
    /// Whether it is annotated; muted blocks are not. Boilerplate and captions are muted, unless a person
    /// chose otherwise.
    pub included: bool,
    /// Why it is taken for that.
    pub reasons: Vec<Reason>,
    /// Its sentences, as indices into [`super::Text::sentences`].
    pub sentences: Range<u32>,
}

/// What a block is.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash)]
#[expect(missing_docs, reason = "the words of the export, told apart in architecture")]
pub enum BlockKind {
    Headline,
    Subhead,
    Dateline,
    Byline,
    Paragraph,
    Caption,
    List,
    Pullquote,
    Boilerplate,
}

/// Proposes what lines of a page are.
pub(super) type Find = for<'t> fn(&Page<'t>, &mut Verdicts);

/// The rules, in order: the first that claims a line decides.
pub(super) const RULES: &[Rule<Find>] = &[
    // Before all that look at position: the headline and what belongs to it lie outside the body.
    headline::RULE,
    breadcrumb::RULE,
    // Before the markup, which calls the author's name and the date an aside on many sites.
    date::RULE,
    byline::RULE,
    outline::RULE,
    caption::RULE,
    live::RULE,
    furniture::RULE,
    repeated::RULE,
    // After furniture and dates, which the cards of other stories are told by.
    card::RULE,
    advertised::RULE,
    before::RULE,
    after::RULE,
    // After all that knows a line for furniture, which boxes are told by.
    boxed::RULE,
    // What is left is the article's own.
    list::RULE,
    pullquote::RULE,
    subhead::RULE,
];

/// What the lines of a page have been taken for so far.
pub(super) struct Verdicts(Vec<Option<(BlockKind, Reason)>>);

impl Verdicts {
    /// Takes line `at` for a `kind`, unless it has been claimed.
    fn propose(&mut self, at: usize, kind: BlockKind, code: &'static str, text: impl Into<Cow<'static, str>>) {
        if let Some(verdict @ None) = self.0.get_mut(at) {
            *verdict = Some((kind, Reason::new(code, text)));
        }
    }

    /// Whether nothing has claimed line `at`.
    fn open(&self, at: usize) -> bool {
        self.0.get(at).is_some_and(Option::is_none)
    }

    /// Why line `at` has been taken for what it is.
    fn code(&self, at: usize) -> Option<&'static str> {
        Some(self.0.get(at)?.as_ref()?.1.code)
    }

    /// What line `at` has been taken for.
    fn kind(&self, at: usize) -> Option<BlockKind> {
        self.0.get(at)?.as_ref().map(|verdict| verdict.0)
    }
}

/// Finds the blocks, and the words that say when the article was written.
pub(super) fn find(raw: &str, given: &Given) -> (Vec<Block>, Vec<Dateline>) {
    let page = Page::new(raw, given);
    let mut verdicts = Verdicts(vec![None; page.lines.len()]);
    for rule in RULES {
        (rule.find)(&page, &mut verdicts);
    }
    let mut blocks: Vec<Block> = Vec::with_capacity(page.lines.len());
    for (line, verdict) in page.lines.iter().zip(verdicts.0) {
        let (kind, reasons) = verdict.map_or((BlockKind::Paragraph, Vec::new()), |(kind, reason)| (kind, vec![reason]));
        // Where all of the text is the article, nothing of it is page furniture.
        let kind = if given.whole && kind == BlockKind::Boilerplate { BlockKind::Paragraph } else { kind };
        let included = given.whole || !matches!(kind, BlockKind::Boilerplate | BlockKind::Caption);
        blocks.push(Block { span: line.span, kind, included, reasons, sentences: 0..0 });
    }
    decide(&mut blocks, given);
    let datelines = datelines(&page, &blocks);
    (blocks, datelines)
}

/// The kinds of blocks by their words.
const KINDS: &[(&str, BlockKind)] = &[
    ("headline", BlockKind::Headline),
    ("subhead", BlockKind::Subhead),
    ("dateline", BlockKind::Dateline),
    ("byline", BlockKind::Byline),
    ("paragraph", BlockKind::Paragraph),
    ("caption", BlockKind::Caption),
    ("list", BlockKind::List),
    ("pullquote", BlockKind::Pullquote),
    ("boilerplate", BlockKind::Boilerplate),
];

/// The kind of block that a word means.
pub fn kind_of(word: &str) -> Option<BlockKind> {
    KINDS.iter().find(|(name, _)| *name == word).map(|(_, kind)| *kind)
}

/// Applies what a person decided about blocks. There is one headline: the line that was taken for it before steps back.
fn decide(blocks: &mut [Block], given: &Given) {
    for decision in &given.decisions {
        let (Action::Block { kind, included }, Some(span)) = (&decision.action, decision.place.span) else { continue };
        let kind = match kind.as_deref().map(kind_of) {
            Some(None) => continue,
            kind => kind.flatten(),
        };
        let from = blocks.partition_point(|block| block.span.end <= span.start);
        let to = blocks.partition_point(|block| block.span.start < span.end);
        if kind == Some(BlockKind::Headline) && from < to {
            let headlines = blocks.iter_mut().filter(|block| block.kind == BlockKind::Headline);
            headlines.for_each(|block| block.kind = BlockKind::Subhead);
        }
        for block in &mut blocks[from..to.max(from)] {
            if let Some(kind) = kind {
                block.kind = kind;
                block.included = kind != BlockKind::Boilerplate;
            }
            block.included = included.unwrap_or(block.included);
            block.reasons.push(Reason::new(DECIDED, "a person said so"));
        }
    }
}

/// The reason of a block that a person decided about.
const DECIDED: &str = "decided";

/// Whole lines first, those that say so by name before the rest and updates last; then heads; then bylines.
fn datelines(page: &Page, blocks: &[Block]) -> Vec<Dateline> {
    let words = |span: Span| &page.raw[span.range()];
    let mut lines: Vec<(u8, Span)> = Vec::new();
    let mut rest = Vec::new();
    let mut heads = 0;
    for block in blocks {
        match block.kind {
            BlockKind::Dateline => {
                let decided = block.reasons.iter().any(|reason| reason.code == DECIDED);
                let rank = if decided || dateline::is_lead(words(block.span)) {
                    u8::from(!decided)
                } else {
                    2 + u8::from(dateline::is_update(words(block.span)))
                };
                lines.push((rank, block.span));
            }
            BlockKind::Byline if dateline::has_date(words(block.span)) => {
                rest.push(Dateline { span: block.span, byline: true })
            }
            BlockKind::Paragraph if block.included && heads < 3 => {
                heads += 1;
                if let Some(span) = dateline::head(page.raw, block.span) {
                    // A head with no day in it says only where.
                    lines.push((if dateline::has_date(words(span)) { 2 } else { 4 }, span));
                }
            }
            _ => {}
        }
    }
    order::by(&mut lines, |(rank, span)| (*rank as u64, u64::from(span.start)));
    lines.into_iter().map(|(_, span)| Dateline { span, byline: false }).chain(rest).collect()
}
