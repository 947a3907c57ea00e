//! Abbreviations whose stop belongs to them.

use crate::lexicon;
use rustc_hash::FxHashMap;
use std::sync::LazyLock;

/// How an abbreviation behaves; see the head of `data/lexicon/abbreviations.tsv`.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) enum Class {
    Title,
    End,
    Number,
    Place,
    Life,
    Unit,
}

struct Entry {
    class: Class,
    capital: bool,
}

const LONGEST: usize = 8;

static ENTRIES: LazyLock<FxHashMap<String, Vec<Entry>>> = LazyLock::new(|| {
    let mut entries: FxHashMap<String, Vec<Entry>> = FxHashMap::default();
    for row in lexicon::rows(include_str!("../../data/lexicon/abbreviations.tsv")) {
        let [word, class, ..] = row[..] else { continue };
        let class = match class {
            "title" => Class::Title,
            "end" => Class::End,
            "number" => Class::Number,
            "place" => Class::Place,
            "life" => Class::Life,
            _ => Class::Unit,
        };
        let capital = word.starts_with(|c: char| c.is_ascii_uppercase());
        entries.entry(word.to_ascii_lowercase()).or_default().push(Entry { class, capital });
    }
    entries
});

/// The class of a word written without its stop, if `fits` that class.
pub(super) fn class(word: &str, fits: impl Fn(Class) -> bool) -> Option<Class> {
    if word.len() > LONGEST || !word.is_ascii() {
        return None;
    }
    let mut key = [0; LONGEST];
    let key = &mut key[..word.len()];
    key.copy_from_slice(word.as_bytes());
    key.make_ascii_lowercase();
    let capital = word.as_bytes()[0].is_ascii_uppercase();
    let entries = ENTRIES.get(std::str::from_utf8(key).ok()?)?;
    entries.iter().find(|entry| (capital || !entry.capital) && fits(entry.class)).map(|entry| entry.class)
}

/// Words that, with a capital, most likely begin a sentence: after "U.S." or "a.m." they decide.
pub(super) fn begins_sentence(norm: &str) -> bool {
    matches!(
        norm,
        "a" | "an"
            | "the"
            | "this"
            | "that"
            | "these"
            | "those"
            | "he"
            | "she"
            | "it"
            | "they"
            | "we"
            | "you"
            | "i"
            | "his"
            | "her"
            | "its"
            | "their"
            | "our"
            | "my"
            | "in"
            | "on"
            | "at"
            | "by"
            | "for"
            | "from"
            | "with"
            | "after"
            | "before"
            | "but"
            | "and"
            | "or"
            | "so"
            | "if"
            | "when"
            | "while"
            | "as"
            | "there"
            | "what"
            | "who"
            | "how"
            | "why"
            | "where"
            | "however"
            | "meanwhile"
            | "yet"
            | "not"
            | "no"
            | "since"
            | "although"
            | "though"
            | "also"
            | "then"
            | "here"
            | "both"
            | "some"
            | "many"
            | "most"
            | "all"
            | "one"
            | "more"
            | "during"
            | "under"
            | "over"
            | "about"
            | "according"
            | "despite"
            | "because"
            | "other"
            | "another"
            | "such"
            | "to"
            | "is"
            | "are"
            | "was"
            | "were"
            | "has"
            | "have"
            | "had"
            | "do"
            | "did"
            | "does"
            | "will"
            | "now"
            | "each"
            | "every"
            | "until"
            | "only"
            | "even"
            | "just"
            | "still"
            | "among"
            | "two"
            | "three"
            | "several"
            | "few"
            | "last"
            | "officials"
            | "police"
            | "authorities"
            | "analysts"
            | "critics"
            | "investors"
            | "investigators"
            | "prosecutors"
            | "residents"
            | "experts"
            | "witnesses"
            | "shares"
            | "sales"
            | "revenue"
            | "profit"
            | "hundreds"
            | "thousands"
            | "dozens"
            | "millions"
            | "people"
            | "speaking"
            | "following"
            | "within"
            | "instead"
            | "today"
            | "perhaps"
            | "maybe"
            | "yes"
            | "well"
            | "once"
            | "unlike"
            | "like"
            | "through"
            | "throughout"
            | "between"
            | "whether"
            | "never"
            | "none"
            | "nobody"
            | "everyone"
            | "much"
            | "neither"
            | "again"
            | "soon"
            | "afterwards"
            | "afterward"
            | "finally"
            | "eventually"
            | "recently"
            | "currently"
            | "additionally"
            | "furthermore"
            | "moreover"
            | "nevertheless"
            | "therefore"
            | "thus"
            | "hence"
            | "indeed"
            | "otherwise"
            | "first"
            | "of"
            | "into"
            | "upon"
            | "without"
            | "against"
            | "which"
            | "whose"
            | "can"
            | "could"
            | "would"
            | "should"
            | "might"
            | "asked"
            | "earlier"
            | "later"
    )
}
