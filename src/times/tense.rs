//! The tense of the verb that a time goes with: "was arrested on Friday", "will meet on Friday".
//!
//! The nearest verb before the time in its clause decides, else the nearest one after it. Only what tells
//! past from future is looked at.

use super::expression::Tense;
use super::scan::Scan;
use crate::tag::Pos;
use std::ops::Range;

/// How far a verb is looked for, in tokens.
const REACH: usize = 14;
/// The same behind a time that opens its sentence.
const FAR: usize = 26;

/// The tense of the clause that the tokens stand in.
pub(super) fn of(scan: &Scan, tokens: &Range<usize>) -> Option<Tense> {
    let low = tokens.start.saturating_sub(REACH).max(scan.start);
    for at in (low..tokens.start).rev() {
        if matches!(scan.raw(at), ";" | "—" | "–" | "(" | "\"" | "“" | "”") && at + 1 < tokens.start {
            break;
        }
        if let Some(tense) = verb(scan, at) {
            // "games scheduled for Wednesday were held"
            let held = matches!(scan.bare(at), "scheduled" | "planned" | "expected" | "slated" | "due" | "set")
                && (tokens.end..tokens.end + 2).any(|after| matches!(scan.bare(after), "was" | "were" | "had"));
            return Some(if held { Tense::Past } else { tense });
        }
    }
    let opens = scan.first(tokens.start) || scan.first(tokens.start.saturating_sub(1));
    let high = (tokens.end + if opens { FAR } else { REACH }).min(scan.end);
    let clause = || (tokens.end..high).take_while(|&at| !matches!(scan.raw(at), ";" | "("));
    // A finite verb before an infinitive: "On Thursday X, a candidate in the election to be held in May, spoke".
    let infinite = |at: usize| {
        scan.bare(at) == "to" || scan.back(at, 1) == "to" || scan.back(at, 2) == "to" && scan.back(at, 1) == "be"
    };
    clause()
        .filter(|&at| !infinite(at))
        .find_map(|at| verb(scan, at))
        .or_else(|| clause().find_map(|at| verb(scan, at)))
}

/// The tense that a word gives its clause, if it is a verb that does.
fn verb(scan: &Scan, at: usize) -> Option<Tense> {
    let norm = scan.bare(at);
    // The month of May, a man called Will.
    if matches!(norm, "may" | "will" | "might") && scan.capital(at) && !scan.first(at) {
        return None;
    }
    match norm {
        "will" | "'ll" | "’ll" | "wo" | "shall" => return (scan.pos(at) != Pos::Noun).then_some(Tense::Future),
        "was" | "were" | "had" | "did" => {
            return Some(if going(scan, at + 1) { Tense::Future } else { Tense::Past });
        }
        "is" | "are" | "'s" | "am" | "'re" | "’re" if scan.pos(at) != Pos::Part => {
            return if norm == "'s" && scan.pos(at) != Pos::Aux {
                None
            } else if going(scan, at + 1) {
                Some(Tense::Future)
            } else {
                Some(Tense::Present)
            };
        }
        "has" | "have" | "been" => return aux(scan, at).or(Some(Tense::Past)),
        // "could have been killed", "could not be reached"
        "would" | "should" | "could" | "may" | "might" | "must" | "can" => {
            let done = scan.bare(at + 1) == "have"
                || matches!(scan.bare(at + 1), "not" | "n't" | "n’t") && scan.bare(at + 2) == "have";
            let failed = norm == "could" && matches!(scan.bare(at + 1), "not" | "n't" | "n’t");
            return Some(if done || failed { Tense::Past } else { Tense::Future });
        }
        "to" => {
            let base = scan.pos(at + 1) == Pos::Verb || scan.bare(at + 1) == "be";
            return if base { Some(infinitive(scan, at)) } else { None };
        }
        "set" if !matches!(scan.bare(at + 1), "to" | "for") => {}
        // "the originally planned launch"
        "scheduled" | "expected" | "planned" if scan.pos(at + 1) == Pos::Noun => return None,
        "scheduled" | "expected" | "slated" | "due" | "planned" | "set" => {
            return Some(Tense::Future);
        }
        "be" => return aux(scan, at),
        _ => {}
    }
    if !matches!(scan.pos(at), Pos::Verb) {
        return None;
    }
    if norm.ends_with("ing") {
        return aux(scan, at).filter(|tense| *tense == Tense::Future);
    }
    if norm.ends_with("ed") || irregular(norm) {
        return aux(scan, at).or(Some(Tense::Past));
    }
    // A base form or a third person: the word before it says which.
    aux(scan, at).or_else(|| norm.ends_with('s').then_some(Tense::Present))
}

/// What the words before a verb form make of it: "will be held", "to resume".
fn aux(scan: &Scan, at: usize) -> Option<Tense> {
    for back in 1..=4 {
        match scan.back(at, back) {
            "would" | "could" | "may" | "might" | "should"
                if (1..back).any(|before| scan.back(at, before) == "have") =>
            {
                return Some(Tense::Past);
            }
            "could" if (1..back).any(|before| matches!(scan.back(at, before), "not" | "n't" | "n’t")) => {
                return Some(Tense::Past);
            }
            "will" | "'ll" | "’ll" | "shall" | "would" | "could" | "may" | "might" | "should" | "can" | "wo" => {
                return Some(Tense::Future);
            }
            "to" => return Some(infinitive(scan, at - back)),
            "was" | "were" | "had" => return Some(Tense::Past),
            "has" | "have" | "been" | "be" | "not" | "n't" | "also" | "being" | "now" => {}
            "is" | "are" => return Some(if scan.bare(at).ends_with("ing") { Tense::Future } else { Tense::Present }),
            word if word.ends_with("ly") => {}
            _ => return None,
        }
    }
    None
}

/// "to meet" points ahead after "plans", "expected" and the like, else it follows the verb before.
fn infinitive(scan: &Scan, at: usize) -> Tense {
    for back in 1..=6 {
        let norm = scan.back(at, back);
        if matches!(
            norm,
            "scheduled"
                | "expected"
                | "due"
                | "set"
                | "planned"
                | "plans"
                | "plan"
                | "planning"
                | "hopes"
                | "hope"
                | "wants"
                | "want"
                | "vowed"
                | "agreed"
                | "going"
                | "about"
                | "likely"
                | "slated"
                | "forecast"
                | "projected"
                | "predicted"
                | "intends"
                | "promised"
                | "supposed"
                | "pledged"
                | "deadline"
                | "ready"
                | "will"
                | "ahead"
                | "decided"
                | "called"
                | "urged"
                | "asked"
                | "wanted"
                | "hoped"
                | "preparing"
                | "poised"
                | "aims"
                | "needs"
                | "need"
                | "have"
                | "has"
        ) {
            return Tense::Future;
        }
        if norm.ends_with("ed")
            || matches!(norm, "was" | "were" | "had" | "went" | "came" | "began" | "fell" | "rose")
            || irregular(norm)
        {
            return Tense::Past;
        }
    }
    Tense::Future
}

fn going(scan: &Scan, at: usize) -> bool {
    matches!(scan.bare(at), "to" | "due" | "scheduled" | "expected" | "slated" | "set" | "going" | "planning")
        || scan.bare(at).ends_with("ly") && matches!(scan.bare(at + 1), "to" | "due" | "scheduled" | "expected" | "set")
}

/// Past forms that do not end in -ed.
fn irregular(norm: &str) -> bool {
    matches!(
        norm,
        "said"
            | "told"
            | "met"
            | "made"
            | "took"
            | "came"
            | "went"
            | "saw"
            | "gave"
            | "got"
            | "found"
            | "held"
            | "led"
            | "left"
            | "lost"
            | "won"
            | "began"
            | "fell"
            | "rose"
            | "grew"
            | "knew"
            | "spoke"
            | "wrote"
            | "broke"
            | "brought"
            | "bought"
            | "built"
            | "caught"
            | "cut"
            | "drew"
            | "drove"
            | "felt"
            | "flew"
            | "fought"
            | "heard"
            | "hit"
            | "kept"
            | "laid"
            | "lay"
            | "paid"
            | "put"
            | "ran"
            | "read"
            | "sat"
            | "sent"
            | "shot"
            | "shut"
            | "sold"
            | "spent"
            | "stood"
            | "stole"
            | "struck"
            | "swore"
            | "taught"
            | "thought"
            | "threw"
            | "understood"
            | "withdrew"
            | "became"
            | "blew"
            | "chose"
            | "dealt"
            | "died"
            | "hung"
            | "hurt"
            | "meant"
            | "quit"
            | "rode"
            | "sank"
            | "sang"
            | "shook"
            | "showed"
            | "slid"
            | "sought"
            | "split"
            | "spread"
            | "swept"
            | "swam"
            | "tore"
            | "woke"
            | "wore"
            | "bore"
            | "bid"
            | "beat"
            | "burst"
            | "cost"
            | "forced"
            | "set"
            | "known"
            | "seen"
            | "taken"
            | "given"
            | "shown"
            | "driven"
            | "born"
            | "drawn"
            | "written"
            | "gone"
            | "done"
    )
}
