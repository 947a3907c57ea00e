//! Pieces of the calendar: their TIMEX3 value, the days they hold, and the ones before and after.

use crate::times::Grain;
use crate::times::expression::{Season, Unit};
use jiff::civil::{Date, Weekday};

/// A piece of the calendar.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) enum Period {
    Day(Date),
    /// Its Monday.
    Week(Date),
    /// Its Saturday.
    Weekend(Date),
    Month(i16, i8),
    Quarter(i16, i8),
    Half(i16, i8),
    Season(i16, Season),
    Year(i16),
    /// By its first year.
    Decade(i16),
    /// By its number: 20 is 1900 to 1999; before Christ negative.
    Century(i8),
}

impl Period {
    /// The piece of that size that holds a day.
    pub fn holding(day: Date, unit: Unit) -> Option<Period> {
        Some(match unit {
            Unit::Day | Unit::Night => Period::Day(day),
            Unit::Week | Unit::Fortnight => Period::Week(monday(day)?),
            Unit::Weekend => Period::Weekend(days(monday(day)?, 5)?),
            Unit::Month => Period::Month(day.year(), day.month()),
            Unit::Quarter => Period::Quarter(day.year(), (day.month() + 2) / 3),
            Unit::Half => Period::Half(day.year(), (day.month() + 5) / 6),
            Unit::Year => Period::Year(day.year()),
            Unit::Decade => Period::Decade(day.year() - day.year().rem_euclid(10)),
            Unit::Century => Period::Century(i8::try_from((day.year() + 99) / 100).ok()?),
            Unit::Second | Unit::Minute | Unit::Hour | Unit::Millennium => return None,
        })
    }

    /// The piece so many further on.
    pub fn shifted(self, count: i32) -> Option<Period> {
        let small = i16::try_from(count).ok()?;
        Some(match self {
            Period::Day(day) => Period::Day(days(day, count)?),
            Period::Week(day) => Period::Week(days(day, count.checked_mul(7)?)?),
            Period::Weekend(day) => Period::Weekend(days(day, count.checked_mul(7)?)?),
            Period::Month(year, month) => {
                let (year, month) = carry(year, month, count, 12)?;
                Period::Month(year, month)
            }
            Period::Quarter(year, quarter) => {
                let (year, quarter) = carry(year, quarter, count, 4)?;
                Period::Quarter(year, quarter)
            }
            Period::Half(year, half) => {
                let (year, half) = carry(year, half, count, 2)?;
                Period::Half(year, half)
            }
            Period::Season(year, season) => Period::Season(year.checked_add(small)?, season),
            Period::Year(year) => Period::Year(year.checked_add(small)?),
            Period::Decade(year) => Period::Decade(year.checked_add(small.checked_mul(10)?)?),
            Period::Century(century) => Period::Century(century.checked_add(i8::try_from(count).ok()?)?),
        })
    }

    /// The same piece so many years further on.
    pub fn years(self, count: i32) -> Option<Period> {
        let small = i16::try_from(count).ok()?;
        Some(match self {
            Period::Day(day) => Period::Day(months(day, count.checked_mul(12)?)?),
            Period::Week(day) => Period::Week(monday(months(day, count.checked_mul(12)?)?)?),
            Period::Weekend(day) => Period::holding(months(day, count.checked_mul(12)?)?, Unit::Weekend)?,
            Period::Month(year, month) => Period::Month(year.checked_add(small)?, month),
            Period::Quarter(year, quarter) => Period::Quarter(year.checked_add(small)?, quarter),
            Period::Half(year, half) => Period::Half(year.checked_add(small)?, half),
            Period::Season(year, season) => Period::Season(year.checked_add(small)?, season),
            Period::Year(year) => Period::Year(year.checked_add(small)?),
            Period::Decade(_) | Period::Century(_) => return None,
        })
    }

    /// TIMEX3's value.
    pub fn value(self) -> String {
        match self {
            Period::Day(day) => format!("{}-{:02}-{:02}", year(day.year()), day.month(), day.day()),
            Period::Week(day) => week(day),
            Period::Weekend(day) => format!("{}-WE", week(day)),
            Period::Month(in_year, month) => format!("{}-{month:02}", year(in_year)),
            Period::Quarter(in_year, quarter) => format!("{}-Q{quarter}", year(in_year)),
            Period::Half(in_year, half) => format!("{}-H{half}", year(in_year)),
            Period::Season(in_year, season) => format!("{}-{}", year(in_year), season.code()),
            Period::Year(only) => year(only),
            Period::Decade(from) => format!("{:03}", from.div_euclid(10)),
            Period::Century(century) if century > 0 => format!("{:02}", century - 1),
            Period::Century(century) => format!("BC{:02}", -century - 1),
        }
    }

    /// From and including the first day, to and excluding the second.
    pub fn interval(self) -> Option<(Date, Date)> {
        let month = |year: i16, month: i8| Date::new(year, month, 1).ok();
        Some(match self {
            Period::Day(day) => (day, day.tomorrow().ok()?),
            Period::Week(day) => (day, days(day, 7)?),
            Period::Weekend(day) => (day, days(day, 2)?),
            Period::Month(year, number) => {
                let (next_year, next) = carry(year, number, 1, 12)?;
                (month(year, number)?, month(next_year, next)?)
            }
            Period::Quarter(year, quarter) => {
                let (next_year, next) = carry(year, quarter, 1, 4)?;
                (month(year, quarter * 3 - 2)?, month(next_year, next * 3 - 2)?)
            }
            Period::Half(year, half) => {
                let (next_year, next) = carry(year, half, 1, 2)?;
                (month(year, half * 6 - 5)?, month(next_year, next * 6 - 5)?)
            }
            Period::Season(year, season) => match season {
                Season::Spring => (month(year, 3)?, month(year, 6)?),
                Season::Summer => (month(year, 6)?, month(year, 9)?),
                Season::Autumn => (month(year, 9)?, month(year, 12)?),
                Season::Winter => (month(year, 12)?, month(year.checked_add(1)?, 3)?),
            },
            Period::Year(year) => (month(year, 1)?, month(year.checked_add(1)?, 1)?),
            Period::Decade(from) => (month(from, 1)?, month(from.checked_add(10)?, 1)?),
            Period::Century(century) => {
                let from = if century > 0 { (i16::from(century) - 1) * 100 } else { i16::from(century) * 100 + 1 };
                (month(from, 1)?, month(from.checked_add(100)?, 1)?)
            }
        })
    }

    /// How fine it is.
    pub fn grain(self) -> Grain {
        match self {
            Period::Day(_) => Grain::Day,
            Period::Week(_) => Grain::Week,
            Period::Weekend(_) => Grain::Weekend,
            Period::Month(..) => Grain::Month,
            Period::Quarter(..) => Grain::Quarter,
            Period::Half(..) => Grain::Half,
            Period::Season(..) => Grain::Season,
            Period::Year(_) => Grain::Year,
            Period::Decade(_) => Grain::Decade,
            Period::Century(_) => Grain::Century,
        }
    }
}

/// A year as TIMEX3 values have it: 480 BC is -0480.
fn year(year: i16) -> String {
    if year <= 0 { format!("-{:04}", 1 - i32::from(year)) } else { format!("{year:04}") }
}

/// A day as ISO 8601 writes it, where 1 BC is the year 0.
pub(crate) fn iso(day: Date) -> String {
    let sign = if day.year() < 0 { "-" } else { "" };
    format!("{sign}{:04}-{:02}-{:02}", day.year().unsigned_abs(), day.month(), day.day())
}

fn week(day: Date) -> String {
    let iso = day.iso_week_date();
    format!("{}-W{:02}", year(iso.year()), iso.week())
}

/// Days from one date to another.
pub(super) fn days_from(date: Date, other: Date) -> i32 {
    (other.duration_since(date).as_hours() / 24) as i32
}

/// So many days on.
pub(super) fn days(day: Date, count: i32) -> Option<Date> {
    day.checked_add(jiff::Span::new().try_days(count).ok()?).ok()
}

/// So many months on; the last day of the month where there is no such day.
pub(super) fn months(day: Date, count: i32) -> Option<Date> {
    day.checked_add(jiff::Span::new().try_months(count).ok()?).ok()
}

/// The Monday of the week that holds a day.
pub(super) fn monday(day: Date) -> Option<Date> {
    days(day, -i32::from(day.weekday().since(Weekday::Monday)))
}

fn carry(year: i16, part: i8, count: i32, parts: i32) -> Option<(i16, i8)> {
    let total = i32::from(year).checked_mul(parts)?.checked_add(i32::from(part) - 1)?.checked_add(count)?;
    Some((i16::try_from(total.div_euclid(parts)).ok()?, (total.rem_euclid(parts) + 1) as i8))
}

/// Easter Sunday of the western churches (the anonymous Gregorian computus).
pub(super) fn easter(year: i16) -> Option<Date> {
    let y = i32::from(year);
    let (a, b, c) = (y.rem_euclid(19), y.div_euclid(100), y.rem_euclid(100));
    let (d, e) = (b.div_euclid(4), b.rem_euclid(4));
    let f = (b + 8).div_euclid(25);
    let g = (b - f + 1).div_euclid(3);
    let h = (19 * a + b - d - g + 15).rem_euclid(30);
    let (i, k) = (c.div_euclid(4), c.rem_euclid(4));
    let l = (32 + 2 * e + 2 * i - h - k).rem_euclid(7);
    let m = (a + 11 * h + 22 * l).div_euclid(451);
    let n = h + l - 7 * m + 114;
    Date::new(year, n.div_euclid(31) as i8, (n.rem_euclid(31) + 1) as i8).ok()
}

#[cfg(test)]
mod tests {
    use super::*;
    use jiff::civil::date;

    #[test]
    fn easter_of_known_years() {
        assert_eq!(easter(2024), Some(date(2024, 3, 31)));
        assert_eq!(easter(2025), Some(date(2025, 4, 20)));
        assert_eq!(easter(2000), Some(date(2000, 4, 23)));
    }

    #[test]
    fn months_carry_over_years() {
        assert_eq!(Period::Month(2025, 1).shifted(-1), Some(Period::Month(2024, 12)));
        assert_eq!(Period::Quarter(2025, 4).shifted(1), Some(Period::Quarter(2026, 1)));
        assert_eq!(Period::Century(20).value(), "19");
        assert_eq!(Period::Decade(1990).value(), "199");
    }
}
