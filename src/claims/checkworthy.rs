//! Check-worthiness: how much a claim rewards checking, as a sum of named reasons.
//!
//! The reasons are those that fact-checkers name (Full Fact's and ClaimBuster's guidelines): a figure, a comparison, a
//! cause, a law or rule, a named actor, something that happened or is the case; against them opinion, question, future,
//! personal experience. Every weight below is one reason; the score is their sum, held between 0 and 100.

use super::cue::is;
use super::scene::{REACH, Scene};
use super::{Checkworthy, Claim, CueClass, Modality, clause};
use crate::reason::Reason;
use crate::span::Span;
use crate::tag::Pos;
use crate::text::TokenKind;

const START: i32 = 20;

/// Weight, code, words: what each reason adds or takes.
const FIGURE: Weight = (30, "figure", "it gives a figure");
const COMPARISON: Weight = (12, "comparison", "it compares");
const CAUSE: Weight = (10, "cause", "it says what caused what");
const LAW: Weight = (10, "law", "it speaks of a law, a rule or a ban");
const ACTOR: Weight = (15, "named-actor", "it names who did it");
const DONE: Weight = (10, "past-or-present", "it says what happened or is so");
const OPINION: Weight = (-15, "opinion", "it is an opinion or a feeling");
const QUESTION: Weight = (-25, "question", "it asks");
const FUTURE: Weight = (-10, "future", "it speaks of what is to come");
const WISH: Weight = (-10, "wish", "it demands or promises");
const PERSONAL: Weight = (-10, "personal", "it tells what the speaker lived through or feels");
const SHORT: Weight = (-15, "short", "it is only a few words");

type Weight = (i32, &'static str, &'static str);

pub(super) fn refine(scene: &Scene, claims: &mut Vec<Claim>) {
    for claim in claims {
        let worth = weigh(scene, &claim.content, Some(claim));
        claim.checkworthy = Some(worth);
    }
}

/// The score of some content, with its reasons.
pub(super) fn weigh(scene: &Scene, content: &[Span], claim: Option<&Claim>) -> Checkworthy {
    let mut reasons = Vec::new();
    let mut score = START;
    let mut add = |weight: Weight, at: Option<Span>| {
        score += weight.0;
        let reason = match at {
            Some(span) => Reason::at(weight.1, weight.2, span),
            None => Reason::new(weight.1, weight.2),
        };
        reasons.push(reason);
    };
    let seen = Seen::read(scene, content);
    let signs = [
        (FIGURE, seen.figure),
        (COMPARISON, seen.comparison),
        (CAUSE, seen.cause),
        (LAW, seen.law),
        (ACTOR, seen.actor),
    ];
    for (weight, at) in signs {
        if let Some(at) = at {
            add(weight, Some(scene.text.tokens[at].span));
        }
    }
    let future = claim.is_some_and(|claim| claim.modality == Modality::Prediction)
        || seen.verb.is_some_and(|at| scene.is(at, is::MODAL));
    if future {
        add(FUTURE, None);
    } else if seen.verb.is_some() {
        add(DONE, None);
    }
    if let Some(claim) = claim {
        match claim.modality {
            Modality::Question => add(QUESTION, None),
            Modality::Demand | Modality::Intention => add(WISH, None),
            Modality::Opinion => add(OPINION, None),
            _ if claim.cue.as_ref().is_some_and(|cue| cue.class == CueClass::Belief) => add(OPINION, None),
            Modality::Fact | Modality::Prediction => {}
        }
    }
    if let Some(at) = seen.personal {
        add(PERSONAL, Some(scene.text.tokens[at].span));
    }
    if seen.count < 6 {
        add(SHORT, None);
    }
    Checkworthy { score: score.clamp(0, 100) as u8, reasons }
}

/// The first token of each sign, from one walk over the content.
#[derive(Default)]
struct Seen {
    figure: Option<usize>,
    comparison: Option<usize>,
    cause: Option<usize>,
    law: Option<usize>,
    actor: Option<usize>,
    personal: Option<usize>,
    /// The first finite verb.
    verb: Option<usize>,
    /// Tokens.
    count: usize,
}

impl Seen {
    fn read(scene: &Scene, content: &[Span]) -> Seen {
        let mut seen = Seen::default();
        let start = content.first().map(|span| scene.text.token_at(span.start));
        for at in content.iter().flat_map(|span| scene.text.tokens_in(*span).take(REACH)) {
            seen.count += 1;
            let word = scene.word(at);
            let note = |place: &mut Option<usize>, found: bool| {
                if found && place.is_none() {
                    *place = Some(at);
                }
            };
            note(&mut seen.comparison, word.is(is::COMPARISON));
            note(&mut seen.cause, word.is(is::CAUSE));
            note(&mut seen.law, word.is(is::LAW));
            note(&mut seen.personal, word.is(is::PERSONAL));
            if seen.figure.is_none() && is_figure(scene, at) {
                seen.figure = Some(at);
            }
            if seen.actor.is_none() && is_actor(scene, at, start) {
                seen.actor = Some(at);
            }
            if seen.verb.is_none() && clause::is_finite(scene, at) {
                seen.verb = Some(at);
            }
        }
        seen
    }
}

/// A capital that neither the start of a sentence nor a title gives.
fn is_actor(scene: &Scene, at: usize, start: Option<usize>) -> bool {
    scene.is_title(at)
        && scene.text.tokens[at].kind == TokenKind::Word
        && (Some(at) != start || scene.pos(at) == Pos::Propn)
        && !scene.is(at, is::SUBJECT | is::DETERMINER | is::PREPOSITION | is::TIME | is::SUBORDINATOR | is::COORDINATOR)
        && at.checked_sub(1).is_none_or(|before| !clause::is_stop(scene, before) && scene.opens(before).is_none())
}

/// A number that is no year and no day of a month, or a number word that counts.
fn is_figure(scene: &Scene, at: usize) -> bool {
    match scene.text.tokens[at].kind {
        TokenKind::Number => {
            let word = scene.text.word(at);
            let year = word.len() == 4 && (word.starts_with("19") || word.starts_with("20"));
            let month = |at: usize| scene.is(at, is::DAY) && scene.is_title(at);
            !(year || month(at + 1) || at > 0 && month(at - 1))
        }
        TokenKind::Word => scene.is(at, is::COUNT),
        _ => false,
    }
}
