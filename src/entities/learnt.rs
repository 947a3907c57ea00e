//! Names as the trained model finds them; what the other rules found beside them is weighed against it.

use super::person::{form, parts};
use super::{Find, Form, Kind, Label, Proposal, Scene};
use crate::lexicon::gazetteer::bits;
use crate::lexicon::names::Word;
use crate::lexicon::titles;
use crate::reason::{By, Confidence, Origin, Reason};
use crate::rule::Rule;
use crate::tag::name::UNITS;
use crate::tag::{Name, Sort};
use crate::text::{Shape, TokenKind};
use std::ops::Range;

/// People, organisations and places that the model of `model/` finds by all that is known of the words and of
/// those around them. Leaves alone what it calls something else: works, events, nationalities.
pub(super) const RULE: Rule<Find> =
    Rule { name: "entities/learnt", about: "people, organisations and places that the trained model finds", find };

fn find(scene: &Scene, proposals: &mut Vec<Proposal>) {
    let mut names = scene.tagged.names.as_slice();
    for sentence in scene.text.included() {
        while let [name, rest @ ..] = names
            && name.tokens.start < sentence.tokens.end
        {
            names = rest;
            if name.tokens.start >= sentence.tokens.start {
                proposals.extend(proposal(scene, name, &sentence.tokens));
            }
        }
    }
}

fn proposal(scene: &Scene, name: &Name, sentence: &Range<usize>) -> Option<Proposal> {
    let mut tokens = name.tokens.clone();
    if name.sort == Sort::Person {
        // "Lady Ashcombe": the title stands apart.
        let titled =
            |at: &usize| scene.title_before(*at, &tokens).is_some_and(|(title, _)| title.start == tokens.start);
        if let Some(start) = (tokens.start + 1..tokens.end).rev().find(titled) {
            tokens.start = start;
        }
    }
    let token = scene.text.tokens[tokens.start];
    if matches!(token.kind, TokenKind::Handle | TokenKind::Hashtag | TokenKind::Url | TokenKind::Email) {
        return None;
    }
    // "Council members agreed", "Harbour Representative Lars Dahl": a common word with a capital of its place or of a
    // title's.
    if tokens.len() == 1 && name.sort != Sort::Person && is_plain(scene, tokens.start, name.margin) {
        return None;
    }
    let mut sort = name.sort;
    if sort == Sort::Person && tokens.len() == 1 && tokens.start >= sentence.start + 2 {
        // "Halden & Rowe" is a firm.
        let named = |at: usize| scene.seen[at].name && scene.shape(at) == Some(Shape::Title);
        if scene.norm(tokens.start - 1) == "&" && named(tokens.start - 2) {
            (tokens.start, sort) = (tokens.start - 2, Sort::Organisation);
        }
    }
    let (kind, label, sort) = match sort {
        Sort::Person => (Kind::Person, Label::Person, "a person"),
        Sort::Organisation => (Kind::Organisation, Label::Org, "an organisation"),
        Sort::Place => (Kind::Place, place(scene, &tokens), "a place"),
        Sort::Other => return None,
    };
    let mut proposal = Proposal::new(scene, tokens.clone(), kind, Some(label), RULE.name);
    proposal.mention.by = By { kind: Origin::Model, rule: RULE.name };
    if kind == Kind::Person {
        proposal.mention.parts = parts(scene, tokens.clone());
        proposal.mention.form = form(tokens.len());
        if let Some((title, what)) = scene.title_before(tokens.start, sentence) {
            let title = scene.span(title);
            if what.class == titles::Class::Honorific {
                proposal.mention.parts.honorific = Some(title);
                let before = scene.text.token_at(title.start);
                proposal.mention.title = scene.title_before(before, sentence).map(|(title, _)| scene.span(title));
            } else {
                proposal.mention.title = Some(title);
            }
        }
    } else if tokens.len() == 1 && token.shape == Shape::Upper {
        proposal.mention.form = Form::Acronym;
    }
    let (sure, weight) = match name.margin {
        ..LOW => (Confidence::Low, 20),
        LOW..HIGH => (Confidence::Medium, 100),
        _ => (Confidence::High, 300),
    };
    let why = format!("its words and what stands around them read as {sort}, says the trained model");
    Some(proposal.weighing(weight).sure(sure).because(Reason::new("learnt", why)))
}

/// "The Council met", "Harbour Representative Lars Dahl": a word that is no name by itself.
fn is_plain(scene: &Scene, at: usize, margin: i32) -> bool {
    let unknown = scene.seen[at].alone == Default::default();
    let common = crate::tag::is_common(scene.norm(at));
    let head = matches!(scene.word(at), Some(Word::Organisation | Word::Start));
    head && margin < if common { HIGH } else { UNITS / 4 }
        || unknown && common && !scene.seen[at].telling
        || unknown && margin < LOW && titles::ends_title(scene.norm(at + 1))
}

/// Margins below which a name is hardly sure, and fairly sure: below, one in two and one in five are not exactly right.
const LOW: i32 = 3 * UNITS / 2;
const HIGH: i32 = 4 * UNITS;

fn place(scene: &Scene, tokens: &Range<usize>) -> Label {
    let seen = scene.seen[tokens.start];
    let entry = if usize::from(seen.len) == tokens.len() { seen.longest } else { seen.alone };
    match scene.word(tokens.end - 1) {
        Some(Word::Facility) if tokens.len() > 1 => Label::Fac,
        Some(Word::Geo) if tokens.len() > 1 => Label::Loc,
        _ if entry.is(bits::STATE) => Label::Gpe,
        _ if entry.is(bits::REGION) => Label::Loc,
        _ if entry.is(bits::FACILITY) => Label::Fac,
        _ if matches!(scene.word(tokens.start), Some(Word::Geo)) && tokens.len() > 1 => Label::Loc,
        _ => Label::Gpe,
    }
}

/// The rules whose word stands where the model sees no name: what they go by is plain.
const SURE: [&str; 7] = [
    "entities/called",
    "entities/acronym",
    "entities/again",
    "entities/organisation",
    "entities/place",
    "entities/titled",
    "entities/greeted",
];

/// Drops what the other rules take for a person, an organisation or a place and the model does not.
pub(super) fn confirm(scene: &Scene, proposals: &mut Vec<Proposal>) {
    let mut named = vec![false; scene.text.tokens.len()];
    for name in &scene.tagged.names {
        named[name.tokens.clone()].fill(true);
    }
    // "the Dow Jones Industrial Average": a name of the lists holds what the model saw of it.
    let seen: Vec<(usize, usize, Kind)> = proposals
        .iter()
        .filter(|proposal| proposal.mention.by.kind == Origin::Model)
        .map(|proposal| (proposal.tokens.start, proposal.tokens.end, proposal.mention.kind))
        .collect();
    proposals.retain_mut(|proposal| {
        let kind = proposal.mention.kind;
        if matches!(kind, Kind::Event | Kind::Law | Kind::Work | Kind::Group) && proposal.tokens.len() > 1 {
            proposal.weight += 300;
        }
        let ours = matches!(kind, Kind::Person | Kind::Organisation | Kind::Place);
        if !ours || proposal.mention.by.kind == Origin::Model {
            return true;
        }
        if proposal.mention.by.rule == "entities/listed" && proposal.tokens.len() > 2 {
            let (start, end) = (proposal.tokens.start, proposal.tokens.end);
            let from = seen.partition_point(|(at, ..)| *at < start);
            let within = |name: &&(usize, usize, Kind)| name.0 == start && name.1 < end && name.2 == kind;
            if seen[from..].first().filter(within).is_some() {
                proposal.weight += 320;
                return true;
            }
        }
        let sure = SURE.contains(&proposal.mention.by.rule);
        sure && !named[proposal.tokens.clone()].iter().any(|named| *named)
    });
}
