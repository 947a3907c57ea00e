//! Names found again: a surname, forename or acronym whose full name stands elsewhere in the article.

use super::{Find, Form, Kind, Label, Parts, Proposal, Scene};
use crate::reason::{Confidence, Origin, Reason};
use crate::rule::Rule;
use crate::span::Span;
use rustc_hash::FxHashMap;

/// A lone word that is part of a person's full name found in the article. Leaves alone a word that two
/// people share for linking to decide: the mention stands, the person is open.
pub(super) const RULE: Rule<Find> =
    Rule {
        name: "entities/again", about: "a part of a name found elsewhere: “Bessent” after “Scott Bessent”", find
    };

fn find(scene: &Scene, proposals: &mut Vec<Proposal>) {
    let mut known: FxHashMap<&str, (Span, bool)> = FxHashMap::default();
    for proposal in proposals.iter() {
        let mention = &proposal.mention;
        if mention.kind != Kind::Person || proposal.tokens.len() < 2 || mention.confidence == Confidence::Low {
            continue;
        }
        let last = proposal.tokens.end - 1 - usize::from(mention.parts.suffix.is_some());
        let family_first = mention.parts.family.is_some_and(|family| family.start == mention.span.start);
        let (family, given) = if family_first { (proposal.tokens.start, last) } else { (last, proposal.tokens.start) };
        known.entry(scene.norm(family)).or_insert((mention.span, true));
        known.entry(scene.norm(given)).or_insert((mention.span, false));
    }
    let mut firms: FxHashMap<&str, Span> = FxHashMap::default();
    for proposal in proposals.iter() {
        let start = proposal.tokens.start;
        let plain = scene.seen[start].alone == Default::default() && !crate::tag::is_common(scene.norm(start));
        if proposal.mention.kind == Kind::Organisation
            && proposal.tokens.len() > 1
            && proposal.mention.confidence > Confidence::Low
            && plain
        {
            firms.entry(scene.norm(start)).or_insert(proposal.mention.span);
            // "the Badgers" of "Fenwick Badgers"
            let last = proposal.tokens.end - 1;
            let many = scene.norm(last).ends_with('s') && scene.word(last).is_none();
            if many && !crate::tag::is_common(scene.norm(last)) {
                firms.entry(scene.norm(last)).or_insert(proposal.mention.span);
            }
        }
    }
    // "Nordvik" after "Nordvik Motors Co." is no person whom the article does not name in full.
    for proposal in proposals.iter_mut().filter(|proposal| proposal.tokens.len() == 1) {
        let (mention, norm) = (&mut proposal.mention, scene.norm(proposal.tokens.start));
        if mention.kind == Kind::Person
            && mention.by.kind == Origin::Model
            && mention.title.or(mention.parts.honorific).is_none()
            && !known.contains_key(norm)
            && let Some(full) = firms.get(norm)
        {
            (mention.kind, mention.label, mention.form) = (Kind::Organisation, Some(Label::Org), Form::Short);
            mention.parts = Parts::default();
            let why = format!("a word of “{}”", scene.text.slice(*full));
            mention.reasons = vec![Reason::at("part-of-name", why, *full)];
        }
    }
    whole(scene, proposals);
    for segment in &scene.segments {
        let tokens = segment.tokens.clone();
        // "al-Assad" and "von der Leyen" end with the word that was heard.
        let at = tokens.end - 1;
        let particles = tokens.clone().take(tokens.len() - 1).all(|at| !scene.seen[at].name);
        if !particles && tokens.len() > 1 || !scene.seen[at].name {
            continue;
        }
        let Some((full, family)) = known.get(scene.norm(at)) else {
            let Some(full) = firms.get(scene.norm(at)).filter(|_| segment.title.is_none()) else { continue };
            let mut proposal = Proposal::new(scene, at..at + 1, Kind::Organisation, Some(Label::Org), RULE.name);
            proposal.mention.form = Form::Short;
            let why = format!("a word of “{}”", scene.text.slice(*full));
            let reason = Reason::at("part-of-name", why, *full);
            proposals.push(proposal.weighing(35).sure(Confidence::Medium).because(reason));
            continue;
        };
        let compiled = scene.seen[at].alone.identity() != 0;
        if compiled && !scene.seen[at].alone.is(crate::lexicon::gazetteer::bits::PERSON) {
            continue;
        }
        let mut proposal = Proposal::new(scene, tokens.clone(), Kind::Person, Some(Label::Person), RULE.name);
        proposal.mention.form = Form::Short;
        let span = Some(scene.span(tokens));
        proposal.mention.parts = if *family {
            Parts { family: span, ..Parts::default() }
        } else {
            Parts { given: span, ..Parts::default() }
        };
        let why = format!("part of “{}”", scene.text.slice(*full));
        proposals.push(proposal.weighing(35).sure(Confidence::High).because(Reason::at("part-of-name", why, *full)));
    }
}

/// An organisation of several words, word for word as elsewhere: "Halden & Rowe" once more.
fn whole(scene: &Scene, proposals: &mut Vec<Proposal>) {
    let text = scene.text;
    let mut full: FxHashMap<&str, Span> = FxHashMap::default();
    for proposal in proposals.iter() {
        let mention = &proposal.mention;
        if mention.kind == Kind::Organisation && proposal.tokens.len() > 2 && mention.confidence > Confidence::Low {
            full.entry(text.norm(proposal.tokens.start)).or_insert(mention.span);
        }
    }
    if full.is_empty() {
        return;
    }
    for sentence in text.included() {
        for at in sentence.tokens.clone().filter(|at| scene.seen[*at].name) {
            let Some(span) = full.get(text.norm(at)).filter(|span| span.start != text.tokens[at].span.start) else {
                continue;
            };
            let words = text.tokens_in(*span).len();
            if at + words > sentence.tokens.end || text.slice(scene.span(at..at + words)) != text.slice(*span) {
                continue;
            }
            let proposal = Proposal::new(scene, at..at + words, Kind::Organisation, Some(Label::Org), RULE.name);
            let reason = Reason::at("named-before", "the same words name it elsewhere", *span);
            proposals.push(proposal.weighing(5).sure(Confidence::Medium).because(reason));
        }
    }
}
