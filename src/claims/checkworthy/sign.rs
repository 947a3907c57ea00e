//! Signs: what a reader can point at in a sentence that makes it more or less worth checking.
//!
//! Most are classes of words (`data/lexicon/checkworthy.tsv`); the others are told by form: a number, a name, a
//! tense, the length. A sign is noted once, at the first token that shows it.

use super::super::clause;
use super::super::cue::is;
use super::super::scene::{REACH, Scene};
use crate::span::Span;
use crate::syntax::Tense;
use crate::syntax::verb::Modality;
use crate::tag::Pos;
use crate::text::{Shape, TokenKind};

/// The signs by their codes, with the reason that each gives. The first [`WORDS`] are classes of words.
pub const SIGNS: &[(&str, &str)] = &[
    ("count", "it counts"),
    ("magnitude", "it speaks of hundreds, thousands, millions"),
    ("percent", "it gives a share or a rate"),
    ("period", "it says since when or over how long"),
    ("comparison", "it compares"),
    ("superlative", "it says what is most, first or only"),
    ("change", "it says that something rose, fell or was cut"),
    ("cause", "it says what caused what"),
    ("law", "it speaks of a law, a ruling or an agreement"),
    ("record", "it says how somebody voted or acted"),
    ("said", "it says what somebody said"),
    ("money", "it speaks of money and what things cost"),
    ("work", "it speaks of jobs, trade or taxes"),
    ("crime", "it speaks of crime or violence"),
    ("war", "it speaks of war and weapons"),
    ("migration", "it speaks of borders and migration"),
    ("health", "it speaks of health"),
    ("energy", "it speaks of energy or the climate"),
    ("schooling", "it speaks of schools"),
    ("politics", "it speaks of a government or an election"),
    ("people", "it speaks of a group of people"),
    ("all", "it speaks of all, many or none"),
    ("others", "it is about somebody else"),
    ("i", "the speaker speaks of themselves"),
    ("we", "it speaks of “us”"),
    ("you", "it speaks to “you”"),
    ("should", "it says what should be, not what is"),
    ("perhaps", "it says what might be"),
    ("belief", "it says what somebody thinks or feels"),
    ("value", "it judges"),
    ("never", "it says “never” or “always”"),
    ("thanks", "it greets or thanks"),
    ("gauge", "it speaks of a number or an amount"),
    ("cited", "it points to a report, a study or a poll"),
    ("programme", "it speaks of a public service or programme"),
    ("aims", "it speaks of values and aims"),
    ("can", "it says what can or will be done"),
    ("opener", "it picks up the talk"),
    ("figure", "it gives a figure"),
    ("figures", "it gives several figures"),
    ("year", "it names a year"),
    ("named-actor", "it names who did it"),
    ("past", "it says what happened"),
    ("perfect", "it says what has been done"),
    ("was", "it says what was so"),
    ("present", "it says what is so"),
    ("future", "it speaks of what is to come"),
    ("deed", "it says what somebody else did"),
    ("negation", "it says what is not so"),
    ("question", "it asks"),
    ("condition", "it says “if”"),
    ("fragment", "it is no whole sentence"),
    ("short", "it is only a few words"),
    ("brief", "it is brief"),
    ("long", "it is long"),
    ("very-long", "it is very long"),
];

/// How many of the signs are classes of words.
pub const WORDS: usize = 38;

const WE: usize = 24;
const FIGURE: usize = WORDS;
const FIGURES: usize = WORDS + 1;
const YEAR: usize = WORDS + 2;
const ACTOR: usize = WORDS + 3;
const PAST: usize = WORDS + 4;
const PERFECT: usize = WORDS + 5;
const WAS: usize = WORDS + 6;
const PRESENT: usize = WORDS + 7;
const FUTURE: usize = WORDS + 8;
const DEED: usize = WORDS + 9;
const NEGATION: usize = WORDS + 10;
const QUESTION: usize = WORDS + 11;
const CONDITION: usize = WORDS + 12;
const FRAGMENT: usize = WORDS + 13;
const SHORT: usize = WORDS + 14;
const BRIEF: usize = WORDS + 15;
const LONG: usize = WORDS + 16;
const VERY_LONG: usize = WORDS + 17;

/// The signs of some content, in their order, each with the token that shows it where one does.
pub(in super::super) fn read(scene: &Scene, content: &[Span]) -> Vec<(usize, Option<usize>)> {
    let mut found = [None::<Option<usize>>; SIGNS.len()];
    let mut note = |sign: usize, at: Option<usize>| {
        found[sign].get_or_insert(at);
    };
    let start = content.first().map(|span| scene.text.token_at(span.start));
    let (mut count, mut figures) = (0, 0);
    // The subject so far is somebody other than speaker and hearer.
    let mut other = false;
    let mut last = None;
    for at in content.iter().flat_map(|span| scene.text.tokens_in(*span).take(REACH)) {
        let token = &scene.text.tokens[at];
        if matches!(token.kind, TokenKind::Punct) {
            last = Some(at);
            continue;
        }
        count += 1;
        let word = scene.word(at);
        let mut classes = scene.worth(at);
        // "And" and "well" open a turn; within a sentence they say nothing.
        if Some(at) != start {
            classes &= !(1 << (WORDS - 1));
        }
        // "US" is no pronoun.
        if token.shape == Shape::Upper {
            classes &= !(1 << WE);
        }
        while classes != 0 {
            note(classes.trailing_zeros() as usize, Some(at));
            classes &= classes - 1;
        }
        if is_figure(scene, at) {
            figures += 1;
            note(if figures == 1 { FIGURE } else { FIGURES }, Some(at));
        } else if token.kind == TokenKind::Number {
            note(YEAR, Some(at));
        }
        if is_actor(scene, at, start) {
            note(ACTOR, Some(at));
            other = true;
        }
        if matches!(scene.norm(at), "he" | "she" | "they" | "it") {
            other = true;
        } else if matches!(scene.norm(at), "i" | "we" | "you") {
            other = false;
        }
        if word.is(is::NEGATION) {
            note(NEGATION, Some(at));
        }
        if scene.norm(at) == "if" {
            note(CONDITION, Some(at));
        }
        if let Some(tense) = tense(scene, at) {
            note(tense, Some(at));
            if other && matches!(tense, PAST | PERFECT | WAS) {
                note(DEED, Some(at));
            }
        }
        last = Some(at);
    }
    if last.is_some_and(|last| scene.norm(last) == "?" || scene.norm(last + 1) == "?") {
        note(QUESTION, last);
    }
    if found[PAST].is_none()
        && found[WAS].is_none()
        && found[PERFECT].is_none()
        && found[PRESENT].is_none()
        && found[FUTURE].is_none()
    {
        found[FRAGMENT] = Some(None);
    }
    match count {
        0..=5 => found[SHORT] = Some(None),
        6..=10 => found[BRIEF] = Some(None),
        22.. => found[LONG] = Some(None),
        _ => {}
    }
    if count > 34 {
        found[VERY_LONG] = Some(None);
    }
    found.iter().enumerate().filter_map(|(sign, at)| at.map(|at| (sign, at))).collect()
}

/// The sign of the tense of the clause whose predicate is at a token; none of a modal verb or an infinitive.
fn tense(scene: &Scene, at: usize) -> Option<usize> {
    let clause = scene.parsed.clause_of_predicate(at)?;
    let group = clause.group.filter(|group| group.is_finite() && group.modality == Modality::None)?;
    // "is going to close"
    let going = group.progressive && clause.complement.is_some() && scene.norm(at) == "going";
    Some(match group.tense? {
        Tense::Future => FUTURE,
        Tense::Present if going => FUTURE,
        _ if group.perfect => PERFECT,
        Tense::Present => PRESENT,
        Tense::Past if matches!(scene.norm(group.first as usize), "was" | "were") => WAS,
        Tense::Past => PAST,
    })
}

/// A capital that neither the start of a sentence nor a title gives.
fn is_actor(scene: &Scene, at: usize, start: Option<usize>) -> bool {
    scene.is_title(at)
        && scene.text.tokens[at].kind == TokenKind::Word
        && (Some(at) != start || scene.pos(at) == Pos::Propn)
        && !scene.is(at, is::SUBJECT | is::DETERMINER | is::PREPOSITION | is::TIME | is::SUBORDINATOR | is::COORDINATOR)
        && at.checked_sub(1).is_none_or(|before| !clause::is_stop(scene, before) && scene.opens(before).is_none())
}

/// A number that is no year and no day of a month.
fn is_figure(scene: &Scene, at: usize) -> bool {
    if scene.text.tokens[at].kind != TokenKind::Number {
        return false;
    }
    let word = scene.text.word(at);
    let year = word.len() == 4 && (word.starts_with("19") || word.starts_with("20"));
    let month = |at: usize| scene.is(at, is::DAY) && scene.is_title(at);
    !(year || month(at + 1) || at > 0 && month(at - 1))
}
