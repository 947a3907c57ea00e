//! A share of nobody knows how many: "nine out of ten dentists", where the article counts no dentists.

use crate::facts::finding::finding;
use crate::facts::finding::scene::Scene;
use crate::facts::finding::words;
use crate::facts::{Finding, FindingCode, Member};
use crate::figures::{Figure, Kind};

/// How many words from a count those stand that were asked.
const NEAR: usize = 8;

/// The first share in words of an article that gives no count of what it is a share of.
pub(super) fn find(scene: &Scene, findings: &mut Vec<Finding>) {
    let figures = &scene.linked.figures;
    let asked = |figure: &Figure| {
        let start = scene.text.tokens_in(figure.span).start;
        figure.kind == Kind::Count
            && (start.saturating_sub(NEAR)..start + NEAR).any(|at| words::is("asked", scene.norm(at)))
    };
    let Some(at) = figures.iter().position(|figure| is_bare_share(scene, figure)) else { return };
    let sentence = scene.sentence(figures[at].span);
    let alone = figures.iter().filter(|figure| scene.sentence(figure.span) == sentence).count() == 1;
    if alone && !figures.iter().any(asked) {
        let words = scene.words(figures[at].span);
        let text = format!("A share of an unknown number. The article says {words}, and does not say of how many.");
        findings.push(finding(FindingCode::LoadedArithmetic, vec![Member::Figure(at)], text));
    }
}

/// "nine out of ten dentists": not "301 out of 372 members", which says of how many.
fn is_bare_share(scene: &Scene, figure: &Figure) -> bool {
    let words = scene.words(figure.span).to_lowercase();
    let small = |whole: &str| matches!(whole, "ten" | "10" | "five" | "5" | "four" | "4" | "three" | "3");
    let share = words.split_once(" out of ").is_some_and(|(_, whole)| small(whole));
    figure.kind == Kind::Ratio && share && figure.measures.is_some() && figure.claim.is_some()
}
