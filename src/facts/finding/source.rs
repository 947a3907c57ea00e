//! Where things come from: statements without a source, sources without a name, quotations without an end.

use super::{EACH, finding};
use crate::claims::{self, Channel, Claim, Mode, Source, SourceForm};
use crate::entities::Kind;
use crate::facts::{Finding, FindingCode, Member};
use crate::link::Linked;
use crate::order;
use crate::reason::Reason;
use crate::span::Span;
use crate::text::{BlockKind, Text};
use rustc_hash::{FxHashMap, FxHashSet};

/// Statements without a source that are shown at most, the ones most worth checking first.
const UNATTRIBUTED: usize = 3;
/// The least score of a statement without a source that is shown.
const UNATTRIBUTED_SCORE: u8 = 55;
/// The least score of what rests on one source alone.
const SINGLE_SCORE: u8 = 45;

fn score(claim: &Claim) -> u8 {
    claim.checkworthy.as_ref().map_or(0, |worth| worth.score)
}

/// What the article states itself, with a figure or a rule in it and nobody to ask.
pub(super) fn unattributed(text: &Text, linked: &Linked, findings: &mut Vec<Finding>) {
    let checkable = |claim: &Claim| {
        let has = |worth: &claims::Checkworthy, codes: &[&str]| {
            worth.reasons.iter().any(|reason| codes.contains(&reason.code))
        };
        let worth = claim.checkworthy.as_ref();
        worth.is_some_and(|worth| has(worth, &["figure", "law"]) && has(worth, &["named-actor"]))
    };
    let sourced = Sourced::new(text, linked);
    let mut strong: Vec<usize> = (0..linked.claims.len())
        .filter(|at| {
            let claim = &linked.claims[*at];
            claim.mode == Mode::Narrator
                && score(claim) >= UNATTRIBUTED_SCORE
                && checkable(claim)
                && claim.content.first().is_some_and(|span| sourced.lacks(text, *span))
        })
        .collect();
    order::by(&mut strong, |at| (u64::MAX - u64::from(score(&linked.claims[*at])), 0));
    strong.truncate(UNATTRIBUTED);
    order::by(&mut strong, |at| (*at as u64, 0));
    for at in strong {
        let text = "A statement without a source. The article says this itself. Who says so, or where to look it up, is not given.";
        let mut found = finding(
            FindingCode::UnattributedClaim,
            "facts/unattributed-claim",
            vec![Member::Claim(at)],
            text.to_owned(),
        );
        found.reasons = linked.claims[at].checkworthy.iter().flat_map(|worth| worth.reasons.clone()).collect();
        findings.push(found);
    }
}

/// The sentences in which somebody says something.
struct Sourced {
    sentences: FxHashSet<usize>,
}

impl Sourced {
    fn new(text: &Text, linked: &Linked) -> Sourced {
        let said = linked.claims.iter().filter(|claim| claim.mode != Mode::Narrator);
        let spans = said.flat_map(|claim| claim.content.iter().copied().chain(claim.cue.iter().map(|cue| cue.span)));
        Sourced { sentences: spans.map(|span| sentence_of(text, span)).collect() }
    }

    /// Whether a statement stands in a sentence of a paragraph that names no source, after one that names none either:
    /// what a source said a moment ago covers the sentence after it.
    fn lacks(&self, text: &Text, span: Span) -> bool {
        let at = sentence_of(text, span);
        let block = text.sentences.get(at).and_then(|sentence| text.blocks.get(sentence.block as usize));
        let prose = block.is_some_and(|block| block.kind == BlockKind::Paragraph);
        let before = at.checked_sub(1).filter(|before| {
            text.sentences.get(*before).map(|one| one.block) == text.sentences.get(at).map(|one| one.block)
        });
        prose && !self.sentences.contains(&at) && before.is_none_or(|before| !self.sentences.contains(&before))
    }
}

fn sentence_of(text: &Text, span: Span) -> usize {
    text.sentences.partition_point(|sentence| sentence.span.end <= span.start)
}

/// "experts say", and no expert is named who says it: nobody can be asked.
pub(super) fn experts(text: &Text, linked: &Linked, findings: &mut Vec<Finding>) {
    let mut count = 0;
    for (at, claim) in linked.claims.iter().enumerate() {
        let Some(source) = claim.source.as_ref().filter(|source| source.form == SourceForm::Group) else { continue };
        let words = text.slice(source.span).to_lowercase();
        let is_class = EXPERTS.contains(&words.rsplit(' ').next().unwrap_or_default());
        let few = words.split(' ').count() <= 2;
        let next = linked.claims[at + 1..].iter().take(2).filter_map(|claim| claim.source.as_ref()?.entity);
        let named = next.filter_map(|entity| linked.entities.get(entity)).any(|entity| entity.kind == Kind::Person);
        if count == EACH / 2 || !is_class || !few || named || source.entity.is_some() {
            continue;
        }
        count += 1;
        let sentence = format!("“{words}” speak, and none of them is named. We can’t tell who they are, or how many.");
        findings.push(finding(FindingCode::ExpertsSay, "facts/experts-say", vec![Member::Claim(at)], sentence));
    }
}

/// Plurals that lend weight and name nobody. "Researchers" are mostly those of a study that the article names.
const EXPERTS: &[&str] = &["experts", "analysts", "critics", "observers", "economists", "insiders", "commentators"];

/// Sources that keep their names to themselves, gathered by their words.
pub(super) fn anonymous(text: &Text, linked: &Linked, findings: &mut Vec<Finding>) {
    let mut seen: Vec<(&str, Vec<Member>, Vec<Reason>)> = Vec::new();
    for (at, claim) in linked.claims.iter().enumerate() {
        let Some(source) = claim.source.as_ref().filter(|source| source.anonymous) else { continue };
        let words = text.slice(source.span).trim_end_matches(',');
        let place = match seen.iter().position(|(other, ..)| other.eq_ignore_ascii_case(words)) {
            Some(place) => place,
            None if seen.len() < EACH => {
                seen.push((words, Vec::new(), Vec::new()));
                seen.len() - 1
            }
            None => continue,
        };
        seen[place].1.push(Member::Claim(at));
        let why =
            source.anonymity_reason.map(|span| Reason::at("stated-reason", "the article gives this reason", span));
        seen[place].2.extend(why);
    }
    for (words, members, reasons) in seen {
        let why = match reasons.first().and_then(|reason| reason.span) {
            Some(span) => format!("The article says why: “{}”.", text.slice(span)),
            None => "The article does not say why.".to_owned(),
        };
        let text = format!("“{words}” speaks without a name. {why}");
        let mut found = finding(FindingCode::AnonymousSource, "facts/anonymous-source", members, text);
        found.reasons = reasons;
        findings.push(found);
    }
}

/// Countries and their "sides" that speak, and no person does.
pub(super) fn speaking_states(_: &Text, linked: &Linked, findings: &mut Vec<Finding>) {
    let mut seen: Vec<(usize, Vec<Member>)> = Vec::new();
    for (at, claim) in linked.claims.iter().enumerate() {
        let Some(source) = &claim.source else { continue };
        let Some(entity) = source.entity.filter(|_| matches!(source.form, SourceForm::Name | SourceForm::Group)) else {
            continue;
        };
        if linked.entities.get(entity).is_none_or(|entity| entity.kind != Kind::Place) {
            continue;
        }
        match seen.iter().position(|(other, _)| *other == entity) {
            Some(place) => seen[place].1.push(Member::Claim(at)),
            None if seen.len() < EACH => seen.push((entity, vec![Member::Claim(at)])),
            None => {}
        }
    }
    for (entity, members) in seen {
        let name = &linked.entities[entity].name;
        let text = format!("“{name}” speaks, but no person does. We can’t tell who said it, or where.");
        findings.push(finding(FindingCode::AnonymousSource, "facts/speaking-state", members, text));
    }
}

/// What rests on one outlet or document that speaks once.
pub(super) fn single_source(text: &Text, linked: &Linked, findings: &mut Vec<Finding>) {
    let mut count = 0;
    let mut speaks: FxHashMap<(Option<usize>, &str), usize> = FxHashMap::default();
    let key = |source: &Source| match source.entity {
        Some(entity) => (Some(entity), ""),
        None => (None, text.slice(source.span)),
    };
    for source in linked.claims.iter().filter_map(|claim| claim.source.as_ref()) {
        *speaks.entry(key(source)).or_default() += 1;
    }
    for (at, claim) in linked.claims.iter().enumerate() {
        let Some(source) = &claim.source else { continue };
        let according = claim.cue.as_ref().is_some_and(|cue| cue.lemma == "according to");
        let outlet = source
            .entity
            .and_then(|entity| linked.entities.get(entity))
            .is_some_and(|entity| entity.kind == Kind::Organisation && claim.channel != Some(Channel::Statement));
        if !according
            || !(outlet || source.form == SourceForm::Document)
            || score(claim) < SINGLE_SCORE
            || count == EACH / 2
        {
            continue;
        }
        if speaks.get(&key(source)).is_some_and(|times| *times > 1) {
            continue;
        }
        count += 1;
        let words = text.slice(source.span).trim_end_matches(',');
        let text = format!("One source only. This rests on {words} alone.");
        findings.push(finding(FindingCode::SingleSource, "facts/single-source", vec![Member::Claim(at)], text));
    }
}

/// Quote marks that open and do not close.
pub(super) fn unbalanced(text: &Text, _: &Linked, findings: &mut Vec<Finding>) {
    for span in claims::unclosed(text).into_iter().take(EACH) {
        let words = "A quotation that does not end. Its closing mark is missing, so we can’t tell where the speaker’s words stop.";
        let mut found = finding(FindingCode::QuoteUnbalanced, "facts/quote-unbalanced", Vec::new(), words.to_owned());
        found.reasons.push(Reason::at("opening-mark", "the mark that is not closed", span));
        findings.push(found);
    }
}
