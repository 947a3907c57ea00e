//! Works: names in quotation marks after a word for a kind of work.

use super::{Find, Kind, Label, Proposal, Scene};
use crate::reason::{Confidence, Reason};
use crate::rule::Rule;
use crate::text::Shape;
use std::ops::Range;

/// "the film “Silent Harbour”": capitals in quotation marks right after a word for a work. Leaves alone
/// other quoted words.
pub(super) const RULE: Rule<Find> =
    Rule { name: "entities/work", about: "a work in quotation marks: the film “Silent Harbour”", find };

fn find(scene: &Scene, proposals: &mut Vec<Proposal>) {
    let text = scene.text;
    for sentence in text.included() {
        let tokens = sentence.tokens.clone();
        for start in tokens.start + 2..tokens.end {
            let opens = matches!(text.norm(start - 1), "\"" | "'") && !text.spaced(start);
            if opens
                && text.tokens[start].shape != Shape::Lower
                && let Some(word) = word_before(scene, tokens.start..start - 1)
                && let Some(end) = close(scene, start..tokens.end.min(start + 12))
            {
                let word = scene.span(word..word + 1);
                let why = format!("quoted after “{}”", text.slice(word));
                let proposal = Proposal::new(scene, start..end, Kind::Work, Some(Label::WorkOfArt), RULE.name);
                let reason = Reason::at("quoted-work", why, word);
                proposals.push(proposal.weighing(120).sure(Confidence::Medium).because(reason));
            }
        }
    }
}

/// The word for a work before a quote mark: "the *film*", "a *novel* called".
fn word_before(scene: &Scene, before: Range<usize>) -> Option<usize> {
    let passed = |at: &usize| {
        matches!(scene.text.norm(*at), "called" | "titled" | "entitled" | "," | "named" | "-" | "hit" | "year" | "'s")
    };
    let word = before.rev().take(4).find(|at| !passed(at) || is_work(scene.text.norm(*at)))?;
    is_work(scene.text.norm(word)).then_some(word)
}

/// One past the last token of a title, which a closing mark follows; a comma or stop within the marks is no part of it.
fn close(scene: &Scene, tokens: Range<usize>) -> Option<usize> {
    let start = tokens.start;
    let mut end = tokens.clone().find(|at| matches!(scene.text.norm(*at), "\"" | "'"))?;
    while end > start && matches!(scene.text.norm(end - 1), "," | ".") {
        end -= 1;
    }
    (end > start).then_some(end)
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
