//! The clock, the part of the day, and the bound of an interval.

use super::Read;
use crate::link::period::{Period, iso};
use crate::times::expression::{Bound, Clock, Part, Said};
use crate::times::{Grain, Interval};
use jiff::SignedDuration;
use jiff::civil::Date;

/// Puts the clock or the part of the day on a day.
pub(super) fn time_of_day(said: &Said, read: &mut Read) {
    let day = match read.period {
        Some(Period::Day(day)) => Some(day),
        _ => None,
    };
    if let Some(clock) = said.clock {
        read.value.push_str(&clock_value(clock));
        read.known.push(Grain::Hour);
        read.grain = Some(if clock.second.is_some() {
            Grain::Second
        } else if clock.minute.is_some() {
            Grain::Minute
        } else {
            Grain::Hour
        });
        if clock.minute.is_some() {
            read.known.push(Grain::Minute);
        }
        if clock.open && clock.hour < 12 {
            let later = Clock { hour: clock.hour + 12, open: false, ..clock };
            let stem = read.value.split('T').next().unwrap_or_default().to_owned();
            read.alternatives.push(stem + &clock_value(later));
        }
        read.interval = day.and_then(|day| clock_interval(day, clock));
    } else if let Some(part) = said.part {
        read.value.push('T');
        read.value.push_str(part.code());
        read.known.push(Grain::DayPart);
        read.grain = Some(Grain::DayPart);
        let hours = match part {
            Part::Morning => (6, 12),
            Part::Midday => (11, 14),
            Part::Afternoon => (12, 18),
            Part::Evening => (18, 22),
            Part::Night => (20, 30),
            Part::Daytime => (6, 18),
        };
        read.interval = day.and_then(|day| {
            let end = if hours.1 > 24 { day.tomorrow().ok()? } else { day };
            Some(Interval {
                from: Some(format!("{day}T{:02}:00", hours.0)),
                to: Some(format!("{end}T{:02}:00", hours.1 % 24)),
            })
        });
    }
}

pub(super) fn clock_value(clock: Clock) -> String {
    let mut value = format!("T{:02}:{:02}", clock.hour, clock.minute.unwrap_or(0));
    if let Some(second) = clock.second {
        value.push_str(&format!(":{second:02}"));
    }
    if clock.zone.is_some_and(|zone| zone.offset == Some(0)) {
        value.push('Z');
    }
    value
}

/// From the hour or minute said to the next one.
pub(super) fn clock_interval(day: Date, clock: Clock) -> Option<Interval> {
    let (day, hour) = if clock.hour >= 24 { (day.tomorrow().ok()?, 0) } else { (day, clock.hour) };
    let from = day.at(hour as i8, clock.minute.unwrap_or(0).min(59) as i8, clock.second.unwrap_or(0).min(59) as i8, 0);
    let step = SignedDuration::from_secs(if clock.second.is_some() { 1 } else { 60 });
    let to = from.checked_add(step).ok()?;
    let zone = match clock.zone.and_then(|zone| zone.offset) {
        None => String::new(),
        Some(0) => "Z".into(),
        Some(offset) => {
            format!("{}{:02}:{:02}", if offset < 0 { '-' } else { '+' }, offset.abs() / 60, offset.abs() % 60)
        }
    };
    let text = |time: jiff::civil::DateTime| {
        let seconds = if clock.second.is_some() { format!(":{:02}", time.second()) } else { String::new() };
        format!("{}T{:02}:{:02}{seconds}{zone}", iso(time.date()), time.hour(), time.minute())
    };
    Some(Interval { from: Some(text(from)), to: Some(text(to)) })
}

pub(super) fn bounded(bound: Bound, read: &mut Read) {
    let Some(interval) = &mut read.interval else { return };
    match bound {
        Bound::Since => interval.to = None,
        Bound::After => {
            interval.from = interval.to.take();
        }
        Bound::Until | Bound::By => interval.from = None,
        Bound::Before => {
            interval.to = interval.from.take();
        }
    }
}
