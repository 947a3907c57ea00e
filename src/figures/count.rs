//! Counts with what is counted: "1,200 people", "a dozen lawmakers", "hundreds of flights", "five-member panel".
//!
//! The unit's name is the noun, singular: "person", "lawmaker", "flight". Left alone: numbers with nothing
//! counted, which are plain numbers.

use super::scene::{Draft, Scene, Sort};
use super::{Kind, fraction, noun};
use crate::numeral;
use crate::reason::Reason;
use crate::span::Span;
use crate::times;

const RULE: &str = "figures/count";

/// Finds counts.
pub fn find(scene: &Scene, at: usize) -> Option<Draft> {
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
        let power = match text.slice(tail) {
            "m" | "M" => 6,
            "b" | "B" => 9,
            _ => return None,
        };
        value = value.scaled(power)?;
        scale = power;
        behind = numeral.tokens.end;
        span_from = Span::new(span_from.start, tail.end);
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
    let phrase = noun::phrase(scene, start, end, plural && !hyphen)?;
    let head = phrase.head;
    let norm = scene.norm(head);
    // A name behind a number is counted only in the plural: "12 Palestinians", not "five Apple".
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
    let name = if scene.capital(head) && !noun::is_plural(scene.norm(head)) {
        let word = scene.raw(head);
        if noun::is_acronyms(word) { word.trim_end_matches('s').to_owned() } else { word.to_owned() }
    } else if scene.capital(head) {
        let singular = noun::singular(scene.norm(head));
        let word = scene.raw(head);
        // "Palestinians" → "Palestinian"
        word.get(..singular.len())
            .filter(|stem| stem.to_lowercase() == singular)
            .map_or(singular.clone(), str::to_owned)
    } else {
        noun::singular(scene.norm(head))
    };
    if of
        && numeral.kind != numeral::Kind::Vague
        && numeral.digits
        && numeral.scale == 0
        && !noun::is_plural(scene.norm(head))
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
    let mut draft = scene.draft(at, Kind::Count, RULE, span).value(value);
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
    let reason = Reason::at("counted", format!("“{}” is what is counted", text.slice(noun_span)), noun_span);
    Some(draft.name(name).because(reason))
}
