//! Appeals: texts that speak to the reader of the site, whatever their wording.
//!
//! "Our guide to the week's best reading. Sign up here", "We and our partners store data on your device": no list of
//! first words holds them all. What they have in common is that they address the reader and speak of newsletters,
//! accounts, consent, gifts or comments, and that they report nothing. The words are weighed by hand
//! (`data/lexicon/appeal.tsv`), not fitted.

use super::furniture;
use crate::lexicon;
use rustc_hash::FxHashMap;
use std::sync::LazyLock;

struct Phrase {
    words: Vec<&'static str>,
    weight: i32,
    address: Address,
}

/// Whether words speak to the reader.
#[derive(Clone, Copy, PartialEq, Eq)]
enum Address {
    Always,
    /// As an imperative: "Subscribe to …", and not "They subscribe to …".
    AtStart,
    Never,
}

/// By first word, the longest first.
static PHRASES: LazyLock<FxHashMap<&'static str, Vec<Phrase>>> = LazyLock::new(|| {
    let mut phrases: FxHashMap<&'static str, Vec<Phrase>> = FxHashMap::default();
    for row in lexicon::rows(include_str!("../../data/lexicon/appeal.tsv")) {
        let [weight, address, words] = row[..] else { continue };
        let words: Vec<&str> = words.split(' ').collect();
        let address = match address {
            "reader" => Address::Always,
            "verb" => Address::AtStart,
            _ => Address::Never,
        };
        let phrase = Phrase { weight: weight.parse().unwrap_or(0), address, words };
        phrases.entry(phrase.words[0]).or_default().push(phrase);
    }
    phrases.values_mut().for_each(|list| list.sort_by_key(|phrase| usize::MAX - phrase.words.len()));
    phrases
});

/// What speaks for an appeal in some text.
#[derive(Clone, Copy, Debug, Default)]
pub(super) struct Appeal {
    weight: i32,
    words: i32,
    reader: bool,
}

impl Appeal {
    /// Weighs a text, given its [`plain`](furniture::plain) words. A phrase counts twice at most: a newsletter is no
    /// more one for saying "you" ten times.
    pub fn of(text: &str, plain: &str) -> Appeal {
        let starts: Vec<bool> = starts(text).collect();
        let mut words: Vec<&str> = plain.split(' ').collect();
        let mut appeal = Appeal { words: words.len() as i32, ..Appeal::default() };
        words.iter_mut().filter(|word| is_mail(word)).for_each(|word| *word = "@");
        if text.contains(['“', '"']) {
            words.push("\"");
        }
        let mut seen: FxHashMap<&str, u8> = FxHashMap::default();
        let mut at = 0;
        while at < words.len() {
            let list = PHRASES.get(words[at]).into_iter().flatten();
            let found = list.into_iter().find(|phrase| words[at..].starts_with(&phrase.words));
            let Some(phrase) = found else {
                at += 1;
                continue;
            };
            let times = seen.entry(words[at]).or_default();
            *times += 1;
            if *times <= 2 {
                appeal.weight += phrase.weight;
                let start = || starts.get(at).is_some_and(|start| *start);
                appeal.reader |= phrase.address == Address::Always || phrase.address == Address::AtStart && start();
            }
            at += phrase.words.len();
        }
        appeal
    }

    /// It is one, by its words alone.
    pub fn stands(self) -> bool {
        let dense = self.weight >= 7 && self.weight * 3 >= self.words;
        let heavy = self.weight >= 12 && self.weight * 4 >= self.words && self.words <= 60;
        self.reader && (dense || heavy)
    }

    /// It may be one, where something else says so too.
    pub fn backs(self) -> bool {
        self.reader && self.weight >= 3 && (self.weight >= 8 || self.weight * 5 >= self.words)
    }
}

/// For each plain word of a text, whether a sentence begins with it.
fn starts(text: &str) -> impl Iterator<Item = bool> {
    let mut stop = true;
    let words = text.split(|c: char| c.is_whitespace() || c == '\u{200b}').filter(|word| furniture::is_plain(word));
    words.map(move |word| std::mem::replace(&mut stop, word.ends_with(['.', '!', '?', ':', '…'])))
}

/// "stories@portwick.example"
fn is_mail(word: &str) -> bool {
    word.split_once('@').is_some_and(|(name, host)| !name.is_empty() && host.contains('.'))
}
