//! Word classes, read from the tab-separated files of `data/lexicon`.
//!
//! A file begins with `#` lines (columns, source, licence); every other line is an entry, its columns
//! parted by tabs. The files are part of the program and are read once, when first needed.

pub mod gazetteer;
pub mod kin;
pub mod names;
pub mod nominals;
pub mod surroundings;
pub mod titles;
pub mod verbs;

/// The entries of a lexicon file, each as its columns; empty lines and `#` lines are passed over.
pub fn rows(tsv: &'static str) -> impl Iterator<Item = Vec<&'static str>> {
    tsv.lines().filter(|line| !line.is_empty() && !line.starts_with('#')).map(|line| line.split('\t').collect())
}
