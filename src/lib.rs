//! Postil reads a news article and marks who and what is named, which figures are given and what they
//! measure, and who claims what.
//!
//! ```text
//! &str + Given
//!  └ text::read        ▶ Text       blocks, sentences, tokens: spans into the pasted text
//!    └ tag::tag        ▶ Tagged     part of speech of each token, and names
//!      ├ entities::find ▶ Mention
//!      ├ times::find    ▶ Time
//!      ├ figures::find  ▶ Figure    skips the numbers of times and names
//!      └ claims::find   ▶ Claim      after each of these four: what a person decided about its list
//!         └ link::link  ▶ Linked    entities; source → entity; time → calendar interval
//!           └ facts::gather ▶ Facts relations, what a figure measures, findings
//!             └ export::* ▶ String  JSON, and the formats of other tools
//! ```
//!
//! ```
//! use postil::{Given, annotate, export};
//!
//! let given = Given { date: Some(jiff::civil::date(2025, 6, 11)), ..Given::default() };
//! let article = "The port of Lyme will close, its owner said on Tuesday.";
//! let annotation = annotate(article, &given);
//!
//! // The inner model: lists of what was found, each with its span in bytes.
//! for claim in &annotation.linked.claims {
//!     println!("{:?}", claim.content.iter().map(|span| annotation.text.slice(*span)).collect::<Vec<_>>());
//! }
//!
//! // And the export, `postil/1`, with offsets in code points and UTF-16.
//! let document = export::document(&annotation, &given, &export::Options::default());
//! let json = export::json::write(&document);
//! assert_eq!(export::json::read(&json)?, document);
//! # Ok::<(), export::Error>(())
//! ```

#![warn(clippy::disallowed_methods, clippy::disallowed_types)]

pub mod claims;
pub mod compare;
pub mod decision;
pub mod entities;
pub mod export;
pub mod facts;
pub mod figures;
pub mod given;
pub mod lexicon;
pub mod link;
pub mod numeral;
pub mod order;
pub mod reason;
pub mod rule;
pub mod span;
pub mod syntax;
pub mod tag;
pub mod text;
pub mod times;
#[cfg(feature = "train")]
pub mod train;
pub mod view;
#[cfg(target_arch = "wasm32")]
pub mod wasm;

use decision::Decisions;
pub use given::Given;
pub use span::Span;
pub use syntax::Tense;

/// An annotated article.
#[derive(Clone, Debug)]
pub struct Annotation {
    /// The text as read.
    pub text: text::Text,
    /// The tree of each sentence.
    pub parsed: syntax::Parsed,
    /// What was found in it, joined up.
    pub linked: link::Linked,
    /// What that adds up to.
    pub facts: facts::Facts,
    /// For each of [`Given::decisions`] why it does not hold, or nothing if it does.
    pub refused: Vec<Option<String>>,
}

/// Annotates an article.
///
/// A pure function: the same text and the same [`Given`] give the same annotation. It never fails; odd
/// text gives fewer annotations.
pub fn annotate(paste: &str, given: &Given) -> Annotation {
    let text = text::read(paste, given);
    let tagged = tag::tag(&text);
    let parsed = syntax::parse(&text, &tagged);
    let article = (&text, &tagged, &parsed);
    let mut decisions = Decisions::new(&given.decisions, &text);
    let mut mentions = entities::find(&text, &tagged);
    decisions.items(article, &mut mentions);
    let mut times = times::find(&text, &tagged, &parsed);
    decisions.items(article, &mut times);
    let mut figures = figures::find(&text, &tagged, &mentions, &times);
    decisions.items(article, &mut figures);
    let mut claims = claims::find(&text, &tagged, &parsed);
    decisions.items(article, &mut claims);
    let mut linked = link::link(article, given, &mut decisions, mentions, figures, times, claims);
    let facts = facts::gather(&text, &tagged, &parsed, &mut linked);
    let refused = decisions.finish();
    Annotation { text, parsed, linked, facts, refused }
}

/// Every rule of every stage, in the order in which they run.
pub fn rules() -> Vec<rule::RuleInfo> {
    let mut rules = Vec::new();
    rules.extend(text::rules());
    rules.extend(entities::RULES.iter().map(rule::Rule::info));
    rules.extend(times::RULES.iter().map(rule::Rule::info));
    rules.extend(figures::RULES.iter().map(rule::Rule::info));
    rules.extend(claims::RULES.iter().map(rule::Rule::info));
    rules.extend(link::RULES.iter().map(rule::Rule::info));
    rules.extend(facts::rules());
    rules
}

/// The Rust example of README.md runs as a test.
#[cfg(doctest)]
#[doc = include_str!("../README.md")]
struct Readme;
