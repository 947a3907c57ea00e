//! Ids that hold when the text around them changes.
//!
//! An id is the prefix of its layer and the first 80 bits, in base32, of the [`hash`] of what the item is: its layer,
//! its kind, its words, the 16 code points before and after them *within their block*, and a count among items that
//! are equal in all of these. A paragraph that is put in elsewhere changes none of it.

use super::anchor::{Anchors, first, last};
use super::hash;
use crate::span::Span;
use crate::text::Block;
use rustc_hash::FxHashMap;

const CONTEXT: usize = 16;

/// How much of a hash an id keeps.
const BITS: u32 = 80;

/// What stands between the parts of an item.
const SEPARATOR: u8 = 0x1f;

/// The digits of base32 (RFC 4648), small.
const BASE32: &[u8; 32] = b"abcdefghijklmnopqrstuvwxyz234567";

/// What an id begins with.
#[derive(Clone, Copy)]
pub struct Layer(&'static str);

pub const BLOCK: Layer = Layer("b-");
pub const MENTION: Layer = Layer("m-");
pub const ENTITY: Layer = Layer("e-");
pub const FIGURE: Layer = Layer("f-");
pub const TIME: Layer = Layer("t-");
pub const CLAIM: Layer = Layer("c-");
pub const RELATION: Layer = Layer("r-");
pub const FACT: Layer = Layer("k-");
pub const CARD: Layer = Layer("s-");
pub const FINDING: Layer = Layer("n-");

/// Gives out ids, each once.
pub struct Ids<'a> {
    anchors: &'a Anchors<'a>,
    blocks: &'a [Block],
    given: FxHashMap<u128, u32>,
    /// What the item at hand is, as bytes.
    bytes: Vec<u8>,
}

impl<'a> Ids<'a> {
    pub fn new(anchors: &'a Anchors<'a>, blocks: &'a [Block]) -> Self {
        Ids { anchors, blocks, given: FxHashMap::default(), bytes: Vec::new() }
    }

    /// The id of what stands at a span.
    pub fn at(&mut self, layer: Layer, kind: &str, span: Span) -> String {
        let (before, after) = self.context(span);
        self.of(layer, kind, &[self.anchors.slice(span), before, after])
    }

    /// The id of what is told apart by `parts`.
    pub fn of(&mut self, layer: Layer, kind: &str, parts: &[&str]) -> String {
        self.bytes.clear();
        self.bytes.extend_from_slice(layer.0.as_bytes());
        for part in std::iter::once(&kind).chain(parts) {
            self.bytes.push(SEPARATOR);
            self.bytes.extend_from_slice(part.as_bytes());
        }
        let mut bits = hash::of(&self.bytes) >> (128 - BITS);
        let count = self.given.entry(bits).or_insert(0);
        *count += 1;
        if *count > 1 {
            self.bytes.push(SEPARATOR);
            self.bytes.extend_from_slice(&count.to_le_bytes());
            bits = hash::of(&self.bytes) >> (128 - BITS);
        }
        let mut id = String::with_capacity(layer.0.len() + BITS as usize / 5);
        id.push_str(layer.0);
        id.extend((0..BITS).step_by(5).rev().map(|shift| char::from(BASE32[(bits >> shift) as usize % 32])));
        id
    }

    fn context(&self, span: Span) -> (&'a str, &'a str) {
        let at = self.blocks.partition_point(|block| block.span.end <= span.start);
        match self.blocks.get(at) {
            Some(block) if block.span.contains(span) => (
                last(self.anchors.slice(Span::new(block.span.start, span.start)), CONTEXT),
                first(self.anchors.slice(Span::new(span.end, block.span.end)), CONTEXT),
            ),
            _ => ("", ""),
        }
    }
}

/// The id of a text: `murmur3:` and its hash.
pub fn of_text(text: &str) -> String {
    format!("murmur3:{:032x}", hash::of(text.as_bytes()))
}
