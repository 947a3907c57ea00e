//! Decisions applied: what a person changed, put into the list of each stage as soon as the stage has found it.
//!
//! Everything after it follows from what comes out. A name that is rejected here is no entity later, speaks no claim and
//! is in no fact; a name that is added is found again by its surname and by pronouns. The lists are changed by
//! [`Decisions::items`], one pass over the decisions in their order; [`crate::link`] asks for those about entities.
//!
//! A decision never fails the annotation. One that does not fit (nothing is marked there, the value is no number)
//! changes nothing, and says so in [`Decisions::finish`].

mod claim;
mod figure;
mod item;
mod mention;
mod pass;
mod time;

pub use item::Article;
pub(crate) use mention::{dress, kind_of as name_kind};
pub(crate) use pass::occurrences;

use crate::given::{Action, Decision, Layer, Who};
use crate::span::Span;
use crate::text::{self, Text};

/// The decisions about an article, and what has become of each so far.
pub struct Decisions<'g> {
    list: &'g [Decision],
    outcomes: Vec<Outcome>,
    /// Claims whose speaker a person chose among the entities, which are not known yet: the claim's origin, the number
    /// of the decision, and who.
    speakers: Vec<(Span, usize, &'g Who)>,
}

/// What became of a decision.
#[derive(Clone, Debug)]
enum Outcome {
    Waiting,
    Applied,
    Refused(String),
}

impl<'g> Decisions<'g> {
    /// The decisions about a text that has been read; those about blocks are in it already.
    pub fn new(list: &'g [Decision], text: &Text) -> Decisions<'g> {
        let outcome = |decision: &Decision| match (&decision.action, decision.layer) {
            (Action::Unclear(why), _) => Outcome::Refused(why.clone()),
            // A note stands at words; without them nobody would see it.
            (Action::Note, _) if decision.place.span.is_none() && !decision.place.words.is_empty() => {
                Outcome::Refused(missing(decision))
            }
            (Action::Note | Action::Dismiss(_), _) | (_, Layer::Relation | Layer::Fact | Layer::Finding) => {
                Outcome::Applied
            }
            (Action::Block { kind: Some(kind), .. }, _) if text::block_kind(kind).is_none() => {
                Outcome::Refused(format!("“{kind}” is no kind of line"))
            }
            (_, Layer::Block) => {
                let touched = |span: Span| text.blocks.iter().any(|block| block.span.overlaps(span));
                if decision.place.span.is_some_and(touched) { Outcome::Applied } else { Outcome::Waiting }
            }
            _ => Outcome::Waiting,
        };
        Decisions { list, outcomes: list.iter().map(outcome).collect(), speakers: Vec::new() }
    }

    /// The decisions that are neither refused nor done, with their numbers.
    pub(crate) fn waiting(&self) -> impl Iterator<Item = (usize, &'g Decision)> {
        let list = self.list;
        (0..list.len()).filter(|at| matches!(self.outcomes[*at], Outcome::Waiting)).map(move |at| (at, &list[at]))
    }

    /// Whether any decision is about this list.
    pub(crate) fn concern(&self, layer: Layer) -> bool {
        self.list.iter().any(|decision| decision.layer == layer)
    }

    /// The claims whose speaker is chosen among the entities.
    pub(crate) fn speakers(&self) -> &[(Span, usize, &'g Who)] {
        &self.speakers
    }

    /// Notes that a decision holds.
    pub(crate) fn apply(&mut self, number: usize) {
        self.outcomes[number] = Outcome::Applied;
    }

    /// Notes that a decision cannot hold, for a reason in words for people.
    pub(crate) fn refuse(&mut self, number: usize, why: String) {
        self.outcomes[number] = Outcome::Refused(why);
    }

    /// For each decision why it does not hold, or nothing if it does.
    pub(crate) fn finish(self) -> Vec<Option<String>> {
        let outcomes = self.list.iter().zip(self.outcomes);
        let outcomes = outcomes.map(|(decision, outcome)| match outcome {
            Outcome::Applied => None,
            Outcome::Refused(why) => Some(why),
            Outcome::Waiting if decision.lexicon => None,
            Outcome::Waiting => Some(missing(decision)),
        });
        outcomes.collect()
    }
}

/// Why nothing was found that a decision is about.
fn missing(decision: &Decision) -> String {
    let words = if decision.place.words.is_empty() { &decision.name } else { &decision.place.words };
    let what = match decision.layer {
        Layer::Block => "line",
        Layer::Mention | Layer::Entity => "name",
        Layer::Figure => "figure",
        Layer::Time => "time",
        _ => "claim",
    };
    match decision.place.span {
        _ if words.is_empty() => format!("there is no {what} here that it could be about"),
        None => format!("“{words}” is not in this text"),
        Some(_) => format!("“{words}” is marked as no {what} here"),
    }
}
