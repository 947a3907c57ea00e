//! Adjectives that tell what somebody is sure or afraid of: `She was adamant that the dam would hold`.

use super::cue::{LEXICON, Lexicon, Part};
use super::scene::Scene;
use super::{Claim, Cue, Find, clause, phrase};
use crate::rule::Rule;
use std::borrow::Cow;

pub(super) const RULE: Rule<Find> =
    Rule { name: "claims/adjective", about: "adjectives of belief: she was adamant that …", find };

fn find(scene: &Scene, claims: &mut Vec<Claim>) {
    let lexicon: &'static Lexicon = &LEXICON;
    for sentence in scene.sentences() {
        for at in sentence.tokens.clone().filter(|at| scene.norm(at + 1) == "that") {
            let senses = scene.word(at).senses().iter().map(|sense| lexicon.entry(sense.0));
            let Some(entry) = senses.into_iter().find(|entry| entry.part == Part::Adjective) else { continue };
            let Some(group) = scene.parsed.clause_of_predicate(at).and_then(|clause| clause.group) else { continue };
            let cue = group.first as usize..at + 1;
            let source = scene.parsed.clause(at).and_then(|clause| phrase::subject(scene, clause, &cue));
            let end = clause::end(scene, at + 1, clause::high(scene, sentence, at));
            let (Some(source), Some(span), Some(content)) = (source, scene.cover(&cue), scene.cover(&(at + 1..end)))
            else {
                continue;
            };
            let cue = Cue { span, lemma: Cow::Borrowed(entry.lemma), class: entry.class };
            claims.push(Claim::said(scene, RULE.name, Some(cue), Some(&source.tokens), vec![content]));
        }
    }
}
