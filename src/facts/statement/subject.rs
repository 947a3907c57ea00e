//! Who a statement is about.

use super::extent;
use crate::entities::{Form, Kind};
use crate::facts::fact::Subject;
use crate::facts::scene::Scene;
use crate::syntax::{Clause, Relation};
use crate::tag::Pos;
use std::ops::Range;

/// The subjects of a clause: each of several names that "and" joins is one. A clause without a subject has an
/// unknown one.
pub(super) fn read(scene: &Scene<'_>, clause: &Clause) -> Vec<Subject> {
    let Some(subject) = clause.subject else { return vec![Subject::default()] };
    let head = named_by_copula(scene, subject.head as usize);
    if is_disputed(scene, clause, head) {
        return vec![Subject::default()];
    }
    if let Some(named) = antecedent(scene, clause, head) {
        return vec![named];
    }
    let names = conjuncts(scene, head);
    if names.len() > 1 {
        let words = |at: usize| bounded(scene, at, extent::without_conjuncts(scene, at));
        return names.into_iter().map(|at| one(scene, at, words(at))).collect();
    }
    if let Some(named) = name_of_apposition(scene, head) {
        return vec![named];
    }
    let tokens = extent::of(scene, head);
    // "the minister, who leads …": the antecedent's words end before the clause.
    let tokens = match clause.head as usize {
        at if tokens.contains(&at) && at > head => tokens.start..start_of(scene, at, head + 1).max(head + 1),
        _ => tokens,
    };
    vec![one(scene, head, bounded(scene, head, tokens))]
}

/// Without a conjunction before it ("*after* sales rose") and without what a comma parts from a name ("Ann Lee, *52*").
fn bounded(scene: &Scene<'_>, head: usize, mut tokens: Range<usize>) -> Range<usize> {
    let joins = |at: usize| {
        let preposition = matches!(scene.norm(at), "according" | "following" | "including");
        preposition || matches!(scene.pos(at), Pos::Adp | Pos::Sconj | Pos::Cconj)
    };
    while tokens.start < head && joins(tokens.start) && !is_bound(scene, tokens.start) {
        tokens.start += 1;
    }
    if let Some(mention) = scene.mention(head) {
        let end = scene.text.token_at(scene.linked.mentions[mention].span.end);
        let coordinated = scene.parsed.child(head, &[Relation::Conj]).is_some();
        if end > head && end < tokens.end && scene.norm(end) == "," && !coordinated {
            tokens.end = end;
        }
    }
    tokens
}

/// Whether a preposition belongs to a number: "*at* least 30 people", "*over* 2,000 residents".
fn is_bound(scene: &Scene<'_>, at: usize) -> bool {
    let next = scene.norm(at + 1);
    match scene.norm(at) {
        "at" => matches!(next, "least" | "most"),
        "up" => next == "to",
        "over" | "under" | "about" | "around" | "between" => scene.pos(at + 1) == Pos::Num,
        _ => false,
    }
}

/// "Celeski is a footballer who plays in Leeds": it is Celeski who plays.
fn named_by_copula(scene: &Scene<'_>, head: usize) -> usize {
    let is_copular = scene.parsed.child(head, &[Relation::Cop]).is_some();
    let own = scene.parsed.child(head, &[Relation::Nsubj]).filter(|_| is_copular);
    own.filter(|own| !matches!(scene.norm(*own), "it" | "there" | "this" | "that")).unwrap_or(head)
}

/// "will replace Tom Vale, *who* announced …": the tree gives "who" another person than the one named right before it,
/// and either may be wrong.
fn is_disputed(scene: &Scene<'_>, clause: &Clause, subject: usize) -> bool {
    let start = scene.parsed.reach(clause.head as usize).start;
    let who = (start..clause.head as usize).find(|at| scene.norm(*at) == "who");
    let before = who.and_then(|who| (who.saturating_sub(2)..who).rev().find(|at| scene.norm(*at) != ","));
    let named = before.and_then(|at| scene.person_at(at)).map(|at| scene.linked.mentions[at].entity);
    let told = scene.person_at(subject).map(|at| scene.linked.mentions[at].entity);
    scene.parsed.relation(clause.head as usize) == Relation::AclRelcl
        && named.zip(told).is_some_and(|(one, other)| one != other)
}

/// "Acme, the carmaker *led* by Ann Lee": it is Acme that she leads.
fn name_of_apposition(scene: &Scene<'_>, head: usize) -> Option<Subject> {
    let is_apposition = scene.parsed.relation(head) == Relation::Appos && scene.pos(head) == Pos::Noun;
    let name = scene.parsed.head(head).filter(|_| is_apposition)?;
    let mention = &scene.linked.mentions[scene.name_at(name)?];
    (name < head).then_some(Subject { span: Some(mention.span), entity: mention.entity, is_known: true })
}

/// "…, which responded": where the tree gives "which" no noun, the name or noun right before it.
fn antecedent(scene: &Scene<'_>, clause: &Clause, head: usize) -> Option<Subject> {
    let person = match scene.norm(head) {
        "who" => true,
        "which" => false,
        _ => return None,
    };
    if head > clause.head as usize {
        return None;
    }
    let before = head.checked_sub(1).filter(|at| scene.norm(*at) == ",").map_or(head, |comma| comma).checked_sub(1)?;
    let mention = scene.mention(before).map(|at| &scene.linked.mentions[at])?;
    let fits = matches!(mention.kind, Kind::Person | Kind::Group) == person;
    (fits && mention.entity.is_some()).then_some(Subject {
        span: Some(mention.span),
        entity: mention.entity,
        is_known: true,
    })
}

/// Where the words of a clause within a phrase begin, marks before it left out.
fn start_of(scene: &Scene<'_>, clause: usize, least: usize) -> usize {
    let mut start = scene.parsed.reach(clause).start.max(least);
    while start > least && scene.parsed.relation(start - 1) == Relation::Punct {
        start -= 1;
    }
    start
}

/// The heads of the names that are coordinated with `head`, itself first; nothing but itself if one is no name.
fn conjuncts(scene: &Scene<'_>, head: usize) -> Vec<usize> {
    let others = scene.parsed.children(head).filter(|child| scene.parsed.relation(*child) == Relation::Conj);
    let all: Vec<usize> = std::iter::once(head).chain(others).collect();
    let is_name = |at: &usize| scene.pos(*at) == Pos::Propn && scene.mention(*at).is_some();
    // "Marks and Spencer" is one mention, "Halden & Rowe" one name however it was cut.
    let apart = all.windows(2).all(|pair| {
        scene.mention(pair[0]) != scene.mention(pair[1]) && !(pair[0]..pair[1]).any(|at| scene.norm(at) == "&")
    });
    if all.iter().all(is_name) && apart { all } else { vec![head] }
}

/// Words for whoever speaks, and for whom they speak to.
fn is_speaker(norm: &str) -> bool {
    matches!(norm, "i" | "we" | "you")
}

fn one(scene: &Scene<'_>, head: usize, tokens: Range<usize>) -> Subject {
    let titled = titled(scene, head, &tokens);
    let head = if titled.is_some() { tokens.end - 1 } else { head };
    let mention = titled.or_else(|| scene.mention(head)).map(|at| &scene.linked.mentions[at]);
    let entity = mention.and_then(|mention| mention.entity);
    // "Acme's chief executive" is not Acme: the mention must hold the head, and end with it where it is a name.
    let entity = entity.filter(|_| mention.is_some_and(|mention| is_all(scene, mention.span.end, head, &tokens)));
    let is_known = match scene.pos(head) {
        _ if points_back(scene, tokens.start) => false,
        // "We have the best teams": with the speaker's name the verb would not agree, and the claims list the words.
        _ if is_speaker(scene.norm(head)) => false,
        Pos::Pron | Pos::Det => mention.is_some_and(|mention| mention.form == Form::Pronoun) && entity.is_some(),
        Pos::Noun | Pos::Propn | Pos::Num => true,
        _ => entity.is_some(),
    };
    Subject { span: Some(scene.text.cover(tokens)), entity, is_known }
}

/// "Halden Bank chief executive *Tom Vale*": the person at the end of a phrase of nouns, whatever its head.
fn titled(scene: &Scene<'_>, head: usize, tokens: &Range<usize>) -> Option<usize> {
    let last = tokens.end.checked_sub(1).filter(|last| *last > head)?;
    let person = scene.person_at(last).filter(|at| scene.is_name(*at))?;
    let start = scene.text.token_at(scene.linked.mentions[person].span.start);
    let is_noun = |at: usize| matches!(scene.pos(at), Pos::Noun | Pos::Propn | Pos::Adj);
    (start > head && (head..start).all(is_noun)).then_some(person)
}

/// "*this* announcement", "*its* customers" where nobody knows whose: the words need the sentence before them.
fn points_back(scene: &Scene<'_>, first: usize) -> bool {
    let of = scene.mention(first).map(|at| &scene.linked.mentions[at]);
    match scene.norm(first) {
        "this" | "these" | "those" | "such" => true,
        "his" | "her" | "its" | "their" | "my" | "our" | "your" => of.is_none_or(|mention| mention.entity.is_none()),
        _ => false,
    }
}

/// Whether a mention that ends at `end` is what its phrase is about: no noun of the phrase follows it.
fn is_all(scene: &Scene<'_>, end: u32, head: usize, tokens: &Range<usize>) -> bool {
    let next = scene.text.token_at(end);
    !(next..tokens.end.min(head + 3))
        .any(|at| at > head && scene.parsed.relation(at) == Relation::Flat && scene.norm(at) != "'s")
}
