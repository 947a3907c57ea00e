//! One person under two spellings ("Catherine Lowe", "Katherine Lowe"), and a surname that two people share.

use super::Detect;
use super::headline::is_full_name;
use super::scene::Scene;
use super::{EACH, finding, words};
use crate::entities::{Form, Kind, Mention};
use crate::facts::{Finding, FindingCode, Member};
use crate::link::Entity;
use crate::rule::Rule;
use crate::span::Span;
use rustc_hash::{FxHashMap, FxHashSet};

/// A name shorter than this is told apart by a letter: "Lee" and "Li", "Anna" and "Anne".
const LEAST: usize = 4;

/// A surname alone has so many letters at least to be told from another.
const ALONE: usize = 5;

/// How many people of one forename or surname are held against a new one.
const MEMORY: usize = 16;

/// A person as first named in full, or by a surname alone.
struct Person {
    entity: usize,
    mention: usize,
    given: String,
    family: String,
}

/// One person under two spellings, or two under one.
pub(super) const RULE: Rule<Detect> = Rule {
    name: "facts/finding/name",
    about: "one person under two spellings, or two under one: \"Smyth\" and \"Smith\"",
    find,
};

fn find(scene: &Scene, findings: &mut Vec<Finding>) {
    drift(scene, findings);
    ambiguous(scene, findings);
}

/// People whose names differ by a letter.
fn drift(scene: &Scene, findings: &mut Vec<Finding>) {
    let people: Vec<Person> =
        scene.linked.entities.iter().enumerate().filter_map(|(at, entity)| Person::read(scene, at, entity)).collect();
    let mut known: FxHashMap<&str, Vec<usize>> = FxHashMap::default();
    let mut count = 0;
    for (at, person) in people.iter().enumerate() {
        let initial = person.family.chars().next().map_or("", |first| &person.family[..first.len_utf8()]);
        let keys = [person.family.as_str(), person.given.as_str(), initial];
        let earlier = keys
            .iter()
            .filter(|key| !key.is_empty())
            .filter_map(|key| known.get(*key))
            .flat_map(|list| list.iter().rev().take(MEMORY));
        let twin = earlier.map(|at| &people[*at]).find(|other| is_drift(scene, other, person));
        if let Some(other) = twin.filter(|_| count < EACH) {
            count += 1;
            findings.push(report(scene, other, person));
        }
        keys.iter().filter(|key| !key.is_empty()).for_each(|key| known.entry(key).or_default().push(at));
    }
}

impl Person {
    fn read(scene: &Scene, at: usize, entity: &Entity) -> Option<Person> {
        let mentions = || entity.mentions.iter().filter_map(|at| Some((*at, scene.linked.mentions.get(*at)?)));
        if entity.kind != Kind::Person {
            return None;
        }
        let lower = |span: Option<Span>| {
            let words = span.map_or_else(String::new, |span| scene.words(span).to_lowercase());
            words.trim_matches(|letter: char| !letter.is_alphabetic()).to_owned()
        };
        let text = mentions().find(|(_, mention)| is_full_name(mention) && !scene.is_headline(mention.span));
        if let Some((mention, full)) = text.or_else(|| mentions().find(|(_, mention)| is_full_name(mention))) {
            return Some(Person {
                entity: at,
                mention,
                given: lower(full.parts.given),
                family: lower(full.parts.family),
            });
        }
        let (mention, short) = mentions().find(|(_, mention)| mention.form == Form::Short)?;
        let family = scene.words(short.span).to_lowercase();
        (!family.contains(' ')).then(|| Person { entity: at, mention, given: String::new(), family })
    }
}

fn is_drift(scene: &Scene, one: &Person, other: &Person) -> bool {
    let sentence = |person: &Person| scene.sentence(scene.linked.mentions[person.mention].span);
    let headline = |person: &Person| scene.is_headline(scene.linked.mentions[person.mention].span);
    // The headline has a finding of its own.
    if one.entity == other.entity || sentence(one) == sentence(other) || headline(one) || headline(other) {
        return false;
    }
    let surname = is_slip(&one.family, &other.family);
    match (one.given.is_empty(), other.given.is_empty()) {
        (false, false) if one.given == other.given => surname,
        // Sisters and brothers have names alike, and each is introduced.
        (false, false) => {
            let forename = words::line("forename", &one.given)
                .is_some_and(|line| words::line("forename", &other.given) == Some(line));
            one.family == other.family
                && (forename || is_slip(&one.given, &other.given) && !is_gendered(&one.given, &other.given))
                && (is_passing(scene, one) || is_passing(scene, other))
                && !is_known(scene, one)
                && !is_known(scene, other)
        }
        (true, true) => false,
        _ => surname && one.family.len() >= ALONE && one.family.chars().next() == other.family.chars().next(),
    }
}

/// "Paul" and "Paula", "Andrew" and "Andrews": an end that tells two people apart.
fn is_gendered(one: &str, other: &str) -> bool {
    let (short, long) = if one.len() < other.len() { (one, other) } else { (other, one) };
    long.strip_prefix(short).is_some() || one[..one.len() - 1] == other[..other.len().min(one.len()) - 1]
}

/// Whether a person is named once and has no role.
fn is_passing(scene: &Scene, person: &Person) -> bool {
    let entity = &scene.linked.entities[person.entity];
    let mentions = || entity.mentions.iter().filter_map(|at| scene.linked.mentions.get(*at));
    let named = mentions().filter(|mention| matches!(mention.form, Form::Name)).count();
    named == 1 && entity.roles.is_empty()
}

/// Whether an age or a word for kin introduces a person.
fn is_known(scene: &Scene, person: &Person) -> bool {
    let entity = &scene.linked.entities[person.entity];
    entity.mentions.iter().filter_map(|at| scene.linked.mentions.get(*at)).any(|mention| is_introduced(scene, mention))
}

/// "his brother Lars Moe", "Lars Moe, 34,".
fn is_introduced(scene: &Scene, mention: &Mention) -> bool {
    let tokens = scene.text.tokens_in(mention.span);
    let before = tokens.start.checked_sub(1).map_or("", |at| scene.norm(at));
    let age = scene.norm(tokens.end) == "," && scene.norm(tokens.end + 1).parse::<u8>().is_ok();
    let kin = matches!(
        before,
        "brother"
            | "sister"
            | "son"
            | "daughter"
            | "wife"
            | "husband"
            | "father"
            | "mother"
            | "twin"
            | "cousin"
            | "and"
    );
    age || kin
}

/// Whether two names differ by one letter that is put in, left out or another, or by two that changed places.
pub(super) fn is_slip(one: &str, other: &str) -> bool {
    // "Brian T." and "Brian" are no two spellings.
    if one.split(' ').count() != other.split(' ').count() {
        return false;
    }
    let letters = |name: &str| name.chars().filter(|letter| letter.is_alphabetic()).collect::<Vec<char>>();
    let (one, other) = (letters(one), letters(other));
    let (short, long) = if one.len() <= other.len() { (&one, &other) } else { (&other, &one) };
    if short.len() < LEAST || long.len() - short.len() > 1 || short == long {
        return false;
    }
    let same = short.iter().zip(long).take_while(|(one, other)| one == other).count();
    let rest = |from: &[char]| from.get(same + 1..).map(<[char]>::to_vec).unwrap_or_default();
    let tail = if short.len() == long.len() { rest(short) } else { short[same..].to_vec() };
    // "Williams" and "William's", "Adam" and "Adams": an "s" more is grammar or another name.
    let plural = long.len() > short.len() && same == short.len() && long.last() == Some(&'s');
    let swapped = short.len() == long.len()
        && same + 1 < short.len()
        && (short[same], short[same + 1]) == (long[same + 1], long[same])
        && short[same + 2..] == long[same + 2..];
    (tail == rest(long) || swapped) && !plural
}

fn report(scene: &Scene, one: &Person, other: &Person) -> Finding {
    let words = |person: &Person| scene.words(scene.linked.mentions[person.mention].span);
    let text =
        format!("A name spelt in two ways. The article has “{}” and, further down, “{}”.", words(one), words(other));
    let members = vec![Member::Mention(one.mention), Member::Mention(other.mention)];
    finding(FindingCode::NameDrift, members, text)
}

/// Surnames alone that two people share, both named in full before.
fn ambiguous(scene: &Scene, findings: &mut Vec<Finding>) {
    let mut seen: FxHashSet<String> = FxHashSet::default();
    let before = findings.len();
    for (at, mention) in scene.linked.mentions.iter().enumerate() {
        let open = mention.form == Form::Short && mention.reasons.iter().any(|reason| reason.code == "ambiguous");
        let words = scene.words(mention.span);
        let done = findings.len() - before == EACH || seen.len() == MEMORY;
        if !open || done || scene.is_headline(mention.span) || !seen.insert(words.clone()) {
            continue;
        }
        let bearers: Vec<&Mention> = bearers(scene, at, &words.to_lowercase());
        if let [one, other] = bearers[..] {
            let (one, other) = (scene.words(one.span), scene.words(other.span));
            let text = format!("A surname that two people share. “{words}” alone may be {one} or {other}.");
            findings.push(finding(FindingCode::AmbiguousName, vec![Member::Mention(at)], text));
        }
    }
}

/// The people of a surname who are named in full before a mention, each by the first such mention.
fn bearers<'t>(scene: &Scene<'t>, at: usize, family: &str) -> Vec<&'t Mention> {
    let mut bearers: Vec<&Mention> = Vec::new();
    for mention in scene.linked.mentions[..at].iter().filter(|mention| is_full_name(mention)) {
        let lower = |span: Option<Span>| span.map_or_else(String::new, |span| scene.words(span).to_lowercase());
        let given = lower(mention.parts.given);
        let plain = given.chars().count() > 2 && !given.contains(['.', '-']) && family.chars().count() > 2;
        if plain && lower(mention.parts.family) == family && !bearers.iter().any(|other| other.entity == mention.entity)
        {
            bearers.push(mention);
        }
    }
    bearers
}
