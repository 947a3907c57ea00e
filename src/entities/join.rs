//! Names that a finder read in parts: "Robert “Bob” Hale", "Moss, Kyle, 29", "Harbour Trust England".

use super::{Form, Kind, Label, Mention, Parts};
use crate::lexicon::gazetteer::{self, bits};
use crate::lexicon::names::{self, Word};
use crate::lexicon::verbs::{self, form};
use crate::reason::{By, Confidence, Reason};
use crate::tag::{Pos, capitals_are_silent};
use crate::view::View;
use std::ops::Range;

/// Joins the parts of names: a person's with a nickname in quotation marks, a surname before a forename and an age, a
/// forename that is a month's, and an organisation with the country or the word for its sort behind it.
///
/// Leaves alone what only stands beside: "told Reuters Peru would sign", "the Leeds striker".
pub(super) fn parts(view: &View, mentions: &mut Vec<Mention>) {
    for sentence in view.text.included() {
        for at in sentence.tokens.clone() {
            if let Some(name) = nicknamed(view, &sentence.tokens, at).or_else(|| turned(view, &sentence.tokens, at)) {
                merge(view, mentions, name);
            }
        }
    }
    for mention in mentions.iter_mut() {
        if let Some(start) = month(view, mention) {
            mention.span = view.span(start..view.text.tokens_in(mention.span).end);
            mention.form = Form::Name;
            mention.parts.given = Some(view.text.tokens[start].span);
        }
    }
    let mut at = 1;
    while at < mentions.len() {
        if belong(view, &mentions[at - 1], &mentions[at]) {
            let behind = mentions.remove(at);
            let one = &mut mentions[at - 1];
            one.span.end = behind.span.end;
            one.form = Form::Name;
            one.reasons.push(Reason::at("joined", "what follows it belongs to the name", behind.span));
        } else {
            at += 1;
        }
    }
}

/// A person's name in two parts, and where each begins and ends.
struct Whole {
    tokens: Range<usize>,
    given: Range<usize>,
    family: Range<usize>,
    /// A finder must have seen a person in it.
    doubtful: bool,
}

/// Words of a nickname, and of the name behind it, at most.
const WORDS: usize = 3;

/// "Robert “Bob” Hale Jr", where the quotation mark stands at a token.
fn nicknamed(view: &View, sentence: &Range<usize>, at: usize) -> Option<Whole> {
    let close = match view.norm(at) {
        "\"" => "\"",
        "“" => "”",
        "‘" | "'" => "'",
        _ => return None,
    };
    let shut = (at + 2..sentence.end.min(at + 2 + WORDS))
        .find(|end| view.norm(*end) == close || close == "'" && view.norm(*end) == "’")?;
    let inner = |at: usize| view.capital(at) || view.norm(at) == "-" || view.norm(at) == "the";
    let name = |at: usize| sentence.contains(&at) && view.capital(at) && view.pos(at) == Pos::Propn;
    let fits = at > sentence.start && name(at - 1) && (at + 1..shut).all(inner) && name(shut + 1);
    // “They asked Ann: “Why?” Tom said …”: the mark closes a sentence.
    if !fits || !view.spaced(at) || !view.spaced(shut + 1) {
        return None;
    }
    let start = (at.saturating_sub(WORDS).max(sentence.start)..at).rev().take_while(|at| name(*at)).last()?;
    let end = (shut + 1..sentence.end.min(shut + 1 + WORDS)).take_while(|at| name(*at)).last()? + 1;
    Some(Whole { tokens: start..end, given: start..at, family: shut + 1..end, doubtful: true })
}

/// "Moss, Kyle, 29": a surname before a forename of the lists and an age.
fn turned(view: &View, sentence: &Range<usize>, at: usize) -> Option<Whole> {
    let age = |at: usize| view.is_number(at) && view.norm(at).parse::<u32>().is_ok_and(|age| (10..=99).contains(&age));
    let ends = |at: usize| at >= sentence.end || matches!(view.norm(at), "," | "." | ";" | "and");
    let fits = view.capital(at)
        && view.norm(at + 1) == ","
        && view.capital(at + 2)
        && view.norm(at + 3) == ","
        && age(at + 4)
        && ends(at + 5);
    let entry = |at: usize| gazetteer::get(view.norm(at)).unwrap_or_default();
    let forename = bits::MALE | bits::FEMALE;
    let alone = at == sentence.start || !view.capital(at - 1);
    // "Ann, Kyle, 29, and Tom" are three.
    // "Vale, Dylan, 34, and Reed, Kyle, 29": after one such name, the next may begin with what is a forename too.
    let joined = at > sentence.start && matches!(view.norm(at - 1), "and" | ",");
    let another = joined && (sentence.start..at - 1).rev().take(2).any(age) && entry(at).is(bits::SURNAME);
    let surname = another || !entry(at).is(forename);
    let two = fits && alone && entry(at + 2).is(forename) && surname && !entry(at).is(bits::STATE | bits::GROUP);
    two.then(|| Whole { tokens: at..at + 3, given: at + 2..at + 3, family: at..at + 1, doubtful: false })
}

/// Puts one person in the place of what was found of the name.
fn merge(view: &View, mentions: &mut Vec<Mention>, name: Whole) {
    let span = view.span(name.tokens);
    let from = mentions.partition_point(|mention| mention.span.end <= span.start);
    let to = from + mentions[from..].partition_point(|mention| mention.span.start < span.end);
    let person = mentions[from..to].iter().find(|mention| mention.kind == Kind::Person).cloned();
    if person.is_none() && name.doubtful {
        return;
    }
    let before = person.as_ref();
    let mention = Mention {
        span,
        kind: Kind::Person,
        label: Some(Label::Person),
        form: Form::Name,
        parts: Parts {
            honorific: before.and_then(|person| person.parts.honorific),
            given: Some(view.span(name.given)),
            family: Some(view.span(name.family)),
            suffix: None,
        },
        title: before.and_then(|person| person.title),
        entity: None,
        decided: None,
        confidence: Confidence::Medium,
        by: By::rule("entities/joined"),
        reasons: vec![Reason::new("joined", "the parts of one person’s name")],
    };
    mentions.splice(from..to, [mention]);
}

/// "May Chen left": a month before a surname, where no month can stand; "may" is no wish, as in "May God help".
fn month(view: &View, mention: &Mention) -> Option<usize> {
    let tokens = view.text.tokens_in(mention.span);
    let at = tokens.start.checked_sub(1)?;
    let forename = mention.kind == Kind::Person
        && tokens.len() == 1
        && mention.title.or(mention.parts.honorific).is_none()
        && matches!(view.raw(at), "April" | "May" | "June" | "August");
    let next = tokens.end;
    let told = view.pos(next) == Pos::Aux || verbs::forms(view.norm(next)) & (form::PAST | form::THIRD) != 0;
    let acts = view.norm(next) == "," || matches!(view.pos(next), Pos::Verb | Pos::Aux) && told;
    (forename && acts && is_start(view, at)).then_some(at)
}

fn is_start(view: &View, at: usize) -> bool {
    let sentence = view.text.sentences.partition_point(|sentence| sentence.tokens.end <= at);
    view.text.sentences.get(sentence).is_some_and(|sentence| sentence.tokens.start == at)
}

/// "Harbour Trust England said", "Westmere Hospitals Health Trust": the second belongs to the first.
fn belong(view: &View, one: &Mention, other: &Mention) -> bool {
    let (left, right) = (view.text.tokens_in(one.span), view.text.tokens_in(other.span));
    if one.kind != Kind::Organisation || left.end != right.start || !view.spaced(right.start) {
        return false;
    }
    let sentence = view.text.sentences.partition_point(|sentence| sentence.tokens.end <= left.start);
    let Some(sentence) = view.text.sentences.get(sentence).filter(|sentence| right.end <= sentence.tokens.end) else {
        return false;
    };
    if capitals_are_silent(view.text, sentence.tokens.clone()) {
        return false;
    }
    let sort = matches!(names::word(view.norm(right.end - 1)), Some(Word::Organisation | Word::Company));
    let told = left.start > sentence.tokens.start && view.pos(left.start - 1) == Pos::Verb;
    let goes_on =
        matches!(view.pos(right.end), Pos::Noun | Pos::Propn | Pos::Adj | Pos::Part) && view.spaced(right.end);
    match other.kind {
        Kind::Organisation => sort && right.len() > 1,
        Kind::Place => !told && !goes_on && !matches!(view.norm(right.end), "," | "'s" | "’s" | "-" | "and"),
        _ => false,
    }
}
