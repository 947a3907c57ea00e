//! Training: what fits the weights that the project carries. Behind the feature `train`, and in no module of the page.
//!
//! Each trainer is a pure function of the rows it is given: no clock, no randomness, so that the same rows give the
//! same bytes. Reading and writing of files is the business of the programs in `src/bin`.

pub mod scorecard;
