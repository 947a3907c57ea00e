//! Pronouns and descriptions: "he", "its", "the American leader", "the senator".
//!
//! A pronoun is linked where one entity alone fits in the nearest sentence that names any; a wrong link is
//! worse than none.

use super::Entity;
use super::entity::{Known, agree};
use super::role;
use crate::entities::{Form, Kind, Mention, Parts};
use crate::lexicon::gazetteer::{self, bits};
use crate::lexicon::titles::Gender;
use crate::reason::{By, Confidence, Reason};
use crate::text::Text;
use std::ops::Range;

/// How many sentences back a pronoun's person may be.
const BACK: usize = 3;

/// The mentions to add, each with its entity.
pub(super) fn find(text: &Text, mentions: &[Mention], entities: &[Entity], known: &[Known]) -> Vec<Mention> {
    let mut found = Vec::new();
    let mut finder = Finder { text, mentions, entities, known, before: Vec::new() };
    let mut next = 0;
    for sentence in text.included() {
        let from = next;
        while next < mentions.len() && mentions[next].span.start < sentence.span.end {
            next += 1;
        }
        finder.sentence(sentence.tokens.clone(), from..next, &mut found);
    }
    found
}

struct Finder<'t> {
    text: &'t Text,
    mentions: &'t [Mention],
    entities: &'t [Entity],
    known: &'t [Known],
    /// The last sentences: the mentions of each, pronouns among them by entity.
    before: Vec<Vec<usize>>,
}

impl Finder<'_> {
    fn sentence(&mut self, tokens: Range<usize>, mentions: Range<usize>, found: &mut Vec<Mention>) {
        let text = self.text;
        // The entities named so far in this sentence, in order.
        let mut here: Vec<usize> = Vec::new();
        let mut next = mentions.start;
        let mut quoted = false;
        for at in tokens.clone() {
            let token = text.tokens[at];
            while next < mentions.end && self.mentions[next].span.start < token.span.start {
                here.extend(self.mentions[next].entity);
                next += 1;
            }
            let norm = text.norm(at);
            // "He Lifeng" is a name, "the Hague" as well.
            let named = next > 0 && self.mentions[next - 1].span.end > token.span.start
                || next < mentions.end && self.mentions[next].span.contains(token.span);
            if named {
                continue;
            }
            match norm {
                "\u{201c}" => quoted = true,
                "\u{201d}" => quoted = false,
                "\"" => quoted = !quoted,
                _ => {}
            }
            let gender = match norm {
                "he" | "him" | "his" | "himself" => Gender::Man,
                "she" | "her" | "hers" | "herself" => Gender::Woman,
                "its" if !quoted => {
                    if let Some(entity) = self.owner(&here) {
                        found.push(self.mention(
                            at..at + 1,
                            entity,
                            Form::Pronoun,
                            Confidence::Low,
                            "the only one named before it in the sentence",
                        ));
                    }
                    continue;
                }
                "the" => {
                    if let Some(mention) = self.described(at, &tokens, &here) {
                        here.extend(mention.entity);
                        found.push(mention);
                    }
                    continue;
                }
                _ => continue,
            };
            if quoted {
                continue;
            }
            if let Some(entity) = self.person(&here, gender) {
                found.push(self.mention(
                    at..at + 1,
                    entity,
                    Form::Pronoun,
                    Confidence::Medium,
                    "the nearest person it can mean",
                ));
                here.push(entity);
            }
        }
        while next < mentions.end {
            here.extend(self.mentions[next].entity);
            next += 1;
        }
        self.before.push(here);
        if self.before.len() > BACK {
            self.before.remove(0);
        }
    }

    /// The one person who fits, in the nearest sentence that has any who does.
    fn person(&self, here: &[usize], gender: Gender) -> Option<usize> {
        for entities in std::iter::once(here).chain(self.before.iter().rev().map(Vec::as_slice)) {
            let mut fitting: Vec<usize> = Vec::new();
            for entity in entities.iter().rev().take(32).copied() {
                let fits = self.entities[entity].kind == Kind::Person && agree(self.known[entity].gender, Some(gender));
                if fits && !fitting.contains(&entity) {
                    fitting.push(entity);
                }
            }
            match fitting.as_slice() {
                [] => {}
                [one] => return Some(*one),
                // Of several, the one named first, the subject as a rule, if its gender is told and no other's.
                several => {
                    let told = |entity: &usize| self.known[*entity].gender == Some(gender);
                    let first = *several.last()?;
                    return (told(&first) && !several[..several.len() - 1].iter().any(told)).then_some(first);
                }
            }
        }
        None
    }

    /// The one organisation or country named so far in the sentence.
    fn owner(&self, here: &[usize]) -> Option<usize> {
        let mut only = None;
        for entity in here.iter().take(32).copied() {
            if matches!(self.entities[entity].kind, Kind::Organisation | Kind::Place) {
                if only.is_some_and(|only| only != entity) {
                    return None;
                }
                only = Some(entity);
            }
        }
        only
    }

    /// "the American leader", "the senator", "the company".
    fn described(&self, at: usize, tokens: &Range<usize>, here: &[usize]) -> Option<Mention> {
        let text = self.text;
        if at + 1 >= tokens.end {
            return None;
        }
        let first = text.norm(at + 1);
        let head = if at + 2 < tokens.end { text.norm(at + 2) } else { "" };
        let follows = |end: usize| {
            let next = if end < tokens.end { text.norm(end) } else { "" };
            let named =
                text.tokens.get(end).is_some_and(|token| token.shape != crate::text::Shape::Lower && end < tokens.end)
                    && next.starts_with(char::is_alphanumeric);
            !named && !matches!(next, "of" | "-" | "for")
        };
        if is_leader(head) && follows(at + 3) {
            let entry = gazetteer::get(first)?;
            if entry.is(bits::GROUP) && entry.country() != 0 {
                let entity = self.leader_of(entry.country())?;
                let why = "leads that country, as the article says";
                return Some(self.mention(at..at + 3, entity, Form::Nominal, Confidence::Medium, why));
            }
        }
        if matches!(first, "company" | "firm" | "bank" | "airline" | "retailer" | "carmaker" | "group")
            && follows(at + 2)
        {
            let recent = std::iter::once(here).chain(self.before.iter().rev().take(1).map(Vec::as_slice));
            for entities in recent {
                let mut organisations: Vec<usize> = entities.iter().rev().take(32).copied().collect();
                organisations.retain(|entity| self.entities[*entity].kind == Kind::Organisation);
                organisations.dedup();
                match organisations.as_slice() {
                    [] => {}
                    [one] => {
                        let why = "the only organisation named just before";
                        return Some(self.mention(at..at + 2, *one, Form::Nominal, Confidence::Low, why));
                    }
                    _ => return None,
                }
            }
            return None;
        }
        if is_office(first) && follows(at + 2) {
            let mut only = None;
            let recent = self.before.iter().flatten().chain(here).copied();
            for entity in recent.take(96) {
                let holds = self.entities[entity].roles.iter().any(|role| {
                    let title = role.title.rsplit(' ').next().unwrap_or_default();
                    title.eq_ignore_ascii_case(first) || first == "senator" && title == "Sen."
                });
                if holds && only.is_some_and(|only| only != entity) {
                    return None;
                }
                if holds {
                    only = Some(entity);
                }
            }
            let why = "the only one of that office named here";
            return Some(self.mention(at..at + 2, only?, Form::Nominal, Confidence::Medium, why));
        }
        None
    }

    /// The one person who is said to lead the country.
    fn leader_of(&self, country: u16) -> Option<usize> {
        let leads = |entity: &usize| {
            self.entities[*entity].roles.iter().any(|role| {
                let title = role.title.to_lowercase();
                let top = matches!(
                    title.as_str(),
                    "president" | "prime minister" | "premier" | "chancellor" | "king" | "queen" | "emperor" | "leader"
                );
                top && role.organisation.is_some_and(|of| role::country(&self.entities[of]) == country)
            })
        };
        let mut leaders = (0..self.entities.len()).take(128).filter(leads);
        let one = leaders.next()?;
        leaders.next().is_none().then_some(one)
    }

    fn mention(
        &self,
        tokens: Range<usize>,
        entity: usize,
        form: Form,
        confidence: Confidence,
        why: &'static str,
    ) -> Mention {
        let one = &self.entities[entity];
        Mention {
            span: self.text.cover(tokens),
            kind: one.kind,
            label: one.label,
            form,
            parts: Parts::default(),
            title: None,
            entity: Some(entity),
            confidence,
            by: By::rule("link/pronoun"),
            reasons: vec![Reason::new("stands-for", format!("{}: {why}", one.name))],
        }
    }
}

fn is_leader(norm: &str) -> bool {
    matches!(norm, "leader" | "president" | "premier" | "chancellor" | "king" | "monarch")
}

fn is_office(norm: &str) -> bool {
    matches!(
        norm,
        "senator"
            | "mayor"
            | "governor"
            | "minister"
            | "president"
            | "chancellor"
            | "premier"
            | "ambassador"
            | "judge"
            | "commissioner"
            | "congressman"
            | "congresswoman"
            | "secretary"
            | "spokesman"
            | "spokeswoman"
            | "king"
            | "queen"
            | "pope"
            | "bishop"
            | "archbishop"
            | "general"
            | "professor"
            | "director"
            | "economist"
            | "analyst"
    )
}
