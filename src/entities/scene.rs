//! What every rule looks at: the tokens with what the lexicons know of them, and the runs of name tokens.

use super::run::{self, Run, Segment};
use super::seen::{self, Seen};
use crate::lexicon::{names, titles};
use crate::tag::Tagged;
use crate::text::{Shape, Text};
use crate::view::View;
use std::ops::{Deref, Range};

/// The text as the rules see it.
///
/// It answers what its view answers.
pub struct Scene<'t> {
    view: View<'t>,
    /// What is known of each token.
    pub seen: Vec<Seen>,
    /// Runs of name tokens, in order, in annotated sentences.
    pub runs: Vec<Run>,
    /// The runs split at titles, in order.
    pub segments: Vec<Segment>,
}

impl<'t> Deref for Scene<'t> {
    type Target = View<'t>;

    fn deref(&self) -> &View<'t> {
        &self.view
    }
}

impl<'t> Scene<'t> {
    /// Looks every word up and finds the runs.
    pub fn new(text: &'t Text, tagged: &'t Tagged) -> Self {
        let view = View::new(text, tagged);
        let seen = seen::look(&view);
        let runs = run::find(&view, &seen);
        let segments = run::split(&view, &seen, &runs);
        Scene { view, seen, runs, segments }
    }

    /// Whether token `at` is written with an initial capital only.
    pub fn is_title_case(&self, at: usize) -> bool {
        matches!(self.shape(at), Some(Shape::Title | Shape::MixedCase))
    }

    /// The title that ends right before token `at`: its tokens and what it is.
    pub fn title_before(&self, at: usize, sentence: &Range<usize>) -> Option<(Range<usize>, titles::Title)> {
        run::title_before(&self.view, at, sentence)
    }

    /// The word class of token `at`.
    pub fn word(&self, at: usize) -> Option<names::Word> {
        self.seen.get(at).and_then(|seen| seen.word)
    }
}
