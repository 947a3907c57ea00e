//! Reference: pronouns and descriptions that stand for somebody named before.
//!
//! Each rule asks the [`Stage`], which walks the article and knows who was named in the last sentences and how
//! prominently. Salience after Lappin and Leass, "An Algorithm for Pronominal Anaphora Resolution" (1994), much
//! simplified: recency, subjects, pronouns before names. Where two are as likely nothing is linked, since a wrong
//! link is worse than none.

mod age;
mod described;
mod office;
mod person;
mod thing;

use super::Entity;
use super::entity::Known;
use crate::entities::{Form, Kind, Mention, Parts};
use crate::lexicon::titles::Gender;
use crate::reason::{By, Confidence, Reason};
use crate::rule::Rule;
use crate::tag::{Pos, Tagged};
use crate::text::Text;
use rustc_hash::FxHashMap;
use std::ops::Range;

/// Whom the token stands for, if the rule can tell.
pub type Refer = fn(&Stage, usize) -> Option<Referent>;

/// The rules; the first that answers for a token stands.
pub const RULES: &[Rule<Refer>] = &[person::RULE, thing::RULE, office::RULE, age::RULE, described::RULE];

/// How many sentences back somebody may have been named.
const BACK: usize = 3;
/// How many names of a sentence are remembered.
const MOST: usize = 32;

/// What a rule answers: these tokens stand for that entity.
#[derive(Clone, Debug)]
pub struct Referent {
    pub(super) tokens: Range<usize>,
    pub(super) entity: usize,
    pub(super) form: Form,
    pub(super) confidence: Confidence,
    pub(super) why: &'static str,
}

/// Somebody or something named, as the reader remembers it.
#[derive(Clone, Copy, Debug)]
pub(super) struct Named {
    pub(super) entity: usize,
    /// First token.
    pub(super) at: usize,
    /// Behind its last token.
    pub(super) end: usize,
    /// A verb follows and no preposition stands before.
    pub(super) subject: bool,
    /// "Peru's": owner of what follows.
    pub(super) owner: bool,
    /// Behind a preposition.
    pub(super) governed: bool,
    /// By a pronoun.
    pub(super) pronoun: bool,
    /// In a quotation.
    pub(super) quoted: bool,
}

/// What the rules see: the article up to here.
pub struct Stage<'t> {
    pub(super) text: &'t Text,
    pub(super) tagged: &'t Tagged,
    pub(super) mentions: &'t [Mention],
    pub(super) entities: &'t [Entity],
    /// Genders, those of names and those that pronouns have told since.
    pub(super) genders: Vec<Option<Gender>>,
    /// Tokens of the sentence.
    pub(super) sentence: Range<usize>,
    /// Named so far in this sentence.
    pub(super) here: Vec<Named>,
    /// Named in the sentences before, the last one last.
    pub(super) before: Vec<Vec<Named>>,
    /// The token behind the quotation mark that is open.
    pub(super) quoted: Option<usize>,
    /// Entities with this noun in their name.
    pub(super) nouns: FxHashMap<String, Vec<usize>>,
    /// People with this word at the end of a role.
    pub(super) offices: FxHashMap<String, Vec<usize>>,
}

/// The mentions to add, each with its entity.
pub(super) fn find(
    text: &Text,
    tagged: &Tagged,
    mentions: &[Mention],
    entities: &[Entity],
    known: &[Known],
) -> Vec<Mention> {
    let mut found = Vec::new();
    let mut stage = Stage {
        text,
        tagged,
        mentions,
        entities,
        genders: known.iter().map(|known| known.gender).collect(),
        sentence: 0..0,
        here: Vec::new(),
        before: Vec::new(),
        quoted: None,
        nouns: described::nouns(text, mentions, entities),
        offices: office::offices(entities),
    };
    let mut next = 0;
    let mut block = None;
    for sentence in text.included() {
        if block != Some(sentence.block) {
            stage.quoted = None;
            block = Some(sentence.block);
        }
        let from = next;
        while next < mentions.len() && mentions[next].span.start < sentence.span.end {
            next += 1;
        }
        stage.sentence = sentence.tokens.clone();
        stage.walk(from..next, &mut found);
    }
    found
}

impl Stage<'_> {
    fn walk(&mut self, mentions: Range<usize>, found: &mut Vec<Mention>) {
        let text = self.text;
        let mut next = mentions.start;
        let mut at = self.sentence.start;
        while at < self.sentence.end {
            let token = text.tokens[at];
            while next < mentions.end && self.mentions[next].span.start < token.span.start {
                self.name(next);
                next += 1;
            }
            // "He Lifeng" is a name, "the Hague" as well.
            let named = next > 0 && self.mentions[next - 1].span.end > token.span.start
                || next < mentions.end && self.mentions[next].span.contains(token.span);
            let norm = text.norm(at);
            match norm {
                "\u{201c}" => self.quoted = Some(at + 1),
                "\u{201d}" => self.quoted = None,
                "\"" => self.quoted = if self.quoted.is_some() { None } else { Some(at + 1) },
                _ if named => {}
                _ if is_trigger(norm) => {
                    if let Some((rule, referent)) =
                        RULES.iter().find_map(|rule| (rule.find)(self, at).map(|referent| (rule.name, referent)))
                    {
                        self.refer(&referent);
                        found.push(self.mention(rule, referent));
                    }
                }
                _ => {}
            }
            at += 1;
        }
        while next < mentions.end {
            self.name(next);
            next += 1;
        }
        let here = std::mem::take(&mut self.here);
        self.before.push(here);
        if self.before.len() > BACK {
            self.before.remove(0);
        }
    }

    /// Remembers a mention.
    fn name(&mut self, mention: usize) {
        let mention = &self.mentions[mention];
        let Some(entity) = mention.entity.filter(|_| self.here.len() < MOST) else { return };
        let tokens = self.text.tokens_in(mention.span);
        // "White Plains, New York": the second only says which.
        if mention.kind == Kind::Place
            && tokens.start > self.sentence.start + 1
            && self.text.norm(tokens.start - 1) == ","
            && self
                .here
                .last()
                .is_some_and(|last| last.end + 1 == tokens.start && self.kind(last.entity) == Kind::Place)
        {
            return;
        }
        let named = self.standing(entity, tokens.clone(), false);
        // "Ann Roe and Lars Moe came": both are the subject.
        if named.subject
            && tokens.start > self.sentence.start
            && matches!(self.text.norm(tokens.start - 1), "and" | "or")
            && let Some(last) = self.here.last_mut()
            && tokens.start - last.at < 8
            && !last.governed
        {
            last.subject = true;
        }
        self.here.push(named);
    }

    /// Remembers a pronoun or description.
    fn refer(&mut self, referent: &Referent) {
        if self.here.len() < MOST {
            let named = self.standing(referent.entity, referent.tokens.clone(), referent.form == Form::Pronoun);
            self.here.push(named);
        }
        let norm = self.text.norm(referent.tokens.start);
        if self.genders[referent.entity].is_none() {
            self.genders[referent.entity] = person::gender(norm);
        }
    }

    /// How prominently tokens stand in their sentence.
    fn standing(&self, entity: usize, tokens: Range<usize>, pronoun: bool) -> Named {
        let start = self.sentence.start;
        let mut before = tokens.start;
        // Over the title, an adjective, the article.
        while before > start
            && tokens.start - before < 5
            && matches!(self.tagged.pos(before - 1), Pos::Det | Pos::Adj | Pos::Noun | Pos::Propn | Pos::Num)
        {
            before -= 1;
        }
        let governed = before > start && matches!(self.tagged.pos(before - 1), Pos::Adp | Pos::Part);
        let owner = matches!(self.text.norm(tokens.end), "'s" | "'")
            || pronoun && matches!(self.text.norm(tokens.start), "his" | "its" | "their");
        let subject = !governed && !owner && !self.here.iter().any(|named| named.subject) && {
            let mut behind = tokens.end;
            // Over an apposition or a relative clause in commas.
            if self.text.norm(behind) == "," {
                let close =
                    (behind + 1..self.sentence.end.min(behind + 24)).find(|at| self.text.norm(at.to_owned()) == ",");
                behind = close.map_or(behind, |at| at + 1);
            }
            (behind..self.sentence.end.min(behind + 3))
                .find(|at| self.tagged.pos(*at) != Pos::Adv)
                .is_some_and(|at| matches!(self.tagged.pos(at), Pos::Verb | Pos::Aux))
        };
        Named {
            entity,
            at: tokens.start,
            end: tokens.end,
            subject,
            owner,
            governed,
            pronoun,
            quoted: self.quoted.is_some(),
        }
    }

    /// Whom the pronoun at a token most likely means: who fits best by `score`, if clearly so.
    ///
    /// `score` says how well an entity fits, or that it does not. Within a quotation only what is named in it is asked.
    pub(super) fn likeliest(&self, score: impl Fn(&Named) -> Option<i32>) -> Option<(usize, i32)> {
        let mut best: Option<(usize, i32)> = None;
        let mut second = 0;
        let sentences = std::iter::once((&self.here, 3)).chain(self.before.iter().rev().zip([2, 0, -2]));
        for (sentence, recency) in sentences {
            for named in sentence.iter().filter(|named| self.quoted.is_none_or(|open| named.at >= open)) {
                let Some(fit) = score(named) else { continue };
                let prominence =
                    2 * i32::from(named.subject) + i32::from(named.pronoun) - i32::from(named.governed || named.owner);
                // What is said in a quotation is not what the article goes on about.
                let aside = if named.quoted && self.quoted.is_none() { 4 } else { 0 };
                let total = fit + prominence + recency - aside;
                match best {
                    Some((entity, most)) if entity == named.entity => best = Some((entity, most.max(total))),
                    Some((_, most)) if total > most => {
                        second = second.max(most);
                        best = Some((named.entity, total));
                    }
                    Some(_) => second = second.max(total),
                    None => best = Some((named.entity, total)),
                }
            }
        }
        best.map(|(entity, most)| (entity, most - second))
    }

    fn mention(&self, rule: &'static str, referent: Referent) -> Mention {
        let one = &self.entities[referent.entity];
        Mention {
            span: self.text.cover(referent.tokens),
            kind: one.kind,
            label: one.label,
            form: referent.form,
            parts: Parts::default(),
            title: None,
            entity: Some(referent.entity),
            confidence: referent.confidence,
            by: By::rule(rule),
            reasons: vec![Reason::new("stands-for", format!("{}: {}", one.name, referent.why))],
        }
    }

    pub(super) fn kind(&self, entity: usize) -> Kind {
        self.entities[entity].kind
    }
}

/// The words at which rules look.
fn is_trigger(norm: &str) -> bool {
    matches!(norm, "the" | "this" | "it" | "its" | "itself" | "they" | "them" | "their")
        || person::gender(norm).is_some()
}
