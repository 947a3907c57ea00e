//! Appeals: texts that speak to the reader of the site, whatever their wording.
//!
//! "Our guide to the week's best reading. Sign up here", "We and our partners store data on your device": no list of
//! first words holds them all. What they have in common is that they address the reader and speak of newsletters,
//! accounts, consent, gifts or comments, and that they report nothing. The words are weighed by hand
//! (`data/lexicon/appeal.tsv`), not fitted.

use crate::lexicon;
use rustc_hash::FxHashMap;
use std::sync::LazyLock;

struct Phrase {
    words: Vec<&'static str>,
    weight: i32,
    reader: bool,
}

/// By first word, the longest first.
static PHRASES: LazyLock<FxHashMap<&'static str, Vec<Phrase>>> = LazyLock::new(|| {
    let mut phrases: FxHashMap<&'static str, Vec<Phrase>> = FxHashMap::default();
    for row in lexicon::rows(include_str!("../../data/lexicon/appeal.tsv")) {
        let [weight, address, words] = row[..] else { continue };
        let words: Vec<&str> = words.split(' ').collect();
        let phrase = Phrase { weight: weight.parse().unwrap_or(0), reader: address == "reader", words };
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
    /// Weighs the [`plain`](super::furniture::plain) words of a text. A phrase counts twice at most: a newsletter is no
    /// more one for saying "you" ten times.
    pub fn of(plain: &str, quotes: bool) -> Appeal {
        let mut words: Vec<&str> = plain.split(' ').collect();
        let mut appeal = Appeal { words: words.len() as i32, ..Appeal::default() };
        words.iter_mut().filter(|word| is_mail(word)).for_each(|word| *word = "@");
        if quotes {
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
                appeal.reader |= phrase.reader;
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

/// "stories@portwick.example"
fn is_mail(word: &str) -> bool {
    word.split_once('@').is_some_and(|(name, host)| !name.is_empty() && host.contains('.'))
}
