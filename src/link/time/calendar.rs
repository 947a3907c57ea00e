//! Steps over the calendar: units further on, fields of a year, holidays.

use crate::link::period::{Period, days, easter, monday, months};
use crate::times::expression::{Field, Said, Tense, Unit};
use crate::times::holiday::{self, When};
use jiff::civil::Date;

/// A unit of the calendar so many further on.
pub(super) fn whole(base: Date, unit: Unit, count: i32, said: &Said) -> Option<Period> {
    if unit == Unit::Weekend && count == 0 {
        let early = base.weekday().to_monday_one_offset() < 6;
        let back = early && said.tense == Some(Tense::Past);
        return Period::holding(base, unit)?.shifted(if back { -1 } else { 0 });
    }
    if unit == Unit::Millennium {
        return None;
    }
    Period::holding(base, unit)?.shifted(count)
}

/// So many units away, as fine as such a count is meant.
pub(super) fn counted(base: Date, unit: Unit, count: i32, approximate: bool) -> Option<Period> {
    Some(match unit {
        Unit::Day | Unit::Night => Period::Day(add(base, Unit::Day, count)?),
        Unit::Week | Unit::Fortnight => {
            let day = add(base, unit, count)?;
            if count.abs() <= 2 && !approximate { Period::Day(day) } else { Period::Week(monday(day)?) }
        }
        Unit::Weekend => Period::holding(base, unit)?.shifted(count)?,
        Unit::Month | Unit::Quarter | Unit::Half => Period::holding(base, unit)?.shifted(count)?,
        Unit::Year => Period::holding(base, unit)?.shifted(count)?,
        Unit::Decade => Period::Year(base.year().checked_add(i16::try_from(count.checked_mul(10)?).ok()?)?),
        Unit::Century => Period::Year(base.year().checked_add(i16::try_from(count.checked_mul(100)?).ok()?)?),
        Unit::Second | Unit::Minute | Unit::Hour | Unit::Millennium => return None,
    })
}

pub(super) fn add(base: Date, unit: Unit, count: i32) -> Option<Date> {
    match unit {
        Unit::Day | Unit::Night => days(base, count),
        Unit::Week | Unit::Weekend => days(base, count.checked_mul(7)?),
        Unit::Fortnight => days(base, count.checked_mul(14)?),
        Unit::Month => months(base, count),
        Unit::Quarter => months(base, count.checked_mul(3)?),
        Unit::Half => months(base, count.checked_mul(6)?),
        Unit::Year => months(base, count.checked_mul(12)?),
        Unit::Decade => months(base, count.checked_mul(120)?),
        Unit::Century => months(base, count.checked_mul(1200)?),
        Unit::Second | Unit::Minute | Unit::Hour | Unit::Millennium => None,
    }
}

/// A field of a known year.
pub(super) fn in_year(field: Field, year: i16) -> Option<Period> {
    Some(match field {
        Field::Month(month) => Period::Month(year, month as i8),
        Field::Day { month: Some(month), day } => Period::Day(Date::new(year, month as i8, day as i8).ok()?),
        Field::Quarter(quarter) => Period::Quarter(year, quarter as i8),
        Field::Half(half) => Period::Half(year, half as i8),
        Field::Season(season) => Period::Season(year, season),
        Field::WeekOf { month, day } => Period::Week(monday(Date::new(year, month as i8, day as i8).ok()?)?),
        Field::Holiday(index) => Period::Day(holiday_in(index, year)?),
        _ => return None,
    })
}

pub(super) fn holiday_in(index: u16, year: i16) -> Option<Date> {
    match holiday::all().get(usize::from(index))?.when {
        When::Fixed(month, day) => Date::new(year, month as i8, day as i8).ok(),
        When::Easter(after) => days(easter(year)?, i32::from(after)),
        When::Nth { month, weekday, nth, plus } => days(nth_weekday(year, month, weekday, nth)?, i32::from(plus)),
        When::Election => nth_weekday(year, 11, 1, 1)?.tomorrow().ok(),
    }
}

pub(super) fn nth_weekday(year: i16, month: u8, weekday: u8, nth: i8) -> Option<Date> {
    let weekday = jiff::civil::Weekday::from_monday_one_offset(weekday as i8).ok()?;
    Date::new(year, month as i8, 1).ok()?.nth_weekday_of_month(nth, weekday).ok()
}
