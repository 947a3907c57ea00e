//! What a rate is per: "a barrel", "per megawatt hour", "/km", "per 100 kilometres", "-a-year".

use super::noun;
use super::scene::Scene;
use super::unit::{UNITS, Unit};
use std::borrow::Cow;

/// What a rate is per.
pub struct Per {
    /// UCUM code: "h", "100km", "{person}".
    pub code: String,
    /// In plain English, singular: "100 kilometre".
    pub name: String,
    /// One past its last token.
    pub end: usize,
    /// The number in it is an anchor of its own.
    pub counted: bool,
}

/// Words of each for which money is paid that are neither units nor times.
fn each(norm: &str) -> bool {
    matches!(
        norm,
        "share"
            | "night"
            | "head"
            | "person"
            | "ticket"
            | "piece"
            | "household"
            | "family"
            | "unit"
            | "dozen"
            | "bottle"
            | "plate"
            | "game"
            | "vote"
            | "child"
            | "student"
            | "pupil"
            | "employee"
            | "worker"
            | "session"
            | "episode"
            | "case"
            | "vehicle"
            | "car"
            | "passenger"
            | "capita"
            | "customer"
            | "user"
            | "word"
            | "seat"
            | "copy"
            | "litre"
            | "pack"
            | "packet"
            | "box"
            | "bag"
            | "term"
            | "shift"
            | "visit"
            | "trip"
            | "ride"
            | "book"
            | "room"
            | "message"
            | "call"
            | "dose"
            | "test"
            | "pop"
    )
}

/// A unit of time by its name or sign: code and name.
pub fn time(norm: &str) -> Option<(&'static str, &'static str)> {
    Some(match norm {
        "millisecond" | "ms" => ("ms", "millisecond"),
        "second" | "sec" | "s" => ("s", "second"),
        "minute" | "min" => ("min", "minute"),
        "hour" | "hr" | "h" => ("h", "hour"),
        "day" => ("d", "day"),
        "week" => ("wk", "week"),
        "month" => ("mo", "month"),
        "quarter" => ("{quarter}", "quarter"),
        "year" | "yr" | "annum" => ("a", "year"),
        _ => return None,
    })
}

/// The unit named or signed at token `at`, the longest, and one past its last token.
fn unit(scene: &Scene, at: usize, end: usize) -> Option<(&'static Unit, usize)> {
    let text = scene.text;
    for words in (1..=3).rev() {
        let last = at + words;
        if last > end {
            continue;
        }
        let written = text.slice(text.cover(at..last));
        if written.len() > 30 {
            continue;
        }
        let spaced: Cow<str> =
            if words == 1 { text.norm(at).into() } else { written.to_lowercase().replace('-', " ").into() };
        if let Some(unit) = UNITS.name(&spaced).or_else(|| UNITS.symbol(written)) {
            return Some((unit, last));
        }
    }
    None
}

/// Whether the length at token `at` dates something, "a year earlier", "a month after the sale": then it is no rate.
pub fn dates(scene: &Scene, at: usize) -> bool {
    match scene.norm(at + 1) {
        "ago" | "earlier" | "before" | "later" | "prior" | "previously" | "hence" | "on" => true,
        // "$500 a month after tax" is a rate.
        "after" => !matches!(scene.norm(at + 2), "tax" | "taxes" | "deductions" | "expenses" | "rent" | "bills"),
        "from" => matches!(scene.norm(at + 2), "now" | "today"),
        _ => false,
    }
}

/// What is per after token `next`, in the sentence of `anchor`.
pub fn quantity(scene: &Scene, anchor: usize, taken: usize, next: usize) -> Option<Per> {
    let end = scene.end(anchor);
    if next + 1 >= end || !matches!(scene.norm(next), "per" | "a" | "an" | "/") {
        return None;
    }
    let slash = scene.norm(next) == "/";
    if slash && scene.spaced(next) {
        return None;
    }
    let mut here = next + 1;
    let mut amount = String::new();
    let mut counted = false;
    if scene.norm(next) == "per"
        && let Some(second) = scene.anchor_at(taken, here)
    {
        amount = scene.numeral(second).value.to_string();
        here = scene.behind(second);
        counted = true;
    }
    if here >= end {
        return None;
    }
    let norm = scene.norm(here);
    let spaced = |name: &str| if amount.is_empty() { name.to_owned() } else { format!("{amount} {name}") };
    let per = |code: &str, name: &str, end: usize| {
        Some(Per { code: format!("{amount}{code}"), name: spaced(name), end, counted })
    };
    if let Some((code, name)) = time(norm) {
        if matches!(scene.norm(next), "a" | "an") && dates(scene, here) {
            return None;
        }
        return per(code, name, here + 1);
    }
    if let Some((unit, end)) = unit(scene, here, end)
        && (scene.norm(next) == "per" || slash || norm.len() > 3)
    {
        return per(unit.code, unit.name, end);
    }
    if matches!(norm, "head" | "person" | "capita" | "people" | "inhabitants" | "household" | "passenger") && !slash {
        let name = noun::singular(norm);
        return per(&format!("{{{name}}}"), &name, here + 1);
    }
    None
}

/// What counts are per: "800 cars a day", "12 bottles per person".
pub fn count(scene: &Scene, anchor: usize, next: usize) -> Option<Per> {
    if matches!(scene.norm(next), "every" | "each") {
        let (_, name) = time(scene.norm(next + 1))?;
        return Some(Per { code: String::new(), name: name.to_owned(), end: next + 2, counted: false });
    }
    let timed = matches!(scene.norm(next), "a" | "an") && time(scene.norm(next + 1)).is_some();
    if timed || scene.norm(next) == "per" { noun(scene, anchor, next) } else { None }
}

/// What money is per after token `next`: also a plain noun, "a share", "per customer".
pub fn noun(scene: &Scene, anchor: usize, next: usize) -> Option<Per> {
    let end = scene.end(anchor);
    let sign = scene.over_hyphen(next);
    if sign >= end || !matches!(scene.norm(sign), "a" | "an" | "per" | "/") {
        return None;
    }
    let per = matches!(scene.norm(sign), "per" | "/");
    let here = scene.over_hyphen(sign + 1);
    if here >= end || !scene.is_word(here) {
        return None;
    }
    let norm = scene.norm(here);
    let found = |name: &str, end: usize| Some(Per { code: String::new(), name: name.to_owned(), end, counted: false });
    if let Some((_, name)) = time(norm).filter(|_| per || norm.len() > 3 || norm == "day") {
        if !per && dates(scene, here) {
            return None;
        }
        return found(name, here + 1);
    }
    if let Some((unit, end)) = unit(scene, here, end).filter(|_| per || norm.len() > 3) {
        return found(unit.name, end);
    }
    if each(norm) || per && scene.pos(here) == crate::tag::Pos::Noun {
        return found(norm, here + 1);
    }
    None
}
