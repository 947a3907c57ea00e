//! Days: of the month, of the week, and those written in figures either way round.

use super::{Context, Read};
use crate::link::DateOrder;
use crate::link::period::{Period, days, days_from};
use crate::times::Basis;
use crate::times::expression::{Calendar, Field, Tense, Which};
use jiff::civil::Date;

impl Context {
    /// A number that may be the month or the day.
    pub(super) fn open(&self, first: u8, second: u8, calendar: &Calendar, tense: Option<Tense>) -> Read {
        let day_month = self.field(Field::Day { month: Some(second), day: first }, calendar, tense);
        let month_day = self.field(Field::Day { month: Some(first), day: second }, calendar, tense);
        match self.order {
            Some(DateOrder::DayMonth) => day_month.because("date-order", "the article writes the day first"),
            Some(DateOrder::MonthDay) => month_day.because("date-order", "the article writes the month first"),
            None => {
                let gap = |read: &Read| match (read.period, self.date) {
                    (Some(Period::Day(day)), Some(date)) => days_from(date, day).abs(),
                    _ => i32::MAX,
                };
                let (mut chosen, other) =
                    if gap(&day_month) < gap(&month_day) { (day_month, month_day) } else { (month_day, day_month) };
                chosen.alternatives.push(other.value);
                chosen.doubt = Some(("date-order", "the day or the month may come first"));
                chosen
            }
        }
    }

    pub(super) fn day_of_month(&self, day: u8, weekday: Option<u8>, tense: Option<Tense>) -> Read {
        let Some(date) = self.date else { return Read::open(format!("XXXX-XX-{day:02}")) };
        let months = [0, -1, 1, -2, 2];
        let candidates = months.into_iter().filter_map(|count| {
            let Period::Month(year, month) = Period::Month(date.year(), date.month()).shifted(count)? else {
                return None;
            };
            Date::new(year, month, day as i8).ok()
        });
        let mut fitting = candidates
            .filter(|day| weekday.is_none_or(|weekday| day.weekday().to_monday_one_offset() == weekday as i8))
            // "left on the 21st" is behind, "will leave on the 4th" ahead.
            .filter(|day| match tense {
                Some(Tense::Past) => *day <= date,
                Some(Tense::Future) => *day >= date,
                _ => true,
            });
        match fitting.next() {
            Some(day) => Read::of(Period::Day(day), Basis::Reference),
            None => Read::open(format!("XXXX-XX-{day:02}")),
        }
    }

    pub(super) fn weekday(&self, weekday: u8, which: Option<Which>, tense: Option<Tense>) -> Read {
        let open = || Read::open(format!("XXXX-WXX-{weekday}"));
        let Some(date) = self.date.filter(|_| which != Some(Which::Any)) else { return open() };
        let today = date.weekday().to_monday_one_offset();
        let ahead = i32::from((weekday as i8 - today).rem_euclid(7));
        let back = -i32::from((today - weekday as i8).rem_euclid(7));
        let of_day = self.day.map_or(date, |(day, _)| day);
        let from_day = i32::from((weekday as i8 - of_day.weekday().to_monday_one_offset()).rem_euclid(7));
        let at = |base: Date, count: i32| days(base, count);
        let (found, basis, why) = match (which, tense) {
            (Some(Which::Last), _) => (
                at(date, if back == 0 { -7 } else { back }),
                Basis::Reference,
                "the last one before the reference date",
            ),
            (Some(Which::Next), _) => (
                at(date, if ahead == 0 { 7 } else { ahead }),
                Basis::Reference,
                "the next one after the reference date",
            ),
            (Some(Which::This), Some(Tense::Past)) => {
                (at(date, back), Basis::Tense, "past tense: the last one up to the reference date")
            }
            (Some(Which::This), _) => (at(date, ahead), Basis::Reference, "the one of this week or the next to come"),
            (Some(Which::Previous), _) => (
                at(of_day, if from_day == 0 { -7 } else { from_day - 7 }),
                Basis::Context,
                "the one before the day last spoken of",
            ),
            (Some(Which::Following), _) => (
                at(of_day, if from_day == 0 { 7 } else { from_day }),
                Basis::Context,
                "the one after the day last spoken of",
            ),
            (_, Some(Tense::Future)) => {
                (at(date, ahead), Basis::Tense, "the verb points ahead: the next one from the reference date on")
            }
            (_, Some(Tense::Past)) => {
                (at(date, back), Basis::Tense, "past tense: the last one up to the reference date")
            }
            _ => (at(date, back), Basis::Reference, "the last one up to the reference date"),
        };
        match found {
            Some(day) => {
                let mut read = Read::of(Period::Day(day), basis).because("weekday", why);
                if which == Some(Which::Next) && ahead > 0 && ahead < 4 {
                    read.alternatives.extend(at(day, 7).map(|day| Period::Day(day).value()));
                }
                read
            }
            None => open(),
        }
    }
}
