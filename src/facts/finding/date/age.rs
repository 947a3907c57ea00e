//! An age that does not fit the year of birth: "Danilo Pires, 28, who was born in 1985" in 2025; "born in 1936, she died
//! in 2001 aged 50".

use super::year_of;
use crate::facts::finding::scene::Scene;
use crate::facts::finding::{EACH, finding};
use crate::facts::{Finding, FindingCode, Member};
use crate::figures::Kind;
use crate::times::Time;
use crate::{facts::finding::value, link::ReferenceBasis};

/// Ages in a sentence that gives the year of birth of the same person, and of nobody else.
pub(super) fn find(scene: &Scene, findings: &mut Vec<Finding>) {
    let before = findings.len();
    for group in scene.figures_by_sentence() {
        let mut ages = group.filter(|at| scene.figure(*at).kind == Kind::Age);
        if let (Some(age), None) = (ages.next(), ages.next()) {
            findings.extend(misfit(scene, age));
        }
        findings.truncate(before + EACH);
    }
}

fn misfit(scene: &Scene, at: usize) -> Option<Finding> {
    let figure = scene.figure(at);
    let age = i16::try_from(value::exact(figure)?.to_i64()?).ok()?;
    let sentence = scene.sentence(figure.span);
    let times = &scene.linked.times;
    let first = times.partition_point(|time| scene.sentence(time.span) < sentence);
    let end = times.partition_point(|time| scene.sentence(time.span) <= sentence);
    let happened = |verbs: &[&str]| {
        let mut fitting = (first..end).filter(|at| dates(scene, &times[*at], verbs) && year_of(&times[*at]).is_some());
        fitting.next().filter(|_| fitting.next().is_none())
    };
    let birth = happened(&["bear"])?;
    let death = happened(&["die"]);
    let born = year_of(&times[birth])?;
    let then = match death {
        Some(death) => year_of(&times[death])?,
        None => scene.linked.reference.date.filter(|_| scene.linked.reference.basis != ReferenceBasis::None)?.year(),
    };
    let years = then.checked_sub(born)?;
    // A birthday lies between two ages, and an article may be read a while after it was written.
    let slack = if death.is_some() { 1 } else { 2 };
    if (years - slack..=years + 1).contains(&age) {
        return None;
    }
    let words = scene.words(figure.span);
    let text = format!(
        "An age that does not fit the year of birth. Who was born in {born} was {years} in {then}, and the article says {words}."
    );
    let mut members = vec![Member::Figure(at), Member::Time(birth)];
    members.extend(death.map(Member::Time));
    let mut found = finding(FindingCode::DateConflict, members, text);
    found.computation = Some(format!("{then} − {born} = {years}, not {words}"));
    Some(found)
}

/// Whether a time dates one of these verbs.
fn dates(scene: &Scene, time: &Time, verbs: &[&str]) -> bool {
    let Some(event) = time.event else { return false };
    scene.text.tokens_in(event).any(|at| verbs.contains(&&*scene.base(at)))
}
