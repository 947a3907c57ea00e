//! Ranks: "No. 1", "number two", "#3", "ranked 12th", "the third-largest", "top 10".
//!
//! Left alone: "No 10" of Downing Street.

use super::scene::{Draft, Scene, Sort};
use super::{Find, Kind};
use crate::numeral;
use crate::reason::Reason;
use crate::rule::Rule;
use crate::span::Span;
use crate::tag::Pos;

pub(super) const RULE: Rule<Find> =
    Rule { name: "figures/rank", about: "“No. 1”, “ranked 12th”, “the third-largest”", find };

/// Finds ranks.
fn find(scene: &Scene, at: usize) -> Option<Draft> {
    let text = scene.text;
    let anchor = &scene.anchors[at];
    let numeral = &anchor.numeral;
    if anchor.sort != Sort::Numeral || numeral.value.has_point() || numeral.scale != 0 || numeral.value.is_negative() {
        return None;
    }
    let start = numeral.tokens.start;
    let behind = scene.behind(at);
    if numeral.kind == numeral::Kind::Ordinal {
        let next = scene.over_hyphen(behind);
        let superlative = scene.is_word(next)
            && next < scene.end(at)
            && (matches!(
                scene.norm(next),
                "most" | "best" | "worst" | "least" | "placed" | "seed" | "seeded" | "ranked"
            ) || scene.norm(next).len() > 5
                && scene.norm(next).ends_with("est")
                && !matches!(
                    scene.norm(next),
                    "interest"
                        | "request"
                        | "harvest"
                        | "contest"
                        | "protest"
                        | "arrest"
                        | "forest"
                        | "honest"
                        | "guest"
                        | "northwest"
                        | "southwest"
                        | "midwest"
                ));
        if superlative {
            let span = Span::new(numeral.span.start, text.tokens[next].span.end);
            let reason = Reason::at("rank", format!("before “{}”", scene.raw(next)), text.tokens[next].span);
            return Some(scene.draft(at, Kind::Rank, RULE.name, span).because(reason));
        }
        let back = (0..3).find(|&back| {
            matches!(
                scene.before(at, start, back),
                "ranked" | "ranks" | "rank" | "ranking" | "finished" | "placed" | "finishing" | "came" | "seeded"
            )
        })?;
        let word = start - 1 - back;
        let reason = Reason::at("rank", format!("after “{}”", scene.raw(word)), text.tokens[word].span);
        return Some(scene.draft(at, Kind::Rank, RULE.name, numeral.span).because(reason));
    }
    if numeral.kind != numeral::Kind::Cardinal || numeral.tail.is_some() {
        return None;
    }
    let mut mark = start.checked_sub(1).filter(|mark| *mark >= anchor.sentence.start)?;
    if scene.hyphen(mark) && mark > anchor.sentence.start {
        mark -= 1;
    }
    let takes = match text.norm(mark) {
        "no" | "no." | "nos." | "№" => numeral.digits && (scene.capital(mark) || text.norm(mark) == "no."),
        "number" => match scene.before(at, mark, 0) {
            // "Advisory Number 14" is its name.
            _ if scene.capital(mark) && mark > anchor.sentence.start + 1 && scene.capital(mark - 1) => false,
            "phone" | "telephone" | "flight" | "serial" | "registration" | "this" | "account" => false,
            "the" => !numeral.digits,
            _ => true,
        },
        "#" => numeral.digits && !scene.spaced(start),
        "top" => {
            super::money::find(scene, at).is_none_or(|draft| draft.figure.unit.is_none())
                && !matches!(scene.norm(behind), "%" | "percent" | "per")
        }
        _ => false,
    };
    if !takes {
        return None;
    }
    // "No 10 said": the Prime Minister's office.
    if matches!(scene.raw(mark), "No" | "Number")
        && numeral.value == crate::numeral::Decimal::from(10u32)
        && !matches!(scene.pos(behind), Pos::Noun | Pos::Adj | Pos::Propn)
    {
        return None;
    }
    let mut span = text.tokens[mark].span.cover(numeral.span);
    if text.norm(mark) == "top" {
        span = numeral.span;
    }
    let reason = Reason::at("rank", format!("“{}” stands before it", scene.raw(mark)), text.tokens[mark].span);
    Some(scene.draft(at, Kind::Rank, RULE.name, span).because(reason))
}
