//! Multiples: "doubled", "tripled", "halved", "a threefold rise", "twice as many", "three times the size".
//!
//! Left alone: "twice a year" (a set of times), "double" the adjective ("a double murder").

use super::scene::{Draft, Scene, Sort};
use super::{Direction, Find, Kind};
use crate::numeral;
use crate::reason::Reason;
use crate::rule::Rule;
use crate::span::Span;
use crate::times;

pub(super) const RULE: Rule<Find> =
    Rule { name: "figures/multiple", about: "“doubled”, “halved”, “three times as many”", find };

/// Finds multiples.
fn find(scene: &Scene, at: usize) -> Option<Draft> {
    let text = scene.text;
    let anchor = &scene.anchors[at];
    let numeral = &anchor.numeral;
    let start = numeral.tokens.start;
    let behind = scene.behind(at);
    let next = if behind < anchor.sentence.end { scene.norm(behind) } else { "" };
    if anchor.sort == Sort::Numeral {
        // "three times as many", "five times the", "2.5 times higher"
        let times = scene.over_hyphen(behind);
        let after = scene.norm(times + 1);
        let takes = matches!(scene.norm(times), "times")
            && times < anchor.sentence.end
            && matches!(numeral.kind, numeral::Kind::Cardinal)
            && numeral.tail.is_none()
            && (matches!(
                after,
                "as" | "the"
                    | "more"
                    | "higher"
                    | "larger"
                    | "bigger"
                    | "greater"
                    | "lower"
                    | "its"
                    | "their"
                    | "what"
                    | "that"
                    | "longer"
                    | "faster"
                    | "less"
                    | "likelier"
                    | "smaller"
            ) || after.len() > 4 && after.ends_with("er") && scene.norm(times + 2) == "than")
            && !(after == "the" && time_word(scene.norm(times + 2)));
        let fold = scene.norm(times) == "fold" && times < anchor.sentence.end;
        if !takes && !fold {
            return None;
        }
        let word = text.tokens[times].span;
        let draft = scene.draft(at, Kind::Ratio, RULE.name, Span::new(numeral.span.start, word.end));
        return Some(draft.because(Reason::at("multiple", "so many times the other", word)));
    }
    if anchor.sort != Sort::Multiple {
        return None;
    }
    let word = scene.norm(start);
    let verb = word.ends_with("ed") || word.ends_with("ing");
    let before = scene.before(at, start, 0);
    let takes = match word {
        "twice" | "thrice" => {
            matches!(next, "as" | "the" | "its" | "their" | "that" | "what" | "his" | "her")
                && !time_word(scene.norm(behind + 1))
        }
        "double" | "triple" | "quadruple" | "halve" => {
            matches!(next, "the" | "its" | "their" | "that" | "what" | "in" | "to" | "his" | "her" | "from" | "by")
                && !matches!(before, "a" | "the" | "-")
                || matches!(before, "than" | "to" | "nearly" | "almost" | "would" | "will" | "could")
                    && !scene.hyphen(behind)
        }
        "doubles" | "triples" | "halves" => {
            matches!(next, "the" | "its" | "their" | "in" | "to" | "from")
                || matches!(before, "nearly" | "almost" | "than")
        }
        "doubled" | "doubling" | "tripled" | "tripling" | "trebled" | "halved" | "halving" | "quadrupled"
        | "quadrupling" | "trebling" | "quintupled" => !matches!(next, "down" | "over" | "up") && verb,
        _ => true,
    };
    if !takes {
        return None;
    }
    let mut draft = scene.draft(at, Kind::Ratio, RULE.name, numeral.span);
    if word.starts_with("halv") {
        draft = draft.changing(Direction::Down);
    } else if !matches!(word, "twice" | "thrice") && !word.ends_with("fold") {
        draft = draft.changing(Direction::Up);
    }
    Some(draft.because(Reason::at("multiple", format!("“{}”", scene.raw(start)), numeral.span)))
}

fn time_word(norm: &str) -> bool {
    times::is_unit(norm)
}
