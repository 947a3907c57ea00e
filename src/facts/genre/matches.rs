//! A match: the two sides, the score, who scored, where.

use super::{Make, Story, is_actual, kind, lemma};
use crate::entities::Kind;
use crate::facts::card::{Card, CardKind, Cell};
use crate::facts::fact::{Fact, Role};
use crate::facts::{Member, class};
use crate::figures;
use crate::rule::Rule;
use crate::span::Span;
use rustc_hash::FxHashSet;

/// Two sides and a score between them.
pub(super) const RULE: Rule<Make> = Rule {
    name: "facts/genre/match",
    about: "a match: two sides, the score, scorers, venue: \"Leeds beat Hull 3-1\"",
    find,
};

/// How many scorers are listed.
const SCORERS: usize = 8;

/// A score with its sides, and the statement that says so.
struct Result {
    score: Cell,
    sides: [usize; 2],
    /// An index into the list of facts; none where the sides only stand around the score.
    fact: Option<usize>,
}

fn find(story: &Story<'_>) -> Option<Card> {
    let result = told(story).or_else(|| around(story))?;
    let fact = result.fact.map(|at| &story.facts.list[at]);
    let names = result.sides.map(|side| story.scene.linked.entities[side].name.as_str());
    let line = match result.fact {
        Some(at) => vec![story.told(at, "")],
        None => Vec::new(),
    };
    let slots = [
        ("Result", line),
        ("Sides", result.sides.map(|side| story.name(side)).into()),
        ("Score", vec![result.score]),
        ("Scorers", scorers(story)),
        ("Venue", fact.and_then(|fact| venue(story, fact)).into_iter().collect()),
        ("When", fact.and_then(|fact| fact.time).map(|at| story.time(at)).into_iter().collect()),
    ];
    Some(Card::of_slots(CardKind::Match, None, [names[0], " and ", names[1]].concat(), slots, RULE.name))
}

/// "Leeds beat Hull 3-1": the first statement that tells who won, with the score in it.
fn told(story: &Story<'_>) -> Option<Result> {
    let outcome =
        |fact: &Fact| matches!(kind(fact), "beat" | "lost" | "drew" | "won") || class::is("outcome", lemma(fact));
    story.statements().filter(|(_, fact)| outcome(fact) && is_actual(fact)).find_map(|(at, fact)| {
        let score = fact.figures.iter().copied().find(|at| story.figure(*at).kind == figures::Kind::Score)?;
        let other = fact.arguments.iter().find_map(|one| side_in(story, fact, one.role, one.item, one.span))?;
        let sides = [fact.subject.entity.filter(|at| is_side(story, *at))?, other];
        (sides[0] != sides[1]).then(|| Result { score: story.value(score), sides, fact: Some(at) })
    })
}

/// The side that an argument names: "beat *Hull*", "lost *to Hull*", "drew *with Hull*".
fn side_in(story: &Story<'_>, fact: &Fact, role: Role, item: Option<Member>, span: Span) -> Option<usize> {
    let scene = story.scene;
    let tokens = scene.text.tokens_in(span);
    let joined = matches!(scene.norm(tokens.start), "to" | "with" | "against" | "over" | "by");
    let passive = fact.predicate.as_ref().is_some_and(|predicate| predicate.passive);
    let fits = role == Role::Object || joined || role == Role::Agent && passive;
    let named = || match item {
        Some(Member::Entity(at)) => Some(at),
        _ => tokens.clone().find_map(|at| scene.linked.mentions[scene.name_at(at)?].entity),
    };
    named().filter(|at| fits && is_side(story, *at))
}

/// "Bath 24-16 Newcastle": the first two numbers of the lead with a name on either side.
fn around(story: &Story<'_>) -> Option<Result> {
    let scene = story.scene;
    let is_number =
        |at: usize| (1..4).contains(&scene.norm(at).len()) && scene.norm(at).bytes().all(|c| c.is_ascii_digit());
    let side = |at: usize| scene.linked.mentions[scene.name_at(at)?].entity.filter(|at| is_side(story, *at));
    let tokens = story.lead.iter().flat_map(|span| scene.text.tokens_in(*span));
    tokens.filter(|at| *at > 0 && at + 3 < scene.text.tokens.len()).find_map(|at| {
        let dash = matches!(scene.norm(at + 1), "-" | "–");
        let sides = [side(at - 1)?, side(at + 3)?];
        let fits = dash && is_number(at) && is_number(at + 2) && sides[0] != sides[1];
        let score = story.part(scene.text.cover(at..at + 3), None);
        fits.then_some(Result { score, sides, fact: None })
    })
}

/// A team, a country or a player.
fn is_side(story: &Story<'_>, entity: usize) -> bool {
    let kind = story.scene.linked.entities[entity].kind;
    matches!(kind, Kind::Organisation | Kind::Place | Kind::Person | Kind::Group)
}

/// Who is said to have scored, each once.
fn scorers(story: &Story<'_>) -> Vec<Cell> {
    let linked = story.scene.linked;
    let scored = |fact: &Fact| kind(fact) == "scored" || class::is("scoring", lemma(fact));
    let mut seen = FxHashSet::default();
    let facts = story.statements().filter(|(_, fact)| scored(fact) && is_actual(fact));
    let cells = facts.filter_map(|(at, fact)| {
        let person = fact.subject.entity.filter(|at| linked.entities[*at].kind == Kind::Person)?;
        let mut cell = story.told(at, "");
        cell.text.clone_from(&linked.entities[person].name);
        seen.insert(person).then_some(cell)
    });
    cells.take(SCORERS).collect()
}

/// "at the Riverside": the place in the statement of the result.
fn venue(story: &Story<'_>, fact: &Fact) -> Option<Cell> {
    let at_place = |span: Span| {
        let first = story.scene.norm(story.scene.text.token_at(span.start));
        matches!(first, "at" | "in") && story.scene.has_name(span)
    };
    let place =
        fact.arguments.iter().find(|one| matches!(one.role, Role::Place | Role::Other) && at_place(one.span))?;
    Some(story.part(place.span, place.item))
}
