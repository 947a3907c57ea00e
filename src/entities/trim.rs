//! Where the trained model's names begin and end: "Johan Sverdrup" of "the Johan Sverdrup oil field".

use super::run::is_particle;
use super::{Kind, Label, Mention, Parts};
use crate::lexicon::gazetteer::{self, bits};
use crate::lexicon::names;
use crate::tag::{Pos, Tagged};
use crate::text::{Shape, Text};
use std::ops::Range;

/// Takes common nouns in small letters off the ends of names, and parts names that run together: two people with a
/// verb between, a country and the forename behind it.
///
/// Leaves alone names that are in small letters throughout, and hyphenated ones ("Kim Jong-un").
pub(super) fn ends(text: &Text, tagged: &Tagged, mentions: &mut Vec<Mention>) {
    let mut at = 0;
    while at < mentions.len() {
        at += 1;
        let mention = &mut mentions[at - 1];
        let mut tokens = text.tokens_in(mention.span);
        let doubtful = mention.by.rule == "entities/learnt" && tokens.len() > 1;
        if !doubtful || text.tokens[tokens.start].shape == Shape::Lower {
            continue;
        }
        if let Some((left, right)) = parts(text, mention.kind, &tokens) {
            if !right.is_empty() {
                let mut other = mention.clone();
                other.title = None;
                cut(text, &mut other, right);
                mentions.insert(at, other);
            }
            cut(text, &mut mentions[at - 1], left);
            at -= 1;
            continue;
        }
        if is_share(text, &tokens) {
            tokens.start += 2;
            cut(text, mention, tokens.clone());
        }
        if mention.kind == Kind::Person && is_trade(text, tagged, &tokens) {
            tokens.start += 1;
            cut(text, mention, tokens.clone());
        }
        if mention.kind == Kind::Person && is_site(text, &tokens) {
            (mention.kind, mention.label) = (Kind::Place, Some(Label::Fac));
            cut(text, mention, tokens);
            continue;
        }
        let mut end = tokens.end;
        while end > tokens.start + 1 && small(text, end - 1) && tagged.pos(end - 1) == Pos::Noun {
            end -= 1;
        }
        if end < tokens.end {
            cut(text, mention, tokens.start..end);
            continue;
        }
        let verb = |at: &usize| {
            small(text, *at) && text.spaced(at + 1) && tagged.pos(*at) == Pos::Verb && !is_particle(text.norm(*at))
        };
        if mention.kind == Kind::Person
            && let Some(verb) = (tokens.start + 1..tokens.end - 1).find(verb)
            && text.tokens[verb + 1].shape != Shape::Lower
        {
            let mut other = mention.clone();
            other.title = None;
            cut(text, &mut other, verb + 1..tokens.end);
            cut(text, mention, tokens.start..verb);
            mentions.insert(at, other);
            continue;
        }
        // "the President of the United States Barack Obama"
        let last = tokens.end - 1;
        let norm = text.norm(last);
        let forename = names::word(norm).is_none() && !crate::tag::is_common(norm);
        let country = || {
            let name = text.slice(text.cover(tokens.start..last)).to_lowercase();
            gazetteer::get(&name).is_some_and(|entry| entry.is(bits::NATION))
        };
        if forename
            && tokens.len() > 1
            && country()
            && let Some(person) = mentions.get(at)
            && person.kind == Kind::Person
            && text.token_at(person.span.start) == last + 1
        {
            let whole = last..text.tokens_in(person.span).end;
            mentions[at].span = text.cover(whole.clone());
            mentions[at].form = super::person::form(whole.len());
            mentions[at].parts.given = Some(text.tokens[last].span);
            let state = &mut mentions[at - 1];
            (state.kind, state.label) = (Kind::Place, Some(Label::Gpe));
            cut(text, state, tokens.start..last);
        }
    }
}

/// The two names of "Arden, Vesteria" and of "Arden; Halden", the one of "(Arden": a bracket without its fellow. "D.C."
/// belongs to its city.
fn parts(text: &Text, kind: Kind, tokens: &Range<usize>) -> Option<(Range<usize>, Range<usize>)> {
    let at = tokens.clone().find(|at| match text.norm(*at) {
        ";" => true,
        "," => kind == Kind::Place && !matches!(text.norm(at + 1), "d.c." | "d.c" | "dc"),
        "(" => !tokens.clone().any(|at| text.norm(at) == ")"),
        ")" => !tokens.clone().any(|at| text.norm(at) == "("),
        _ => false,
    })?;
    let alone = matches!(text.norm(at), "(" | ")") && at > tokens.start;
    let (left, right) = (tokens.start..at, at + 1..if alone { at + 1 } else { tokens.end });
    match (left.is_empty(), right.is_empty()) {
        (true, true) => None,
        (true, false) => Some((right, 0..0)),
        _ => Some((left, right)),
    }
}

/// "Shares of Nordvik Motors": what is counted is no part of the name.
fn is_share(text: &Text, tokens: &Range<usize>) -> bool {
    let counted = matches!(
        text.norm(tokens.start),
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
    counted && tokens.len() > 2 && text.norm(tokens.start + 1) == "of"
}

/// "Climber Pasang Dorje": what somebody does has a capital where it begins the sentence.
fn is_trade(text: &Text, tagged: &Tagged, tokens: &Range<usize>) -> bool {
    let norm = text.norm(tokens.start);
    let begins = text.sentences.partition_point(|sentence| sentence.tokens.start < tokens.start);
    let begins = text.sentences.get(begins).is_some_and(|sentence| sentence.tokens.start == tokens.start);
    let forename = gazetteer::get(norm).is_some_and(|entry| entry.is(bits::MALE | bits::FEMALE));
    let trade =
        crate::tag::is_common(norm) || ["er", "or", "ist", "man", "woman"].iter().any(|end| norm.ends_with(end));
    tokens.len() > 2
        && begins
        && trade
        && !forename
        && text.tokens[tokens.start + 1].shape == Shape::Title
        && !is_particle(text.norm(tokens.start + 1))
        && tagged.pos(tokens.start + 1) == crate::tag::Pos::Propn
}

/// "the Johan Sverdrup oil field": what stands there has the person's name.
fn is_site(text: &Text, tokens: &Range<usize>) -> bool {
    let stands = |at: usize| {
        let norm = text.norm(at);
        matches!(norm, "mine" | "oilfield" | "pipeline" | "refinery" | "dam" | "reactor" | "stadium" | "airport")
            || norm == "field" && matches!(text.norm(at - 1), "oil" | "gas")
    };
    let the = tokens.start > 0 && text.norm(tokens.start - 1) == "the";
    let behind = tokens.end..(tokens.end + 2).min(text.tokens.len());
    the && behind.take_while(|at| small(text, *at)).any(stands)
}

/// A word in small letters on its own.
fn small(text: &Text, at: usize) -> bool {
    text.tokens[at].shape == Shape::Lower && text.spaced(at)
}

/// Gives a mention the span of these tokens.
fn cut(text: &Text, mention: &mut Mention, tokens: Range<usize>) {
    mention.span = text.cover(tokens.clone());
    if mention.kind == Kind::Person {
        let last = Some(text.tokens[tokens.end - 1].span);
        let given = (tokens.len() > 1).then_some(text.tokens[tokens.start].span);
        mention.parts = Parts { given, family: last, suffix: None, ..mention.parts };
        mention.form = super::person::form(tokens.len());
    } else {
        mention.parts = Parts::default();
    }
}
