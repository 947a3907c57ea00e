//! Works: names in quotation marks behind a word for a sort of work.

use super::{Find, Kind, Label, Proposal, Scene};
use crate::reason::{Confidence, Reason};
use crate::rule::Rule;

/// "the film “Silent Harbour”": capitals in quotation marks right behind a word for a work. Leaves alone
/// other quoted words.
pub(super) const RULE: Rule<Find> =
    Rule { name: "entities/work", about: "a work in quotation marks: the film “Silent Harbour”", find };

fn find(scene: &Scene, proposals: &mut Vec<Proposal>) {
    let text = scene.text;
    for run in &scene.runs {
        let start = run.tokens.start;
        if start < run.sentence.start + 2 {
            continue;
        }
        let open = text.norm(start - 1);
        if matches!(open, "\"" | "\u{201c}" | "'" | "\u{2018}") {
            // "the film", "a novel called"
            let back = (run.sentence.start..start - 1).rev().take(4);
            let passed = |at: &usize| {
                matches!(text.norm(*at), "called" | "titled" | "entitled" | "," | "named" | "-" | "hit" | "year" | "'s")
            };
            let Some(word) = back.clone().find(|at| !passed(at) || is_work(text.norm(*at))) else { continue };
            if !is_work(text.norm(word)) {
                continue;
            }
            let close = (start..run.sentence.end.min(start + 12))
                .find(|at| matches!(text.norm(*at), "\"" | "\u{201d}" | "'" | "\u{2019}"));
            let Some(mut end) = close else { continue };
            while end > start && matches!(text.norm(end - 1), "," | ".") {
                end -= 1;
            }
            if end == start {
                continue;
            }
            let word = scene.span(word..word + 1);
            let why = format!("quoted behind “{}”", text.slice(word));
            let proposal = Proposal::new(scene, start..end, Kind::Work, Some(Label::WorkOfArt), RULE.name);
            proposals.push(proposal.weighing(120).sure(Confidence::Medium).because(Reason::at(
                "quoted-work",
                why,
                word,
            )));
        }
    }
}

fn is_work(norm: &str) -> bool {
    matches!(
        norm,
        "film"
            | "movie"
            | "book"
            | "novel"
            | "song"
            | "album"
            | "single"
            | "show"
            | "series"
            | "programme"
            | "program"
            | "play"
            | "musical"
            | "opera"
            | "documentary"
            | "painting"
            | "poem"
            | "memoir"
            | "autobiography"
            | "sitcom"
            | "drama"
            | "comedy"
            | "thriller"
            | "game"
            | "podcast"
            | "track"
            | "hit"
            | "ballet"
            | "magazine"
            | "biography"
    )
}
