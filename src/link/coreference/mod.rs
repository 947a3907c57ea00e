//! Coreference: the pronouns and descriptions that refer to something named before.
//!
//! This is the only place that resolves a pronoun. Every answer becomes a [`Mention`], and the source of a claim takes
//! the entity of its mention, so that the margin note of a claim never disagrees with the mark in the text.
//!
//! The work is done in steps, each complete before the next begins:
//!
//! 1. [`Scene`]: what is known before any pronoun is resolved (names, genders, quotations, common nouns, the sources
//!    that claims name);
//! 2. one walk over the sentences. At each word a rule may answer for, a [`View`] of the scene and of the
//!    [`Memory`] so far is built, and the rules are asked in order;
//! 3. [`first_person`]: "I" and "we" within quotations, once the sources of all claims are known.
//!
//! Salience follows Lappin and Leass, "An Algorithm for Pronominal Anaphora Resolution" (1994), much simplified:
//! recency, subjects, pronouns before names. Where two antecedents are equally likely nothing is linked, because a
//! wrong link is worse than none.

mod age;
mod described;
pub(super) mod first_person;
mod memory;
mod noun;
mod office;
mod person;
mod quotation;
mod relative;
mod scene;
mod standing;
mod thing;

use super::Entity;
use super::entity::Known;
use crate::claims::Claim;
use crate::entities::{Form, Mention, Parts};
use crate::reason::{By, Confidence, Reason};
use crate::rule::Rule;
use crate::syntax::Parsed;
use crate::tag::Tagged;
use crate::text::{Sentence, Text};
use memory::{Memory, Named, Who};
use scene::Scene;
use standing::standing;
use std::ops::Range;

/// What the token, or the description that begins there, refers to, if the rule can tell.
pub type Find = fn(&View, usize) -> Option<Referent>;

/// The rules; the first that answers for a token stands.
pub const RULES: &[Rule<Find>] = &[person::RULE, thing::RULE, relative::RULE, office::RULE, age::RULE, described::RULE];

/// What a rule answers: these tokens refer to that entity.
#[derive(Clone, Debug)]
pub struct Referent {
    pub(super) tokens: Range<usize>,
    pub(super) entity: usize,
    pub(super) form: Form,
    pub(super) confidence: Confidence,
    pub(super) why: &'static str,
}

/// What a rule sees: the article, and what has been referred to up to the token in question.
pub struct View<'v> {
    scene: &'v Scene<'v>,
    memory: &'v Memory,
    /// Tokens of the sentence.
    sentence: Range<usize>,
}

/// The pronouns and descriptions of the article, each with its entity.
pub(super) fn find(
    article: (&Text, &Tagged, &Parsed),
    mentions: &[Mention],
    entities: &[Entity],
    known: &[Known],
    claims: &[Claim],
) -> Vec<Mention> {
    let scene = Scene::new(article, mentions, entities, claims);
    let mut memory = Memory::new(known);
    let mut found = Vec::new();
    let mut next = 0;
    for sentence in article.0.included() {
        let from = next;
        while next < mentions.len() && mentions[next].span.start < sentence.span.end {
            next += 1;
        }
        walk(&scene, &mut memory, sentence, from..next, &mut found);
        memory.end_sentence();
    }
    found
}

/// Goes over a sentence, remembers what it names and asks the rules about the other words.
fn walk(scene: &Scene, memory: &mut Memory, sentence: &Sentence, mentions: Range<usize>, found: &mut Vec<Mention>) {
    let mut next = mentions.start;
    let mut at = sentence.tokens.start;
    while at < sentence.tokens.end {
        let token = scene.text.tokens[at];
        while next < mentions.end && scene.mentions[next].span.start < token.span.start {
            memory.name(scene, &sentence.tokens, next);
            next += 1;
        }
        memory.hear(scene, token.span.start);
        // "He Lifeng" and "the Hague" are names.
        let named = next > 0 && scene.mentions[next - 1].span.end > token.span.start
            || next < mentions.end && scene.mentions[next].span.contains(token.span);
        let referent = if named { None } else { ask(scene, memory, sentence, at) };
        if let Some((rule, referent)) = referent {
            memory.refer(scene, &sentence.tokens, &referent);
            at = referent.tokens.end.max(at + 1);
            found.push(mention(scene, rule, referent));
            continue;
        }
        if !named && let Some(noun) = noun::starting_at(scene, &sentence.tokens, at) {
            memory.common(scene, &sentence.tokens, noun);
        }
        at += 1;
    }
    while next < mentions.end {
        memory.name(scene, &sentence.tokens, next);
        next += 1;
    }
}

fn ask(scene: &Scene, memory: &Memory, sentence: &Sentence, at: usize) -> Option<(&'static str, Referent)> {
    if !is_trigger(scene.text.norm(at)) {
        return None;
    }
    let view = View { scene, memory, sentence: sentence.tokens.clone() };
    RULES.iter().find_map(|rule| (rule.find)(&view, at).map(|referent| (rule.name, referent)))
}

/// The words at which a pronoun or description may begin.
fn is_trigger(norm: &str) -> bool {
    matches!(norm, "the" | "this" | "it" | "its" | "itself" | "they" | "them" | "their" | "who" | "which")
        || person::gender(norm).is_some()
}

fn mention(scene: &Scene, rule: &'static str, referent: Referent) -> Mention {
    let one = &scene.entities[referent.entity];
    Mention {
        span: scene.text.cover(referent.tokens),
        kind: one.kind,
        label: one.label,
        form: referent.form,
        parts: Parts::default(),
        title: None,
        entity: Some(referent.entity),
        decided: None,
        confidence: referent.confidence,
        by: By::rule(rule),
        reasons: vec![Reason::new("stands-for", format!("{}: {}", one.name, referent.why))],
    }
}
