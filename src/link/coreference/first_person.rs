//! "I" and "we" within quotations: the speaker, and the organisation that speaks.

use super::quotation;
use crate::claims::{Claim, Mode};
use crate::entities::{Form, Kind, Mention, Parts};
use crate::link::Entity;
use crate::reason::{By, Confidence, Reason};
use crate::text::Text;

/// The first persons in the quotations of speakers that are known.
///
/// "We" is the speaker where an organisation speaks. "We" of a person is left alone, since it may mean anyone.
pub(in crate::link) fn find(text: &Text, claims: &[Claim], entities: &[Entity]) -> Vec<Mention> {
    let quotations = quotation::openings(text);
    let mut found = Vec::new();
    let mut done = 0;
    for claim in claims.iter().filter(|claim| claim.parent.is_none()) {
        let Some(speaker) = claim.source.as_ref().and_then(|source| source.entity) else { continue };
        let Some(entity) = entities.get(speaker) else { continue };
        for content in &claim.content {
            if content.start < done {
                continue;
            }
            done = content.end;
            // A transcript has no quotation marks.
            let spoken = |at: &usize| claim.mode == Mode::Direct || quotations[*at].is_some();
            for at in text.tokens_in(*content).filter(spoken) {
                let Some((kind, why)) = first_person(text, at) else { continue };
                if entity.kind == kind {
                    found.push(mention(text, at, speaker, entity, why));
                }
            }
        }
    }
    found
}

/// What a first person refers to, and why.
fn first_person(text: &Text, at: usize) -> Option<(Kind, &'static str)> {
    match text.norm(at) {
        "i" | "me" | "my" | "mine" | "myself" => Some((Kind::Person, "the speaker of the quotation")),
        "us" if text.word(at) == "US" => None,
        "we" | "us" | "our" | "ours" | "ourselves" => Some((Kind::Organisation, "whose words are quoted")),
        _ => None,
    }
}

fn mention(text: &Text, at: usize, speaker: usize, entity: &Entity, why: &str) -> Mention {
    Mention {
        span: text.tokens[at].span,
        kind: entity.kind,
        label: entity.label,
        form: Form::Pronoun,
        parts: Parts::default(),
        title: None,
        entity: Some(speaker),
        decided: None,
        confidence: Confidence::Medium,
        by: By::rule("link/first-person"),
        reasons: vec![Reason::new("speaker", format!("{}: {why}", entity.name))],
    }
}
