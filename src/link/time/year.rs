//! Years: as said, before now, decades.

use super::{Context, Read};
use crate::link::period::Period;
use crate::times::expression::{Unit, Year};
use crate::times::{Basis, Grain};

impl Context {
    pub(super) fn year_said(&self, year: Year) -> Option<(i16, Basis)> {
        Some(match year {
            Year::Full(year) => (year, Basis::Explicit),
            Year::Short(short) => {
                let short = i16::from(short);
                let year = match self.date {
                    Some(date) => {
                        let this = date.year() - date.year().rem_euclid(100) + short;
                        if this > date.year() + 10 { this - 100 } else { this }
                    }
                    None => {
                        if short < 40 {
                            2000 + short
                        } else {
                            1900 + short
                        }
                    }
                };
                (year, Basis::Reference)
            }
            Year::Away(count) => (self.date?.year().checked_add(i16::from(count))?, Basis::Reference),
            Year::Context(count) => {
                let base = match self.last {
                    Some((period, _)) => period.interval()?.0,
                    None => self.date?,
                };
                (base.year().checked_add(i16::from(count))?, Basis::Context)
            }
        })
    }

    /// "the year-earlier quarter", "the same period last year".
    pub(super) fn year_before(&self, count: i8, unit: Unit) -> Read {
        let near = match unit {
            Unit::Quarter => self.quarter.map(|(period, _)| period),
            _ => self.last.map(|(period, _)| period),
        };
        let base = near.or_else(|| match unit {
            Unit::Quarter => Period::holding(self.date?, unit)?.shifted(-1),
            _ => Period::holding(self.date?, unit),
        });
        match base.and_then(|base| base.years(i32::from(count))) {
            Some(period) => {
                Read::of(period, Basis::Context).because("year-before", "a year before the period last spoken of")
            }
            None => Read::open(if unit == Unit::Quarter { "XXXX-QX" } else { "XXXX" }),
        }
    }

    pub(super) fn decade(&self, from: i16, short: bool) -> Read {
        if !short {
            return Read::of(Period::Decade(from), Basis::Explicit);
        }
        let now = self.date.map_or(2020, |date| date.year());
        let century = now - now.rem_euclid(100);
        let from = if century + from > now { century - 100 + from } else { century + from };
        Read { implied: vec![Grain::Century], ..Read::of(Period::Decade(from), Basis::Reference) }
    }
}
