//! The gazetteer: names of people, places, organisations, groups and things.
//!
//! `data/gazetteer/*.txt` are its sources; `cargo xtask gazetteer` packs them into `data/gazetteer.bin`, laid out
//! (see [`bits`]) for what the page's download is compressed with: names that mean the same stand together in
//! order, front-coded as in Witten, Moffat and Bell's *Managing Gigabytes*: a name says how many bytes it shares
//! with the one before it. Opening it writes them out and sorts them, once, in a few milliseconds;
//! they are searched by halving what begins with the same two bytes.

use crate::text::Text;
use rustc_hash::FxHashMap;
use std::ops::Range;
use std::sync::LazyLock;

#[path = "gazetteer_bits.rs"]
pub mod bits;

/// What the gazetteer knows of a name: any number of kinds, and the entity it belongs to.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub struct Entry(u64);

static BLOB: &[u8] = include_bytes!("../../data/gazetteer.bin");

static NAMES: LazyLock<Names> = LazyLock::new(|| Names::open(BLOB.get(bits::HEADER..).unwrap_or_default()));

/// All names, in the order of their bytes.
#[derive(Default)]
struct Names {
    letters: String,
    names: Vec<(Range<u32>, Entry)>,
    /// Which of the names begin with these two bytes.
    beginnings: FxHashMap<[u8; 2], Range<u32>>,
}

impl Names {
    fn open(blob: &'static [u8]) -> Names {
        let (count, rest) = blob.split_at(blob.len().min(2));
        let rows = count.iter().rev().fold(0, |number, byte| number << 8 | usize::from(*byte));
        let (columns, stream) = rest.split_at((rows * bits::COLUMNS).min(rest.len()));
        let cell = |column: usize, row: usize| columns.get(column * rows + row).copied().unwrap_or_default();
        let mut opened = Names {
            letters: String::with_capacity(4 * blob.len()),
            names: Vec::with_capacity(blob.len() / 6),
            beginnings: FxHashMap::default(),
        };
        let (mut row, mut identity, mut value, mut last) = (0, 0_u16, 0, 0..0);
        let mut rest = std::str::from_utf8(stream).unwrap_or_default();
        while let Some(mark) = rest.bytes().next().filter(u8::is_ascii_control) {
            let tail = &rest[1..];
            let (tail, next) = tail.split_at(tail.find(|c: char| c.is_ascii_control()).unwrap_or(tail.len()));
            rest = next;
            if mark == bits::ROW {
                identity = identity.wrapping_add(u16::from(cell(3, row)));
                let country = bits::country(u16::from_le_bytes([cell(4, row), cell(5, row)]), identity);
                let kinds = u32::from_le_bytes([cell(0, row), cell(1, row), cell(2, row), 0]);
                value = u64::from(kinds) | u64::from(identity) << bits::IDENTITY | u64::from(country) << bits::COUNTRY;
                row += 1;
                last = 0..0;
            }
            let start = opened.letters.len();
            let shared = if mark == bits::ROW { 0 } else { usize::from(mark) };
            let shared = last.start..(last.start + shared).min(last.end);
            if opened.letters.is_char_boundary(shared.end) {
                opened.letters.extend_from_within(shared);
            }
            opened.letters.push_str(tail);
            last = start..opened.letters.len();
            opened.names.push((start as u32..last.end as u32, Entry(value)));
        }
        for at in 0..opened.names.len() {
            let (name, entry) = opened.names[at].clone();
            let name = &opened.letters[name.start as usize..name.end as usize];
            if !name.is_ascii() {
                let folded = bits::fold(name);
                if folded != name {
                    let start = opened.letters.len() as u32;
                    opened.letters.push_str(&folded);
                    opened.names.push((start..opened.letters.len() as u32, entry));
                }
            }
        }
        let Names { letters, names, beginnings } = &mut opened;
        let bytes = |name: &Range<u32>| &letters.as_bytes()[name.start as usize..name.end as usize];
        // The first bytes as a number decide most comparisons.
        let front = |name: &Range<u32>| {
            let mut front = [0; 8];
            front.iter_mut().zip(bytes(name)).for_each(|(to, from)| *to = *from);
            u64::from_be_bytes(front)
        };
        let mut order: Vec<(u64, u32)> = names.iter().zip(0..).map(|((name, _), at)| (front(name), at)).collect();
        // A name that stands in the blob is before the same name without accents.
        order.sort_unstable_by(|a, b| {
            let rest = || bytes(&names[a.1 as usize].0).cmp(bytes(&names[b.1 as usize].0)).then(a.1.cmp(&b.1));
            a.0.cmp(&b.0).then_with(rest)
        });
        *names = order.iter().map(|(_, at)| names[*at as usize].clone()).collect();
        names.dedup_by(|a, b| bytes(&a.0) == bytes(&b.0));
        for (at, (name, _)) in (0..).zip(names.iter()) {
            if let Some(two) = bytes(name).first_chunk() {
                beginnings.entry(*two).or_insert(at..at).end = at + 1;
            }
        }
        opened
    }

    fn name(&self, at: u32) -> &[u8] {
        let Some((name, _)) = self.names.get(at as usize) else { return &[] };
        &self.letters.as_bytes()[name.start as usize..name.end as usize]
    }
}

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
    Walk::new().step(name)?.entry()
}

/// A walk through the gazetteer, token by token: the names that go on so, and how many bytes are walked.
#[derive(Clone, Debug)]
pub struct Walk {
    names: Range<u32>,
    len: usize,
}

impl Walk {
    /// At the start of all names.
    #[expect(clippy::new_without_default, reason = "a walk is begun, not defaulted")]
    pub fn new() -> Walk {
        Walk { names: 0..NAMES.names.len() as u32, len: 0 }
    }

    /// On by the bytes of `word`; `None` if no name goes on so.
    pub fn step(self, word: &str) -> Option<Walk> {
        let all = &*NAMES;
        let word = word.as_bytes();
        let len = self.len + word.len();
        let mut names = self.names;
        if let (0, Some(two)) = (self.len, word.first_chunk()) {
            names = all.beginnings.get(two)?.clone();
        }
        let part = |at| {
            let name = all.name(at);
            &name[self.len.min(name.len())..len.min(name.len())]
        };
        let start = halve(names.clone(), |at| part(at) < word);
        let end = halve(start..names.end, |at| part(at) == word);
        (start < end).then_some(Walk { names: start..end, len })
    }

    /// The entry of the name walked so far, if it is one.
    pub fn entry(&self) -> Option<Entry> {
        let (name, entry) = NAMES.names.get(self.names.start as usize)?;
        (name.len() == self.len).then_some(*entry)
    }
}

/// The first of the `names` for which `before` does not hold; it holds for none after that.
fn halve(names: Range<u32>, before: impl Fn(u32) -> bool) -> u32 {
    let Range { mut start, mut end } = names;
    while start < end {
        let middle = start + (end - start) / 2;
        if before(middle) {
            start = middle + 1;
        } else {
            end = middle;
        }
    }
    start
}

/// The longest name that begins with token `from` and stays within `tokens`, and the entry of that token alone.
///
/// Words are looked up as written, in lower case, with one space where the text has white space.
pub fn longest(text: &Text, from: usize, tokens: Range<usize>) -> (Option<(Range<usize>, Entry)>, Option<Entry>) {
    let mut walk = Walk::new();
    let mut found = None;
    let mut alone = None;
    for at in from..tokens.end {
        if at > from && text.spaced(at) {
            let Some(next) = walk.step(" ") else { break };
            walk = next;
        }
        let Some(next) = walk.step(text.norm(at)) else { break };
        walk = next;
        if let Some(entry) = walk.entry().or_else(|| shortened(text, from, at, &walk)) {
            if at == from {
                alone = Some(entry);
            }
            found = Some((from..at + 1, entry));
        }
    }
    (found, alone)
}

/// The entry of a state's short form that has lost its full stop to the sentence: "in Nashville, *Tenn*."
fn shortened(text: &Text, from: usize, at: usize, walk: &Walk) -> Option<Entry> {
    let is_address = from == at && from > 0 && text.norm(from - 1) == ",";
    let is_last = text.norm(at + 1) == "." && !text.spaced(at + 1);
    let entry = if is_address && is_last { walk.clone().step(".")?.entry() } else { None };
    entry.filter(|entry| entry.is(bits::PROVINCE))
}

impl Entry {
    /// What remains of it where the name is not written in capitals: "who", "Us".
    pub const fn in_small_letters(self) -> Entry {
        let people = bits::MALE | bits::FEMALE | bits::SURNAME | bits::MAN | bits::WOMAN;
        Entry(self.0 & people)
    }
}
