//! Codes: telephone numbers, versions, "F-16", "COVID-19", "9/11", "24/7".

use crate::figures::scene::Scene;
use crate::numeral::{self, Decimal};
use crate::text::TokenKind;

/// "020 7946 0958", "555-0100", "1.2.3", "F-16", "COVID-19", "A320", "9/11", "24/7".
pub fn find(scene: &Scene, at: usize) -> Option<usize> {
    let text = scene.text;
    let numeral = scene.numeral(at);
    if !numeral.digits {
        return None;
    }
    let start = numeral.tokens.start;
    let behind = scene.behind(at);
    let raw = text.as_str().as_bytes();
    let first = numeral.span.start as usize;
    // Glued to a word by a hyphen: "COVID-19", "F-16", "mid-30s", "under-21".
    if start >= scene.anchors[at].sentence.start + 2 && scene.hyphen(start - 1) && scene.is_word(start - 2) {
        let word = scene.norm(start - 2);
        let number = crate::numeral::read(text, start - 2).is_some();
        let unit = matches!(word, "top" | "number" | "no" | "a" | "the" | "mid" | "extra" | "less-than" | "non");
        // "$3m-4m", but "M-16".
        let magnitude = at > 0 && scene.numeral(at - 1).tokens.end + 2 >= start;
        let money = magnitude && matches!(word, "m" | "bn" | "billion" | "million" | "mn" | "tn" | "trillion" | "k")
            || crate::figures::money::is_prefix(scene.word(start - 2));
        // "3km-5km"
        let unit = unit || crate::figures::UNIT_WORDS.contains(word) && word.len() > 1;
        let to = matches!(word, "to" | "in" | "for" | "and");
        if !number && !unit && !money && !to {
            return Some(1);
        }
    }
    // "1) estimating the ratio and 2) finding the cause": numbers of a list.
    if scene.norm(behind) == ")"
        && whole_small(numeral.value, 20)
        && (0..12).all(|back| scene.before(at, start, back) != "(")
        && behind < scene.end(at)
    {
        return Some(1);
    }
    if numeral.value.is_negative() && first > 0 && raw[first - 1].is_ascii_alphanumeric() {
        return Some(1);
    }
    // A slash with digits about it: "9/11", "24/7", "2/3" was read as a fraction.
    let slash_behind = scene.norm(behind) == "/"
        && !scene.spaced(behind)
        && behind + 1 < scene.end(at)
        && !scene.spaced(behind + 1)
        && text.tokens[behind + 1].kind == TokenKind::Number;
    if slash_behind && numeral.kind != numeral::Kind::Fraction {
        return Some(if scene.anchor_at(at + 1, behind + 1).is_some() { 2 } else { 1 });
    }
    // Letters behind that are no unit: "737s" stays for the names, "12A".
    if let Some(tail) = numeral.tail {
        let letters = text.slice(tail);
        if letters.len() == 1
            && letters.starts_with(|c: char| c.is_ascii_uppercase())
            && !matches!(letters, "M" | "B" | "T" | "C" | "F" | "K" | "W" | "V" | "J" | "L")
        {
            return Some(1);
        }
    }
    let span = text.slice(numeral.span);
    // "020 7946 0958": groups of three digits and more behind one that begins with nought.
    if span.starts_with('0') && span.len() >= 3 && span.bytes().all(|byte| byte.is_ascii_digit()) {
        let mut last = at;
        while last < at + 4
            && let Some(next) = scene.anchor_at(last + 1, scene.behind(last))
            && scene.numeral(next).digits
            && scene.numeral(next).span.len() >= 3
        {
            last = next;
        }
        return Some(last - at + 1);
    }
    // "007", "0958"
    if span.len() > 1 && span.starts_with('0') && !span.contains('.') && !numeral.value.is_zero()
        || span.len() > 12 && span.bytes().all(|b| b.is_ascii_digit())
    {
        let money = first > 0 && matches!(raw[first - 1], b'$');
        if !money {
            return Some(1);
        }
    }
    // Groups of digits: "555-010-2345", "+44 20 7946 0958"
    let mut group = at;
    let mut here = behind;
    while let Some(next) = scene
        .anchor_at(group + 1, here + 1)
        .filter(|_| matches!(scene.norm(here), "-" | "." | "‑") && !scene.spaced(here) && !scene.spaced(here + 1))
    {
        group = next;
        here = scene.behind(next);
        if group - at > 8 {
            break;
        }
    }
    let lens = |at: usize| scene.numeral(at).span.len();
    if group >= at + 2 && lens(at) >= 2 && lens(group) >= 2 {
        return Some(group - at + 1);
    }
    if group == at + 1
        && lens(at) == 3
        && lens(group) == 4
        && scene.norm(behind) == "-"
        && !scene.is_word(scene.over_hyphen(scene.behind(group)))
    {
        return Some(2);
    }
    if scene.before(at, start, 0) == "+"
        && !scene.spaced(start)
        && whole_small(numeral.value, 999)
        && scene.anchor_at(at + 1, behind).is_some()
    {
        return Some(1);
    }
    None
}

fn whole_small(value: Decimal, most: u32) -> bool {
    value.to_u32().is_some_and(|value| value <= most)
}
