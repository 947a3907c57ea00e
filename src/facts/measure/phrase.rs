//! The words of what is measured: a noun with what stands before it, and whose or of what it is.

use super::words::{is_change, is_comparison, is_direction, is_empty};
use super::{REACH, Reader, STEPS};
use crate::figures::{Measures, change};
use crate::span::Span;
use crate::syntax::Relation;
use crate::syntax::phrase::is_plural;
use crate::tag::Pos;
use crate::text::TokenKind;
use std::ops::Range;

impl Reader<'_> {
    /// The phrase of a noun; of "a 3% rise in wages" the wages.
    pub(super) fn noun(&self, head: usize) -> Option<Measures> {
        if !self.is_nominal(head) || is_in(self.times, self.text.tokens[head].span) {
            return None;
        }
        if self.is_verb_for_noun(head) {
            let words = self.phrase(head);
            let subject = self.parsed.child(head, &[Relation::Nsubj]).filter(|subject| subject + 1 == head);
            let start = subject.unwrap_or(words.start);
            return (start < head).then(|| self.measures(start..head, None));
        }
        if is_change(self.text.norm(head)) {
            if let Some(of) = self.complement(head) {
                return self.noun_of(of);
            }
            let words = self.phrase(head);
            return (words.start < head).then(|| self.measures(words.start..head, None));
        }
        self.noun_of(head)
    }

    /// "Profit rose", "the loaf cost $3" where the tagger took the verb for a noun.
    pub(super) fn is_verb_for_noun(&self, at: usize) -> bool {
        let norm = self.text.norm(at);
        let rose = change::verb(norm).is_some() && !is_change(norm) && norm != "up" && norm != "down";
        rose || norm == "cost" && at + 1 == self.tokens.start
    }

    pub(super) fn noun_of(&self, head: usize) -> Option<Measures> {
        let of = self.complement(head).or_else(|| self.owner(head));
        self.is_nominal(head).then(|| self.measures(self.phrase(head), of))
    }

    pub(super) fn is_nominal(&self, at: usize) -> bool {
        let norm = self.text.norm(at);
        match self.tagged.pos(at) {
            Pos::Noun | Pos::Propn | Pos::X | Pos::Sym => !is_comparison(norm) && !is_empty(norm),
            Pos::Adj | Pos::Adv => is_plural(norm) || is_direction(norm) || self.is_subject(at),
            // A plural that the tagger took for a verb: "costs".
            Pos::Verb => is_plural(norm),
            _ => false,
        }
    }

    /// "The fine was set": an adjective with a subject's place is a noun.
    pub(super) fn is_subject(&self, at: usize) -> bool {
        self.parsed.relation(at).is_subject() && self.parsed.child(at, &[Relation::Det]).is_some()
    }

    /// "on China", "in the schools", "of voters": the noun behind the first preposition.
    pub(super) fn complement(&self, head: usize) -> Option<usize> {
        self.parsed.children(head).filter(|at| *at > head).find(|at| {
            let Some(case) = self.parsed.child(*at, &[Relation::Case]).filter(|case| *case > head) else {
                return false;
            };
            let parted = |at: usize| matches!(self.text.norm(at), "," | ";" | "and" | "or" | "(");
            let case = if (head..case).rev().take(REACH).any(parted) { "" } else { self.text.norm(case) };
            self.parsed.relation(*at) == Relation::Nmod
                && matches!(case, "on" | "of" | "in" | "for" | "against" | "to" | "with" | "from" | "at" | "among")
                && matches!(self.tagged.pos(*at), Pos::Noun | Pos::Propn)
                && !is_in(self.times, self.text.tokens[*at].span)
                && !is_in(self.figures, self.text.tokens[*at].span)
        })
    }

    /// "Norway" of "Norway's oil fund".
    pub(super) fn owner(&self, head: usize) -> Option<usize> {
        let owner = self.parsed.child(head, &[Relation::NmodPoss])?;
        let span = self.text.tokens[owner].span;
        let named = matches!(self.tagged.pos(owner), Pos::Noun | Pos::Propn);
        (named && !is_in(self.times, span)).then_some(owner)
    }

    pub(super) fn measures(&self, what: Range<usize>, of: Option<usize>) -> Measures {
        let words = |tokens: Range<usize>| self.text.slice(self.text.cover(tokens)).to_owned();
        let span = self.text.cover(what.clone());
        let of = of.map(|of| self.phrase(of));
        let span = of.clone().map_or(span, |of| span.cover(self.text.cover(of)));
        Measures { what: words(what), of: of.map(words), span }
    }

    /// The adjectives and nouns before a noun, and the noun: "main rate".
    pub(super) fn phrase(&self, head: usize) -> Range<usize> {
        let mut tokens = head..head + 1;
        for child in self.parsed.children(head) {
            let belongs = matches!(
                self.parsed.relation(child),
                Relation::Compound | Relation::Amod | Relation::Flat | Relation::NmodDesc
            );
            let span = self.text.tokens[child].span;
            let plain = !matches!(self.tagged.pos(child), Pos::Adv | Pos::Sconj | Pos::Pron);
            if belongs
                && plain
                && !self.is_of_figure(child)
                && !is_in(self.times, span)
                && !is_comparison(self.text.norm(child))
            {
                let reach = self.parsed.reach(child);
                tokens = tokens.start.min(reach.start)..tokens.end.max(reach.end);
            }
        }
        // "a foreign 145% tax": what stands behind the figure.
        if tokens.contains(&self.tokens.start) && self.tokens.end <= head {
            tokens.start = self.tokens.end;
        }
        let stays = |at: &usize| self.is_word(*at) || self.is_joint(*at);
        let first = (tokens.start..head).rev().take_while(stays).last().unwrap_or(head);
        let end = (head + 1..tokens.end).take_while(stays).last().map_or(head + 1, |last| last + 1);
        let opens = |at: &usize| {
            self.is_word(*at) && !matches!(self.tagged.pos(*at), Pos::Det | Pos::Sconj | Pos::Pron | Pos::Adp)
        };
        let first = (first..head).find(opens).unwrap_or(head);
        self.over_hyphens(first..end)
    }

    /// Whether no mark parts two tokens that comes between phrases.
    pub(super) fn is_joined(&self, from: usize, to: usize) -> bool {
        to - from <= REACH && (from..to).all(|at| self.is_word(at) || self.is_number(at) || self.is_joint(at))
    }

    /// Whether a mark stands within phrases: a hyphen, a quotation mark, "&".
    pub(super) fn is_joint(&self, at: usize) -> bool {
        matches!(self.text.norm(at), "-" | "‐" | "‑" | "\"" | "“" | "”" | "'" | "‘" | "’" | "&" | "/" | "'s" | "’s")
    }

    /// With what hyphens glue to the ends: "co-authors".
    pub(super) fn over_hyphens(&self, mut tokens: Range<usize>) -> Range<usize> {
        let glued = |at: usize| {
            let inside = at + 1 < self.text.tokens.len();
            inside
                && matches!(self.text.norm(at), "-" | "‐" | "‑")
                && !self.text.spaced(at)
                && !self.text.spaced(at + 1)
        };
        for _ in 0..STEPS {
            tokens.end += if glued(tokens.end) { 2 } else { 0 };
            tokens.start -= if tokens.start > self.tokens.end + 1 && glued(tokens.start - 1) { 2 } else { 0 };
        }
        tokens
    }

    pub(super) fn is_number(&self, at: usize) -> bool {
        self.tagged.pos(at) == Pos::Num
            || matches!(self.text.tokens[at].kind, TokenKind::Number | TokenKind::Mixed | TokenKind::Symbol)
            || matches!(
                self.text.norm(at),
                "odd" | "m" | "bn" | "mn" | "k" | "dozen" | "hundred" | "thousand" | "million" | "billion"
            )
    }

    pub(super) fn is_word(&self, at: usize) -> bool {
        matches!(self.text.tokens[at].kind, TokenKind::Word | TokenKind::Mixed)
    }

    pub(super) fn is_modifier(&self, at: usize) -> bool {
        matches!(self.parsed.relation(at), Relation::Nummod | Relation::Compound | Relation::Amod | Relation::NmodDesc)
    }

    pub(super) fn is_predicate(&self, at: usize) -> bool {
        self.parsed.clause_of_predicate(at).is_some_and(|clause| clause.group.is_some())
    }

    pub(super) fn has_copula(&self, at: usize) -> bool {
        self.parsed
            .clause_of_predicate(at)
            .and_then(|clause| clause.group)
            .is_some_and(|group| group.verb as usize != at)
    }

    pub(super) fn is_of_figure(&self, at: usize) -> bool {
        self.tokens.contains(&at)
    }
}

/// Whether a token stands in one of these spans, which are in order.
pub(super) fn is_in(spans: &[Span], token: Span) -> bool {
    let place = spans.partition_point(|span| span.end <= token.start);
    spans.get(place).is_some_and(|span| span.start <= token.start)
}
