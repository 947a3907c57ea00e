//! Noun phrases: a noun with what belongs to it.

use super::{Parsed, Relation};
use crate::tag::{Pos, Tagged};
use crate::text::Text;
use std::ops::Range;

/// A noun with what belongs to it: "the two largest banks of the country".
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct NounPhrase {
    /// The noun, name or pronoun; of a name of several words the word that the others hang on.
    pub head: usize,
    /// The head with determiner, adjectives, compounds and the phrases with prepositions that hang on it; without
    /// clauses, appositions and coordinated phrases.
    pub tokens: Range<usize>,
    /// "the", "a", "this", "no".
    pub determiner: Option<usize>,
    /// How many it speaks of, where the words tell.
    pub number: Number,
    /// The owner: "*Norway*'s oil fund", "*its* profit".
    pub possessor: Option<usize>,
}

/// Whether a phrase speaks of one or of several.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash)]
#[expect(missing_docs, reason = "the terms of grammar")]
pub enum Number {
    Singular,
    Plural,
}

impl NounPhrase {
    /// The phrase whose head is `head`.
    pub fn of(text: &Text, tagged: &Tagged, parsed: &Parsed, head: usize) -> NounPhrase {
        let tokens = core(parsed, head);
        NounPhrase {
            head,
            tokens: trim(text, parsed, head, tokens),
            determiner: parsed.child(head, &[Relation::Det]),
            number: number(text, tagged, parsed, head),
            possessor: parsed.child(head, &[Relation::NmodPoss]),
        }
    }

    /// Words that modify the head: adjectives, compounds, numbers, in the order of the text.
    pub fn modifiers<'p>(&self, parsed: &'p Parsed) -> impl Iterator<Item = usize> + 'p {
        parsed.children(self.head).filter(|child| {
            matches!(
                parsed.relation(*child),
                Relation::Amod | Relation::Compound | Relation::Nummod | Relation::NmodDesc
            )
        })
    }

    /// The heads of the phrases that are coordinated with this one: "A, *B* and *C*".
    pub fn conjuncts<'p>(&self, parsed: &'p Parsed) -> impl Iterator<Item = usize> + 'p {
        parsed.children(self.head).filter(|child| parsed.relation(*child) == Relation::Conj)
    }

    /// The head of the phrase in apposition: "Ann Lee, *the mayor*".
    pub fn apposition(&self, parsed: &Parsed) -> Option<usize> {
        parsed.child(self.head, &[Relation::Appos])
    }
}

/// The tokens of a head and of the dependents that belong to its phrase.
fn core(parsed: &Parsed, head: usize) -> Range<usize> {
    let mut tokens = head..head + 1;
    for child in parsed.children(head) {
        let relation = parsed.relation(child);
        let belongs = matches!(
            relation,
            Relation::Det
                | Relation::Amod
                | Relation::Compound
                | Relation::Nummod
                | Relation::NmodPoss
                | Relation::NmodDesc
                | Relation::Nmod
                | Relation::Flat
                | Relation::Fixed
                | Relation::Advmod
                | Relation::Dep
        );
        if belongs {
            let reach = if relation == Relation::Nmod { noun_reach(parsed, child) } else { parsed.reach(child) };
            tokens = tokens.start.min(reach.start)..tokens.end.max(reach.end);
        }
    }
    tokens
}

/// How far a phrase with a preposition reaches, without what is loosely attached at its end.
fn noun_reach(parsed: &Parsed, head: usize) -> Range<usize> {
    let case = parsed.children(head).filter(|child| parsed.relation(*child) == Relation::Case).min().unwrap_or(head);
    let tokens = core(parsed, head);
    tokens.start.min(case)..tokens.end
}

/// Takes marks off the ends of a run of tokens around `head`.
fn trim(text: &Text, parsed: &Parsed, head: usize, mut tokens: Range<usize>) -> Range<usize> {
    let is_loose = |at: usize| parsed.relation(at) == Relation::Punct && !matches!(text.norm(at), "\"" | ")" | "%");
    while tokens.end > head + 1 && is_loose(tokens.end - 1) {
        tokens.end -= 1;
    }
    while tokens.start < head && is_loose(tokens.start) {
        tokens.start += 1;
    }
    tokens
}

fn number(text: &Text, tagged: &Tagged, parsed: &Parsed, head: usize) -> Number {
    let norm = text.norm(head);
    if parsed.child(head, &[Relation::Conj]).is_some() {
        return Number::Plural;
    }
    match tagged.pos(head) {
        Pos::Pron => match norm {
            "we" | "us" | "they" | "them" | "these" | "those" | "both" | "many" | "several" | "few" => Number::Plural,
            _ => Number::Singular,
        },
        Pos::Noun if is_plural(norm) => Number::Plural,
        _ => Number::Singular,
    }
}

/// Whether a noun is a plural by its form.
pub fn is_plural(norm: &str) -> bool {
    matches!(norm, "people" | "men" | "women" | "children" | "police" | "feet" | "teeth" | "mice" | "data" | "media")
        || norm.len() > 3 && norm.ends_with('s') && !["ss", "us", "is", "news"].iter().any(|end| norm.ends_with(end))
}
