//! Lengths of time, which the times have: "90 days", "a five-year plan". Ages are none.

use super::time_unit;
use crate::figures::scene::{Scene, Sort};
use crate::numeral;

/// "90 days", "a five-year plan", "two and a half hours": the times have them. Ages are none.
pub fn find(scene: &Scene, at: usize) -> Option<usize> {
    if lasts(scene, at) {
        return Some(1);
    }
    // "2 to 3 years", "5-10 minutes": the first end belongs to the same time.
    let numeral = scene.numeral(at);
    let behind = scene.behind(at);
    let joins = match scene.norm(behind) {
        "to" | "-" | "–" | "or" => true,
        "and" => scene.before(at, numeral.tokens.start, 0) == "between",
        _ => false,
    };
    if !joins || behind >= scene.end(at) || numeral.tail.is_some() {
        return None;
    }
    let second = scene.anchor_at(at + 1, behind + 1)?;
    if scene.anchors[second].sentence == scene.anchors[at].sentence && lasts(scene, second) { Some(2) } else { None }
}

/// Whether a unit of time is behind a number.
fn lasts(scene: &Scene, at: usize) -> bool {
    let numeral = scene.numeral(at);
    if scene.anchors[at].sort != Sort::Numeral || numeral.kind == numeral::Kind::Ordinal {
        return false;
    }
    let behind = scene.behind(at);
    let mut noun = scene.over_hyphen(behind);
    // "30+ years", "30-plus years"
    if matches!(scene.norm(noun), "+" | "plus") {
        noun += 1;
    }
    // "three more years", "six long months", "the 20 previous years", "five and a half years"
    if matches!(
        scene.norm(noun),
        "more"
            | "further"
            | "additional"
            | "full"
            | "straight"
            | "consecutive"
            | "long"
            | "other"
            | "successive"
            | "previous"
            | "whole"
            | "or"
            | "calendar"
            | "working"
            | "business"
            | "trading"
            | "fiscal"
            | "past"
            | "light"
    ) && time_unit(scene.norm(noun + 1))
    {
        if scene.norm(noun) == "light" {
            return false;
        }
        noun += 1;
    }
    if scene.norm(noun) == "of" && numeral.kind == numeral::Kind::Vague {
        noun += 1;
    }
    // "a quarter of a century", "half an hour"
    if numeral.kind == numeral::Kind::Fraction {
        let article = if scene.norm(behind) == "of" { behind + 1 } else { behind };
        let unit = if matches!(scene.norm(article), "a" | "an") { article + 1 } else { article };
        noun = unit;
    }
    let unit = scene.norm(noun);
    // "100 m" is a length, "5 min" a time.
    if noun >= scene.end(at) || !time_unit(unit) || matches!(unit, "o'clock" | "noon" | "midnight" | "quarter") {
        return false;
    }
    let older = scene.over_hyphen(noun + 1);
    let age =
        matches!(scene.norm(older), "old" | "olds") || (scene.norm(noun + 1) == "of" && scene.norm(noun + 2) == "age");
    !age
}
