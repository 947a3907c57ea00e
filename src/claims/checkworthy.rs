//! Check-worthiness: how much a claim rewards checking, as a sum of named reasons.
//!
//! The reasons are those that fact-checkers name (Full Fact's and ClaimBuster's guidelines): a figure, a comparison, a
//! cause, a law or rule, a named actor, something that happened or is the case; against them opinion, question, future,
//! personal experience. Every weight below is one reason; the score is their sum, held between 0 and 100.

use super::cue::is;
use super::scene::{REACH, Scene};
use super::{Checkworthy, Claim, CueClass, Modality};
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
    let tokens = || content.iter().flat_map(|span| scene.text.tokens_in(*span).take(REACH));
    let first = |test: &dyn Fn(usize) -> bool| tokens().find(|at| test(*at)).map(|at| scene.text.tokens[at].span);
    if let Some(span) = first(&|at| is_figure(scene, at)) {
        add(FIGURE, Some(span));
    }
    if let Some(span) = first(&|at| is_comparison(scene, at)) {
        add(COMPARISON, Some(span));
    }
    if let Some(span) = first(&|at| {
        matches!(
            scene.norm(at),
            "because" | "caused" | "causes" | "due" | "resulted" | "result" | "contributed" | "prompted" | "triggered"
        )
    }) {
        add(CAUSE, Some(span));
    }
    if let Some(span) = first(&|at| {
        matches!(
            scene.norm(at),
            "law"
                | "laws"
                | "illegal"
                | "legal"
                | "ban"
                | "banned"
                | "bans"
                | "rule"
                | "rules"
                | "regulation"
                | "act"
                | "constitution"
                | "treaty"
                | "violated"
                | "violating"
                | "unconstitutional"
                | "tax"
                | "taxes"
                | "tariff"
                | "tariffs"
        )
    }) {
        add(LAW, Some(span));
    }
    let start = content.first().map(|span| scene.text.token_at(span.start));
    if let Some(span) = first(&|at| {
        scene.is_title(at)
            && scene.text.tokens[at].kind == TokenKind::Word
            && (Some(at) != start || scene.pos(at) == Pos::Propn)
            && !scene
                .is(at, is::SUBJECT | is::DETERMINER | is::PREPOSITION | is::TIME | is::SUBORDINATOR | is::COORDINATOR)
            && at
                .checked_sub(1)
                .is_none_or(|before| !super::clause::is_stop(scene, before) && scene.opens(before).is_none())
    }) {
        add(ACTOR, Some(span));
    }
    let modal = |at: usize| scene.is(at, is::MODAL);
    let mut finite = tokens().filter(|at| super::clause::is_finite(scene, *at));
    let main = finite.next();
    let future = claim.is_some_and(|claim| claim.modality == Modality::Prediction) || main.is_some_and(modal);
    if future {
        add(FUTURE, None);
    } else if main.is_some() {
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
    if let Some(span) =
        first(&|at| matches!(scene.norm(at), "i" | "me" | "my" | "feel" | "love" | "proud" | "thank" | "thanks"))
    {
        add(PERSONAL, Some(span));
    }
    if tokens().count() < 6 {
        add(SHORT, None);
    }
    Checkworthy { score: score.clamp(0, 100) as u8, reasons }
}

/// A number that is no year of four digits by itself, or a number word that counts.
fn is_figure(scene: &Scene, at: usize) -> bool {
    let token = &scene.text.tokens[at];
    match token.kind {
        TokenKind::Number => {
            let word = scene.text.word(at);
            let year = word.len() == 4 && (word.starts_with("19") || word.starts_with("20"));
            let behind = matches!(
                scene.norm(at + 1),
                "january"
                    | "february"
                    | "march"
                    | "april"
                    | "may"
                    | "june"
                    | "july"
                    | "august"
                    | "september"
                    | "october"
                    | "november"
                    | "december"
            );
            let before = at > 0 && scene.is(at - 1, is::TIME) && scene.is_title(at - 1);
            !year && !behind && !before
        }
        TokenKind::Word => matches!(
            scene.norm(at),
            "percent"
                | "million"
                | "billion"
                | "trillion"
                | "thousand"
                | "thousands"
                | "hundred"
                | "hundreds"
                | "dozen"
                | "dozens"
                | "millions"
                | "billions"
                | "half"
                | "doubled"
                | "tripled"
                | "halved"
                | "two"
                | "three"
                | "four"
                | "five"
                | "six"
                | "seven"
                | "eight"
                | "nine"
                | "ten"
        ),
        _ => false,
    }
}

fn is_comparison(scene: &Scene, at: usize) -> bool {
    let norm = scene.norm(at);
    matches!(
        norm,
        "more"
            | "less"
            | "most"
            | "least"
            | "fewer"
            | "than"
            | "best"
            | "worst"
            | "highest"
            | "lowest"
            | "largest"
            | "biggest"
            | "smallest"
            | "first"
            | "only"
            | "record"
            | "never"
            | "unprecedented"
            | "higher"
            | "lower"
            | "increase"
            | "increased"
            | "decreased"
            | "rose"
            | "fell"
    )
}
