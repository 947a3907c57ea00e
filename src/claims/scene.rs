//! What every rule looks at: the text with its words looked up, its quotations paired and its predicates found.

use super::cue::{LEXICON, Lexicon, Part, Word, is, takes};
use super::predicate::{self, Predicate};
use super::quotation::{self, Quotation};
use super::sequence::Labels;
use crate::lexicon::verbs;
use crate::span::Span;
use crate::syntax::Parsed;
use crate::tag::{self, Name, Pos, Tagged};
use crate::text::{BlockKind, Sentence, Shape, Text, TokenKind};
use std::borrow::Cow;
use std::cell::OnceCell;
use std::ops::Range;

/// How far a scan goes from where it began, so that no text is read in more than linear time.
pub(super) const REACH: usize = 160;

/// A text, prepared.
pub struct Scene<'t> {
    pub(super) text: &'t Text,
    pub(super) tagged: &'t Tagged,
    pub(super) parsed: &'t Parsed,
    /// What is known of each token.
    pub(super) words: Vec<Word>,
    pub(super) quotations: Vec<Quotation>,
    /// For each token the number of the innermost quotation it stands in, plus one.
    within: Vec<u32>,
    /// Verbs of saying with their sources, in order.
    pub(super) predicates: Vec<Predicate>,
    /// For each token the number of the predicate that begins there with its source or cue, plus one.
    begins: Vec<u32>,
    /// The runs that the sequence model finds in each sentence.
    labelled: OnceCell<Labels>,
}

impl<'t> Scene<'t> {
    pub(super) fn new(text: &'t Text, tagged: &'t Tagged, parsed: &'t Parsed) -> Scene<'t> {
        let lexicon: &Lexicon = &LEXICON;
        let words = (0..text.tokens.len())
            .map(|at| match text.tokens[at].kind {
                TokenKind::Word | TokenKind::Punct | TokenKind::Mixed => {
                    let mut word = lexicon.word(text.norm(at));
                    // "Theresa May", "Will Smith": a capital after a capital is a name.
                    let titled = |at: usize| text.tokens[at].shape == Shape::Title;
                    if word.is(is::MODAL) && titled(at) && at > 0 && titled(at - 1) {
                        word.is &= !(is::MODAL | is::HEDGE_MODAL);
                    }
                    word
                }
                _ => Word::default(),
            })
            .collect();
        let quotations = quotation::pair(text);
        let mut within = vec![0; text.tokens.len()];
        for (number, quotation) in quotations.iter().enumerate() {
            // Inner ones come later and overwrite; eight levels at most.
            within[quotation.tokens.clone()].fill(number as u32 + 1);
        }
        let mut scene = Scene {
            text,
            tagged,
            parsed,
            words,
            quotations,
            within,
            predicates: Vec::new(),
            begins: Vec::new(),
            labelled: OnceCell::new(),
        };
        scene.predicates = predicate::find(&scene);
        scene.begins = vec![0; text.tokens.len()];
        for (number, predicate) in scene.predicates.iter().enumerate() {
            scene.begins[predicate.left] = number as u32 + 1;
        }
        scene
    }

    /// Whether a token stands in a headline or a subhead.
    pub(super) fn is_heading(&self, at: usize) -> bool {
        let start = self.text.tokens.get(at).map_or(0, |token| token.span.start);
        let block = self.text.blocks.partition_point(|block| block.span.end <= start);
        let kind = self.text.blocks.get(block).map(|block| block.kind);
        matches!(kind, Some(BlockKind::Headline | BlockKind::Subhead))
    }

    /// The sentences in which claims are looked for.
    pub(super) fn sentences(&self) -> impl Iterator<Item = &'t Sentence> {
        let text = self.text;
        text.included().filter(move |sentence| {
            !sentence.tokens.is_empty()
                && !matches!(
                    text.blocks[sentence.block as usize].kind,
                    BlockKind::Boilerplate | BlockKind::Dateline | BlockKind::Byline
                )
        })
    }

    /// The runs that the sequence model finds in each sentence; the first to ask says what the rules have found.
    pub(super) fn labelled(&self, claims: &[super::Claim]) -> &Labels {
        self.labelled.get_or_init(|| Labels::new(self, claims))
    }

    pub(super) fn word(&self, at: usize) -> Word {
        self.words.get(at).copied().unwrap_or_default()
    }

    /// The classes of check-worthiness of token `at`, as bits.
    pub(super) fn worth(&self, at: usize) -> u64 {
        self.words.get(at).map_or(0, |word| word.worth)
    }

    pub(super) fn is(&self, at: usize, bits: u32) -> bool {
        self.word(at).is(bits)
    }

    /// Whether token `at` is a time word, and no part of a name such as "Morning Post".
    pub(super) fn is_time(&self, at: usize) -> bool {
        self.is(at, is::TIME) && (self.is(at, is::DAY) || !self.is_title(at))
    }

    pub(super) fn norm(&self, at: usize) -> &'t str {
        self.text.norm(at)
    }

    /// Whether token `at` is a form of a verb that may follow what is said: "said", "added".
    pub(super) fn is_saying(&self, at: usize) -> bool {
        let lexicon: &'static Lexicon = &LEXICON;
        self.word(at)
            .senses()
            .iter()
            .map(|(number, _)| lexicon.entry(*number))
            .any(|entry| entry.part == Part::Verb && entry.takes & takes::QUOTE != 0)
    }

    /// The base form of the verb at `at`: "hired" → "hire".
    pub(super) fn base(&self, at: usize) -> Cow<'t, str> {
        verbs::base(self.norm(at), tag::is_word)
    }

    pub(super) fn pos(&self, at: usize) -> Pos {
        self.tagged.pos(at)
    }

    /// The innermost quotation that token `at` stands in, its marks counted in.
    pub(super) fn quotation(&self, at: usize) -> Option<usize> {
        self.within.get(at).and_then(|number| number.checked_sub(1)).map(|number| number as usize)
    }

    /// The quotation that token `at` opens.
    pub(super) fn opens(&self, at: usize) -> Option<usize> {
        self.outermost_where(at, |quotation| quotation.tokens.start == at)
    }

    /// The quotation that token `at` is the last of.
    pub(super) fn closes(&self, at: usize) -> Option<usize> {
        self.outermost_where(at, |quotation| quotation.closed && quotation.tokens.end == at + 1)
    }

    fn outermost_where(&self, at: usize, test: impl Fn(&Quotation) -> bool) -> Option<usize> {
        self.quotation(at).filter(|number| test(&self.quotations[*number]))
    }

    /// The predicate that begins at token `at`.
    pub(super) fn begins(&self, at: usize) -> Option<&Predicate> {
        let number = self.begins.get(at)?.checked_sub(1)?;
        self.predicates.get(number as usize)
    }

    /// Whether token `at` parts clauses: a stop, a comma, a dash, a bracket, a quote mark.
    pub(super) fn is_mark(&self, at: usize) -> bool {
        match self.text.tokens.get(at) {
            Some(token) if token.kind == TokenKind::Punct => {
                !matches!(self.text.word(at), "-" | "'" | "’" | "&" | "/" | "‐" | "‑" | "." | "%" | "#")
                    || self.opens(at).is_some()
                    || self.closes(at).is_some()
                    || self.text.word(at) == "-" && self.text.spaced(at)
            }
            Some(_) => false,
            None => true,
        }
    }

    /// The names that the tagger found within some tokens.
    pub(super) fn names_in(&self, tokens: Range<usize>) -> impl DoubleEndedIterator<Item = &Name> {
        let names = &self.tagged.names;
        let first = names.partition_point(|name| name.tokens.start < tokens.start);
        let end = names.partition_point(|name| name.tokens.start < tokens.end);
        names[first..end.max(first)].iter()
    }

    pub(super) fn is_comma(&self, at: usize) -> bool {
        self.norm(at) == ","
    }

    pub(super) fn is_title(&self, at: usize) -> bool {
        matches!(
            self.text.tokens.get(at).map(|token| token.shape),
            Some(Shape::Title | Shape::Upper | Shape::MixedCase | Shape::Initial)
        )
    }

    /// Whether token `at` is an adverb: a listed one, or a lower-case word in -ly.
    pub(super) fn is_adverb(&self, at: usize) -> bool {
        self.is(at, is::ADVERB) || {
            let word = self.norm(at);
            word.len() > 4 && word.ends_with("ly") && !self.is_title(at) && self.pos(at) != Pos::Noun
        }
    }

    /// A possessive mark: "'s" or "'" after a name or noun.
    pub(super) fn is_possessive_mark(&self, at: usize) -> bool {
        match self.norm(at) {
            "'s" => !self.is(at.wrapping_sub(1), is::SUBJECT) && !matches!(self.pos(at), Pos::Aux | Pos::Verb),
            "'" => self.closes(at).is_none() && self.opens(at).is_none(),
            _ => false,
        }
    }

    /// The span of a run of tokens.
    pub(super) fn cover(&self, tokens: &Range<usize>) -> Option<Span> {
        (tokens.start < tokens.end && tokens.end <= self.text.tokens.len()).then(|| self.text.cover(tokens.clone()))
    }
}
