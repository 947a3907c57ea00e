//! Decisions between the lists: which of a time, a name and a figure over the same words is kept.

use crate::entities::Mention;
use crate::figures::{self, Figure};
use crate::order;
use crate::reason::Status;
use crate::span::Span;
use crate::times::{Kind, Time};

/// Removes the items whose words another list reads better.
///
/// - A time within a longer name goes: "May" in "Theresa May", "Sunday" in "Sunday Times".
/// - A name that touches a time goes, and so does one that touches a figure ("US" in "US$20"), but not a name in the
///   noun that is counted ("two Nordvik plants").
///
/// What a person decided about in the article stays; what a lexicon decided is a name like any other.
///
/// Figures never overlap a time or a sure name: [`crate::figures::find`] skips the numbers of both.
pub(super) fn settle(mentions: &mut Vec<Mention>, figures: &[Figure], times: &mut Vec<Time>) {
    let names = Spans::of(mentions.iter().map(|mention| mention.span));
    let chosen = |mention: &Mention| mention.decided.is_some_and(|decided| decided.status != Status::Suggested);
    let marked = mentions.iter().filter(|mention| chosen(mention)).map(|mention| mention.span);
    let marked = marked.chain(figures.iter().filter(|figure| figure.decided.is_some()).map(|figure| figure.span));
    let marked = Spans::of(marked);
    times.retain(|time| {
        let within_name = names.over(time.span).is_some_and(|name| name.contains(time.span) && name != time.span);
        let within_name = time.kind != Kind::Range && within_name;
        time.decided.is_some() || !within_name && marked.over(time.span).is_none()
    });
    let taken = taken(figures, times);
    mentions.retain(|mention| chosen(mention) || taken.over(mention.span).is_none());
}

/// The spans of times and figures, which hold no name. In "two Nordvik plants" the name only says which plants are
/// counted, so counts are left out.
pub(super) fn taken(figures: &[Figure], times: &[Time]) -> Spans {
    let others = figures.iter().filter(|figure| figure.kind != figures::Kind::Count);
    Spans::of(others.map(|figure| figure.span).chain(times.iter().map(|time| time.span)))
}

/// Spans in order, to ask which of them lies over another.
pub(super) struct Spans(Vec<Span>);

impl Spans {
    pub(super) fn of(spans: impl Iterator<Item = Span>) -> Spans {
        let mut spans: Vec<Span> = spans.collect();
        order::by(&mut spans, |span| order::inner_first(*span));
        Spans(spans)
    }

    /// The first that shares a byte with `span`; spans of a list hardly overlap one another.
    pub(super) fn over(&self, span: Span) -> Option<Span> {
        let at = self.0.partition_point(|other| other.end <= span.start);
        self.0.get(at).copied().filter(|other| other.overlaps(span))
    }
}
