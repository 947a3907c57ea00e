//! Roles behind a name, by the tree: an apposition ("Ann Moe, the chief executive of Acme,"), a copula ("Ann Moe is
//! mayor of Leith"), a relative clause ("Ann Moe, who heads the bank,").

use super::{Reader, is_institution};
use crate::entities::{self, Mention};
use crate::lexicon::titles::{self, Class};
use crate::lexicon::verbs;
use crate::link::Role;
use crate::syntax::clause::{By, Kind};
use crate::syntax::verb::Modality;
use crate::syntax::{Clause, Relation};
use crate::tag;
use crate::text::TokenKind;
use std::ops::Range;

/// More words than this before the noun do not belong to a role.
const REACH: usize = 7;

impl Reader<'_> {
    /// The roles that stand behind the name of a mention: "the chairman and chief executive of Acme" are two.
    pub(super) fn behind(&self, at: usize) -> Vec<Role> {
        let mut roles: Vec<Role> = self.first_behind(at).into_iter().collect();
        let Some(noun) = roles.first().and_then(|role| self.text.tokens_in(role.span).last()) else { return roles };
        let joined = self.parsed.children(noun).filter(|child| self.parsed.relation(*child) == Relation::Conj);
        roles.extend(joined.filter_map(|noun| self.role(noun)));
        let shared = roles.last().and_then(|role| role.organisation);
        for role in roles.iter_mut().filter(|role| role.organisation.is_none()) {
            role.organisation = shared;
        }
        roles
    }

    fn first_behind(&self, at: usize) -> Option<Role> {
        let name = self.text.tokens_in(self.mentions[at].span);
        let top = self.parsed.top(name.clone())?;
        let below = self.parsed.children(top).filter(|child| *child >= name.end).find_map(|child| {
            match self.parsed.relation(child) {
                Relation::Appos => self.role(child),
                Relation::AclRelcl => self.of_clause(self.parsed.clause_of_predicate(child)?),
                _ => None,
            }
        });
        below.or_else(|| self.beside(name.end)).or_else(|| {
            // "Ann Moe is the mayor of Leith"
            // "Her father, Tom Vale, was mayor of Leith"
            let appos = self.parsed.relation(top) == Relation::Appos;
            let subject = if appos { self.parsed.head(top)? } else { top };
            let clause = self.parsed.clause_of_predicate(self.parsed.head(subject)?)?;
            let own = clause.subject.is_some_and(|found| found.head as usize == subject && found.by == By::Own);
            if own { self.of_clause(clause) } else { None }
        })
    }

    /// The role in the noun phrase behind a comma, wherever the parser hung that: "Ann Moe, then mayor of Leith,".
    fn beside(&self, comma: usize) -> Option<Role> {
        if self.text.norm(comma) != "," {
            return None;
        }
        let before = |at: usize| {
            matches!(
                self.parsed.relation(at),
                Relation::Det | Relation::Amod | Relation::Compound | Relation::NmodDesc | Relation::Advmod
            )
        };
        let climb = |at: &usize| self.parsed.head(*at).filter(|head| before(*at) && *head > *at);
        let noun = std::iter::successors(Some(comma + 1), climb).take(REACH).last()?;
        let near = noun - comma <= REACH && (comma + 1..noun).all(|at| self.text.norm(at) != ",");
        let next = self.text.norm(noun + 1);
        let ends = matches!(next, "," | "." | "of" | "at" | "for" | "in" | "who" | "and");
        if near && ends { self.role(noun) } else { None }
    }

    /// The role that a clause gives its subject: "is the mayor", "became mayor", "served as mayor", "heads the bank".
    fn of_clause(&self, clause: &Clause) -> Option<Role> {
        let (group, head) = (clause.group?, clause.head as usize);
        if group.negative || group.modality != Modality::None || self.is_believed(clause) {
            return None;
        }
        if group.verb as usize != head {
            return self.role(head);
        }
        match &*verbs::base(self.text.norm(head), tag::is_word) {
            "become" | "remain" | "be" => {
                let noun = clause.object.or(clause.complement).map(|noun| noun as usize);
                noun.or_else(|| self.parsed.child(head, &[Relation::Obl])).and_then(|noun| self.role(noun))
            }
            "serve" | "work" => {
                let noun = self.parsed.children(head).find(|child| {
                    let case = self.parsed.child(*child, &[Relation::Case]);
                    case.is_some_and(|case| self.text.norm(case) == "as")
                });
                self.role(noun?)
            }
            _ if group.passive => None,
            base => self.deed(base, head, clause.object? as usize),
        }
    }

    /// "He thought she was the mayor": nobody says that she is.
    fn is_believed(&self, clause: &Clause) -> bool {
        let Some(parent) = self.parsed.parent(clause).filter(|_| clause.kind == Kind::Complement) else { return false };
        matches!(
            &*verbs::base(self.text.norm(parent.head as usize), tag::is_word),
            "think" | "believe" | "assume" | "pretend" | "imagine" | "wish" | "hope" | "dream" | "mistake" | "suppose"
        )
    }

    /// What somebody is who heads, leads or owns an organisation.
    fn deed(&self, base: &str, verb: usize, object: usize) -> Option<Role> {
        let title = match base {
            "chair" => "chair",
            "direct" => "director",
            "edit" => "editor",
            "found" => "founder",
            "head" | "run" => "head",
            "lead" => "leader",
            "own" => "owner",
            _ => return None,
        };
        let organisation = Some(self.institution(object)?);
        Some(Role { title: title.to_owned(), organisation, span: self.text.tokens[verb].span })
    }

    /// The role that a noun names, with where it is held: "chief executive of Acme", "Acme's chairman".
    fn role(&self, noun: usize) -> Option<Role> {
        let mut words = self.words(noun);
        // “Moe, Lee, ‘Sprinter’”: a title of a work.
        if matches!(self.text.norm(words.start.checked_sub(1)?), "\"" | "“" | "‘") {
            return None;
        }
        let (_, title) = titles::ending_at(self.text, noun + 1, words.start)?;
        // "…, trade minister Ann Lee, …", "and Chief Medical Officer Dr Ann Lee": the role of the next name.
        let honorific = titles::get(self.text.norm(noun + 1)).is_some_and(|title| title.class == Class::Honorific);
        let first = noun + 1 + usize::from(honorific);
        let next = self.mention_at(first).is_some_and(|mention| mention.kind == entities::Kind::Person);
        if title.class == Class::Honorific || next {
            return None;
        }
        let inner = self.mentions_in(self.text.cover(words.clone()));
        let mut organisation = self.owner(noun).or_else(|| self.place_of(noun));
        for mention in inner {
            let tokens = self.text.tokens_in(mention.span);
            // Another person's name: a list, not an apposition.
            if !is_institution(mention) || tokens.end > noun {
                return None;
            }
            organisation = mention.entity.or(organisation);
            words.start = tokens.end;
        }
        while words.start < noun && matches!(self.text.norm(words.start), "'s" | "’s" | "'" | "’") {
            words.start += 1;
        }
        let span = self.text.cover(words);
        Some(Role { title: self.text.slice(span).to_owned(), organisation, span })
    }

    /// The noun with the adjectives and nouns before it: "former chief executive".
    fn words(&self, noun: usize) -> Range<usize> {
        let mut start = noun;
        for child in self.parsed.children(noun).filter(|child| *child < noun) {
            let belongs = matches!(
                self.parsed.relation(child),
                Relation::Compound | Relation::Amod | Relation::NmodDesc | Relation::Advmod | Relation::Flat
            );
            let from = self.parsed.reach(child).start;
            if belongs && noun - from <= REACH {
                start = start.min(from);
            }
        }
        // Behind an article or a mark: "now the leader", "an 'iconic' leader".
        let parts = |at: &usize| {
            let joint = matches!(self.text.norm(*at), "-" | "‐" | "‑" | "'s" | "’s" | "&" | ".");
            self.parsed.relation(*at) == Relation::Det || self.text.tokens[*at].kind == TokenKind::Punct && !joint
        };
        let start = (start..noun).rev().find(parts).map_or(start, |at| at + 1);
        start..noun + 1
    }

    /// "Acme" of "Acme's chairman".
    fn owner(&self, noun: usize) -> Option<usize> {
        self.institution(self.parsed.child(noun, &[Relation::NmodPoss])?)
    }

    /// "Leith" of "mayor of Leith", "Acme" of "chief executive at Acme".
    fn place_of(&self, noun: usize) -> Option<usize> {
        self.parsed.children(noun).filter(|child| *child > noun).find_map(|child| {
            let case = self.parsed.child(child, &[Relation::Case]).map_or("", |case| self.text.norm(case));
            let held = self.parsed.relation(child) == Relation::Nmod && matches!(case, "of" | "at" | "for" | "in");
            if held { self.institution(child) } else { None }
        })
    }

    fn mention_at(&self, at: usize) -> Option<&Mention> {
        self.mentions_in(self.text.tokens.get(at)?.span).next()
    }

    /// The organisation, state or place whose name a token stands in.
    fn institution(&self, at: usize) -> Option<usize> {
        let mention = self.mention_at(at)?;
        if is_institution(mention) { mention.entity } else { None }
    }
}
