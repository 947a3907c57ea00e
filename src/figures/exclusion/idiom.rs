//! Turns of phrase: "one another", "no one", "at first", "50-50".

use crate::figures::scene::{Scene, Sort};
use crate::numeral::{self, Decimal};

/// "one another", "no one", "one day", "at first", "50-50".
pub fn find(scene: &Scene, at: usize) -> Option<usize> {
    let anchor = &scene.anchors[at];
    let numeral = &anchor.numeral;
    let start = numeral.tokens.start;
    let behind = scene.behind(at);
    let (before, next) =
        (scene.before(at, start, 0), if behind < anchor.sentence.end { scene.norm(behind) } else { "" });
    match anchor.sort {
        Sort::Numeral => {}
        _ => return None,
    }
    if numeral.kind == numeral::Kind::Ordinal {
        let only = scene.norm(start);
        // "First, he said": the first of what is told, not of what is ranked.
        let opens = start == anchor.sentence.start || matches!(before, "\"" | "“" | "and" | ":" | ";");
        let listed = opens && !numeral.digits && next == ",";
        if listed {
            return Some(1);
        }
        if numeral.tokens.len() == 1 && only == "second" {
            // A unit of time, or an adverb.
            let time =
                matches!(before, "a" | "per" | "each" | "every" | "split" | "one" | "metres" | "feet" | "kilometres")
                    && !scene.is_word(behind)
                    || before == "per"
                    || scene.hyphen(behind)
                        && matches!(scene.norm(behind + 1), "hand" | "guess" | "guessing" | "class");
            return if time || before == "-" { Some(1) } else { None };
        }
        let phrase = matches!(before, "at") && only == "first"
            || only == "first" && matches!(next, "of" | "and") && matches!(scene.norm(behind + 1), "all" | "foremost")
            || scene.hyphen(behind)
                && matches!(scene.norm(behind + 1), "hand" | "party" | "class" | "aid" | "rate" | "ever")
            || matches!(next, "aid" | "responder" | "responders" | "party" | "hand");
        return if phrase { Some(1) } else { None };
    }
    if !numeral.digits && numeral.value == Decimal::ONE && numeral.tokens.len() == 1 && scene.norm(start) == "one" {
        let pronoun =
            matches!(
                before,
                "no" | "any"
                    | "every"
                    | "some"
                    | "this"
                    | "that"
                    | "each"
                    | "which"
                    | "another"
                    | "the"
                    | "-"
                    | "last"
                    | "only"
                    | "first"
                    | "number"
                    | "new"
            ) && !matches!(scene.norm(scene.over_hyphen(behind)), "in" | "percent" | "per" | "%" | "million" | "point")
                || matches!(
                    next,
                    "another"
                        | "day"
                        | "of"
                        | "can"
                        | "could"
                        | "must"
                        | "may"
                        | "might"
                        | "has"
                        | "is"
                        | "was"
                        | "who"
                        | "that"
                        | "which"
                        | "'s"
                        | "thing"
                        | "would"
                        | "should"
                        | ","
                        | "."
                        | ""
                        | "and"
                        | "by"
                        | "at"
                        | "or"
                        | "to"
                        | "said"
                        | "does"
                        | "knows"
                        | "with"
                        | ":"
                        | "for"
                        | "where"
                        | "when"
                        | "had"
                        | "will"
                        | "as"
                        | "on"
                        | "-"
                        | "\""
                        | "”"
                        | "'"
                        | "’"
                        | "?"
                        | "!"
                        | "n't"
                        | "side"
                        | "way"
                ) && !(next == "-"
                    && scene.hyphen(behind)
                    && scene.is_word(behind + 1)
                    && !matches!(scene.norm(behind + 1), "off" | "on" | "time" | "to" | "by" | "of" | "sided" | "way"))
                    && !(matches!(next, "or" | "to" | "and") && scene.anchor_at(at + 1, behind + 1).is_some())
                    && !(next == "or" && scene.norm(behind + 1) == "more");
        // "one Vijay Kumar": somebody of that name.
        let named = scene.capital(behind)
            && scene.pos(behind) == crate::tag::Pos::Propn
            && !crate::figures::noun::is_plural(next)
            && !matches!(scene.pos(behind + 1), crate::tag::Pos::Noun | crate::tag::Pos::Adj);
        let struck = matches!(before, "killed" | "wounded" | "injured" | "killing" | "wounding" | "injuring");
        return if (pronoun || named) && !struck { Some(1) } else { None };
    }
    if numeral.value.is_zero() && !numeral.digits && (matches!(next, "tolerance" | "sum") || scene.hyphen(behind)) {
        return Some(1);
    }
    // "fifty-fifty", "50-50"
    let half = Decimal::from(50u32);
    if numeral.value == half
        && matches!(next, "-" | "/" | "–")
        && scene.anchor_at(at + 1, behind + 1).is_some_and(|second| scene.numeral(second).value == half)
    {
        return Some(2);
    }
    None
}
