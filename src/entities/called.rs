//! Organisations after the noun that says what they are: "the airline Nordfly", "drug maker Corvane".

use super::{Find, Form, Kind, Label, Parts, Proposal, Scene};
use crate::lexicon::gazetteer::bits;
use crate::lexicon::nominals::{self, Class};
use crate::reason::{Confidence, Origin, Reason};
use crate::rule::Rule;
use crate::span::Span;
use crate::text::{Shape, Text};

/// A name right after a noun for an organisation, and what the trained model takes for a person or a place there.
/// Leaves alone full names and surnames ("the firm Peter Okonjo founded"), and what no name stands for ("the company
/// Friday").
pub(super) const RULE: Rule<Find> =
    Rule { name: "entities/called", about: "an organisation after what it is: “the airline Nordfly”", find };

fn find(scene: &Scene, proposals: &mut Vec<Proposal>) {
    for proposal in proposals.iter_mut().filter(|proposal| proposal.mention.by.kind == Origin::Model) {
        let (mention, at) = (&mut proposal.mention, proposal.tokens.start);
        let doubtful = match mention.kind {
            Kind::Person => proposal.tokens.len() == 1 && mention.title.or(mention.parts.honorific).is_none(),
            Kind::Place => true,
            _ => false,
        };
        if doubtful
            && is_unlisted(scene, at)
            && let Some(noun) = noun_before(scene.text, at)
        {
            (mention.kind, mention.label, mention.form) = (Kind::Organisation, Some(Label::Org), Form::Name);
            mention.parts = Parts::default();
            mention.reasons = vec![reason(scene.text, noun)];
        }
    }
    for segment in scene.segments.iter().filter(|segment| segment.title.is_none() && segment.tokens.len() < 4) {
        let at = segment.tokens.start;
        if scene.shape(at) != Some(Shape::Lower)
            && scene.seen[at].telling
            && is_unlisted(scene, at)
            && !crate::tag::is_common(scene.norm(at))
            && let Some(noun) = noun_before(scene.text, at)
        {
            let proposal =
                Proposal::new(scene, segment.tokens.clone(), Kind::Organisation, Some(Label::Org), RULE.name);
            proposals.push(proposal.weighing(20).sure(Confidence::Medium).because(reason(scene.text, noun)));
        }
    }
}

/// The noun for an organisation right before a token: "airline", "maker" of "drug maker".
pub(crate) fn noun_before(text: &Text, at: usize) -> Option<Span> {
    let noun = at.checked_sub(1)?;
    let fits = nominals::get(text.norm(noun)).is_some_and(|noun| noun.class == Class::Organisation);
    let name = text.tokens[noun].shape == Shape::Title && noun > 0 && text.tokens[noun - 1].shape == Shape::Title;
    (fits && !name && text.spaced(at)).then(|| text.tokens[noun].span)
}

fn reason(text: &Text, noun: Span) -> Reason {
    Reason::at("what-it-is", format!("“{}” stands before the name", text.slice(noun)), noun)
}

/// On no list as a person, a place or people of a country: "the company Google", "the bank Ann Lee leads".
fn is_unlisted(scene: &Scene, at: usize) -> bool {
    let seen = scene.seen[at];
    let others = bits::MALE | bits::FEMALE | bits::SURNAME | bits::PERSON | bits::STATE | bits::REGION | bits::GROUP;
    !seen.alone.is(others) && !seen.longest.is(others)
}
