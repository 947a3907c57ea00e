//! Relations that clauses state: a typed statement whose subject and object are both entities.

use crate::entities::Kind;
use crate::facts::fact::{Argument, Fact, Predicate, Role, Standing};
use crate::facts::scene::Scene;
use crate::facts::{Member, Relation, statement};
use crate::reason::{By, Reason};
use crate::tag::Pos;

/// The relations of the statements that hold: nothing planned, possible or denied.
pub(super) fn find<'s>(scene: &'s Scene<'_>, statements: &'s [Fact]) -> impl Iterator<Item = Relation> + 's {
    let holds = |fact: &&Fact| !fact.negative && matches!(fact.standing, Standing::Happened | Standing::Happening);
    statements.iter().filter(holds).flat_map(|fact| of_statement(scene, fact))
}

fn of_statement(scene: &Scene<'_>, fact: &Fact) -> Vec<Relation> {
    let Some((predicate, kind)) = fact.predicate.as_ref().and_then(|one| Some((one, one.kind?))) else {
        return Vec::new();
    };
    let (Some(subject), Some(own)) = (fact.subject.entity, fact.subject.span) else { return Vec::new() };
    let Some((argument, other)) = other(scene, fact, predicate, kind) else { return Vec::new() };
    let (from, to) = if argument.role == Role::Agent { (other, subject) } else { (subject, other) };
    let kinds = [Some(kind), (kind == "leads" && is_body(scene, to)).then_some("affiliated-with")];
    let relation = |kind| Relation {
        kind,
        from,
        to,
        cue: predicate.spans.last().copied(),
        spans: vec![own, argument.span],
        claim: fact.claim,
        confidence: fact.confidence,
        by: By::rule(statement::RULE.name),
        reasons: vec![Reason::at(kind, "a clause says it", own.cover(argument.span))],
    };
    kinds.into_iter().flatten().map(relation).collect()
}

fn is_body(scene: &Scene<'_>, entity: usize) -> bool {
    scene.linked.entities[entity].kind == Kind::Organisation
}

/// The argument that names the other party, and who that is.
fn other<'f>(scene: &Scene<'_>, fact: &'f Fact, predicate: &Predicate, kind: &str) -> Option<(&'f Argument, usize)> {
    let wanted = |role: Role| match kind {
        "based-in" | "born-in" | "lives-in" | "located-in" | "happened-at" => role == Role::Place,
        "works-for" | "member-of" | "met" | "spoke-with" | "agreed" | "invested-in" => {
            !matches!(role, Role::Place | Role::Time | Role::Agent)
        }
        _ if predicate.passive => role == Role::Agent,
        _ => role == Role::Object,
    };
    // "in *Leeds* with her husband": the name that the phrase begins with.
    let entity = |one: &Argument| match one.item {
        Some(Member::Entity(at)) => Some(at),
        _ => {
            let tokens = scene.text.tokens_in(one.span);
            let head = tokens.clone().find(|at| !matches!(scene.pos(*at), Pos::Adp | Pos::Det | Pos::Adj))?;
            let name = scene.name_at(head)?;
            // "the *Norland* delegation": what a name only describes is another thing.
            let top = scene.parsed.top(tokens.start.max(head)..tokens.end)?;
            (scene.name_at(top) == Some(name)).then_some(scene.linked.mentions[name].entity).flatten()
        }
    };
    fact.arguments.iter().filter(|one| wanted(one.role)).find_map(|one| Some((one, entity(one)?)))
}
