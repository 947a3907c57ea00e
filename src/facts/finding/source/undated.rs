//! An article of days without a date: it says "Tuesday", and nothing tells which.

use crate::facts::finding::finding;
use crate::facts::finding::scene::Scene;
use crate::facts::{Finding, FindingCode, Member};
use crate::link::ReferenceBasis;
use crate::times::{Expression, is_calendar};

/// How many days must be told by their place beside an unknown one.
const LEAST: usize = 2;

/// The first of several days that only the date of the article would tell.
pub(super) fn find(scene: &Scene, findings: &mut Vec<Finding>) {
    if scene.linked.reference.basis != ReferenceBasis::None {
        return;
    }
    if is_dated(scene) {
        return;
    }
    let mut open = scene.linked.times.iter().enumerate().filter(|(_, time)| {
        let relative = match &time.said.what {
            Expression::Calendar(calendar) => {
                calendar.weekday.is_some() && calendar.field.is_none() && calendar.year.is_none()
            }
            _ => false,
        };
        relative && time.meaning.interval.is_none()
    });
    let Some((first, time)) = open.next() else { return };
    if open.count() + 1 >= LEAST {
        let words = scene.words(time.span);
        let text = format!("No date. The article says “{words}”, and no date in it tells which day that is.");
        findings.push(finding(FindingCode::MissingDate, vec![Member::Time(first)], text));
    }
}

/// Whether a full date stands anywhere on the page, its furniture included.
fn is_dated(scene: &Scene) -> bool {
    let year = |norm: &str| norm.len() == 4 && norm.parse::<u16>().is_ok_and(|year| (1900..2100).contains(&year));
    let count = scene.text.tokens.len();
    let mut years = (0..count).filter(|at| year(scene.norm(*at)));
    years.any(|at| (at.saturating_sub(3)..at).any(|before| is_calendar(scene.norm(before).trim_end_matches('.'))))
}
