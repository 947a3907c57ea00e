//! Titles that stand before people's names: "Dr", "Vice Premier", "foreign minister", "actor".

use super::rows;
use crate::text::{Shape, Text};
use rustc_hash::FxHashMap;
use std::sync::LazyLock;

/// What a title says of the person.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Title {
    /// How it stands to the name.
    pub class: Class,
    /// The gender it tells.
    pub gender: Option<Gender>,
}

/// How a title stands to the name.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Class {
    /// A form of address: "Mr".
    Honorific,
    /// Whoever has it leads a state or an organisation: "President".
    Lead,
    /// Any other office or occupation.
    Head,
}

/// A person's gender, as far as names and titles tell.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
#[expect(missing_docs, reason = "plain words")]
pub enum Gender {
    Man,
    Woman,
}

struct Titles {
    whole: FxHashMap<&'static str, Title>,
    modifiers: FxHashMap<&'static str, ()>,
    last: FxHashMap<&'static str, ()>,
    longest: usize,
}

static TITLES: LazyLock<Titles> = LazyLock::new(|| {
    let mut titles =
        Titles { whole: FxHashMap::default(), modifiers: FxHashMap::default(), last: FxHashMap::default(), longest: 1 };
    for row in rows(include_str!("../../data/lexicon/titles.tsv")) {
        let class = match row.get(1).copied() {
            Some("honorific") => Class::Honorific,
            Some("lead") => Class::Lead,
            Some("mod") => {
                titles.modifiers.insert(row[0], ());
                continue;
            }
            _ => Class::Head,
        };
        let gender = match row.get(2).copied() {
            Some("m") => Some(Gender::Man),
            Some("f") => Some(Gender::Woman),
            _ => None,
        };
        titles.longest = titles.longest.max(row[0].split([' ', '-']).count() + row[0].matches('-').count());
        titles.last.extend(row[0].rsplit([' ', '-']).next().map(|word| (word, ())));
        titles.whole.insert(row[0], Title { class, gender });
    }
    titles
});

/// Whether the words in lower case are a title.
pub fn get(words: &str) -> Option<Title> {
    TITLES.whole.get(words).copied()
}

/// Whether a word goes before titles: "vice", "former".
pub fn is_modifier(norm: &str) -> bool {
    TITLES.modifiers.contains_key(norm)
}

/// Whether some title ends with the word.
pub fn ends_title(norm: &str) -> bool {
    TITLES.last.contains_key(norm)
}

/// The title whose last token is right before token `at`, no further back than `floor`: where it starts.
///
/// Modifiers are part of it ("Deputy Foreign Minister", "former president"); a nationality or the name of
/// an organisation is not.
pub fn ending_at(text: &Text, at: usize, floor: usize) -> Option<(usize, Title)> {
    if at <= floor || !ends_title(text.norm(at - 1)) {
        return None;
    }
    let mut found = None;
    let mut key = String::new();
    for len in 1..=TITLES.longest.min(at - floor) {
        let start = at - len;
        if len == 1 {
            if let Some(title) = get(text.norm(start)) {
                found = Some((start, title));
            }
            continue;
        }
        // A title of several words ends with one of few words or follows a hyphen or "of".
        key.clear();
        for token in start..at {
            if token > start && text.spaced(token) {
                key.push(' ');
            }
            key.push_str(text.norm(token));
        }
        if let Some(title) = get(&key) {
            found = Some((start, title));
        }
    }
    let (mut start, title) = found?;
    if title.class == Class::Honorific {
        return Some((start, title));
    }
    let capital = text.tokens[start].shape != Shape::Lower;
    while start > floor {
        let norm = text.norm(start - 1);
        let joint = matches!(norm, "-" | "and" | "&") && start - 1 > floor && is_modifier(text.norm(start - 2));
        if joint && (norm != "and" || capital && text.tokens[start - 2].shape != Shape::Lower) {
            start -= 2;
            continue;
        }
        if !is_modifier(norm) && !(get(norm).is_some_and(|title| title.class != Class::Honorific)) {
            break;
        }
        if capital && text.tokens[start - 1].shape == Shape::Lower && !matches!(norm, "former" | "then" | "late" | "ex")
        {
            break;
        }
        start -= 1;
    }
    Some((start, title))
}
