//! Strengths of earthquakes: "a magnitude 6.5 earthquake", "a 7.2-magnitude quake", "measured 5.4 on the Richter scale".
//!
//! The scales have no unit; the name says which is meant. Left alone: "an event of that magnitude".

use super::scene::{Draft, Scene, Sort};
use super::{Find, Kind};
use crate::numeral::{self, Decimal};
use crate::reason::Reason;
use crate::rule::Rule;
use crate::span::Span;

pub(super) const RULE: Rule<Find> =
    Rule { name: "figures/magnitude", about: "strengths of earthquakes: “magnitude 6.5”", find };

/// Finds magnitudes.
fn find(scene: &Scene, at: usize) -> Option<Draft> {
    let numeral = scene.numeral(at);
    let ten = Decimal::from(10u32);
    if scene.anchors[at].sort != Sort::Numeral
        || numeral.kind != numeral::Kind::Cardinal
        || numeral.tail.is_some()
        || numeral.value > ten
        || numeral.value.is_negative()
    {
        return None;
    }
    let start = numeral.tokens.start;
    let behind = scene.behind(at);
    let word = |back: usize| scene.before(at, start, back);
    let (mut span, cue) = if matches!(word(0), "magnitude" | "magnitude-") {
        (scene.text.tokens[start - 1].span.cover(numeral.span), start - 1)
    } else if word(0) == "-" && word(1) == "magnitude" {
        (scene.text.tokens[start - 2].span.cover(numeral.span), start - 2)
    } else if word(0) == "of" && word(1) == "magnitude" {
        (numeral.span, start - 2)
    } else if numeral.value.has_point()
        && behind < scene.end(at)
        && matches!(scene.norm(behind), "quake" | "earthquake" | "tremor" | "temblor" | "aftershock" | "foreshock")
    {
        (numeral.span, behind)
    } else if numeral.value.has_point()
        && word(0) == "was"
        && let Some(back) = (1..7).find(|&back| word(back) == "magnitude")
    {
        // "the magnitude of the quake was 6.6"
        (numeral.span, start - 1 - back)
    } else {
        let noun = scene.over_hyphen(behind);
        let within = (noun..noun + 5).find(|&here| matches!(scene.norm(here), "magnitude" | "richter"));
        let close = within.filter(|&here| here < scene.end(at) && (here == noun || scene.norm(behind) == "on"))?;
        let end = if close == noun { scene.text.tokens[noun].span.end } else { numeral.span.end };
        (Span::new(numeral.span.start, end), close)
    };
    span = span.cover(numeral.span);
    let reason = Reason::at("unit", "the strength of an earthquake", scene.text.tokens[cue].span);
    let draft = scene.draft(at, Kind::Quantity, RULE.name, span);
    Some(draft.unit("{magnitude}", "magnitude").because(reason))
}
