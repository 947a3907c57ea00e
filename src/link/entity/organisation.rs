//! Organisations: full name, what is left of it in use, acronym and expansion.

use super::{Gathering, Names, identity, key, push};
use crate::entities::{Kind, Mention};
use crate::lexicon::gazetteer::{self, bits};
use crate::lexicon::names::{self, Word};
use crate::reason::Reason;
use crate::text::Text;

/// Names longer than this are not taken apart.
const LONGEST: usize = 9;

/// How many words the name has.
pub(super) fn words(text: &Text, mention: &Mention) -> usize {
    text.slice(mention.span).split_whitespace().count().min(LONGEST)
}

/// The name, in lower case, without what says how the company is constituted: "acme holdings" of "acme holdings inc.".
pub(super) fn core(name: &str) -> &str {
    let mut name = name;
    while let Some((rest, last)) = name.rsplit_once([' ', ',']) {
        if !is_suffix(last.trim_end_matches(',')) && !last.is_empty() {
            break;
        }
        name = rest;
    }
    name
}

fn is_suffix(word: &str) -> bool {
    matches!(
        word,
        "inc"
            | "inc."
            | "corp"
            | "corp."
            | "corporation"
            | "co"
            | "co."
            | "company"
            | "ltd"
            | "ltd."
            | "limited"
            | "llc"
            | "plc"
            | "ag"
            | "sa"
            | "s.a."
            | "nv"
            | "n.v."
            | "bv"
            | "gmbh"
            | "incorporated"
    )
}

/// Says of what stands in brackets behind an organisation's name that it is short for it: "Pacific Gas and Electric
/// (PG&E)", "People's Protection Units (YPG)".
///
/// Leaves alone whole names in brackets, and letters that do not come in the name's order unless all are capitals.
pub(super) fn bracketed(text: &Text, mentions: &mut [Mention]) {
    for at in 1..mentions.len() {
        let [.., long, short] = &mut mentions[..=at] else { continue };
        let between = text.tokens_in(long.span).end..text.token_at(short.span.start);
        let in_brackets = (1..=3).contains(&between.len())
            && text.norm(between.start) == "("
            && between.clone().skip(1).all(|at| matches!(text.norm(at), "the" | "or" | "\"" | "“" | "‘"))
            && matches!(text.norm(text.tokens_in(short.span).end), ")" | "\"" | "”" | "’" | ",");
        let organisations = long.kind == Kind::Organisation && short.kind == Kind::Organisation;
        if !organisations || !in_brackets || short.reasons.iter().any(|reason| reason.code == "acronym") {
            continue;
        }
        let (name, letters) = (text.slice(long.span), text.slice(short.span));
        if name.len() > letters.len() && (is_initials(letters) || is_drawn_from(letters, name)) {
            short.reasons.push(Reason::at("acronym", "in brackets behind the name it is short for", long.span));
        }
    }
}

fn is_initials(letters: &str) -> bool {
    letters.chars().all(|c| c.is_uppercase() || matches!(c, '&' | '-' | '.'))
        && letters.chars().filter(|c| c.is_uppercase()).count() > 1
}

/// Whether the letters stand in the name in that order: "Phivolcs", "CalFire".
fn is_drawn_from(letters: &str, name: &str) -> bool {
    let mut left = name.chars().flat_map(char::to_lowercase);
    let one = !letters.contains(' ');
    one && letters.chars().flat_map(char::to_lowercase).all(|letter| left.any(|other| other == letter))
}

impl Gathering<'_> {
    /// An organisation by any of its names; those with more words were here before.
    pub(super) fn organisation(&mut self, at: usize, mention: &mut Mention, names: &mut Names) {
        let name = self.text.slice(mention.span);
        let lower = key(name);
        let expansion = mention.reasons.iter().find(|reason| reason.code == "acronym").and_then(|reason| reason.span);
        if let Some(entity) = expansion.and_then(|span| names.expansions.get(&span.start)).copied() {
            self.keys.insert((Kind::Organisation, lower), entity);
            self.join(at, mention, entity);
            return;
        }
        // What the article has in brackets behind a name goes before what the lists have.
        let bracketed = self.keys.get(&(Kind::Organisation, lower.clone())).copied();
        if let Some(entity) = bracketed {
            self.join(at, mention, entity);
            return;
        }
        let known = match identity(&lower, Kind::Organisation) {
            0 => identity(core(&lower), Kind::Organisation),
            known => known,
        };
        let seen = self.keys.contains_key(&(Kind::Organisation, core(&lower).to_owned()))
            || known != 0 && self.keys.contains_key(&(Kind::Organisation, format!("#{known}")));
        if !seen {
            let letters: String = name.chars().filter(|c| *c != '.').collect();
            if let Some([entity]) = names.acronyms.get(&letters).map(Vec::as_slice) {
                let why = format!("“{name}” is the letters of “{}”", self.name(*entity));
                mention.reasons.push(Reason::new("acronym-of", why));
                self.keys.insert((Kind::Organisation, lower), *entity);
                self.join(at, mention, *entity);
                return;
            }
            if let Some([entity]) = names.shorter.get(core(&lower)).map(Vec::as_slice)
                && (known == 0 || self.only_adds_common_words(*entity, core(&lower)))
            {
                let entity = *entity;
                let why = format!("short for “{}”", self.name(entity));
                mention.reasons.push(Reason::new("short-name", why));
                let key = if known == 0 { core(&lower).to_owned() } else { format!("#{known}") };
                self.keys.insert((Kind::Organisation, key), entity);
                self.join(at, mention, entity);
                return;
            }
        }
        let entity = self.thing(at, mention);
        names.organisation(self.text, mention, entity);
    }

    /// Whether the full name has nothing but words for a company behind the short one, or its country in front: "Ford"
    /// of "Ford Motors Co.".
    fn only_adds_common_words(&self, entity: usize, short: &str) -> bool {
        let full = key(&self.first[entity]);
        let behind = full.strip_prefix(short).is_some_and(|rest| {
            rest.split_whitespace().all(|word| names::word(word) == Some(Word::Company) || is_common_end(word))
        });
        // "Senate" of "United States Senate"
        behind
            || full.strip_suffix(short).is_some_and(|rest| {
                gazetteer::get(rest.trim_end()).is_some_and(|entry| entry.is(bits::NATION | bits::GROUP))
            })
    }
}

impl Names {
    fn organisation(&mut self, text: &Text, mention: &Mention, entity: usize) {
        let name = text.slice(mention.span);
        self.expansions.insert(mention.span.start, entity);
        let lower = key(name);
        let words: Vec<&str> = core(&lower).split_whitespace().take(LONGEST).collect();
        if words.len() < 2 {
            return;
        }
        let first = |word: &str| word.chars().next().filter(|first| first.is_uppercase());
        let letters: String = name.split([' ', '-']).filter_map(first).collect();
        if letters.len() > 1 {
            push(&mut self.acronyms, letters, entity);
        }
        for to in 1..words.len() {
            // "Bank" alone is any bank, "Bank of" no name.
            if !is_small(words[to - 1]) && (to > 1 || !is_generic(words[0])) {
                push(&mut self.shorter, words[..to].join(" "), entity);
            }
        }
        // "Kestrels" of "Westmere Kestrels".
        if let Some(last) = words.last().filter(|last| last.ends_with('s') && names::word(last).is_none()) {
            push(&mut self.shorter, (*last).to_owned(), entity);
        }
        // "Treasury" of "US Treasury", "Senate" of "United States Senate".
        let behind = (1..words.len().min(4)).rev().find(|to| {
            let place = bits::STATE | bits::GROUP | bits::REGION;
            gazetteer::get(&words[..*to].join(" ")).is_some_and(|entry| entry.is(place))
        });
        if let Some(behind) = behind
            && !is_small(words[behind])
        {
            push(&mut self.shorter, words[behind..].join(" "), entity);
        }
    }
}

/// What a short name leaves off: "Nordvik" of "Nordvik Group", "Dow Jones" of "Dow Jones Industrial Average".
fn is_common_end(word: &str) -> bool {
    matches!(word, "group" | "industrial" | "average" | "index" | "composite")
}

fn is_small(word: &str) -> bool {
    matches!(word, "of" | "for" | "the" | "and" | "on" | "in" | "to" | "&" | "de" | "la")
}

/// A word that begins the names of many: "National", "Royal", "New", a country.
fn is_generic(word: &str) -> bool {
    matches!(
        word,
        "national" | "royal" | "new" | "first" | "united" | "international" | "general" | "federal" | "world"
    ) || gazetteer::get(word).is_some_and(|entry| entry.is(bits::NATION | bits::GROUP))
}
