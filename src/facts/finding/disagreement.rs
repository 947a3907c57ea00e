//! Speakers who say the opposite: one asserts what the other denies, or each says that the other did it.

use super::Detect;
use super::scene::Scene;
use super::{EACH, finding, words};
use crate::claims::{Claim, CueClass, Mode};
use crate::facts::fact::{Role, Standing};
use crate::facts::{Fact, FactKind, Finding, FindingCode, Member};
use crate::figures::noun;
use crate::rule::Rule;
use crate::span::Span;
use crate::tag::Pos;
use rustc_hash::FxHashMap;

/// How many sayings about one deed are held against a new one.
const MEMORY: usize = 8;

/// How many words of a claim are read.
const LONG: usize = 60;

/// A deed that a speaker says somebody did, or did not do.
struct Deed {
    claim: usize,
    speaker: Option<usize>,
    /// Who did it.
    doer: usize,
    negative: bool,
    verb: String,
    object: Option<String>,
}

/// Speakers who say the opposite.
pub(super) const RULE: Rule<Detect> = Rule {
    name: "facts/finding/disagreement",
    about: "speakers who say the opposite: \"each says that the other broke the truce\"",
    find,
};

/// Pairs of claims that cannot both be true, and sayings of the form "each side says the other broke the truce".
fn find(scene: &Scene, findings: &mut Vec<Finding>) {
    let mut seen: FxHashMap<String, Vec<Deed>> = FxHashMap::default();
    let mut told: Vec<(usize, usize)> = Vec::new();
    for (at, claim) in scene.linked.claims.iter().enumerate() {
        if claim.mode == Mode::Narrator || claim.source.is_none() || told.len() == EACH {
            continue;
        }
        if is_mutual(scene, claim) {
            let text = "Two sides accuse each other. Each says that the other did it.";
            findings.push(finding(FindingCode::SpeakerDisagreement, vec![Member::Claim(at)], text.to_owned()));
            told.push((at, at));
            continue;
        }
        let told_of = breaches(scene, at, claim).into_iter().chain(deeds(scene, at, claim));
        for deed in told_of {
            let key = words::line("breach", &deed.verb).map_or_else(|| deed.verb.clone(), |line| format!("#{line}"));
            let known = seen.entry(key).or_default();
            let other = known.iter().rev().take(MEMORY).find(|other| is_contrary(scene, other, &deed));
            if let Some(other) = other.filter(|other| !told.contains(&(other.claim, at))) {
                told.push((other.claim, at));
                findings.push(report(scene, other, &deed));
            }
            known.push(deed);
        }
    }
}

/// The breaches that a claim blames somebody for: "China *violated* the agreement", "the US of *violating* the truce".
fn breaches(scene: &Scene, at: usize, claim: &Claim) -> Vec<Deed> {
    let accuses = claim.cue.as_ref().is_some_and(|cue| matches!(&*cue.lemma, "accuse" | "blame"));
    let blamed = accuses.then(|| first_named(scene, claim)).flatten();
    let speaker = claim.source.as_ref().and_then(|source| source.entity);
    let tokens = claim.content.iter().flat_map(|span| scene.text.tokens_in(*span)).take(LONG);
    let mut deeds = Vec::new();
    for verb in tokens.filter(|at| scene.pos(*at) == Pos::Verb) {
        let lemma = scene.base(verb).into_owned();
        let clause = scene.parsed.clause_of_predicate(verb);
        let passive = clause.is_some_and(|clause| clause.group.is_some_and(|group| group.passive));
        let negated = (verb.saturating_sub(3)..verb).any(|at| matches!(scene.norm(at), "not" | "n't" | "never"));
        if !words::is("breach", &lemma) || passive || negated || claim.negative {
            continue;
        }
        let subject = clause.and_then(|clause| clause.subject);
        let subject = subject.and_then(|subject| entity_at(scene, scene.text.tokens[subject.head as usize].span));
        if let Some(doer) = blamed.or(subject) {
            deeds.push(Deed { claim: at, speaker, doer, negative: false, verb: lemma, object: None });
        }
    }
    deeds
}

/// The deeds that a claim says were done, or denies: those of its statements that are said to be so.
fn deeds(scene: &Scene, at: usize, claim: &Claim) -> Vec<Deed> {
    let denies = claim.cue.as_ref().is_some_and(|cue| cue.class == CueClass::Denial);
    let speaker = claim.source.as_ref().and_then(|source| source.entity);
    let (Some(first), Some(last)) = (claim.content.first(), claim.content.last()) else { return Vec::new() };
    let place = |fact: &Fact| fact.predicate.as_ref().and_then(|one| one.spans.first()).map_or(0, |span| span.start);
    let start = scene.statements.partition_point(|fact| fact.kind == FactKind::Statement && place(fact) < first.start);
    let within = scene.statements[start..].iter().take(LONG).take_while(|fact| place(fact) < last.end);
    let deed = |fact: &Fact| {
        let predicate = fact.predicate.as_ref().filter(|_| fact.claim == Some(at))?;
        let said = matches!(fact.standing, Standing::Happened | Standing::Happening);
        let light = words::is("again", &predicate.lemma) || predicate.lemma == "be";
        let object = fact.arguments.iter().find(|one| one.role == Role::Object && !predicate.passive)?;
        let head = scene.parsed.top(scene.text.tokens_in(object.span))?;
        (said && !light).then_some(())?;
        Some(Deed {
            claim: at,
            speaker,
            doer: fact.subject.entity?,
            negative: fact.negative || denies,
            verb: predicate.lemma.clone(),
            object: Some(noun::singular(scene.norm(head))),
        })
    };
    within.filter_map(deed).collect()
}

fn first_named(scene: &Scene, claim: &Claim) -> Option<usize> {
    let content = claim.content.first()?;
    let mentions = &scene.linked.mentions;
    let first = mentions.partition_point(|mention| mention.span.start < content.start);
    mentions[first..].iter().take_while(|mention| mention.span.start < content.end).find_map(|mention| mention.entity)
}

fn entity_at(scene: &Scene, span: Span) -> Option<usize> {
    let mentions = &scene.linked.mentions;
    let end = mentions.partition_point(|mention| mention.span.start <= span.start);
    mentions[end.saturating_sub(4)..end].iter().rev().find(|mention| mention.span.contains(span))?.entity
}

/// Whom a speaker speaks for: "Trump", who is president of the United States, for both.
fn is_of(scene: &Scene, speaker: usize, side: usize) -> bool {
    let roles = scene.linked.entities.get(speaker).map_or(&[][..], |entity| &entity.roles);
    speaker == side || roles.iter().any(|role| role.organisation == Some(side))
}

fn is_contrary(scene: &Scene, one: &Deed, other: &Deed) -> bool {
    if one.claim == other.claim || one.speaker.is_some() && one.speaker == other.speaker {
        return false;
    }
    if one.negative != other.negative {
        return one.doer == other.doer && one.verb == other.verb && one.object == other.object && one.object.is_some();
    }
    let breach = !one.negative && words::is("breach", &one.verb) && one.doer != other.doer;
    let of = |speaker: Option<usize>, side: usize| speaker.is_none_or(|speaker| is_of(scene, speaker, side));
    let known = [(one.speaker, other.doer), (other.speaker, one.doer)];
    breach
        && known.iter().all(|(speaker, side)| of(*speaker, *side))
        && known.iter().any(|(speaker, _)| speaker.is_some())
}

/// "Each side says the other broke the truce", "They accused each other of breaking it".
fn is_mutual(scene: &Scene, claim: &Claim) -> bool {
    let tokens: Vec<usize> = claim.content.iter().flat_map(|span| scene.text.tokens_in(*span)).take(LONG).collect();
    let pair = |first: &str, second: &str| {
        tokens.windows(2).any(|two| scene.norm(two[0]) == first && scene.norm(two[1]) == second)
    };
    let source = claim.source.as_ref().map(|source| scene.words(source.span).to_lowercase()).unwrap_or_default();
    let sides = ["each", "both", "the two", "they", "the sides"].iter().any(|start| source.starts_with(start));
    let breach = tokens.iter().any(|at| words::is("breach", &scene.base(*at)));
    let accuses = claim.cue.as_ref().is_some_and(|cue| matches!(&*cue.lemma, "accuse" | "blame"));
    accuses && pair("each", "other") || sides && breach && pair("the", "other")
}

fn report(scene: &Scene, one: &Deed, other: &Deed) -> Finding {
    let entities = &scene.linked.entities;
    let name = |at: usize| entities.get(at).map_or("", |entity| entity.name.as_str());
    let speaker = |deed: &Deed| {
        let source = scene.linked.claims[deed.claim].source.as_ref();
        let words = source.map(|source| scene.words(source.span).trim_end_matches(',').to_owned()).unwrap_or_default();
        deed.speaker.map_or(words, |at| name(at).to_owned())
    };
    let (first, second) = (speaker(one), speaker(other));
    let text = if one.negative == other.negative {
        format!(
            "Two sides accuse each other. {first} accuses {}, and {second} accuses {}.",
            name(one.doer),
            name(other.doer)
        )
    } else {
        let (asserts, denies) = if one.negative { (second, first) } else { (first, second) };
        format!("Two speakers disagree. It is said by {asserts} and denied by {denies}.")
    };
    finding(FindingCode::SpeakerDisagreement, vec![Member::Claim(one.claim), Member::Claim(other.claim)], text)
}
