//! What a time dates: the clause that it modifies ("*was arrested in Leeds* on Friday") or the noun ("the March 21
//! *call*").

use crate::lexicon::verbs;
use crate::rule::RuleInfo;
use crate::span::Span;
use crate::syntax::verb::Form;
use crate::syntax::{Clause, NounPhrase, Parsed, Relation};
use crate::tag::{self, Pos, Tagged};
use crate::text::{Text, TokenKind};
use crate::times::{Kind, Time};
use std::ops::Range;

/// How many words up the tree the event may stand.
const STEPS: usize = 6;

/// The rule, as it is listed.
pub(super) const RULE: RuleInfo =
    RuleInfo { name: "facts/event", about: "what a time dates: \"resigned\" of \"resigned on Friday\"" };

/// Sets the event of each date, time of day and range.
pub(super) fn set(text: &Text, tagged: &Tagged, parsed: &Parsed, times: &mut [Time]) {
    let spans: Vec<Span> = times.iter().map(|time| time.span).collect();
    let reader = Reader { text, tagged, parsed, times: &spans };
    for time in times.iter_mut().filter(|time| matches!(time.kind, Kind::Date | Kind::Time | Kind::Range)) {
        time.event = reader.event(text.tokens_in(time.span)).map(|tokens| text.cover(tokens));
    }
}

struct Reader<'t> {
    text: &'t Text,
    tagged: &'t Tagged,
    parsed: &'t Parsed,
    times: &'t [Span],
}

impl Reader<'_> {
    /// The tokens of what a time dates.
    fn event(&self, time: Range<usize>) -> Option<Range<usize>> {
        let top = self.parsed.top(time.clone())?;
        let mut at = top;
        let mut direct = true;
        for _ in 0..STEPS {
            let head = self.parsed.head(at)?;
            if direct && self.is_within_phrase(at, head) {
                return self.noun(head, time);
            }
            if let Some(clause) = self.parsed.clause_of_predicate(head)
                && clause.group.is_some()
            {
                return self.clause(clause, top, time);
            }
            // "at 5 p.m. on Friday": the day dates what the hour does.
            direct &= self.is_of_time(head);
            at = head;
        }
        None
    }

    /// Whether a time dates the noun that it hangs on and not the verb above that.
    fn is_within_phrase(&self, at: usize, noun: usize) -> bool {
        let pos = self.tagged.pos(noun);
        if self.is_of_time(noun) || !matches!(pos, Pos::Noun | Pos::Propn) || is_calendar(self.text.norm(noun)) {
            return false;
        }
        match self.parsed.relation(at) {
            Relation::Compound | Relation::NmodPoss | Relation::Nummod | Relation::Amod | Relation::NmodDesc => {
                at < noun && self.parsed.child(at, &[Relation::Case]).is_none_or(|case| case > at)
            }
            // "the vote on Friday passed" dates the vote; "signed a deal on Friday" dates the signing.
            Relation::Nmod if pos == Pos::Noun && self.parsed.child(noun, &[Relation::Nummod]).is_none() => {
                let of = self.parsed.child(at, &[Relation::Case]).is_some_and(|case| self.text.norm(case) == "of");
                of || self.parsed.relation(noun).is_subject() || self.parsed.is_sure(at)
            }
            _ => false,
        }
    }

    fn is_of_time(&self, at: usize) -> bool {
        let span = self.text.tokens[at].span;
        let place = self.times.partition_point(|time| time.end <= span.start);
        self.times.get(place).is_some_and(|time| time.start <= span.start)
    }

    /// "call" of "the March 21 call", "Senate race" of "her 2018 Senate race".
    fn noun(&self, mut head: usize, time: Range<usize>) -> Option<Range<usize>> {
        let inner =
            |at: usize| matches!(self.parsed.relation(at), Relation::Compound | Relation::Amod | Relation::NmodDesc);
        for _ in 0..STEPS {
            match self.parsed.head(head).filter(|above| *above > head && inner(head)) {
                Some(above) => head = above,
                None => break,
            }
        }
        let mut start = head;
        for child in self.parsed.children(head).filter(|child| *child < head && inner(*child)) {
            start = start.min(self.parsed.reach(child).start);
        }
        if time.end <= head {
            start = start.max(time.end);
        }
        while start < head && !self.is_word(start) {
            start += 1;
        }
        Some(start..head + 1)
    }

    /// The verb group with its objects: "was arrested in Leeds", "has decided to close the bridge".
    fn clause(&self, clause: &Clause, top: usize, time: Range<usize>) -> Option<Range<usize>> {
        let group = clause.group?;
        if is_report(&verbs::base(self.text.norm(group.verb as usize), tag::is_word)) {
            return None;
        }
        let start = self.start(clause)?;
        let mut end = self.end(clause, 2);
        // "to soon grow": a time within the verb group stays.
        if time.start > clause.head as usize {
            end = end.min(self.parsed.reach(top).start.min(time.start));
        }
        let start = if time.contains(&start) { time.end } else { start };
        while end > start && !(self.is_word(end - 1) && self.tagged.pos(end - 1) != Pos::Adp) {
            end -= 1;
        }
        (start < end).then_some(start..end)
    }

    /// Where the words of a clause begin: its verb group, with the word that governs an infinitive ("plans to close")
    /// and the noun of a participle ("a poll published").
    fn start(&self, clause: &Clause) -> Option<usize> {
        let (group, head) = (clause.group?, clause.head as usize);
        let (first, governor) = (group.first as usize, self.parsed.head(head));
        let Some(governor) = governor.filter(|governor| governor + 1 == first) else {
            let to = group.form == Form::Infinitive && self.text.norm(first) == "to";
            return Some(if to { first + 1 } else { self.with_adverbs(head, first) });
        };
        match group.form {
            Form::Infinitive => match self.parsed.clause_of_predicate(governor).and_then(|clause| clause.group) {
                Some(group) => Some(group.first as usize),
                None => Some(governor),
            },
            Form::Participle | Form::Gerund if self.parsed.relation(head) == Relation::Acl => {
                Some(NounPhrase::of(self.text, self.tagged, self.parsed, governor).tokens.start)
            }
            _ => Some(self.with_adverbs(head, first)),
        }
    }

    /// "first appeared": with the adverbs directly before the verb group.
    fn with_adverbs(&self, head: usize, mut first: usize) -> usize {
        let adverb = |at: usize| {
            let linking =
                matches!(self.text.norm(at), "also" | "how" | "however" | "when" | "where" | "whilst" | "why");
            self.parsed.relation(at) == Relation::Advmod && self.parsed.head(at) == Some(head) && !linking
        };
        while first > 0 && adverb(first - 1) && !self.is_of_time(first - 1) {
            first -= 1;
        }
        first
    }

    /// Behind the last object of a clause that follows the verb without a mark between.
    fn end(&self, clause: &Clause, depth: usize) -> usize {
        let head = clause.head as usize;
        let mut end = head + 1;
        if let Some(group) = clause.group {
            end = end.max(group.last as usize + 1);
            if group.verb as usize != head {
                end = end.max(self.phrase_end(head));
            }
        }
        for child in self.parsed.children(head).filter(|child| *child >= head) {
            let reach = self.parsed.reach(child);
            if reach.end <= end || self.parsed.relation(child) == Relation::Punct {
                continue;
            }
            if (end..reach.start).any(|at| !self.is_word(at)) {
                break;
            }
            end = match self.parsed.relation(child) {
                Relation::Obj | Relation::Iobj | Relation::Obl | Relation::OblAgent | Relation::Advmod => {
                    end.max(self.phrase_end(child))
                }
                Relation::Xcomp => match self.parsed.clause_of_predicate(child).filter(|_| depth > 0) {
                    Some(clause) => end.max(self.end(clause, depth - 1)),
                    None => break,
                },
                _ => break,
            };
        }
        end
    }

    /// The end of a noun phrase with what is coordinated with it: "two men and a woman".
    fn phrase_end(&self, head: usize) -> usize {
        let phrase = NounPhrase::of(self.text, self.tagged, self.parsed, head);
        let comma = (head..phrase.tokens.end).find(|at| matches!(self.text.norm(*at), "," | "("));
        let nominal = |at: &usize| matches!(self.tagged.pos(*at), Pos::Noun | Pos::Propn);
        let conjuncts = phrase.conjuncts(self.parsed).filter(nominal);
        conjuncts
            .map(|at| NounPhrase::of(self.text, self.tagged, self.parsed, at).tokens.end)
            .fold(comma.unwrap_or(phrase.tokens.end), usize::max)
    }

    fn is_word(&self, at: usize) -> bool {
        !matches!(self.text.tokens[at].kind, TokenKind::Punct) && !matches!(self.text.norm(at), "'s" | "’s")
    }
}

/// Verbs that date the telling and not what is told.
fn is_report(base: &str) -> bool {
    matches!(base, "say" | "tell" | "add" | "write" | "report" | "accord")
}

/// Nouns of the calendar: "the night of June 3" dates what happened then.
fn is_calendar(norm: &str) -> bool {
    matches!(
        norm,
        "day"
            | "night"
            | "morning"
            | "evening"
            | "week"
            | "month"
            | "year"
            | "end"
            | "beginning"
            | "start"
            | "date"
            | "time"
    )
}
