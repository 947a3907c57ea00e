//! Teams and bands taken for people: "the Westmere Kestrels" are not a Mr Kestrels.

use super::key;
use crate::entities::{Form, Kind, Label, Mention, Parts};
use crate::reason::Reason;
use crate::span::Span;
use crate::tag::{Pos, Tagged};
use crate::text::Text;
use rustc_hash::FxHashMap;

/// Makes organisations of people that the article calls "the …s" with nothing behind that the name could describe.
///
/// Leaves alone families: "the Nordmanns" where somebody is called Nordmann.
pub(super) fn settle(text: &Text, tagged: &Tagged, mentions: &mut [Mention]) {
    let mut plural: FxHashMap<String, Span> = FxHashMap::default();
    for mention in mentions.iter().filter(|mention| is_person(mention) || mention.kind == Kind::Organisation) {
        let tokens = text.tokens_in(mention.span);
        let behind = tagged.pos(tokens.end);
        let the = tokens.start > 0 && matches!(text.norm(tokens.start - 1), "the" | "The");
        let last = last_word(text, mention);
        if the && last.len() > 3 && last.ends_with('s') && !matches!(behind, Pos::Noun | Pos::Propn | Pos::Adj) {
            plural.insert(last, mention.span);
        }
    }
    if plural.is_empty() {
        return;
    }
    for mention in mentions.iter().filter(|mention| is_person(mention)) {
        plural.remove(&format!("{}s", last_word(text, mention)));
    }
    let mut whole: FxHashMap<String, Span> = FxHashMap::default();
    for mention in mentions.iter_mut().filter(|mention| is_person(mention)) {
        if let Some(evidence) = plural.get(&last_word(text, mention)) {
            whole.insert(key(text.slice(mention.span)), *evidence);
            become_team(mention, *evidence);
        }
    }
    // "Westmere" of "Westmere Kestrels" was a forename.
    let mut firsts: FxHashMap<&str, Span> = FxHashMap::default();
    for (name, evidence) in &whole {
        if let Some((first, _)) = name.split_once(' ') {
            firsts.insert(first, *evidence);
        }
    }
    for mention in mentions.iter_mut() {
        if is_person(mention)
            && mention.form == Form::Short
            && let Some(evidence) = firsts.get(key(text.slice(mention.span)).as_str())
        {
            become_team(mention, *evidence);
        }
    }
}

fn is_person(mention: &Mention) -> bool {
    mention.kind == Kind::Person && mention.title.is_none() && mention.parts.honorific.is_none()
}

fn last_word(text: &Text, mention: &Mention) -> String {
    key(text.slice(mention.span).rsplit(' ').next().unwrap_or_default())
}

fn become_team(mention: &mut Mention, evidence: Span) {
    mention.kind = Kind::Organisation;
    mention.label = Some(Label::Org);
    mention.form = Form::Name;
    mention.parts = Parts::default();
    mention.reasons.push(Reason::at("team", "the article calls them “the …s”", evidence));
}
