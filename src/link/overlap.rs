//! Decisions between the lists: which of a time, a name and a figure over the same words is kept.

use crate::entities::Mention;
use crate::figures::{self, Figure};
use crate::order;
use crate::span::Span;
use crate::times::{self, Time};

/// Removes the items whose words another list reads better.
///
/// - A time within a longer name goes ("May" in "Theresa May", "Sunday" in "Sunday Times").
/// - A name that touches a time goes, and so does one that touches a figure ("US" in "US$20"), but not a name in the
///   noun that is counted ("two Nordvik plants").
/// - A figure within a time or a name goes ("11" in "June 11", "737" in "737 MAX").
pub(super) fn settle(mentions: &mut Vec<Mention>, figures: &mut Vec<Figure>, times: &mut Vec<Time>) {
    let names = Spans::of(mentions.iter().map(|mention| mention.span));
    times.retain(|time| {
        let date =
            matches!(time.kind, times::Kind::Date | times::Kind::Set | times::Kind::Duration | times::Kind::Time);
        !(date && names.over(time.span).is_some_and(|name| name.contains(time.span) && name != time.span))
    });
    let spans = Spans::of(times.iter().map(|time| time.span));
    mentions.retain(|mention| spans.over(mention.span).is_none());
    let names = Spans::of(mentions.iter().map(|mention| mention.span));
    let mut index = vec![None; figures.len()];
    let mut kept = 0;
    for (at, figure) in figures.iter().enumerate() {
        let in_time = spans.over(figure.span).is_some_and(|time| time.contains(figure.span));
        let in_name = names.over(figure.span).is_some_and(|name| name.contains(figure.span));
        if !in_time && !in_name {
            index[at] = Some(kept);
            kept += 1;
        }
    }
    let mut at = 0;
    figures.retain(|_| {
        at += 1;
        index[at - 1].is_some()
    });
    for figure in figures.iter_mut() {
        if let Some(change) = &mut figure.change {
            change.base = change.base.and_then(|base| index.get(base).copied().flatten());
        }
    }
    // "two Nordvik plants": the name only says which plants are counted.
    let other = |figure: &&Figure| figure.kind != figures::Kind::Count;
    let spans = Spans::of(figures.iter().filter(other).map(|figure| figure.span));
    mentions.retain(|mention| spans.over(mention.span).is_none());
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
