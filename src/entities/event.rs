//! Events by the words of their names: "Lisbon Summit", "Hurricane Mitch", "Battle of Hastings".

use super::{Find, Kind, Label, Proposal, Scene};
use crate::lexicon::names::Word;
use crate::reason::{Confidence, Reason};
use crate::rule::Rule;

/// A run of names that ends with a word for a sort of event, or begins with "Hurricane" and its like.
/// Leaves alone the word by itself ("the Summit").
pub(super) const RULE: Rule<Find> =
    Rule {
        name: "entities/event", about: "by the words of the name: “Lisbon Summit”, “Hurricane Mitch”", find
    };

fn find(scene: &Scene, proposals: &mut Vec<Proposal>) {
    let text = scene.text;
    for segment in &scene.segments {
        let tokens = segment.tokens.clone();
        let plain = !scene.seen[tokens.start].telling && crate::tag::is_common(text.norm(tokens.start));
        let storm = matches!(text.norm(tokens.start), "hurricane" | "typhoon" | "cyclone" | "operation" | "storm");
        let battle = matches!(text.norm(tokens.start), "battle" | "siege") && text.norm(tokens.start + 1) == "of";
        let (range, word) = if storm && tokens.len() > 1 {
            (tokens.clone(), tokens.start)
        } else if battle && tokens.len() == 1 && scene.seen.get(tokens.start + 2).is_some_and(|seen| seen.name) {
            (tokens.start..tokens.start + 3, tokens.start)
        } else if tokens.len() > 1 && !plain && scene.word(tokens.end - 1) == Some(Word::Event) {
            (tokens.clone(), tokens.end - 1)
        } else {
            continue;
        };
        let word = scene.span(word..word + 1);
        let why = format!("“{}” is a word of events’ names", text.slice(word));
        let proposal = Proposal::new(scene, range, Kind::Event, Some(Label::Event), RULE.name);
        proposals.push(proposal.weighing(52).sure(Confidence::Medium).because(Reason::at("event-word", why, word)));
    }
}
