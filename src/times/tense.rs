//! The tense of the clause that a time stands in: "was arrested on Friday", "will meet on Friday".
//!
//! Only what tells past from future is looked at. A finite verb group decides for its clause. An infinitive points
//! ahead after a word that does ("plans to meet on Friday"), else it follows the clause above it ("went to meet them
//! on Friday").

use super::expression::Tense;
use super::scan::Scan;
use super::word::Word;
use crate::lexicon::verbs;
use crate::syntax::verb::{Form, Modality};
use crate::syntax::{self, Clause, Relation, VerbGroup};
use crate::tag;
use std::ops::Range;

/// How many clauses up the tree are asked.
const DEPTH: usize = 6;

/// The tense of the clause that the tokens stand in.
pub(super) fn of(scan: &Scan, tokens: &Range<usize>) -> Option<Tense> {
    let top = scan.parsed.top(tokens.clone())?;
    // "will, on Thursday, choose a new one"
    if is_within_will(scan, tokens) {
        return Some(Tense::Future);
    }
    let mut clause = scan.parsed.clause(top)?;
    // "set a hearing for Friday", "adjourned it to Friday": the day of what is fixed, not of the fixing.
    let case = scan.parsed.child(top, &[Relation::Case]);
    let case = case.map_or_else(|| scan.back(tokens.start, 1), |case| scan.norm(case));
    if is_fixing(scan, clause, case) {
        return Some(Tense::Future);
    }
    // "The hearing is on Friday", "The deadline is June 30"
    let present = clause
        .group
        .is_some_and(|group| group.is_finite() && group.tense == Some(syntax::Tense::Present) && !group.perfect);
    let head = clause.head as usize;
    if present && (head == top && clause.subject.is_some() || is_scheduled(scan, head) && !repeats(scan, tokens)) {
        return Some(Tense::Future);
    }
    // "was freed ahead of a hearing on Friday"
    if of_coming_event(scan, tokens.start) {
        return Some(Tense::Future);
    }
    if is_modifier(scan, top) {
        return of_modifier(scan, clause);
    }
    let mut infinitive = false;
    for _ in 0..DEPTH {
        if let Some(tense) = within(scan, clause) {
            return Some(if infinitive && tense != Tense::Past { Tense::Future } else { tense });
        }
        infinitive |= clause.group.is_some_and(|group| group.form == Form::Infinitive);
        match scan.parsed.parent(clause) {
            Some(parent) => clause = parent,
            None => break,
        }
    }
    infinitive.then_some(Tense::Future)
}

/// Whether a time parts "will" from its verb, far from all that stands before.
fn is_within_will(scan: &Scan, tokens: &Range<usize>) -> bool {
    let on = usize::from(scan.back(tokens.start, 1) == "on");
    let comma = on + usize::from(scan.back(tokens.start, on + 1) == ",");
    let next = scan.over_comma(tokens.end);
    matches!(scan.back(tokens.start, comma + 1), "will" | "shall" | "'ll") && scan.pos(next) == tag::Pos::Verb
}

/// Whether a time modifies a noun: "the June agreement", "Tuesday's vote".
fn is_modifier(scan: &Scan, top: usize) -> bool {
    matches!(scan.parsed.relation(top), Relation::Compound | Relation::NmodPoss | Relation::Amod | Relation::Nummod)
}

/// Of "Tuesday's vote" the finite verb tells; "would look for ways around Tuesday's ruling" tells nothing.
fn of_modifier(scan: &Scan, clause: &Clause) -> Option<Tense> {
    let finite = |clause: &&Clause| clause.group.is_some_and(|group| group.is_finite());
    let clause = std::iter::successors(Some(clause), |clause| scan.parsed.parent(clause)).take(DEPTH).find(finite)?;
    let group = clause.group.filter(|group| group.modality == Modality::None)?;
    if group.perfect {
        return Some(Tense::Past);
    }
    Some(match finite_tense(scan, clause.head as usize, &group) {
        Tense::Future if group.tense != Some(syntax::Tense::Future) => Tense::Present,
        tense => tense,
    })
}

/// The tense that a clause has of itself; none if the clause above it decides.
fn within(scan: &Scan, clause: &Clause) -> Option<Tense> {
    let head = clause.head as usize;
    let Some(group) = clause.group else { return points_ahead(scan, head).then_some(Tense::Future) };
    match group.form {
        Form::Finite => Some(finite_tense(scan, head, &group)),
        Form::Participle => Some(participle(scan, clause)),
        Form::Infinitive => {
            let governor = scan.parsed.head(head)?;
            points_ahead(scan, governor).then_some(Tense::Future)
        }
        Form::Gerund => None,
    }
}

fn finite_tense(scan: &Scan, head: usize, group: &VerbGroup) -> Tense {
    if group.modality != Modality::None {
        // "could have been killed", "could not be reached"
        let failed = group.negative && group.tokens().any(|at| scan.norm(at) == "could");
        return if group.perfect || failed { Tense::Past } else { Tense::Future };
    }
    let ahead = points_ahead(scan, head);
    // "was scheduled for Friday", "is due on Friday"
    if ahead && (group.passive || group.verb as usize != head) {
        return Tense::Future;
    }
    match group.tense {
        Some(syntax::Tense::Future) => Tense::Future,
        // "is meeting on Friday", "plans a rally on Friday", "has scheduled a vote on Friday"
        Some(syntax::Tense::Present) if group.progressive && !group.perfect || ahead => Tense::Future,
        // A date that is over does not stand with "has announced" itself, only with what depends on it.
        Some(syntax::Tense::Present) => Tense::Present,
        Some(syntax::Tense::Past) | None => Tense::Past,
    }
}

/// "arrested on Friday" is over, "scheduled for Friday" is to come. "Games scheduled for Friday were held" is over.
fn participle(scan: &Scan, clause: &Clause) -> Tense {
    if !points_ahead(scan, clause.head as usize) {
        return Tense::Past;
    }
    let noun = clause.subject.map(|subject| subject.head);
    let held = scan.parsed.parent(clause).is_some_and(|parent| {
        let past = parent.group.is_some_and(|group| group.tense == Some(syntax::Tense::Past));
        past && noun.is_some() && parent.subject.map(|subject| subject.head) == noun
    });
    if held { Tense::Past } else { Tense::Future }
}

/// Whether a clause is of fixing something for a day: "scheduled a vote for", "adjourned the case to".
fn is_fixing(scan: &Scan, clause: &Clause, case: &str) -> bool {
    let base = verbs::base(scan.norm(clause.head as usize), tag::is_word);
    let passive = clause.group.is_some_and(|group| group.passive && group.is_finite());
    match case {
        "for" => {
            (clause.object.is_some() || passive)
                && matches!(
                    &*base,
                    "schedule"
                        | "set"
                        | "plan"
                        | "call"
                        | "fix"
                        | "book"
                        | "reserve"
                        | "list"
                        | "arrange"
                        | "slate"
                        | "order"
                        | "reschedule"
                        | "earmark"
                        | "organise"
                        | "organize"
                        | "announce"
                        | "postpone"
                        | "adjourn"
                        | "summon"
                        | "invite"
                )
        }
        "to" | "until" | "till" => {
            matches!(
                &*base,
                "adjourn"
                    | "postpone"
                    | "defer"
                    | "reschedule"
                    | "delay"
                    | "push"
                    | "bail"
                    | "remand"
                    // "was moved to 5 August", "was brought forward to Friday"
                    | "move"
                    | "bring"
                    | "shift"
                    | "switch"
            )
        }
        _ => false,
    }
}

/// Whether a time belongs to an event that is said to be still to come: "ahead of a hearing on Friday".
fn of_coming_event(scan: &Scan, at: usize) -> bool {
    let event = usize::from(matches!(scan.back(at, 1), "on" | "for" | "in"));
    for back in event + 1..event + 6 {
        match scan.back(at, back) {
            "pending" => return true,
            "of" => return scan.back(at, back + 1) == "ahead",
            word if word.starts_with(char::is_alphabetic) && scan.pos(at - back) != tag::Pos::Verb => {}
            _ => return false,
        }
    }
    false
}

/// "opens Monday to Friday": days of every week; "the harvest of 1987, which begins on June 1": a year is said.
fn repeats(scan: &Scan, tokens: &Range<usize>) -> bool {
    let weekdays = tokens.clone().filter(|at| matches!(scan.word(*at), Word::Weekday { .. })).count();
    weekdays > 1 || (scan.start..scan.end).any(|at| matches!(scan.word(at), Word::Digits(1400..=2150, 4)))
}

/// Whether the present of a verb is said of what a timetable holds: "opens on Friday", "faces a hearing on Friday".
fn is_scheduled(scan: &Scan, head: usize) -> bool {
    scan.pos(head) == tag::Pos::Verb
        && matches!(
            &*verbs::base(scan.norm(head), tag::is_word),
            "open"
                | "close"
                | "begin"
                | "start"
                | "end"
                | "resume"
                | "expire"
                | "run"
                | "face"
                | "await"
                | "take"
                | "kick"
                | "play"
                | "host"
                | "travel"
                | "fly"
                | "arrive"
                | "depart"
                | "launch"
                | "vote"
                | "reopen"
                | "convene"
        )
}

/// Whether a word points ahead with what depends on it: "plans to meet", "a vote scheduled for Friday".
fn points_ahead(scan: &Scan, at: usize) -> bool {
    matches!(
        &*verbs::base(scan.norm(at), tag::is_word),
        "about"
            | "agree"
            | "aim"
            | "ask"
            | "bid"
            | "bind"
            | "call"
            | "deadline"
            | "decide"
            | "due"
            | "expect"
            | "forecast"
            | "go"
            | "hope"
            | "intend"
            | "likely"
            | "need"
            | "order"
            | "plan"
            | "pledge"
            | "poise"
            | "predict"
            | "prepare"
            | "project"
            | "promise"
            | "propose"
            | "ready"
            | "schedule"
            | "set"
            | "slate"
            | "suppose"
            | "threaten"
            | "urge"
            | "vow"
            | "want"
    )
}
