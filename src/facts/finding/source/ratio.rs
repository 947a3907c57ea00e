//! A share of nobody knows how many: "nine out of ten dentists", where the article counts no dentists.

use crate::facts::finding::finding;
use crate::facts::finding::scene::Scene;
use crate::facts::{Finding, FindingCode, Member};
use crate::figures::{Figure, Kind};

/// The first share in words of an article that gives no count of what it is a share of.
pub(in crate::facts::finding) fn find(scene: &Scene, findings: &mut Vec<Finding>) {
    let figures = &scene.linked.figures;
    let whole = |figure: &Figure| {
        let survey = scene.text.tokens_in(figure.span).start;
        let near = survey.saturating_sub(8)..survey + 10;
        let asked = near.into_iter().any(|at| {
            matches!(
                scene.norm(at),
                "survey"
                    | "surveyed"
                    | "polled"
                    | "poll"
                    | "asked"
                    | "interviewed"
                    | "questioned"
                    | "sample"
                    | "respondents"
                    | "study"
                    | "participants"
            )
        });
        figure.kind == Kind::Count && asked
    };
    let share = |figure: &&Figure| {
        figure.kind == Kind::Ratio
            && figure.measures.is_some()
            && scene.text.slice(figure.span).contains(" out of ")
            && !scene.is_headline(figure.span)
    };
    let Some(at) = figures.iter().position(|figure| share(&figure)) else { return };
    let sentence = scene.sentence(figures[at].span);
    let alone = figures.iter().filter(|figure| scene.sentence(figure.span) == sentence).count() == 1;
    if alone && !figures.iter().any(whole) {
        let words = scene.words(figures[at].span);
        let text = format!(
            "A share of an unknown number. The article says {words}, and does not say of how many that were asked or counted."
        );
        findings.push(finding(
            FindingCode::LoadedArithmetic,
            "facts/loaded-arithmetic",
            vec![Member::Figure(at)],
            text,
        ));
    }
}
