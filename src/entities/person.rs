//! People by their names: a forename and what follows it.

use super::{Find, Form, Kind, Label, Parts, Proposal, Scene};
use crate::lexicon::gazetteer::bits;
use crate::lexicon::names::Word;
use crate::reason::{Confidence, Reason};
use crate::rule::Rule;
use crate::text::Shape;
use std::ops::Range;

/// A forename of the lists before further names, or a listed surname after an unlisted one. Leaves alone
/// lone forenames and surnames: they are found again where the full name stands elsewhere.
pub(super) const RULE: Rule<Find> =
    Rule {
        name: "entities/person", about: "a forename and a surname: “Ines de la Cruz”, “J. K. Moe Jr.”", find
    };

fn find(scene: &Scene, proposals: &mut Vec<Proposal>) {
    for segment in &scene.segments {
        if segment.title.is_some() {
            continue;
        }
        let mut start = segment.tokens.start;
        // A nationality, a place or the opening word of the sentence before the name is none of it.
        while start < segment.tokens.end {
            let seen = scene.seen[start];
            let place = bits::STATE | bits::GROUP | bits::REGION | bits::ORGANISATION;
            let other = seen.longest.is(place) && !seen.alone.is(bits::MALE | bits::FEMALE);
            let plain = !seen.telling && seen.alone == Default::default() && crate::tag::is_common(scene.norm(start));
            if other {
                start += usize::from(seen.len).max(1);
            } else if plain {
                start += 1;
            } else {
                break;
            }
        }
        if start >= segment.tokens.end {
            continue;
        }
        let len = name_length(scene, start..segment.tokens.end);
        if !(2..=6).contains(&len) {
            continue;
        }
        let tokens = start..start + len;
        let (first, last) = (scene.seen[start], scene.seen[start + len - 1]);
        let initial = scene.shape(start) == Some(Shape::Initial) || is_initials(scene.raw(start));
        let forename = first.alone.is(bits::MALE | bits::FEMALE);
        let surname = last.alone.is(bits::SURNAME) && len <= 3 && first.alone.is_only(bits::SURNAME | bits::PERSON);
        let common = crate::tag::is_common(scene.norm(start)) && !first.alone.is(bits::MALE | bits::FEMALE);
        let why = if forename {
            format!("“{}” is a forename", scene.raw(start))
        } else if surname && !common {
            format!("“{}” is a surname", scene.raw(start + len - 1))
        } else if initial && scene.is_title_case(start + len - 1) && !common_last(scene, start + len - 1) {
            String::from("initials before a name")
        } else {
            continue;
        };
        if forename && len == 2 && common_last(scene, start + 1) && !last.alone.is(bits::SURNAME) {
            continue;
        }
        let mut proposal = Proposal::new(scene, tokens.clone(), Kind::Person, Some(Label::Person), RULE.name);
        proposal.mention.parts = parts(scene, tokens);
        let sure = if forename { Confidence::High } else { Confidence::Medium };
        proposals.push(proposal.weighing(45).sure(sure).because(Reason::new("person-name", why)));
    }
}

fn common_last(scene: &Scene, at: usize) -> bool {
    crate::tag::is_common(scene.norm(at))
}

fn is_initials(word: &str) -> bool {
    word.len() >= 2
        && word.contains('.')
        && word.chars().all(|c| c.is_uppercase() || c == '.')
        && word != "U.S."
        && word != "U.K."
}

/// How many tokens from the start of `tokens` may be one person's name.
pub(super) fn name_length(scene: &Scene, tokens: Range<usize>) -> usize {
    let mut len = 0;
    for at in tokens.clone() {
        let seen = scene.seen[at];
        let word = matches!(
            seen.word,
            Some(Word::Company | Word::Organisation | Word::Start | Word::Facility | Word::Law | Word::Event)
        );
        // "Jane Roe Foundation" is no person; "Jane Banks" may be one.
        if word && !(seen.alone.is(bits::SURNAME) && at + 1 == tokens.end) {
            return if matches!(seen.word, Some(Word::Event)) { len } else { 0 };
        }
        let shape = scene.text.tokens[at].shape;
        if at > tokens.start {
            let elsewhere = bits::STATE | bits::REGION | bits::ORGANISATION | bits::GROUP;
            let person = bits::SURNAME | bits::MALE | bits::FEMALE | bits::PERSON;
            let compiled = seen.longest.is(elsewhere) && seen.longest.identity() != 0;
            if compiled && !seen.alone.is(person) && at + 1 == tokens.end && seen.len == 1 && shape != Shape::Title
                || compiled && seen.len > 1 && !scene.seen[at].longest.is(bits::PERSON)
            {
                break;
            }
            if shape == Shape::Upper
                && at > tokens.start
                && scene.shape(tokens.start) != Some(Shape::Upper)
                && !is_suffix(scene.norm(at))
                && scene.raw(at).chars().count() > 2
            {
                // "Angela Merkel CDU" stops; "ROE" after "Jane" goes on only where all is in capitals.
                break;
            }
        }
        len += 1;
    }
    while len > 0
        && (super::run::is_particle(scene.norm(tokens.start + len - 1)) || scene.norm(tokens.start + len - 1) == "-")
    {
        len -= 1;
    }
    if len > 6 { 0 } else { len }
}

fn is_suffix(norm: &str) -> bool {
    matches!(norm, "jr" | "jr." | "sr" | "sr." | "ii" | "iii" | "iv" | "v" | "vi" | "xiv" | "xvi")
}

/// Forename, surname and suffix of a name.
pub(super) fn parts(scene: &Scene, tokens: Range<usize>) -> Parts {
    let mut parts = Parts::default();
    let mut end = tokens.end;
    if tokens.len() > 1 && is_suffix(scene.norm(end - 1)) {
        parts.suffix = Some(scene.span(end - 1..end));
        end -= 1;
    }
    if end - tokens.start == 1 {
        parts.family = Some(scene.span(tokens.start..end));
        return parts;
    }
    let last_known = scene.seen[end - 1].alone.is(bits::SURNAME);
    if family_first(scene.norm(tokens.start)) && !last_known {
        parts.family = Some(scene.span(tokens.start..tokens.start + 1));
        parts.given = Some(scene.span(tokens.start + 1..end));
        return parts;
    }
    // Particles and hyphens belong to the surname: "von der Leyen", "al-Assad", "Smith-Jones".
    let mut family = end - 1;
    while family > tokens.start + 1 {
        let before = scene.norm(family - 1);
        if super::run::is_particle(before) {
            family -= 1;
        } else if before == "-" && family - 1 > tokens.start + 1 {
            family -= 2;
        } else {
            break;
        }
    }
    parts.given = Some(scene.span(tokens.start..family));
    parts.family = Some(scene.span(family..end));
    parts
}

/// Surnames of China, Korea and Vietnam, which stand first.
fn family_first(norm: &str) -> bool {
    matches!(
        norm,
        "xi" | "li"
            | "wang"
            | "zhang"
            | "liu"
            | "chen"
            | "yang"
            | "huang"
            | "zhao"
            | "wu"
            | "zhou"
            | "xu"
            | "sun"
            | "ma"
            | "zhu"
            | "hu"
            | "guo"
            | "he"
            | "lin"
            | "gao"
            | "luo"
            | "zheng"
            | "liang"
            | "xie"
            | "song"
            | "tang"
            | "deng"
            | "han"
            | "feng"
            | "cao"
            | "peng"
            | "zeng"
            | "xiao"
            | "tian"
            | "dong"
            | "pan"
            | "yuan"
            | "cai"
            | "jiang"
            | "yu"
            | "du"
            | "ye"
            | "cheng"
            | "wei"
            | "lu"
            | "ding"
            | "ren"
            | "shen"
            | "yao"
            | "kim"
            | "park"
            | "lee"
            | "choi"
            | "jung"
            | "moon"
            | "yoon"
            | "cho"
            | "jang"
            | "lim"
            | "ban"
            | "roh"
            | "nguyen"
            | "tran"
            | "pham"
            | "mao"
            | "wen"
            | "qin"
            | "tsai"
            | "lai"
            | "bo"
            | "hong"
            | "shi"
            | "hua"
            | "chiang"
            | "chang"
            | "chung"
            | "shin"
    )
}

/// The form of a name of so many tokens.
pub(super) fn form(len: usize) -> Form {
    if len == 1 { Form::Short } else { Form::Name }
}
