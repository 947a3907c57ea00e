//! Nouns of saying: `his claim that …`, `the minister's pledge to …`, `X made the claim that …`.

use super::cue::{Entry, LEXICON, Lexicon, Part, form, is};
use super::predicate::Frame;
use super::scene::Scene;
use super::{Claim, Cue, Find, clause, phrase};
use crate::reason::Confidence;
use crate::rule::Rule;
use crate::syntax::Relation;
use crate::tag::Pos;
use crate::text::Sentence;
use rustc_hash::FxHashSet;
use std::borrow::Cow;
use std::ops::Range;

pub(super) const RULE: Rule<Find> =
    Rule { name: "claims/noun", about: "nouns of saying: his claim that …; the pledge to …", find };

fn find(scene: &Scene, claims: &mut Vec<Claim>) {
    let clauses: FxHashSet<usize> = scene
        .predicates
        .iter()
        .flat_map(|predicate| match predicate.frame {
            Frame::Clause(start) | Frame::Passive(start) => [Some(start), predicate.cue.end.checked_sub(1)],
            _ => [None, predicate.cue.end.checked_sub(1)],
        })
        .flatten()
        .collect();
    for sentence in scene.sentences() {
        for at in sentence.tokens.clone() {
            let Some(noun) = Noun::at(scene, sentence, at) else { continue };
            let taken = clauses.contains(&noun.start) || clauses.contains(&at);
            let Some(entry) = noun.entry.filter(|_| !taken && noun.source.is_some()) else { continue };
            if noun.start > at + 1 {
                continue;
            }
            let high = clause::high(scene, sentence, at);
            let mut end = clause::end(scene, noun.start, high);
            if noun.leads {
                end = before_main_verb(scene, noun.start, end, scene.norm(noun.start) == "to");
            }
            let Some(content) = scene.cover(&(noun.start..end)) else { continue };
            let Some(span) = scene.cover(&noun.cue()) else { continue };
            let cue = Cue { span, lemma: Cow::Borrowed(entry.lemma), class: entry.class };
            let mut claim = Claim::said(scene, RULE.name, Some(cue), noun.source.as_ref(), vec![content]);
            claim.confidence = Confidence::Medium;
            claims.push(claim);
        }
    }
}

/// A noun that may carry what somebody says.
#[derive(Clone, Debug)]
pub(super) struct Noun {
    pub at: usize,
    /// The lexicon's entry of it, where there is one.
    pub entry: Option<&'static Entry>,
    /// Who says it: the possessor, else the subject of the verb that carries the noun.
    pub source: Option<Range<usize>>,
    /// The first token of what is said.
    pub start: usize,
    /// It begins its sentence, so that a main verb follows.
    pub leads: bool,
}

impl Noun {
    /// The noun at `at`, if something that can be said stands after it.
    pub fn at(scene: &Scene, sentence: &Sentence, at: usize) -> Option<Noun> {
        let lexicon: &'static Lexicon = &LEXICON;
        let entry = scene.word(at).senses().iter().find_map(|&(number, forms)| {
            let entry = lexicon.entry(number);
            (entry.part == Part::Noun && forms & form::NOUN != 0).then_some(entry)
        });
        if scene.pos(at) != Pos::Noun && entry.is_none() || scene.quotation(at).is_some() || at == sentence.tokens.start
        {
            return None;
        }
        let next = scene.norm(at + 1);
        let prepositional = matches!(next, "for" | "of" | "about" | "against" | "over" | "on" | "with" | "in" | "from");
        if !(prepositional || matches!(next, "to" | "that")) || at + 3 > sentence.tokens.end {
            return None;
        }
        let low = clause::low(scene, sentence, at);
        let owner = owner(scene, at, low);
        let leads = owner.as_ref().is_some_and(|owner| owner.start <= low + 1);
        let source = owner.or_else(|| maker(scene, at, low));
        let start = at + 1 + usize::from(prepositional);
        if scene.is_time(start) || scene.is(start, is::TIME_LEAD) {
            return None;
        }
        Some(Noun { at, entry, source, start, leads })
    }

    /// The noun with the preposition that goes with it.
    fn cue(&self) -> Range<usize> {
        self.at..if self.start > self.at + 1 { self.start } else { self.at + 1 }
    }
}

/// Where the noun is the subject of its sentence, what is said ends before the main verb: "his claim that the road was
/// safe | was never tested".
fn before_main_verb(scene: &Scene, start: usize, end: usize, infinitive: bool) -> usize {
    let mut verbs = (start + 2..end).filter(|at| clause::is_finite(scene, *at));
    let Some(first) = verbs.next() else { return end };
    if infinitive {
        return first;
    }
    let mut last = first;
    for verb in verbs {
        if verb > last + 2 || verb == last + 2 && !scene.is_adverb(last + 1) && !scene.is(last + 1, is::NEGATION) {
            let joined = (last + 1..verb).any(|at| {
                scene.is_mark(at) || scene.is(at, is::COORDINATOR | is::SUBORDINATOR | is::RELATIVE | is::SUBJECT)
            });
            return if joined { end } else { verb };
        }
        last = verb;
    }
    end
}

/// The possessor of the noun: "*his* claim", "*the government's* repeated denial".
fn owner(scene: &Scene, at: usize, low: usize) -> Option<Range<usize>> {
    let possessor = scene.parsed.child(at, &[Relation::NmodPoss]).filter(|owner| *owner >= low && *owner < at)?;
    let tokens = phrase::of(scene, possessor, &(at..at + 1));
    let end = tokens.end + usize::from(scene.is_possessive_mark(tokens.end));
    Some(tokens.start..end.min(at))
}

/// The subject of the verb that carries the noun: "*X* made the claim that".
fn maker(scene: &Scene, at: usize, low: usize) -> Option<Range<usize>> {
    let by_tree = scene.parsed.head(at).filter(|_| scene.parsed.relation(at) == Relation::Obj);
    // Where the tree has another head for the noun, the verb right before its determiner.
    let near = || at.checked_sub(1).and_then(|det| det.checked_sub(usize::from(scene.is(det, is::DETERMINER))));
    let verb = by_tree.or_else(near)?;
    let clause = scene.parsed.clause_of_predicate(verb)?;
    let makes = matches!(
        scene.base(verb).as_ref(),
        "make" | "issue" | "voice" | "raise" | "give" | "express" | "repeat" | "release" | "send" | "float" | "have"
    );
    let tokens = phrase::subject(scene, clause, &(verb..verb + 1)).map(|speaker| speaker.tokens);
    tokens.filter(|tokens| makes && tokens.start >= low)
}
