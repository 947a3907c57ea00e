//! What the article has referred to so far, as a reader remembers it.

use super::noun::Noun;
use super::{Referent, Scene, View, person, standing};
use crate::entities::{Form, Kind};
use crate::lexicon::titles::Gender;
use crate::link::entity::Known;
use crate::tag::Pos;
use std::ops::Range;

/// How many sentences back an antecedent may stand.
const BACK: usize = 3;
/// How many antecedents of a sentence are remembered.
const MOST: usize = 32;

/// What was referred to in the last sentences, the genders told so far, and who spoke last.
pub(super) struct Memory {
    /// In this sentence so far.
    pub here: Vec<Named>,
    /// In the sentences before, the last one last.
    pub before: Vec<Vec<Named>>,
    /// Genders of entities: those of names, and those that pronouns have told since.
    pub genders: Vec<Option<Gender>>,
    /// The last person who was the source of a claim.
    pub speaker: Option<Speaker>,
    /// How many of the scene's sources have been passed.
    passed: usize,
}

/// Something that a pronoun may refer to.
#[derive(Clone, Copy, Debug)]
pub(super) struct Named {
    pub who: Who,
    /// First token.
    pub at: usize,
    /// Behind its last token.
    pub end: usize,
    pub subject: bool,
    /// The first subject of its sentence, common nouns not counted.
    pub first: bool,
    pub owner: bool,
    pub governed: bool,
    /// By a pronoun.
    pub pronoun: bool,
    /// In a quotation.
    pub quoted: bool,
}

/// What is referred to.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) enum Who {
    /// An entity.
    Entity(usize),
    /// What a common noun means. It competes with names: in "The army shelled Altona. It denied …" the army is meant.
    Noun(Noun),
}

/// A person who was the source of a claim.
#[derive(Clone, Copy, Debug)]
pub(super) struct Speaker {
    pub entity: usize,
    /// Where the words that name the source start and end, in bytes.
    pub start: u32,
    pub end: u32,
}

impl Memory {
    pub fn new(known: &[Known]) -> Memory {
        Memory {
            here: Vec::new(),
            before: Vec::new(),
            genders: known.iter().map(|known| known.gender).collect(),
            speaker: None,
            passed: 0,
        }
    }

    /// Remembers a mention.
    pub fn name(&mut self, scene: &Scene, sentence: &Range<usize>, mention: usize) {
        let mention = &scene.mentions[mention];
        let tokens = scene.text.tokens_in(mention.span);
        let Some(entity) = mention.entity else {
            // Somebody whose name two people share may still be who is meant.
            self.push(scene, sentence, Who::Noun(Noun::unknown(tokens.start)), tokens, false);
            return;
        };
        // "White Plains, New York": the second only says which.
        if mention.kind == Kind::Place
            && tokens.start > sentence.start + 1
            && scene.text.norm(tokens.start - 1) == ","
            && self.here.last().is_some_and(|last| last.end + 1 == tokens.start && last.is_place(scene))
        {
            return;
        }
        self.push(scene, sentence, Who::Entity(entity), tokens.clone(), false);
        // "Ann Roe and Lars Moe came": both are the subject.
        let joined = tokens.start > sentence.start && matches!(scene.text.norm(tokens.start - 1), "and" | "or");
        if joined && let [.., first, second] = self.here.as_mut_slice() {
            let together = !first.governed && tokens.start - first.at < 8;
            first.subject |= second.subject && together;
            first.first |= second.first && together;
            second.first |= second.subject && first.first && together;
        }
    }

    /// Remembers what a pronoun or description refers to.
    pub fn refer(&mut self, scene: &Scene, sentence: &Range<usize>, referent: &Referent) {
        let Referent { entity, tokens, form, .. } = referent;
        self.push(scene, sentence, Who::Entity(*entity), tokens.clone(), *form == Form::Pronoun);
        if self.genders[*entity].is_none() {
            self.genders[*entity] = person::gender(scene.text.norm(tokens.start));
        }
        if scene.is_source(tokens.start) {
            let span = scene.text.cover(tokens.clone());
            self.speaks(scene, *entity, span.start, span.end);
        }
    }

    /// Remembers a noun phrase without a name.
    pub fn common(&mut self, scene: &Scene, sentence: &Range<usize>, (noun, tokens): (Noun, Range<usize>)) {
        self.push(scene, sentence, Who::Noun(noun), tokens, false);
    }

    fn push(&mut self, scene: &Scene, sentence: &Range<usize>, who: Who, tokens: Range<usize>, pronoun: bool) {
        if self.here.len() >= MOST {
            return;
        }
        let standing = standing(scene, sentence, &tokens, pronoun);
        self.here.push(Named {
            who,
            at: tokens.start,
            end: tokens.end,
            subject: standing.subject,
            first: standing.subject && !self.here.iter().any(|named| named.subject && named.is_entity()),
            owner: standing.owner,
            governed: standing.governed,
            pronoun,
            quoted: scene.quotation(tokens.start).is_some(),
        });
    }

    /// Remembers who spoke, of the sources that end before a byte.
    pub fn hear(&mut self, scene: &Scene, before: u32) {
        while let Some(source) = scene.sources.get(self.passed).filter(|source| source.span.end <= before) {
            self.passed += 1;
            if let Some(entity) = source.entity {
                self.speaks(scene, entity, source.span.start, source.span.end);
            }
        }
    }

    fn speaks(&mut self, scene: &Scene, entity: usize, start: u32, end: u32) {
        if scene.kind(entity) == Kind::Person && self.speaker.is_none_or(|last| last.start <= start) {
            self.speaker = Some(Speaker { entity, start, end });
        }
    }

    /// Ends the sentence.
    pub fn end_sentence(&mut self) {
        self.before.push(std::mem::take(&mut self.here));
        if self.before.len() > BACK {
            self.before.remove(0);
        }
    }
}

impl Named {
    pub fn is(&self, entity: usize) -> bool {
        self.who == Who::Entity(entity)
    }

    fn is_entity(&self) -> bool {
        matches!(self.who, Who::Entity(_))
    }

    fn is_place(&self, scene: &Scene) -> bool {
        matches!(self.who, Who::Entity(entity) if scene.kind(entity) == Kind::Place)
    }

    fn prominence(&self) -> i32 {
        i32::from(self.subject) + i32::from(self.first) + i32::from(self.pronoun)
            - i32::from(self.governed || self.owner)
    }
}

impl View<'_> {
    /// The entity that the pronoun at a token most likely means, with its lead over the next.
    ///
    /// `fit` says how well an antecedent fits, or that it does not. Within a quotation only what the quotation mentions
    /// is asked. The answer is none where a common noun is likelier than any name.
    pub(super) fn likeliest(&self, at: usize, fit: impl Fn(&Named) -> Option<i32>) -> Option<(usize, i32)> {
        let open = self.scene.quotation(at);
        let subject = self.subject_of_object(at);
        let mut best: Option<(Who, i32)> = None;
        let mut second = 0;
        for (named, recency) in self.remembered().filter(|(named, _)| open.is_none_or(|open| named.at >= open)) {
            let Some(fit) = fit(named).filter(|_| Some(named.who) != subject) else { continue };
            // What a quotation mentions is not what the article goes on about.
            let aside = if named.quoted && open.is_none() { 4 } else { 0 };
            let total = fit + named.prominence() + recency - aside;
            match best {
                Some((who, most)) if who == named.who => best = Some((who, most.max(total))),
                Some((_, most)) if total > most => {
                    second = second.max(most);
                    best = Some((named.who, total));
                }
                Some(_) => second = second.max(total),
                None => best = Some((named.who, total)),
            }
        }
        match best? {
            (Who::Entity(entity), most) => Some((entity, most - second)),
            (Who::Noun(_), _) => None,
        }
    }

    /// The subject of the verb right before a pronoun that is its object, which the pronoun cannot mean: in "Ann Roe met
    /// her" two women are spoken of.
    fn subject_of_object(&self, at: usize) -> Option<Who> {
        let Scene { text, tagged, .. } = self.scene;
        let owner =
            text.norm(at) == "her" && matches!(tagged.pos(at + 1), Pos::Noun | Pos::Adj | Pos::Num | Pos::Propn);
        // "Acme said it would close": the pronoun is itself a subject.
        let acts = text.norm(at) == "it" && matches!(tagged.pos(at + 1), Pos::Verb | Pos::Aux | Pos::Adv | Pos::Part);
        let object = matches!(text.norm(at), "him" | "her" | "it" | "them") && !owner && !acts;
        if !object || !at.checked_sub(1).is_some_and(|before| tagged.pos(before) == Pos::Verb) {
            return None;
        }
        let last = self.memory.here.last()?;
        let verbs = |at: usize| matches!(tagged.pos(at), Pos::Verb | Pos::Aux | Pos::Adv | Pos::Part);
        (last.end < at && (last.end..at).all(verbs) && !last.governed).then_some(last.who)
    }

    /// What is remembered, each with what its recency weighs.
    fn remembered(&self) -> impl Iterator<Item = (&Named, i32)> {
        let Memory { here, before, .. } = self.memory;
        let sentences = std::iter::once((here, 3)).chain(before.iter().rev().zip([2, 0, -2]));
        sentences.flat_map(|(sentence, recency)| sentence.iter().map(move |named| (named, recency)))
    }
}
