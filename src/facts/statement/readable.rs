//! Whether a statement can be read alone.

use crate::claims::SourceForm;
use crate::facts::Member;
use crate::facts::class;
use crate::facts::fact::{Fact, Predicate, Role, Standing};
use crate::facts::scene::Scene;
use crate::lexicon::verbs;
use crate::reason::Confidence;
use crate::span::Span;
use crate::syntax::clause::By;
use crate::syntax::verb::{Form, Modality};
use crate::syntax::{Clause, Relation};
use crate::tag::{self, Pos};
use crate::times;

/// A subject of more tokens is a list or a parse that went wrong.
const LONGEST: usize = 24;

/// How many tokens may stand between a verb and a participle after it.
const NEAR: usize = 30;

/// Whether a statement has a subject and a tense, lacks no part, and is no question.
pub(super) fn is_readable(scene: &Scene<'_>, statement: &Fact) -> bool {
    let Some(predicate) = &statement.predicate else { return false };
    let Some(verb) = predicate.spans.last().copied() else { return false };
    let at = scene.text.token_at(verb.start);
    let Some(clause) = scene.parsed.clause(at) else { return false };
    let short = statement.subject.span.is_some_and(|span| scene.text.tokens_in(span).len() <= LONGEST);
    let speaker_known = statement.claim.is_none_or(|claim| has_speaker(scene, claim));
    statement.subject.is_known
        && short
        && speaker_known
        && statement.confidence >= least(scene, statement)
        && (is_tensed(scene, predicate, clause, at) || is_deed(scene, statement, predicate, clause))
        && !overlaps(statement, predicate)
        && !is_misread(scene, statement, predicate)
        && !lacks_object(scene, statement, clause)
        && !points_back(scene, statement)
        && !is_question(scene, clause, verb)
        && !is_bare(scene, clause)
}

/// How sure a statement must be to be shown. What a source says must be surer: the words are put in somebody's mouth.
/// "according to the agency" stands beside its clause, which needs no more than any other.
fn least(scene: &Scene<'_>, statement: &Fact) -> Confidence {
    let beside = |claim: usize| {
        let cue = scene.linked.claims[claim].cue.as_ref();
        cue.is_some_and(|cue| scene.norm(scene.text.token_at(cue.span.start)) == "according")
    };
    if statement.claim.is_some_and(|claim| !beside(claim)) { Confidence::High } else { Confidence::Medium }
}

fn is_tensed(scene: &Scene<'_>, predicate: &Predicate, clause: &Clause, at: usize) -> bool {
    let tensed = clause.group.is_some_and(|group| group.form == Form::Finite)
        || predicate.spans.len() > 1
        || predicate.passive && clause.group.is_some_and(|group| group.form == Form::Participle);
    // "a man found guilty": the noun that a bare participle modifies must be sure.
    let bare = predicate.passive && clause.group.is_some_and(|group| group.form != Form::Finite);
    tensed && (!bare || predicate.spans.len() > 1 || scene.parsed.is_sure(at))
}

/// "won the vote, *defeating* Ann Lee": a participle after a comma that states a deed, or one coordinated with it
/// ("killing two *and injuring* nine"). Whose deed it is must be sure: no other verb with a tense stands between it and the
/// verb that governs it.
fn is_deed(scene: &Scene<'_>, statement: &Fact, predicate: &Predicate, clause: &Clause) -> bool {
    let head = clause.head as usize;
    let first =
        if scene.parsed.relation(head) == Relation::Conj { scene.parsed.head(head).unwrap_or(head) } else { head };
    let governor = scene.parsed.head(first).filter(|governor| *governor < first);
    let after_comma = first.checked_sub(1).is_some_and(|before| scene.norm(before) == ",");
    let gerund = clause.group.is_some_and(|group| group.form == Form::Gerund && group.first == group.last);
    let is_finite = |at: usize| {
        let other = scene.parsed.clause(at).filter(|clause| clause.head as usize == at);
        other.and_then(|clause| clause.group).is_some_and(|group| group.form == Form::Finite)
    };
    let near = governor.is_some_and(|governor| first - governor < NEAR && !(governor + 1..first).any(is_finite));
    after_comma
        && gerund
        && near
        && scene.parsed.relation(first) == Relation::Advcl
        && statement.standing == Standing::Happened
        && predicate.kind.is_some_and(|kind| class::is("deed", kind))
}

/// Whether a reader can be told who makes a claim.
fn has_speaker(scene: &Scene<'_>, claim: usize) -> bool {
    let source = scene.linked.claims[claim].source.as_ref();
    source.is_some_and(|source| source.entity.is_some() || source.form != SourceForm::Pronoun)
}

/// Whether the verb stands within the subject or an argument: the parts would be worded twice.
fn overlaps(statement: &Fact, predicate: &Predicate) -> bool {
    let parts = || statement.arguments.iter().map(|one| one.span).chain(statement.subject.span);
    predicate.spans.iter().any(|verb: &Span| parts().any(|part| part.overlaps(*verb)))
}

/// A passive with an object ("the draft *violated* the clause" taken for a participle), or a subject from outside of the
/// words that a source is given: the tree went wrong.
fn is_misread(scene: &Scene<'_>, statement: &Fact, predicate: &Predicate) -> bool {
    let object = statement.arguments.iter().any(|one| one.role == Role::Object);
    let content = statement.claim.map(|claim| &scene.linked.claims[claim].content);
    let outside = content.is_some_and(|content| {
        let held = |subject: Span| content.iter().any(|span| span.contains(subject));
        statement.subject.span.is_some_and(|subject| !held(subject))
    });
    // "was violated *the clause*": only "by" joins an agent.
    let agent = statement.arguments.iter().find(|one| one.role == Role::Agent);
    let joined = agent.is_none_or(|agent| scene.text.slice(agent.span).to_lowercase().starts_with("by "));
    predicate.passive && object && predicate.spans.len() == 1 || !joined || outside || lost_subject(scene, statement)
}

/// "*Three years* of supervision was also mandated": a length of time or a noun before the subject without a preposition
/// is rather the subject.
fn lost_subject(scene: &Scene<'_>, statement: &Fact) -> bool {
    let Some(subject) = statement.subject.span else { return false };
    let is_length = |at: usize| scene.linked.times[at].kind == times::Kind::Duration;
    statement.arguments.iter().any(|one| {
        let bare = matches!(one.item, Some(Member::Time(at)) if scene.linked.times[at].span.start == one.span.start);
        let length = matches!(one.item, Some(Member::Time(at)) if is_length(at));
        let before = one.span.end <= subject.start;
        // "*World leaders and* heads of companies will meet": no object stands there.
        let first = scene.text.token_at(one.span.start);
        let nominal = matches!(scene.pos(first), Pos::Noun | Pos::Propn | Pos::Det | Pos::Num | Pos::Adj);
        let object = matches!(one.role, Role::Object | Role::Recipient | Role::Other) && nominal;
        before && (one.role == Role::Time && bare && length || object)
    })
}

/// "the troops it *has deployed*", "what he *cast* as a threat": a clause whose object stands outside of it.
fn lacks_object(scene: &Scene<'_>, statement: &Fact, clause: &Clause) -> bool {
    let head = clause.head as usize;
    let own = clause.subject.is_some_and(|subject| subject.by == By::Own);
    let whole = statement.arguments.iter().any(|one| {
        let is_pronoun = matches!(scene.text.slice(one.span), "that" | "which" | "whom" | "who");
        matches!(one.role, Role::Object | Role::Complement) && !is_pronoun
    });
    let relative = scene.parsed.relation(head) == Relation::AclRelcl;
    let placed = scene.parsed.children(head).any(|child| matches!(scene.norm(child), "where" | "when"));
    let is_subject = |child: usize| clause.subject.is_some_and(|subject| subject.head as usize == child);
    let free = scene.parsed.children(head).any(|child| {
        child < head
            && !is_subject(child)
            && matches!(scene.norm(child), "what" | "which" | "whom" | "whatever" | "how")
    });
    own && (relative && !whole && !placed || free)
}

/// "The governor postponed *it*": what an object points back to stands in another sentence.
fn points_back(scene: &Scene<'_>, statement: &Fact) -> bool {
    let mut objects = statement.arguments.iter().filter(|one| matches!(one.role, Role::Object | Role::Recipient));
    objects.any(|one| {
        let words = scene.text.slice(one.span).to_lowercase();
        matches!(words.as_str(), "it" | "them" | "him" | "her" | "this" | "that" | "these" | "those" | "one" | "so")
    })
}

/// "Don't they get that?"
fn is_question(scene: &Scene<'_>, clause: &Clause, verb: Span) -> bool {
    let Some(sentence) = scene.sentence(verb) else { return false };
    let ends = scene.text.slice(sentence).trim_end_matches(['"', '”', '’', '\'', ')', ' ']).ends_with('?');
    let modifies =
        matches!(scene.parsed.relation(clause.head as usize), Relation::AclRelcl | Relation::Acl | Relation::Advcl);
    ends && !modifies
}

/// "would not repeat the mistake and *allow* it", "helped voters *take* control": a verb without an ending that another
/// verb's auxiliary or a verb of helping governs.
fn is_bare(scene: &Scene<'_>, clause: &Clause) -> bool {
    let head = clause.head as usize;
    let (Some(group), Some(parent)) = (clause.group, scene.parsed.parent(clause)) else { return false };
    let norm = scene.norm(group.verb as usize);
    let base = group.first == group.verb && scene.pos(head) == Pos::Verb && verbs::base(norm, tag::is_word) == norm;
    if !base {
        return false;
    }
    let above = parent.group;
    let own = clause.subject.is_some_and(|subject| subject.by == By::Own);
    match scene.parsed.relation(head) {
        Relation::Conj => !own && above.is_some_and(|group| group.negative || group.modality != Modality::None),
        Relation::Ccomp | Relation::Xcomp => above.is_some_and(|group| {
            let lemma = verbs::base(scene.norm(group.verb as usize), tag::is_word);
            matches!(
                &*lemma,
                "help" | "let" | "make" | "see" | "watch" | "have" | "hear" | "suggest" | "demand" | "insist"
            )
        }),
        _ => false,
    }
}
