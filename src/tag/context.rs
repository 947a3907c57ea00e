//! What counts of neighbours cannot see: a few readings mended by the words around.

use super::Pos;
use super::costs::COSTS;
use crate::text::Text;
use std::ops::Range;

/// Mends the tags of one sentence.
///
/// - *have* and *do* are auxiliaries when a verb form follows, else verbs;
/// - *that* between a verb (or adjective) and the subject of a clause is a conjunction;
/// - *to* before a word that is as much a verb as a noun, and no other noun after it, makes an infinitive.
pub(super) fn mend(text: &Text, tokens: Range<usize>, pos: &mut [Pos]) {
    for at in tokens.clone() {
        let norm = text.norm(at);
        if norm == "that" && pos[at] == Pos::Pron && at > tokens.start && may_govern(text, at - 1, pos) {
            let next = if at + 1 < tokens.end { pos[at + 1] } else { Pos::Punct };
            if matches!(next, Pos::Propn | Pos::Noun | Pos::Pron | Pos::Det | Pos::Adj | Pos::Num) {
                pos[at] = Pos::Sconj;
            }
            continue;
        }
        if norm == "to" && pos[at] == Pos::Adp && at + 1 < tokens.end && pos[at + 1] == Pos::Noun {
            let noun_after = at + 2 < tokens.end && matches!(pos[at + 2], Pos::Noun | Pos::Propn);
            if !noun_after && COSTS.is_as_much_a_verb(text.norm(at + 1)) {
                pos[at] = Pos::Part;
                pos[at + 1] = Pos::Verb;
            }
            continue;
        }
        if !matches!(pos[at], Pos::Aux | Pos::Verb) {
            continue;
        }
        let have = matches!(norm, "have" | "has" | "had" | "having" | "'ve");
        if have || matches!(norm, "do" | "does" | "did") {
            pos[at] = if helps(text, at + 1..tokens.end, have, pos) { Pos::Aux } else { Pos::Verb };
        }
    }
}

/// Whether a fitting verb form follows within a few words that may stand between.
fn helps(text: &Text, after: Range<usize>, participle: bool, pos: &[Pos]) -> bool {
    let mut subject = false;
    for at in after.take(6) {
        let norm = text.norm(at);
        match pos[at] {
            Pos::Adv | Pos::Part if norm != "to" => {
                if matches!(norm, "n't" | "not") && !participle {
                    return true;
                }
            }
            Pos::Pron | Pos::Propn | Pos::Noun | Pos::Det | Pos::Adj
                if !participle || is_inverted(pos, at, subject) =>
            {
                subject = true;
            }
            Pos::Verb | Pos::Aux if participle => return !norm.ends_with("ing"),
            Pos::Verb | Pos::Aux => return true,
            _ => return false,
        }
    }
    false
}

/// A verb or adjective, with the day of it perhaps: "said on Tuesday that".
fn may_govern(text: &Text, at: usize, pos: &[Pos]) -> bool {
    matches!(pos[at], Pos::Verb | Pos::Adj | Pos::Adv) || text.norm(at).ends_with("day")
}

/// "Has he gone": one pronoun may stand between.
fn is_inverted(pos: &[Pos], at: usize, subject: bool) -> bool {
    pos[at] == Pos::Pron && !subject
}
