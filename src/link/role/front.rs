//! Roles before a name: a title, an honorific that is an office, an apposition, a noun for the person.

use super::is_institution;
use crate::entities::Mention;
use crate::lexicon::titles::{self, Class};
use crate::link::Role;
use crate::tag::{Pos, Tagged};
use crate::text::{Shape, Text};

/// The title that the finder of names saw: "Chinese President", "Acme chief executive". What is named right before it
/// is its organisation.
pub(super) fn title(text: &Text, mentions: &[Mention], at: usize) -> Option<Role> {
    let title = mentions[at].title?;
    let organisation = at.checked_sub(1).map(|before| &mentions[before]).and_then(|before| {
        let gap = text.as_str().get(before.span.end as usize..title.start as usize)?;
        let near = gap.len() <= 4 && matches!(gap.trim(), "" | "'s" | "’s");
        (near && is_institution(before)).then_some(before.entity).flatten()
    });
    Some(Role { title: text.slice(title).to_owned(), organisation, span: title })
}

/// A form of address that tells what somebody does: "Professor", "Rabbi".
pub(super) fn honorific(text: &Text, mention: &Mention) -> Option<Role> {
    let span = mention.parts.honorific?;
    let title = text.slice(span);
    let office = matches!(
        title.to_lowercase().trim_end_matches('.'),
        "prof" | "professor" | "rabbi" | "imam" | "ayatollah" | "rev" | "reverend" | "sheikh" | "mullah"
    );
    office.then(|| Role { title: title.to_owned(), organisation: None, span })
}

/// "The governor of Tolima, Esteban Rojas,": the role before the comma.
pub(super) fn apposition(text: &Text, mentions: &[Mention], at: usize) -> Option<Role> {
    let name = &mentions[at];
    let comma = text.token_at(name.span.start).checked_sub(1).filter(|comma| text.norm(*comma) == ",")?;
    let institution = at.checked_sub(1).map(|before| &mentions[before]).filter(|before| is_institution(before))?;
    let tokens = text.tokens_in(institution.span);
    let the = usize::from(tokens.start > 0 && text.norm(tokens.start - 1) == "the");
    let of = tokens.start.checked_sub(1 + the)?;
    if tokens.end != comma || !matches!(text.norm(of), "of" | "at" | "for") {
        return None;
    }
    let (start, title) = titles::ending_at(text, of, of.saturating_sub(5))?;
    // "The" makes it one person: "mayors of Leith, Ann Moe".
    let determined = start > 0 && text.norm(start - 1) == "the";
    (determined && title.class != Class::Honorific).then(|| {
        let span = text.cover(start..of);
        Role { title: text.slice(span).to_owned(), organisation: institution.entity, span }
    })
}

/// "Mine owner Grant Keller", "pianist Ana Reis": a common noun for a person right before a full name.
pub(super) fn noun(text: &Text, tagged: &Tagged, name: &Mention) -> Option<Role> {
    let start = text.token_at(name.span.start);
    let head = start.checked_sub(1)?;
    // "Pianist Ana Reis will play": the first word of a sentence has a capital, and may read as a name.
    let opens = |at: usize| {
        let sentence = text.sentences.partition_point(|sentence| sentence.tokens.end <= at);
        text.sentences.get(sentence).is_some_and(|sentence| sentence.tokens.start == at)
    };
    let plain = |at: usize| {
        tagged.pos(at) == Pos::Noun && text.tokens[at].shape == Shape::Lower
            || opens(at) && matches!(tagged.pos(at), Pos::Noun | Pos::Propn) && text.tokens[at].shape == Shape::Title
    };
    let whole = name.parts.given.is_some() && name.title.is_none() && name.parts.honorific.is_none();
    if !whole || !text.spaced(start) || !plain(head) || !is_agent(text.norm(head)) {
        return None;
    }
    let from = (head.saturating_sub(3)..head).rev().take_while(|at| plain(*at)).last().unwrap_or(head);
    let span = text.cover(from..head + 1);
    Some(Role { title: text.slice(span).to_owned(), organisation: None, span })
}

/// Whether a noun ends as those for persons do: "owner", "pianist", "historian", "chairwoman".
fn is_agent(norm: &str) -> bool {
    norm.len() > 4
        && ["er", "or", "ist", "ian", "man", "woman"].iter().any(|end| norm.ends_with(end))
        && !matches!(
            norm,
            "after" | "under" | "over" | "however" | "number" | "order" | "letter" | "paper" | "water" | "power"
        )
}
