//! The gazetteer: names of people, places, organisations, groups and things, in one blob searched in place.
//!
//! `data/gazetteer/*.txt` are its sources; `cargo xtask gazetteer` packs them into `data/gazetteer.bin`:
//! eight bytes of magic, the SHA-256 of the sources, and a finite-state transducer (Lucene's and BurntSushi's
//! `fst`) from a name in lower case to its [`Entry`]. It is opened, not parsed.

use crate::text::Text;
use fst::raw::{CompiledAddr, Fst};
use std::ops::Range;
use std::sync::LazyLock;

#[path = "gazetteer_bits.rs"]
pub mod bits;

/// What the gazetteer knows of a name: any number of kinds, and the entity it belongs to.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub struct Entry(u64);

static BLOB: &[u8] = include_bytes!("../../data/gazetteer.bin");

static NAMES: LazyLock<Option<Fst<&'static [u8]>>> =
    LazyLock::new(|| Fst::new(BLOB.get(bits::HEADER..).unwrap_or_default()).ok());

impl Entry {
    /// Whether any of the `kinds` (constants of [`bits`]) is among its own.
    pub const fn is(self, kinds: u64) -> bool {
        self.0 & kinds != 0
    }

    /// Whether it has no kind but the `kinds`.
    pub const fn is_only(self, kinds: u64) -> bool {
        self.0 & bits::KINDS & !kinds == 0
    }

    /// The entity that all names of one row share; 0 where the row has one name only.
    pub const fn identity(self) -> u16 {
        (self.0 >> bits::IDENTITY) as u16
    }

    /// The country whose people a group is, or whose capital or seat of government a place is; 0 if none.
    pub const fn country(self) -> u16 {
        (self.0 >> bits::COUNTRY) as u16
    }
}

/// The SHA-256 of the sources that the blob was packed from.
pub fn sources_hash() -> &'static [u8] {
    BLOB.get(bits::MAGIC.len()..bits::HEADER).unwrap_or_default()
}

/// The entry of a name as it would be written, in lower case.
pub fn get(name: &str) -> Option<Entry> {
    let fst = NAMES.as_ref()?;
    let value = fst.get(name.as_bytes())?.value();
    Some(Entry(value))
}

/// A walk through the gazetteer, token by token.
#[derive(Clone, Copy, Debug)]
pub struct Walk {
    at: CompiledAddr,
    value: u64,
}

impl Walk {
    /// At the start of all names.
    pub fn new() -> Option<Walk> {
        let fst = NAMES.as_ref()?;
        Some(Walk { at: fst.root().addr(), value: 0 })
    }

    /// On by the bytes of `word`; `None` if no name goes on so.
    pub fn step(self, word: &str) -> Option<Walk> {
        let fst = NAMES.as_ref()?;
        let mut node = fst.node(self.at);
        let mut value = self.value;
        for byte in word.bytes() {
            let transition = node.transition(node.find_input(byte)?);
            value += transition.out.value();
            node = fst.node(transition.addr);
        }
        Some(Walk { at: node.addr(), value })
    }

    /// The entry of the name walked so far, if it is one.
    pub fn entry(self) -> Option<Entry> {
        let fst = NAMES.as_ref()?;
        let node = fst.node(self.at);
        node.is_final().then(|| Entry(self.value + node.final_output().value()))
    }
}

/// The longest name that begins with token `from` and stays within `tokens`, and the entry of that token alone.
///
/// Words are looked up as written, in lower case, with one space where the text has white space.
pub fn longest(text: &Text, from: usize, tokens: Range<usize>) -> (Option<(Range<usize>, Entry)>, Option<Entry>) {
    let Some(mut walk) = Walk::new() else { return (None, None) };
    let mut found = None;
    let mut alone = None;
    for at in from..tokens.end {
        if at > from && text.spaced(at) {
            let Some(next) = walk.step(" ") else { break };
            walk = next;
        }
        let Some(next) = walk.step(text.norm(at)) else { break };
        walk = next;
        if let Some(entry) = walk.entry() {
            if at == from {
                alone = Some(entry);
            }
            found = Some((from..at + 1, entry));
        }
    }
    (found, alone)
}

impl Entry {
    /// What remains of it where the name is not written in capitals: "who", "Us".
    pub const fn in_small_letters(self) -> Entry {
        let people = bits::MALE | bits::FEMALE | bits::SURNAME | bits::MAN | bits::WOMAN;
        Entry(self.0 & people)
    }
}
