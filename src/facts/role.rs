//! Who is what: the roles that the article gives people, their ages, and what noun phrases say of names ("his wife, Ann
//! Lee", "the Brera Institute in Milan").

use super::fact::{Argument, Fact, FactKind, Predicate, Role, Salience, Standing, Subject};
use super::scene::Scene;
use super::{Member, Relation, class, words};
use crate::entities::Kind;
use crate::figures::{self, Figure};
use crate::lexicon::kin;
use crate::link::{self, Linked};
use crate::reason::{By, Confidence, Reason};
use crate::rule::RuleInfo;
use crate::span::Span;
use crate::syntax::Relation as Arc;
use rustc_hash::FxHashSet;

/// The rule, as it is listed.
pub(super) const RULE: RuleInfo =
    RuleInfo { name: "facts/role", about: "who is what: \"Ann Lee, mayor\", \"Ann Lee, aged 52\"" };

/// How much a fact of each sort matters.
const ROLE: u8 = 60;
const TIE: u8 = 55;
const AGE: u8 = 52;
/// Where a place lies is in the export; a reader knows it or does not ask.
const PLACE: u8 = 40;

/// Facts of roles, of ages and of relations that noun phrases state, each once.
pub(super) fn find(scene: &Scene<'_>, relations: &[Relation]) -> Vec<Fact> {
    let linked = scene.linked;
    let mut found: Vec<Fact> = Vec::new();
    for entity in 0..linked.entities.len() {
        found.extend(roles(linked, entity));
    }
    // "a member of the party" says more than that somebody belongs to it.
    let general = |one: &&Relation| one.kind == "affiliated-with";
    let told: FxHashSet<(usize, usize)> =
        relations.iter().filter(|one| !general(one)).map(|one| (one.from, one.to)).collect();
    let apart = relations.iter().filter(|one| !general(one) || !told.contains(&(one.from, one.to)));
    found.extend(apart.filter_map(|relation| tie(scene, relation)));
    found.extend(linked.figures.iter().enumerate().filter_map(|(at, figure)| age(scene, at, figure)));
    let mut seen = FxHashSet::default();
    found.retain(|fact| seen.insert(fact.text.clone()));
    found
}

/// The roles of a person, without those of which another says more: "Judge" beside "District Judge".
fn roles(linked: &Linked, entity: usize) -> impl Iterator<Item = Fact> + '_ {
    let fuller = |role: &link::Role, other: &link::Role| {
        let (title, longer) = (role.title.to_lowercase(), other.title.to_lowercase());
        // "Gov." beside "Governor"
        let short = title.strip_suffix('.').is_some_and(|short| longer.starts_with(short));
        longer.len() > title.len() && (longer.ends_with(&title) || short)
    };
    let is_name = linked.entities[entity].name.starts_with(char::is_alphanumeric);
    // "Samantha Mansfield, Head": of what, the role does not say.
    let is_whole = |role: &link::Role| {
        let title = role.title.to_lowercase();
        let last = title.rsplit(' ').next().unwrap_or_default();
        !class::is("tie", last) && (role.organisation.is_some() || !class::is("dependent", last))
    };
    let all = &linked.entities[entity].roles;
    // "his son Tom Vale": whose son is a relation, which says more.
    let is_kin = |role: &link::Role| kin::is_kin(role.title.to_lowercase().rsplit(' ').next().unwrap_or_default());
    let told = move |role: &&link::Role| {
        is_name && is_whole(role) && !is_kin(role) && !all.iter().any(|other| fuller(role, other))
    };
    all.iter().filter(told).map(move |role| {
        let name = linked.entities[entity].mentions.first().map(|at| linked.mentions[*at].span);
        let held = role.organisation.map(Member::Entity);
        fact((entity, name), Some((role.span, held)), None, (ROLE, role.span), words::role(linked, entity, role))
    })
}

/// What a relation says, where no clause and no role says it already.
fn tie(scene: &Scene<'_>, relation: &Relation) -> Option<Fact> {
    let linked = scene.linked;
    let in_role = linked.entities[relation.from].roles.iter().any(|role| role.organisation == Some(relation.to));
    if relation.confidence == Confidence::Low || relation.is_stated() || in_role {
        return None;
    }
    let cue = relation.cue.map(|span| scene.text.slice(span).to_lowercase());
    let sentence = words::tie(linked, relation, cue.as_deref())?;
    let &[name, span] = relation.spans.as_slice() else { return None };
    let predicate = Predicate {
        spans: relation.cue.into_iter().collect(),
        lemma: cue.unwrap_or_else(|| "be".to_owned()),
        kind: Some(relation.kind),
        passive: false,
    };
    let score = if relation.kind == "located-in" { PLACE } else { TIE };
    let argument = Some((span, Some(Member::Entity(relation.to))));
    let mut fact = fact((relation.from, Some(name)), argument, Some(predicate), (score, span), sentence);
    fact.claim = relation.claim;
    Some(fact)
}

/// The age of a person: "Ann Lee, 52,", "the 52-year-old Ann Lee".
fn age(scene: &Scene<'_>, at: usize, figure: &Figure) -> Option<Fact> {
    if figure.kind != figures::Kind::Age {
        return None;
    }
    let tokens = scene.text.tokens_in(figure.span);
    let mention = aged(scene, tokens.start, tokens.end)?;
    let (entity, name) = (scene.linked.mentions[mention].entity?, scene.linked.mentions[mention].span);
    let predicate = Predicate { spans: Vec::new(), lemma: "be".to_owned(), kind: Some("age"), passive: false };
    let sentence = words::age(scene.text, scene.linked, entity, figure);
    let argument = Some((figure.span, Some(Member::Figure(at))));
    let mut fact = fact((entity, Some(name)), argument, Some(predicate), (AGE, figure.span), sentence);
    fact.figures.push(at);
    fact.claim = figure.claim;
    Some(fact)
}

/// The person whose age some tokens give: the name right before a comma and the age, or the name whose noun phrase, or
/// whose sentence, the age is part of.
fn aged(scene: &Scene<'_>, start: usize, end: usize) -> Option<usize> {
    let before = start.checked_sub(2).filter(|_| scene.norm(start - 1) == ",");
    let named = before.and_then(|at| scene.name_at(at)).filter(|at| is_person(scene, *at));
    if named.is_some() {
        return named;
    }
    let top = scene.parsed.top(start..end)?;
    let up = |at: &usize| {
        let within = matches!(
            scene.parsed.relation(*at),
            Arc::Appos | Arc::Amod | Arc::Nummod | Arc::NmodDesc | Arc::Compound | Arc::Nmod | Arc::Acl
        );
        scene.parsed.head(*at).filter(|_| within)
    };
    let mut heads = std::iter::successors(Some(top), up).take(4);
    let in_phrase = heads.find_map(|at| scene.name_at(at)).filter(|at| is_person(scene, *at));
    in_phrase.or_else(|| {
        // "Ann Lee is 52", "she is 52"
        let copular = scene.parsed.child(top, &[Arc::Cop]).is_some();
        let subject = scene.parsed.child(top, &[Arc::Nsubj]).filter(|_| copular)?;
        scene.person_at(subject)
    })
}

fn is_person(scene: &Scene<'_>, mention: usize) -> bool {
    scene.linked.mentions[mention].kind == Kind::Person
}

fn fact(
    (entity, name): (usize, Option<Span>),
    held: Option<(Span, Option<Member>)>,
    predicate: Option<Predicate>,
    (score, span): (u8, Span),
    text: String,
) -> Fact {
    Fact {
        kind: FactKind::Role,
        subject: Subject { span: name, entity: Some(entity), is_known: true },
        predicate,
        arguments: held.map(|(span, item)| Argument { role: Role::Complement, span, item }).into_iter().collect(),
        standing: Standing::Happening,
        negative: false,
        claim: None,
        time: None,
        figures: Vec::new(),
        salience: Salience { score, reasons: vec![Reason::at("role", "the article says so", span)] },
        text,
        confidence: Confidence::Medium,
        by: By::rule(RULE.name),
        reasons: vec![Reason::at("role", "the words that say so", span)],
    }
}
