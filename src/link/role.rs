//! Roles: what people are, from titles before their names and appositions behind.

use super::entity::Known;
use super::{Entity, Role};
use crate::entities::{Kind, Mention};
use crate::lexicon::titles::{self, Class};
use crate::span::Span;
use crate::text::Text;

/// Sets the roles of people: "Treasury Secretary Scott Bessent", "Ann Moe, chief executive of Acme,".
pub(super) fn gather(text: &Text, mentions: &mut [Mention], entities: &mut [Entity], known: &[Known]) {
    for at in 0..mentions.len() {
        let mention = &mentions[at];
        let (Some(entity), Kind::Person) = (mention.entity, mention.kind) else { continue };
        let mut found = Vec::new();
        if let Some(title) = mention.title {
            // "Chinese President", "Acme chief executive": what is named right before the title.
            let organisation = at.checked_sub(1).map(|before| &mentions[before]).and_then(|before| {
                let gap = text.as_str().get(before.span.end as usize..title.start as usize)?;
                let near = gap.len() <= 4 && matches!(gap.trim(), "" | "'s" | "’s");
                let fits = matches!(before.kind, Kind::Place | Kind::Organisation | Kind::Group);
                (near && fits).then_some(before.entity).flatten()
            });
            found.push(Role { title: text.slice(title).to_owned(), organisation, span: title });
        }
        if let Some(role) = apposition(text, mentions, at) {
            if mentions[at].title.is_none() {
                mentions[at].title = Some(role.span);
            }
            found.push(role);
        }
        for mut role in found {
            role.organisation = role.organisation.map(|organisation| state_of(organisation, entities, known));
            let roles = &mut entities[entity].roles;
            match roles.iter().position(|other| other.title.eq_ignore_ascii_case(&role.title)) {
                Some(same) => roles[same].organisation = roles[same].organisation.or(role.organisation),
                None if roles.len() < 8 => roles.push(role),
                None => {}
            }
        }
    }
}

/// The country itself, where it is an entity of the article, for its people: "Chinese" gives China.
fn state_of(entity: usize, entities: &[Entity], known: &[Known]) -> usize {
    if entities[entity].kind != Kind::Group {
        return entity;
    }
    let country = country(&entities[entity]);
    if country == 0 {
        return entity;
    }
    let state =
        (0..entities.len()).take(512).find(|at| entities[*at].kind == Kind::Place && known[*at].identity == country);
    state.unwrap_or(entity)
}

/// The country that a group or a place belongs to or is.
pub(super) fn country(entity: &Entity) -> u16 {
    let Some(entry) = crate::lexicon::gazetteer::get(&super::entity::key(&entity.name)) else { return 0 };
    if entity.kind == Kind::Group || entry.country() != 0 { entry.country() } else { entry.identity() }
}

/// "Ann Moe, the chief executive of Acme,": the role behind the comma, or behind "who is".
fn apposition(text: &Text, mentions: &[Mention], at: usize) -> Option<Role> {
    let mention = &mentions[at];
    let mut token = text.token_at(mention.span.end);
    // "Ann Moe, who is the", "Ann Moe is the"
    let comma = text.norm(token) == ",";
    if comma {
        token += 1;
    }
    let who = comma && text.norm(token) == "who";
    let said = text.norm(token + usize::from(who));
    if matches!(said, "is" | "was")
        && (who || !comma)
        && matches!(text.norm(token + usize::from(who) + 1), "the" | "a" | "an")
    {
        token += 1 + usize::from(who);
    } else if !comma || who {
        return None;
    }
    if matches!(text.norm(token), "the" | "a" | "an") {
        token += 1;
    }
    let first = token;
    let mut title = None;
    while token < first + 7 && token < text.tokens.len() {
        let norm = text.norm(token);
        if matches!(norm, "," | "." | ";" | ":" | "(" | "\"" | "of" | "at" | "for" | "who" | "and" | "in") {
            break;
        }
        if let Some((_, what)) = titles::ending_at(text, token + 1, first)
            && what.class != Class::Honorific
        {
            title = Some(token + 1);
        }
        token += 1;
    }
    let end = title?;
    // The title ends the phrase, or "of" and the like go on.
    let next = text.norm(end);
    if !matches!(next, "," | "." | "of" | "at" | "for" | "in" | "who" | "and") || end != token {
        return None;
    }
    // Another person's name right behind: a list, not an apposition.
    let whole = text.cover(first..end);
    let next_mention = mentions.get(at + 1);
    let mut start = first;
    let mut organisation = None;
    if let Some(inner) = next_mention.filter(|inner| inner.span.start >= whole.start && inner.span.end <= whole.end) {
        if matches!(inner.kind, Kind::Organisation | Kind::Place | Kind::Group) && inner.span.end < whole.end {
            organisation = inner.entity;
            start = text.token_at(inner.span.end);
            while start < end && matches!(text.norm(start), "'s" | "'") {
                start += 1;
            }
        } else {
            return None;
        }
    }
    if matches!(next, "of" | "at" | "for" | "in") {
        let mut behind = end + 1;
        if text.norm(behind) == "the" {
            behind += 1;
        }
        let from = text.tokens.get(behind).map(|token| token.span.start);
        let named = mentions[at + 1..].iter().take(3).find(|mention| Some(mention.span.start) == from);
        organisation = organisation.or(named.and_then(|named| match named.kind {
            Kind::Organisation | Kind::Place | Kind::Group => named.entity,
            _ => None,
        }));
    }
    if start >= end {
        return None;
    }
    let span: Span = text.cover(start..end);
    Some(Role { title: text.slice(span).to_owned(), organisation, span })
}
