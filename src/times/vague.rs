//! Past, present and future and no more: "now", "recently", "the future", "currently", "soon", "recent".

use super::Find;
use super::expression::Vague;
use super::relative::vague;
use super::scan::{Found, Scan};
use super::word::{Relative, Word};
use crate::rule::Rule;
use crate::tag::Pos;

pub(super) const RULE: Rule<Find> =
    Rule { name: "times/vague", about: "past, present, future: recently, now, the future", find };

/// Finds a word for past, present or future.
fn find(scan: &Scan, at: usize) -> Option<Found> {
    match scan.word(at) {
        Word::Vague(said) => {
            let norm = scan.bare(at);
            if scan.capital(at) && !scan.first(at)
                || norm == "now" && matches!(scan.bare(at + 1), "that" | "-") && !scan.first(at)
                || matches!(scan.back(at, 1), "until" | "till" | "as") && norm == "soon" && scan.bare(at + 1) != "as"
                || norm == "soon" && scan.hyphen(at + 1)
            {
                return None;
            }
            if norm == "soon" && scan.bare(at + 1) == "after"
                || scan.hyphen(at.wrapping_sub(1))
                || norm == "soon" && matches!(scan.back(at, 1), "as" | "too" | "how" | "so")
            {
                return None;
            }
            let right = matches!(scan.back(at, 1), "right" | "just") && norm == "now"
                || matches!(scan.back(at, 1), "more" | "most") && norm == "recently";
            Some(vague(at - usize::from(right)..at + 1, said))
        }
        Word::Relative(Relative::Recent) => {
            if scan.capital(at) || matches!(scan.back(at, 1), "most") || matches!(scan.word(at + 1), Word::Unit { .. })
            {
                return None;
            }
            Some(vague(at..at + 1, Vague::Past).unsure())
        }
        Word::Relative(Relative::Current) => (!scan.capital(at)).then(|| vague(at..at + 1, Vague::Present).unsure()),
        Word::Relative(Relative::Past) if scan.back(at, 1) == "the" && !scan.capital(at) => {
            let noun = !scan.raw(at + 1).starts_with(char::is_alphanumeric)
                || matches!(scan.pos(at + 1), Pos::Adp | Pos::Cconj | Pos::Verb | Pos::Aux | Pos::Sconj | Pos::Pron);
            noun.then(|| vague(at..at + 1, Vague::Past).with_article())
        }
        Word::Future if !scan.capital(at) => {
            let the = scan.back(at, 1) == "the"
                || matches!(scan.back(at, 1), "near" | "foreseeable") && scan.back(at, 2) == "the";
            if !the
                || scan.bare(at + 1) == "of"
                || scan.hyphen(at + 1)
                || matches!(scan.pos(at + 1), Pos::Noun | Pos::Propn)
            {
                return None;
            }
            let near = usize::from(scan.back(at, 1) != "the");
            Some(vague(at - near..at + 1, Vague::Future).with_article())
        }
        _ => None,
    }
}
