//! What the lexicons know of each token, looked up once.

use crate::lexicon::gazetteer::{self, Entry, bits};
use crate::lexicon::names;
use crate::tag::{self, Pos};
use crate::text::{Shape, TokenKind};
use crate::view::View;
use std::ops::Range;

/// What is known of a token.
#[derive(Clone, Copy, Debug, Default)]
pub struct Seen {
    /// May be part of a name.
    pub name: bool,
    /// Its capital tells: it does not begin a sentence, and not all words around have one.
    pub telling: bool,
    /// What the gazetteer says of the word alone.
    pub alone: Entry,
    /// What it says of the longest name that begins here.
    pub longest: Entry,
    /// Tokens of that name; 0 if there is none.
    pub len: u8,
    /// What the word says of the name it is part of.
    pub word: Option<names::Word>,
}

/// Looks up every word of the annotated sentences.
pub(super) fn look(view: &View) -> Vec<Seen> {
    let mut seen = vec![Seen::default(); view.text.tokens.len()];
    for sentence in view.text.included() {
        look_in(view, sentence.tokens.clone(), &mut seen);
    }
    seen
}

/// Looks up the words of a sentence.
fn look_in(view: &View, tokens: Range<usize>, found: &mut [Seen]) {
    let silent = tag::capitals_are_silent(view.text, tokens.clone());
    let mut opening = true;
    let mut covered = tokens.start;
    for at in tokens.clone() {
        let token = view.text.tokens[at];
        if !matches!(token.kind, TokenKind::Word | TokenKind::Mixed) {
            opening |= token.kind == TokenKind::Punct && matches!(view.norm(at), "\"" | ":" | "'" | "." | "\u{2022}");
            continue;
        }
        let telling = !(silent || opening);
        opening = false;
        if !is_capital(view, at) {
            continue;
        }
        let mut seen = word(view, at, tokens.end, telling);
        let calendar = matches!(seen.word, Some(names::Word::Calendar | names::Word::Not)) && seen.len < 2;
        seen.name = seen.len > 1
            || at < covered
            || is_initial(view, at) && at + 1 < tokens.end
            || !calendar && reads_as_name(view, at, &seen);
        if !seen.name && at > tokens.start && seen.word == Some(names::Word::Calendar) {
            // "Theresa May"
            seen.name = found[at - 1].telling && found[at - 1].alone.is(bits::MALE | bits::FEMALE);
        } else if seen.name && seen.len > 1 {
            covered = covered.max(at + usize::from(seen.len));
        }
        found[at] = seen;
    }
}

fn is_capital(view: &View, at: usize) -> bool {
    !matches!(view.shape(at), Some(Shape::Lower | Shape::Caseless))
        || view.kind(at) == Some(TokenKind::Mixed) && view.raw(at).starts_with(char::is_uppercase)
}

/// "J." in "J. K. Moe".
fn is_initial(view: &View, at: usize) -> bool {
    view.shape(at) == Some(Shape::Initial)
        && view.norm(at).ends_with('.')
        && matches!(view.shape(at + 1), Some(Shape::Initial | Shape::Title))
}

/// What the lexicons say of a word with a capital, and of the longest name that begins there.
fn word(view: &View, at: usize, end: usize, telling: bool) -> Seen {
    let shape = view.text.tokens[at].shape;
    let (longest, alone) = gazetteer::longest(view.text, at, at..end);
    let alone = alone.map_or_else(Entry::default, |entry| in_case(entry, shape));
    let longest = longest.map(|(range, entry)| (range.len(), if range.len() == 1 { alone } else { entry }));
    let (len, longest) = longest.filter(|(_, entry)| *entry != Entry::default()).unwrap_or_default();
    Seen { name: false, telling, alone, longest, len: len.min(255) as u8, word: names::word(view.norm(at)) }
}

/// Whether a word with a capital is part of a name, by its part of speech and by what the gazetteer says of it alone.
fn reads_as_name(view: &View, at: usize, seen: &Seen) -> bool {
    let pos = view.pos(at);
    let known = seen.alone.is(bits::STATE | bits::REGION | bits::GROUP | bits::PERSON)
        && !matches!(pos, Pos::Verb | Pos::Adv)
        && (seen.telling || !tag::is_common(view.norm(at)) || seen.alone.is(bits::NATION));
    match pos {
        // "Airline SkyNorth", "Novelist Ann Lee": the tagger may take a common noun that opens a sentence for a name.
        Pos::Propn => seen.telling || known || !tag::is_common(view.norm(at)),
        Pos::Det | Pos::Adp | Pos::Pron => false,
        Pos::Cconj | Pos::Sconj | Pos::Aux | Pos::Part | Pos::Intj | Pos::Num => known && seen.telling,
        Pos::Verb | Pos::Adv => seen.telling && matches!(view.shape(at), Some(Shape::Title | Shape::Upper)),
        _ => seen.telling || known,
    }
}

/// The entry as it holds for a word so written.
fn in_case(entry: Entry, shape: Shape) -> Entry {
    if entry.is(bits::CAPITALS) && shape != Shape::Upper { entry.in_small_letters() } else { entry }
}
