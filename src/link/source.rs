//! Speakers: the entity behind the words that name a claim's source.
//!
//! A name is resolved where it is the head of those words ("Clinton spokesman Ann Lee" is Ann Lee, "a spokesman for
//! Clinton" is nobody here); a pronoun or description where linking has resolved its mention, or where "he" or
//! "she" goes on after a speaker with nobody else named between. A wrong speaker is worse than none.

use super::{Entity, Linked};
use crate::claims::{Claim, Source, SourceForm, transcript};
use crate::entities::{Form, Kind, Mention};
use crate::reason::Reason;
use crate::span::Span;
use crate::text::Text;
use rustc_hash::FxHashMap;

/// The longest source that is looked at, in mentions before it.
const NEAR: usize = 8;

/// Sets the entity of each claim's source where it can be told.
pub(super) fn resolve(text: &Text, linked: &mut Linked) {
    let Linked { mentions, entities, claims, .. } = linked;
    // The last speaker who is a person: entity, and where the words that name them end.
    let mut last: Option<(usize, Span)> = None;
    let mut genders: FxHashMap<usize, Gender> = FxHashMap::default();
    for claim in claims.iter_mut() {
        let Some(source) = &claim.source else { continue };
        let span = source.span;
        let found = match source.form {
            _ if claim.by.rule == transcript::RULE => labelled(text, mentions, entities, span),
            SourceForm::Pronoun => pronoun(text, mentions, span).or_else(|| goes_on(text, mentions, span, last)),
            _ => named(text, mentions, span).or_else(|| described(mentions, span)),
        };
        let Some(entity) = found.filter(|entity| *entity < entities.len()) else { continue };
        if let Some(gender) = gender(text, span)
            && *genders.entry(entity).or_insert(gender) != gender
        {
            continue;
        }
        if entities[entity].kind == Kind::Person && last.is_none_or(|(_, before)| before.start <= span.start) {
            last = Some((entity, span));
        }
        set(text, claim, span, entity, &entities[entity].name);
    }
    // "I think" in what somebody says.
    for at in 0..claims.len() {
        let Some(parent) = claims[at].parent else { continue };
        let speaker = claims[parent].source.as_ref().and_then(|source| source.entity);
        let own = |source: &Source| source.entity.is_none() && text.slice(source.span).eq_ignore_ascii_case("i");
        if let Some(entity) = speaker.filter(|entity| entities[*entity].kind == Kind::Person)
            && let Some(source) = claims[at].source.clone().filter(own)
        {
            set(text, &mut claims[at], source.span, entity, &entities[entity].name);
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

#[derive(Clone, Copy, PartialEq, Eq)]
enum Gender {
    He,
    She,
}

/// What the words themselves tell of a person's gender: a pronoun by itself, a form of address in front. "His wife, Ann
/// Lee" and "Mr Lee's lawyer" tell nothing.
fn gender(text: &Text, span: Span) -> Option<Gender> {
    let words = text.slice(span).trim_end_matches(',');
    let (first, more) = words.split_once(' ').unwrap_or((words, ""));
    let owner = more.split_whitespace().any(|word| word.ends_with("'s") || word.ends_with("’s"));
    match first.to_ascii_lowercase().trim_end_matches('.') {
        "he" | "him" if more.is_empty() => Some(Gender::He),
        "she" | "her" if more.is_empty() => Some(Gender::She),
        "mr" | "sir" | "lord" if !owner => Some(Gender::He),
        "mrs" | "ms" | "miss" | "dame" | "lady" if !owner => Some(Gender::She),
        _ => None,
    }
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

/// A description that linking has resolved: "the American leader".
fn described(mentions: &[Mention], span: Span) -> Option<usize> {
    let mut found = touching(mentions, span)
        .filter(|mention| mention.form == Form::Nominal && mention.span.end == span.end && mention.entity.is_some());
    found.next().and_then(|mention| mention.entity)
}

/// A pronoun that linking has resolved, or the antecedent right before "who".
fn pronoun(text: &Text, mentions: &[Mention], span: Span) -> Option<usize> {
    if let Some(mention) =
        touching(mentions, span).find(|mention| mention.form == Form::Pronoun && mention.entity.is_some())
    {
        return mention.entity;
    }
    if !matches!(text.slice(span).to_ascii_lowercase().as_str(), "who" | "which") {
        return None;
    }
    let end = mentions.partition_point(|mention| mention.span.start < span.start);
    let mention = mentions[..end].last()?;
    if mention.kind != Kind::Person && text.slice(span).eq_ignore_ascii_case("who") {
        // "Ann Lee of the Harbour Institute, who said"
        let person = mentions[..end].iter().rev().take(4).find(|mention| mention.kind == Kind::Person)?;
        let gap = text.slice(Span::new(person.span.end.min(span.start), span.start));
        let of = [" of ", " at ", " from ", ", "].iter().any(|start| gap.starts_with(start));
        let plain = gap.len() < 120 && !gap.contains(['.', ';', '"', '“', '”', '\n']);
        return person.entity.filter(|_| of && plain);
    }
    let gap = (mention.span.end <= span.start).then(|| text.slice(Span::new(mention.span.end, span.start)))?;
    (gap.trim() == "," || gap.trim().is_empty()).then_some(mention.entity).flatten()
}

/// "He" or "she" behind a speaker, near by and with no other person named between.
fn goes_on(text: &Text, mentions: &[Mention], span: Span, last: Option<(usize, Span)>) -> Option<usize> {
    if !matches!(text.slice(span).to_ascii_lowercase().as_str(), "he" | "she" | "him" | "her" | "his") {
        return None;
    }
    let (entity, before) = last?;
    let block = |at: u32| text.blocks.partition_point(|block| block.span.end <= at);
    if before.end > span.start || block(span.start) > block(before.start) + 1 {
        return None;
    }
    let end = mentions.partition_point(|mention| mention.span.start < span.start);
    let between = mentions[..end].iter().rev().take_while(|mention| mention.span.start >= before.end).take(NEAR + 1);
    let mut seen = 0;
    for mention in between {
        seen += 1;
        let other = mention.kind == Kind::Person && mention.entity != Some(entity) && mention.form != Form::Pronoun;
        if other || seen > NEAR {
            return None;
        }
    }
    Some(entity)
}
