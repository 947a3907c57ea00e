//! An export that left the article's text out, and an article that may be the one it was made from.
//!
//! Such an export has positions and no words, so nothing of it can be looked for. But the id of a block is a hash of its
//! words: a block of the article that has the id of one in the export is that block, to the letter, and every position
//! within it holds, however far it has moved. A position in a block that is not there is lost, and never guessed.

use super::anchor::Anchors;
use super::check::Units;
use super::id::{self, Ids};
use super::{json, keyed, review, wire};
use crate::given::Given;
use crate::span::Span;
use crate::text;
use rustc_hash::{FxHashMap, FxHashSet};
use serde_json::Value as Json;

/// The decisions of an export without text, placed in an article: each anchor where its words are now, quoting them. An
/// anchor whose block the article does not have quotes nothing, so that its decision is refused.
///
/// `article` is as [`crate::text::normalized`] gives it.
pub fn attach(document: &wire::Document, article: &str) -> Vec<wire::Review> {
    let blocks = Blocks::new(document, article);
    let mut review = document.review.clone();
    for entry in &mut review {
        if let Some(anchor) = &mut entry.anchor {
            *anchor = blocks.place(anchor);
        }
        for key in review::PLACES {
            let Some(value) = entry.after.get_mut(key) else { continue };
            if let Ok(anchor) = keyed::read::<wire::Span>(value.clone()) {
                let placed = json::of(&blocks.place(&anchor));
                *value = serde_json::from_str::<Json>(&placed).expect("what was written");
            }
        }
    }
    review
}

/// The blocks that an export and an article share.
struct Blocks<'t> {
    anchors: Anchors<'t>,
    units: Units<'t>,
    /// Where each was, in code points, and how far it has moved; in the order of the export.
    moved: Vec<(wire::Span, i64)>,
}

impl<'t> Blocks<'t> {
    fn new(document: &wire::Document, article: &'t str) -> Blocks<'t> {
        let (anchors, units) = (Anchors::new(article), Units::new(article));
        let old = &document.document;
        let moved = if old.id == id::of_text(article) {
            let whole = anchors.place(Span::of(0..article.len()));
            whole.map(|span| (wire::Span { start: 0, end: old.length.code_point, ..span }, 0)).into_iter().collect()
        } else {
            let now = starts(document, article, &anchors);
            let blocks = old.blocks.iter().filter_map(|block| {
                let start = now.get(&block.id)?;
                Some((block.span.clone(), i64::from(*start) - i64::from(block.span.start)))
            });
            blocks.collect()
        };
        Blocks { anchors, units, moved }
    }

    fn place(&self, anchor: &wire::Span) -> wire::Span {
        self.find(anchor).unwrap_or_else(|| wire::Span { exact: Some(String::new()), ..anchor.clone() })
    }

    fn find(&self, anchor: &wire::Span) -> Option<wire::Span> {
        let at = self.moved.partition_point(|(block, _)| block.end <= anchor.start);
        let (block, by) = self.moved.get(at)?;
        if anchor.start < block.start || anchor.end > block.end {
            return None;
        }
        let byte = |char: u32| Some(self.units.at(u32::try_from(i64::from(char) + by).ok()?)?.0);
        let (start, end) = (byte(anchor.start)?, byte(anchor.end)?);
        (start < end).then(|| self.anchors.anchor(Span::of(start..end))).flatten()
    }
}

/// Where each block of the article starts, in code points, by the ids that it has as any kind of block in the export:
/// what kind it is taken for depends on what stands around it.
fn starts(document: &wire::Document, article: &str, anchors: &Anchors<'_>) -> FxHashMap<String, u32> {
    let kinds: FxHashSet<&str> = document.document.blocks.iter().map(|block| &*block.kind).collect();
    let text = text::read(article, &Given::default());
    let mut ids = Ids::new(anchors, &text.blocks);
    let mut starts = FxHashMap::default();
    for block in &text.blocks {
        let Some((span, place)) = anchors.fit(block.span).and_then(|span| Some((span, anchors.place(span)?))) else {
            continue;
        };
        for kind in &kinds {
            starts.insert(ids.of(id::BLOCK, kind, &[anchors.slice(span)]), place.start);
        }
    }
    starts
}
