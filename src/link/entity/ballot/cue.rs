//! What stands around a name and tells what it is: the votes of one place.

use super::{KINDS, Reader, Votes};
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
        let next = self.text.norm(tokens.end);
        if matches!(next, "," | "(")
            && self.text.datelines.iter().any(|dateline| dateline.span.start == mention.span.start)
        {
            votes.add(Kind::Place, SAYS);
        }
        self.beside(&tokens, &mut votes);
        if let Some(top) = self.parsed.top(tokens.clone()) {
            self.nouns(top, &tokens, &mut votes);
            self.above(mention, top, &tokens, &mut votes);
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
            if self.parsed.relation(child) == Relation::AclRelcl && child > tokens.start {
                self.deed(Place::Does, child, votes);
            }
            match self.parsed.relation(child) {
                Relation::Appos if child > tokens.start => self.says(child, votes),
                // "County Fire Department": a word for a place before a name says whose it is.
                Relation::Compound | Relation::NmodDesc if child + 1 == tokens.start => {
                    let mut told = Votes::default();
                    self.says(child, &mut told);
                    KINDS
                        .into_iter()
                        .filter(|kind| *kind != Kind::Place)
                        .for_each(|kind| votes.add(kind, told.of(kind)));
                }
                _ => {}
            }
        }
        let Some(head) = self.parsed.head(top).filter(outside) else { return };
        match self.parsed.relation(top) {
            // "(Co-founder, Polygon)": a bare noun is a title.
            Relation::Appos if self.parsed.child(head, &[Relation::Det, Relation::NmodPoss]).is_some() => {
                self.says(head, votes);
            }
            Relation::Nsubj if self.parsed.child(head, &[Relation::Cop]).is_some() => self.says(head, votes),
            _ => {}
        }
    }

    fn deed(&self, place: Place, verb: usize, votes: &mut Votes) {
        let base = verbs::base(self.text.norm(verb), tag::is_word);
        if let Some(tells) = surroundings::tells(place, &base) {
            votes.add(kind(tells), VERB);
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
    fn above(&self, mention: &Mention, top: usize, tokens: &Range<usize>, votes: &mut Votes) {
        let Some(head) = self.parsed.head(top).filter(|head| !tokens.contains(head)) else { return };
        let case = self.parsed.child(top, &[Relation::Case]).map_or("", |case| self.text.norm(case));
        let norm = self.text.norm(head);
        let relation = self.parsed.relation(top);
        let noun = match relation {
            Relation::NmodPoss => Some(Place::Has),
            Relation::Compound | Relation::NmodDesc if head == tokens.end => Some(Place::Has),
            Relation::Nmod if matches!(case, "of" | "at" | "in" | "for") => Some(Place::Of),
            _ => None,
        };
        let tells = noun.and_then(|place| surroundings::tells(place, norm));
        let owns = relation == Relation::NmodPoss;
        if let Some(tells) = tells.or_else(|| surroundings::tells(Place::Owns, norm).filter(|_| owns)) {
            votes.add(kind(tells), OWNS);
        }
        match relation {
            Relation::Nsubj => self.deed(Place::Does, head, votes),
            Relation::Obj | Relation::NsubjPass => self.deed(Place::Done, head, votes),
            _ => {}
        }
        let located = matches!(relation, Relation::Obl | Relation::Nmod);
        let bare = self.parsed.child(top, &[Relation::Det]).is_none();
        let sort = matches!(
            names::word(self.text.norm(tokens.end - 1)),
            Some(names::Word::Organisation | names::Word::Company | names::Word::Start)
        );
        if located && bare && !sort && matches!(case, "in" | "throughout" | "across") && !self.counts(norm) {
            votes.add(Kind::Place, VERB);
            votes.add(Kind::Person, -VERB);
        }
        // "Westmere's Ann Lee": a team or a firm, or where she is from.
        if owns && mention.kind == Kind::Person && self.tagged.pos(head) == Pos::Propn {
            votes.add(Kind::Organisation, VERB);
            votes.add(Kind::Person, -VERB);
        }
        // No street speaks.
        if relation == Relation::Nsubj && names::word(norm) == Some(names::Word::Say) {
            votes.add(Kind::Person, 1);
            votes.add(Kind::Organisation, 1);
        }
    }

    /// "shares in Nordvik", "a stake in Acme": no place.
    fn counts(&self, norm: &str) -> bool {
        matches!(norm, "share" | "shares" | "stake" | "stakes" | "stock" | "interest" | "confidence" | "investment")
    }

    /// A name that the lists have as one thing only.
    fn listed(&self, mention: &Mention, votes: &mut Votes) {
        let name = key(self.text.slice(mention.span));
        let start = self.text.token_at(mention.span.start);
        let the = start > 0 && self.text.norm(start - 1) == "the";
        if !name.contains(' ') && the || mention.form == Form::Short {
            return;
        }
        let Some(entry) = gazetteer::get(&name).filter(|entry| entry.identity() != 0) else { return };
        // The European Union acts, the White House says.
        if name.contains(' ') && entry.is(bits::NATION | bits::FACILITY) {
            return;
        }
        let kinds = [
            (bits::ORGANISATION, Kind::Organisation),
            (bits::STATE | bits::REGION | bits::FACILITY, Kind::Place),
            (bits::PERSON, Kind::Person),
        ];
        let mut held = kinds.iter().filter(|(bits, _)| entry.is(*bits));
        if let (Some((_, kind)), None) = (held.next(), held.next()) {
            votes.add(*kind, if name.contains(' ') { PLAIN } else { OWNS });
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
