//! Places by the words of their names: "Lake Victoria", "Elm Street", "Springfield, Ohio".

use super::{Find, Kind, Label, Proposal, Scene};
use crate::lexicon::gazetteer::bits;
use crate::lexicon::names::Word;
use crate::reason::Reason;
use crate::rule::Rule;

/// A run of names that begins or ends with a word for a sort of place, and a name before a comma and a
/// state. Leaves alone the word by itself ("the River").
pub(super) const RULE: Rule<Find> =
    Rule { name: "entities/place", about: "by the words of the name: “Lake Victoria”, “Elm Street”", find };

fn find(scene: &Scene, proposals: &mut Vec<Proposal>) {
    let text = scene.text;
    for segment in &scene.segments {
        let mut tokens = segment.tokens.clone();
        if segment.title.is_some() {
            continue;
        }
        if scene.pos(tokens.start) == crate::tag::Pos::Det && scene.seen[tokens.start].len < 2 {
            tokens.start += 1;
        }
        if tokens.is_empty() {
            continue;
        }
        let (first, last) = (scene.word(tokens.start), scene.word(tokens.end - 1));
        let plain = !scene.seen[tokens.start].telling && crate::tag::is_common(text.norm(tokens.start));
        let label = match (first, last) {
            (_, Some(Word::Facility)) if tokens.len() > 1 && !plain => Some(Label::Fac),
            (_, Some(Word::Geo)) if tokens.len() > 1 && !plain => Some(Label::Loc),
            (Some(Word::Geo), _)
                if tokens.len() > 1 && matches!(text.norm(tokens.start), "lake" | "river" | "mount") =>
            {
                Some(Label::Loc)
            }
            (Some(Word::GeoStart), _) if tokens.len() == 2 && named(scene, tokens.start + 1) => Some(Label::Gpe),
            _ => None,
        };
        if let Some(label) = label {
            let word = if matches!(last, Some(Word::Facility | Word::Geo)) { tokens.end - 1 } else { tokens.start };
            let word = scene.span(word..word + 1);
            let why = format!("“{}” is a word of places’ names", text.slice(word));
            let proposal = Proposal::new(scene, tokens.clone(), Kind::Place, Some(label), RULE.name);
            proposals.push(proposal.weighing(50).because(Reason::at("place-word", why, word)));
        }
        // "Gulf of Aden", "Strait of Hormuz", "Isle of Wight", "Cape of Good Hope"
        let end = segment.tokens.end;
        if matches!(last, Some(Word::Geo | Word::GeoStart)) && tokens.len() == 1 && text.norm(end) == "of" {
            let run = end + 1..(end + 5).min(segment.sentence.end);
            let len = run.clone().take_while(|at| scene.seen[*at].name).count();
            if len > 0 && scene.seen[tokens.start].telling {
                let word = scene.span(tokens.clone());
                let why = format!("“{}” is a word of places’ names", text.slice(word));
                let proposal =
                    Proposal::new(scene, tokens.start..run.start + len, Kind::Place, Some(Label::Loc), RULE.name);
                proposals.push(proposal.weighing(50).because(Reason::at("place-word", why, word)));
            }
        }
        // "Springfield, Ohio": a state after the comma.
        if text.norm(end) == "," && end + 1 < segment.sentence.end && tokens.len() <= 3 {
            let state = scene.seen[end + 1];
            let before = if tokens.start == 0 { "" } else { text.norm(tokens.start - 1) };
            let somewhere = matches!(before, "in" | "at" | "near" | "from" | "of" | "outside" | "to" | "around");
            if state.longest.is(bits::STATE) && state.longest.identity() != 0 && somewhere {
                let why = "a state or country follows the comma";
                let evidence = scene.span(end + 1..end + 1 + usize::from(state.len));
                let proposal = Proposal::new(scene, tokens, Kind::Place, Some(Label::Gpe), RULE.name);
                proposals.push(proposal.weighing(48).because(Reason::at("state-follows", why, evidence)));
            }
        }
    }
}

/// A word that no list takes for something common.
fn named(scene: &Scene, at: usize) -> bool {
    !crate::tag::is_common(scene.norm(at)) || scene.seen[at].alone.is(bits::STATE | bits::REGION)
}
