//! Check-worthiness: how much a claim rewards checking, as a scorecard of named reasons.
//!
//! The reasons are those that fact-checkers name (Full Fact's and ClaimBuster's guidelines): a figure, a comparison, a
//! cause, a law or rule, a named actor, something that happened or is the case; against them opinion, question, future,
//! personal experience. Each has a number of points in `model/checkworthy.tsv`: the weights of a logistic regression,
//! scaled and rounded, so that a score is a sum that can be read out. The sum is held between 0 and 100.

mod sign;

pub use sign::SIGNS;

use super::scene::Scene;
use super::{Checkworthy, Claim, CueClass, Modality};
use crate::lexicon;
use crate::reason::Reason;
use crate::span::Span;
use crate::syntax;
use crate::tag::Tagged;
use crate::text::Text;
use std::sync::LazyLock;

/// What a claim's own description takes, where the cue tells what the words alone do not.
const OPINION: (i32, &str, &str) = (-6, "opinion", "it is given as an opinion or a feeling");
const ASKED: (i32, &str, &str) = (-14, "asked", "somebody asks it");
const WISH: (i32, &str, &str) = (-8, "wish", "it is a demand or a promise");

/// Reasons of fewer points than this are not read out.
const SPOKEN: i32 = 2;

/// The points of a scorecard.
struct Card {
    start: i32,
    points: [i32; SIGNS.len()],
}

/// The weights of the signs, as the trainer writes them.
pub(crate) static WEIGHTS: &str = include_str!("../../../model/checkworthy.tsv");

static CARD: LazyLock<Card> = LazyLock::new(|| {
    let mut card = Card { start: 0, points: [0; SIGNS.len()] };
    for row in lexicon::rows(WEIGHTS) {
        let points = row.get(1).and_then(|points| points.parse().ok()).unwrap_or(0);
        match SIGNS.iter().position(|sign| sign.0 == row[0]) {
            Some(sign) => card.points[sign] = points,
            None => card.start = points,
        }
    }
    card
});

/// The bit of a class of words.
pub(super) fn class(name: &str) -> u64 {
    SIGNS[..sign::WORDS].iter().position(|sign| sign.0 == name).map_or(0, |sign| 1 << sign)
}

pub(super) fn refine(scene: &Scene, claims: &mut Vec<Claim>) {
    for claim in claims {
        // "X supported the war": what can be checked is that X did.
        let whole = [super::object::RULE.name, super::infinitive::RULE.name].contains(&claim.by.rule);
        let mut parts = claim.content.clone();
        if whole {
            parts.extend(claim.cue.iter().map(|cue| cue.span).chain(claim.source.iter().map(|source| source.span)));
            parts.sort();
        }
        let worth = weigh(scene, &parts, Some(claim));
        claim.checkworthy = Some(worth);
    }
}

/// The signs of each sentence of a text that stands by itself, for those who fit the scorecard.
pub fn signs(text: &Text, tagged: &Tagged) -> Vec<usize> {
    let parsed = syntax::parse(text, tagged);
    let scene = Scene::new(text, tagged, &parsed);
    let whole: Vec<Span> = text.sentences.iter().map(|sentence| sentence.span).collect();
    sign::read(&scene, &whole).into_iter().map(|(sign, _)| sign).collect()
}

/// The score of some content, with its reasons, the weightiest first.
pub(super) fn weigh(scene: &Scene, content: &[Span], claim: Option<&Claim>) -> Checkworthy {
    let card: &Card = &CARD;
    let mut score = card.start;
    let mut found: Vec<(i32, &'static str, &'static str, Option<Span>)> = Vec::new();
    for (sign, at) in sign::read(scene, content) {
        let points = card.points[sign];
        score += points;
        let (code, words) = SIGNS[sign];
        found.push((points, code, words, at.map(|at| scene.text.tokens[at].span)));
    }
    let described = claim.and_then(|claim| match claim.modality {
        Modality::Question => Some(ASKED),
        Modality::Demand | Modality::Intention => Some(WISH),
        Modality::Opinion => Some(OPINION),
        _ if claim.cue.as_ref().is_some_and(|cue| cue.class == CueClass::Belief) => Some(OPINION),
        Modality::Fact | Modality::Prediction => None,
    });
    if let Some((points, code, words)) = described {
        score += points;
        found.push((points, code, words, None));
    }
    found.retain(|reason| reason.0.abs() >= SPOKEN);
    crate::order::by(&mut found, |reason| (u64::MAX - u64::from(reason.0.unsigned_abs()), 0));
    let reasons = found
        .into_iter()
        .map(|(points, code, words, at)| {
            let text = format!("{words} ({}{})", if points < 0 { "−" } else { "+" }, points.abs());
            match at {
                Some(span) => Reason::at(code, text, span),
                None => Reason::new(code, text),
            }
        })
        .collect();
    Checkworthy { score: score.clamp(0, 100) as u8, reasons }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::{Given, tag, text};

    fn score(sentence: &str) -> u8 {
        let text = text::read(sentence, &Given::default());
        let tagged = tag::tag(&text);
        let parsed = syntax::parse(&text, &tagged);
        let scene = Scene::new(&text, &tagged, &parsed);
        weigh(&scene, &[text.sentences[0].span], None).score
    }

    #[test]
    fn a_figure_is_worth_more_than_a_feeling() {
        let checkable = [
            "The city cut 1,400 jobs in its schools last year.",
            "Exports to Norway fell by 12 percent in March.",
            "Senator Holt voted against the water bill in 2019.",
        ];
        let idle = [
            "I think we should all be proud tonight.",
            "What would you do?",
            "Thank you all, and good evening.",
            "That is a beautiful thing.",
        ];
        let least = checkable.map(score).into_iter().min();
        let most = idle.map(score).into_iter().max();
        assert!(least > most.map(|most| most + 20), "{:?} {:?}", checkable.map(score), idle.map(score));
    }

    #[test]
    fn every_class_of_words_is_a_sign() {
        for row in lexicon::rows(include_str!("../../../data/lexicon/checkworthy.tsv")) {
            assert_ne!(class(row[0]), 0, "{}", row[0]);
        }
    }
}
