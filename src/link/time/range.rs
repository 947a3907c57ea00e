//! Lengths, times from one to another, and the edges of a period: "since May".

use super::calendar::add;
use super::clock::time_of_day;
use super::field::grain_of;
use super::length::length;
use super::{Container, Context, Read};
use crate::link::period::{Period, days_from, iso};
use crate::span::Span;
use crate::text::Text;
use crate::times::expression::{Amount, Calendar, Duration, Edge, Expression, Said, Unit, Window};
use crate::times::{Basis, Grain, Interval, Time};
use jiff::civil::Date;

impl Context {
    pub(super) fn duration(&self, duration: &Duration) -> Read {
        let mut read = Read::open(length(&duration.parts));
        read.grain = duration.parts.first().map(|&(_, unit)| grain_of(unit));
        let [(Amount::Exact(amount), unit)] = duration.parts[..] else { return read };
        let Some(count) = amount.to_i64().and_then(|count| i32::try_from(count).ok()) else { return read };
        if let Some((from, to)) = self.container.and_then(|container| part_of(container, duration.window, unit, count))
        {
            read.interval = Some(Interval { from: Some(iso(from)), to: Some(iso(to)) });
            read.basis = Some(Basis::Context);
            return read;
        }
        let (Some(window), Some(date)) = (duration.window, self.date) else { return read };
        let ends = match window {
            Window::Final => None,
            Window::Past => add(date, unit, -count).map(|from| (from, date)),
            Window::Next => date.tomorrow().ok().and_then(|from| Some((from, add(from, unit, count)?))),
            Window::First => {
                let year = match self.last {
                    Some((Period::Year(year), _)) => year,
                    _ => date.year(),
                };
                match unit {
                    Unit::Month | Unit::Quarter | Unit::Week => {
                        Date::new(year, 1, 1).ok().and_then(|from| Some((from, add(from, unit, count)?)))
                    }
                    _ => None,
                }
            }
        };
        if let Some((from, to)) = ends {
            read.interval = Some(Interval { from: Some(iso(from)), to: Some(iso(to)) });
            read.basis = Some(Basis::Reference);
        }
        read
    }

    pub(super) fn range(&self, from: &Said, to: &Said) -> Read {
        let first = self.read(from);
        let mut context = *self;
        context.note(from, &first);
        if let Some(Period::Day(day)) = first.period {
            context.date = context.date.or(Some(day));
        }
        let mut last = context.read(to);
        // "November to February": the end is in the year after.
        if let (Some(a), Some(b)) = (first.period, last.period)
            && let (Some((start, _)), Some((_, end))) = (a.interval(), b.interval())
            && end <= start
            && !matches!(to.what, Expression::Calendar(Calendar { year: Some(_), .. }))
        {
            let weekday = matches!(to.what, Expression::Calendar(Calendar { weekday: Some(_), field: None, .. }));
            let later = if weekday { b.shifted(7) } else { b.years(1) };
            if let Some(later) = later {
                last = Read::of(later, Basis::Context);
                time_of_day(to, &mut last);
            }
        }
        let interval = match (&first.interval, &last.interval) {
            (None, None) => None,
            (from, to) => Some(Interval {
                from: from.as_ref().and_then(|it| it.from.clone()),
                to: to.as_ref().and_then(|it| it.to.clone()),
            }),
        };
        let mut implied = first.implied;
        implied.extend(last.implied.iter().filter(|field| !first.known.contains(field)).copied());
        implied.dedup();
        Read {
            value: format!("{}/{}", first.value, last.value),
            interval,
            grain: first.grain,
            known: first.known,
            implied,
            basis: first.basis,
            doubt: first.doubt.or(last.doubt),
            ..Read::default()
        }
    }

    /// What the time behind a length is to it: the period that it is a part of, or that it ends with.
    pub(super) fn container(&self, text: &Text, length: &Time, behind: &Time) -> Option<Container> {
        let Expression::Duration(duration) = &length.said.what else { return None };
        // "the six months to the end of September" ends with September.
        if behind.said.edge.is_some_and(|edge| edge != Edge::End) || behind.span.start < length.span.end {
            return None;
        }
        let at_end = behind.said.edge.is_some();
        let between = text.slice(Span::new(length.span.end, behind.span.start)).trim();
        let ends = match (duration.window, between) {
            (Some(Window::First | Window::Final), "of" | "of the" | "in" | "in the") if !at_end => false,
            (None | Some(Window::First), "to" | "ended" | "ending" | "through" | "to the end of" | "up to") => true,
            _ => return None,
        };
        let (from, to) = self.read(&behind.said).period?.interval()?;
        Some(Container { from, to, ends })
    }

    /// "earlier this year" ends at the reference date, "later this year" begins there; "the last week of May" is only
    /// a piece of it.
    pub(super) fn edge(&self, edge: Edge, piece: Option<Unit>, read: &mut Read) {
        if let (Some(piece), Some((from, to))) = (piece, read.period.and_then(Period::interval)) {
            let start = edge == Edge::Start;
            let narrowed = match piece {
                Unit::Half => add(from, Unit::Day, days_from(from, to) / 2)
                    .map(|middle| if start { (from, middle) } else { (middle, to) }),
                _ if start => add(from, piece, 1).map(|end| (from, end)),
                _ => add(to, piece, -1).map(|begin| (begin, to)),
            };
            if let Some((from, to)) = narrowed {
                read.interval = Some(Interval { from: Some(iso(from)), to: Some(iso(to)) });
            }
            return;
        }
        let (Some(date), Some((from, to))) = (self.date, read.period.and_then(Period::interval)) else { return };
        if read.grain == Some(Grain::Day) || !(from <= date && date < to) {
            return;
        }
        if let Some(interval) = &mut read.interval {
            match edge {
                Edge::Earlier => interval.to = Some(iso(date)),
                Edge::Later => interval.from = Some(iso(date)),
                _ => {}
            }
        }
    }
}

/// The part of a period that a length is: its first or last months, or the months that end with it.
fn part_of(container: Container, window: Option<Window>, unit: Unit, count: i32) -> Option<(Date, Date)> {
    let Container { from, to, ends } = container;
    Some(match window {
        _ if ends => (add(to, unit, -count)?, to),
        Some(Window::First) => (from, add(from, unit, count)?),
        _ => (add(to, unit, -count)?, to),
    })
}
