//! Headlines and transcripts: `Trump: China broke truce`, `Poll: voters want change`, `China broke truce: report`.

use super::cue::is;
use super::scene::Scene;
use super::{Claim, Cue, CueClass, Find, clause, transcript};
use crate::rule::Rule;
use crate::text::BlockKind;
use rustc_hash::FxHashSet;
use std::borrow::Cow;

pub(super) const RULE: Rule<Find> = Rule { name: "claims/headline", about: "headlines: Mayor: road to close", find };

/// The longest name before a colon, in tokens.
const LONGEST: usize = 6;

fn find(scene: &Scene, claims: &mut Vec<Claim>) {
    let turns = claims.iter().filter(|claim| claim.by.rule == transcript::RULE.name);
    let turns: FxHashSet<u32> = turns.filter_map(|claim| Some(claim.source.as_ref()?.span.start)).collect();
    for sentence in scene.sentences() {
        let tokens = sentence.tokens.clone();
        let heads = matches!(scene.text.blocks[sentence.block as usize].kind, BlockKind::Headline | BlockKind::Subhead)
            || sentence.tokens.start == 0;
        let Some(colon) = tokens.clone().take(LONGEST + 1).find(|at| scene.norm(*at) == ":") else { continue };
        let name = tokens.start..colon;
        let speaks = speaker(scene, &name, heads);
        let content = colon + 1..clause::trim_end(scene, colon + 1, tokens.end.min(colon + 1 + super::scene::REACH));
        if !speaks || content.len() < 3 {
            continue;
        }
        if turns.contains(&scene.text.tokens[name.start].span.start) {
            continue;
        }
        let within = scene.predicates.partition_point(|predicate| predicate.cue.start < tokens.start);
        let taken = scene.predicates[within..].first().is_some_and(|predicate| predicate.cue.start < colon);
        let Some(span) = scene.cover(&content).filter(|_| !taken) else { continue };
        let cue = Cue { span: scene.text.tokens[colon].span, lemma: Cow::Borrowed(":"), class: CueClass::Neutral };
        claims.push(Claim::said(scene, RULE.name, Some(cue), Some(&name), vec![span]));
    }
}

fn speaker(scene: &Scene, name: &std::ops::Range<usize>, heads: bool) -> bool {
    if name.is_empty() || scene.quotation(name.start).is_some() {
        return false;
    }
    let described = name.clone().any(|at| scene.is(at, is::DOCUMENT | is::GROUP | is::ANONYMOUS | is::PERSON));
    let article =
        matches!(scene.norm(name.start), "the" | "a" | "an" | "this" | "in" | "on" | "at" | "what" | "how" | "why");
    // "BIDEN'S AMERICA: …", "TOP PERFORMERS: …" head what follows; a speaker has a name of their own.
    let known = scene.names_in(name.clone()).next().is_some()
        || scene.text.word(name.start).chars().all(char::is_uppercase) && name.len() == 1;
    let owned = name.clone().any(|at| scene.is_possessive_mark(at));
    let named = known
        && !owned
        && name.clone().all(|at| scene.is_title(at) || matches!(scene.norm(at), "-" | "." | "’s" | "'s"));
    // A transcript writes the speaker in capitals.
    let shouted = name.len() <= 3
        && name
            .clone()
            .all(|at| scene.text.word(at).len() > 1 && scene.text.word(at).chars().all(|c| c.is_uppercase()))
        && !scene.text.word(name.end - 1).chars().any(char::is_numeric);
    if transcript::is_rubric(scene.norm(name.start)) {
        return false;
    }
    if heads {
        return !article && (named && name.len() <= 4 || described && name.len() <= 4);
    }
    shouted
}
