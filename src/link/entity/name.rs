//! What an entity is called: its fullest name, and the others.

use crate::entities::{Form, Mention};
use crate::link::Entity;
use crate::reason::Reason;
use crate::text::Text;

/// Sets name, aliases, confidence and reasons from the mentions.
pub(super) fn set(text: &Text, mentions: &[Mention], entity: &mut Entity) {
    let mut names: Vec<&str> = Vec::new();
    let mut fullest: Option<(usize, &str)> = None;
    for at in &entity.mentions {
        let mention = &mentions[*at];
        let words = text.slice(mention.span);
        if !names.contains(&words) && names.len() < 24 {
            names.push(words);
        }
        let length = words.chars().count() + if mention.form == Form::Name { 1000 } else { 0 };
        if fullest.is_none_or(|(most, _)| length > most) {
            fullest = Some((length, words));
        }
        entity.confidence = entity.confidence.max(mention.confidence);
    }
    entity.name = fullest.map_or("", |(_, words)| words).split_whitespace().collect::<Vec<_>>().join(" ");
    entity.aliases = names.iter().filter(|name| **name != entity.name).map(|name| (*name).to_owned()).collect();
    let count = entity.mentions.len();
    let why = match count {
        1 => String::from("named once"),
        count if entity.aliases.is_empty() => format!("the same name {count} times"),
        count => format!("{count} mentions, also as {}", entity.aliases.join(", ")),
    };
    entity.reasons.push(Reason::new("same-name", why));
}
