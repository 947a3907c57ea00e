//! What is told twice, and what a text with few facts still has to tell.

use super::salience::{self, HEADLINE, REPORT};
use crate::facts::fact::{Fact, SALIENT, Standing};
use crate::facts::scene::Scene;
use crate::reason::{Confidence, Reason};
use crate::tag::Pos;
use rustc_hash::{FxHashMap, FxHashSet};

/// How many facts back the same one is looked for.
const MEMORY: usize = 16;

/// A panel with fewer statements than this takes those that come next.
const FEW: usize = 8;

/// The least that such a statement must have.
const NEXT: u8 = 36;

/// What tells whether two statements are of one deed: the subject, the verb, whether it is negative, how it stands.
type Key = (Option<usize>, String, String, bool, Standing);

/// Hides a statement of which another says all and more, whoever says it.
pub(super) fn hide(scene: &Scene<'_>, statements: &mut [Fact]) {
    let mut seen: FxHashMap<Key, Vec<(usize, FxHashSet<&str>)>> = FxHashMap::default();
    for at in 0..statements.len() {
        let Some(key) = key(scene, &statements[at]).filter(|_| statements[at].salience.score >= SALIENT) else {
            continue;
        };
        let words = words(scene, &statements[at]);
        let others = seen.entry(key).or_default();
        let mut told = None;
        for (other, others_words) in others.iter().rev().take(MEMORY) {
            if verb(&statements[*other]) == verb(&statements[at]) {
                continue;
            }
            let own = statements[at].claim.is_none() || statements[*other].claim.is_some();
            if words.is_subset(others_words) && (statements[*other].claim.is_none() || !own || words == *others_words) {
                told = Some(at);
            } else if others_words.is_subset(&words) && own {
                told = Some(*other);
            }
        }
        if let Some(told) = told {
            let salience = &mut statements[told].salience;
            salience.score = salience.score.min(SALIENT - 5);
            salience.reasons.push(Reason::new("repeated", "another fact says this and more"));
        }
        others.push((at, words));
    }
}

/// Shows the next best statements of a text with few: the article's own, where the tree is sure.
pub(super) fn fill(statements: &mut [Fact]) {
    let shown: FxHashSet<_> = statements.iter().filter(|one| one.salience.score >= SALIENT).map(verb).collect();
    let fits = |one: &Fact| {
        let passed = |code: &str| matches!(code, REPORT | HEADLINE | "repeated" | "bare" | "conditional" | "open");
        one.salience.score >= NEXT
            && one.salience.score < SALIENT
            && one.claim.is_none()
            && one.confidence == Confidence::High
            && !one.salience.reasons.iter().any(|reason| passed(reason.code))
    };
    let mut next: Vec<usize> = (0..statements.len()).filter(|at| fits(&statements[*at])).collect();
    crate::order::by(&mut next, |at| (u64::from(u8::MAX - statements[*at].salience.score), *at as u64));
    for at in next.into_iter().take(FEW.saturating_sub(shown.len())) {
        statements[at].salience.score = SALIENT;
        statements[at].salience.reasons.push(salience::next());
    }
}

fn key(scene: &Scene<'_>, statement: &Fact) -> Option<Key> {
    let predicate = statement.predicate.as_ref()?;
    let subject = match statement.subject.entity {
        Some(_) => String::new(),
        None => scene.text.slice(statement.subject.span?).to_lowercase(),
    };
    Some((statement.subject.entity, subject, predicate.lemma.clone(), statement.negative, statement.standing))
}

fn verb(statement: &Fact) -> Option<u32> {
    statement.predicate.as_ref()?.spans.last().map(|span| span.end)
}

/// The words of the arguments that carry meaning.
fn words<'t>(scene: &Scene<'t>, statement: &Fact) -> FxHashSet<&'t str> {
    let tokens = statement.arguments.iter().flat_map(|one| scene.text.tokens_in(one.span));
    let says = |at: &usize| {
        matches!(scene.pos(*at), Pos::Noun | Pos::Propn | Pos::Num | Pos::Adj | Pos::Verb | Pos::Adv | Pos::X)
    };
    tokens.filter(says).map(|at| scene.norm(at)).collect()
}
