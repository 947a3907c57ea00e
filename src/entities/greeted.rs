//! People who are greeted: "Hello Thandeka, thank you for coming".

use super::{Find, Form, Kind, Label, Parts, Proposal, Scene};
use crate::reason::{Confidence, Reason};
use crate::rule::Rule;
use crate::tag::is_common;
use crate::text::Shape;

/// A lone name between a greeting and a mark. Leaves alone common words ("Dear Sir,") and greetings of places that the
/// lists know ("Hello Wembley!").
pub(super) const RULE: Rule<Find> =
    Rule { name: "entities/greeted", about: "a person who is greeted: “Hello Thandeka,”", find };

fn find(scene: &Scene, proposals: &mut Vec<Proposal>) {
    for sentence in scene.text.included() {
        for at in sentence.tokens.clone().skip(1) {
            let greeting =
                matches!(scene.norm(at - 1), "hello" | "hi" | "hey" | "dear" | "goodbye" | "thanks" | "welcome");
            let unlisted = || {
                let seen = scene.seen[at];
                seen.alone.identity() == 0 && seen.word.is_none() && !is_common(scene.norm(at))
            };
            let name = scene.shape(at) == Some(Shape::Title) && matches!(scene.norm(at + 1), "," | "!" | "." | "?");
            if !(greeting && name && unlisted()) {
                continue;
            }
            let mut proposal = Proposal::new(scene, at..at + 1, Kind::Person, Some(Label::Person), RULE.name);
            proposal.mention.form = Form::Short;
            proposal.mention.parts = Parts { given: Some(scene.span(at..at + 1)), ..Parts::default() };
            let greeting = scene.span(at - 1..at);
            let why = format!("“{}” stands before the name", scene.text.slice(greeting));
            proposals
                .push(proposal.weighing(30).sure(Confidence::Medium).because(Reason::at("greeting", why, greeting)));
        }
    }
}
