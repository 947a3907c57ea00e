//! Ids that hold when the text around them changes.
//!
//! An id is the prefix of its layer and 80 bits, in base32, of the SHA-256 of what the item is: its layer, its
//! kind, its words, the 16 code points before and after them *within their block*, and a count among items that
//! are equal in all of these. A paragraph that is put in elsewhere changes none of it.

use super::anchor::{Anchors, first, last};
use crate::span::Span;
use crate::text::Block;
use data_encoding::{BASE32_NOPAD, HEXLOWER};
use rustc_hash::FxHashMap;
use sha2::{Digest, Sha256};

const CONTEXT: usize = 16;

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
    given: FxHashMap<[u8; 10], u32>,
}

impl<'a> Ids<'a> {
    pub fn new(anchors: &'a Anchors<'a>, blocks: &'a [Block]) -> Self {
        Ids { anchors, blocks, given: FxHashMap::default() }
    }

    /// The id of what stands at a span.
    pub fn at(&mut self, layer: Layer, kind: &str, span: Span) -> String {
        let (before, after) = self.context(span);
        self.of(layer, kind, &[self.anchors.slice(span), before, after])
    }

    /// The id of what is told apart by `parts`.
    pub fn of(&mut self, layer: Layer, kind: &str, parts: &[&str]) -> String {
        let mut hash = Sha256::new();
        hash.update(layer.0);
        for part in std::iter::once(&kind).chain(parts) {
            hash.update([0x1f]);
            hash.update(part);
        }
        let first = bits(hash.clone());
        let count = self.given.entry(first).or_insert(0);
        *count += 1;
        let mut bits_of = first;
        if *count > 1 {
            hash.update([0x1f]);
            hash.update(count.to_le_bytes());
            bits_of = bits(hash);
        }
        let mut id = String::with_capacity(18);
        id.push_str(layer.0);
        BASE32_NOPAD.encode_append(&bits_of, &mut id);
        id.make_ascii_lowercase();
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

fn bits(hash: Sha256) -> [u8; 10] {
    let digest = hash.finalize();
    std::array::from_fn(|at| digest[at])
}

/// The id of a text: `sha256:` and its hash.
pub fn of_text(text: &str) -> String {
    let mut id = String::from("sha256:");
    HEXLOWER.encode_append(&Sha256::digest(text), &mut id);
    id
}
