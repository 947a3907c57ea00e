//! "The company", "the Swedish carmaker", "the ministry".

use super::{Named, Refer, Referent, Stage};
use crate::entities::{Form, Kind, Mention, noun_before};
use crate::lexicon::gazetteer::{self, bits};
use crate::lexicon::nominals::{self, Class};
use crate::link::Entity;
use crate::link::entity::key;
use crate::reason::Confidence;
use crate::rule::Rule;
use crate::tag::Pos;
use crate::text::{Shape, Text};
use rustc_hash::FxHashMap;
use std::ops::Range;

/// "The" and a noun of the list, for the one that has it in its name or, where the noun says but the kind, for the
/// one of that kind that was named last. Leaves alone what goes on with "of" or names ("the company of players").
pub(super) const RULE: Rule<Refer> =
    Rule { name: "link/described", about: "“the company”, “the ministry” for what was named before", find };

/// How many words may stand between "the" and the noun.
const WORDS: usize = 3;

/// Entities by the nouns of the list in their names, and by those that say what they are: "the union Verdana".
pub(super) fn nouns(text: &Text, mentions: &[Mention], entities: &[Entity]) -> FxHashMap<String, Vec<usize>> {
    let mut nouns: FxHashMap<String, Vec<usize>> = FxHashMap::default();
    for (at, entity) in entities.iter().enumerate() {
        if entity.kind == Kind::Person {
            continue;
        }
        let first = entity.mentions.first().map(|first| text.token_at(mentions[*first].span.start));
        let told = first.filter(|_| entity.kind == Kind::Organisation).and_then(|at| noun_before(text, at));
        let told = told.map(|noun| text.slice(noun).to_lowercase());
        let name = key(&entity.name);
        let words = name.split(' ').filter(|word| nominals::get(word).is_some());
        for word in words.chain(told.as_deref()) {
            let those = nouns.entry(word.to_owned()).or_default();
            if those.len() < 16 && !those.contains(&at) {
                those.push(at);
            }
        }
    }
    nouns
}

fn find(stage: &Stage, at: usize) -> Option<Referent> {
    let text = stage.text;
    if !matches!(text.norm(at), "the" | "this") {
        return None;
    }
    let last = (at + 2 + WORDS).min(stage.sentence.end);
    let head = (at + 1..last)
        .take_while(|at| matches!(stage.tagged.pos(*at), Pos::Adj | Pos::Noun | Pos::Propn) || text.norm(*at) == "-")
        .last()?;
    let noun = nominals::get(text.norm(head))?;
    if text.tokens[head].shape != Shape::Lower || goes_on(stage, head + 1) || !plain(stage, at + 1..head) {
        return None;
    }
    let referent =
        |entity, confidence, why| Referent { tokens: at..head + 1, entity, form: Form::Nominal, confidence, why };
    // "the ministry": one of that name, and named before.
    let here = text.tokens[at].span.start;
    let named_before = |entity: &&usize| {
        let first = stage.entities[**entity].mentions.first();
        first.is_some_and(|first| stage.mentions[*first].span.start < here)
    };
    if let Some(all) = stage.nouns.get(text.norm(head)) {
        let mut some = all.iter().filter(named_before);
        if let (Some(one), None) = (some.next(), some.next()) {
            // "the fire department" is not the Department of Public Works.
            let name = key(&stage.entities[*one].name);
            let told =
                |at: usize| stage.tagged.pos(at) == Pos::Adj || name.split(' ').any(|word| word == text.norm(at));
            if (at + 1..head).all(told) {
                return Some(referent(*one, Confidence::Medium, "has the word in its name"));
            }
        }
    }
    if noun.named {
        return None;
    }
    let fits = |named: &Named| fits(stage, named, noun.class);
    let (entity, margin) = stage.likeliest(|named| fits(named).then_some(0))?;
    // Where only one fits at all nothing is in doubt.
    let only = !stage.before.iter().flatten().chain(&stage.here).any(|named| named.entity != entity && fits(named));
    let confidence = match margin {
        _ if only => Confidence::Medium,
        ..2 => return None,
        _ => Confidence::Low,
    };
    Some(referent(entity, confidence, "the last one named that the words fit"))
}

fn fits(stage: &Stage, named: &Named, class: Class) -> bool {
    let entity = &stage.entities[named.entity];
    let entry = || gazetteer::get(&key(&entity.name)).unwrap_or_default();
    match class {
        Class::Organisation => entity.kind == Kind::Organisation,
        Class::Nation => entity.kind == Kind::Place && entry().is(bits::NATION),
        Class::Town => {
            entity.kind == Kind::Place && entry().is(bits::STATE) && !entry().is(bits::NATION | bits::REGION)
        }
        Class::Place => entity.kind == Kind::Place,
        Class::Product => entity.kind == Kind::Product,
        Class::Event => entity.kind == Kind::Event,
        Class::Work => entity.kind == Kind::Work,
        Class::Law => entity.kind == Kind::Law,
    }
}

/// The phrase is longer: "the company of", "the bank manager", "the Company Inc."
fn goes_on(stage: &Stage, at: usize) -> bool {
    at < stage.sentence.end
        && (matches!(stage.text.norm(at), "of" | "-" | "for" | "that" | "which" | "behind")
            || matches!(stage.tagged.pos(at), Pos::Noun | Pos::Propn | Pos::Adj))
}

/// Whether the words before the noun tell it apart from no other: not "the other company", "the parent company".
fn plain(stage: &Stage, tokens: Range<usize>) -> bool {
    tokens.into_iter().all(|at| {
        !matches!(
            stage.text.norm(at),
            "other"
                | "new"
                | "first"
                | "second"
                | "third"
                | "last"
                | "next"
                | "parent"
                | "same"
                | "rival"
                | "whole"
                | "entire"
                | "best"
                | "largest"
                | "biggest"
                | "former"
                | "old"
                | "holding"
                | "previous"
                | "only"
                | "own"
                | "wrong"
                | "right"
                | "average"
                | "big"
                | "small"
        )
    })
}
