//! Speakers: the entity behind the words that name a claim's source.
//!
//! A source takes the entity of the mention that is its head ("Clinton spokesman Ann Lee" is Ann Lee; "a spokesman for
//! Clinton" is nobody named). Pronouns and descriptions are resolved in [`super::coreference`] alone. A wrong speaker
//! is worse than none.

use super::Entity;
use crate::claims::{Claim, SourceForm, transcript};
use crate::entities::{Form, Kind, Mention};
use crate::reason::Reason;
use crate::span::Span;
use crate::text::Text;

/// Sets the entity of each claim's source where the mentions tell it, and leaves those that are set already.
pub(super) fn resolve(text: &Text, mentions: &[Mention], entities: &[Entity], claims: &mut [Claim]) {
    for claim in claims {
        let Some(source) = claim.source.as_ref().filter(|source| source.entity.is_none()) else { continue };
        let span = source.span;
        let found = match source.form {
            _ if claim.by.rule == transcript::RULE.name => labelled(text, mentions, entities, span),
            SourceForm::Pronoun => referring(mentions, span, Form::Pronoun),
            _ => named(text, mentions, span).or_else(|| referring(mentions, span, Form::Nominal)),
        };
        if let Some(entity) = found.filter(|entity| *entity < entities.len()) {
            set(text, claim, span, entity, &entities[entity].name);
        }
    }
}

/// Who a transcript's label means: the name in it; for "A" who is named most before the first question; for initials
/// the one person who has them.
fn labelled(text: &Text, mentions: &[Mention], entities: &[Entity], span: Span) -> Option<usize> {
    if let Some(entity) = named(text, mentions, span) {
        return Some(entity).filter(|entity| entities[*entity].kind != Kind::Place);
    }
    let label = text.slice(span);
    if label == "Q" {
        return None;
    }
    let people = || entities.iter().enumerate().filter(|(_, entity)| entity.kind == Kind::Person);
    if label == "A" {
        let before =
            |entity: &Entity| entity.mentions.iter().filter(|at| mentions[**at].span.start < span.start).count();
        return people()
            .map(|(at, entity)| (before(entity), at))
            .filter(|(count, _)| *count > 0)
            .max_by_key(|(count, at)| (*count, std::cmp::Reverse(*at)))
            .map(|(_, at)| at);
    }
    let last = label.rsplit([' ', '.']).next().unwrap_or(label);
    let fits = |entity: &Entity| {
        let initials = || entity.name.split([' ', '-']).filter_map(|word| word.chars().next());
        let surname = entity.name.rsplit(' ').next().unwrap_or_default();
        initials().eq(last.chars()) || surname.to_lowercase() == last.to_lowercase()
    };
    let mut fitting = people().filter(|(_, entity)| fits(entity)).map(|(at, _)| at);
    let one = fitting.next()?;
    fitting.next().is_none().then_some(one)
}

fn set(text: &Text, claim: &mut Claim, span: Span, entity: usize, name: &str) {
    if text.slice(span) != name {
        let words = text.slice(span);
        claim.reasons.push(Reason::at("speaker", format!("“{words}” is {name}"), span));
    }
    if let Some(source) = &mut claim.source {
        source.entity = Some(entity);
    }
}

/// The mentions that touch a span.
fn touching(mentions: &[Mention], span: Span) -> impl Iterator<Item = &Mention> {
    let end = mentions.partition_point(|mention| mention.span.start < span.end);
    let start = mentions[..end].partition_point(|mention| mention.span.end <= span.start);
    mentions[start.min(end)..end].iter().filter(move |mention| mention.span.overlaps(span))
}

/// A name that is the head of the source, or of an apposition to it.
fn named(text: &Text, mentions: &[Mention], span: Span) -> Option<usize> {
    let names =
        || touching(mentions, span).filter(|mention| matches!(mention.form, Form::Name | Form::Short | Form::Acronym));
    let head = names().find(|mention| is_head(text, mention.span, span))?;
    head.entity
}

/// Whether a name ends a noun phrase within the source: at its end, or before a comma, a bracket or a preposition.
fn is_head(text: &Text, name: Span, source: Span) -> bool {
    // Nothing that makes another the head may stand before: "a spokesman for", "the lawyer of".
    let before = if name.start > source.start { text.slice(Span::new(source.start, name.start)) } else { "" };
    let segment = before.rsplit([',', '(']).next().unwrap_or("");
    let governed = segment.split_whitespace().any(|word| {
        matches!(
            word,
            "of" | "for"
                | "at"
                | "from"
                | "in"
                | "with"
                | "to"
                | "by"
                | "on"
                | "against"
                | "who"
                | "which"
                | "that"
                | "and"
        )
    });
    if governed {
        return false;
    }
    if name.end >= source.end {
        return true;
    }
    let behind = text.slice(Span::new(name.end, source.end));
    let next = behind.trim_start();
    next.starts_with([',', '(', '—', '–'])
        || matches!(next.split_whitespace().next(), None | Some("of" | "from" | "in" | "at" | "on" | "who" | "for"))
}

/// A pronoun or description at the end of the source that coreference has resolved: "he", "the American leader".
fn referring(mentions: &[Mention], span: Span, form: Form) -> Option<usize> {
    touching(mentions, span)
        .filter(|mention| mention.form == form && mention.span.end == span.end)
        .find_map(|mention| mention.entity)
}
