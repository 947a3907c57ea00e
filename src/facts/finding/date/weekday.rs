//! A weekday beside a date that it does not fall on: "Tuesday, June 11, 2025", which was a Wednesday.

use crate::facts::finding::scene::Scene;
use crate::facts::finding::{EACH, finding};
use crate::facts::{Finding, FindingCode, Member};
use crate::times::{Basis, Expression, Grain, Time};
use jiff::civil::{Date, Weekday};

/// Dates whose weekday is another one than that said beside them. Without a year in the words the date must have been
/// worked out from the day of the article.
pub(super) fn find(scene: &Scene, findings: &mut Vec<Finding>) {
    let mut count = 0;
    for (at, time) in scene.linked.times.iter().enumerate() {
        let Some(date) = date(time).filter(|_| count < EACH) else { continue };
        let Some(said) = weekday(time).filter(|said| *said != date.weekday()) else { continue };
        count += 1;
        let words = scene.words(time.span);
        let sentence = format!(
            "A weekday that does not fit its date. “{words}”: that day is a {}, not a {}.",
            name(date.weekday()),
            name(said)
        );
        findings.push(finding(FindingCode::DateConflict, vec![Member::Time(at)], sentence));
    }
}

/// The day that a time of day and month means, if its year is sure.
fn date(time: &Time) -> Option<Date> {
    let meaning = &time.meaning;
    let day = [Grain::Month, Grain::Day].iter().all(|grain| meaning.known.contains(grain));
    let year = meaning.known.contains(&Grain::Year) || meaning.basis == Some(Basis::Reference);
    let from = meaning.interval.as_ref()?.from.as_deref().filter(|_| day && year)?;
    let mut fields = from.get(..10)?.split('-');
    Date::new(fields.next()?.parse().ok()?, fields.next()?.parse().ok()?, fields.next()?.parse().ok()?).ok()
}

/// The weekday that is said beside a date.
fn weekday(time: &Time) -> Option<Weekday> {
    let Expression::Calendar(calendar) = &time.said.what else { return None };
    Weekday::from_monday_one_offset(i8::try_from(calendar.weekday?).ok()?).ok()
}

const fn name(day: Weekday) -> &'static str {
    match day {
        Weekday::Monday => "Monday",
        Weekday::Tuesday => "Tuesday",
        Weekday::Wednesday => "Wednesday",
        Weekday::Thursday => "Thursday",
        Weekday::Friday => "Friday",
        Weekday::Saturday => "Saturday",
        Weekday::Sunday => "Sunday",
    }
}
