//! What the verb of a figure says it measures: its object or its subject; of money that somebody moves, the verb.

use super::phrase::is_in;
use super::words::{is_change, is_state};
use super::{REACH, Reader, STEPS};
use crate::figures::{Kind, Measures, change};
use crate::lexicon::verbs;
use crate::syntax::clause::{By, Subject};
use crate::syntax::phrase::is_plural;
use crate::syntax::verb::Form;
use crate::syntax::{Clause, Relation};
use crate::tag::{self, Pos};

impl Reader<'_> {
    /// "cut its rate by 25 points" → rate; "revenue rose 8%" → revenue. `case` is the preposition of the figure.
    pub(super) fn of_verb(&self, verb: usize, case: &str) -> Option<Measures> {
        let clause = self.parsed.clause_of_predicate(verb)?;
        let norm = self.text.norm(verb);
        let base = verbs::base(norm, tag::is_word);
        let changes = change::verb(norm).is_some() || matches!(&*base, "double" | "triple" | "halve");
        // "won three and lost two"
        if base == "lose" && self.kind == Kind::Cardinal {
            return None;
        }
        // "capped the price at $35", "sold the house for $2m"
        let states = changes || self.has_copula(verb) || is_state(&base);
        let priced = !states && (case == "at" || case == "for" && self.kind == Kind::Money);
        let passive = clause.group.is_some_and(|group| group.passive);
        let object = clause
            .object
            .map(|object| object as usize)
            .filter(|object| !is_in(self.figures, self.text.tokens[*object].span));
        match object {
            Some(object) if changes || priced => self.noun(object),
            _ if states || priced && passive => self.subject(clause),
            _ => self.of_deed(clause),
        }
    }

    /// Of money that somebody moves the verb, and to whom or for what: "owed $850,000 to the bank".
    fn of_deed(&self, clause: &Clause) -> Option<Measures> {
        let group = clause.group.filter(|_| self.kind == Kind::Money)?;
        let verb = clause.head as usize;
        if !clause.object.is_some_and(|object| self.is_of_figure(object as usize)) || group.verb as usize != verb {
            return None;
        }
        let oblique = self.parsed.children(verb).filter(|at| *at >= self.tokens.end).find(|at| {
            let case = self.parsed.child(*at, &[Relation::Case]).map_or("", |case| self.text.norm(case));
            self.parsed.relation(*at) == Relation::Obl && matches!(case, "to" | "for" | "on" | "in" | "into")
        });
        let object = |at: &usize| {
            matches!(self.tagged.pos(*at), Pos::Noun | Pos::Propn) && !is_in(self.times, self.text.tokens[*at].span)
        };
        Some(self.measures(verb..verb + 1, oblique.filter(object)))
    }

    fn subject(&self, clause: &Clause) -> Option<Measures> {
        let subject = clause.subject.filter(|subject| self.is_likely(clause, *subject));
        let Some(subject) = subject.map(|subject| subject.head as usize) else { return self.before(clause) };
        // Two clauses that the parser took for one.
        let apart = |at: usize| matches!(self.text.norm(at), ";" | ":");
        let between = if subject < self.tokens.start { subject..self.tokens.start } else { self.tokens.end..subject };
        if between.rev().take(REACH).any(apart) {
            return None;
        }
        // A name alone measures nothing unless it is what rose: "Acme fell 3%".
        let named =
            self.tagged.pos(subject) == Pos::Propn && change::verb(self.text.norm(clause.head as usize)).is_none();
        if named || self.is_of_figure(subject) {
            return None;
        }
        // "growth was 3%"
        let change = is_change(self.text.norm(subject)).then_some(subject);
        self.noun(subject).or_else(|| self.noun_of(change?))
    }

    /// Whether the parser took no clause before this one for its subject. "Costs halved" after "profit tripled": a
    /// shared subject has a conjunction or an adverb before the verb.
    fn is_likely(&self, clause: &Clause, subject: Subject) -> bool {
        let before = clause.group.and_then(|group| group.first.checked_sub(1));
        let linked =
            before.is_some_and(|at| matches!(self.tagged.pos(at as usize), Pos::Cconj | Pos::Adv | Pos::Punct));
        // "a month after output surpassed 40": no participle has an object.
        let reduced = clause.group.is_some_and(|group| group.form == Form::Participle);
        let past = subject.by == By::Controlled && reduced && clause.object.is_some();
        !past && !self.is_verb_for_noun(subject.head as usize) && (subject.by != By::Shared || linked)
    }

    /// The noun before the verb, where the tree has no subject: "output fell from 3%".
    fn before(&self, clause: &Clause) -> Option<Measures> {
        let noun = (clause.group?.first as usize).checked_sub(1)?;
        let taken_for_verb = || self.tagged.pos(noun) == Pos::Verb && is_plural(self.text.norm(noun));
        let nominal = matches!(self.tagged.pos(noun), Pos::Noun | Pos::Propn) || taken_for_verb();
        let noun = if nominal { self.outermost(noun) } else { return None };
        if self.tagged.pos(noun) == Pos::Propn { None } else { self.noun_of(noun) }
    }

    /// "number" from "infections" in "the number of deaths linked to infections".
    fn outermost(&self, mut at: usize) -> usize {
        for _ in 0..STEPS {
            let verb = |at: usize| matches!(self.parsed.relation(at), Relation::Acl | Relation::AclRelcl);
            let above = self.parsed.head(at).filter(|head| *head < at);
            let above = match self.parsed.relation(at) {
                Relation::Nmod => above,
                Relation::Obl | Relation::OblAgent | Relation::Obj => {
                    above.filter(|head| verb(*head)).and_then(|head| self.parsed.head(head))
                }
                _ => None,
            };
            match above.filter(|above| matches!(self.tagged.pos(*above), Pos::Noun | Pos::Propn)) {
                Some(above) => at = above,
                None => break,
            }
        }
        at
    }
}
