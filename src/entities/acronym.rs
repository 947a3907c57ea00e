//! Acronyms with their expansion: "World Widget Agency (WWA)".

use super::{Find, Form, Kind, Label, Proposal, Scene};
use crate::reason::Reason;
use crate::rule::Rule;
use crate::text::Shape;

/// Capitals in brackets whose letters begin the words before them. Proposes both. Leaves alone brackets
/// whose letters do not fit.
pub(super) const RULE: Rule<Find> =
    Rule {
        name: "entities/acronym", about: "a name and its acronym in brackets: “World Widget Agency (WWA)”", find
    };

fn find(scene: &Scene, proposals: &mut Vec<Proposal>) {
    let text = scene.text;
    for run in &scene.runs {
        let at = run.tokens.start;
        let bracketed = at > run.sentence.start + 1
            && run.tokens.len() == 1
            && text.norm(at - 1) == "("
            && text.norm(at + 1) == ")"
            && matches!(text.tokens[at].shape, Shape::Upper | Shape::MixedCase);
        if !bracketed {
            continue;
        }
        let letters: Vec<char> = text.word(at).chars().filter(|c| c.is_uppercase()).collect();
        if !(2..=8).contains(&letters.len()) {
            continue;
        }
        // Backwards: each letter begins a word; small words may be passed over.
        let mut start = at - 1;
        let mut left = letters.as_slice();
        while let [rest @ .., letter] = left {
            if start <= run.sentence.start || start + 24 < at {
                break;
            }
            start -= 1;
            let first = text.word(start).chars().next().unwrap_or(' ');
            if first == *letter {
                left = rest;
            } else if !matches!(text.norm(start), "of" | "for" | "the" | "and" | "on" | "in" | "to" | "&" | "-") {
                break;
            }
        }
        if !left.is_empty() {
            continue;
        }
        let why = "the letters in brackets begin its words";
        let long = Proposal::new(scene, start..at - 1, Kind::Organisation, Some(Label::Org), RULE.name);
        proposals.push(long.weighing(90).because(Reason::at("expansion", why, scene.span(at..at + 1))));
        let why = "its letters begin the words before the bracket";
        let mut short = Proposal::new(scene, at..at + 1, Kind::Organisation, Some(Label::Org), RULE.name);
        short.mention.form = Form::Acronym;
        proposals.push(short.weighing(90).because(Reason::at("acronym", why, scene.span(start..at - 1))));
    }
}
