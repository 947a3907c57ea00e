//! Two events of one thing in the wrong order: "opened in 2012 … closed in 2009", "born in 1990 and married in 1985".

use super::year_of;
use crate::facts::finding::scene::Scene;
use crate::facts::finding::{EACH, finding, words};
use crate::facts::{Fact, Finding, FindingCode, Member};
use rustc_hash::FxHashMap;

const RULE: &str = "facts/order-of-dates";

/// How many events of one subject are held against a new one.
const MEMORY: usize = 8;

/// An event with the year that the article gives it.
struct Event<'t> {
    verb: &'t str,
    year: i16,
    time: usize,
}

/// Pairs of events of one subject whose years are the wrong way round.
pub(in crate::facts::finding) fn find(scene: &Scene, findings: &mut Vec<Finding>) {
    let mut seen: FxHashMap<String, Vec<Event>> = FxHashMap::default();
    let mut count = 0;
    for fact in scene.statements.iter().filter(|fact| !fact.negative) {
        let Some((subject, event)) = read(scene, fact) else { continue };
        let known = seen.entry(subject).or_default();
        for other in known.iter().rev().take(MEMORY) {
            let (first, last) = if event.year < other.year { (other, &event) } else { (&event, other) };
            // The later one should have come first.
            if first.year > last.year && words::is_pair("before", first.verb, last.verb) && count < EACH {
                count += 1;
                findings.push(report(scene, first, last));
            }
        }
        known.push(event);
    }
}

fn read<'t>(scene: &Scene<'t>, fact: &'t Fact) -> Option<(String, Event<'t>)> {
    let time = fact.time?;
    let year = year_of(scene.linked.times.get(time)?)?;
    let verb = fact.predicate.as_ref()?.lemma.as_str();
    let subject = match (fact.subject.entity, fact.subject.span) {
        (Some(entity), _) => format!("#{entity}"),
        (None, Some(span)) => scene.words(span).to_lowercase(),
        (None, None) => return None,
    };
    Some((subject, Event { verb, year, time }))
}

fn report(scene: &Scene, first: &Event, last: &Event) -> Finding {
    let event = |event: &Event| {
        let span = scene.linked.times[event.time].event;
        span.map_or_else(|| event.verb.to_owned(), |span| scene.words(span))
    };
    let text = format!(
        "Two dates in the wrong order. “{}” in {} comes after “{}” in {}.",
        event(first),
        first.year,
        event(last),
        last.year
    );
    let mut members = vec![Member::Time(first.time), Member::Time(last.time)];
    members.sort_by_key(|member| if let Member::Time(at) = member { *at } else { 0 });
    finding(FindingCode::DateConflict, RULE, members, text)
}
