//! Tagging: what part of speech each token is.
//!
//! A bigram tagger in the manner of Church (1988) and TnT (Brants 2000): the tags of a sentence are the
//! sequence whose words and neighbours were seen together most often, found by Viterbi. What was seen is
//! counted, not trained: `data/lexicon/pos.tsv` gives the tags of frequent words, `pos_endings.tsv` those
//! of others by their last letters, `pos_pairs.tsv` which tag follows which. [`tag`] is the seam at which
//! a trained model takes over.
//!
//! All sums are of whole numbers (sixty-fourths of a bit), so every machine finds the same tags.

pub mod blob;
mod context;
mod costs;
pub mod features;
pub mod hash;
pub mod name;
mod viterbi;

pub use name::{Name, Sort};

use crate::text::Text;
use blob::Model;

/// Tags of the tokens of a text, one each.
#[derive(Clone, Debug, Default)]
pub struct Tagged {
    /// Part of speech of each token.
    pub pos: Vec<Pos>,
    /// The names, in order.
    pub names: Vec<Name>,
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

impl Tagged {
    /// The tag of token `at`; `X` past the end.
    pub fn pos(&self, at: usize) -> Pos {
        self.pos.get(at).copied().unwrap_or(Pos::X)
    }
}

/// Whether a word in lower case is a frequent one that is no name.
pub fn is_common(norm: &str) -> bool {
    costs::COSTS.is_common(norm)
}

/// Whether the capitals of a sentence tell nothing, since all its longer words have one.
pub fn capitals_are_silent(text: &Text, sentence: std::ops::Range<usize>) -> bool {
    viterbi::capitals_are_silent(text, sentence)
}

pub(crate) static MODEL: &[u8] = include_bytes!("../../model/tagger.bin");

/// The model that the program carries.
pub(crate) fn model() -> Model<'static> {
    Model::open(MODEL)
}

/// Tags every token.
pub fn tag(text: &Text) -> Tagged {
    tag_with(&Model::open(MODEL), text)
}

/// Tags every token by some other model.
pub fn tag_with(model: &Model, text: &Text) -> Tagged {
    let mut tagged = Tagged { pos: vec![Pos::X; text.tokens.len()], names: Vec::new() };
    let mut lattice = viterbi::Lattice::default();
    for sentence in &text.sentences {
        let tokens = sentence.tokens.clone();
        lattice.best(text, tokens.clone(), &mut tagged.pos);
        context::mend(text, tokens, &mut tagged.pos);
    }
    let mut atoms = features::atoms(model, text);
    for (atom, pos) in atoms.iter_mut().zip(&tagged.pos) {
        atom.pos = *pos as u32 + 1;
    }
    tagged.names = name::find(&model.names, text, &atoms);
    tagged
}
