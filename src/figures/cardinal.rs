//! Numbers with nothing beside them: "fell to 38", "of the five", "the answer is 42".

use super::Kind;
use super::scene::{Draft, Scene, Sort};
use crate::numeral;
use crate::reason::{Confidence, Reason};

/// Finds plain numbers.
pub fn find(scene: &Scene, at: usize) -> Option<Draft> {
    let anchor = &scene.anchors[at];
    let numeral = &anchor.numeral;
    if anchor.sort != Sort::Numeral || !matches!(numeral.kind, numeral::Kind::Cardinal | numeral::Kind::Vague) {
        return None;
    }
    let mut draft = scene.draft(at, Kind::Cardinal, "figures/cardinal", numeral.span).trust(Confidence::Medium);
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
