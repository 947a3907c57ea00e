//! Furniture: the words of the page around an article, and the commonest words of English, which tell prose
//! from it.

use crate::lexicon;
use rustc_hash::FxHashMap;
use std::sync::LazyLock;

/// What a piece of furniture is for.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) enum Class {
    Nav,
    Share,
    Follow,
    Newsletter,
    Account,
    Cookie,
    Related,
    Comments,
    Ad,
    Credit,
    Legal,
    Player,
    /// The reader is asked for something, in whatever words.
    Appeal,
    /// The heading of a list of other stories.
    Box,
    End,
}

impl Class {
    fn of(word: &str) -> Class {
        match word {
            "share" => Class::Share,
            "follow" => Class::Follow,
            "newsletter" => Class::Newsletter,
            "account" => Class::Account,
            "cookie" => Class::Cookie,
            "related" => Class::Related,
            "comments" => Class::Comments,
            "ad" => Class::Ad,
            "credit" => Class::Credit,
            "legal" => Class::Legal,
            "player" => Class::Player,
            "box" => Class::Box,
            "end" => Class::End,
            _ => Class::Nav,
        }
    }

    /// What it is, for people, and a code for programs.
    pub(super) fn reason(self) -> (&'static str, &'static str) {
        match self {
            Class::Nav => ("navigation", "words of the site's navigation"),
            Class::Share => ("share", "a button or line for sharing"),
            Class::Follow => ("follow", "asks to follow or write to the site or author"),
            Class::Newsletter => ("newsletter", "offers a newsletter"),
            Class::Account => ("account", "asks to subscribe or sign in"),
            Class::Cookie => ("cookie", "a notice about cookies or privacy"),
            Class::Related => ("related", "points to another story"),
            Class::Comments => ("comments", "belongs to the comments"),
            Class::Ad => ("advertisement", "advertisement or its notice"),
            Class::Credit => ("credit", "credits a picture"),
            Class::Legal => ("legal", "copyright or legal notice"),
            Class::Player => ("player", "words of a player or picture frame"),
            Class::Appeal => ("appeal", "asks the reader to subscribe, to agree, to give or to write"),
            Class::Box => ("other-stories", "the heading of a list of other stories"),
            Class::End => ("end", "what follows an article: lists of other stories, tags, topics"),
        }
    }
}

struct Phrase {
    words: String,
    class: Class,
}

#[derive(Default)]
struct Lexicon {
    line: FxHashMap<String, Class>,
    /// By first word.
    start: FxHashMap<String, Vec<Phrase>>,
    within: FxHashMap<String, Vec<Phrase>>,
}

static LEXICON: LazyLock<Lexicon> = LazyLock::new(|| {
    let mut lexicon = Lexicon::default();
    for row in lexicon::rows(include_str!("../../data/lexicon/furniture.tsv")) {
        let [place, class, words, ..] = row[..] else { continue };
        let class = Class::of(class);
        let words = plain(words);
        if place == "line" {
            lexicon.line.insert(words, class);
            continue;
        }
        let first = words.split(' ').next().unwrap_or_default().to_owned();
        let index = if place == "start" { &mut lexicon.start } else { &mut lexicon.within };
        index.entry(first).or_default().push(Phrase { words, class });
    }
    lexicon
});

/// The longest line that furniture is looked for in, in bytes.
const LONGEST: usize = 480;

/// Lower case, plain quotes, single spaces, words without the stops and commas at their ends.
pub(super) fn plain(line: &str) -> String {
    let mut out = String::with_capacity(line.len());
    for word in line.split(|c: char| c.is_whitespace() || c == '\u{200b}') {
        let word = word.trim_matches(is_mark);
        if word.is_empty() {
            continue;
        }
        if !out.is_empty() {
            out.push(' ');
        }
        if word.is_ascii() {
            let from = out.len();
            out.push_str(word);
            out[from..].make_ascii_lowercase();
            continue;
        }
        word.chars().for_each(|c| match c {
            '’' | '‘' => out.push('\''),
            c if c.is_ascii() => out.push(c.to_ascii_lowercase()),
            c => out.extend(c.to_lowercase()),
        });
    }
    out
}

const fn is_mark(c: char) -> bool {
    matches!(c, '.' | ',' | ';' | '!' | '?' | '…' | '"' | '“' | '”' | '[' | ']' | '→' | '▸' | '✕' | '×')
}

/// Whether a word is more than marks that [`plain`] leaves out.
pub(super) fn is_plain(word: &str) -> bool {
    !word.trim_matches(is_mark).is_empty()
}

/// What a line was recognised by.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) enum Sign {
    /// It consists of the words.
    Whole,
    /// It begins with this many words of furniture.
    Start(usize),
    /// The words stand within it: where they begin and end.
    Within(usize, usize),
}

/// The furniture a line is, given its [`plain`] words, and what shows it.
pub(super) fn class(line: &str) -> Option<(Class, Sign)> {
    if line.is_empty() || line.len() > LONGEST {
        return None;
    }
    let bare = line.trim_end_matches([':', ' ', '-', '–', '»', '›', '>']);
    // "Share 12", "Comments (34)", "3 min read".
    let counted = bare.trim_matches(|c: char| c.is_ascii_digit() || matches!(c, '(' | ')' | ' '));
    if let Some(class) = LEXICON.line.get(bare).or_else(|| LEXICON.line.get(counted)) {
        return Some((*class, Sign::Whole));
    }
    start(line).or_else(|| within(line))
}

fn start(line: &str) -> Option<(Class, Sign)> {
    let first = line.split(' ').next()?;
    let phrase = LEXICON
        .start
        .get(first)?
        .iter()
        .find(|phrase| line.starts_with(&phrase.words) && edge(line, phrase.words.len()))?;
    Some((phrase.class, Sign::Start(phrase.words.split(' ').count())))
}

fn within(line: &str) -> Option<(Class, Sign)> {
    let mut at = 0;
    for word in line.split(' ') {
        let from = at + word.len() - word.trim_start_matches('(').len();
        for phrase in LEXICON.within.get(word.trim_start_matches('(')).into_iter().flatten() {
            let end = from + phrase.words.len();
            if line[from..].starts_with(&phrase.words) && edge(line, end) {
                return Some((phrase.class, Sign::Within(from, end)));
            }
        }
        at += word.len() + 1;
    }
    None
}

/// The furniture that a piece longer than a line is, by its first words: a notice or an appeal.
pub(super) fn class_of_start(line: &str) -> Option<(Class, Sign)> {
    start(line).filter(|(class, _)| {
        matches!(class, Class::Account | Class::Ad | Class::Cookie | Class::Legal | Class::Newsletter | Class::Comments)
    })
}

/// Whether no word goes on at `at`.
fn edge(line: &str, at: usize) -> bool {
    let before = line[..at].chars().next_back();
    !line[at..].starts_with(char::is_alphanumeric) || !before.is_some_and(char::is_alphanumeric)
}

/// Whether a word, in any case, is among the commonest of English.
pub(super) fn is_common(word: &[u8]) -> bool {
    let mut key = [0; 5];
    let Some(key) = key.get_mut(..word.len()) else { return false };
    key.copy_from_slice(word);
    key.make_ascii_lowercase();
    matches!(
        &*key,
        b"the"
            | b"of"
            | b"and"
            | b"to"
            | b"a"
            | b"in"
            | b"that"
            | b"is"
            | b"was"
            | b"for"
            | b"it"
            | b"on"
            | b"with"
            | b"as"
            | b"he"
            | b"his"
            | b"at"
            | b"by"
            | b"be"
            | b"had"
            | b"have"
            | b"are"
            | b"from"
            | b"this"
            | b"not"
            | b"but"
            | b"or"
            | b"an"
            | b"they"
            | b"which"
            | b"were"
            | b"been"
            | b"has"
            | b"their"
            | b"said"
            | b"who"
            | b"she"
            | b"her"
            | b"would"
            | b"will"
            | b"you"
            | b"we"
            | b"i"
            | b"its"
            | b"there"
            | b"if"
            | b"than"
            | b"when"
            | b"can"
            | b"all"
            | b"so"
            | b"no"
            | b"my"
            | b"our"
            | b"your"
            | b"do"
            | b"did"
            | b"into"
            | b"about"
            | b"after"
            | b"over"
    )
}
