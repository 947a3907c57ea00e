//! "The company", "the Swedish carmaker", "the ministry".

use super::{Find, Named, Referent, View, Who};
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

/// "The" and a noun of the list, for the entity that has the noun in its name. A noun that only tells a kind is for the
/// entity of that kind that was named last. Leaves alone phrases that go on ("the company of players").
pub(super) const RULE: Rule<Find> =
    Rule { name: "link/described", about: "“the company”, “the ministry” for the entity named before", find };

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

fn find(view: &View, at: usize) -> Option<Referent> {
    let text = view.scene.text;
    if !matches!(text.norm(at), "the" | "this") {
        return None;
    }
    let last = (at + 2 + WORDS).min(view.sentence.end);
    let head = (at + 1..last)
        .take_while(|at| {
            matches!(view.scene.tagged.pos(*at), Pos::Adj | Pos::Noun | Pos::Propn) || text.norm(*at) == "-"
        })
        .last()?;
    let noun = nominals::get(text.norm(head))?;
    if text.tokens[head].shape != Shape::Lower || goes_on(view, head + 1) || !plain(view, at + 1..head) {
        return None;
    }
    let referent =
        |entity, confidence, why| Referent { tokens: at..head + 1, entity, form: Form::Nominal, confidence, why };
    // "the ministry": one of that name, and named before.
    let here = text.tokens[at].span.start;
    let named_before = |entity: &&usize| {
        let first = view.scene.entities[**entity].mentions.first();
        first.is_some_and(|first| view.scene.mentions[*first].span.start < here)
    };
    if let Some(all) = view.scene.nouns.get(text.norm(head)) {
        let mut some = all.iter().filter(named_before);
        if let (Some(one), None) = (some.next(), some.next()) {
            // "the fire department" is not the Department of Public Works.
            let name = key(&view.scene.entities[*one].name);
            let told =
                |at: usize| view.scene.tagged.pos(at) == Pos::Adj || name.split(' ').any(|word| word == text.norm(at));
            if (at + 1..head).all(told) {
                return Some(referent(*one, Confidence::Medium, "has the word in its name"));
            }
        }
    }
    if noun.named {
        return None;
    }
    let fits = |named: &Named| fits(view, named, noun.class);
    let (entity, margin) = view.likeliest(at, |named| fits(named).then_some(0))?;
    let remembered = || view.memory.before.iter().flatten().chain(&view.memory.here);
    // If only one entity fits, there is no doubt.
    let only = !remembered().any(|named| !named.is(entity) && fits(named));
    // Of several, one that the article names once, and not as a subject, is near and no more.
    let subject = || remembered().any(|named| named.is(entity) && named.subject);
    if !only && view.scene.entities[entity].mentions.len() < 2 && !subject() {
        return None;
    }
    let confidence = match margin {
        _ if only => Confidence::Medium,
        ..2 => return None,
        _ => Confidence::Low,
    };
    Some(referent(entity, confidence, "the last one named that the words fit"))
}

fn fits(view: &View, named: &Named, class: Class) -> bool {
    let Who::Entity(entity) = named.who else { return false };
    let entity = &view.scene.entities[entity];
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
fn goes_on(view: &View, at: usize) -> bool {
    at < view.sentence.end
        && (matches!(view.scene.text.norm(at), "of" | "-" | "for" | "that" | "which" | "behind")
            || matches!(view.scene.tagged.pos(at), Pos::Noun | Pos::Propn | Pos::Adj))
}

/// Whether the words before the noun do not tell it apart from the entity named before, as "the other company" and "the
/// parent company" do.
fn plain(view: &View, tokens: Range<usize>) -> bool {
    tokens.into_iter().all(|at| {
        !matches!(
            view.scene.text.norm(at),
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
