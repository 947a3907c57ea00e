//! An article of days without a date: it says "Tuesday", and nothing tells which.

use crate::facts::finding::finding;
use crate::facts::finding::scene::Scene;
use crate::facts::{Finding, FindingCode, Member};
use crate::link::ReferenceBasis;
use crate::times::Expression;

/// How many days must be told by their place beside an unknown one.
const LEAST: usize = 2;

/// The first of several days that only the date of the article would tell.
pub(in crate::facts::finding) fn find(scene: &Scene, findings: &mut Vec<Finding>) {
    if scene.linked.reference.basis != ReferenceBasis::None {
        return;
    }
    let mut open = scene.linked.times.iter().enumerate().filter(|(_, time)| {
        let relative = match &time.said.what {
            Expression::Calendar(calendar) => {
                calendar.weekday.is_some() && calendar.field.is_none() && calendar.year.is_none()
            }
            Expression::Shift(_) => true,
            _ => false,
        };
        relative && time.meaning.interval.is_none()
    });
    let Some((first, time)) = open.next() else { return };
    if open.count() + 1 >= LEAST {
        let words = scene.words(time.span);
        let text = format!("No date. The article says “{words}”, and no date in it tells which day that is.");
        findings.push(finding(FindingCode::MissingDate, "facts/missing-date", vec![Member::Time(first)], text));
    }
}
