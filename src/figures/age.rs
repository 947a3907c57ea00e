//! Ages: "a 34-year-old", "aged 12", "Smith, 34,", "29 years old", "a four-month-old", "in her 30s".

use super::scene::{Draft, Scene, Sort};
use super::{Find, Kind};
use crate::numeral::{self, Decimal};
use crate::reason::{Confidence, Reason};
use crate::rule::Rule;
use crate::span::Span;
use crate::tag::Pos;
use crate::times;

pub(super) const RULE: Rule<Find> =
    Rule { name: "figures/age", about: "“a 34-year-old”, “aged 12”, “Smith, 34,”", find };

/// Finds ages.
fn find(scene: &Scene, at: usize) -> Option<Draft> {
    let anchor = &scene.anchors[at];
    let numeral = &anchor.numeral;
    if anchor.sort != Sort::Numeral || !matches!(numeral.kind, numeral::Kind::Cardinal) || numeral.value.is_negative() {
        return None;
    }
    spoken(scene, at).or_else(|| aged(scene, at, LISTED)).or_else(|| apposed(scene, at)).or_else(|| named(scene, at))
}

fn unit(norm: &str) -> Option<(&'static str, &'static str)> {
    Some(match norm {
        "year" | "years" | "yr" | "yrs" => ("a", "year"),
        "month" | "months" => ("mo", "month"),
        "week" | "weeks" => ("wk", "week"),
        "day" | "days" => ("d", "day"),
        "hour" | "hours" => ("h", "hour"),
        _ => return None,
    })
}

/// "34-year-old", "29 years old", "eighteen months of age", "87 yo".
fn spoken(scene: &Scene, at: usize) -> Option<Draft> {
    let text = scene.text;
    let noun = scene.over_hyphen(scene.behind(at));
    if noun >= scene.end(at) {
        return None;
    }
    let (code, name, last) = if matches!(scene.norm(noun), "yo" | "y/o") {
        ("a", "year", noun)
    } else {
        let (code, name) = unit(scene.norm(noun))?;
        // A spaced hyphen is how newswire text writes "34 - year - old".
        let mut old = scene.over_hyphen(noun + 1);
        if scene.norm(old) == "-" {
            old += 1;
        }
        let of_age = scene.norm(noun + 1) == "of" && scene.norm(noun + 2) == "age";
        match scene.norm(old) {
            "old" | "olds" => (code, name, old),
            _ if of_age => (code, name, noun + 2),
            _ => return None,
        }
    };
    if last >= scene.end(at) {
        return None;
    }
    let words = text.cover(noun..last + 1);
    let draft = scene.draft(at, Kind::Age, RULE.name, Span::new(scene.numeral(at).span.start, words.end));
    Some(draft.unit(code, name).because(Reason::at("age", format!("“{}”", text.slice(words)), words)))
}

/// More ages than this are not listed after one word.
const LISTED: usize = 4;

/// "aged 12", "ages 5", "age of 34", "at age 60".
fn aged(scene: &Scene, at: usize, listed: usize) -> Option<Draft> {
    let numeral = scene.numeral(at);
    if !years(numeral.value) || numeral.tail.is_some() {
        return None;
    }
    let start = numeral.tokens.start;
    let mut back = 0;
    if scene.before(at, start, 0) == "of" {
        back = 1;
    }
    if matches!(
        scene.before(at, start, back),
        "about" | "around" | "just" | "between" | "over" | "under" | "only" | "-"
    ) {
        back += 1;
    }
    // "aged 18 to 34", "ages 5, 7 and 9": the next one is an age too.
    let joint = scene.before(at, start, 0);
    if at > 0
        && listed > 0
        && matches!(joint, "to" | "and" | "or" | "-" | "–" | ",")
        && scene.numeral(at - 1).tokens.end + 1 == start
        && scene.anchors[at - 1].sentence == scene.anchors[at].sentence
        && numeral.digits
        && scene.numeral(at - 1).digits
        && !scene.hyphen(scene.behind(at))
        && !matches!(scene.norm(scene.behind(at)), "%" | "percent" | "per" | "million")
        && !(matches!(joint, "and" | ",") && super::noun::is_plural(scene.norm(scene.behind(at))))
        && let Some(first) = aged(scene, at - 1, listed - 1)
    {
        let draft = scene.draft(at, Kind::Age, RULE.name, numeral.span).unit("a", "year");
        return Some(draft.because(first.figure.reasons[0].clone()));
    }
    let word = scene.before(at, start, back);
    // "when she was eight", "has turned 40", "range in age from 21 to 78"
    let behind = scene.behind(at);
    let ends = behind >= scene.end(at) || !scene.is_word(behind) || super::noun::is_stop(scene.norm(behind));
    let pronoun = |norm: &str| matches!(norm, "he" | "she" | "i" | "they" | "we" | "you");
    let was = back == 0
        && ends
        && !numeral.value.is_zero()
        && (matches!(word, "was" | "were")
            && (pronoun(scene.before(at, start, 1)) || start > 1 && scene.ends_person(start - 2))
            && (matches!(scene.before(at, start, 2), "when" | "until" | "since") || scene.norm(behind) == "when")
            || matches!(word, "turned" | "turns" | "turning")
                && numeral.digits
                && !matches!(scene.norm(behind), "to" | "into" | "-"));
    // "the 25-54 age group", "adults over 65", "children under 5"
    let group = scene.norm(scene.over_hyphen(behind)) == "age"
        && matches!(
            scene.norm(scene.over_hyphen(behind) + 1),
            "group" | "groups" | "bracket" | "brackets" | "range" | "demographic" | "category" | "cohort" | "band"
        );
    let people = back == 1
        && numeral.digits
        && matches!(joint, "over" | "under")
        && matches!(
            word,
            "people"
                | "adults"
                | "children"
                | "those"
                | "anyone"
                | "men"
                | "women"
                | "kids"
                | "residents"
                | "drivers"
                | "workers"
                | "players"
                | "girls"
                | "boys"
                | "persons"
                | "everyone"
                | "patients"
                | "citizens"
                | "teenagers"
        )
        && !super::noun::phrase(scene, behind, scene.end(at), true)
            .is_some_and(|phrase| super::noun::is_plural(scene.norm(phrase.head)));
    // "At 82, he still runs."
    let at_age = word == "at"
        && back == 0
        && numeral.digits
        && scene.norm(behind) == ","
        && matches!(scene.norm(behind + 1), "he" | "she")
        && numeral.value >= Decimal::from(10u32);
    let takes = match word {
        _ if was || at_age || group || people => true,
        "from" if back == 0 => matches!(scene.before(at, start, 1), "age" | "aged" | "ages"),
        "aged" | "ages" => true,
        "age" => {
            !matches!(scene.before(at, start, back + 1), "the" | "average" | "median" | "minimum" | "-")
                || back > 0 && scene.before(at, start, 0) == "of"
        }
        _ => false,
    };
    if !takes || times::is_unit(scene.norm(scene.over_hyphen(scene.behind(at)))) {
        return None;
    }
    let cue = scene.text.tokens[start - 1 - back].span;
    // "age 87" is the age; of "aged 12" the number is.
    let span = if word == "age" && back == 0 { cue.cover(numeral.span) } else { numeral.span };
    let draft = scene.draft(at, Kind::Age, RULE.name, span).unit("a", "year");
    Some(draft.because(Reason::at("age", format!("“{word}” stands before the number"), cue)))
}

/// "Smith, 34, said": a number between commas after a name.
fn apposed(scene: &Scene, at: usize) -> Option<Draft> {
    let text = scene.text;
    let numeral = scene.numeral(at);
    let start = numeral.tokens.start;
    let sentence = &scene.anchors[at].sentence;
    // In words only after a name that is surely a person's: "Ada Quinn, sixty-three, is".
    let spelt = start > 1 && scene.ends_person(start - 2) && numeral.value >= Decimal::from(10u32);
    if !(numeral.digits || spelt)
        || numeral.tail.is_some()
        || !years(numeral.value)
        || numeral.digits && numeral.span.len() > 3
        || start < sentence.start + 2
    {
        return None;
    }
    let behind = scene.behind(at);
    let next = if behind < sentence.end { scene.norm(behind) } else { "." };
    let closes = matches!(next, "," | "." | ";" | ")" | "and" | "of" | "from" | "was" | "who" | "—" | "–");
    // "Ada Quinn, 51 would join": the second comma is left out.
    let runs_on = start > 1 && scene.ends_person(start - 2) && matches!(scene.pos(behind), Pos::Verb | Pos::Aux);
    let comma = text.norm(start - 1) == "," && (closes || runs_on) && next != ")";
    if !comma {
        return None;
    }
    let name = start - 2;
    let person = scene.capital(name)
        && matches!(scene.pos(name), Pos::Propn | Pos::Noun | Pos::X | Pos::Adj | Pos::Verb)
        && !matches!(text.norm(name), "inc" | "inc." | "corp" | "corp." | "ltd" | "ltd.");
    // "the driver, 34, said": a person by what they are, between two commas.
    let role = next == ","
        && scene.pos(name) == Pos::Noun
        && !super::noun::is_plural(text.norm(name))
        && scene.is_word(name)
        && numeral.value >= Decimal::from(10u32)
        && (0..4).any(|back| {
            matches!(scene.before(at, name, back), "the" | "a" | "an" | "his" | "her" | "their" | "former")
        });
    let person = person || role;
    // Lists of numbers are none; "Jan. 5, 12" neither.
    let listed = at > 0 && scene.numeral(at - 1).tokens.end + 2 >= start;
    let list_behind = next == "," && scene.anchor_at(at + 1, behind + 1).is_some();
    let old_enough = numeral.value >= Decimal::from(3u32);
    if !person
        || listed
        || list_behind
        || !old_enough
        || matches!(next, "." | "of" | "from")
            && name > sentence.start
            && !scene.capital(name - 1)
            && !scene.ends_person(name)
    {
        return None;
    }
    let draft = scene.draft(at, Kind::Age, RULE.name, numeral.span).unit("a", "year").trust(Confidence::Medium);
    Some(draft.because(Reason::at("age", format!("follows the name “{}”", scene.raw(name)), text.tokens[name].span)))
}

/// "Nora Hague 44 has spent": a number after a person's name without commas, and a verb after it.
fn named(scene: &Scene, at: usize) -> Option<Draft> {
    let numeral = scene.numeral(at);
    let name = numeral.tokens.start.checked_sub(1).filter(|name| scene.ends_person(*name))?;
    let behind = scene.behind(at);
    let verb = matches!(scene.pos(behind), Pos::Verb | Pos::Aux) && behind < scene.end(at);
    let grown = numeral.digits && numeral.value >= Decimal::from(10u32) && numeral.tail.is_none();
    if !verb || !grown || !years(numeral.value) {
        return None;
    }
    let draft = scene.draft(at, Kind::Age, RULE.name, numeral.span).unit("a", "year").trust(Confidence::Medium);
    let name = scene.text.tokens[name].span;
    Some(draft.because(Reason::at("age", format!("follows the name “{}”", scene.text.slice(name)), name)))
}

fn years(value: Decimal) -> bool {
    value <= Decimal::from(122u32) && !value.has_point()
}
