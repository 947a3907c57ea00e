//! The words of a predicate: a verb group, with the verb whose infinitive it governs ("has agreed to buy").

use super::standing;
use crate::facts::Member;
use crate::facts::fact::{Argument, Predicate as Named, Subject};
use crate::facts::scene::Scene;
use crate::facts::trigger;
use crate::lexicon::verbs;
use crate::syntax::clause::By;
use crate::syntax::verb::Form;
use crate::syntax::{Clause, Relation, VerbGroup};
use crate::tag::{self, Pos};
use std::ops::Range;

/// How many verbs a predicate may chain: "wants to begin to sell".
const CHAIN: usize = 3;

/// A predicate as it stands in the tree.
pub(super) struct Predicate {
    /// The word that the arguments hang on: of a copula the noun or adjective.
    pub head: usize,
    /// The clause heads of the chain, the governing one first.
    pub chain: Vec<usize>,
    /// From the first to the last verb.
    pub tokens: Range<usize>,
    /// Words of another verb group that this one shares: "was" of "was arrested and *charged*".
    pub shared: Option<usize>,
    /// The group of the verb that carries the meaning.
    pub group: VerbGroup,
}

impl Predicate {
    /// The predicate as a statement has it.
    pub fn named(&self, scene: &Scene<'_>, subject: &Subject, arguments: &[Argument]) -> Named {
        let verb = self.group.verb as usize;
        let lemma = verbs::base(scene.norm(verb), tag::is_word).into_owned();
        let shared = self.shared.is_some_and(|at| is_be(scene, at));
        let passive = self.group.passive || self.is_bare_participle(scene) || shared || self.has_agent(scene);
        // "were injured" and "are missing", where the tagger has an adjective.
        let adjective = scene.parsed.child(self.head, &[Relation::Cop]).filter(|_| scene.pos(self.head) == Pos::Adj);
        let particle = particle(scene, self.head)
            .or_else(|| predicative(scene, self.head))
            .or(adjective.map(|_| self.head))
            .map_or("", |at| scene.norm(at));
        let words = |one: &Argument| scene.text.slice(one.span);
        let kind = trigger::kind(&trigger::Asked {
            lemma: &lemma,
            particle,
            passive: passive || adjective.is_some(),
            arguments,
            linked: scene.linked,
            subject: patient(scene, subject),
            words: &words,
        });
        let spans = self.shared.map(|at| scene.span(at)).into_iter().chain([scene.text.cover(self.tokens.clone())]);
        Named { spans: spans.collect(), lemma, kind, passive }
    }

    fn take_particle(&mut self, scene: &Scene<'_>) {
        if let Some(at) = particle(scene, self.head).filter(|at| *at == self.tokens.end) {
            self.tokens.end = at + 1;
        }
    }

    /// "prices have fallen, *driven* down by forecasts": a lone participle with an agent is passive.
    fn has_agent(&self, scene: &Scene<'_>) -> bool {
        let clause = scene.parsed.clause_of_predicate(self.head);
        let own = clause.and_then(|clause| clause.subject).is_some_and(|subject| subject.by == By::Own);
        let lone = self.group.first == self.group.verb && is_participle(scene, &self.group);
        lone && !own && has_agent(scene, self.head)
    }

    /// "a man *found* guilty".
    fn is_bare_participle(&self, scene: &Scene<'_>) -> bool {
        self.group.form == Form::Participle && scene.parsed.relation(self.head) == Relation::Acl
    }
}

/// "off" of "laid *off* 23 teachers": a particle of the verb, which the tree may take for an adverb.
fn particle(scene: &Scene<'_>, verb: usize) -> Option<usize> {
    let is_particle = |at: &usize| {
        let directly = *at == verb + 1
            && matches!(scene.parsed.relation(*at), Relation::Advmod | Relation::Compound | Relation::Case);
        scene.parsed.relation(*at) == Relation::CompoundPrt
            || directly && matches!(scene.norm(*at), "off" | "up" | "out" | "down" | "over" | "away" | "back")
    };
    scene.parsed.children(verb).find(is_particle)
}

/// "guilty" of "found *guilty*": an adjective that a verb says of its object makes a trigger with it.
fn predicative(scene: &Scene<'_>, verb: usize) -> Option<usize> {
    scene.parsed.child(verb, &[Relation::Xcomp]).filter(|at| scene.pos(*at) == Pos::Adj)
}

/// "was" of "was arrested and charged".
fn is_be(scene: &Scene<'_>, at: usize) -> bool {
    verbs::base(scene.norm(at), tag::is_word) == "be"
}

/// A subject as what is acted upon.
fn patient<'t>(scene: &Scene<'t>, subject: &Subject) -> trigger::Patient<'t> {
    let Some(span) = subject.span else { return trigger::Patient::default() };
    let figure = || scene.figure(&scene.text.tokens_in(span)).map(Member::Figure);
    trigger::Patient { item: subject.entity.map(Member::Entity).or_else(figure), words: scene.text.slice(span) }
}

/// The predicate of a clause; none of one that is part of another's predicate, and of one without a verb.
pub(super) fn read(scene: &Scene<'_>, clause: &Clause) -> Option<Predicate> {
    let group = clause.group?;
    let head = clause.head as usize;
    if chained_to(scene, clause).is_some() || !asserts(scene, clause, &group) {
        return None;
    }
    let mut predicate =
        Predicate { head, chain: vec![head], tokens: group.tokens(), shared: shared(scene, clause, &group), group };
    predicate.take_particle(scene);
    for _ in 1..CHAIN {
        let next = scene.parsed.children(predicate.head).find_map(|child| {
            let clause = scene.parsed.clause_of_predicate(child)?;
            (chained_to(scene, clause) == Some(predicate.head)).then_some(clause)
        });
        let Some((clause, group)) = next.and_then(|clause| Some((clause, clause.group?))) else { break };
        predicate.head = clause.head as usize;
        predicate.chain.push(predicate.head);
        predicate.tokens.end = predicate.tokens.end.max(group.last as usize + 1);
        predicate.group = group;
        predicate.take_particle(scene);
    }
    Some(predicate)
}

/// Whether a clause says that something is so. An infinitive of purpose ("came *to help*") and a gerund that nobody
/// does ("*selling* shares is hard") do not, and neither does a verb form within a noun phrase ("this *finding*").
fn asserts(scene: &Scene<'_>, clause: &Clause, group: &VerbGroup) -> bool {
    let relation = scene.parsed.relation(clause.head as usize);
    let known = clause.subject.is_some();
    if standing::is_preposition(scene, clause.head as usize) {
        return false;
    }
    match group.form {
        Form::Infinitive => known && relation == Relation::Xcomp,
        _ => known && !matches!(relation, Relation::Dep | Relation::List | Relation::Compound),
    }
}

/// The verb in whose predicate a clause is: "agreed" of "agreed *to buy*". An object between the two parts them
/// ("urged them to go"), and so does a mark.
fn chained_to(scene: &Scene<'_>, clause: &Clause) -> Option<usize> {
    let at = clause.head as usize;
    let group = clause.group?;
    let head = scene.parsed.head(at)?;
    let parent = scene.parsed.clause_of_predicate(head)?;
    let governor = parent.group?;
    let fits = scene.parsed.relation(at) == Relation::Xcomp
        && matches!(group.form, Form::Infinitive | Form::Gerund)
        && parent.object.is_none()
        && (governor.last as usize) < group.first as usize;
    let end = (governor.last as usize).max(head) + 1;
    let near = (end..group.first as usize).all(|at| standing::is_light(scene, at));
    (fits && near).then_some(head)
}

/// The auxiliary that a coordinated participle shares with the verb before it.
fn shared(scene: &Scene<'_>, clause: &Clause, group: &VerbGroup) -> Option<usize> {
    let head = clause.head as usize;
    if scene.parsed.relation(head) != Relation::Conj || group.first != group.verb {
        return None;
    }
    let parent = scene.parsed.clause_of_predicate(scene.parsed.head(head)?)?;
    let own = clause.subject.is_some_and(|subject| subject.by == By::Own);
    let before = parent.group.filter(|group| !own && group.first != group.verb && (group.passive || group.perfect))?;
    // "was hit and had to leave": a passive takes no object and no clause.
    let takes = scene.parsed.child(head, &[Relation::Obj, Relation::Xcomp, Relation::Ccomp]).is_some();
    if takes && before.passive || !before.passive && has_agent(scene, head) {
        return None;
    }
    (is_participle(scene, group) && scene.parsed.child(parent.head as usize, &[Relation::Cop]).is_none())
        .then_some(before.first as usize)
}

fn is_participle(scene: &Scene<'_>, group: &VerbGroup) -> bool {
    verbs::forms(scene.norm(group.verb as usize)) & verbs::form::PARTICIPLE != 0
}

/// "by forecasts": of a participle without an object.
fn has_agent(scene: &Scene<'_>, head: usize) -> bool {
    scene.parsed.child(head, &[Relation::OblAgent]).is_some() && scene.parsed.child(head, &[Relation::Obj]).is_none()
}
