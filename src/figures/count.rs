//! Counts with what is counted: "1,200 people", "a dozen lawmakers", "hundreds of flights", "five-member panel".
//!
//! The unit's name is the noun, singular: "person", "lawmaker", "flight". Left alone: numbers with nothing
//! counted, which are plain numbers.

use super::scene::{Draft, Scene, Sort};
use super::{Find, Kind, fraction, money, noun, per, quantity};
use crate::numeral;
use crate::reason::Reason;
use crate::rule::Rule;
use crate::span::Span;
use crate::tag::Pos;
use crate::times;

pub(super) const RULE: Rule<Find> =
    Rule { name: "figures/count", about: "“1,200 people”, “hundreds of flights”", find };

/// Finds counts.
fn find(scene: &Scene, at: usize) -> Option<Draft> {
    let text = scene.text;
    let anchor = &scene.anchors[at];
    let numeral = &anchor.numeral;
    if anchor.sort != Sort::Numeral || matches!(numeral.kind, numeral::Kind::Ordinal | numeral::Kind::Fraction) {
        return None;
    }
    let end = anchor.sentence.end;
    let mut value = numeral.value;
    let mut behind = scene.behind(at);
    let mut span_from = numeral.span;
    let mut scale = numeral.scale;
    if let Some(tail) = numeral.tail {
        let power = magnitude(text.slice(tail))?;
        value = value.scaled(power)?;
        scale = power;
        behind = numeral.tokens.end;
        span_from = Span::new(span_from.start, tail.end);
    } else if let Some(power) = magnitude(scene.raw(behind)).filter(|_| numeral.digits && scale == 0)
        && noun::is_plural(scene.norm(behind + 1))
    {
        // "8 B people"
        value = value.scaled(power)?;
        scale = power;
        span_from = Span::new(span_from.start, text.tokens[behind].span.end);
        behind += 1;
    }
    let plural = numeral.value != crate::numeral::Decimal::ONE;
    // "ten, mostly young, protesters" is not attempted.
    let mut hyphen = scene.hyphen(behind);
    let mut start = scene.over_hyphen(behind);
    if hyphen && matches!(scene.norm(start), "odd" | "plus") || scene.norm(start) == "+" && !scene.spaced(start) {
        hyphen = false;
        start += 1;
    }
    // "five or more states"
    if scene.norm(start) == "or"
        && matches!(scene.norm(start + 1), "more" | "fewer" | "less")
        && scene.is_word(start + 2)
    {
        start += 2;
    }
    let mut of = false;
    if scene.norm(start) == "of" && start < end {
        start = fraction::skip_determiners(scene, start + 1);
        of = true;
        // "11 of the 12 states": what the other number counts.
        if let Some(second) = scene.anchor_at(at + 1, start) {
            start = scene.behind(second);
        }
        // "two of Khan's victims"
        start = noun::owned(scene, start, end);
        if matches!(scene.norm(start), "them" | "us" | "those" | "whom" | "which" | "whose") {
            return None;
        }
    }
    if numeral.kind == numeral::Kind::Vague && !of && hyphen {
        return None;
    }
    if let Some(draft) = over_figure(scene, at, behind) {
        return Some(draft);
    }
    let phrase = noun::phrase(scene, start, end, plural && !hyphen)?;
    let head = phrase.head;
    let norm = scene.norm(head);
    // A name after a number is counted only in the plural: "12 Palestinians", not "five Apple".
    let many = noun::is_plural(norm) || noun::is_acronyms(scene.raw(head)) || norm.ends_with("ese");
    if scene.capital(head) && !many && plural && !hyphen && phrase.tokens.len() < 3 {
        return None;
    }
    // "Rovers 1 Nigeria 0", "one adds Nebraska": a place or a person is not counted; but "four-time champion Ada Quinn".
    if times::is_unit(norm) || scene.ends_name(head) && !many && !hyphen {
        return None;
    }
    // "two-legged" counts no legged.
    let first = scene.norm(start);
    if hyphen && first.len() > 4 && first.ends_with("ed") && !matches!(first, "breed" | "speed" | "hundred") {
        return None;
    }
    // Of hyphened words the first is what is counted: "a five-member panel".
    let head = if hyphen && scene.is_word(start) { start } else { head };
    let name = counted(scene, phrase.tokens.start, head);
    if of && numeral.kind != numeral::Kind::Vague && numeral.digits && scale == 0 && !noun::is_plural(scene.norm(head))
    {
        return None;
    }
    let (mut span, mut tokens_end) = if hyphen || !of && phrase.tokens.start <= head {
        (Span::new(span_from.start, text.tokens[head].span.end), head + 1)
    } else {
        (span_from, behind)
    };
    // 370 "jackal horns": a mark that opens within the figure would have to close in it.
    if matches!(scene.norm(start), "\"" | "“" | "'" | "‘") {
        (span, tokens_end) = (span_from, behind);
    }
    // The noun is part of the figure only where it stands next to it, with adjectives at most.
    if of && numeral.kind == numeral::Kind::Vague {
        span = Span::new(span_from.start, text.tokens[head].span.end);
        tokens_end = head + 1;
    }
    // A long phrase before its noun ("20 senior United Nations officials") stays one.
    let noun_span = text.tokens[head].span;
    let mut draft = scene.draft(at, Kind::Count, RULE.name, span).value(value);
    draft.scale = scale;
    draft.tokens.end = tokens_end;
    // "120 deaths per 100,000 people"
    let per = if scene.norm(tokens_end) == "per" { scene.anchor_at(at + 1, tokens_end + 1) } else { None };
    let mut name = name;
    if let Some(second) = per
        && let Some(of) = noun::phrase(scene, scene.behind(second), end, true)
    {
        name = format!("{name} per {} {}", scene.numeral(second).value, noun::singular(scene.norm(of.head)));
        draft.figure.span = Span::new(span.start, text.tokens[of.head].span.end);
        draft.tokens.end = of.head + 1;
        draft = draft.taking(second + 1);
    }
    if let Some(per) = per::count(scene, at, draft.tokens.end) {
        name = format!("{name} per {}", per.name);
    }
    let reason = Reason::at("counted", format!("“{}” is what is counted", text.slice(noun_span)), noun_span);
    Some(draft.name(name).because(reason))
}

/// "two $500 cheques", "6 7-ounce containers": what is counted stands after a figure that belongs to it.
fn over_figure(scene: &Scene, at: usize, behind: usize) -> Option<Draft> {
    let second = scene.anchors.get(at + 1).filter(|anchor| anchor.sentence == scene.anchors[at].sentence)?;
    let numeral = scene.numeral(at);
    let near = second.sort == Sort::Numeral && second.numeral.tokens.start <= behind + 2;
    if !near || numeral.scale > 0 || numeral.value < 2u32.into() || !numeral.value.is_integer() {
        return None;
    }
    let hyphened = |draft: &Draft| scene.text.slice(draft.figure.span).contains('-');
    let figure = money::find(scene, at + 1).or_else(|| quantity::find(scene, at + 1).filter(hyphened))?;
    if figure.tokens.start != behind {
        return None;
    }
    let phrase = noun::phrase(scene, scene.over_hyphen(figure.tokens.end), scene.end(at), true)?;
    if !noun::is_plural(scene.norm(phrase.head)) {
        return None;
    }
    let span = scene.text.tokens[phrase.head].span;
    let reason = Reason::at("counted", format!("“{}” is what is counted", scene.raw(phrase.head)), span);
    let name = counted(scene, phrase.tokens.start, phrase.head);
    Some(scene.draft(at, Kind::Count, RULE.name, numeral.span).name(name).because(reason))
}

/// The name of what is counted: its head in the singular, with the nouns that belong to it ("heart transplant").
fn counted(scene: &Scene, start: usize, head: usize) -> String {
    let word = scene.raw(head);
    let norm = scene.norm(head);
    let mut name = if !scene.capital(head) {
        noun::singular(norm)
    } else if !noun::is_plural(norm) {
        if noun::is_acronyms(word) { word.trim_end_matches('s').to_owned() } else { word.to_owned() }
    } else {
        let singular = noun::singular(norm);
        // "Palestinians" → "Palestinian"
        let stem = word.get(..singular.len()).filter(|stem| stem.to_lowercase() == singular);
        stem.map_or(singular.clone(), str::to_owned)
    };
    let mut at = head;
    while at > start && scene.pos(at - 1) == Pos::Noun && scene.is_word(at - 1) && !scene.capital(at - 1) {
        at -= 1;
        name = format!("{} {name}", scene.norm(at));
    }
    name
}

/// The power of ten of a letter after digits.
fn magnitude(letter: &str) -> Option<i16> {
    match letter {
        "m" | "M" => Some(6),
        "b" | "B" => Some(9),
        _ => None,
    }
}
