//! Fractions of something: "two-thirds of voters", "a fifth of", "half the seats", "nearly half".

use super::scene::{Draft, Scene, Sort};
use super::{Find, Kind, noun};
use crate::numeral;
use crate::reason::Reason;
use crate::rule::Rule;
use crate::times;

pub(super) const RULE: Rule<Find> =
    Rule { name: "figures/fraction", about: "“two-thirds of voters”, “half the seats”", find };

/// Finds fractions.
fn find(scene: &Scene, at: usize) -> Option<Draft> {
    let numeral = scene.numeral(at);
    if numeral.kind != numeral::Kind::Fraction || scene.anchors[at].sort != Sort::Numeral {
        return None;
    }
    let behind = scene.behind(at);
    // "a quarter of an hour", "half year results"
    let whole = skip_determiners(scene, if scene.norm(behind) == "of" { behind + 1 } else { behind });
    if whole < scene.end(at) && times::is_unit(scene.norm(whole)) {
        return None;
    }
    let mut draft = scene.draft(at, Kind::Ratio, RULE.name, numeral.span);
    if scene.norm(behind) == "of" && behind < scene.end(at) {
        let start = noun::owned(scene, skip_determiners(scene, behind + 1), scene.end(at));
        if let Some(phrase) = noun::phrase(scene, start, scene.end(at), true) {
            draft = draft.name(noun::singular(scene.norm(phrase.head)));
        }
    }
    Some(draft.because(Reason::at("fraction", "a part of a whole", numeral.span)))
}

/// Over "the", "its", "all the".
pub fn skip_determiners(scene: &Scene, mut at: usize) -> usize {
    for _ in 0..3 {
        if !matches!(
            scene.norm(at),
            "the"
                | "its"
                | "their"
                | "his"
                | "her"
                | "our"
                | "these"
                | "those"
                | "all"
                | "a"
                | "an"
                | "my"
                | "your"
                | "this"
        ) {
            break;
        }
        at += 1;
    }
    at
}
