//! Sources: how the words that name a speaker name it, and whether they withhold a name.

use super::cue::is;
use super::scene::Scene;
use super::{Source, SourceForm, clause};
use crate::tag::Pos;
use std::ops::Range;

/// The source named by a run of tokens.
pub(super) fn read(scene: &Scene, tokens: &Range<usize>) -> Option<Source> {
    let span = scene.cover(tokens)?;
    // The comma that closes an apposition names nobody.
    let closed = tokens.len() > 1 && scene.is_comma(tokens.end - 1);
    let tokens = &(tokens.start..tokens.end - usize::from(closed));
    let head = head(scene, tokens);
    let form = form(scene, tokens, head);
    let (anonymous, anonymity_reason) = anonymity(scene, tokens, form);
    Some(Source { span, form, entity: None, anonymous, anonymity_reason })
}

/// The head: the last token before the first preposition, comma, bracket or relative pronoun.
fn head(scene: &Scene, tokens: &Range<usize>) -> usize {
    let behind = (tokens.start + 1..tokens.end).find(|at| {
        scene.is(*at, is::PREPOSITION | is::RELATIVE)
            || scene.is_mark(*at)
            || scene.is_possessive_mark(*at) && at + 1 == tokens.end
    });
    behind.unwrap_or(tokens.end) - 1
}

fn form(scene: &Scene, tokens: &Range<usize>, head: usize) -> SourceForm {
    let single = tokens.len() == 1;
    let first = scene.word(tokens.start);
    if single
        && !scene.is(tokens.start, is::GROUP)
        && first.is(is::SUBJECT | is::OBJECT | is::POSSESSIVE | is::RELATIVE)
        && !is_acronym(scene, tokens.start)
    {
        return SourceForm::Pronoun;
    }
    if single && matches!(scene.norm(tokens.start), "we" | "they") {
        return SourceForm::Pronoun;
    }
    // "the Harbour Post" is a name.
    let titled = scene.is_title(head) && head > tokens.start && scene.is_title(head - 1);
    if scene.is(head, is::DOCUMENT) && !titled {
        return SourceForm::Document;
    }
    let starts = scene.text.sentences.partition_point(|sentence| sentence.tokens.end <= head);
    let starts = scene.text.sentences.get(starts).is_some_and(|sentence| sentence.tokens.start == head);
    if starts && single && scene.pos(head) == Pos::Noun && !is_acronym(scene, head) {
        return if scene.is(head, is::GROUP) { SourceForm::Group } else { SourceForm::Nominal };
    }
    // "the bishop, Tom Hale": the apposition names.
    let named =
        head + 1 < tokens.end && scene.is_comma(head + 1) && scene.is_title(head + 2) && scene.is_title(tokens.end - 1);
    if named {
        return SourceForm::Name;
    }
    if scene.is_title(head) && !(head == tokens.start && sentence_initial_common(scene, head)) {
        return SourceForm::Name;
    }
    if scene.is(head, is::GROUP) {
        return SourceForm::Group;
    }
    SourceForm::Nominal
}

/// "US" is no pronoun.
fn is_acronym(scene: &Scene, at: usize) -> bool {
    scene.text.word(at).len() > 1 && scene.text.word(at).chars().all(char::is_uppercase)
}

/// "Officials said": a capital that only the start of a sentence gives.
fn sentence_initial_common(scene: &Scene, at: usize) -> bool {
    scene.is(at, is::GROUP | is::DOCUMENT | is::ANONYMOUS | is::PERSON)
}

/// Whether a name is withheld, and the reason the article gives for it.
fn anonymity(scene: &Scene, tokens: &Range<usize>, form: SourceForm) -> (bool, Option<crate::span::Span>) {
    if matches!(form, SourceForm::Name | SourceForm::Pronoun | SourceForm::Document) {
        return (false, None);
    }
    let named =
        tokens.clone().any(|at| scene.is_mark(at)) && tokens.clone().filter(|at| scene.is_title(*at)).count() > 2;
    if named {
        return (false, None);
    }
    let sentence = scene.text.sentences.partition_point(|sentence| sentence.tokens.end <= tokens.start);
    let Some(sentence) = scene.text.sentences.get(sentence) else { return (false, None) };
    let describes = tokens.clone().any(|at| scene.is(at, is::ANONYMOUS));
    let person = tokens.clone().any(|at| scene.is(at, is::PERSON | is::ANONYMOUS));
    let near = tokens.start..sentence.tokens.end.min(tokens.end + 40);
    let withheld = near.clone().find(|at| scene.is(*at, is::WITHHELD));
    let within = withheld.is_some_and(|at| {
        at < tokens.end || matches!(scene.norm(at), "anonymity" | "anonymously" | "unnamed" | "unidentified")
    });
    let indefinite = matches!(scene.norm(tokens.start), "a" | "an" | "one" | "another");
    let anonymous = describes || person && (within || indefinite);
    let reason = withheld.filter(|_| anonymous).and_then(|at| {
        let high = sentence.tokens.end;
        let start = (at + 1..high.min(at + 12))
            .find(|at| matches!(scene.norm(*at), "because" | "to" | "as" | "since" | "citing"))?;
        let end = clause::end(scene, start, high);
        let end = (start + 1..end).find(|at| scene.is_comma(*at)).unwrap_or(end);
        // "were *not authorised to speak*", but "asked for anonymity *to speak freely*".
        let not = at.checked_sub(1).filter(|before| scene.norm(*before) == "not");
        let start = not.filter(|_| scene.norm(start) == "to").unwrap_or(start);
        scene.cover(&(start..end))
    });
    (anonymous, reason)
}
