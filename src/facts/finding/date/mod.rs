//! Dates that cannot be right together, or at all.

mod age;
mod impossible;
mod order;
mod weekday;

use super::Detect;
use super::scene::Scene;
use crate::facts::Finding;
use crate::rule::Rule;
use crate::times::expression::{Calendar, Field, Year};
use crate::times::{Expression, Said, Time};

/// Dates that cannot be right.
pub(super) const RULE: Rule<Detect> = Rule {
    name: "facts/finding/date",
    about: "dates that cannot be right: \"Monday 3 June 2025\", \"31 April\", an age against a birth year",
    find,
};

fn find(scene: &Scene, findings: &mut Vec<Finding>) {
    weekday::find(scene, findings);
    impossible::find(scene, findings);
    order::find(scene, findings);
    age::find(scene, findings);
}

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
