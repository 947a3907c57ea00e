//! What the taggers look at: the one extractor of features, called by the trainer and at run time.
//!
//! Every token has an [`Atom`]: hashes of the word, its ends and its shape, its cluster, what the gazetteer and the
//! lexicons know of it. A feature is a hash of a template's number and of what one atom or several say; templates
//! are the usual ones (Ratnaparkhi 1996; Ratinov and Roth 2009).

use super::Seen;
use super::blob::Model;
use super::hash::{self, pair};
use super::table::Table;
use crate::lexicon::gazetteer::{self, Entry, bits};
use crate::lexicon::{names, titles};
use crate::text::{Shape, Text, TokenKind};
use std::ops::Range;

/// What is known of a token.
#[derive(Clone, Copy, Debug, Default)]
pub struct Atom {
    /// The word in lower case, digits as one.
    pub word: u32,
    /// The word as written.
    pub cased: u32,
    pub(super) shape: u32,
    pub(super) short: u32,
    pub(super) prefixes: [u32; 2],
    pub(crate) suffixes: [u32; 3],
    /// Its cluster among 1024; four more bits of the number tell among 256 and 64 only. None is 0.
    pub(crate) cluster: u32,
    /// What the gazetteer says of the word.
    pub(super) kinds: u32,
    /// What it says of the longest name of several words around it, and whether that name begins here.
    pub(super) phrase: u32,
    /// What the lexicons say of the word.
    pub(super) class: u32,
    /// How its capital is to be read.
    pub(super) case: u32,
    /// Its part of speech, once that is known, and one more.
    pub pos: u32,
    /// Begins with a capital letter.
    pub capital: bool,
    /// May be part of a name.
    pub active: bool,
}

impl Atom {
    /// What the parser sees of the token.
    pub const fn seen(&self) -> Seen {
        Seen { word: self.word, ending: self.suffixes[1], cluster: self.cluster, second: 0 }
    }

    /// Which sorts of letters it has.
    pub(super) const fn short(&self) -> u32 {
        self.short
    }
}

const BEGIN: Atom = edge(1);
const END: Atom = edge(2);

const fn edge(number: u32) -> Atom {
    Atom {
        word: number,
        cased: number,
        shape: number,
        short: number,
        prefixes: [0; 2],
        suffixes: [number; 3],
        cluster: 0,
        kinds: 0,
        phrase: 0,
        class: 0,
        case: 0,
        pos: 0,
        capital: false,
        active: false,
    }
}

/// The features of one token.
#[derive(Clone, Copy, Debug)]
pub struct Features {
    hashes: [u32; Features::MOST],
    len: usize,
    template: u32,
}

/// What takes in the features of one token, as their templates say them.
///
/// Extractors take one by value and give it back, and are inlined where one is made, so that what it counts stays in
/// registers.
pub trait Sink {
    /// Forgets those of the token before; the first template bears the number after this one.
    fn begin(&mut self, first: u32);

    /// Adds the feature of the next template only if there is something to say.
    fn add_if(&mut self, says: bool, value: u32);

    /// Adds the feature of the next template.
    #[inline(always)]
    fn add(&mut self, value: u32) {
        self.add_if(true, value);
    }
}

impl Features {
    /// No token has more.
    const MOST: usize = 96;

    /// None yet; what reads other features begins at another number.
    pub const fn new(first: u32) -> Features {
        Features { hashes: [0; Features::MOST], len: 0, template: first }
    }

    /// The features.
    pub fn as_slice(&self) -> &[u32] {
        &self.hashes[..self.len]
    }
}

impl Sink for &mut Features {
    fn begin(&mut self, first: u32) {
        **self = Features::new(first);
    }

    fn add_if(&mut self, says: bool, value: u32) {
        self.template += 1;
        if says && self.len < Features::MOST {
            self.hashes[self.len] = pair(self.template, value);
            self.len += 1;
        }
    }
}

/// Room for the features of one token.
#[derive(Clone, Debug)]
pub struct Room {
    said: [u64; Room::MOST],
    slots: [u32; Room::MOST],
}

impl Room {
    /// More than [`Features::MOST`], and a power of two, so that no place is outside.
    const MOST: usize = 128;
}

impl Default for Room {
    fn default() -> Room {
        Room { said: [0; Room::MOST], slots: [0; Room::MOST] }
    }
}

/// Features of one token for a model to look up: what their templates say is gathered first and hashed in one go.
#[derive(Debug)]
pub struct Held<'a> {
    table: &'a Table,
    said: &'a mut [u64; Room::MOST],
    slots: &'a mut [u32; Room::MOST],
    len: usize,
    template: u32,
}

impl<'a> Held<'a> {
    /// None yet for a table; what reads other features begins at another number.
    pub fn new(table: &'a Table, room: &'a mut Room, first: u32) -> Held<'a> {
        Held { table, said: &mut room.said, slots: &mut room.slots, len: 0, template: first }
    }

    /// The slots of those that the table holds. Most are not among them, and none is passed over by a branch, which
    /// would be guessed wrong.
    pub fn found(self) -> &'a [u32] {
        let table = self.table.lookup();
        let mut count = 0;
        for said in self.said.get(..self.len).unwrap_or_default() {
            let slot = table.slot(hash::mixed(*said));
            self.slots[count % Room::MOST] = slot;
            count += table.holds(slot) as usize;
        }
        self.slots.get(..count).unwrap_or_default()
    }
}

impl Sink for Held<'_> {
    #[inline(always)]
    fn begin(&mut self, first: u32) {
        self.len = 0;
        self.template = first;
    }

    #[inline(always)]
    fn add_if(&mut self, says: bool, value: u32) {
        self.template += 1;
        self.said[self.len % Room::MOST] = hash::joined(self.template, value);
        self.len += usize::from(says);
    }
}

/// The atoms of all tokens, parts of speech not yet among them.
pub fn atoms(model: &Model, text: &Text) -> Vec<Atom> {
    let mut atoms: Vec<Atom> = (0..text.tokens.len()).map(|at| atom(model, text, at)).collect();
    for sentence in &text.sentences {
        let tokens = sentence.tokens.clone();
        read_case(text, &mut atoms, tokens.clone());
        look_up(text, &mut atoms, tokens.clone());
        mark_active(text, &mut atoms, tokens);
    }
    atoms
}

fn atom(model: &Model, text: &Text, at: usize) -> Atom {
    let token = text.tokens[at];
    let norm = text.norm(at).as_bytes();
    let plain = |byte: u8| if byte.is_ascii_digit() { b'0' } else { byte };
    let part = |range: Option<&[u8]>| range.map_or(0, |part| hash::bytes(part.iter().map(|byte| plain(*byte))));
    let len = norm.len();
    let word = part(Some(norm));
    let (shape, short) = shape(text.word(at), token.shape);
    let capital = match token.shape {
        Shape::Lower | Shape::Caseless => false,
        Shape::MixedCase => text.word(at).starts_with(|c: char| c.is_uppercase()),
        Shape::Title | Shape::Upper | Shape::Initial => true,
    };
    Atom {
        word,
        cased: pair(word, shape),
        shape,
        short,
        prefixes: [part(norm.get(..3)), part(norm.get(..4))],
        suffixes: [2, 3, 4].map(|count| part(len.checked_sub(count).and_then(|start| norm.get(start..)))),
        cluster: if matches!(token.kind, TokenKind::Word | TokenKind::Mixed) { model.cluster(word) } else { 0 },
        capital: capital || matches!(token.kind, TokenKind::Handle | TokenKind::Hashtag),
        class: (token.kind as u32) << 16,
        ..Atom::default()
    }
}

/// Which sorts of letters a word has: each letter's sort, and the same with runs as one.
fn shape(word: &str, shape: Shape) -> (u32, u32) {
    if shape == Shape::Lower {
        return (hash::SEED, hash::SEED);
    }
    let sort = |c: char| {
        if c.is_uppercase() {
            'X'
        } else if c.is_alphabetic() {
            'x'
        } else if c.is_numeric() {
            '0'
        } else {
            c
        }
    };
    let (mut long, mut short, mut last, mut count) = (0, 0, '\0', 0);
    for c in word.chars().map(sort) {
        count += 1;
        if count < 4 {
            long = pair(long, c.into());
        }
        if c != last {
            short = pair(short, c.into());
            last = c;
        }
    }
    (pair(long, short), short)
}

/// Whether capitals tell: not at the start of a sentence, nor where all words have one.
fn read_case(text: &Text, atoms: &mut [Atom], tokens: Range<usize>) {
    let silent = super::capitals_are_silent(text, tokens.clone());
    let mut opening = true;
    for at in tokens {
        let atom = &mut atoms[at];
        atom.case = u32::from(atom.capital) | u32::from(opening) << 1 | u32::from(silent) << 2;
        match text.tokens[at].kind {
            TokenKind::Punct => {
                opening |= matches!(text.norm(at), "\"" | ":" | "\u{201c}" | "'" | "." | "\u{2022}");
            }
            _ => opening = false,
        }
    }
}

/// What the gazetteer and the lexicons say of the words with a capital.
fn look_up(text: &Text, atoms: &mut [Atom], tokens: Range<usize>) {
    let mut covered = tokens.start;
    for at in tokens.clone() {
        if !atoms[at].capital {
            continue;
        }
        let shape = text.tokens[at].shape;
        let (longest, alone) = gazetteer::longest(text, at, at..tokens.end);
        let in_case = |entry: Entry| {
            if entry.is(bits::CAPITALS) && shape != Shape::Upper { entry.in_small_letters() } else { entry }
        };
        atoms[at].kinds = alone.map_or(0, |entry| sorts(in_case(entry)));
        let class = names::word(text.norm(at)).map_or(0, |word| word as u32 + 1);
        atoms[at].class |= class | u32::from(titles::ends_title(text.norm(at))) << 8;
        if let Some((range, entry)) = longest
            && range.len() > 1
            && at >= covered
        {
            covered = range.end;
            for inner in range.clone() {
                atoms[inner].phrase = sorts(entry) << 1 | u32::from(inner == at);
            }
        }
    }
}

/// The kinds of an entry that tell taggers apart.
fn sorts(entry: Entry) -> u32 {
    let all = [
        bits::MALE | bits::FEMALE,
        bits::SURNAME,
        bits::STATE,
        bits::REGION | bits::FACILITY,
        bits::ORGANISATION,
        bits::GROUP | bits::LANGUAGE,
        bits::PERSON,
        bits::EVENT | bits::WORK | bits::LAW | bits::PRODUCT,
    ];
    let known = u32::from(entry.identity() != 0);
    all.iter().fold(known, |found, kinds| found << 1 | u32::from(entry.is(*kinds)))
}

/// Names are looked for where capitals are: in words with one, in what stands between two of them or beside one, and in
/// what hyphens tie to one ("Yoon Suk-yeol").
fn mark_active(text: &Text, atoms: &mut [Atom], tokens: Range<usize>) {
    let mut last = None;
    for at in tokens.clone() {
        let tied = last == Some(at.wrapping_sub(1)) && !text.spaced(at) && {
            let hyphen = |at: usize| text.norm(at) == "-";
            hyphen(at) && at + 1 < tokens.end && !text.spaced(at + 1) || at > tokens.start && hyphen(at - 1)
        };
        if !atoms[at].capital && !tied {
            continue;
        }
        let start = match last {
            Some(last) if at - last <= 4 => last + 1,
            _ => at.saturating_sub(1).max(tokens.start),
        };
        for atom in &mut atoms[start..(at + 2).min(tokens.end)] {
            atom.active = true;
        }
        last = Some(at);
    }
}

pub(super) fn neighbour<'a>(atoms: &'a [Atom], tokens: &Range<usize>, at: usize, offset: isize) -> &'a Atom {
    match at.checked_add_signed(offset) {
        Some(at) if at < tokens.start => &BEGIN,
        Some(at) if at >= tokens.end => &END,
        Some(at) => &atoms[at],
        None => &BEGIN,
    }
}

/// The features by which the name label of token `at` of the `tokens` of a sentence is told.
#[inline(always)]
pub fn name<S: Sink>(atoms: &[Atom], tokens: &Range<usize>, at: usize, mut f: S) -> S {
    let near = |offset: isize| neighbour(atoms, tokens, at, offset);
    let (a, before, after) = (near(0), near(-1), near(1));
    let (first, last) = (near(-2), near(2));
    f.add(0);
    f.add(a.word);
    f.add(a.cased);
    f.add(before.word);
    f.add(after.word);
    f.add(first.word);
    f.add(last.word);
    f.add(pair(before.word, a.word));
    f.add(pair(a.word, after.word));
    f.add(pair(before.word, a.short));
    f.add(pair(after.word, a.short));
    f.add(pair(before.word, after.word));
    f.add(pair(first.word, before.word));
    f.add(pair(pair(after.word, last.word), a.short));
    f.add(pair(a.shape, a.case));
    f.add(pair(before.short, a.short));
    f.add(pair(a.short, after.short));
    f.add(pair(before.short, pair(a.short, after.short)));
    f.add(pair(first.short, pair(before.short, a.short)));
    f.add(pair(a.short, pair(after.short, last.short)));
    f.add(a.prefixes[0]);
    f.add(a.prefixes[1]);
    f.add(pair(a.suffixes[0], a.short));
    f.add(a.suffixes[1]);
    f.add(a.suffixes[2]);
    f.add(pair(a.suffixes[1], a.short));
    for near in [a, before, after] {
        let capital = near.capital.into();
        f.add_if(near.cluster != 0, pair(near.cluster, capital));
        f.add_if(near.cluster != 0, pair(near.cluster >> 2, capital));
        f.add_if(near.cluster != 0, pair(near.cluster >> 4, capital));
    }
    for near in [first, last] {
        f.add_if(near.cluster != 0, pair(near.cluster >> 2, near.capital.into()));
    }
    f.add(pair(before.cluster >> 2, a.cluster >> 2));
    f.add(pair(a.cluster >> 2, after.cluster >> 2));
    f.add(pair(before.cluster >> 4, pair(a.cluster >> 4, after.cluster >> 4)));
    f.add(pair(before.cluster >> 2, a.short));
    f.add(pair(after.cluster >> 2, a.short));
    f.add(pair(a.kinds, a.case));
    f.add(pair(a.kinds, a.cluster >> 2));
    f.add_if(a.phrase != 0, a.phrase);
    f.add_if(before.kinds != 0, pair(before.kinds, a.short));
    f.add_if(after.kinds != 0, pair(after.kinds, a.short));
    f.add(pair(before.kinds, a.kinds));
    f.add(pair(a.kinds, after.kinds));
    f.add_if(before.phrase != 0, before.phrase);
    f.add_if(after.phrase != 0, after.phrase);
    f.add(a.class);
    f.add(pair(before.class, a.class));
    f.add(pair(a.class, after.class));
    f.add(pair(a.pos, pair(before.pos, after.pos)));
    f.add(pair(before.pos, a.pos));
    f.add(pair(a.pos, after.pos));
    // What stands on either side of the words with capitals, and how far that is.
    let (mut left, mut right) = (-1, 1);
    while left > -6 && near(left).capital {
        left -= 1;
    }
    while right < 6 && near(right).capital {
        right += 1;
    }
    let (outside, beyond) = (near(left), near(right));
    f.add(outside.word);
    f.add(beyond.word);
    f.add_if(outside.cluster != 0, outside.cluster >> 2);
    f.add_if(beyond.cluster != 0, beyond.cluster >> 2);
    f.add(pair(left.unsigned_abs() as u32, pair(right as u32, a.case)));
    let head = near(right - 1);
    f.add(pair(head.word, right as u32));
    f.add(pair(head.class, a.class));
    f.add_if(head.cluster != 0, pair(head.cluster >> 2, u32::from(right > 1)));
    f.add(pair(outside.word, pair(beyond.word, a.short)));
    f
}
