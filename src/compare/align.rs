//! The words of two texts aligned, after the patience diff of Bram Cohen: common beginnings and ends first, then runs
//! of words that stand once on each side, in the longest order that both have, then the same in each gap.

use super::hash;
use crate::order;
use crate::span::Span;
use std::ops::Range;

/// Lengths of the runs of words that gaps are aligned by, longest first.
const RUNS: [usize; 3] = [4, 2, 1];

/// Gaps within gaps that are looked into. Each level reads each word once.
const LEVELS: u32 = 16;

/// In a longer gap a single word proves nothing.
const NEAR: usize = 60;

/// Two texts, word by word.
#[derive(Clone, Debug)]
pub struct Alignment {
    /// The old text.
    pub old: Words,
    /// The new text.
    pub new: Words,
    /// For each word of the old text the word of the new one that it is.
    to: Vec<Option<u32>>,
}

/// The words and signs of a text.
#[derive(Clone, Debug, Default)]
pub struct Words {
    /// Where each stands.
    pub spans: Vec<Span>,
    hashes: Vec<u64>,
    end: u32,
}

impl Words {
    fn new(text: &str) -> Words {
        let mut words = Words { end: text.len() as u32, ..Words::default() };
        let mut start = None;
        for (at, c) in text.char_indices() {
            if c.is_alphanumeric() {
                start.get_or_insert(at);
                continue;
            }
            if let Some(start) = start.take() {
                words.push(text, start..at);
            }
            if !c.is_whitespace() {
                words.push(text, at..at + c.len_utf8());
            }
        }
        if let Some(start) = start {
            words.push(text, start..text.len());
        }
        words
    }

    fn push(&mut self, text: &str, range: Range<usize>) {
        self.hashes.push(hash(&text[range.clone()]));
        self.spans.push(Span::of(range));
    }

    /// The words within a span, by number.
    pub fn within(&self, span: Span) -> Range<usize> {
        let from = self.spans.partition_point(|word| word.start < span.start);
        let to = self.spans.partition_point(|word| word.end <= span.end);
        from..to.max(from)
    }

    /// From the first of some words to the last; an empty place before the next word where there are none.
    fn cover(&self, words: Range<usize>) -> Span {
        match self.spans.get(words.clone()) {
            Some([first, .., last]) => first.cover(*last),
            Some([only]) => *only,
            _ => {
                let at = self.spans.get(words.start).map_or(self.end, |word| word.start);
                Span::new(at, at)
            }
        }
    }
}

impl Alignment {
    /// Aligns two texts.
    pub fn new(old: &str, new: &str) -> Alignment {
        let (old, new) = (Words::new(old), Words::new(new));
        let (last_old, last_new) = (old.spans.len(), new.spans.len());
        let mut alignment = Alignment { to: vec![None; last_old], old, new };
        alignment.align(0..last_old, 0..last_new, LEVELS);
        alignment
    }

    /// The word of the new text that a word of the old one is.
    pub fn to(&self, word: usize) -> Option<usize> {
        self.to.get(word).copied().flatten().map(|word| word as usize)
    }

    /// For each word of the old text whether it went, and of the new one whether it came.
    pub fn changed(&self) -> (Vec<bool>, Vec<bool>) {
        let mut came = vec![true; self.new.spans.len()];
        let went = (0..self.to.len()).map(|word| self.to(word).map(|word| came[word] = false).is_none()).collect();
        (went, came)
    }

    /// The gaps: words of the old text without any in the new one, and the other way round.
    pub fn gaps(&self) -> Vec<(Range<usize>, Range<usize>)> {
        let mut gaps = Vec::new();
        let (mut old, mut new) = (0, 0);
        let ends = std::iter::once((self.old.spans.len(), self.new.spans.len()));
        let same = (0..self.to.len()).filter_map(|word| Some((word, self.to(word)?)));
        for (a, b) in same.chain(ends) {
            if a > old || b > new {
                gaps.push((old..a, new..b));
            }
            (old, new) = (a + 1, b + 1);
        }
        gaps
    }

    /// The gaps as stretches of the two texts.
    pub fn hunks(&self) -> Vec<(Span, Span)> {
        self.gaps().into_iter().map(|(old, new)| (self.old.cover(old), self.new.cover(new))).collect()
    }

    fn is_same(&self, old: usize, new: usize) -> bool {
        self.old.hashes[old] == self.new.hashes[new] && self.old.spans[old].len() == self.new.spans[new].len()
    }

    fn align(&mut self, mut old: Range<usize>, mut new: Range<usize>, levels: u32) {
        while !old.is_empty() && !new.is_empty() && self.is_same(old.start, new.start) {
            self.to[old.start] = Some(new.start as u32);
            (old.start, new.start) = (old.start + 1, new.start + 1);
        }
        while !old.is_empty() && !new.is_empty() && self.is_same(old.end - 1, new.end - 1) {
            (old.end, new.end) = (old.end - 1, new.end - 1);
            self.to[old.end] = Some(new.end as u32);
        }
        if old.is_empty() || new.is_empty() || levels == 0 {
            return;
        }
        let near = old.len().max(new.len()) <= NEAR;
        let runs = RUNS.iter().filter(|run| **run > 1 || near);
        let Some(anchors) = runs.map(|run| self.anchors(&old, &new, *run)).find(|anchors| !anchors.is_empty()) else {
            return;
        };
        for (a, b) in anchors {
            self.align(old.start..a, new.start..b, levels - 1);
            (old.start, new.start) = (a, b);
        }
        self.align(old, new, levels - 1);
    }

    /// Runs of `count` words that stand once in each range, in the longest order that both have.
    fn anchors(&self, old: &Range<usize>, new: &Range<usize>, count: usize) -> Vec<(usize, usize)> {
        let mut runs: Vec<(u64, u64)> = Vec::new();
        for (words, range, side) in [(&self.old, old, 0), (&self.new, new, 1)] {
            for at in range.start..(range.end + 1).saturating_sub(count).max(range.start) {
                // Short words stand anywhere.
                if count == 1 && words.spans[at].len() < 4 {
                    continue;
                }
                let step = |key: u64, hash: &u64| key.rotate_left(9).wrapping_mul(31) ^ hash;
                runs.push((words.hashes[at..at + count].iter().fold(0, step), (at as u64) << 1 | side));
            }
        }
        order::by(&mut runs, |run| *run);
        let once = runs.chunk_by(|a, b| a.0 == b.0).filter_map(|group| match group {
            [(_, a), (_, b)] if a & 1 != b & 1 => {
                let (a, b) = if a & 1 == 0 { (a, b) } else { (b, a) };
                Some(((a >> 1) as usize, (b >> 1) as usize))
            }
            _ => None,
        });
        let mut once: Vec<_> = once.filter(|(a, b)| (0..count).all(|word| self.is_same(a + word, b + word))).collect();
        order::by(&mut once, |(a, _)| (*a as u64, 0));
        rising(&once)
    }
}

/// The longest part of the pairs in which the second numbers rise.
fn rising(pairs: &[(usize, usize)]) -> Vec<(usize, usize)> {
    let mut last: Vec<usize> = Vec::new();
    let mut before = vec![usize::MAX; pairs.len()];
    for (at, (_, b)) in pairs.iter().enumerate() {
        let place = last.partition_point(|end| pairs[*end].1 < *b);
        if place > 0 {
            before[at] = last[place - 1];
        }
        match last.get_mut(place) {
            Some(end) => *end = at,
            None => last.push(at),
        }
    }
    let mut found = Vec::new();
    let mut at = last.last().copied();
    while let Some(pair) = at {
        found.push(pairs[pair]);
        at = Some(before[pair]).filter(|at| *at != usize::MAX);
    }
    found.reverse();
    found
}
