//! One line per item, for case files: what each stage shows of what it found.

pub mod cards;
pub mod claims;
pub mod entities;
pub mod facts;
pub mod figures;
pub mod findings;
pub mod link;
pub mod statements;
pub mod syntax;
pub mod tag;
pub mod text;
pub mod times;
