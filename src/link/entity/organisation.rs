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
        let known = identity(&lower, Kind::Organisation);
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
                && (known == 0 || self.only_adds_company_words(*entity, core(&lower)))
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

    /// Whether the full name has nothing but words for a company behind the short one: "Ford" of "Ford Motors Co.".
    fn only_adds_company_words(&self, entity: usize, short: &str) -> bool {
        let full = key(&self.first[entity]);
        full.strip_prefix(short).is_some_and(|rest| {
            rest.split_whitespace().all(|word| names::word(word) == Some(Word::Company) || word == "group")
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
