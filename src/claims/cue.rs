//! The words that claims turn on: cues with all their forms, and the closed-class words that bound a clause.
//!
//! `data/lexicon/cues.tsv` gives each cue its lemma, its class and the complements it takes; the forms are
//! derived here by the rules of English spelling. A cue of several words ("point out") inflects its first.
//! One table holds cues and clause words together, so that each token of a text is looked up once.

use super::CueClass;
use crate::lexicon;
use crate::order;
use rustc_hash::{FxBuildHasher, FxHashMap};
use std::sync::LazyLock;

/// A cue as the lexicon has it.
#[derive(Debug)]
pub(super) struct Entry {
    pub lemma: &'static str,
    /// The words after the first, in lower case.
    pub rest: Vec<&'static str>,
    pub part: Part,
    pub class: CueClass,
    pub takes: u16,
}

#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) enum Part {
    Verb,
    Noun,
    Adjective,
    Adverb,
}

/// What a cue may be followed by: bits of [`Entry::takes`].
pub(super) mod takes {
    /// A clause; "that" may be left out.
    pub const CLAUSE: u16 = 1;
    /// A clause with "that".
    pub const THAT: u16 = 2;
    /// A question clause.
    pub const QUESTION: u16 = 4;
    /// A quotation; the cue may also follow what is said.
    pub const QUOTE: u16 = 8;
    /// An addressee before the clause.
    pub const ADDRESSEE: u16 = 16;
    /// An object and an infinitive.
    pub const OBJECT_INFINITIVE: u16 = 32;
    /// An infinitive.
    pub const INFINITIVE: u16 = 64;
    /// A noun phrase or gerund.
    pub const NOUN: u16 = 128;
    /// An object and what it is said to be.
    pub const PREDICATIVE: u16 = 256;
}

/// Forms of a cue.
pub(super) mod form {
    pub const BASE: u8 = 1;
    pub const THIRD: u8 = 2;
    pub const PAST: u8 = 4;
    pub const PARTICIPLE: u8 = 8;
    pub const GERUND: u8 = 16;
    pub const NOUN: u8 = 32;
    pub const ADVERB: u8 = 64;
    pub const ADJECTIVE: u8 = 128;
}

/// What a word does in a clause: bits of [`Word::is`].
pub(super) mod is {
    pub const DETERMINER: u32 = 1;
    pub const POSSESSIVE: u32 = 1 << 1;
    pub const SUBJECT: u32 = 1 << 2;
    pub const OBJECT: u32 = 1 << 3;
    pub const BE: u32 = 1 << 4;
    pub const HAVE: u32 = 1 << 5;
    pub const DO: u32 = 1 << 6;
    pub const MODAL: u32 = 1 << 7;
    pub const NEGATION: u32 = 1 << 8;
    pub const PREPOSITION: u32 = 1 << 9;
    pub const SUBORDINATOR: u32 = 1 << 10;
    pub const RELATIVE: u32 = 1 << 11;
    pub const QUESTION: u32 = 1 << 12;
    pub const COORDINATOR: u32 = 1 << 13;
    pub const ADVERB: u32 = 1 << 14;
    pub const TIME: u32 = 1 << 15;
    pub const TIME_LEAD: u32 = 1 << 16;
    pub const STOP: u32 = 1 << 17;
    pub const GROUP: u32 = 1 << 18;
    pub const DOCUMENT: u32 = 1 << 19;
    pub const ANONYMOUS: u32 = 1 << 20;
    pub const WITHHELD: u32 = 1 << 21;
    pub const PERSON: u32 = 1 << 22;
    pub const HEDGE_MODAL: u32 = 1 << 23;
    pub const HEDGE_ADVERB: u32 = 1 << 24;
    pub const HEDGE_VERB: u32 = 1 << 25;
    /// A name of a day or month, which has a capital in any place.
    pub const DAY: u32 = 1 << 26;
    /// What brings something about, with a clause for what: "*ensured* that the vote was held".
    pub const CAUSATIVE: u32 = 1 << 27;
    pub const AUXILIARY: u32 = BE | HAVE | DO | MODAL;
}

/// What is known of a word: what it does, and the cues it may be a form of.
#[derive(Clone, Copy, Debug, Default)]
pub(super) struct Word {
    pub is: u32,
    /// Classes of check-worthiness: bits of [`super::checkworthy::class`].
    pub worth: u64,
    first: u16,
    senses: u16,
}

impl Word {
    pub const fn is(self, bits: u32) -> bool {
        self.is & bits != 0
    }

    /// Whether it may be a form of a cue.
    pub const fn is_cue(self) -> bool {
        self.senses > 0
    }

    /// The cues it may be a form of, with the forms.
    pub fn senses(self) -> &'static [(u16, u8)] {
        let lexicon: &'static Lexicon = &LEXICON;
        &lexicon.senses[self.first as usize..self.first as usize + self.senses as usize]
    }
}

/// All words.
#[derive(Debug)]
pub(super) struct Lexicon {
    words: FxHashMap<&'static str, Word>,
    senses: Vec<(u16, u8)>,
    pub entries: Vec<Entry>,
}

pub(super) static LEXICON: LazyLock<Lexicon> = LazyLock::new(read);

impl Lexicon {
    /// What is known of a word in lower case.
    pub fn word(&self, norm: &str) -> Word {
        self.words.get(norm).copied().unwrap_or_default()
    }

    pub fn entry(&'static self, number: u16) -> &'static Entry {
        &self.entries[number as usize]
    }
}

fn read() -> Lexicon {
    let mut forms: FxHashMap<String, Vec<(u16, u8)>> = FxHashMap::with_capacity_and_hasher(4096, FxBuildHasher);
    let mut entries = Vec::new();
    for row in lexicon::rows(include_str!("../../data/lexicon/cues.tsv")) {
        let number = entries.len() as u16;
        let mut words = row[0].split(' ');
        let head = words.next().unwrap_or_default();
        let part = match row[1] {
            "verb" => Part::Verb,
            "noun" => Part::Noun,
            "adjective" => Part::Adjective,
            _ => Part::Adverb,
        };
        let mut add = |word: String, form: u8| {
            let senses = forms.entry(word).or_default();
            match senses.iter_mut().find(|sense| sense.0 == number) {
                Some(sense) => sense.1 |= form,
                None => senses.push((number, form)),
            }
        };
        match part {
            Part::Verb => inflect(head, row.get(4).copied().unwrap_or_default(), &mut add),
            Part::Noun => {
                add(head.to_owned(), form::NOUN);
                add(third(head), form::NOUN);
            }
            Part::Adjective => add(head.to_owned(), form::ADJECTIVE),
            Part::Adverb => add(head.to_owned(), form::ADVERB),
        }
        let complements = row.get(3).copied().unwrap_or_default();
        entries.push(Entry {
            lemma: row[0],
            rest: words.collect(),
            part,
            class: class(row[2]),
            takes: complements.split(' ').map(complement).sum(),
        });
    }
    let mut lexicon =
        Lexicon { words: FxHashMap::with_capacity_and_hasher(4096, FxBuildHasher), senses: Vec::new(), entries };
    let mut forms: Vec<_> = forms.into_iter().collect();
    forms.sort();
    for (word, mut senses) in forms {
        // The longest first: "call for" before "call".
        if senses.len() > 1 {
            order::by(&mut senses, |sense| {
                (u64::MAX - lexicon.entries[sense.0 as usize].rest.len() as u64, u64::from(sense.0))
            });
        }
        let word: &'static str = Box::leak(word.into_boxed_str());
        let entry = lexicon.words.entry(word).or_default();
        entry.first = lexicon.senses.len() as u16;
        entry.senses = senses.len() as u16;
        lexicon.senses.extend(senses);
    }
    let mut mark = |tsv: &'static str| {
        for row in lexicon::rows(tsv) {
            let bits = bits(row[0]);
            for word in row[1].split(' ') {
                lexicon.words.entry(word).or_default().is |= bits;
            }
        }
    };
    mark(include_str!("../../data/lexicon/clause.tsv"));
    mark(include_str!("../../data/lexicon/sources.tsv"));
    mark(include_str!("../../data/lexicon/hedges.tsv"));
    for row in lexicon::rows(include_str!("../../data/lexicon/checkworthy.tsv")) {
        let bit = super::checkworthy::class(row[0]);
        for word in row[1].split(' ') {
            lexicon.words.entry(word).or_default().worth |= bit;
        }
    }
    lexicon
}

fn inflect(head: &str, forms: &str, add: &mut impl FnMut(String, u8)) {
    add(head.to_owned(), form::BASE);
    add(third(head), form::THIRD);
    let stem = match (forms, head.chars().last()) {
        ("+", Some(last)) => format!("{head}{last}"),
        _ if head.ends_with('e') && !head.ends_with("ee") => head[..head.len() - 1].to_owned(),
        _ => head.to_owned(),
    };
    add(format!("{stem}ing"), form::GERUND);
    if forms.is_empty() || forms == "+" {
        let past = match head.strip_suffix('y') {
            Some(front) if !front.ends_with(['a', 'e', 'o', 'u']) => format!("{front}ied"),
            _ if head.ends_with("ee") => format!("{head}d"),
            _ => format!("{stem}ed"),
        };
        add(past, form::PAST | form::PARTICIPLE);
        return;
    }
    for (at, word) in forms.split(' ').enumerate() {
        if word.ends_with("ing") {
            add(word.to_owned(), form::GERUND);
        } else if !forms.contains(' ') || word.ends_with("ed") {
            add(word.to_owned(), form::PAST | form::PARTICIPLE);
        } else {
            add(word.to_owned(), if at == 0 { form::PAST } else { form::PARTICIPLE });
        }
    }
}

fn third(head: &str) -> String {
    match head.strip_suffix('y') {
        Some(front) if !front.ends_with(['a', 'e', 'o', 'u']) => format!("{front}ies"),
        _ if head.ends_with(['s', 'x', 'z', 'o']) || head.ends_with("sh") || head.ends_with("ch") => {
            format!("{head}es")
        }
        _ => format!("{head}s"),
    }
}

fn class(name: &str) -> CueClass {
    match name {
        "assertion" => CueClass::Assertion,
        "denial" => CueClass::Denial,
        "distancing" => CueClass::Distancing,
        "question" => CueClass::Question,
        "demand" => CueClass::Demand,
        "promise" => CueClass::Promise,
        "belief" => CueClass::Belief,
        "emotion" => CueClass::Emotion,
        "legal" => CueClass::Legal,
        "withholding" => CueClass::Withholding,
        "intention" => CueClass::Intention,
        "attitude" => CueClass::Attitude,
        "agreement" => CueClass::Agreement,
        _ => CueClass::Neutral,
    }
}

fn complement(letter: &str) -> u16 {
    match letter {
        "c" => takes::CLAUSE,
        "t" => takes::THAT,
        "w" => takes::QUESTION,
        "q" => takes::QUOTE,
        "o" => takes::ADDRESSEE,
        "x" => takes::OBJECT_INFINITIVE,
        "i" => takes::INFINITIVE,
        "n" => takes::NOUN,
        "p" => takes::PREDICATIVE,
        _ => 0,
    }
}

fn bits(class: &str) -> u32 {
    match class {
        "determiner" => is::DETERMINER,
        "possessive" => is::POSSESSIVE | is::DETERMINER,
        "subject" => is::SUBJECT,
        "object" => is::OBJECT,
        "be" => is::BE,
        "have" => is::HAVE,
        "do" => is::DO,
        "modal" => is::MODAL,
        "negation" => is::NEGATION,
        "preposition" => is::PREPOSITION,
        "subordinator" => is::SUBORDINATOR,
        "relative" => is::RELATIVE,
        "question" => is::QUESTION,
        "coordinator" => is::COORDINATOR,
        "adverb" => is::ADVERB,
        "day" => is::TIME | is::DAY,
        "time" => is::TIME,
        "timelead" => is::TIME_LEAD,
        "stop" => is::STOP,
        "group" => is::GROUP,
        "document" => is::DOCUMENT,
        "anonymous" => is::ANONYMOUS,
        "withheld" => is::WITHHELD,
        "person" => is::PERSON,
        "hedge-modal" => is::HEDGE_MODAL,
        "hedge-adverb" => is::HEDGE_ADVERB,
        "hedge-verb" => is::HEDGE_VERB,
        _ => 0,
    }
}
