//! What the parser looks at: the one extractor of features, called by the trainer and at run time.
//!
//! Two models: one chooses the next action from the words on top of the stack and to come, their dependents and the
//! marks between them (Zhang and Nivre 2011); the other chooses the relation of an arc once it is made.

use super::state::{Action, NONE, State, Word};
use crate::tag::features::Sink;

/// A word that is not there.
const NOWHERE: Word = Word { word: 1, ending: 1, cluster: 0, pos: 0, second: 0, marks: 0 };

/// Marks, a bit each, as they stand between two words.
pub mod mark {
    /// A comma.
    pub const COMMA: u32 = 1;
    /// An opening or closing quote mark.
    pub const QUOTE: u32 = 2;
    /// An opening bracket.
    pub const OPEN: u32 = 4;
    /// A closing bracket.
    pub const CLOSE: u32 = 8;
    /// A colon.
    pub const COLON: u32 = 16;
    /// A dash between spaces, or a long one.
    pub const DASH: u32 = 32;
    /// A semicolon.
    pub const SEMICOLON: u32 = 64;
    /// A hyphen within a compound.
    pub const HYPHEN: u32 = 128;
    /// A full stop, a question or exclamation mark, an ellipsis.
    pub const STOP: u32 = 256;
    /// Any other mark.
    pub const OTHER: u32 = 512;
}

/// Numbers of the first template of each model, so that their features differ.
const RELATION: u32 = 300;
const STRUCTURE: u32 = 400;

/// Two values as one; a cheap mix, which a [`Sink`] mixes again.
const fn mix(a: u32, b: u32) -> u32 {
    (a.rotate_left(7) ^ b).wrapping_mul(0x9e37_79b1)
}

const fn mix3(a: u32, b: u32, c: u32) -> u32 {
    mix(mix(a, b), c)
}

const fn mix4(a: u32, b: u32, c: u32, d: u32) -> u32 {
    mix(mix3(a, b, c), d)
}

/// A distance, the longer the coarser.
const fn distance(from: u32, to: u32) -> u32 {
    if from == NONE || to == NONE {
        return 0;
    }
    match to.abs_diff(from) {
        near @ 0..=4 => near,
        5..=6 => 5,
        7..=10 => 6,
        11..=20 => 7,
        _ => 8,
    }
}

/// A word of the state with what hangs on it.
#[derive(Clone, Copy)]
struct Seen {
    word: Word,
    /// Tags of the last dependent on each side.
    outer: [u32; 2],
    /// Relations of the last dependent on each side, and one more.
    relation: [u32; 2],
    valency: u32,
    sets: [u32; 2],
    marker: u32,
}

impl State {
    fn word(&self, at: u32) -> Word {
        self.words.get(at as usize).copied().unwrap_or(NOWHERE)
    }

    fn see(&self, at: u32) -> Seen {
        let word = self.word(at);
        let Some(family) = self.families.get(at as usize) else {
            return Seen { word, outer: [0; 2], relation: [0; 2], valency: 0, sets: [0; 2], marker: 0 };
        };
        let outer = [family.left[0], family.right[0]];
        let relation = |at: u32| self.families.get(at as usize).map_or(0, |family| family.relation as u32 + 1);
        Seen {
            word,
            outer: outer.map(|at| self.word(at).pos),
            relation: outer.map(relation),
            valency: u32::from(family.valency[0].min(3)) << 2 | u32::from(family.valency[1].min(3)),
            sets: family.relations.map(|set| (set >> 32) as u32 ^ (set as u32).wrapping_mul(0x85eb_ca6b)),
            marker: family.marker,
        }
    }

    /// The marks between two words, and whether an odd number of quote marks stands there.
    fn between(&self, from: u32, to: u32) -> u32 {
        if from == NONE || to == NONE {
            return 0;
        }
        let (mut marks, mut quotes) = (0, 0);
        let words = &self.words[from.min(to) as usize + 1..(from.max(to) as usize + 1).min(self.words.len())];
        // What stands far off tells no more than what stands near.
        for word in words.iter().rev().take(24) {
            marks |= word.marks;
            quotes ^= word.marks & mark::QUOTE;
        }
        marks << 1 | quotes >> 1
    }
}

/// The features by which the next action is chosen.
#[inline(always)]
pub fn structure<S: Sink>(state: &State, mut f: S) -> S {
    f.begin(STRUCTURE);
    let [at0, at1, at2, at3] = [0, 1, 2, 3].map(|depth| state.top(depth));
    let [next0, next1, next2] = [0, 1, 2].map(|ahead| state.ahead(ahead));
    let (s0, s1, b0) = (state.see(at0), state.see(at1), state.see(next0));
    let (s2, s3, b1, b2) = (state.word(at2), state.word(at3), state.word(next1), state.word(next2));
    let (w0, w1, v0) = (s0.word, s1.word, b0.word);
    let (p0, p1, q0) = (w0.pos, w1.pos, v0.pos);
    let tags = mix3(p1, p0, q0);

    f.add(tags);
    for word in [w0, w1, v0] {
        f.add(word.word);
        f.add(mix(word.word, word.pos));
        f.add(mix(word.cluster, word.pos));
        f.add(mix3(word.ending, word.pos, word.second));
    }
    f.add(mix(b1.word, b1.pos));
    f.add(mix(b1.cluster, b1.pos));
    f.add(mix(b2.cluster >> 2, b2.pos));
    f.add(mix(s2.word, s2.pos));
    f.add(mix(s2.cluster >> 2, s2.pos));
    f.add(mix(s3.pos, s2.pos));

    // The top of the stack and the next word.
    let near = mix(distance(at0, next0), state.between(at0, next0));
    f.add(mix(w0.word, v0.word));
    f.add(mix3(w0.word, q0, p0));
    f.add(mix3(p0, v0.word, q0));
    f.add(mix3(w0.cluster, v0.cluster, q0));
    f.add(mix4(w0.cluster >> 2, v0.cluster >> 2, p0, q0));
    f.add(mix3(w0.cluster >> 4, v0.cluster >> 4, near));
    f.add(mix3(p0, q0, near));
    f.add(mix3(w0.word, q0, near));
    f.add(mix3(p0, v0.word, near));
    f.add(mix4(p0, w0.second, q0, v0.second));

    // The two top words of the stack.
    let below = mix(distance(at1, at0), state.between(at1, at0));
    f.add(mix(w1.word, w0.word));
    f.add(mix3(w1.word, p0, p1));
    f.add(mix3(p1, w0.word, p0));
    f.add(mix3(w1.cluster, w0.cluster, p0));
    f.add(mix4(w1.cluster >> 2, w0.cluster >> 2, p1, p0));
    f.add(mix3(p1, p0, below));
    f.add(mix4(w1.word, p0, s0.marker, 1));
    f.add(mix4(w1.cluster >> 2, p0, s0.marker, q0));
    f.add(mix3(p1, s0.marker, q0));
    f.add(mix4(p1, p0, below, q0));
    f.add(mix3(w1.word, s0.marker, w0.word));

    // Three words and more.
    f.add(mix(tags, b1.pos));
    f.add(mix(tags, s2.pos));
    f.add(mix3(tags, b1.pos, b2.pos));
    f.add(mix(tags, near));
    f.add(mix(tags, below));
    f.add(mix3(p0, q0, b1.pos));
    f.add(mix4(p0, q0, b1.pos, b2.pos));
    f.add(mix3(w0.word, q0, b1.pos));
    f.add(mix3(p0, v0.word, b1.pos));
    f.add(mix3(p0, q0, b1.word));
    f.add(mix3(w1.word, p0, q0));
    f.add(mix3(p1, w0.word, q0));
    f.add(mix3(p1, p0, v0.word));
    f.add(mix4(w1.word, w0.cluster >> 4, q0, 2));
    f.add(mix4(s2.pos, p1, p0, q0));
    f.add(mix3(s2.pos, s2.word, p0));
    f.add(mix4(w1.cluster >> 4, w0.cluster >> 4, v0.cluster >> 4, 3));
    f.add(mix4(q0, b1.pos, b1.marks, v0.marks));
    f.add(mix4(p0, q0, b1.marks, near));

    // What hangs on them.
    f.add(mix4(p0, q0, s0.relation[1], s0.outer[1]));
    f.add(mix4(p0, q0, s0.relation[0], s0.outer[0]));
    f.add(mix4(p1, p0, s1.relation[1], s1.outer[1]));
    f.add(mix4(p1, p0, s1.relation[0], s1.outer[0]));
    f.add(mix4(p0, q0, b0.relation[0], b0.outer[0]));
    f.add(mix3(w0.word, s0.sets[1], q0));
    f.add(mix3(w0.word, s0.sets[0], q0));
    f.add(mix3(w1.word, s1.sets[1], p0));
    f.add(mix3(v0.word, b0.sets[0], p0));
    f.add(mix4(p0, s0.sets[0], s0.sets[1], q0));
    f.add(mix4(p1, s1.sets[0], s1.sets[1], p0));
    f.add(mix4(q0, b0.sets[0], p0, near));
    f.add(mix4(tags, s1.sets[1], s0.sets[0], 4));
    f.add(mix4(tags, s0.sets[0], b0.sets[0], 5));
    f.add(mix4(p1, s1.valency, p0, s0.valency));
    f.add(mix4(p0, s0.valency, q0, b0.valency));
    f.add(mix4(tags, s0.marker, s1.marker, 6));
    f.add(mix4(p0, s0.marker, v0.word, 7));
    f.add(mix4(p0, q0, s0.marker, b0.marker));
    f.add(mix3(s2.pos, state.stack.len().min(4) as u32, tags));
    f
}

/// The features by which the relation of the arc that an action makes is chosen.
#[inline(always)]
pub fn relation<S: Sink>(state: &State, action: Action, mut f: S) -> S {
    f.begin(RELATION);
    let (head_at, at) = state.arc(action).unwrap_or((NONE, NONE));
    let (head, own) = (state.see(head_at), state.see(at));
    let (h, d) = (head.word, own.word);
    let side = u32::from(action == Action::Right);
    let far = mix4(side, distance(head_at, at), state.between(head_at, at), 1);
    let tags = mix3(h.pos, d.pos, side);
    let after = state.word(state.ahead(u32::from(action == Action::Left)));
    let before = state.word(at.checked_sub(1).unwrap_or(NONE));

    f.add(tags);
    f.add(mix(tags, far));
    for word in [h, d] {
        f.add(mix(word.word, side));
        f.add(mix3(word.word, word.pos, tags));
        f.add(mix(word.cluster, tags));
        f.add(mix(word.cluster >> 4, tags));
        f.add(mix(word.ending, tags));
        f.add(mix(word.second, tags));
    }
    f.add(mix3(h.word, d.word, side));
    f.add(mix3(h.word, d.cluster >> 2, tags));
    f.add(mix3(h.cluster >> 2, d.word, tags));
    f.add(mix3(h.cluster >> 2, d.cluster >> 2, tags));
    f.add(mix3(h.cluster >> 4, d.cluster >> 4, far));
    f.add(mix3(h.ending, d.ending, tags));
    f.add(mix3(h.ending, h.word, far));
    f.add(mix(own.marker, tags));
    f.add(mix3(own.marker, h.word, side));
    f.add(mix3(own.marker, d.word, side));
    f.add(mix3(own.marker, d.cluster >> 2, tags));
    f.add(mix3(own.marker, h.cluster >> 2, tags));
    f.add(mix3(own.marker, head.marker, tags));
    f.add(mix(own.sets[0], tags));
    f.add(mix(own.sets[1], tags));
    f.add(mix3(own.sets[0], own.sets[1], tags));
    f.add(mix(head.sets[0], tags));
    f.add(mix(head.sets[1], tags));
    f.add(mix3(head.sets[0], head.sets[1], tags));
    f.add(mix3(head.sets[side as usize], h.word, d.pos));
    f.add(mix3(head.sets[0], h.ending, tags));
    f.add(mix3(own.sets[0], head.sets[0], tags));
    f.add(mix3(own.sets[0], d.ending, tags));
    f.add(mix3(own.sets[0], h.word, tags));
    f.add(mix3(head.relation[1], head.outer[1], tags));
    f.add(mix3(head.relation[0], head.outer[0], tags));
    f.add(mix(own.valency, tags));
    f.add(mix(head.valency, tags));
    f.add(mix3(after.pos, after.marks, tags));
    f.add(mix3(before.pos, d.marks, tags));
    f.add(mix3(before.word, d.pos, side));
    f.add(mix3(after.word, d.pos, side));
    f.add(mix4(before.pos, after.pos, d.pos, side));
    f.add(mix4(d.marks, after.marks, far, tags));
    f
}

/// The features of a mark: which bit it sets.
pub fn mark_of(norm: &str, hyphen: bool) -> u32 {
    match norm {
        "," => mark::COMMA,
        "\"" | "''" | "``" | "'" | "`" | "«" | "»" => mark::QUOTE,
        "(" | "[" | "{" | "-lrb-" | "-lsb-" => mark::OPEN,
        ")" | "]" | "}" | "-rrb-" | "-rsb-" => mark::CLOSE,
        ":" => mark::COLON,
        ";" => mark::SEMICOLON,
        "-" if hyphen => mark::HYPHEN,
        "-" | "--" | "---" | "–" | "—" => mark::DASH,
        "." | "?" | "!" | "..." | "…" => mark::STOP,
        _ => mark::OTHER,
    }
}
