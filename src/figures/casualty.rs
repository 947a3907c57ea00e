//! People who are counted without a noun: "killed three", "at least 20 dead", "five injured", "12 others".
//!
//! Left alone: "killed three birds" (a count of birds), "won three", "three others" of things.

use super::scene::{Draft, Scene, Sort};
use super::{Find, Kind};
use crate::numeral;
use crate::reason::Reason;
use crate::rule::Rule;
use crate::tag::Pos;

pub(super) const RULE: Rule<Find> =
    Rule { name: "figures/casualty", about: "people without a noun: “killed three”, “20 dead”", find };

/// Finds counts of people that a word for what befell them tells.
fn find(scene: &Scene, at: usize) -> Option<Draft> {
    let anchor = &scene.anchors[at];
    let numeral = &anchor.numeral;
    if anchor.sort != Sort::Numeral
        || !matches!(numeral.kind, numeral::Kind::Cardinal | numeral::Kind::Vague)
        || numeral.tail.is_some()
        || numeral.value.has_point()
        || numeral.value.is_negative()
    {
        return None;
    }
    let (start, behind) = (numeral.tokens.start, scene.behind(at));
    let end = anchor.sentence.end;
    let mut next = behind;
    // "five were killed", "two more people" is a count already, "three others wounded"
    let others = matches!(scene.norm(next), "others" | "more") && next < end;
    if others {
        next += 1;
    }
    for _ in 0..4 {
        let adverb = scene.norm(next).len() > 4 && scene.norm(next).ends_with("ly");
        if next < end
            && (adverb
                || matches!(
                    scene.norm(next),
                    "were"
                        | "was"
                        | "have"
                        | "has"
                        | "had"
                        | "been"
                        | "are"
                        | "also"
                        | "reported"
                        | "still"
                        | "others"
                        | "of"
                        | "them"
                ))
        {
            next += 1;
        }
    }
    // "50 injured people" counts people anyway.
    let noun = next + 1 < end
        && matches!(scene.pos(next + 1), Pos::Noun | Pos::Propn | Pos::Adj)
        && !super::noun::is_stop(scene.norm(next + 1));
    let befallen = next < end && fate(scene.norm(next)) && !scene.hyphen(next + 1) && !noun;
    let mut back = 0;
    // "killed at least three", "left about 20 dead"
    while back < 3
        && matches!(
            scene.before(at, start, back),
            "at" | "least"
                | "about"
                | "some"
                | "nearly"
                | "almost"
                | "more"
                | "than"
                | "up"
                | "to"
                | "as"
                | "many"
                | "another"
        )
    {
        back += 1;
    }
    let verb = scene.before(at, start, back);
    let ends = behind >= end
        || !scene.is_word(behind)
        || super::noun::is_stop(scene.norm(behind))
        || matches!(scene.norm(behind), "others" | "more" | "near" | "near-by" | "inside" | "outside");
    let harmed = ends
        && matches!(
            verb,
            "killed"
                | "infected"
                | "infecting"
                | "wounded"
                | "injured"
                | "killing"
                | "wounding"
                | "injuring"
                | "arrested"
                | "kills"
                | "wounds"
                | "injures"
                | "hospitalised"
                | "hospitalized"
                | "hospitalising"
        );
    let cue = if befallen {
        next
    } else if harmed {
        start - 1 - back
    } else {
        return None;
    };
    let span = scene.text.tokens[cue].span;
    let reason = Reason::at("counted", format!("people: “{}” says what befell them", scene.raw(cue)), span);
    let last = if others && scene.norm(behind) == "others" { scene.text.tokens[behind].span } else { numeral.span };
    let draft = scene.draft(at, Kind::Count, RULE.name, numeral.span.cover(last));
    Some(draft.name("person").because(reason))
}

fn fate(norm: &str) -> bool {
    matches!(
        norm,
        "dead"
            | "killed"
            | "wounded"
            | "injured"
            | "hurt"
            | "missing"
            | "arrested"
            | "detained"
            | "hospitalised"
            | "hospitalized"
            | "died"
            | "dying"
            | "drowned"
            | "unaccounted"
            | "homeless"
            | "infected"
            | "evacuated"
            | "rescued"
            | "aboard"
    )
}
