//! Names of the gazetteer: countries and cities, institutions, companies, nationalities, people much in the news.

use super::person::parts;
use super::run::is_combining;
use super::{Find, Form, Kind, Label, Proposal, Scene};
use crate::lexicon::gazetteer::{Entry, bits};
use crate::lexicon::names::{self, Word};
use crate::reason::{By, Confidence, Reason};
use crate::rule::Rule;
use crate::text::Shape;

/// A name that the gazetteer holds, written as a name. Leaves alone names that are but forenames or
/// surnames, and lone words that open a sentence as something else ("Reading the report").
pub(super) const RULE: Rule<Find> =
    Rule {
        name: "entities/listed", about: "a name of the gazetteer: “Geneva”, “World Health Organization”", find
    };

fn find(scene: &Scene, proposals: &mut Vec<Proposal>) {
    for run in &scene.runs {
        let mut at = run.tokens.start;
        while at < run.tokens.end {
            let seen = scene.seen[at];
            let len = usize::from(seen.len);
            if len == 0 || !seen.name || at + len > run.sentence.end {
                at += 1;
                continue;
            }
            let Some((kind, label)) = kind_of(scene, at, seen.longest, len) else {
                at += 1;
                continue;
            };
            // "Franco-German" is one adjective.
            let combined =
                kind == Kind::Group && at >= 2 && is_combining(scene.norm(at - 2)) && scene.norm(at - 1) == "-";
            let tokens = if combined { at - 2..at + len } else { at..at + len };
            let mut proposal = Proposal::new(scene, tokens.clone(), kind, label, RULE.name);
            proposal.mention.by = By::lexicon(RULE.name);
            if kind == Kind::Person {
                proposal.mention.parts = parts(scene, tokens.clone());
                if len == 1 {
                    proposal.mention.form = Form::Short;
                }
            } else if len == 1 && scene.shape(at) == Some(Shape::Upper) {
                proposal.mention.form = Form::Acronym;
            }
            let ambiguous = len == 1 && seen.alone.is(bits::SURNAME | bits::MALE | bits::FEMALE);
            let sure = if ambiguous { Confidence::Medium } else { Confidence::High };
            let weight = if len > 1 || combined { 60 } else { 30 };
            let reason = Reason::new("gazetteer", "a name on the lists");
            proposals.push(proposal.weighing(weight).sure(sure).because(reason));
            at += len;
        }
    }
}

/// What an entry is at this place, where it may be several things.
fn kind_of(scene: &Scene, at: usize, entry: Entry, len: usize) -> Option<(Kind, Option<Label>)> {
    let before = if at == 0 { "" } else { scene.norm(at - 1) };
    let after = scene.norm(at + len);
    let says = len == 1 && names::word(after) == Some(Word::Say);
    let somewhere =
        matches!(before, "in" | "at" | "near" | "from" | "across" | "outside" | "throughout" | "around" | "to");
    let forename = entry.is(bits::MALE | bits::FEMALE);
    let place = if entry.is(bits::STATE) {
        Some((Kind::Place, Some(Label::Gpe)))
    } else if entry.is(bits::REGION) {
        Some((Kind::Place, Some(Label::Loc)))
    } else if entry.is(bits::FACILITY) {
        Some((Kind::Place, Some(Label::Fac)))
    } else {
        None
    };
    if let Some(place) = place {
        let compiled = entry.identity() != 0;
        if entry.is(bits::LANGUAGE) && !compiled {
            return None;
        }
        if len == 1 && !compiled {
            if before == "the" {
                return None;
            }
            // A town that shares its name with people: only where a place is likely.
            if (forename || entry.is(bits::SURNAME | bits::PERSON)) && !somewhere && (says || after != ",") {
                return None;
            }
            if !scene.seen[at].telling && !somewhere && after != "," && crate::tag::is_common(scene.norm(at)) {
                return None;
            }
        }
        if len == 1 && entry.is(bits::PERSON) && says && !entry.is(bits::NATION) {
            return Some((Kind::Person, Some(Label::Person)));
        }
        return Some(place);
    }
    if entry.is(bits::PERSON) {
        return Some((Kind::Person, Some(Label::Person)));
    }
    if entry.is(bits::GROUP) {
        let learnt = matches!(before, "in" | "speak" | "speaks" | "spoke" | "speaking" | "into");
        let language = entry.is(bits::LANGUAGE) || learnt;
        let alone =
            !matches!(scene.pos(at + len), crate::tag::Pos::Noun | crate::tag::Pos::Adj | crate::tag::Pos::Propn);
        if language && learnt && alone && after != "-" {
            return Some((Kind::Language, Some(Label::Language)));
        }
        return Some((Kind::Group, Some(Label::Norp)));
    }
    if entry.is(bits::ORGANISATION) {
        // "Target" the shop, not a surname or a forename alone.
        if len == 1
            && (forename || entry.is(bits::SURNAME))
            && (says || !scene.seen[at].telling)
            && entry.identity() == 0
        {
            return None;
        }
        if len == 1 && !scene.seen[at].telling && crate::tag::is_common(scene.norm(at)) {
            return None;
        }
        return Some((Kind::Organisation, Some(Label::Org)));
    }
    if entry.is(bits::EVENT) {
        return Some((Kind::Event, Some(Label::Event)));
    }
    if entry.is(bits::WORK) {
        return Some((Kind::Work, Some(Label::WorkOfArt)));
    }
    if entry.is(bits::LAW) {
        return Some((Kind::Law, Some(Label::Law)));
    }
    if entry.is(bits::PRODUCT) {
        return Some((Kind::Product, Some(Label::Product)));
    }
    if entry.is(bits::LANGUAGE) {
        return Some((Kind::Language, Some(Label::Language)));
    }
    None
}
