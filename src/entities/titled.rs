//! People with a title before the name: "Vice Premier He Lifeng".

use super::person::{name_length, parts};
use super::{Find, Form, Kind, Label, Proposal, Scene};
use crate::lexicon::gazetteer::bits;
use crate::lexicon::titles::Class;
use crate::reason::{Confidence, Reason};
use crate::rule::Rule;
use crate::text::Shape;

/// A name right after a title. The span is the name; the title stands apart. Leaves alone titles with no
/// name after them ("the president said").
pub(super) const RULE: Rule<Find> =
    Rule { name: "entities/titled", about: "a person after a title: “Vice Premier He Lifeng”", find };

fn find(scene: &Scene, proposals: &mut Vec<Proposal>) {
    for segment in &scene.segments {
        let Some((range, title)) = &segment.title else { continue };
        let first = scene.seen[segment.tokens.start];
        let honorific = title.class == Class::Honorific;
        let small = scene.shape(range.start) == Some(Shape::Lower);
        let person = first.alone.is(bits::MALE | bits::FEMALE | bits::SURNAME | bits::PERSON);
        let elsewhere = bits::STATE | bits::REGION | bits::ORGANISATION | bits::GROUP | bits::FACILITY;
        // "President China", "general Republican", "chief US": the title belongs to something else.
        if !honorific && first.longest.is(elsewhere) && (!person || first.len > 1) {
            continue;
        }
        let len = name_length(scene, segment.tokens.clone());
        if len == 0 || segment.before_title && len < 2 {
            continue;
        }
        // "head Smith" is odd, "chief Google" odder: an occupation in small letters wants a likely name.
        let tokens = segment.tokens.start..segment.tokens.start + len;
        if small && !honorific && len == 1 && !person {
            continue;
        }
        if scene.shape(tokens.start) == Some(Shape::Upper) && len == 1 && !person {
            continue;
        }
        let mut proposal = Proposal::new(scene, tokens.clone(), Kind::Person, Some(Label::Person), RULE.name);
        proposal.mention.parts = parts(scene, tokens.clone());
        let span = scene.span(range.clone());
        if honorific {
            proposal.mention.parts.honorific = Some(span);
            // "Treasury Secretary Dr. Jane Roe": a title before the honorific.
            proposal.mention.title =
                scene.title_before(range.start, &segment.sentence).map(|(range, _)| scene.span(range));
            if proposal.mention.parts.given.is_some() && len == 1 {
                std::mem::swap(&mut proposal.mention.parts.given, &mut proposal.mention.parts.family);
            }
        } else {
            proposal.mention.title = Some(span);
        }
        if len == 1 {
            proposal.mention.form = Form::Short;
        }
        let code = if honorific { "honorific" } else { "title" };
        let why = format!("“{}” stands before the name", scene.text.slice(span));
        let sure = if small && len > 1 && !person { Confidence::Medium } else { Confidence::High };
        proposals.push(proposal.weighing(100).sure(sure).because(Reason::at(code, why, span)));
    }
}
