//! Roles behind a name: in an apposition, or after "is" and the like.

use crate::entities::{Kind, Mention};
use crate::lexicon::titles::{self, Class};
use crate::link::Role;
use crate::span::Span;
use crate::text::Text;

/// "Ann Moe, the chief executive of Acme,": the role behind the comma, or behind "who is".
pub(super) fn find(text: &Text, mentions: &[Mention], at: usize) -> Option<Role> {
    let mention = &mentions[at];
    let mut token = text.token_at(mention.span.end);
    // "Ann Moe, who is the", "Ann Moe is the"
    let comma = text.norm(token) == ",";
    if comma {
        token += 1;
    }
    let who = comma && text.norm(token) == "who";
    let verb = linking_verb(text, token + usize::from(who)).filter(|_| who || !comma);
    if let Some(behind) = verb {
        token = behind;
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
    // "Ann Moe was mayor of Leith": without an article the office is named.
    if verb.is_some() && first == verb.unwrap_or(first) && !matches!(text.norm(end), "of" | "at" | "for" | "in") {
        return None;
    }
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

/// The token behind a verb that says what somebody is: "is", "has been", "became", "served as".
fn linking_verb(text: &Text, at: usize) -> Option<usize> {
    match (text.norm(at), text.norm(at + 1)) {
        ("has" | "had", "been") | ("serves" | "served" | "works" | "worked", "as") => Some(at + 2),
        ("is" | "was" | "became" | "becomes" | "remains" | "remained", _) => Some(at + 1),
        _ => None,
    }
}
