//! Which typed fact a predicate states: "acquired" of "was bought out by Acme".
//!
//! `data/lexicon/triggers.tsv` gives the verbs with what each must have beside it. A verb that lacks it states no typed
//! fact: "the judge fired a question" dismisses nobody.

use super::Member;
use super::fact::{Argument, Role};
use crate::entities::Kind;
use crate::figures;
use crate::lexicon;
use crate::link::Linked;
use rustc_hash::{FxHashMap, FxHashSet};
use std::sync::LazyLock;

/// A row of the table, for one verb: the type and the condition.
type Row = (&'static str, Condition);

static TRIGGERS: LazyLock<FxHashMap<&'static str, Vec<Row>>> = LazyLock::new(|| {
    let mut table: FxHashMap<&'static str, Vec<Row>> = FxHashMap::default();
    for row in lexicon::rows(include_str!("../../data/lexicon/triggers.tsv")) {
        let &[kind, condition, verbs] = row.as_slice() else { continue };
        for verb in verbs.split(' ') {
            table.entry(verb).or_default().push((kind, Condition::of(condition)));
        }
    }
    table
});

/// Nouns for people.
static PEOPLE: LazyLock<FxHashSet<&'static str>> = LazyLock::new(|| {
    let rows = lexicon::rows(include_str!("../../data/lexicon/people.tsv"));
    rows.filter_map(|row| row.get(1).copied()).flat_map(|words| words.split(' ')).collect()
});

/// What a verb must have beside it.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
enum Condition {
    Any,
    Patient,
    NoPatient,
    Person,
    Body,
    People,
    PlacePhrase,
    ToDeath,
    Amount,
    Preposition(&'static str),
}

impl Condition {
    fn of(word: &'static str) -> Condition {
        match word {
            "any" => Condition::Any,
            "patient" => Condition::Patient,
            "none" => Condition::NoPatient,
            "person" => Condition::Person,
            "body" => Condition::Body,
            "people" => Condition::People,
            "place-phrase" => Condition::PlacePhrase,
            "to-death" => Condition::ToDeath,
            "amount" => Condition::Amount,
            preposition => Condition::Preposition(preposition),
        }
    }
}

/// A predicate with its arguments.
pub(super) struct Asked<'a> {
    /// The dictionary form of the verb.
    pub lemma: &'a str,
    /// "off" of "laid off", "guilty" of "found guilty"; empty where there is none.
    pub particle: &'a str,
    /// Whether the subject is acted upon.
    pub passive: bool,
    /// What else the clause says.
    pub arguments: &'a [Argument],
    /// The items that arguments hold.
    pub linked: &'a Linked,
    /// The subject's entity and figure, and its words in small letters.
    pub subject: Patient<'a>,
    /// The words of an argument.
    pub words: &'a dyn Fn(&Argument) -> &'a str,
}

/// Who or what is acted upon.
#[derive(Clone, Copy, Debug, Default)]
pub(super) struct Patient<'a> {
    /// What it is: an entity or a figure.
    pub item: Option<Member>,
    /// Its words.
    pub words: &'a str,
}

/// The type of the fact that a predicate states.
pub(super) fn kind(asked: &Asked<'_>) -> Option<&'static str> {
    let with_particle;
    let verb = if asked.particle.is_empty() {
        asked.lemma
    } else {
        with_particle = [asked.lemma, asked.particle].join("_");
        &with_particle
    };
    let rows = TRIGGERS.get(verb)?;
    rows.iter().find(|(_, condition)| holds(asked, *condition)).map(|(kind, _)| *kind)
}

/// Whether a verb says that somebody is killed.
pub(super) fn is_killing(lemma: &str) -> bool {
    TRIGGERS.get(lemma).is_some_and(|rows| rows.iter().any(|(kind, _)| *kind == "killed"))
}

fn holds(asked: &Asked<'_>, condition: Condition) -> bool {
    let patient = patient(asked);
    let entity = patient.and_then(|patient| match patient.item {
        Some(Member::Entity(at)) => asked.linked.entities.get(at).map(|entity| entity.kind),
        _ => None,
    });
    match condition {
        Condition::Any => true,
        Condition::Patient => patient.is_some(),
        Condition::NoPatient => patient.is_none(),
        Condition::Person => entity == Some(Kind::Person),
        Condition::Body => matches!(entity, Some(Kind::Organisation | Kind::Place)),
        Condition::People => entity == Some(Kind::Person) || patient.is_some_and(|patient| is_people(asked, patient)),
        Condition::PlacePhrase => asked.arguments.iter().any(|one| one.role == Role::Place),
        Condition::ToDeath => asked.arguments.iter().any(|one| (asked.words)(one) == "to death"),
        Condition::Amount => asked.arguments.iter().any(|one| {
            let figure = matches!(one.item, Some(Member::Figure(_)));
            figure && matches!(one.role, Role::Amount | Role::Object | Role::Other)
        }),
        Condition::Preposition(word) => asked.arguments.iter().any(|one| {
            let mut words = (asked.words)(one).split(' ');
            one.role != Role::Object && words.next().is_some_and(|first| first.eq_ignore_ascii_case(word))
        }),
    }
}

fn patient<'a>(asked: &Asked<'a>) -> Option<Patient<'a>> {
    if asked.passive {
        return Some(asked.subject).filter(|subject| !subject.words.is_empty());
    }
    let object = asked.arguments.iter().find(|one| one.role == Role::Object)?;
    Some(Patient { item: object.item, words: (asked.words)(object) })
}

/// "two men", "12 people", "a suspect", "the protesters": a count of people, or a noun for them.
fn is_people(asked: &Asked<'_>, patient: Patient<'_>) -> bool {
    let counted = match patient.item {
        Some(Member::Figure(at)) => {
            asked.linked.figures.get(at).is_some_and(|figure| figure.kind == figures::Kind::Count)
        }
        _ => false,
    };
    let last = patient.words.split([' ', ',']).take_while(|word| !matches!(*word, "of" | "in" | "who" | "from" | "at"));
    counted || last.last().is_some_and(|word| PEOPLE.contains(word.to_lowercase().as_str()))
}
