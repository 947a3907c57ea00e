//! `According to X, …`, `…, according to X`, `in X's words`.

use super::cue::is;
use super::scene::Scene;
use super::{Claim, CueClass, Find, clause, phrase};
use crate::rule::Rule;
use std::borrow::Cow;

pub(super) const RULE: Rule<Find> =
    Rule { name: "claims/according", about: "according to the ministry, …; …, according to her", find };

fn find(scene: &Scene, claims: &mut Vec<Claim>) {
    for sentence in scene.sentences() {
        for at in sentence.tokens.clone() {
            if scene.norm(at) != "according" || scene.norm(at + 1) != "to" {
                continue;
            }
            let (low, high) = (clause::low(scene, sentence, at), clause::high(scene, sentence, at));
            let Some(mut source) = named(scene, at + 2, high) else { continue };
            let leads = at == low || scene.is(at - 1, is::COORDINATOR) && at <= low + 2;
            let leads = leads || scene.is_comma(at - 1) && leads_clause(scene, low, at);
            if leads
                && !scene.is_comma(source.end)
                && let Some(comma) = source.clone().find(|token| scene.is_comma(*token))
            {
                // At the start of a sentence the comma is followed by what is said, not by an apposition.
                source.end = comma;
            }
            let content = if leads {
                let mut start = source.end;
                while scene.is_comma(start) {
                    start += 1;
                }
                start..clause::end(scene, start, high)
            } else {
                let mut start = low;
                // After the last claim of the same kind, or a semicolon.
                if let Some(mark) = (low..at).rev().find(|mark| scene.norm(*mark) == ";") {
                    start = mark + 1;
                }
                let quoted = at.checked_sub(1).and_then(|last| scene.closes(last));
                if let Some(number) = quoted.filter(|number| scene.quotations[*number].tokens.start < start) {
                    start = scene.quotations[number].tokens.start;
                }
                start..clause::trim_end(scene, start, at)
            };
            let Some(content) = scene.cover(&content) else { continue };
            let cue = scene.text.cover(at..at + 2);
            let cue = super::Cue { span: cue, lemma: Cow::Borrowed("according to"), class: CueClass::Neutral };
            claims.push(Claim::said(scene, RULE.name, Some(cue), Some(&source), vec![content]));
        }
    }
}

/// The noun phrase after "according to", a pronoun among them.
fn named(scene: &Scene, start: usize, high: usize) -> Option<std::ops::Range<usize>> {
    let pronoun = scene.is(start, is::OBJECT) && (!scene.is(start, is::POSSESSIVE) || scene.is_mark(start + 1));
    if start < high && pronoun {
        return Some(start..start + 1);
    }
    let mut head = start;
    while let Some(above) =
        scene.parsed.head(head).filter(|above| *above >= start && scene.parsed.reach(*above).start + 2 >= start)
    {
        head = above;
    }
    let source = phrase::of(scene, head, &(start - 2..start));
    let source = start..source.end.min(high);
    if source.is_empty() || scene.is_mark(start) && scene.opens(start).is_none() {
        return None;
    }
    // "according to plan" names nobody, nor does "according to the law".
    let last = scene.norm(source.end - 1);
    if matches!(
        last,
        "plan"
            | "plans"
            | "schedule"
            | "law"
            | "laws"
            | "rules"
            | "need"
            | "needs"
            | "tradition"
            | "custom"
            | "standards"
    ) {
        return None;
    }
    let word = scene.word(start);
    let bare = source.len() == 1 && !scene.is_title(start);
    let speaker = word.is(is::GROUP | is::DOCUMENT | is::ANONYMOUS | is::PERSON | is::SUBJECT);
    (!bare || speaker || scene.norm(start).ends_with('s')).then_some(source)
}

/// Whether only an adverbial stands before: "Still, according to …".
fn leads_clause(scene: &Scene, low: usize, at: usize) -> bool {
    let first = scene.word(low);
    let adverbial = first.is(is::COORDINATOR | is::SUBORDINATOR | is::PREPOSITION) || scene.is_adverb(low);
    at - low <= 6 && adverbial && !(low..at).any(|token| clause::is_finite(scene, token))
}
