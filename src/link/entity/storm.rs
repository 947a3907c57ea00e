//! Storms: "Katrina" after "Hurricane Katrina" is the storm and no person.

use super::key;
use crate::entities::{Form, Kind, Label, Mention, Parts};
use crate::reason::Reason;
use crate::span::Span;
use crate::text::Text;
use rustc_hash::FxHashMap;

/// Makes events of the names of storms that the article calls storms elsewhere.
///
/// Leaves alone people with a title, and names of several words.
pub(super) fn settle(text: &Text, mentions: &mut [Mention]) {
    let mut storms: FxHashMap<String, Span> = FxHashMap::default();
    for mention in mentions.iter_mut().filter(|mention| matches!(mention.kind, Kind::Event | Kind::Person)) {
        if let Some(name) = own_name(&key(text.slice(mention.span))) {
            storms.insert(name.to_owned(), mention.span);
            if mention.kind == Kind::Person {
                become_storm(mention, mention.span, Form::Name);
            }
        }
    }
    if storms.is_empty() {
        return;
    }
    for mention in mentions {
        let named = matches!(mention.kind, Kind::Person | Kind::Organisation | Kind::Place)
            && mention.title.or(mention.parts.honorific).is_none();
        if named && let Some(evidence) = storms.get(&key(text.slice(mention.span))) {
            become_storm(mention, *evidence, Form::Short);
        }
    }
}

/// "katrina" of "hurricane katrina".
pub(super) fn own_name(name: &str) -> Option<&str> {
    let words = ["hurricane ", "cyclone ", "typhoon ", "tropical storm ", "super typhoon ", "storm "];
    words.iter().find_map(|word| name.strip_prefix(word)).filter(|name| !name.contains(' '))
}

fn become_storm(mention: &mut Mention, evidence: Span, form: Form) {
    mention.kind = Kind::Event;
    mention.label = Some(Label::Event);
    mention.form = form;
    mention.parts = Parts::default();
    mention.reasons.push(Reason::at("storm", "the article calls it a storm", evidence));
}
