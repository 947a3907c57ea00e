//! Trims the ends of the trained model's names: "Johan Sverdrup" in "the Johan Sverdrup oil field".

use super::run::is_particle;
use super::{Kind, Label, Mention, Parts};
use crate::lexicon::gazetteer::{self, bits};
use crate::lexicon::{names, surroundings, titles};
use crate::reason::Confidence;
use crate::tag::Pos;
use crate::text::Shape;
use crate::view::View;
use std::ops::Range;

/// Cuts lower-case common nouns off the ends of names, and splits names that run together: two people with a verb
/// between, a country and the forename after it.
///
/// Leaves alone names that are in small letters throughout, and hyphenated ones ("Kim Jong-un").
pub(super) fn ends(view: &View, mentions: &mut Vec<Mention>) {
    let mut at = 0;
    while at < mentions.len() {
        at += 1;
        let mention = &mut mentions[at - 1];
        let mut tokens = view.text.tokens_in(mention.span);
        let doubtful = mention.by.rule == "entities/learnt" && tokens.len() > 1;
        if !doubtful || view.shape(tokens.start) == Some(Shape::Lower) {
            continue;
        }
        if mention.kind == Kind::Person && mention.confidence == Confidence::Low {
            let name = without_numbers(view, &tokens);
            if !name.is_empty() && name != tokens {
                cut(view, mention, name.clone());
                tokens = name;
            }
        }
        if let Some((left, right)) = parts(view, mention.kind, &tokens) {
            if !right.is_empty() {
                let mut other = mention.clone();
                other.title = None;
                cut(view, &mut other, right);
                mentions.insert(at, other);
            }
            cut(view, &mut mentions[at - 1], left);
            at -= 1;
            continue;
        }
        if is_share(view, &tokens) {
            tokens.start += 2;
            cut(view, mention, tokens.clone());
        }
        if mention.kind == Kind::Person && is_trade(view, &tokens) {
            tokens.start += 1;
            cut(view, mention, tokens.clone());
        }
        if mention.kind == Kind::Person && is_site(view, &tokens) {
            (mention.kind, mention.label) = (Kind::Place, Some(Label::Fac));
            cut(view, mention, tokens);
            continue;
        }
        let mut end = tokens.end;
        while end > tokens.start + 1 && small(view, end - 1) && view.pos(end - 1) == Pos::Noun {
            end -= 1;
        }
        if end < tokens.end {
            cut(view, mention, tokens.start..end);
            continue;
        }
        let verb = |at: &usize| {
            small(view, *at) && view.spaced(at + 1) && view.pos(*at) == Pos::Verb && !is_particle(view.norm(*at))
        };
        if mention.kind == Kind::Person
            && let Some(verb) = (tokens.start + 1..tokens.end - 1).find(verb)
            && view.shape(verb + 1) != Some(Shape::Lower)
        {
            let mut other = mention.clone();
            other.title = None;
            cut(view, &mut other, verb + 1..tokens.end);
            cut(view, mention, tokens.start..verb);
            mentions.insert(at, other);
            continue;
        }
        // "the President of the United States Barack Obama"
        let last = tokens.end - 1;
        let norm = view.norm(last);
        let forename = names::word(norm).is_none() && !crate::tag::is_common(norm);
        let country = || {
            let name = view.text.slice(view.span(tokens.start..last)).to_lowercase();
            gazetteer::get(&name).is_some_and(|entry| entry.is(bits::NATION))
        };
        if forename
            && tokens.len() > 1
            && country()
            && let Some(person) = mentions.get(at)
            && person.kind == Kind::Person
            && view.text.token_at(person.span.start) == last + 1
        {
            let whole = last..view.text.tokens_in(person.span).end;
            mentions[at].span = view.span(whole.clone());
            mentions[at].form = super::person::form(whole.len());
            mentions[at].parts.given = Some(view.text.tokens[last].span);
            let state = &mut mentions[at - 1];
            (state.kind, state.label) = (Kind::Place, Some(Label::Gpe));
            cut(view, state, tokens.start..last);
        }
    }
}

/// "Ada Quinn" in "Ada Quinn 3", a line of results.
fn without_numbers(view: &View, tokens: &Range<usize>) -> Range<usize> {
    let mut name = tokens.clone();
    while !name.is_empty() && view.is_number(name.end - 1) {
        name.end -= 1;
    }
    while !name.is_empty() && view.is_number(name.start) {
        name.start += 1;
    }
    name
}

/// The two names of "Arden, Vesteria" and of "Arden; Halden", the one of "(Arden": a bracket without its fellow. "D.C."
/// belongs to its city.
fn parts(view: &View, kind: Kind, tokens: &Range<usize>) -> Option<(Range<usize>, Range<usize>)> {
    let at = tokens.clone().find(|at| match view.norm(*at) {
        ";" => true,
        "," => kind == Kind::Place && !matches!(view.norm(at + 1), "d.c." | "d.c" | "dc"),
        "(" => !tokens.clone().any(|at| view.norm(at) == ")"),
        ")" => !tokens.clone().any(|at| view.norm(at) == "("),
        _ => false,
    })?;
    let alone = matches!(view.norm(at), "(" | ")") && at > tokens.start;
    let (left, right) = (tokens.start..at, at + 1..if alone { at + 1 } else { tokens.end });
    match (left.is_empty(), right.is_empty()) {
        (true, true) => None,
        (true, false) => Some((right, 0..0)),
        _ => Some((left, right)),
    }
}

/// "Shares of Nordvik Motors": what is counted is no part of the name.
fn is_share(view: &View, tokens: &Range<usize>) -> bool {
    let counted = matches!(
        view.norm(tokens.start),
        "shares"
            | "stocks"
            | "bonds"
            | "members"
            | "employees"
            | "workers"
            | "customers"
            | "subsidiaries"
            | "officials"
    );
    counted && tokens.len() > 2 && view.norm(tokens.start + 1) == "of"
}

/// "Climber Pasang Dorje": what somebody does has a capital where it begins the sentence.
fn is_trade(view: &View, tokens: &Range<usize>) -> bool {
    let norm = view.norm(tokens.start);
    let begins = view.text.sentences.partition_point(|sentence| sentence.tokens.start < tokens.start);
    let begins = view.text.sentences.get(begins).is_some_and(|sentence| sentence.tokens.start == tokens.start);
    let forename = gazetteer::get(norm).is_some_and(|entry| entry.is(bits::MALE | bits::FEMALE));
    let person = surroundings::tells(surroundings::Place::Is, norm) == Some(surroundings::Tells::Person);
    let title = person || titles::ends_title(norm);
    let trade = title
        || crate::tag::is_common(norm)
        || ["er", "or", "ist", "man", "woman"].iter().any(|end| norm.ends_with(end));
    (tokens.len() > 2 || title && tokens.len() == 2)
        && begins
        && trade
        && !forename
        && view.shape(tokens.start + 1) == Some(Shape::Title)
        && !is_particle(view.norm(tokens.start + 1))
        && view.pos(tokens.start + 1) == Pos::Propn
}

/// "the Johan Sverdrup oil field": what stands there has the person's name.
fn is_site(view: &View, tokens: &Range<usize>) -> bool {
    let stands = |at: usize| {
        let norm = view.norm(at);
        matches!(norm, "mine" | "oilfield" | "pipeline" | "refinery" | "dam" | "reactor" | "stadium" | "airport")
            || norm == "field" && matches!(view.norm(at - 1), "oil" | "gas")
    };
    let the = tokens.start > 0 && view.norm(tokens.start - 1) == "the";
    let behind = tokens.end..(tokens.end + 2).min(view.text.tokens.len());
    the && behind.take_while(|at| small(view, *at)).any(stands)
}

/// A word in small letters on its own.
fn small(view: &View, at: usize) -> bool {
    view.shape(at) == Some(Shape::Lower) && view.spaced(at)
}

/// Gives a mention the span of these tokens.
fn cut(view: &View, mention: &mut Mention, tokens: Range<usize>) {
    mention.span = view.span(tokens.clone());
    if mention.kind == Kind::Person {
        let last = Some(view.text.tokens[tokens.end - 1].span);
        let given = (tokens.len() > 1).then_some(view.text.tokens[tokens.start].span);
        mention.parts = Parts { given, family: last, suffix: None, ..mention.parts };
        mention.form = super::person::form(tokens.len());
    } else {
        mention.parts = Parts::default();
    }
}
