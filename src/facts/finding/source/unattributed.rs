//! Statements without a source: shares, rates and great numbers that the article gives in its own voice, and laws that
//! it says are in force.
//!
//! Left alone are sentences whose source stands in them or right beside them, what happened on a day, changes (results
//! and markets have those), scores, forecasts, and whatever a report or a survey is named for.

use super::score;
use crate::claims::{Claim, Mode};
use crate::facts::finding::scene::Scene;
use crate::facts::finding::{finding, value, words};
use crate::facts::{Finding, FindingCode, Member};
use crate::figures::{Figure, Kind};
use crate::numeral::Decimal;
use crate::order;
use crate::span::Span;
use crate::tag::Pos;
use crate::text::BlockKind;
use crate::times::Grain;
use rustc_hash::FxHashSet;

/// Statements without a source that are shown at most, the ones most worth checking first.
const SHOWN: usize = 2;

/// The least check-worthiness of a statement that is shown.
const LEAST: u8 = 75;

/// The same of one that says what the law is.
const LEAST_LAW: u8 = 55;

/// A text of no more sentences than this is pasted to be weighed.
const SNIPPET: usize = 3;

/// How many words of a sentence are read.
const LONG: usize = 80;

/// From how many on a count is one that nobody can count alone.
const MANY: u32 = 100_000;

/// Scores in an article from which on it tells of a match.
const SCORES: usize = 2;

/// An article that names fewer sources is none that reports: a manual, a review, an advertisement.
const SOURCES: usize = 2;

/// What the article states itself, with a number or a rule in it and nobody to ask.
pub(super) fn find(scene: &Scene, findings: &mut Vec<Finding>) {
    let scores = scene.linked.figures.iter().filter(|figure| figure.kind == Kind::Score).count();
    let claims = &scene.linked.claims;
    let sources = claims.iter().filter(|claim| claim.source.is_some()).count();
    let snippet = scene.text.sentences.len() <= SNIPPET;
    if scores >= SCORES || sources < SOURCES && !snippet {
        return;
    }
    let sourced = Sourced::new(scene);
    let mut strong: Vec<usize> = (0..claims.len())
        .filter(|at| {
            let claim = &claims[*at];
            let plain = claim.mode == Mode::Narrator && is_checkable(scene, claim);
            plain && claim.content.first().is_some_and(|span| sourced.lacks(scene, *span))
        })
        .collect();
    order::by(&mut strong, |at| (u64::MAX - u64::from(score(&claims[*at])), 0));
    strong.truncate(SHOWN);
    order::by(&mut strong, |at| (*at as u64, 0));
    for at in strong {
        let text = "A statement without a source. The article says this itself. Who says so, or where to look it up, is not given.";
        let code = FindingCode::UnattributedClaim;
        let mut found = finding(code, vec![Member::Claim(at)], text.to_owned());
        found.reasons = claims[at].checkworthy.iter().flat_map(|worth| worth.reasons.clone()).collect();
        findings.push(found);
    }
}

/// Whether a claim says what somebody must have counted, or what the law is.
fn is_checkable(scene: &Scene, claim: &Claim) -> bool {
    let has = |code: &str| claim.checkworthy.iter().flat_map(|worth| &worth.reasons).any(|reason| reason.code == code);
    let figures = || claim.figures.iter().filter_map(|at| scene.linked.figures.get(*at));
    let mut times = claim.times.iter().filter_map(|at| scene.linked.times.get(*at));
    let dated = times.any(|time| time.meaning.grain.is_some_and(|grain| grain <= Grain::Day));
    let moves = figures().any(|figure| figure.change.is_some() || matches!(figure.kind, Kind::Score | Kind::Age));
    // "has banned ships of more than 300 metres"
    let perfect = || {
        let mut tokens = claim.content.iter().flat_map(|span| scene.text.tokens_in(*span)).take(LONG);
        tokens.any(|at| matches!(scene.norm(at), "has" | "have") && scene.pos(at) == Pos::Aux)
    };
    let numbered = figures().any(|figure| !matches!(figure.kind, Kind::Ordinal | Kind::Rank));
    let law = has("law") && numbered && score(claim) >= LEAST_LAW && perfect();
    let statistic = score(claim) >= LEAST && figures().any(is_statistic);
    !SPOKEN.iter().any(|code| has(code)) && !dated && !moves && (law || statistic)
}

/// Signs that a sentence cites somebody, or tells no fact.
const SPOKEN: &[&str] =
    &["cited", "said", "perhaps", "should", "future", "belief", "value", "aims", "can", "i", "you", "question"];

fn is_statistic(figure: &Figure) -> bool {
    let value = value::exact(figure).filter(|_| figure.measures.is_some());
    match figure.kind {
        Kind::Percent => value.is_some_and(|value| value < Decimal::from(100u32)),
        Kind::Count => value.is_some_and(|value| value >= Decimal::from(MANY)),
        _ => false,
    }
}

/// The sentences in which somebody says something.
struct Sourced {
    sentences: FxHashSet<usize>,
}

impl Sourced {
    fn new(scene: &Scene) -> Sourced {
        let said = scene.linked.claims.iter().filter(|claim| claim.mode != Mode::Narrator);
        let spans = said.flat_map(|claim| claim.content.iter().copied().chain(claim.cue.iter().map(|cue| cue.span)));
        Sourced { sentences: spans.map(|span| scene.sentence(span)).collect() }
    }

    /// Whether a statement stands in a sentence of a paragraph that names no source, between sentences that name none
    /// either: what a source said a moment ago covers the sentence after it, and a source may follow what it said.
    fn lacks(&self, scene: &Scene, span: Span) -> bool {
        let at = scene.sentence(span);
        let prose = scene.block(span) == Some(BlockKind::Paragraph);
        let near = scene.text.sentences.get(at.saturating_sub(1)..=at).unwrap_or_default();
        let mut tokens = near.iter().flat_map(|sentence| sentence.tokens.clone().take(LONG));
        // "The study found …" covers its results, and "we" is the writer, who knows.
        let covered = tokens.any(|at| words::is("covered", scene.norm(at)));
        prose && !covered && !(at.saturating_sub(1)..=at + 1).any(|near| self.sentences.contains(&near))
    }
}
