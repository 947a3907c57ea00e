//! Export: the only place where annotations take on a wire format.
//!
//! [`document`] turns an annotation into `postil/1` ([`wire`]); every other format is written from that, so
//! that what was imported or edited by hand converts too.

mod anchor;
pub mod check;
pub mod csv;
mod document;
mod error;
mod given;
mod id;
pub mod json;
pub mod listing;
pub mod w3c;
pub mod wire;
mod words;

pub use document::{Options, document};
pub use error::Error;
pub use given::{ChoiceWire, GivenWire, PieceWire};

/// The version of the format that is written.
pub const FORMAT_VERSION: &str = "1.0.0";

/// The major version that can be read.
pub const MAJOR: u32 = 1;

/// Where the JSON Schema stands, relative to the page.
pub const SCHEMA: &str = "schema/postil-1.json";
