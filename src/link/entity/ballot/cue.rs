//! What stands around a name and tells what it is: the votes of one place.

use super::{Reader, Votes};
use crate::entities::{Form, Kind, Label, Mention};
use crate::lexicon::gazetteer::{self, bits};
use crate::lexicon::nominals::{self, Class};
use crate::lexicon::surroundings::{self, Place, Tells};
use crate::lexicon::verbs;
use crate::lexicon::{names, titles};
use crate::link::entity::key;
use crate::syntax::Relation;
use crate::tag::{self, Pos};
use crate::text::{Shape, TokenKind};
use std::ops::Range;

/// A word that says what the name is.
const SAYS: i32 = 6;
/// An age behind it, a list that has it as one thing only.
const PLAIN: i32 = 6;
/// A noun that it owns or that is of it.
const OWNS: i32 = 4;
/// A verb beside it.
const VERB: i32 = 2;

impl Reader<'_> {
    /// The votes of what stands around a mention.
    pub(super) fn cues(&self, mention: &Mention) -> Votes {
        let tokens = self.text.tokens_in(mention.span);
        let mut votes = Votes::default();
        // "BERGHAVEN (Coastal Press) —"
        if self.text.datelines.iter().any(|dateline| dateline.span.start == mention.span.start) {
            votes.add(Kind::Place, SAYS);
        }
        self.beside(&tokens, &mut votes);
        if let Some(top) = self.parsed.top(tokens.clone()) {
            self.nouns(top, &tokens, &mut votes);
            self.above(top, &tokens, &mut votes);
        }
        self.listed(mention, &mut votes);
        votes
    }

    /// The words right before and behind: "the", an age, a relative pronoun.
    fn beside(&self, tokens: &Range<usize>, votes: &mut Votes) {
        let text = self.text;
        let (comma, next) = (text.norm(tokens.end), tokens.end + 1);
        let aged = comma == "," && text.tokens.get(next).is_some_and(|token| token.kind == TokenKind::Number);
        if aged
            && matches!(text.norm(next + 1), "," | "." | "")
            && text.norm(next).parse::<u32>().is_ok_and(|age| (1..=110).contains(&age))
        {
            votes.add(Kind::Person, PLAIN);
        }
        match (comma, text.norm(next)) {
            (",", "who" | "whose") => votes.add(Kind::Person, OWNS),
            (",", "which") => votes.add(Kind::Person, -OWNS),
            _ => {}
        }
        if tokens.start > 0 && matches!(text.norm(tokens.start - 1), "the" | "an") {
            let noun = self.tagged.pos(tokens.end) == Pos::Noun && text.spaced(tokens.end);
            votes.add(Kind::Person, if noun { -1 } else { -OWNS });
        }
    }

    /// Nouns that say what the name is: in apposition, right before it, in "Nordvik is a carmaker".
    fn nouns(&self, top: usize, tokens: &Range<usize>, votes: &mut Votes) {
        let outside = |at: &usize| !tokens.contains(at);
        for child in self.parsed.children(top).filter(outside) {
            let told = match self.parsed.relation(child) {
                Relation::Appos => child > tokens.start,
                Relation::Compound | Relation::NmodDesc => child + 1 == tokens.start,
                _ => false,
            };
            if told {
                self.says(child, votes);
            }
        }
        let Some(head) = self.parsed.head(top).filter(outside) else { return };
        match self.parsed.relation(top) {
            Relation::Appos => self.says(head, votes),
            Relation::Nsubj if self.parsed.child(head, &[Relation::Cop]).is_some() => self.says(head, votes),
            _ => {}
        }
    }

    fn says(&self, noun: usize, votes: &mut Votes) {
        if self.text.tokens[noun].shape != Shape::Lower || self.tagged.pos(noun) != Pos::Noun {
            return;
        }
        let norm = self.text.norm(noun);
        if let Some(tells) = surroundings::tells(Place::Is, norm) {
            votes.add(kind(tells), SAYS);
        } else if let Some(nominal) = nominals::get(norm) {
            let kind = match nominal.class {
                Class::Organisation => Kind::Organisation,
                Class::Nation | Class::Town | Class::Place => Kind::Place,
                Class::Product => Kind::Product,
                Class::Work => Kind::Work,
                Class::Event | Class::Law => return,
            };
            votes.add(kind, SAYS);
        } else if titles::ends_title(norm) {
            votes.add(Kind::Person, SAYS);
        }
    }

    /// What the name hangs on: a noun that it owns or that is of it, a verb, a preposition.
    fn above(&self, top: usize, tokens: &Range<usize>, votes: &mut Votes) {
        let Some(head) = self.parsed.head(top).filter(|head| !tokens.contains(head)) else { return };
        let case = self.parsed.child(top, &[Relation::Case]).map_or("", |case| self.text.norm(case));
        let norm = self.text.norm(head);
        let verb = || verbs::base(norm, tag::is_word);
        let (place, word, weight) = match self.parsed.relation(top) {
            Relation::NmodPoss => (Place::Has, norm.into(), OWNS),
            Relation::Compound | Relation::NmodDesc if head == tokens.end => (Place::Has, norm.into(), OWNS),
            Relation::Nmod if matches!(case, "of" | "at" | "in" | "for") => (Place::Of, norm.into(), OWNS),
            Relation::Nsubj => (Place::Does, verb(), VERB),
            Relation::Obj | Relation::NsubjPass => (Place::Done, verb(), VERB),
            _ => (Place::Of, "".into(), 0),
        };
        if let Some(tells) = surroundings::tells(place, &word) {
            votes.add(kind(tells), weight);
        }
        let located = matches!(self.parsed.relation(top), Relation::Obl | Relation::Nmod);
        let bare = self.parsed.child(top, &[Relation::Det]).is_none();
        if located && bare && matches!(case, "in" | "throughout" | "across") && !self.counts(norm) {
            votes.add(Kind::Place, VERB);
            votes.add(Kind::Person, -VERB);
        }
        // "Westmere's Ann Lee": a team or a firm, or where she is from.
        if place == Place::Has && self.tagged.pos(head) == Pos::Propn && self.parsed.relation(top) == Relation::NmodPoss
        {
            votes.add(Kind::Organisation, VERB);
            votes.add(Kind::Person, -VERB);
        }
        // No street speaks.
        if place == Place::Does && names::word(norm) == Some(names::Word::Say) {
            votes.add(Kind::Person, 1);
            votes.add(Kind::Organisation, 1);
        }
    }

    /// "shares in Nordvik", "a stake in Acme": no place.
    fn counts(&self, norm: &str) -> bool {
        matches!(norm, "share" | "shares" | "stake" | "stakes" | "stock" | "interest" | "confidence" | "investment")
    }

    /// A name of several words that the lists have as one thing only.
    fn listed(&self, mention: &Mention, votes: &mut Votes) {
        let name = key(self.text.slice(mention.span));
        if !name.contains(' ') || mention.form != Form::Name {
            return;
        }
        let Some(entry) = gazetteer::get(&name).filter(|entry| entry.identity() != 0) else { return };
        let kinds = [
            (bits::ORGANISATION, Kind::Organisation),
            (bits::STATE | bits::REGION | bits::FACILITY, Kind::Place),
            (bits::PERSON, Kind::Person),
        ];
        let mut held = kinds.iter().filter(|(bits, _)| entry.is(*bits));
        if let (Some((_, kind)), None) = (held.next(), held.next()) {
            votes.add(*kind, PLAIN);
        }
    }
}

fn kind(tells: Tells) -> Kind {
    match tells {
        Tells::Person => Kind::Person,
        Tells::Organisation => Kind::Organisation,
        Tells::Place => Kind::Place,
        Tells::Product => Kind::Product,
        Tells::Work => Kind::Work,
    }
}

/// OntoNotes' word for a name that turned out to be of this kind.
pub(super) fn label(kind: Kind) -> Option<Label> {
    Some(match kind {
        Kind::Person => Label::Person,
        Kind::Organisation => Label::Org,
        Kind::Place => Label::Gpe,
        Kind::Product => Label::Product,
        Kind::Work => Label::WorkOfArt,
        _ => return None,
    })
}
