//! Two numbers for one thing: "the storm damaged 45 houses" and, further down, "the storm damaged 54 houses".
//!
//! Two statements are about one thing if they have the same verb, what the figures count or measure is the same, their
//! subjects are the same, and whatever else one of them says the other says too or leaves open. What comes again and
//! again ("scored 12", "sold 40") is not one thing, and neither are a change, a limit, "another 12", or what is dated
//! differently.

use super::Detect;
use super::headline::is_full_name;
use super::scene::Scene;
use super::value;
use super::{EACH, finding, words};
use crate::facts::fact::{Argument, Role, Standing};
use crate::facts::{Fact, FactKind, Finding, FindingCode, Member};
use crate::figures::{Figure, Kind, noun};
use crate::rule::Rule;
use crate::span::Span;
use crate::syntax::Relation;
use crate::tag::Pos;
use rustc_hash::FxHashMap;
use std::ops::Range;

/// How many statements of one kind are held against a new one.
const MEMORY: usize = 8;

/// Two numbers for one thing.
pub(super) const RULE: Rule<Detect> = Rule {
    name: "facts/finding/number",
    about: "two numbers for one thing: \"damaged 45 houses\" and \"damaged 54 houses\"",
    find,
};

/// Statements of the body about one thing with two numbers.
fn find(scene: &Scene, findings: &mut Vec<Finding>) {
    let mut seen: FxHashMap<String, Vec<Said>> = FxHashMap::default();
    let mut count = 0;
    for said in scene.statements.iter().filter_map(|fact| Said::read(scene, fact)) {
        let known = seen.entry(said.key.clone()).or_default();
        let other = known.iter().rev().take(MEMORY).find(|other| conflict(scene, other, &said));
        if let Some(other) = other.filter(|_| count < EACH) {
            count += 1;
            findings.push(report(scene, (other.figure, other.fact), (said.figure, said.fact)));
        }
        known.push(said);
    }
    let again = measures(scene).filter(|found| findings.iter().all(|other| other.members != found.members));
    findings.extend(again);
    findings.extend(ages(scene));
}

/// One measure that two speakers put otherwise: "the contract is worth $40m", "the contract is worth $14m".
fn measures(scene: &Scene) -> Option<Finding> {
    let mut known: FxHashMap<String, (usize, &Fact)> = FxHashMap::default();
    for fact in scene.statements.iter().filter(|fact| fact.kind == FactKind::Amount && fact.claim.is_some()) {
        let [at] = fact.figures[..] else { continue };
        let figure = scene.figure(at);
        let definite = figure.measures.as_ref().is_some_and(|measures| {
            let start = scene.text.token_at(measures.span.start);
            start > 0 && scene.norm(start - 1) == "the" && !measures.span.overlaps(figure.span)
        });
        let plain = figure.change.is_none() && figure.approx.is_none() && figure.kind != Kind::Count;
        if !definite
            || !plain
            || fact.time.is_some()
            || is_one_of_several(scene, figure)
            || value::value(figure).is_none()
        {
            continue;
        }
        let key = format!("{:?} {:?} {}", figure.kind, figure.unit, what(scene, figure)?);
        let (first, other) = *known.entry(key).or_insert((at, fact));
        let speakers = (speaker(scene, other), speaker(scene, fact));
        if first != at
            && speakers.0.is_some()
            && speakers.0 != speakers.1
            && !value::may_agree(scene.figure(first), figure)
        {
            return Some(report(scene, (first, other), (at, fact)));
        }
    }
    None
}

/// A statement with the one figure that it gives.
struct Said<'t> {
    fact: &'t Fact,
    figure: usize,
    /// Its verb tells what comes again and again, so that it takes two speakers to disagree.
    frequent: bool,
    /// Verb, sort of figure, and what is counted or measured.
    key: String,
    subject: Option<String>,
    /// What else it says.
    others: Vec<String>,
}

impl<'t> Said<'t> {
    fn read(scene: &Scene<'t>, fact: &'t Fact) -> Option<Said<'t>> {
        let predicate = fact.predicate.as_ref().filter(|_| fact.kind == FactKind::Statement && !fact.negative)?;
        let counts = |at: &&usize| !matches!(scene.figure(**at).kind, Kind::Ordinal | Kind::Rank);
        let mut figures = fact.figures.iter().filter(counts);
        let (Some(at), None) = (figures.next().copied(), figures.next()) else { return None };
        let figure = scene.figure(at);
        let plain = figure.change.is_none() && figure.approx.is_none() && value::value(figure).is_some();
        let verb = predicate.lemma.as_str();
        if !plain || scene.is_headline(figure.span) || is_one_of_several(scene, figure) {
            return None;
        }
        let frequent = verb == "be" || words::is("again", verb) || words::is("further", verb);
        let sized = frequent || figure.kind == Kind::Quantity;
        let what = what(scene, figure).or_else(|| sized.then(|| dimension(scene, figure)))?;
        let subject = fact.subject.span.filter(|span| !span.contains(figure.span));
        let key = format!("{verb} {:?} {:?} {what}", figure.kind, figure.unit);
        let tells = |one: &&Argument| {
            !matches!(one.role, Role::Time | Role::Source | Role::Manner | Role::Cause)
                && !one.span.overlaps(figure.span)
        };
        Some(Said {
            fact,
            figure: at,
            frequent,
            key,
            subject: subject.and_then(|span| name(scene, span, fact.subject.entity)),
            others: fact.arguments.iter().filter(tells).filter_map(|one| argument(scene, one)).collect(),
        })
        .filter(|said| said.subject.is_some() || subject.is_none() && fact.subject.span.is_some())
    }
}

/// What a figure counts or measures, with its adjectives: "house", "price / loaf".
pub(super) fn what(scene: &Scene, figure: &Figure) -> Option<String> {
    let lower = |words: &str| noun::singular(&words.to_lowercase());
    match (&figure.measures, figure.kind) {
        (Some(measures), _) => {
            let of = measures.of.as_deref().filter(|_| figure.kind != Kind::Count);
            Some([&*lower(&measures.what), of.map(str::to_lowercase).as_deref().unwrap_or_default()].join(" / "))
        }
        (None, Kind::Count) => figure.unit_name.as_deref().map(|name| [name, " / "].concat()),
        (None, Kind::Money) => {
            let clause = scene.parsed.clause(scene.text.token_at(figure.span.start))?;
            Some(scene.base(clause.head as usize).into_owned())
        }
        _ => None,
    }
}

/// "long" of "is 12 kilometres long".
pub(super) fn dimension(scene: &Scene, figure: &Figure) -> String {
    let behind = scene.text.tokens_in(figure.span).end;
    if scene.pos(behind) == Pos::Adj { scene.norm(behind).to_owned() } else { String::new() }
}

/// "another 12", "12 more", "at least 12 others", "the first four rows": one of several numbers about the same thing.
fn is_one_of_several(scene: &Scene, figure: &Figure) -> bool {
    let tokens = scene.text.tokens_in(figure.span);
    let mut around = tokens.start.saturating_sub(2)..tokens.end + 1;
    around.any(|at| words::is("further", scene.norm(at)))
        || tokens.end < scene.text.tokens.len() && scene.norm(tokens.end) == "of" && figure.kind != Kind::Percent
}

/// Whom a phrase names: its entity, else its noun. A phrase with "a" names somebody new.
fn name(scene: &Scene, span: Span, entity: Option<usize>) -> Option<String> {
    if let Some(entity) = entity {
        return Some(format!("#{entity}"));
    }
    let tokens = scene.text.tokens_in(span);
    let first = scene.norm(tokens.start);
    let head = scene.parsed.top(tokens.clone())?;
    let vague =
        matches!(first, "a" | "an" | "another" | "one" | "some" | "each" | "every" | "other" | "many" | "several");
    let nominal = matches!(scene.pos(head), Pos::Noun | Pos::Propn);
    (nominal && !vague).then(|| nouns(scene, head, tokens))
}

/// A noun with the words that tell which one it is.
fn nouns(scene: &Scene, head: usize, tokens: Range<usize>) -> String {
    let tells = |at: &usize| {
        let relation = scene.parsed.relation(*at);
        *at == head
            || scene.parsed.head(*at) == Some(head)
                && matches!(
                    relation,
                    Relation::Compound | Relation::Amod | Relation::NmodPoss | Relation::Nmod | Relation::Nummod
                )
    };
    let words: Vec<String> = tokens.filter(tells).map(|at| noun::singular(scene.norm(at))).collect();
    words.join(" ")
}

fn argument(scene: &Scene, one: &Argument) -> Option<String> {
    let entity = match one.item {
        Some(Member::Entity(at)) => Some(at),
        Some(Member::Mention(at)) => scene.linked.mentions.get(at).and_then(|mention| mention.entity),
        _ => None,
    };
    if let Some(entity) = entity {
        return Some(format!("#{entity}"));
    }
    let tokens = scene.text.tokens_in(one.span);
    let head = scene.parsed.top(tokens.clone())?;
    Some(nouns(scene, head, tokens))
}

fn conflict(scene: &Scene, one: &Said, other: &Said) -> bool {
    let within = |these: &[String], those: &[String]| these.iter().all(|this| those.contains(this));
    let open = within(&one.others, &other.others) || within(&other.others, &one.others);
    let (first, second) = (scene.figure(one.figure), scene.figure(other.figure));
    one.figure != other.figure
        && scene.sentence(first.span) != scene.sentence(second.span)
        && one.subject == other.subject
        && (one.subject.is_some()
            || first.kind != Kind::Quantity && one.others.iter().any(|what| other.others.contains(what)))
        && open
        && is_done(one.fact.standing) == is_done(other.fact.standing)
        && (!one.frequent
            || one.subject.is_some()
                && speaker(scene, one.fact).is_some()
                && speaker(scene, other.fact).is_some()
                && speaker(scene, one.fact) != speaker(scene, other.fact))
        && may_be_one_time(scene, one, other)
        && !value::may_agree(first, second)
}

const fn is_done(standing: Standing) -> bool {
    matches!(standing, Standing::Happened | Standing::Happening)
}

/// Whether two statements may be about one time: neither is dated, or both alike.
fn may_be_one_time(scene: &Scene, one: &Said, other: &Said) -> bool {
    let date = |said: &Said| {
        let figure = scene.figure(said.figure);
        let time = said.fact.time.or(figure.as_of).and_then(|at| scene.linked.times.get(at));
        time.map(|time| time.meaning.value.clone())
    };
    // Of two speakers one may leave out the day.
    let two = speaker(scene, one.fact) != speaker(scene, other.fact);
    date(one) == date(other) || two && (date(one).is_none() || date(other).is_none())
}

/// The words for who says so.
fn speaker(scene: &Scene, fact: &Fact) -> Option<String> {
    let source = scene.linked.claims.get(fact.claim?)?.source.as_ref()?;
    Some(scene.words(source.span).trim_end_matches(',').to_owned())
}

fn report(scene: &Scene, one: (usize, &Fact), other: (usize, &Fact)) -> Finding {
    let [first, second] = [one, other].map(|(at, _)| scene.words(scene.figure(at).span));
    let who = match (speaker(scene, one.1), speaker(scene, other.1)) {
        (Some(one), Some(other)) if one != other => format!(" ({one} and {other})"),
        _ => String::new(),
    };
    let text = format!("Two numbers for one thing. The article says {first} and, further down, {second}{who}.");
    finding(FindingCode::NumberConflict, vec![Member::Figure(one.0), Member::Figure(other.0)], text)
}

/// One person of two ages.
fn ages(scene: &Scene) -> Option<Finding> {
    let mut known: FxHashMap<usize, usize> = FxHashMap::default();
    let mentions = &scene.linked.mentions;
    for (at, figure) in scene.linked.figures.iter().enumerate().filter(|(_, figure)| figure.kind == Kind::Age) {
        let next = mentions.partition_point(|mention| mention.span.start < figure.span.start);
        let name = mentions[..next].last().filter(|mention| {
            let gap = scene.text.as_str().get(mention.span.end as usize..figure.span.start as usize);
            is_full_name(mention)
                && !scene.text.slice(mention.span).contains('.')
                && (gap == Some(", ") || gap == Some(" ("))
        });
        let Some(entity) = name.and_then(|mention| mention.entity) else { continue };
        let first = *known.entry(entity).or_insert(at);
        let (one, other) = (value::exact(scene.figure(first))?, value::exact(figure)?);
        // A birthday may lie between the two.
        if one.checked_sub(other)?.abs() > crate::numeral::Decimal::ONE {
            let who = &scene.linked.entities.get(entity)?.name;
            let text = format!(
                "Two ages for one person. {who} is {} and, further down, {}.",
                scene.words(scene.figure(first).span),
                scene.words(figure.span)
            );
            return Some(finding(FindingCode::NumberConflict, vec![Member::Figure(first), Member::Figure(at)], text));
        }
    }
    None
}
