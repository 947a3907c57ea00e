//! Quotations without a cue of their own.
//!
//! The words before them tell whose they are: a line that ends in a colon ("From the chairwoman, Ann Reed:"), a sentence
//! about a person ("Ann Reed was blunt. “It was a mess.”"), or the speaker of the quotation before, who goes on. Else
//! nobody is told.

use super::quotation::Quotation;
use super::scene::{REACH, Scene};
use super::{Claim, Cue, CueClass, Find, Mode, clause, lemma, phrase, source};
use crate::order;
use crate::reason::{Confidence, Reason};
use crate::rule::Rule;
use crate::tag::Sort;
use std::ops::Range;

pub(super) const RULE: Rule<Find> = Rule {
    name: "claims/continued",
    about: "a quotation without a cue of its own, by the speaker of the one before",
    find,
};

fn find(scene: &Scene, claims: &mut Vec<Claim>) {
    let mut taken = vec![false; scene.text.tokens.len()];
    for span in claims.iter().flat_map(|claim| claim.content.iter().chain(claim.cue.iter().map(|cue| &cue.span))) {
        // Each token is filled at most a few times: contents nest, they do not pile up.
        taken[scene.text.tokens_in(*span)].fill(true);
    }
    let mut by_place: Vec<usize> = (0..claims.len()).collect();
    order::by(&mut by_place, |at| (claims[*at].content.last().map_or(0, |span| u64::from(span.end)), 0));
    let mut added = Vec::new();
    let mut next = 0;
    // The last claim of something said before the quotation.
    let mut last: Option<usize> = None;
    for (number, quotation) in scene.quotations.iter().enumerate() {
        let tokens = quotation.tokens.clone();
        // `The sign read: “No water today.”`
        let led = tokens.start > 0 && scene.norm(tokens.start - 1) == ":" && ends_with_stop(scene, quotation);
        if quotation.depth > 0 || taken[tokens.start] || !led && !clause::is_speech(scene, number) {
            continue;
        }
        let Some(content) = scene.cover(&tokens) else { continue };
        while next < by_place.len()
            && claims[by_place[next]].content.last().is_some_and(|span| span.end <= content.start)
        {
            let claim = &claims[by_place[next]];
            let says = claim.cue.as_ref().is_some_and(|cue| cue.class.is_saying()) && claim.source.is_some();
            if says || matches!(claim.mode, Mode::Direct | Mode::Mixed) {
                last = Some(by_place[next]);
            }
            next += 1;
        }
        // It must stand by itself: a sentence or a paragraph of its own.
        let block = scene.text.blocks.partition_point(|block| block.span.end <= content.start);
        let Some(block) = scene.text.blocks.get(block) else { continue };
        let free = block.span.start == content.start || ends_sentence(scene, tokens.start);
        if !free {
            continue;
        }
        let told = before_colon(scene, tokens.start).or_else(|| line_before(scene, tokens.start));
        let (cue, source) = told.unzip();
        let mut claim = Claim::said(scene, RULE.name, cue.flatten(), source.as_ref(), vec![content]);
        if claim.source.is_some() {
            added.push(claim);
            continue;
        }
        if let Some(person) = person_before(scene, &taken, tokens.start) {
            claim.source = source::read(scene, &person);
            claim.confidence = Confidence::Low;
            claim.reasons.push(Reason::new("person-before", "the sentence before is about its speaker"));
            added.push(claim);
            continue;
        }
        claim.confidence = Confidence::Low;
        let near = last.map(|at| &claims[at]).filter(|last| {
            let end = last.content.last().map_or(0, |span| span.end);
            let between = scene.text.blocks.partition_point(|block| block.span.end < end);
            let here = scene.text.blocks.partition_point(|block| block.span.end < content.start);
            !led && here <= between + 1 && last.source.is_some()
        });
        if let Some(last) = near {
            claim.source.clone_from(&last.source);
            claim
                .reasons
                .push(Reason::new("goes-on", "it follows what the same speaker says, with no other speaker between"));
        }
        added.push(claim);
    }
    claims.extend(added);
}

fn ends_with_stop(scene: &Scene, quotation: &Quotation) -> bool {
    let inner = quotation.inner();
    !inner.is_empty() && clause::is_stop(scene, inner.end - 1)
}

/// `The statement read: “…”`, `She had a message for her fans: “…”`: whose words stand after a colon.
///
/// A verb that the lexicon does not have leads to the speaker and is no cue: "Hart *met* a pod of dolphins: “…”".
fn before_colon(scene: &Scene, open: usize) -> Option<(Option<Cue>, Range<usize>)> {
    let colon = open.checked_sub(1).filter(|colon| scene.norm(*colon) == ":")?;
    let sentence = scene.text.sentences.partition_point(|sentence| sentence.tokens.end <= colon);
    let sentence = scene.text.sentences.get(sentence)?;
    let low = clause::low(scene, sentence, colon).max(colon.saturating_sub(REACH / 4));
    let verbal = |at: &usize| {
        scene.quotation(*at).is_none()
            && scene.parsed.clause(*at).and_then(|clause| clause.group).is_some_and(|group| group.verb as usize == *at)
    };
    let near = (low..colon).rev().find(verbal)?;
    // "Moe gave another account, speaking on the radio: “…”": the participle has the subject of the main verb.
    let clause = scene.parsed.clause(near)?;
    let source = phrase::subject(scene, clause, &(near..near + 1))?.tokens;
    if source.end > colon || source.start < low {
        return None;
    }
    let cue = near..near + 1;
    let (lemma, class) = lemma::of(scene, &cue);
    let span = scene.cover(&cue)?;
    Some((scene.word(near).is_cue().then_some(Cue { span, lemma, class }), source))
}

/// "A statement from the mayor, *Ann Reed*:": the person whom a line before names, where it has no verb.
fn line_before(scene: &Scene, open: usize) -> Option<(Option<Cue>, Range<usize>)> {
    let colon = open.checked_sub(1).filter(|colon| scene.norm(*colon) == ":")?;
    let sentence = scene.text.sentences.partition_point(|sentence| sentence.tokens.end <= colon);
    let line = scene.text.sentences.get(sentence)?.tokens.clone();
    let person = scene.names_in(line.start..colon).rfind(|name| name.sort == Sort::Person)?;
    let cue = Cue { span: scene.cover(&(colon..open))?, lemma: ":".into(), class: CueClass::Neutral };
    let mut tokens = phrase::of(scene, person.tokens.start, &(colon..open));
    tokens = tokens.start.min(person.tokens.start)..tokens.end.max(person.tokens.end);
    Some((Some(cue), tokens.start.max(line.start)..tokens.end.min(colon)))
}

/// "*Hart* laughed. “Nobody asked me.”": the subject of the sentence right before, if it is a person and says nothing.
fn person_before(scene: &Scene, taken: &[bool], open: usize) -> Option<Range<usize>> {
    let here = scene.text.sentences.partition_point(|sentence| sentence.tokens.end <= open);
    let (before, here) = (scene.text.sentences.get(here.checked_sub(1)?)?, scene.text.sentences.get(here)?);
    let tokens = before.tokens.clone();
    if before.block != here.block || here.tokens.start != open || taken[tokens.clone()].contains(&true) {
        return None;
    }
    let root = tokens.clone().find(|at| scene.parsed.head(*at).is_none())?;
    let clause = scene.parsed.clause_of_predicate(root).filter(|clause| clause.group.is_some())?;
    let verb = clause.group?.first as usize;
    let subject = phrase::subject(scene, clause, &(verb..verb + 1)).filter(|subject| !subject.shared)?;
    let pronoun = subject.tokens.len() == 1 && matches!(scene.norm(subject.tokens.start), "he" | "she");
    let person = scene.names_in(subject.tokens.clone()).any(|name| name.sort == Sort::Person);
    (pronoun || person).then_some(subject.tokens)
}

fn ends_sentence(scene: &Scene, at: usize) -> bool {
    at == 0 || {
        let before = at - 1;
        clause::is_stop(scene, before) || scene.closes(before).is_some() || scene.norm(before) == ":"
    }
}
