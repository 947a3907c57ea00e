//! "He" and "she".

use super::{Refer, Referent, Stage};
use crate::entities::{Form, Kind};
use crate::lexicon::titles::Gender;
use crate::link::entity::agree;
use crate::reason::Confidence;
use crate::rule::Rule;

/// A pronoun of one gender, for the person who stands out among those named just before. Leaves alone pronouns
/// for which two are as likely, and within a quotation those for people whom it does not name.
pub(super) const RULE: Rule<Refer> =
    Rule { name: "link/person", about: "“he” and “she” for whom was named before", find };

fn find(stage: &Stage, at: usize) -> Option<Referent> {
    let told = gender(stage.text.norm(at))?;
    let (entity, margin) = stage.likeliest(|named| {
        let gender = stage.genders[named.entity];
        (stage.kind(named.entity) == Kind::Person && agree(gender, Some(told))).then_some(if gender.is_some() {
            2
        } else {
            0
        })
    })?;
    let confidence = match margin {
        ..1 => return None,
        1..3 => Confidence::Low,
        _ => Confidence::Medium,
    };
    let why = "the person who stands out before the word";
    Some(Referent { tokens: at..at + 1, entity, form: Form::Pronoun, confidence, why })
}

/// The gender that a pronoun tells.
pub(super) fn gender(norm: &str) -> Option<Gender> {
    match norm {
        "he" | "him" | "his" | "himself" => Some(Gender::Man),
        "she" | "her" | "hers" | "herself" => Some(Gender::Woman),
        _ => None,
    }
}
