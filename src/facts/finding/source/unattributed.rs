//! Statements without a source.

use super::score;
use crate::claims::{self, Claim, Mode};
use crate::facts::finding::finding;
use crate::facts::finding::scene::Scene;
use crate::facts::{Finding, FindingCode, Member};
use crate::link::Linked;
use crate::order;
use crate::span::Span;
use crate::text::{BlockKind, Text};
use rustc_hash::FxHashSet;

/// Statements without a source that are shown at most, the ones most worth checking first.
const UNATTRIBUTED: usize = 3;
/// The least score of a statement without a source that is shown.
const UNATTRIBUTED_SCORE: u8 = 55;
/// What the article states itself, with a figure or a rule in it and nobody to ask.
pub(in crate::facts::finding) fn find(scene: &Scene, findings: &mut Vec<Finding>) {
    let checkable = |claim: &Claim| {
        let has = |worth: &claims::Checkworthy, codes: &[&str]| {
            worth.reasons.iter().any(|reason| codes.contains(&reason.code))
        };
        let worth = claim.checkworthy.as_ref();
        worth.is_some_and(|worth| has(worth, &["figure", "law"]) && has(worth, &["named-actor"]))
    };
    let sourced = Sourced::new(scene.text, scene.linked);
    let mut strong: Vec<usize> = (0..scene.linked.claims.len())
        .filter(|at| {
            let claim = &scene.linked.claims[*at];
            claim.mode == Mode::Narrator
                && score(claim) >= UNATTRIBUTED_SCORE
                && checkable(claim)
                && claim.content.first().is_some_and(|span| sourced.lacks(scene.text, *span))
        })
        .collect();
    order::by(&mut strong, |at| (u64::MAX - u64::from(score(&scene.linked.claims[*at])), 0));
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
        found.reasons = scene.linked.claims[at].checkworthy.iter().flat_map(|worth| worth.reasons.clone()).collect();
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
