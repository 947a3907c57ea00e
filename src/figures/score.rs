//! Scores and votes: "won 2-1", "a 52-48 vote", "by 7 votes to 2", "6-4, 6-3".
//!
//! Left alone: ranges ("10-15 people"), seasons ("2013-14"), odds.

use super::scene::{Draft, Scene, Sort};
use super::{Amount, Find, Kind, noun, quantity};
use crate::numeral::{self, Decimal};
use crate::reason::{Confidence, Reason};
use crate::rule::Rule;
use crate::span::Span;

pub(super) const RULE: Rule<Find> =
    Rule { name: "figures/score", about: "“won 2-1”, “a 52-48 vote”, “7 votes to 2”", find };

/// Finds scores.
fn find(scene: &Scene, at: usize) -> Option<Draft> {
    let text = scene.text;
    let first = scene.numeral(at);
    if !plain(scene, at) || first.tail.is_some() {
        return None;
    }
    let behind = scene.behind(at);
    if let Some(draft) = votes(scene, at, behind) {
        return Some(draft);
    }
    let dash = matches!(scene.norm(behind), "-" | "–" | "‑");
    let to = scene.norm(behind) == "to";
    // "2 - 1" with spaces is how newswire text writes it.
    if !(dash || to) || scene.spaced(behind) != scene.spaced(behind + 1) {
        return None;
    }
    let second = scene.anchor_at(at + 1, behind + 1)?;
    if !plain(scene, second)
        || scene.numeral(second).tail.is_some()
        || scene.anchors[second].sentence != scene.anchors[at].sentence
    {
        return None;
    }
    let (a, b) = (first.value, scene.numeral(second).value);
    let after = scene.behind(second);
    let in_sentence = after < scene.end(at);
    let next = if in_sentence { scene.norm(after) } else { "" };
    // A third number makes it a code, a unit after it a range.
    if quantity::unit_at(scene, second, after).is_some() {
        return None;
    }
    if scene.hyphen(after)
        && (scene.anchor_at(second + 1, after + 1).is_some() || scene.is_word(after + 1) && !cue(scene.norm(after + 1)))
    {
        return None;
    }
    if matches!(
        next,
        "%" | "percent" | "per" | "pct" | "odds" | "point" | "points" | "million" | "billion" | "°" | "°c"
    ) {
        return None;
    }
    let start = first.tokens.start;
    let mut cued = in_sentence && (cue(next) || cue(scene.norm(after + 1)) && !scene.hyphen(after));
    let mut cue_at = if cued { Some(after) } else { None };
    for back in 0..6 {
        let word = scene.before(at, start, back);
        if cue(word) && word != "up" && word != "down" {
            cued = true;
            cue_at = cue_at.or(Some(start - 1 - back));
            break;
        }
    }
    let bill = to
        && scene.numeral(second).digits
        && first.digits
        && (0..5).any(|back| {
            matches!(
                scene.before(at, start, back),
                "passed" | "approved" | "rejected" | "voted" | "backed" | "adopted" | "defeated"
            )
        });
    let counted = in_sentence && scene.is_word(after) && !cue(next) && noun::is_plural(next) && !noun::is_stop(next);
    // "6-4, 6-3": a run of scores.
    let run = in_sentence
        && matches!(next, "," | "(")
        && scene
            .anchor_at(second + 1, after + 1)
            .is_some_and(|third| scene.hyphen(scene.behind(third)) && plain(scene, third));
    let previous = at >= 2
        && scene.before(at, start, 0) == ","
        && scene.numeral(at - 1).tokens.end + 1 == start
        && scene.hyphen(scene.numeral(at - 1).tokens.start.saturating_sub(1));
    let takes = if to {
        // "voted 220 to 210", "lost 3 to 1", "approved the bill 319 to 219"
        (cued || bill)
            && !counted
            && (0..4).any(|back| {
                matches!(
                    scene.before(at, start, back),
                    "voted"
                        | "vote"
                        | "votes"
                        | "won"
                        | "lost"
                        | "beat"
                        | "by"
                        | "score"
                        | "ruled"
                        | "passed"
                        | "approved"
                        | "rejected"
                        | "backed"
                        | "adopted"
                        | "defeated"
                        | "bill"
                        | "measure"
                        | "resolution"
                        | "motion"
                        | "amendment"
                        | "act"
                )
            })
            && !matches!(scene.before(at, start, 0), "from")
    } else if counted && !cued {
        false
    } else {
        cued && !(counted && a < b) || run || previous || (a >= b && !counted && glued(scene, behind) && b.is_zero())
    };
    if !takes || a > Decimal::from(2000u32) || b > Decimal::from(2000u32) {
        return None;
    }
    let span = Span::new(first.span.start, scene.numeral(second).span.end);
    let reason = match cue_at {
        Some(cue) => Reason::at("score", format!("beside “{}”", scene.raw(cue)), text.tokens[cue].span),
        None => Reason::new("score", "two numbers with a dash and nothing counted"),
    };
    Some(both(scene.draft(at, Kind::Score, RULE.name, span), a, b).taking(second + 1).because(reason))
}

/// Words beside which two numbers are a score.
fn cue(norm: &str) -> bool {
    matches!(
        norm,
        "win"
            | "wins"
            | "won"
            | "victory"
            | "victories"
            | "vote"
            | "votes"
            | "voted"
            | "defeat"
            | "defeats"
            | "defeated"
            | "lead"
            | "leads"
            | "led"
            | "draw"
            | "drew"
            | "drawn"
            | "loss"
            | "losses"
            | "lost"
            | "lose"
            | "decision"
            | "ruling"
            | "ruled"
            | "margin"
            | "majority"
            | "triumph"
            | "thrashing"
            | "beat"
            | "beaten"
            | "beating"
            | "record"
            | "tie"
            | "tied"
            | "score"
            | "scored"
            | "aggregate"
            | "level"
            | "down"
            | "up"
            | "ahead"
            | "trailed"
            | "trailing"
            | "thrashed"
            | "edged"
            | "overcame"
            | "passed"
            | "approved"
            | "rejected"
            | "tally"
            | "deficit"
            | "advantage"
            | "split"
            | "success"
            | "shutout"
            | "rout"
            | "series"
            | "set"
            | "half-time"
            | "halftime"
            | "against"
            | "away"
            | "home"
            | "penalties"
            | "shootout"
            | "equalised"
            | "goals"
            | "it"
    )
}

fn glued(scene: &Scene, dash: usize) -> bool {
    !scene.spaced(dash)
}

fn plain(scene: &Scene, at: usize) -> bool {
    let anchor = &scene.anchors[at];
    let numeral = &anchor.numeral;
    anchor.sort == Sort::Numeral
        && numeral.kind == numeral::Kind::Cardinal
        && numeral.scale == 0
        && !numeral.value.has_point()
        && !numeral.value.is_negative()
        && (numeral.digits || numeral.tokens.len() == 1)
        && !scene.text.as_str()[..numeral.span.start as usize].ends_with(['$', '£', '€'])
}

fn both(mut draft: Draft, a: Decimal, b: Decimal) -> Draft {
    // In the order said: of "lost 1-3" the loser's stands first.
    draft.figure.amount = Amount::Range { low: Some(a), high: Some(b) };
    draft.trust(Confidence::Medium)
}

/// "7 votes to 2".
fn votes(scene: &Scene, at: usize, behind: usize) -> Option<Draft> {
    if !matches!(scene.norm(behind), "votes" | "goals" | "sets" | "games") || scene.norm(behind + 1) != "to" {
        return None;
    }
    let second = scene.anchor_at(at + 1, behind + 2)?;
    if scene.anchors[second].sentence != scene.anchors[at].sentence || !plain(scene, second) {
        return None;
    }
    let (a, b) = (scene.numeral(at).value, scene.numeral(second).value);
    let span = Span::new(scene.numeral(at).span.start, scene.numeral(second).span.end);
    let name = noun::singular(scene.norm(behind));
    let draft = both(scene.draft(at, Kind::Score, RULE.name, span), a, b);
    let reason = Reason::at("score", "one number of them to another", scene.text.tokens[behind].span);
    Some(draft.name(name).taking(second + 1).because(reason))
}
