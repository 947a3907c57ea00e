//! Dates that cannot be right together, or at all.

pub(super) mod age;
pub(super) mod impossible;
pub(super) mod order;
pub(super) mod weekday;

use crate::times::expression::{Calendar, Field, Year};
use crate::times::{Expression, Said, Time};

/// The fields of a date that is said by the calendar.
fn calendar(said: &Said) -> Option<&Calendar> {
    if let Expression::Calendar(calendar) = &said.what { Some(calendar) } else { None }
}

/// The year that a calendar states.
fn year(calendar: &Calendar) -> Option<i16> {
    if let Some(Year::Full(year)) = calendar.year { Some(year) } else { None }
}

/// The year that a time states in its words, and no part of it else.
fn year_of(time: &Time) -> Option<i16> {
    year(calendar(&time.said)?)
}

/// The month and day that a calendar states.
fn day(calendar: &Calendar) -> Option<(u8, u8)> {
    if let Some(Field::Day { month: Some(month), day }) = calendar.field { Some((month, day)) } else { None }
}
