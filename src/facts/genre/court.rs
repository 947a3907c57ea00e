//! A case in court: the defendant, the charge, the plea, the verdict, the sentence, the court, what comes next.

use super::{Make, Story, is_actual, kind, lemma};
use crate::entities::Kind;
use crate::facts::card::{Card, CardKind, Cell, Of};
use crate::facts::fact::{Fact, Role, Standing};
use crate::facts::{Member, class};
use crate::reason::Confidence;
use crate::rule::Rule;
use rustc_hash::{FxHashMap, FxHashSet};
use std::cmp::Reverse;

/// A named defendant, and what happened to them.
pub(super) const RULE: Rule<Make> = Rule {
    name: "facts/genre/court",
    about: "a case in court: defendant, charge, plea, verdict, sentence, court, next date",
    find,
};

/// The types of fact that make somebody a defendant.
const STEPS: [&str; 6] = ["charged", "pleaded", "convicted", "acquitted", "sentenced", "fined"];

fn find(story: &Story<'_>) -> Option<Card> {
    let defendant = defendant(story)?;
    let name = story.scene.linked.entities[defendant].name.as_str();
    let steps = |wanted: &str| -> Vec<Cell> {
        let of = story.statements().filter(|(_, fact)| kind(fact) == wanted && is_actual(fact));
        let mut cells =
            of.filter(|(_, fact)| of_whom(story, fact) == Some(defendant)).map(|(at, _)| story.told(at, name));
        cells.next().into_iter().collect()
    };
    let verdict = steps("convicted").into_iter().chain(steps("acquitted")).collect();
    let sentence = steps("sentenced").into_iter().chain(steps("fined")).collect();
    let slots = [
        ("Defendant", vec![who(story, defendant)]),
        ("Charge", steps("charged")),
        ("Plea", steps("pleaded")),
        ("Verdict", verdict),
        ("Sentence", sentence),
        ("Court", court(story).into_iter().collect()),
        ("Judge", judge(story).into_iter().collect()),
        ("Next", next(story).into_iter().collect()),
    ];
    Some(Card::of_slots(CardKind::Court, Some(defendant), name.to_owned(), slots, RULE.name))
}

/// The person whom most steps of the case befall: by name, and in two steps, or in one where the tree is sure of it and
/// the lead names the person. Whoever was killed is none.
fn defendant(story: &Story<'_>) -> Option<usize> {
    let mut steps: FxHashMap<usize, Steps> = FxHashMap::default();
    for (at, fact) in story.statements().filter(|(_, fact)| STEPS.contains(&kind(fact)) && is_actual(fact)) {
        let Some(person) = of_whom(story, fact) else { continue };
        let steps = steps.entry(person).or_insert(Steps { first: at, ..Steps::default() });
        if !steps.kinds.contains(&kind(fact)) {
            steps.kinds.push(kind(fact));
        }
        let name = named(story, fact, person);
        steps.named |= name;
        steps.sure |= name && fact.confidence == Confidence::High && story.is_in_lead(person);
    }
    let dies = |fact: &Fact| {
        kind(fact) == "died" || kind(fact) == "killed" && fact.predicate.as_ref().is_some_and(|one| one.passive)
    };
    let dead = story.statements().filter(|(_, fact)| dies(fact)).filter_map(|(_, fact)| fact.subject.entity);
    let victims: FxHashSet<usize> = dead.collect();
    let fits = |person: &usize, steps: &Steps| {
        (steps.kinds.len() > 1 && steps.named || steps.sure) && !victims.contains(person)
    };
    let defendants = steps.into_iter().filter(|(person, steps)| fits(person, steps));
    defendants.min_by_key(|(_, steps)| (Reverse(steps.kinds.len()), steps.first)).map(|(person, _)| person)
}

/// What befell a person in the case.
#[derive(Default)]
struct Steps {
    /// Where the first of them stands in the list of facts.
    first: usize,
    /// The types of fact.
    kinds: Vec<&'static str>,
    /// Whether a step names the person, and no pronoun does.
    named: bool,
    /// Whether one is sure by itself.
    sure: bool,
}

/// Whether a step gives the person's name.
fn named(story: &Story<'_>, fact: &Fact, person: usize) -> bool {
    let spans = fact.subject.span.into_iter().chain(fact.arguments.iter().map(|one| one.span));
    let mut tokens = spans.flat_map(|span| story.scene.text.tokens_in(span));
    tokens.any(|at| {
        let mention = story.scene.name_at(at);
        mention.is_some_and(|at| story.scene.linked.mentions[at].entity == Some(person))
    })
}

/// Whom a step of the case befalls: who is charged, who pleads.
fn of_whom(story: &Story<'_>, fact: &Fact) -> Option<usize> {
    let passive = fact.predicate.as_ref().is_some_and(|predicate| predicate.passive);
    let object = || {
        let object = fact.arguments.iter().find(|one| one.role == Role::Object)?;
        match object.item {
            Some(Member::Entity(at)) => Some(at),
            _ => None,
        }
    };
    let whom = if passive || kind(fact) == "pleaded" { fact.subject.entity } else { object() };
    whom.filter(|at| story.scene.linked.entities[*at].kind == Kind::Person)
}

/// The name, with the age where it is told.
fn who(story: &Story<'_>, defendant: usize) -> Cell {
    let is_age = |fact: &&Fact| kind(fact) == "age" && fact.subject.entity == Some(defendant);
    let age = story.facts.list.iter().find(is_age).and_then(|fact| fact.arguments.first());
    let mut cell = story.name(defendant);
    if let Some(age) = age {
        cell.text = [&cell.text, ", ", &story.part(age.span, None).text].concat();
        cell.spans.push(age.span);
    }
    cell
}

/// The first court that is named.
fn court(story: &Story<'_>) -> Option<Cell> {
    let linked = story.scene.linked;
    let is_court = |name: &str| name.to_lowercase().split(' ').any(|word| class::is("court", word));
    let at = linked.entities.iter().position(|entity| entity.kind != Kind::Person && is_court(&entity.name))?;
    Some(story.name(at))
}

/// The first person with a judge's title.
fn judge(story: &Story<'_>) -> Option<Cell> {
    let linked = story.scene.linked;
    let judges = |title: &str| title.to_lowercase().split(' ').any(|word| class::is("judge", word));
    let is_judge = |at: &usize| linked.entities[*at].roles.iter().any(|role| judges(&role.title));
    (0..linked.entities.len()).find(is_judge).map(|at| story.name(at))
}

/// What is planned next in the case: "is due to appear on 3 March", "sentencing is set for Friday".
fn next(story: &Story<'_>) -> Option<Cell> {
    let planned = |fact: &Fact| matches!(fact.standing, Standing::Planned | Standing::Predicted) && fact.time.is_some();
    let subject = |fact: &Fact| fact.subject.span.map_or("", |span| story.scene.text.slice(span)).to_lowercase();
    let of_case = |fact: &Fact| {
        class::is("hearing", lemma(fact)) || subject(fact).split(' ').any(|word| class::is("hearing", word))
    };
    let (at, _) = story.statements().find(|(_, fact)| planned(fact) && of_case(fact))?;
    Some(Cell { of: Some(Of::Fact(at)), ..story.told(at, "") })
}
