//! What statements are read from: the tree, and which item stands at which words.

use crate::claims::Mode;
use crate::facts::Member;
use crate::facts::fact::{Argument, Role, Subject};
use crate::link::Linked;
use crate::order;
use crate::span::Span;
use crate::syntax::{Clause, Parsed};
use crate::tag::{Pos, Tagged};
use crate::text::Text;
use crate::times;
use std::ops::Range;

/// The tokens of the longest sentence that is read. What is longer is a list or a table, whose tree says nothing; and
/// the work on a sentence may grow with the square of its length.
const LONGEST: usize = 250;

/// The tree of a text with the items that were found in it.
pub(super) struct Scene<'t> {
    pub text: &'t Text,
    pub tagged: &'t Tagged,
    pub parsed: &'t Parsed,
    pub linked: &'t Linked,
    /// Whether each token stands in a sentence that is annotated.
    read: Vec<bool>,
    /// For each token the narrowest claim of a source whose content it stands in.
    claims: Vec<Option<u32>>,
    /// The cues of all sayings, in the order of the text.
    pub cues: Vec<Span>,
}

impl<'t> Scene<'t> {
    pub fn new(text: &'t Text, tagged: &'t Tagged, parsed: &'t Parsed, linked: &'t Linked) -> Scene<'t> {
        let count = text.tokens.len();
        let mut read = vec![false; count];
        for sentence in text.included().filter(|sentence| sentence.tokens.len() <= LONGEST) {
            for at in sentence.tokens.clone() {
                read[at] = true;
            }
        }
        let mut claims: Vec<Option<u32>> = vec![None; count];
        let mut size = vec![usize::MAX; count];
        for (number, claim) in linked.claims.iter().enumerate() {
            if claim.mode == Mode::Narrator {
                continue;
            }
            for content in &claim.content {
                let tokens = text.tokens_in(*content);
                for at in tokens.clone() {
                    if tokens.len() < size[at] {
                        size[at] = tokens.len();
                        claims[at] = Some(number as u32);
                    }
                }
            }
        }
        let said = linked.claims.iter().filter_map(|claim| claim.cue.as_ref()).filter(|cue| cue.class.is_saying());
        let mut cues: Vec<Span> = said.map(|cue| cue.span).collect();
        order::by(&mut cues, |cue| order::inner_first(*cue));
        Scene { text, tagged, parsed, linked, read, claims, cues }
    }

    /// Whether a token stands in a sentence that is annotated.
    pub fn is_read(&self, at: usize) -> bool {
        self.read.get(at).copied().unwrap_or_default()
    }

    pub fn norm(&self, at: usize) -> &'t str {
        self.text.norm(at)
    }

    pub fn pos(&self, at: usize) -> Pos {
        self.tagged.pos(at)
    }

    pub fn span(&self, at: usize) -> Span {
        self.text.tokens[at].span
    }

    /// The claim of a source that a span stands in.
    pub fn claim_of(&self, span: Span) -> Option<usize> {
        let at = self.text.token_at(span.start);
        self.claims.get(at).copied().flatten().map(|claim| claim as usize)
    }

    /// The mention that holds a token: of several the longest.
    pub fn mention(&self, at: usize) -> Option<usize> {
        let span = self.span(at);
        let mentions = &self.linked.mentions;
        let end = mentions.partition_point(|mention| mention.span.start <= span.start);
        let first = end.saturating_sub(8);
        (first..end).filter(|one| mentions[*one].span.contains(span)).max_by_key(|one| mentions[*one].span.len())
    }

    /// The first figure that stands in some tokens.
    pub fn figure(&self, tokens: &Range<usize>) -> Option<usize> {
        self.figures(self.cover(tokens)).next()
    }

    /// The first date, time or range that stands in some tokens; a duration only where nothing else does.
    pub fn time(&self, tokens: &Range<usize>) -> Option<usize> {
        let span = self.cover(tokens);
        let dated = |at: &usize| !matches!(self.linked.times[*at].kind, times::Kind::Duration | times::Kind::Set);
        self.times(span).find(dated).or_else(|| self.times(span).next())
    }

    /// The figures that begin within a span.
    fn figures(&self, span: Span) -> Range<usize> {
        let figures = &self.linked.figures;
        let first = figures.partition_point(|figure| figure.span.start < span.start);
        first..first.max(figures.partition_point(|figure| figure.span.start < span.end))
    }

    /// The times that begin within a span.
    fn times(&self, span: Span) -> Range<usize> {
        let times = &self.linked.times;
        let first = times.partition_point(|time| time.span.start < span.start);
        first..first.max(times.partition_point(|time| time.span.start < span.end))
    }

    /// With the rest of a figure or a time that some tokens end within: "2 hours *1 minute*".
    pub fn with_whole_items(&self, tokens: Range<usize>) -> Range<usize> {
        let Some(last) = tokens.end.checked_sub(1).filter(|last| tokens.contains(last)) else { return tokens };
        let last = self.span(last);
        let figure = self.figures(Span::new(0, last.end)).next_back().map(|at| self.linked.figures[at].span);
        let time = self.times(Span::new(0, last.end)).next_back().map(|at| self.linked.times[at].span);
        let end = figure.into_iter().chain(time).filter(|span| span.overlaps(last)).map(|span| span.end).max();
        tokens.start..end.map_or(tokens.end, |end| self.text.tokens_in(Span::new(last.start, end)).end.max(tokens.end))
    }

    fn cover(&self, tokens: &Range<usize>) -> Span {
        if tokens.is_empty() { Span::default() } else { self.text.cover(tokens.clone()) }
    }

    /// The figures in the subjects and arguments of a statement.
    pub fn figures_in(&self, subjects: &[Subject], arguments: &[Argument]) -> Vec<usize> {
        let spans = subjects.iter().filter_map(|subject| subject.span);
        let spans = spans.chain(arguments.iter().filter(|one| !self.is_clause(one)).map(|one| one.span));
        spans.flat_map(|span| self.figures(span)).collect()
    }

    fn is_clause(&self, argument: &Argument) -> bool {
        argument.role == Role::Complement && matches!(argument.item, Some(Member::Claim(_)))
    }

    /// When what a clause states was so: the time that stands in it and that dates its verb.
    pub fn time_of(&self, clause: &Clause, arguments: &[Argument]) -> Option<usize> {
        let head = self.span(clause.head as usize);
        let verb = clause.group.map_or(head, |group| self.span(group.verb as usize));
        let dates =
            |at: &usize| self.linked.times[*at].event.is_some_and(|event| event.contains(verb) || event.contains(head));
        let stated = arguments.iter().filter_map(|one| match one.item {
            Some(Member::Time(at)) => Some(at),
            _ => None,
        });
        let other = || self.times(self.cover(&self.parsed.reach(clause.head as usize))).find(dates);
        let list: Vec<usize> = stated.collect();
        // "fell after the tariffs were imposed in August" is not dated by August: that dates the imposing.
        let open = |at: &usize| self.linked.times[*at].event.is_none();
        list.iter().copied().find(dates).or_else(|| list.iter().copied().find(open)).or_else(other)
    }
}
