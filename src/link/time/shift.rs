//! Times so far from another: "two weeks ago", "the next day".

use super::calendar::{counted, whole};
use super::field::{fields_of, reference_value, unknown_shift};
use super::length::length;
use super::{Context, Read};
use crate::link::period::Period;
use crate::times::Basis;
use crate::times::expression::{Amount, Anchor, Said, Shift, Unit, Vague};
use jiff::civil::Date;

impl Context {
    pub(super) fn shift(&self, shift: &Shift, said: &Said) -> Read {
        let vague = if shift.back { Vague::Past } else { Vague::Future };
        let Some(count) = shift.count else { return Read::open(reference_value(vague)) };
        let near = |limit: usize| {
            self.last.filter(|&(_, sentence)| self.sentence - sentence <= limit).map(|(period, _)| period)
        };
        let quarter = |limit: usize| {
            self.quarter.filter(|&(_, sentence)| self.sentence - sentence <= limit).map(|(period, _)| period)
        };
        if shift.anchor == Anchor::Event {
            return Read::open(reference_value(vague));
        }
        // "from a year earlier", "a year ago" beside a quarter.
        if shift.counted && shift.unit == Unit::Year && count == -1 {
            let period = quarter(2).or_else(|| {
                near(0).filter(|period| {
                    shift.anchor == Anchor::Context && matches!(period, Period::Month(..) | Period::Week(_))
                })
            });
            if let Some(before) = period.and_then(|period| period.years(-1)) {
                return Read::of(before, Basis::Context)
                    .because("year-before", "a year before the period last spoken of");
            }
        }
        if matches!(shift.unit, Unit::Hour | Unit::Minute | Unit::Second) {
            return Read::open(length(&[(Amount::Exact(u32::try_from(count.abs()).unwrap_or(0).into()), shift.unit)]));
        }
        let in_context =
            shift.anchor == Anchor::Context && !(shift.counted && shift.unit != Unit::Day && self.last.is_none());
        let base = if in_context { self.context_day(shift.unit).or(self.date) } else { self.date };
        let basis =
            if in_context && self.context_day(shift.unit).is_some() { Basis::Context } else { Basis::Reference };
        let Some(base) = base else { return Read::open(unknown_shift(shift.unit, count, vague)) };
        if shift.unit == Unit::Quarter
            && !shift.counted
            && shift.anchor == Anchor::Context
            && self.quarter.is_none()
            && count == 0
        {
            // "the quarter" with none spoken of is the last full one.
            return match Period::holding(base, Unit::Quarter).and_then(|period| period.shifted(-1)) {
                Some(period) => Read::of(period, Basis::Reference),
                None => Read::open("XXXX-QX"),
            };
        }
        if shift.unit == Unit::Quarter
            && shift.anchor == Anchor::Context
            && count == 0
            && let Some((period, _)) = self.quarter
        {
            return Read::of(period, Basis::Context).because("same-period", "the quarter last spoken of");
        }
        let period = if shift.counted {
            counted(base, shift.unit, count, said.approx.is_some())
        } else {
            whole(base, shift.unit, count, said)
        };
        let Some(period) = period else { return Read::open(unknown_shift(shift.unit, count, vague)) };
        let mut read = Read::of(period, basis);
        read.implied = fields_of(period.grain()).to_vec();
        if shift.fiscal {
            read.interval = None;
            read.why = Some(("fiscal", "a fiscal year begins where the company or state has it begin"));
        }
        read
    }

    /// The day that "that day", "a week later" and the like are counted from.
    pub(super) fn context_day(&self, unit: Unit) -> Option<Date> {
        let start = |period: Period| period.interval().map(|(from, _)| from);
        match unit {
            Unit::Day | Unit::Night | Unit::Week | Unit::Weekend | Unit::Fortnight => self.day.map(|(day, _)| day),
            _ => self.last.and_then(|(period, _)| {
                // "the 2020 race … the previous month": a year is too wide to count months from, where the article
                // is of that year.
                let written = self.date.filter(|date| period == Period::Year(date.year()));
                let narrow = matches!(unit, Unit::Month | Unit::Quarter);
                written.filter(|_| narrow).or_else(|| start(period))
            }),
        }
    }
}
