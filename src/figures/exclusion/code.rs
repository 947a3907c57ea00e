//! Codes: telephone numbers, versions, "F-16", "COVID-19", "9/11", "24/7".

use super::Exclude;
use crate::figures::scene::Scene;
use crate::figures::{UNIT_WORDS, money, noun};
use crate::numeral;

/// The sorts of codes, in order.
const CODES: &[Exclude] = &[
    behind_letters,
    glued_to_letters,
    coordinate,
    postcode,
    list_number,
    colon_pair,
    slashed,
    lettered,
    // Before telephone numbers, which have spaces between their groups: "020-7946-0958".
    grouped,
    dialled,
    telephone,
    zero_filled,
    country_code,
];

/// Finds codes, all of which are written in digits.
pub fn find(scene: &Scene, at: usize) -> Option<usize> {
    if !scene.numeral(at).digits {
        return None;
    }
    CODES.iter().find_map(|code| code(scene, at))
}

/// A number glued to a word by a hyphen: "COVID-19", "F-16". Units, money and "top-10" are none.
fn behind_letters(scene: &Scene, at: usize) -> Option<usize> {
    let numeral = scene.numeral(at);
    let start = numeral.tokens.start;
    let raw = scene.text.as_str().as_bytes();
    let first = numeral.span.start as usize;
    if numeral.value.is_negative() {
        // "B-2"
        return (first > 0 && raw[first - 1].is_ascii_alphanumeric()).then_some(1);
    }
    if start < scene.anchors[at].sentence.start + 2 || !scene.hyphen(start - 1) || !scene.is_word(start - 2) {
        return None;
    }
    let word = scene.norm(start - 2);
    let is_number = numeral::read(scene.text, start - 2).is_some();
    let is_plain = matches!(
        word,
        "top"
            | "number"
            | "no"
            | "a"
            | "the"
            | "mid"
            | "sub"
            | "under"
            | "over"
            | "plus"
            | "pre"
            | "post"
            | "extra"
            | "less-than"
            | "non"
            | "to"
            | "in"
            | "for"
            | "and"
    );
    // "$3m-4m", but "M-16"
    let behind_number = at > 0 && scene.numeral(at - 1).tokens.end + 2 >= start;
    let is_magnitude = matches!(word, "m" | "bn" | "billion" | "million" | "mn" | "tn" | "trillion" | "k");
    let is_money = behind_number && is_magnitude || money::is_prefix(scene.raw(start - 2));
    // "3km-5km"
    let is_unit = UNIT_WORDS.contains(word) && word.len() > 1;
    (!is_number && !is_plain && !is_money && !is_unit).then_some(1)
}

/// "PS5": letters right before the digits that are no currency here.
fn glued_to_letters(scene: &Scene, at: usize) -> Option<usize> {
    let start = scene.numeral(at).span.start as usize;
    let letter = scene.text.as_str()[..start].ends_with(char::is_alphabetic);
    (letter && money::find(scene, at).is_none()).then_some(1)
}

/// "32° 34’S", "51°30′N": degrees and minutes of a place on the map.
fn coordinate(scene: &Scene, at: usize) -> Option<usize> {
    let sign = scene.behind(at);
    if !matches!(scene.norm(sign), "°" | "º" | "deg") {
        return None;
    }
    let quarter = |at: usize| matches!(scene.raw(at), "N" | "S" | "E" | "W" | "north" | "south" | "east" | "west");
    if quarter(sign + 1) {
        return Some(1);
    }
    let minutes = scene.anchor_at(at + 1, sign + 1)?;
    let rest = &scene.text.as_str()[scene.numeral(minutes).span.end as usize..];
    rest.trim_start().starts_with(['\'', '’', '′']).then_some(minutes - at + 1)
}

/// "CA 90049", "the 90049 ZIP code", "ZIP code 90049", "Postcode 3121".
fn postcode(scene: &Scene, at: usize) -> Option<usize> {
    let numeral = scene.numeral(at);
    let digits = scene.text.slice(numeral.span);
    if !(4..=6).contains(&digits.len()) || !digits.bytes().all(|byte| byte.is_ascii_digit()) {
        return None;
    }
    let code = |at: usize| {
        matches!(scene.norm(at), "zip" | "zipcode" | "postcode" | "pincode" | "pin")
            || matches!(scene.norm(at), "postal" | "area") && scene.norm(at + 1) == "code"
    };
    let before = |back: usize| scene.before(at, numeral.tokens.start, back);
    let named = matches!(before(0), "zip" | "zipcode" | "postcode" | "pincode")
        || before(0) == "code" && matches!(before(1), "zip" | "postal" | "pin" | "area");
    let word = scene.raw(numeral.tokens.start.wrapping_sub(1));
    let state = digits.len() == 5
        && word.len() == 2
        && word.bytes().all(|byte| byte.is_ascii_uppercase())
        && scene.norm(numeral.tokens.start.wrapping_sub(2)) == ","
        && !money::is_prefix(word);
    (code(scene.behind(at)) || named || state).then_some(1)
}

/// "1) estimating the ratio and 2) finding the cause": the numbers of a list.
fn list_number(scene: &Scene, at: usize) -> Option<usize> {
    let numeral = scene.numeral(at);
    let behind = scene.behind(at);
    let closes = scene.norm(behind) == ")" && behind < scene.end(at);
    let opened = (0..12).any(|back| scene.before(at, numeral.tokens.start, back) == "(");
    let small = numeral.value.to_u32().is_some_and(|value| value <= 20);
    (closes && small && !opened).then_some(1)
}

/// "Romans 8:31", and a time of day with no word beside it that says so: "17:00".
fn colon_pair(scene: &Scene, at: usize) -> Option<usize> {
    let numeral = scene.numeral(at);
    let colon = scene.behind(at);
    let glued = scene.norm(colon) == ":" && !scene.spaced(colon) && !scene.spaced(colon + 1);
    let two_digits = |at: usize| scene.is_number(at) && scene.raw(at).len() == 2;
    if !glued || numeral.span.len() > 3 || colon + 1 >= scene.end(at) || !two_digits(colon + 1) {
        return None;
    }
    let mut taken = 1;
    let mut here = colon;
    // "05:03:17"
    while matches!(scene.norm(here), ":") && two_digits(here + 1) && taken < 4 {
        let Some(next) = scene.anchor_at(at + taken, here + 1) else { break };
        here = scene.behind(next);
        taken += 1;
    }
    Some(taken)
}

/// "9/11", "24/7": a slash with digits on both sides that was not read as a fraction.
fn slashed(scene: &Scene, at: usize) -> Option<usize> {
    let slash = scene.behind(at);
    let glued = scene.norm(slash) == "/" && !scene.spaced(slash) && !scene.spaced(slash + 1);
    if !glued
        || slash + 1 >= scene.end(at)
        || !scene.is_number(slash + 1)
        || scene.numeral(at).kind == numeral::Kind::Fraction
    {
        return None;
    }
    Some(if scene.anchor_at(at + 1, slash + 1).is_some() { 2 } else { 1 })
}

/// "12A": a capital glued to the digits that is neither a unit nor a magnitude.
fn lettered(scene: &Scene, at: usize) -> Option<usize> {
    let letters = scene.text.slice(scene.numeral(at).tail?);
    let capital = letters.len() == 1 && letters.starts_with(|c: char| c.is_ascii_uppercase());
    let unit = matches!(letters, "M" | "B" | "T" | "C" | "F" | "K" | "W" | "V" | "J" | "L");
    (capital && !unit).then_some(1)
}

/// "call 911", "freephone 116 123", "text HOME to 741741", "the line is 13 11 14": a number that is dialled.
fn dialled(scene: &Scene, at: usize) -> Option<usize> {
    let plain = |at: usize| {
        let digits = scene.text.slice(scene.numeral(at).span);
        (2..=6).contains(&digits.len()) && digits.bytes().all(|byte| byte.is_ascii_digit())
    };
    if !plain(at) {
        return None;
    }
    let mut last = at;
    while last < at + 5
        && let Some(next) = scene.anchor_at(last + 1, scene.behind(last)).filter(|next| plain(*next))
    {
        last = next;
    }
    let start = scene.numeral(at).tokens.start;
    let calls = (0..5).any(|back| {
        matches!(
            scene.before(at, start, back),
            "call"
                | "calls"
                | "calling"
                | "called"
                | "dial"
                | "dialled"
                | "dialed"
                | "dialling"
                | "text"
                | "texting"
                | "freephone"
                | "phone"
                | "telephone"
                | "helpline"
                | "lifeline"
                | "hotline"
                | "ring"
                | "line"
        )
    });
    let ends = scene.behind(last) >= scene.end(at)
        || !scene.is_word(scene.behind(last))
        || noun::is_stop(scene.norm(scene.behind(last)));
    let digits: u32 = (at..=last).map(|at| scene.numeral(at).span.len()).sum();
    (calls && ends && digits >= 3 || last > at + 1 && digits >= 6).then_some(last - at + 1)
}

/// "020 7946 0958": groups of three digits and more after one that begins with a zero.
fn telephone(scene: &Scene, at: usize) -> Option<usize> {
    let digits = scene.text.slice(scene.numeral(at).span);
    if !digits.starts_with('0') || digits.len() < 3 || !digits.bytes().all(|byte| byte.is_ascii_digit()) {
        return None;
    }
    let mut last = at;
    while last < at + 4
        && let Some(next) = scene.anchor_at(last + 1, scene.behind(last))
        && scene.numeral(next).digits
        && scene.numeral(next).span.len() >= 3
    {
        last = next;
    }
    Some(last - at + 1)
}

/// "007", and digits too many for an amount.
fn zero_filled(scene: &Scene, at: usize) -> Option<usize> {
    let numeral = scene.numeral(at);
    let digits = scene.text.slice(numeral.span);
    let zeros = digits.len() > 1 && digits.starts_with('0') && !digits.contains('.') && !numeral.value.is_zero();
    let long = digits.len() > 12 && digits.bytes().all(|byte| byte.is_ascii_digit());
    let money = scene.text.as_str()[..numeral.span.start as usize].ends_with('$');
    ((zeros || long) && !money).then_some(1)
}

/// Groups of digits with signs between: "555-010-2345", "1.2.3", "555-0100", "11383-1989".
fn grouped(scene: &Scene, at: usize) -> Option<usize> {
    let mut groups = vec![at];
    let mut here = scene.behind(at);
    while groups.len() < 10
        && matches!(scene.norm(here), "-" | "." | "‑")
        && !scene.spaced(here)
        && !scene.spaced(here + 1)
        && let Some(next) = scene.anchor_at(at + groups.len(), here + 1)
    {
        groups.push(next);
        here = scene.behind(next);
    }
    let len = |group: usize| scene.numeral(group).span.len();
    let grouped = match groups[..] {
        [_] | [] => false,
        [first, last] => {
            let hyphen = scene.norm(scene.behind(first)) == "-";
            let counted = scene.is_word(scene.over_hyphen(here));
            let plain = scene.raw(scene.numeral(first).tokens.start).bytes().all(|byte| byte.is_ascii_digit());
            hyphen && len(last) == 4 && (len(first) == 3 && !counted || len(first) >= 5 && plain)
        }
        [first, .., last] => len(first) >= 2 && len(last) >= 2,
    };
    grouped.then_some(groups.len())
}

/// "+44 20 7946 0958", "+1-222-2222".
fn country_code(scene: &Scene, at: usize) -> Option<usize> {
    let numeral = scene.numeral(at);
    let plus = scene.text.slice(numeral.span).starts_with('+');
    let small = numeral.value.to_u32().is_some_and(|value| value <= 999);
    (plus && small && scene.is_number(scene.over_hyphen(scene.behind(at)))).then_some(1)
}
