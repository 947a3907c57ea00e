//! Two events of one thing in the wrong order: "opened in 2012 … closed in 2009", "born in 1990 and married in 1985".

use super::{calendar, day, year};
use crate::facts::finding::scene::Scene;
use crate::facts::finding::{EACH, finding, words};
use crate::facts::{Fact, Finding, FindingCode, Member};
use rustc_hash::FxHashMap;

/// How many events of one subject are held against a new one.
const MEMORY: usize = 8;

/// An event with the year, or the month and day, that the article gives it.
struct Event<'t> {
    verb: &'t str,
    when: When,
    time: usize,
}

#[derive(Clone, Copy, PartialEq, PartialOrd)]
enum When {
    Year(i16),
    Day(Option<i16>, u8, u8),
}

impl When {
    /// Whether it is after another; not told of a year and a day, nor of days in different years that are not said.
    fn is_after(self, other: When) -> bool {
        let alike = match (self, other) {
            (When::Year(_), When::Year(_)) => true,
            (When::Day(one, month, _), When::Day(other, next, _)) => one == other && (one.is_some() || month == next),
            _ => false,
        };
        alike && self > other
    }
}

/// Pairs of events of one subject whose years are the wrong way round.
pub(super) fn find(scene: &Scene, findings: &mut Vec<Finding>) {
    let mut seen: FxHashMap<String, Vec<Event>> = FxHashMap::default();
    let mut count = 0;
    for fact in scene.statements.iter().filter(|fact| !fact.negative) {
        let Some((subject, event)) = read(scene, fact) else { continue };
        let known = seen.entry(subject).or_default();
        for other in known.iter().rev().take(MEMORY) {
            // The later one should have come first.
            let (first, last) = if other.when.is_after(event.when) { (other, &event) } else { (&event, other) };
            if first.when.is_after(last.when) && words::is_pair("before", first.verb, last.verb) && count < EACH {
                count += 1;
                findings.push(report(scene, first, last));
            }
        }
        known.push(event);
    }
}

fn read<'t>(scene: &Scene<'t>, fact: &'t Fact) -> Option<(String, Event<'t>)> {
    let time = fact.time?;
    let said = calendar(&scene.linked.times.get(time)?.said)?;
    let when = match (day(said), year(said)) {
        (Some((month, day)), year) => When::Day(year, month, day),
        (None, Some(year)) if said.field.is_none() => When::Year(year),
        _ => return None,
    };
    let verb = fact.predicate.as_ref()?.lemma.as_str();
    let subject = match (fact.subject.entity, fact.subject.span) {
        (Some(entity), _) => format!("#{entity}"),
        (None, Some(span)) => scene.words(span).to_lowercase(),
        (None, None) => return None,
    };
    Some((subject, Event { verb, when, time }))
}

fn report(scene: &Scene, first: &Event, last: &Event) -> Finding {
    let event = |event: &Event| {
        let span = scene.linked.times[event.time].event;
        span.map_or_else(|| event.verb.to_owned(), |span| scene.words(span))
    };
    let date = |event: &Event| scene.words(scene.linked.times[event.time].span);
    let text = format!(
        "Two dates in the wrong order. “{}” ({}) comes after “{}” ({}).",
        event(first),
        date(first),
        event(last),
        date(last)
    );
    let mut members = vec![Member::Time(first.time), Member::Time(last.time)];
    members.sort_by_key(|member| if let Member::Time(at) = member { *at } else { 0 });
    finding(FindingCode::DateConflict, members, text)
}
