//! Speakers after what they said: "The port will close, *its owner, Carrick Marine,* said on Tuesday".
//!
//! The parser often takes such a speaker for an object or an apposition in the clause before, and the verb of saying for
//! a second verb of that clause, so that the port is said to have spoken. A phrase between a comma and a verb of saying
//! that has no subject of its own is its subject.

use super::{Arc, Relation};
use crate::tag::{Pos, Tagged};
use crate::text::Text;
use std::ops::Range;

/// How many tokens before the verb the speaker may begin.
const REACH: usize = 48;

/// Forms that are finite wherever a phrase stands right before them, or nearly so.
const REPORTS: [&str; 12] = [
    "said",
    "says",
    "told",
    "added",
    "adds",
    "wrote",
    "warned",
    "announced",
    "confirmed",
    "argued",
    "explained",
    "insisted",
];

/// Gives each verb of saying the speaker that stands before it.
pub(super) fn repair(text: &Text, tagged: &Tagged, arcs: &mut [Arc], tokens: Range<usize>) {
    for verb in tokens.clone() {
        let reports = tagged.pos(verb) == Pos::Verb && REPORTS.contains(&text.norm(verb));
        let low = tokens.start.max(verb.saturating_sub(REACH));
        let has_subject =
            |arcs: &[Arc]| (low..verb).any(|at| arcs[at].head as usize == verb && is_subject(arcs[at].relation));
        if !reports || has_subject(arcs) {
            continue;
        }
        let sentence = Sentence { text, tagged, low };
        if let Some(speaker) = sentence.speaker(arcs, verb) {
            speaker.attach(arcs, verb);
        }
    }
}

fn is_subject(relation: Relation) -> bool {
    matches!(relation, Relation::Nsubj | Relation::NsubjPass | Relation::Csubj)
}

/// Whether `above` is `at` or an ancestor of it, a few steps up.
fn is_within(arcs: &[Arc], mut at: usize, above: usize) -> bool {
    for _ in 0..REACH {
        let head = arcs[at].head as usize;
        if at == above || head == at {
            break;
        }
        at = head;
    }
    at == above
}

/// A noun phrase with its head.
struct Phrase {
    head: usize,
    tokens: Range<usize>,
}

/// A speaker, and what stands between commas after the name and says who it is.
struct Speaker {
    head: usize,
    aside: Option<(usize, Relation)>,
}

impl Speaker {
    fn attach(&self, arcs: &mut [Arc], verb: usize) {
        let above = arcs[self.head].head;
        // "its owner, Carrick Marine, | said": where the verb hung on its own speaker, it takes the speaker's place.
        if is_within(arcs, verb, self.head) {
            let is_root = above as usize == self.head;
            let (head, relation) = if is_root { (verb as u32, Relation::Root) } else { (above, Relation::Parataxis) };
            arcs[verb] = Arc { head, relation, margin: 0 };
        } else if !matches!(arcs[verb].relation, Relation::Root | Relation::Ccomp) {
            arcs[verb].relation = Relation::Parataxis;
        }
        arcs[self.head] = Arc { head: verb as u32, relation: Relation::Nsubj, margin: 0 };
        if let Some((aside, relation)) = self.aside {
            arcs[aside] = Arc { head: self.head as u32, relation, margin: 0 };
        }
    }
}

/// The part of a sentence that is searched.
struct Sentence<'a> {
    text: &'a Text,
    tagged: &'a Tagged,
    low: usize,
}

impl Sentence<'_> {
    /// The speaker before a verb, if a clause and a comma stand before both.
    fn speaker(&self, arcs: &[Arc], verb: usize) -> Option<Speaker> {
        let mut end = verb;
        while end > self.low && matches!(self.tagged.pos(end - 1), Pos::Aux | Pos::Adv) {
            end -= 1;
        }
        let closed = self.is_comma(end.checked_sub(1)?);
        end -= usize::from(closed);
        let (phrase, aside) = if closed { self.with_aside(arcs, end)? } else { (self.phrase(arcs, end)?, None) };
        let clausal = (self.low..phrase.tokens.start).any(|at| matches!(self.tagged.pos(at), Pos::Verb | Pos::Aux));
        (clausal && self.follows_comma(&phrase)).then_some(Speaker { head: phrase.head, aside })
    }

    /// A phrase that a comma closes: "*its owner, Carrick Marine*,", "*her colleague, a trader*,", "*the head, who asked
    /// not to be named*,".
    fn with_aside(&self, arcs: &[Arc], end: usize) -> Option<(Phrase, Option<(usize, Relation)>)> {
        let comma = (self.low..end).rev().find(|at| self.is_comma(*at))?;
        let outside =
            |at: &usize| !(comma + 1..end).contains(&(arcs[*at].head as usize)) || arcs[*at].head as usize == *at;
        if matches!(self.text.norm(comma + 1), "who" | "which" | "whose") {
            let top = (comma + 1..end).find(outside)?;
            return Some((self.phrase(arcs, comma)?, Some((top, Relation::AclRelcl))));
        }
        let last = self.phrase(arcs, end)?;
        if last.tokens.start <= comma {
            // "the tent, the stove and the lamp, said goodbye": a list is closed by no comma.
            let is_list = last.tokens.clone().any(|at| arcs[at].relation == Relation::Conj);
            return (!is_list).then_some((last, None));
        }
        let first = self.phrase(arcs, comma)?;
        (last.tokens.start == comma + 1).then_some((first, Some((last.head, Relation::Appos))))
    }

    /// The widest noun phrase that ends at `end` and does not reach past a verb.
    fn phrase(&self, arcs: &[Arc], end: usize) -> Option<Phrase> {
        let nominal = |at: usize| matches!(self.tagged.pos(at), Pos::Noun | Pos::Propn | Pos::Pron | Pos::Num);
        let mut head = end.checked_sub(1).filter(|last| *last >= self.low)?;
        for _ in 0..REACH {
            let above = arcs[head].head as usize;
            let inside = above != head && (self.low..end).contains(&above);
            if !inside || !nominal(above) && arcs[head].relation != Relation::Case {
                break;
            }
            head = above;
        }
        let mut start = head;
        while start > self.low && (is_within(arcs, start - 1, head) || self.joins(arcs, start - 1, head)) {
            start -= 1;
        }
        let led = (start..head).any(|at| arcs[at].head as usize == head && arcs[at].relation == Relation::Case);
        (nominal(head) && !led).then_some(Phrase { head, tokens: start..end })
    }

    /// Whether a comma stands within the phrase of a head.
    fn joins(&self, arcs: &[Arc], at: usize, head: usize) -> bool {
        at > self.low && self.is_comma(at) && is_within(arcs, at - 1, head)
    }

    fn follows_comma(&self, phrase: &Phrase) -> bool {
        phrase.tokens.start > self.low && self.is_comma(phrase.tokens.start - 1)
    }

    fn is_comma(&self, at: usize) -> bool {
        self.text.norm(at) == ","
    }
}
