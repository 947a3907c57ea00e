//! Statements: who did what to whom, one for each clause that asserts something.
//!
//! A statement is an open tuple in the sense of open information extraction (Bhardwaj, Aggarwal and Mausam 2019): a
//! subject, a predicate and arguments, each of them words of the article. On top it says how it stands (happened,
//! planned, possible …), who says it, and how much it matters.

mod argument;
mod extent;
mod predicate;
mod readable;
mod repeat;
mod salience;
mod standing;
mod subject;

use super::fact::{Fact, FactKind, Salience, Subject};
use super::scene::Scene;
use super::{Member, words};
use crate::link::Linked;
use crate::reason::{By, Confidence, Reason};
use crate::rule::RuleInfo;
use crate::syntax::Clause;
use crate::syntax::clause::Kind;
use crate::text::Text;

/// The rule, as it is listed.
pub(super) const RULE: RuleInfo = RuleInfo {
    name: "facts/statement",
    about: "who did what to whom, for each clause that asserts something: \"Ann Lee resigned\"",
};

/// The statements of the included sentences, in the order of their predicates.
pub(super) fn find(scene: &Scene<'_>) -> Vec<Fact> {
    let mut statements = Vec::new();
    for clause in scene.parsed.clauses() {
        if scene.is_read(clause.head as usize) {
            statements.extend(of_clause(scene, clause));
        }
    }
    salience::score(scene, &mut statements);
    repeat::hide(scene, &mut statements);
    repeat::fill(&mut statements);
    word(scene.text, scene.linked, &mut statements);
    statements
}

/// Words each statement; those of one clause that differ in the subject alone share a sentence that names them all.
fn word(text: &Text, linked: &Linked, statements: &mut [Fact]) {
    let spans = |fact: &Fact| fact.predicate.as_ref().and_then(|predicate| predicate.spans.last().copied());
    for group in statements.chunk_by_mut(|one, next| spans(one) == spans(next)) {
        let names: Vec<String> = group.iter().map(|fact| words::subject(text, linked, fact)).collect();
        let sentence = words::sentence(text, linked, &group[0], &words::list(&names));
        group.iter_mut().for_each(|fact| fact.text.clone_from(&sentence));
    }
}

/// The statements of one clause: one for each of its coordinated subjects ("Lutnick and Greer lead …" is two).
fn of_clause(scene: &Scene<'_>, clause: &Clause) -> Vec<Fact> {
    let Some(predicate) = predicate::read(scene, clause) else { return Vec::new() };
    let subjects = subject::read(scene, clause);
    let arguments = argument::read(scene, clause, &predicate);
    let span = scene.span(predicate.head);
    // "vowed to cut taxes": the vow is the article's to tell, and only the cut the minister's.
    let governor = predicate.chain.first().copied().unwrap_or(predicate.head);
    let claim = scene.claim_of(scene.span(governor));
    let all = |sort: fn(Member) -> Option<usize>| arguments.iter().filter_map(move |one| sort(one.item?));
    let figures: Vec<usize> = all(|item| if let Member::Figure(at) = item { Some(at) } else { None })
        .chain(scene.figures_in(&subjects, &arguments))
        .fold(Vec::new(), |mut list, at| {
            if !list.contains(&at) {
                list.push(at);
            }
            list
        });
    let time = scene.time_of(clause, &arguments);
    let (standing, negative) = standing::read(scene, clause, &predicate, time);
    let statement = |subject: Subject| Fact {
        kind: FactKind::Statement,
        confidence: confidence(scene, clause, &subject),
        predicate: Some(predicate.named(scene, &subject, &arguments)),
        subject,
        arguments: arguments.clone(),
        standing,
        negative,
        claim,
        time,
        figures: figures.clone(),
        salience: Salience::default(),
        text: String::new(),
        by: By::rule(RULE.name),
        reasons: vec![Reason::at("clause", about(clause.kind), span)],
    };
    subjects.into_iter().map(statement).collect()
}

/// Sure where the arcs to the subject and to the predicate are.
fn confidence(scene: &Scene<'_>, clause: &Clause, subject: &Subject) -> Confidence {
    let sure = scene.parsed.is_sure(clause.head as usize)
        && clause.subject.is_some_and(|subject| scene.parsed.is_sure(subject.head as usize));
    match (sure, subject.is_known) {
        (true, true) => Confidence::High,
        (false, true) => Confidence::Medium,
        _ => Confidence::Low,
    }
}

const fn about(kind: Kind) -> &'static str {
    match kind {
        Kind::Main => "the sentence says it",
        Kind::Complement => "a clause that another verb takes says it",
        Kind::Relative => "a relative clause says it",
        Kind::Adverbial => "a subordinate clause says it",
        Kind::Infinitive => "an infinitive says it",
        Kind::Participle => "a participle says it",
        Kind::Parenthetical => "an aside says it",
    }
}
