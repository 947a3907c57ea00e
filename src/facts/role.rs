//! Who is what: the roles that the article gives people, and the places it puts within others.

use super::fact::{Argument, Fact, FactKind, Role, Salience, Standing, Subject};
use super::{Member, Relation, RelationKind, words};
use crate::link::{self, Linked};
use crate::reason::{By, Confidence, Reason};
use crate::span::Span;
use rustc_hash::FxHashSet;

/// The name of the rule, as the export gives it.
const RULE: &str = "facts/role";

/// Facts of roles and of places, each once.
pub(super) fn find(linked: &Linked, relations: &[Relation]) -> Vec<Fact> {
    let mut found: Vec<Fact> = Vec::new();
    let mut seen = FxHashSet::default();
    let mut add = |fact: Fact| {
        if seen.insert(fact.text.clone()) {
            found.push(fact);
        }
    };
    for (at, entity) in linked.entities.iter().enumerate() {
        // "Judge" says no more than "District Judge".
        let fuller = |role: &link::Role, other: &link::Role| {
            other.title.len() > role.title.len() && other.title.to_lowercase().ends_with(&role.title.to_lowercase())
        };
        for role in entity.roles.iter().filter(|role| !entity.roles.iter().any(|other| fuller(role, other))) {
            let name =
                entity.mentions.iter().filter_map(|at| linked.mentions.get(*at)).map(|mention| mention.span).next();
            let sentence = words::role(linked, at, role);
            add(fact((at, name), role.organisation, role.span, sentence));
        }
    }
    for relation in relations.iter().filter(|one| one.kind == RelationKind::LocatedIn) {
        if let Some(span) = relation.spans.first().copied() {
            add(fact((relation.from, None), Some(relation.to), span, words::located(linked, relation)));
        }
    }
    found
}

fn fact(subject: (usize, Option<Span>), held: Option<usize>, span: Span, sentence: String) -> Fact {
    let (entity, name) = subject;
    Fact {
        kind: FactKind::Role,
        subject: Subject { span: name, entity: Some(entity), is_known: true },
        predicate: None,
        arguments: vec![Argument { role: Role::Complement, span, item: held.map(Member::Entity) }],
        standing: Standing::Happening,
        negative: false,
        claim: None,
        time: None,
        figures: Vec::new(),
        salience: Salience { score: 60, reasons: vec![Reason::at("role", "the article says so", span)] },
        text: sentence,
        confidence: Confidence::Medium,
        by: By::rule(RULE),
        reasons: vec![Reason::at("role", "the words that say so", span)],
    }
}
