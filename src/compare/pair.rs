//! Items of two versions paired.

use super::align::Words;
use super::{Alignment, Item, Layer, hash};
use crate::order;
use std::ops::Range;

/// Where more words than this were replaced, nothing stands in the place of anything.
const SHORT: usize = 12;

type Pairs = Vec<(Option<usize>, Option<usize>)>;

/// Which item of the old version is which of the new one; then what is left over.
pub fn pairs(alignment: &Alignment, old: &[Item], new: &[Item]) -> Pairs {
    let mut pairing = Pairing { alignment, old, new, of_old: vec![None; old.len()], of_new: vec![None; new.len()] };
    pairing.by_words();
    pairing.by_place();
    pairing.by_key();
    let both = pairing.of_old.iter().enumerate().map(|(at, other)| (Some(at), *other));
    let alone = pairing.of_new.iter().enumerate().filter(|(_, other)| other.is_none());
    both.chain(alone.map(|(at, _)| (None, Some(at)))).collect()
}

struct Pairing<'a> {
    alignment: &'a Alignment,
    old: &'a [Item],
    new: &'a [Item],
    of_old: Vec<Option<usize>>,
    of_new: Vec<Option<usize>>,
}

impl Pairing<'_> {
    fn join(&mut self, old: usize, new: usize) {
        if self.of_old[old].is_none() && self.of_new[new].is_none() {
            (self.of_old[old], self.of_new[new]) = (Some(new), Some(old));
        }
    }

    /// Items that share most of their words, the best pairs first. "$4.2 million" made "$4.5 million" shares two of three.
    fn by_words(&mut self) {
        let mut places: Vec<(u64, u64)> = Vec::new();
        for (at, item) in self.new.iter().enumerate() {
            for word in item.spans.iter().flat_map(|span| self.alignment.new.within(*span)) {
                places.push((word as u64, at as u64));
            }
        }
        order::by(&mut places, |place| *place);
        let mut shares: Vec<(u64, usize, usize)> = Vec::new();
        for (at, item) in self.old.iter().enumerate() {
            let words: Vec<usize> = item.spans.iter().flat_map(|span| self.alignment.old.within(*span)).collect();
            let mut meets: Vec<(u64, u64)> = Vec::new();
            for word in words.iter().filter_map(|word| self.alignment.to(*word)) {
                let from = places.partition_point(|place| place.0 < word as u64);
                meets
                    .extend(places[from..].iter().take_while(|place| place.0 == word as u64).map(|place| (place.1, 0)));
            }
            order::by(&mut meets, |meet| *meet);
            for group in meets.chunk_by(|a, b| a == b) {
                let other = group[0].0 as usize;
                let Item { layer, key, spans, .. } = &self.new[other];
                if *layer != item.layer {
                    continue;
                }
                let size: usize = spans.iter().map(|span| self.alignment.new.within(*span).len()).sum();
                let share = 2000 * group.len() / (words.len() + size).max(1) + if *key == item.key { 1000 } else { 0 };
                if share >= 500 {
                    shares.push((share as u64, at, other));
                }
            }
        }
        order::by(&mut shares, |(share, old, _)| (u64::MAX - share, *old as u64));
        for (_, old, new) in shares {
            self.join(old, new);
        }
    }

    /// A number or a date in the place of another: "three" made "five". Only where few words changed, and as many of a
    /// kind came as went.
    fn by_place(&mut self) {
        let went = loose(self.old, &self.of_old, &self.alignment.old);
        let came = loose(self.new, &self.of_new, &self.alignment.new);
        for (old, new) in self.alignment.gaps() {
            if old.len() > SHORT || new.len() > SHORT {
                continue;
            }
            let (went, came) = (within(&went, &old), within(&came, &new));
            let alike =
                |a: usize, b: usize| self.old[a].layer == self.new[b].layer && self.old[a].kind == self.new[b].kind;
            if went.len() == came.len() && went.iter().zip(came).all(|(a, b)| alike(a.1, b.1)) {
                for (old, new) in went.iter().zip(came) {
                    self.join(old.1, new.1);
                }
            }
        }
    }

    /// What stands elsewhere now.
    fn by_key(&mut self) {
        let mut keys: Vec<(u64, u64)> = Vec::new();
        for (items, paired, side) in [(self.old, &self.of_old, 0), (self.new, &self.of_new, 1)] {
            let free = items.iter().enumerate().filter(|(at, _)| paired[*at].is_none());
            keys.extend(free.map(|(at, item)| (hash(&item.key), (at as u64) << 1 | side)));
        }
        order::by(&mut keys, |key| *key);
        for group in keys.chunk_by(|a, b| a.0 == b.0) {
            let side = |side: u64| group.iter().filter(move |key| key.1 & 1 == side).map(|key| (key.1 >> 1) as usize);
            for (old, new) in side(0).zip(side(1)) {
                let (went, came) = (&self.old[old], &self.new[new]);
                if went.layer == came.layer && went.key == came.key {
                    self.join(old, new);
                }
            }
        }
    }
}

/// The figures and times that are not paired yet, each after the number of its first word, in order.
fn loose(items: &[Item], paired: &[Option<usize>], words: &Words) -> Vec<(usize, usize)> {
    let is_loose = |at: &usize| {
        paired[*at].is_none() && matches!(items[*at].layer, Layer::Figure | Layer::Time) && !items[*at].spans.is_empty()
    };
    let first = |at: usize| (words.within(items[at].spans[0]).start, at);
    let mut loose: Vec<_> = (0..items.len()).filter(is_loose).map(first).collect();
    order::by(&mut loose, |(word, _)| (*word as u64, 0));
    loose
}

/// Those that begin in a gap.
fn within<'l>(loose: &'l [(usize, usize)], gap: &Range<usize>) -> &'l [(usize, usize)] {
    let from = loose.partition_point(|(word, _)| *word < gap.start);
    let to = loose.partition_point(|(word, _)| *word < gap.end);
    &loose[from..to.max(from)]
}
