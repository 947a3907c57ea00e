//! The reference date: the person's, else the article's dateline, else a date beside the author's name.
//!
//! Where none of them is, there is none: nothing relative is then read as if today were the day.

use super::{DateOrder, Reference, ReferenceBasis};
use crate::given::Given;
use crate::span::Span;
use crate::syntax::Parsed;
use crate::tag::Tagged;
use crate::text::Text;
use crate::times::expression::{Calendar, Ends, Expression, Field, Year};
use crate::times::{self, Time};
use jiff::civil::{Date, Weekday};

/// Finds the reference date.
pub(super) fn find(text: &Text, tagged: &Tagged, parsed: &Parsed, given: &Given, times: &[Time]) -> Reference {
    let order = order(times);
    let mut reference = Reference { date_order: order, ..Reference::default() };
    if let Some(date) = given.date {
        return Reference { date: Some(date), basis: ReferenceBasis::User, ..reference };
    }
    let mut partial = None;
    for dateline in &text.datelines {
        let basis = if dateline.byline { ReferenceBasis::Byline } else { ReferenceBasis::Dateline };
        for time in times::find_within(text, tagged, parsed, text.tokens_in(dateline.span)) {
            match date_of(&time, order) {
                Some(Dated::Whole(date)) => {
                    return Reference { date: Some(date), basis, span: Some(time.span), ..reference };
                }
                Some(Dated::NoYear { month, day, weekday }) => {
                    partial = partial.or(Some((month, day, weekday, basis, time.span)));
                }
                None => {}
            }
        }
    }
    // "LONDON, June 10 (Reuters) —" has no year: the weekday, the address or a year that the text is sure of tells.
    if let Some((month, day, weekday, basis, span)) = partial {
        let year = year_of_address(given).or_else(|| year_in(times));
        let date = year.and_then(|year| {
            let date = Date::new(year, month as i8, day as i8).ok()?;
            weekday.is_none_or(|weekday| date.weekday() == weekday).then_some(date)
        });
        if date.is_some() {
            reference = Reference { date, basis, span: Some(span), ..reference };
        }
    }
    if reference.date.is_none() {
        reference = first_line(text, tagged, parsed, order).unwrap_or(reference);
    }
    reference
}

/// A block that is a date and nothing more, near the top.
fn first_line(text: &Text, tagged: &Tagged, parsed: &Parsed, order: Option<DateOrder>) -> Option<Reference> {
    heads(text).find_map(|head| {
        let tokens = text.tokens_in(head);
        let times = times::find_within(text, tagged, parsed, tokens);
        let time = times.first()?;
        match date_of(time, order) {
            Some(Dated::Whole(date)) if mostly(time.span, head) => Some(Reference {
                date: Some(date),
                basis: ReferenceBasis::Dateline,
                date_order: order,
                span: Some(time.span),
            }),
            _ => None,
        }
    })
}

/// Short blocks near the top, one of which may be the date.
fn heads(text: &Text) -> impl Iterator<Item = Span> {
    text.blocks.iter().take(12).map(|block| block.span).filter(|span| span.len() < 80)
}

/// Whether a block is a date and little more.
fn mostly(time: Span, head: Span) -> bool {
    time.len() * 3 >= head.len() * 2
}

/// Leaves out the dates of the datelines: they say when the article was written, and nothing happens on them
/// (TimeML's document creation time). Behind a place, "TEHRAN, August 8 (Agency) --", TimeML's annotators mark it.
pub(super) fn drop_datelines(text: &Text, times: &mut Vec<Time>) {
    if text.blocks.len() < 2 {
        return;
    }
    times.retain(|time| {
        let date = matches!(
            time.said.what,
            Expression::Calendar(Calendar { field: Some(Field::Day { .. } | Field::Open(..)), .. })
        );
        let stated = |dateline: Span| dateline.contains(time.span);
        let placed = |dateline: Span| {
            let words = text.slice(Span::new(dateline.start, time.span.start.max(dateline.start)));
            let first = words.split([' ', ',']).next().unwrap_or_default();
            first.len() > 2 && first.chars().all(char::is_uppercase)
        };
        !(date
            && (text.datelines.iter().any(|dateline| stated(dateline.span) && !placed(dateline.span))
                || heads(text).any(|head| stated(head) && mostly(time.span, head))))
    });
}

enum Dated {
    Whole(Date),
    NoYear { month: u8, day: u8, weekday: Option<Weekday> },
}

fn date_of(time: &Time, order: Option<DateOrder>) -> Option<Dated> {
    let Expression::Calendar(calendar) = &time.said.what else { return None };
    let (month, day) = match calendar.field? {
        Field::Day { month: Some(month), day } => (month, day),
        Field::Open(first, second) => match order? {
            DateOrder::DayMonth => (second, first),
            DateOrder::MonthDay => (first, second),
        },
        _ => return None,
    };
    let weekday = calendar.weekday.and_then(|weekday| Weekday::from_monday_one_offset(weekday as i8).ok());
    match calendar.year {
        Some(Year::Full(year)) => Date::new(year, month as i8, day as i8).ok().map(Dated::Whole),
        Some(Year::Short(year)) => Date::new(2000 + i16::from(year), month as i8, day as i8).ok().map(Dated::Whole),
        Some(_) => None,
        None => Some(Dated::NoYear { month, day, weekday }),
    }
}

/// The year in an address: ".../2025/06/10/...".
fn year_of_address(given: &Given) -> Option<i16> {
    let url = given.url.as_deref()?;
    url.split(['/', '-', '_']).find_map(|piece| {
        let year: i16 = (piece.len() == 4).then(|| piece.parse().ok()).flatten()?;
        (1990..2100).contains(&year).then_some(year)
    })
}

/// The latest year that the text itself gives in full.
fn year_in(times: &[Time]) -> Option<i16> {
    times
        .iter()
        .filter_map(|time| match &time.said.what {
            Expression::Calendar(Calendar { year: Some(Year::Full(year)), field: Some(Field::Day { .. }), .. }) => {
                Some(*year)
            }
            _ => None,
        })
        .filter(|year| (1990..2100).contains(year))
        .max()
}

/// The order in which the article writes dates in figures, told by one where only one order can be.
fn order(times: &[Time]) -> Option<DateOrder> {
    let mut found = None;
    for time in times.iter().filter(|time| time.by.rule == "times/numeric") {
        let order = match &time.said.what {
            Expression::Calendar(calendar) => plain_order(calendar),
            Expression::Range(ends) => {
                let Ends { from, to } = &**ends;
                [from, to].into_iter().find_map(|said| match &said.what {
                    Expression::Calendar(calendar) => plain_order(calendar),
                    _ => None,
                })
            }
            _ => None,
        };
        if order.is_some() {
            if found.is_some() && found != order {
                return None;
            }
            found = order;
        }
    }
    found
}

fn plain_order(calendar: &Calendar) -> Option<DateOrder> {
    calendar.day_first.map(|day_first| if day_first { DateOrder::DayMonth } else { DateOrder::MonthDay })
}
