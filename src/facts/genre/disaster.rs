//! A disaster: the dead, the injured, the missing, where, as of when.

use super::{Make, Story, is_actual, kind};
use crate::entities::Kind;
use crate::facts::card::{Card, CardKind, Cell};
use crate::facts::class;
use crate::facts::fact::Fact;
use crate::figures;
use crate::rule::Rule;

/// A word for a disaster in the lead, and people who were counted.
pub(super) const RULE: Rule<Make> = Rule {
    name: "facts/genre/disaster",
    about: "a disaster: dead, injured, missing, displaced, where, as of when: \"12 people died in the flood\"",
    find,
};

/// How many words behind a number may tell what befell people.
const NEAR: usize = 4;

/// What befalls people: the slot, its class of words, the types of fact that tell it.
const FATES: [(&str, &str, &[&str]); 4] = [
    ("Dead", "dead", &["killed", "died"]),
    ("Injured", "injured", &["injured"]),
    ("Missing", "missing", &["missing"]),
    ("Displaced", "displaced", &["displaced"]),
];

fn find(story: &Story<'_>) -> Option<Card> {
    let event = story.lead_word("disaster")?;
    let counts = FATES.map(|(label, class, kinds)| (label, count(story, class, kinds)));
    let first = counts.iter().take(3).find_map(|(_, figure)| *figure)?;
    let as_of = story.figure(first).as_of.map(|at| story.time(at));
    let event = story.scene.span(event);
    let slots = [("Event", vec![story.part(event, None)])].into_iter();
    let slots =
        slots.chain(counts.map(|(label, figure)| (label, figure.map(|at| story.value(at)).into_iter().collect())));
    let place = ("Where", place(story).into_iter().collect());
    let slots = slots.chain([place, ("As of", as_of.into_iter().collect())]);
    Some(Card::of_slots(CardKind::Disaster, None, "Disaster".to_owned(), slots, RULE.name))
}

/// The number of people whom something befell: the toll where one is told, else the first number.
fn count(story: &Story<'_>, class: &str, kinds: &[&str]) -> Option<usize> {
    let figures = 0..story.scene.linked.figures.len();
    let toll = figures.clone().rev().find(|at| class == "dead" && is_toll(story, *at));
    let beside = || figures.clone().find(|at| is_people(story, *at) && is_beside(story, *at, class));
    let told = || {
        let facts = story.statements().filter(|(_, fact)| kinds.contains(&kind(fact)) && is_actual(fact));
        facts.flat_map(|(_, fact)| of_people(story, fact)).next()
    };
    toll.or_else(|| [told(), beside()].into_iter().flatten().min())
}

/// "the death toll rose *to 14*", and not the number that it rose from.
fn is_toll(story: &Story<'_>, at: usize) -> bool {
    let figure = story.figure(at);
    let toll = figure.measures.as_ref().is_some_and(|measures| measures.what.to_lowercase().ends_with("death toll"));
    let start = story.scene.text.token_at(figure.span.start);
    let from = start.checked_sub(1).is_some_and(|before| story.scene.norm(before) == "from");
    toll && !story.bases.contains(&at) && !from && !matches!(figure.kind, figures::Kind::Percent | figures::Kind::Ratio)
}

/// The counts of people in a statement.
fn of_people<'a>(story: &'a Story<'_>, fact: &'a Fact) -> impl Iterator<Item = usize> + 'a {
    fact.figures.iter().copied().filter(|at| is_people(story, *at))
}

/// A count of people: by its noun, or with none.
fn is_people(story: &Story<'_>, at: usize) -> bool {
    let figure = story.figure(at);
    let noun = story.scene.norm(story.scene.text.tokens_in(figure.span).end.saturating_sub(1));
    let plain = figure.by.rule == "figures/casualty" || figure.unit_name.as_deref() == Some("person");
    matches!(figure.kind, figures::Kind::Count | figures::Kind::Cardinal) && (plain || class::is("person", noun))
}

/// "30 *injured*", "two people are *missing*".
fn is_beside(story: &Story<'_>, at: usize, kind: &str) -> bool {
    let scene = story.scene;
    let end = scene.text.tokens_in(story.figure(at).span).end;
    let stop = |at: &usize| matches!(scene.norm(*at), "," | "." | ";" | "and" | "but" | ":");
    let end_of_text = scene.text.tokens.len();
    (end..end_of_text.min(end + NEAR)).take_while(|at| !stop(at)).any(|at| class::is(kind, scene.norm(at)))
}

/// The first place of the lead.
fn place(story: &Story<'_>) -> Option<Cell> {
    let linked = story.scene.linked;
    let of = |mention: usize| linked.mentions[mention].entity.filter(|at| linked.entities[*at].kind == Kind::Place);
    let tokens = story.lead.iter().flat_map(|span| story.scene.text.tokens_in(*span));
    let mut places = tokens.filter_map(|at| of(story.scene.name_at(at)?));
    places.next().map(|at| story.name(at))
}
