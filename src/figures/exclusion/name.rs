//! Numbers of names that no name finder knows: "Section 230", "version 2", "the first minister", "Shrek 2".
//!
//! A number inside a name that was found is not seen here at all: see [`super::super::taken`].

use super::designator::{Place, after, before};
use crate::figures::scene::{Anchor, Scene, Sort};
use crate::figures::{UNIT_WORDS, money, noun};
use crate::numeral::{Decimal, Kind};
use crate::tag::{self, Pos};
use crate::text::TokenKind;

/// Finds the numbers of names.
pub fn find(scene: &Scene, at: usize) -> Option<usize> {
    let anchor = &scene.anchors[at];
    let start = anchor.numeral.tokens.start;
    if anchor.sort != Sort::Numeral || start == anchor.sentence.start || anchor.numeral.kind == Kind::Vague {
        return None;
    }
    let named = if anchor.numeral.kind == Kind::Ordinal {
        ordinal(scene, at)
    } else if measures(scene, at) || !matches!(scene.kind(start - 1), Some(TokenKind::Word | TokenKind::Mixed)) {
        false
    } else {
        designated(scene, at) || behind_capital(scene, at) || model(scene, at) || in_words(scene, at)
    };
    named.then_some(1)
}

/// The token after an anchor, within its sentence.
fn next(scene: &Scene, at: usize) -> Option<usize> {
    Some(scene.behind(at)).filter(|next| *next < scene.end(at))
}

/// "the first minister", "Second Amendment", "5th Avenue".
fn ordinal(scene: &Scene, at: usize) -> bool {
    let Some(next) = next(scene, at) else { return false };
    let numeral = scene.numeral(at);
    let capitals = scene.capital(next) && scene.capital(numeral.tokens.start) && !numeral.digits;
    match after(scene.norm(next)) {
        Some(Place::AfterOrdinal) => true,
        Some(Place::CapitalAfterOrdinal | Place::Street) => scene.capital(next),
        _ => capitals,
    }
}

/// Whether a unit or a magnitude follows: "Formula 2 kg".
fn measures(scene: &Scene, at: usize) -> bool {
    let Some(next) = next(scene, at) else { return false };
    // "Channel 4 in London", `"Scream 3"`
    let letter = matches!(scene.norm(next), "c" | "f" | "k" | "m" | "a" | "t" | "l" | "in" | "\"" | "'");
    let norm = scene.norm(scene.over_hyphen(next));
    !letter && (UNIT_WORDS.contains(norm) || matches!(norm, "%" | "percent" | "per" | "million" | "billion"))
}

/// "Section 230", "Formula 1", "version 2", "Advisory Number 14".
fn designated(scene: &Scene, at: usize) -> bool {
    let numeral = scene.numeral(at);
    let word = numeral.tokens.start - 1;
    let first = scene.anchors[at].sentence.start;
    if scene.norm(word) == "number" {
        return scene.capital(word) && word > first + 1 && scene.capital(word - 1);
    }
    numeral.scale == 0
        && match before(scene.norm(word)) {
            Some(Place::Before) => true,
            Some(Place::CapitalBefore) => scene.capital(word),
            _ => false,
        }
}

/// "Shrek 2", "Nikkei 225": digits right after a word with a capital that nothing else explains.
fn behind_capital(scene: &Scene, at: usize) -> bool {
    let Anchor { numeral, sentence, .. } = &scene.anchors[at];
    let word = numeral.tokens.start - 1;
    let plain = numeral.digits
        && numeral.scale == 0
        && numeral.tail.is_none()
        && !numeral.value.is_negative()
        && !scene.text.slice(numeral.span).contains(',');
    // "Christa 2077" is a name; an age would be smaller.
    let named = scene.ends_name(word) && !(scene.ends_person(word) && numeral.value > Decimal::from(122u32));
    if !plain || !scene.capital(word) || scene.pos(word) != Pos::Propn || named {
        return false;
    }
    let version = !numeral.value.has_point() || scene.kind(word) == Some(TokenKind::Mixed);
    let small = numeral.value < Decimal::from(30u32);
    let counts = next(scene, at).is_some_and(|next| {
        let plural = |at: usize| noun::is_plural(scene.norm(at)) && !noun::is_stop(scene.norm(at));
        !scene.capital(next) && (plural(next) || plural(scene.over_hyphen(next) + 1))
            // "Rovers 2-1", "Rovers 2, City 1"
            || small && (matches!(scene.norm(next), "-" | "–") || scene.norm(next) == "," && scene.capital(next + 1))
    });
    // "MAUD 60" is sixty million.
    let letters = scene.raw(word);
    let code = letters.strip_prefix('M').filter(|code| code.len() == 3).unwrap_or(letters);
    let money = money::is_prefix(letters) || money::is_prefix(code);
    let label = matches!(scene.norm(word), "no" | "no." | "nos" | "nos." | "number" | "top");
    // "Only 22 of 52": a plain word that has its capital of its place.
    let opens = tag::is_common(scene.norm(word)) && (word == sentence.start || !scene.is_word(word - 1));
    version && !counts && !money && !label && !opens
}

/// "the 80486 chip", "the 737 MAX", "777 jets".
fn model(scene: &Scene, at: usize) -> bool {
    let numeral = scene.numeral(at);
    let Some(next) = next(scene, at) else { return false };
    let one = matches!(scene.norm(numeral.tokens.start - 1), "the" | "a" | "an" | "its" | "his" | "'s" | "’s" | "new");
    let digits = scene.text.slice(numeral.span).as_bytes();
    if matches!(digits, [b'7', b'0'..=b'8', b'7']) {
        let singular = noun::singular(scene.norm(next));
        return scene.capital(next)
            || one && !noun::is_plural(scene.norm(next))
            || after(&singular) == Some(Place::AfterModel);
    }
    let long = numeral.digits && numeral.scale == 0 && numeral.value >= Decimal::from(100u32);
    one && long && after(scene.norm(next)) == Some(Place::AfterModel)
}

/// "World War Two", "Formula One", "Group of Seven": a number word with a capital.
fn in_words(scene: &Scene, at: usize) -> bool {
    let numeral = scene.numeral(at);
    let start = numeral.tokens.start;
    if numeral.digits || !scene.capital(start) {
        return false;
    }
    let group = scene.before(at, start, 0) == "of"
        && matches!(scene.before(at, start, 1), "group" | "gang" | "big" | "council");
    let word = scene.norm(start - 1);
    let storm = matches!(word, "depression" | "storm");
    let ends = next(scene, at).is_none_or(|next| !scene.is_word(next));
    let behind_capital = scene.capital(start - 1) && start - 1 > scene.anchors[at].sentence.start;
    group && ends || behind_capital && (ends || storm)
}
