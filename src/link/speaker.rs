//! "I" and "we" within what is quoted: the speaker, and whom the speaker speaks for.

use super::Entity;
use crate::claims::{Claim, Mode};
use crate::entities::{Form, Kind, Mention, Parts};
use crate::reason::{By, Confidence, Reason};
use crate::text::Text;

/// The mentions to add: first persons in the quotations of speakers that are known.
///
/// "We" is the speaker's organisation, where it speaks itself. Leaves alone "we" of people, who may mean anyone.
pub(super) fn find(text: &Text, claims: &[Claim], entities: &[Entity]) -> Vec<Mention> {
    let mut found = Vec::new();
    let mut done = 0;
    for claim in claims.iter().filter(|claim| claim.mode == Mode::Direct && claim.parent.is_none()) {
        let Some(speaker) = claim.source.as_ref().and_then(|source| source.entity) else { continue };
        let Some(entity) = entities.get(speaker) else { continue };
        for content in &claim.content {
            if content.start < done {
                continue;
            }
            done = content.end;
            for at in text.tokens_in(*content) {
                let (kind, why) = match text.norm(at) {
                    "i" | "me" | "my" | "mine" | "myself" => (Kind::Person, "who is quoted"),
                    "we" | "us" | "our" | "ours" | "ourselves" => (Kind::Organisation, "whose words are quoted"),
                    _ => continue,
                };
                if entity.kind != kind || text.word(at) == "US" {
                    continue;
                }
                found.push(Mention {
                    span: text.tokens[at].span,
                    kind,
                    label: entity.label,
                    form: Form::Pronoun,
                    parts: Parts::default(),
                    title: None,
                    entity: Some(speaker),
                    confidence: Confidence::Medium,
                    by: By::rule("link/speaker"),
                    reasons: vec![Reason::new("speaker", format!("{}: {why}", entity.name))],
                });
            }
        }
    }
    found
}
