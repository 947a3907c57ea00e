//! The channel: interview, statement, press conference, social post, document, court, poll.

use super::cue::is;
use super::scene::Scene;
use super::{Channel, Claim, SourceForm};
use crate::lexicon;
use crate::order;
use rustc_hash::FxHashMap;
use std::sync::LazyLock;

/// Phrases of one channel by their first word, the words after it, and the channel.
type Phrases = FxHashMap<&'static str, Vec<(Vec<&'static str>, Channel)>>;

static PHRASES: LazyLock<Phrases> = LazyLock::new(|| {
    let mut phrases = Phrases::default();
    for row in lexicon::rows(include_str!("../../data/lexicon/channels.tsv")) {
        let channel = match row[0] {
            "interview" => Channel::Interview,
            "statement" => Channel::Statement,
            "press-conference" => Channel::PressConference,
            "social-post" => Channel::SocialPost,
            "court" => Channel::Court,
            "poll" => Channel::Poll,
            _ => Channel::Document,
        };
        for phrase in row[1].split('|') {
            let mut words = phrase.split(' ');
            let first = words.next().unwrap_or_default();
            phrases.entry(first).or_default().push((words.collect(), channel));
        }
    }
    phrases.values_mut().for_each(|list| order::by(list, |(rest, _)| (u64::MAX - rest.len() as u64, 0)));
    phrases
});

/// How far around a cue its channel is looked for, in tokens.
const NEAR: usize = 24;

pub(super) fn refine(scene: &Scene, claims: &mut Vec<Claim>) {
    for claim in claims {
        claim.channel = of(scene, claim);
    }
}

fn of(scene: &Scene, claim: &Claim) -> Option<Channel> {
    let text = scene.text;
    let cue = claim.cue.as_ref()?;
    let tokens = text.tokens_in(cue.span);
    let comment = (tokens.end..tokens.end + 6).any(|at| scene.norm(at).starts_with("comment"));
    if matches!(cue.lemma.as_ref(), "decline" | "refuse") && comment {
        return Some(Channel::NoComment);
    }
    if matches!(cue.lemma.as_ref(), "respond" | "reply" | "respond to" | "reply to")
        && tokens.clone().any(|at| scene.is(at, is::NEGATION))
    {
        return Some(Channel::NoResponse);
    }
    if matches!(cue.lemma.as_ref(), "tweet" | "retweet" | "repost") {
        return Some(Channel::SocialPost);
    }
    if cue.lemma == "testify" {
        return Some(Channel::Court);
    }
    // The words around the cue in its sentence that are not the content itself.
    let sentence =
        text.sentences.get(text.sentences.partition_point(|sentence| sentence.span.end <= cue.span.start))?;
    let low = sentence.tokens.start.max(tokens.start.saturating_sub(NEAR));
    let high = sentence.tokens.end.min(tokens.end + NEAR);
    for at in (tokens.start..high).chain(low..tokens.start) {
        let span = text.tokens[at].span;
        if claim.content.iter().any(|content| content.contains(span)) {
            continue;
        }
        let source = claim.source.as_ref().filter(|source| source.span.contains(span));
        let led = source.is_some() || led_by_preposition(scene, at, low);
        if let Some(channel) = phrase_at(scene, at).filter(|_| led) {
            return Some(channel);
        }
    }
    match claim.source.as_ref().map(|source| source.form) {
        Some(SourceForm::Document) => Some(Channel::Document),
        _ => None,
    }
}

/// "in a statement", "on CBS's Face the Nation": a preposition stands before, with no verb between.
fn led_by_preposition(scene: &Scene, at: usize, low: usize) -> bool {
    (low..at)
        .rev()
        .take(10)
        .take_while(|before| !scene.is_comma(*before))
        .any(|before| matches!(scene.norm(before), "in" | "on" | "at" | "during" | "via" | "to" | "through"))
}

fn phrase_at(scene: &Scene, at: usize) -> Option<Channel> {
    let (_, channel) = PHRASES
        .get(scene.norm(at))?
        .iter()
        .find(|(rest, _)| rest.iter().enumerate().all(|(step, word)| scene.norm(at + 1 + step) == *word))?;
    Some(*channel)
}
