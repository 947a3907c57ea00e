//! "He" and "she".

use super::memory::Speaker;
use super::{Find, Named, Referent, View, Who};
use crate::entities::{Form, Kind, Mention};
use crate::lexicon::titles::Gender;
use crate::link::entity::agree;
use crate::reason::Confidence;
use crate::rule::Rule;
use crate::syntax::clause;

/// A pronoun of one gender, for the person who stands out among those named just before. The source of a claim may
/// also be the last speaker. Leaves alone pronouns for which two are equally likely, and within a quotation those for
/// people whom it does not name.
pub(super) const RULE: Rule<Find> =
    Rule { name: "link/person", about: "“he” and “she” for the person named before", find };

/// How many mentions may stand between a speaker and the pronoun for that speaker.
const NEAR: usize = 8;

fn find(view: &View, at: usize) -> Option<Referent> {
    let told = gender(view.scene.text.norm(at))?;
    let referent =
        |entity, confidence, why| Referent { tokens: at..at + 1, entity, form: Form::Pronoun, confidence, why };
    if let Some(entity) = ahead(view, at, told) {
        return Some(referent(entity, Confidence::Low, "the subject of the clause that the word's clause leads up to"));
    }
    let standing_out = view.likeliest(at, |named| Some(fit(view, named, told)? - aside(view, at, named)));
    match standing_out {
        Some((entity, 3..)) => Some(referent(entity, Confidence::Medium, "the person who stands out before the word")),
        Some((entity, 1..)) => Some(referent(entity, Confidence::Low, "the person who stands out before the word")),
        _ => {
            let speaker = view.memory.speaker.filter(|speaker| goes_on(view, at, told, speaker))?;
            Some(referent(speaker.entity, Confidence::Low, "who spoke last, with nobody else named since"))
        }
    }
}

/// The person named as the subject of the main clause behind the clause in front in which a pronoun stands: "When *she*
/// began, the director Ana Reis thanked them."
fn ahead(view: &View, at: usize, told: Gender) -> Option<usize> {
    let parsed = view.scene.parsed;
    let clause = parsed.clause(at).filter(|clause| clause.kind == clause::Kind::Adverbial)?;
    let main = parsed.parent(clause)?;
    let subject = main.subject.filter(|subject| subject.by == clause::By::Own)?.head as usize;
    if subject <= at || (clause.head as usize) >= subject {
        return None;
    }
    let entity = view.scene.named_at(subject)?;
    let person = view.scene.kind(entity) == Kind::Person && agree(view.memory.genders[entity], Some(told));
    // "When he left, Tom Vale laughed": another man of whom the article speaks may be meant.
    let fits = |named: &Named| matches!(named.who, Who::Entity(one) if view.memory.genders[one] == Some(told));
    let spoken_of = view.memory.before.last().is_some_and(|before| before.iter().any(fits));
    let known = view.memory.before.iter().flatten().any(|named| named.is(entity));
    (person && (known || !spoken_of)).then_some(entity)
}

fn fit(view: &View, named: &Named, told: Gender) -> Option<i32> {
    let here = view.sentence.contains(&named.at);
    match named.who {
        Who::Entity(entity) => {
            let gender = view.memory.genders[entity];
            let fits = view.scene.kind(entity) == Kind::Person && agree(gender, Some(told));
            fits.then_some(if gender.is_some() { 2 } else { 0 })
        }
        // "Ann Roe has a farm. Today the farmer owns two. She …": across sentences "the" and a noun is often the person.
        Who::Noun(noun) => {
            let fits = noun.human && !noun.plural && agree(noun.gender, Some(told)) && (here || !noun.definite);
            fits.then_some(0)
        }
    }
}

/// What speaks against whom a source speaks of as the next source: in "Ann Roe said Eva Moe had resigned. She added …"
/// Ann Roe goes on.
fn aside(view: &View, at: usize, named: &Named) -> i32 {
    let other = view.memory.speaker.is_some_and(|speaker| !named.is(speaker.entity));
    if other && view.scene.is_source(at) && view.scene.is_reported(named.at) { 2 } else { 0 }
}

/// Whether the pronoun is the source of a claim that goes on after a speaker: near by, and with no other person named
/// between outside quotations. "Ann Roe said it was late. There was rain, she said."
fn goes_on(view: &View, at: usize, told: Gender, speaker: &Speaker) -> bool {
    let scene = view.scene;
    let start = scene.text.tokens[at].span.start;
    if !scene.is_source(at)
        || !agree(view.memory.genders[speaker.entity], Some(told))
        || speaker.end > start
        || scene.block(start) > scene.block(speaker.start) + 1
    {
        return false;
    }
    let end = scene.mentions.partition_point(|mention| mention.span.start < start);
    let between = scene.mentions[..end].iter().rev().take_while(|mention| mention.span.start >= speaker.end);
    let between: Vec<_> = between.take(NEAR + 1).collect();
    let other = |mention: &&Mention| {
        let quoted = scene.quotation(scene.text.token_at(mention.span.start)).is_some();
        mention.kind == Kind::Person && mention.entity != Some(speaker.entity) && !quoted
    };
    between.len() <= NEAR && !between.into_iter().any(|mention| other(&mention))
}

/// The gender that a pronoun tells.
pub(super) fn gender(norm: &str) -> Option<Gender> {
    match norm {
        "he" | "him" | "his" | "himself" => Some(Gender::Man),
        "she" | "her" | "hers" | "herself" => Some(Gender::Woman),
        _ => None,
    }
}
