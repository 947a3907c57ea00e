//! Laws by the words of their names: "Clean Rivers Act", "Treaty of Rome", "Section 230".

use super::{Find, Kind, Label, Proposal, Scene};
use crate::lexicon::names::Word;
use crate::reason::{Confidence, Reason};
use crate::rule::Rule;
use crate::text::TokenKind;

/// A run of names that ends with a word for a sort of law, a treaty of a place, a numbered section or
/// article. Leaves alone the word by itself ("the Act").
pub(super) const RULE: Rule<Find> =
    Rule { name: "entities/law", about: "by the words of the name: “Clean Rivers Act”, “Section 230”", find };

fn find(scene: &Scene, proposals: &mut Vec<Proposal>) {
    let text = scene.text;
    for segment in &scene.segments {
        let tokens = segment.tokens.clone();
        let first = text.norm(tokens.start);
        let next = tokens.start + 1;
        let numbered = matches!(first, "section" | "article" | "title" | "proposition")
            && tokens.len() == 1
            && next < segment.sentence.end
            && matches!(text.tokens[next].kind, TokenKind::Number | TokenKind::Mixed);
        let treaty = matches!(first, "treaty" | "convention") && tokens.len() == 1 && text.norm(next) == "of";
        let plain = !scene.seen[tokens.start].telling && crate::tag::is_common(first);
        let (range, word) = if numbered {
            (tokens.start..next + 1, tokens.start)
        } else if treaty && scene.seen.get(next + 1).is_some_and(|seen| seen.name) && next + 1 < segment.sentence.end {
            (tokens.start..next + 2, tokens.start)
        } else if tokens.len() > 1 && !plain && segment.title.is_none() && scene.word(tokens.end - 1) == Some(Word::Law)
        {
            (tokens.clone(), tokens.end - 1)
        } else {
            continue;
        };
        let word = scene.span(word..word + 1);
        let why = format!("“{}” is a word of laws’ names", text.slice(word));
        let proposal = Proposal::new(scene, range, Kind::Law, Some(Label::Law), RULE.name);
        proposals.push(proposal.weighing(52).sure(Confidence::Medium).because(Reason::at("law-word", why, word)));
    }
}
