//! Tagging: the part of speech of each token, and the names among the tokens, by trained models.
//!
//! Parts of speech come first ([`speech`]); the tagger of names ([`name`]) and the parser look at them. All sums are
//! of whole numbers, so every machine finds the same tags.

pub mod blob;
mod capitals;
pub mod features;
pub mod hash;
pub mod name;
pub mod speech;
pub mod table;

pub use name::{Name, Sort};

use crate::text::Text;
use blob::Model;
use features::Atom;
use std::sync::LazyLock;

/// Tags of the tokens of a text, one each.
#[derive(Clone, Debug, Default)]
pub struct Tagged {
    /// Part of speech of each token.
    pub pos: Vec<Pos>,
    /// The names, in order.
    pub names: Vec<Name>,
    /// What the parser sees of each token.
    pub seen: Vec<Seen>,
}

/// What the parser sees of a token beside its tag.
#[derive(Clone, Copy, Debug, Default)]
pub struct Seen {
    /// The hash of the word in lower case, digits as one.
    pub word: u32,
    /// The hash of its last three letters; 0 if it has fewer.
    pub ending: u32,
    /// The number of its cluster; 0 if it has none.
    pub cluster: u32,
    /// The second best tag and one more; 0 if the best one is not in doubt.
    pub second: u32,
}

/// Universal part-of-speech tags (Universal Dependencies, UPOS).
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash)]
#[expect(missing_docs, reason = "the tags are those of Universal Dependencies")]
pub enum Pos {
    Adj,
    Adp,
    Adv,
    Aux,
    Cconj,
    Det,
    Intj,
    Noun,
    Num,
    Part,
    Pron,
    Propn,
    Punct,
    Sconj,
    Sym,
    Verb,
    X,
}

impl Pos {
    /// All tags, in the order of their names.
    pub const ALL: [Pos; 17] = [
        Pos::Adj,
        Pos::Adp,
        Pos::Adv,
        Pos::Aux,
        Pos::Cconj,
        Pos::Det,
        Pos::Intj,
        Pos::Noun,
        Pos::Num,
        Pos::Part,
        Pos::Pron,
        Pos::Propn,
        Pos::Punct,
        Pos::Sconj,
        Pos::Sym,
        Pos::Verb,
        Pos::X,
    ];

    /// Its name in Universal Dependencies: "NOUN".
    pub const fn name(self) -> &'static str {
        match self {
            Pos::Adj => "ADJ",
            Pos::Adp => "ADP",
            Pos::Adv => "ADV",
            Pos::Aux => "AUX",
            Pos::Cconj => "CCONJ",
            Pos::Det => "DET",
            Pos::Intj => "INTJ",
            Pos::Noun => "NOUN",
            Pos::Num => "NUM",
            Pos::Part => "PART",
            Pos::Pron => "PRON",
            Pos::Propn => "PROPN",
            Pos::Punct => "PUNCT",
            Pos::Sconj => "SCONJ",
            Pos::Sym => "SYM",
            Pos::Verb => "VERB",
            Pos::X => "X",
        }
    }
}

impl Pos {
    /// The tag of this name.
    pub fn named(name: &str) -> Option<Pos> {
        Pos::ALL.into_iter().find(|pos| pos.name() == name)
    }
}

impl Tagged {
    /// The tag of token `at`; `X` past the end.
    pub fn pos(&self, at: usize) -> Pos {
        self.pos.get(at).copied().unwrap_or(Pos::X)
    }
}

/// Whether a word in lower case is a frequent one that is no name.
pub fn is_common(norm: &str) -> bool {
    model().is_common(hash::bytes(norm.bytes()))
}

/// Whether a word in lower case is one of those that have a cluster: the frequent words of news.
pub fn is_word(norm: &str) -> bool {
    model().cluster(hash::bytes(norm.bytes())) != 0
}

/// Whether the capitals of a sentence tell nothing, since all its longer words have one.
pub fn capitals_are_silent(text: &Text, sentence: std::ops::Range<usize>) -> bool {
    capitals::are_silent(text, sentence)
}

pub(crate) static MODEL: &[u8] = include_bytes!("../../model/tagger.bin");

/// The model that the program carries, opened when it is first asked for.
pub(crate) fn model() -> &'static Model {
    static OPEN: LazyLock<Model> = LazyLock::new(|| Model::open(MODEL));
    &OPEN
}

/// Tags every token.
pub fn tag(text: &Text) -> Tagged {
    tag_with(model(), text)
}

/// Tags every token by some other model.
pub fn tag_with(model: &Model, text: &Text) -> Tagged {
    let mut atoms = features::atoms(model, text);
    let mut tagged = speech_of(model, text, &mut atoms);
    tagged.names = name::find(&model.layers[blob::NAMES], text, &atoms);
    tagged
}

/// Tags every token and leaves names aside; the atoms learn the tags.
pub fn speech_of(model: &Model, text: &Text, atoms: &mut [Atom]) -> Tagged {
    let choices = speech::find(&model.layers[blob::SPEECH], text, atoms);
    let mut tagged = Tagged::default();
    for (atom, choice) in atoms.iter_mut().zip(&choices) {
        atom.pos = choice.pos as u32 + 1;
        tagged.pos.push(choice.pos);
        tagged.seen.push(Seen { second: choice.second, ..atom.seen() });
    }
    tagged
}
