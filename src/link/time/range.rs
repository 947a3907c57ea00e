//! Lengths, times from one to another, and the edges of a period: "since May".

use super::calendar::add;
use super::clock::time_of_day;
use super::field::grain_of;
use super::length::length;
use super::{Context, Read};
use crate::link::period::{Period, iso};
use crate::times::expression::{Amount, Calendar, Duration, Edge, Expression, Said, Unit, Window};
use crate::times::{Basis, Grain, Interval};
use jiff::civil::Date;

impl Context {
    pub(super) fn duration(&self, duration: &Duration) -> Read {
        let mut read = Read::open(length(&duration.parts));
        read.grain = duration.parts.first().map(|&(_, unit)| grain_of(unit));
        let (Some(window), Some(date)) = (duration.window, self.date) else { return read };
        let [(Amount::Exact(amount), unit)] = duration.parts[..] else { return read };
        let Some(count) = amount.to_i64().and_then(|count| i32::try_from(count).ok()) else { return read };
        let ends = match window {
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

    /// "earlier this year" ends at the reference date, "later this year" begins there.
    pub(super) fn edge(&self, edge: Edge, read: &mut Read) {
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
