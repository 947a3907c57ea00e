//! Decisions on their way in and out.
//!
//! A decision is kept as it was written: the core reads what it needs of it, and the export gives the rest back. Only
//! its places are written anew, since they may be elsewhere in a later version of the text.

use super::anchor::Anchors;
use super::json;
use super::keyed;
use super::lexicon;
use super::reanchor::Finder;
use super::wire::{Review, Span as Anchor};
use crate::given::{Action, Addition, Decision, Layer, Place, Speaker, Value, Who};
use crate::span::Span;
use serde_json::Value as Json;

/// The keys under which what a decision makes of an item says another place.
pub(super) const PLACES: [&str; 3] = ["anchor", "source", "cue"];

/// The scope of what holds wherever the same words occur.
pub(super) const ALL: &str = "all";

/// The decisions of an export's `review`, each found again in a text: by its position, by its words with what stands
/// around them, or by words that are nearly the same. `text` is as [`crate::text::normalized`] gives it.
pub fn decisions(review: &[Review], text: &str) -> Vec<Decision> {
    let mut finder = Finder::new(text);
    review.iter().map(|entry| decision(entry, &mut finder)).collect()
}

fn decision(entry: &Review, finder: &mut Finder<'_>) -> Decision {
    let after = |key: &str| entry.after.get(key).unwrap_or(&Json::Null);
    let place = |finder: &mut Finder<'_>, json: &Json| {
        let anchor: Anchor = keyed::read(json.clone()).ok()?;
        finder.find(&anchor)
    };
    let name = |json: &Json| {
        let name = json.get("name").or_else(|| json.get("code"));
        name.and_then(Json::as_str).unwrap_or_default().to_owned()
    };
    let who = |finder: &mut Finder<'_>| Who { span: place(finder, after("anchor")), name: name(&entry.after) };
    let given = !after("entity").is_null() || !after("anchor").is_null() || !name(&entry.after).is_empty();
    let layer = layer_of(word(after("layer")).as_deref().unwrap_or(&entry.target));
    let action = match &*entry.action {
        "accept" => Action::Accept,
        "reject" => Action::Reject,
        "note" => Action::Note,
        "relabel" => Action::Relabel(word(after("kind")).unwrap_or_default()),
        "move" => Action::Move(place(finder, after("anchor"))),
        "add" => Action::Add(Addition {
            kind: word(after("kind")),
            value: value(&entry.after),
            source: place(finder, after("source")),
            cue: place(finder, after("cue")),
        }),
        "setValue" => Action::SetValue(value(&entry.after)),
        "setSpeaker" if given => Action::SetSpeaker(Speaker::Entity(who(finder))),
        "setSpeaker" if !after("source").is_null() => {
            Action::SetSpeaker(Speaker::Words(place(finder, after("source"))))
        }
        "setSpeaker" => Action::SetSpeaker(Speaker::Nobody),
        "merge" => Action::Merge(who(finder)),
        "split" => Action::Split(given.then(|| who(finder))),
        "rename" => Action::Rename(name(&entry.after)),
        "block" => Action::Block { kind: word(after("kind")), included: after("included").as_bool() },
        "dismiss" => Action::Dismiss(after("dismissed").as_bool().unwrap_or(true)),
        other => Action::Unclear(format!("“{other}” is nothing that can be decided")),
    };
    // A lexicon goes by its words, and nothing that is only like them is meant. Who accepted a claim, or set what a figure
    // means, did so for these words: others are another thing.
    let lexicon = entry.by == lexicon::BY;
    let is_strict =
        matches!(layer, Some(Layer::Figure | Layer::Time)) || matches!(&*entry.action, "accept" | "setValue");
    let find = |finder: &mut Finder<'_>, anchor: &Anchor| match &anchor.exact {
        Some(words) if lexicon => finder.first(words),
        _ if is_strict => finder.find_same(anchor),
        _ => finder.find(anchor),
    };
    let span = entry.anchor.as_ref().and_then(|anchor| find(finder, anchor));
    let words = entry.anchor.as_ref().and_then(|anchor| anchor.exact.as_deref());
    let words = words.or_else(|| span.map(|span| finder.slice(span))).unwrap_or_default().to_owned();
    Decision {
        action: if layer.is_some() {
            action
        } else {
            Action::Unclear(format!("“{}” is no item’s id", entry.target))
        },
        layer: layer.unwrap_or(Layer::Finding),
        target: entry.target.clone(),
        place: Place { span, words },
        name: name(&entry.before),
        all: entry.scope == ALL,
        lexicon,
        record: json::of(entry),
    }
}

/// The list that an id, or the name of a list's item, belongs to.
fn layer_of(word: &str) -> Option<Layer> {
    Some(match word.split('-').next()? {
        "b" => Layer::Block,
        "m" | "mention" => Layer::Mention,
        "e" | "entity" => Layer::Entity,
        "f" | "figure" => Layer::Figure,
        "t" | "time" => Layer::Time,
        "c" | "claim" => Layer::Claim,
        "r" => Layer::Relation,
        "k" => Layer::Fact,
        "n" => Layer::Finding,
        _ => return None,
    })
}

/// A string, or a number as one; nothing where neither stands.
fn word(json: &Json) -> Option<String> {
    match json {
        Json::String(word) => Some(word.clone()),
        Json::Number(number) => number.as_i64().map(|number| number.to_string()),
        _ => None,
    }
}

fn value(after: &Json) -> Value {
    let part = |key: &str| after.get(key).and_then(word);
    Value {
        value: part("value"),
        low: part("low"),
        high: part("high"),
        unit: part("unit"),
        unit_name: part("unitName"),
        what: part("what"),
        of: part("of"),
        from: part("from"),
        to: part("to"),
    }
}

/// A decision as the export has it. `added` is the id of the item that it added.
pub fn write(decision: &Decision, anchors: &Anchors<'_>, problem: Option<&String>, added: Option<&str>) -> Review {
    let json = serde_json::from_str(&decision.record).expect("what was written");
    let mut entry: Review = keyed::read(json).expect("what was written");
    if let Some(anchor) = decision.place.span.and_then(|span| anchors.anchor(span)) {
        entry.anchor = Some(anchor);
    }
    for (key, span) in PLACES.iter().zip(places(&decision.action)) {
        if let Some(anchor) = span.and_then(|span| anchors.anchor(span)) {
            let json = json::of(&anchor);
            let anchor = serde_json::from_str(&json).expect("what was written");
            if let Json::Object(after) = &mut entry.after {
                after.insert((*key).to_owned(), anchor);
            }
        }
    }
    if let Some(id) = added.filter(|_| entry.target.is_empty()) {
        entry.target = id.to_owned();
    }
    for (word, plain) in [(&mut entry.scope, "here"), (&mut entry.by, "user")] {
        if word.is_empty() {
            *word = plain.into();
        }
    }
    entry.problem = problem.cloned();
    entry
}

/// The places of [`PLACES`].
fn places(action: &Action) -> [Option<Span>; 3] {
    match action {
        Action::Move(to) => [*to, None, None],
        Action::Add(addition) => [None, addition.source, addition.cue],
        Action::SetSpeaker(Speaker::Words(span)) => [None, *span, None],
        Action::SetSpeaker(Speaker::Entity(who)) | Action::Merge(who) | Action::Split(Some(who)) => {
            [who.span, None, None]
        }
        _ => [None; 3],
    }
}
