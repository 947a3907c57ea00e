//! Export: the only place where annotations take on a wire format.
//!
//! [`document()`] turns an annotation into `postil/1` ([`wire`], `www/schema/postil-1.json`); every other format
//! ([`format`]) is written from that, so that what was imported or edited by hand converts too.
//!
//! What to know of the format:
//! - A span counts code points (`start`, `end`) and UTF-16 units (`start16`, `end16`), end-exclusive. Spans that say
//!   where an item is carry their words and 32 code points around them; spans inside an item or beside it (parts of
//!   a name, titles, reasons, negations) their words; sentences only their place.
//! - A claim's spans are its `content`; an entity's are its mentions'; a finding's are its members'.
//! - An id depends on the item, its words and 16 code points around it within its block, so that a change elsewhere
//!   leaves it alone; a block's on its words, an entity's on its name, a relation's and a finding's on what they join.
//! - Decimals are strings. Figures and times bear OntoNotes' `label` beside the plain `kind`. A figure that the
//!   article gives in two units has the second under `also`. A claim's `channel` stands with its source, or on the
//!   claim where there is none.
//! - `review` lists what a person decided, in order. [`decisions`] turns it into [`crate::Given::decisions`]: the text
//!   annotated with them gives the same export again. Items that were edited keep the id that they had; what was
//!   rejected stands in the review alone. A decision that does not fit the text says why under `problem`. Those of a
//!   personal [`lexicon`] are `by` it and stand first.
//! - Keys that are not known here are kept, at every level.

mod anchor;
mod attach;
pub mod check;
pub mod compare;
mod document;
mod error;
pub mod format;
mod given;
mod hash;
mod id;
pub mod json;
mod keyed;
pub mod lexicon;
pub mod listing;
mod model;
mod reanchor;
mod review;
pub mod wire;
mod words;

pub use attach::attach;
pub use document::{Options, document};
pub use error::Error;
pub use given::{GivenWire, PieceWire};
pub use review::decisions;

/// The version of the format that is written.
pub const FORMAT_VERSION: &str = "1.2.0";

/// The major version that can be read.
pub const MAJOR: u32 = 1;

/// Where the JSON Schema stands, relative to the page.
pub const SCHEMA: &str = "schema/postil-1.json";
