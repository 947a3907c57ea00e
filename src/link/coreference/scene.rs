//! What is known of the article before any pronoun is resolved.

use super::{described, office, quotation};
use crate::claims::{Claim, SourceForm};
use crate::entities::{Kind, Mention};
use crate::link::Entity;
use crate::order;
use crate::span::Span;
use crate::syntax::Parsed;
use crate::tag::Tagged;
use crate::text::Text;
use rustc_hash::FxHashMap;
use std::ops::Range;

/// The article as coreference finds it. Nothing in it changes while pronouns are resolved.
pub(super) struct Scene<'t> {
    pub text: &'t Text,
    pub tagged: &'t Tagged,
    pub parsed: &'t Parsed,
    pub mentions: &'t [Mention],
    pub entities: &'t [Entity],
    /// For each token the first token of the quotation it stands in.
    quotations: Vec<Option<u32>>,
    /// What claims with a source say, in order and apart.
    reported: Vec<Span>,
    /// The sources of claims, in order.
    pub sources: Vec<Source>,
    /// Entities with this noun of the list in their name, or told by it: "the union Verdana".
    pub nouns: FxHashMap<String, Vec<usize>>,
    /// People with this word at the end of a role.
    pub offices: FxHashMap<String, Vec<usize>>,
}

/// Words that name the source of a claim.
#[derive(Clone, Copy, Debug)]
pub(super) struct Source {
    pub span: Span,
    /// Who it is, where the words name it.
    pub entity: Option<usize>,
    /// "he", "who".
    pub pronoun: bool,
}

impl<'t> Scene<'t> {
    pub fn new(
        (text, tagged, parsed): (&'t Text, &'t Tagged, &'t Parsed),
        mentions: &'t [Mention],
        entities: &'t [Entity],
        claims: &[Claim],
    ) -> Scene<'t> {
        Scene {
            text,
            tagged,
            parsed,
            mentions,
            entities,
            quotations: quotation::openings(text),
            reported: reported(claims),
            sources: sources(claims),
            nouns: described::nouns(text, mentions, entities),
            offices: office::offices(entities),
        }
    }

    pub fn kind(&self, entity: usize) -> Kind {
        self.entities[entity].kind
    }

    /// The entity whose name a token stands in.
    pub fn named_at(&self, at: usize) -> Option<usize> {
        let span = self.text.tokens[at].span;
        let first = self.mentions.partition_point(|mention| mention.span.end <= span.start);
        self.mentions.get(first).filter(|mention| mention.span.start <= span.start)?.entity
    }

    /// The first token of the quotation that a token stands in.
    pub fn quotation(&self, at: usize) -> Option<usize> {
        self.quotations.get(at).copied().flatten().map(|open| open as usize)
    }

    /// Whether the token alone is the source of a claim: "he" in "he said".
    pub fn is_source(&self, at: usize) -> bool {
        let span = self.text.tokens[at].span;
        let first = self.sources.partition_point(|source| source.span.start < span.start);
        self.sources[first..].iter().take_while(|source| source.span.start == span.start).any(|source| source.pronoun)
    }

    /// Whether a name is the source of a claim.
    pub fn speaks(&self, tokens: &Range<usize>) -> bool {
        let span = self.text.cover(tokens.clone());
        let end = self.sources.partition_point(|source| source.span.start <= span.start);
        let source = self.sources[..end].iter().rev().take(4).find(|source| source.span.end >= span.end);
        let entity = source.and_then(|source| source.entity);
        entity.is_some() && entity == self.named_at(tokens.start)
    }

    /// Whether a token stands in what a source says.
    pub fn is_reported(&self, at: usize) -> bool {
        let span = self.text.tokens[at].span;
        let next = self.reported.partition_point(|reported| reported.end <= span.start);
        self.reported.get(next).is_some_and(|reported| reported.start <= span.start)
    }

    /// The number of the block in which a byte stands.
    pub fn block(&self, at: u32) -> usize {
        self.text.blocks.partition_point(|block| block.span.end <= at)
    }
}

/// The contents of claims with a source, those that overlap made one.
fn reported(claims: &[Claim]) -> Vec<Span> {
    let mut contents: Vec<Span> =
        claims.iter().filter(|claim| claim.source.is_some()).flat_map(|claim| claim.content.iter().copied()).collect();
    order::by(&mut contents, |span| order::outer_first(*span));
    let mut reported: Vec<Span> = Vec::new();
    for content in contents {
        match reported.last_mut() {
            Some(last) if content.start < last.end => last.end = last.end.max(content.end),
            _ => reported.push(content),
        }
    }
    reported
}

fn sources(claims: &[Claim]) -> Vec<Source> {
    let sources = claims.iter().filter_map(|claim| claim.source.as_ref()).map(|source| Source {
        span: source.span,
        entity: source.entity,
        pronoun: source.form == SourceForm::Pronoun,
    });
    let mut sources = sources.collect();
    order::by(&mut sources, |source: &Source| order::inner_first(source.span));
    sources
}
