//! What the counts say: the cost of a tag for a word, and of a tag after a tag.

use super::Pos;
use crate::lexicon;
use crate::text::{Shape, Text, TokenKind};
use rustc_hash::{FxBuildHasher, FxHashMap};
use std::sync::LazyLock;

/// A cost in sixty-fourths of a bit; the less, the likelier.
pub(super) type Cost = i32;

/// The most tags that a word is tried with.
pub(super) const MOST: usize = 6;

/// The tags that a token may have, with their costs.
#[derive(Clone, Copy, Debug, Default)]
pub(super) struct Candidates {
    list: [(u8, Cost); MOST],
    len: u8,
}

impl Candidates {
    pub(super) fn as_slice(&self) -> &[(u8, Cost)] {
        &self.list[..usize::from(self.len)]
    }

    fn one(pos: Pos) -> Candidates {
        let mut candidates = Candidates::default();
        candidates.push(pos as u8, 0);
        candidates
    }

    fn push(&mut self, pos: u8, cost: Cost) {
        if usize::from(self.len) < MOST {
            self.list[usize::from(self.len)] = (pos, cost);
            self.len += 1;
        }
    }
}

/// How a token's capital is to be read.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) enum Capital {
    /// It has none.
    None,
    /// Every word here has one, or the first word has: it says nothing.
    Silent,
    /// A name, or a word that is always written so.
    Telling,
}

pub(super) struct Costs {
    words: FxHashMap<&'static str, Entry>,
    endings: FxHashMap<&'static str, [Cost; 17]>,
    any: [Cost; 17],
    /// `after[previous][next]`; the last row is the start of a sentence.
    pub(super) after: [[Cost; 17]; 18],
    prior: [Cost; 17],
}

#[derive(Clone, Copy, Debug)]
struct Entry {
    /// Written with a capital as a rule: the capital says nothing about its tag.
    capital: bool,
    candidates: Candidates,
}

/// The start of a sentence, as a previous tag.
pub(super) const START: usize = 17;

pub(super) static COSTS: LazyLock<Costs> = LazyLock::new(Costs::load);

impl Costs {
    fn load() -> Costs {
        let mut after = [[0; 17]; 18];
        let mut sums = [0; 17];
        for row in lexicon::rows(include_str!("../../data/lexicon/pos_pairs.tsv")) {
            let previous = tag_named(row[0]).unwrap_or(START);
            let counts: Vec<u32> = row[1..].iter().map(|count| count.parse().unwrap_or(0)).collect();
            let total: u32 = counts.iter().sum();
            for (next, count) in counts.iter().enumerate().take(17) {
                // Half an occurrence is given to every pair, so that none is impossible.
                after[previous][next] = bits(2 * total + 17) - bits(2 * count + 1);
                sums[next] += count;
            }
        }
        let prior = sums.map(|sum| bits(sum + 1));
        let mut any = [0; 17];
        let mut endings = FxHashMap::default();
        for row in lexicon::rows(include_str!("../../data/lexicon/pos_endings.tsv")) {
            let mut costs = [UNSEEN; 17];
            let pairs = tags(row[1]);
            let total: u32 = pairs.iter().map(|(_, count)| count).sum();
            for (pos, count) in pairs {
                costs[pos] = bits(total) - bits(count) + prior[pos];
            }
            if row[0] == "-" {
                any = costs;
            } else {
                endings.insert(row[0], costs);
            }
        }
        let mut words = FxHashMap::with_capacity_and_hasher(8192, FxBuildHasher);
        for row in lexicon::rows(include_str!("../../data/lexicon/pos.tsv")) {
            let pairs = tags(row[1]);
            let total: u32 = pairs.iter().map(|(_, count)| count).sum();
            let mut candidates = Candidates::default();
            for (pos, count) in pairs {
                candidates.push(pos as u8, bits(total) - bits(count) + prior[pos]);
            }
            let capital = row[0].starts_with(|c: char| c.is_ascii_uppercase());
            let key: &'static str = if capital { String::leak(row[0].to_lowercase()) } else { row[0] };
            words.insert(key, Entry { capital, candidates });
        }
        Costs { words, endings, any, after, prior }
    }

    /// What token `at` may be.
    pub(super) fn of(&self, text: &Text, at: usize, capital: Capital) -> Candidates {
        let token = text.tokens[at];
        match token.kind {
            TokenKind::Number => return Candidates::one(Pos::Num),
            TokenKind::Symbol => return Candidates::one(Pos::Sym),
            TokenKind::Punct => return Candidates::one(Pos::Punct),
            TokenKind::Url | TokenKind::Email => return Candidates::one(Pos::X),
            TokenKind::Handle | TokenKind::Hashtag => return Candidates::one(Pos::Propn),
            TokenKind::Other => return Candidates::one(Pos::Sym),
            TokenKind::Mixed => return self.mixed(text, at),
            TokenKind::Word => {}
        }
        let norm = text.norm(at);
        match self.words.get(norm) {
            Some(entry) => self.known(entry, capital, token.shape),
            None => self.unknown(norm, capital, token.shape),
        }
    }

    /// Whether a noun is seen as a verb nearly as often.
    pub(super) fn is_as_much_a_verb(&self, norm: &str) -> bool {
        let Some(entry) = self.words.get(norm) else { return false };
        let cost = |pos: Pos| {
            let found = entry.candidates.as_slice().iter().find(|(tag, _)| usize::from(*tag) == pos as usize);
            found.map_or(UNSEEN, |(_, cost)| *cost)
        };
        cost(Pos::Verb) < cost(Pos::Noun) + BIT
    }

    /// Whether the word is frequent, written small as a rule, and hardly ever a name.
    pub(super) fn is_common(&self, norm: &str) -> bool {
        let Some(entry) = self.words.get(norm) else { return false };
        let name = |(tag, _): &(u8, Cost)| usize::from(*tag) == Pos::Propn as usize;
        !entry.capital && !entry.candidates.as_slice().first().is_some_and(name)
    }

    /// "3rd", "1990s", "G7".
    fn mixed(&self, text: &Text, at: usize) -> Candidates {
        let norm = text.norm(at);
        if !norm.starts_with(|c: char| c.is_ascii_digit()) {
            return Candidates::one(Pos::Propn);
        }
        match norm.trim_start_matches(|c: char| c.is_ascii_digit()) {
            "st" | "nd" | "rd" | "th" => Candidates::one(Pos::Adj),
            "s" | "'s" => Candidates::one(Pos::Noun),
            _ => Candidates::one(Pos::Num),
        }
    }

    fn known(&self, entry: &Entry, capital: Capital, shape: Shape) -> Candidates {
        let mut candidates = entry.candidates;
        if capital == Capital::Telling && !entry.capital {
            let mut name = false;
            for (pos, cost) in &mut candidates.list[..usize::from(candidates.len)] {
                name |= usize::from(*pos) == Pos::Propn as usize;
                *cost += capital_cost(usize::from(*pos));
            }
            if !name && shape != Shape::Initial {
                // A word never seen as a name may still be part of one.
                candidates.push(Pos::Propn as u8, self.prior[Pos::Propn as usize] + 6 * BIT);
            }
        } else if capital == Capital::None {
            for (pos, cost) in &mut candidates.list[..usize::from(candidates.len)] {
                if usize::from(*pos) == Pos::Propn as usize {
                    *cost += 5 * BIT;
                }
            }
        }
        candidates
    }

    fn unknown(&self, norm: &str, capital: Capital, shape: Shape) -> Candidates {
        let costs = self.ending(norm);
        let mut best: [(Cost, u8); 17] = std::array::from_fn(|pos| (costs[pos], pos as u8));
        if capital != Capital::None {
            best[Pos::Propn as usize].0 = self.prior[Pos::Propn as usize];
        }
        for (cost, pos) in &mut best {
            let pos = usize::from(*pos);
            *cost += match capital {
                Capital::Telling => capital_cost(pos),
                Capital::Silent if pos != Pos::Propn as usize => BIT,
                _ => 0,
            };
            if shape == Shape::Upper && pos == Pos::Propn as usize {
                *cost -= BIT / 2;
            }
        }
        best.sort_unstable();
        let mut candidates = Candidates::default();
        for (cost, pos) in best.into_iter().take(4) {
            if cost < UNSEEN {
                candidates.push(pos, cost);
            }
        }
        candidates
    }

    fn ending(&self, norm: &str) -> &[Cost; 17] {
        let mut starts = norm.char_indices().rev().take(4).map(|(start, _)| start).collect::<Vec<_>>();
        while let Some(start) = starts.pop() {
            if let Some(costs) = self.endings.get(&norm[start..]) {
                return costs;
            }
        }
        &self.any
    }
}

/// One bit.
const BIT: Cost = 64;

/// The cost of a tag that was not seen at all.
const UNSEEN: Cost = 40 * BIT;

/// What a telling capital costs a tag: how rarely words of that tag have one.
const fn capital_cost(pos: usize) -> Cost {
    if pos == Pos::Propn as usize {
        0
    } else if pos == Pos::Adj as usize {
        4 * BIT
    } else if pos == Pos::Noun as usize {
        9 * BIT / 2
    } else {
        6 * BIT
    }
}

/// Sixty-four times the binary logarithm, by the leading bit and a straight line between powers of two.
fn bits(n: u32) -> Cost {
    let n = n.max(1);
    let whole = n.ilog2();
    let rest = (u64::from(n - (1 << whole)) << 6) >> whole;
    (whole * 64) as Cost + rest as Cost
}

fn tag_named(name: &str) -> Option<usize> {
    Pos::ALL.iter().position(|pos| pos.name() == name)
}

/// "NOUN 13 VERB 6".
fn tags(column: &str) -> Vec<(usize, u32)> {
    let mut words = column.split(' ');
    let mut tags = Vec::new();
    while let (Some(name), Some(count)) = (words.next(), words.next()) {
        if let (Some(pos), Ok(count)) = (tag_named(name), count.parse()) {
            tags.push((pos, count));
        }
    }
    tags
}
