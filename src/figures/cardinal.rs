//! Numbers with nothing beside them: "fell to 38", "of the five", "the answer is 42".

use super::scene::{Draft, Scene, Sort};
use super::{Find, Kind};
use crate::numeral;
use crate::reason::{Confidence, Reason};
use crate::rule::Rule;
use crate::times;

pub(super) const RULE: Rule<Find> =
    Rule { name: "figures/cardinal", about: "a number with nothing beside it: “fell to 38”", find };

/// Finds plain numbers.
fn find(scene: &Scene, at: usize) -> Option<Draft> {
    let anchor = &scene.anchors[at];
    let numeral = &anchor.numeral;
    if anchor.sort != Sort::Numeral || !matches!(numeral.kind, numeral::Kind::Cardinal | numeral::Kind::Vague) {
        return None;
    }
    // "two morning sessions", "tens of thousands of years": times leaves some of these alone, and no figure counts time.
    let behind = scene.over_hyphen(scene.behind(at));
    let behind = if scene.norm(behind) == "of" { behind + 1 } else { behind };
    if behind < anchor.sentence.end && times::is_unit(scene.norm(behind)) {
        return None;
    }
    let mut draft = scene.draft(at, Kind::Cardinal, RULE.name, numeral.span).trust(Confidence::Medium);
    if let Some(tail) = numeral.tail {
        // "5m" alone is five million or five metres; in news it is the former.
        let power = match scene.text.slice(tail) {
            "m" | "M" => 6,
            "b" | "B" => 9,
            "s" => return None,
            _ => return None,
        };
        draft = draft.value(numeral.value.scaled(power)?);
        draft.figure.span = numeral.span.cover(tail);
        draft.tokens.end = numeral.tokens.end;
    }
    draft.bare = true;
    Some(draft.because(Reason::new("number", "a number with nothing named that it counts or measures")))
}
