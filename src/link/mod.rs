//! Linking: mention → entity, pronoun → entity, source → entity, time → calendar interval, item → claim.

mod as_of;
mod contents;
mod coreference;
mod decided;
mod entity;
mod metonymy;
mod overlap;
pub(crate) mod period;
mod reference;
mod role;
mod source;
mod time;

pub use coreference::{Find, RULES, Referent, View};

use crate::claims::Claim;
use crate::decision::{Article, Decisions};
use crate::entities::{Kind, Label, Mention};
use crate::figures::Figure;
use crate::given::Given;
use crate::order;
use crate::reason::{By, Confidence, Decided, Reason};
use crate::span::Span;
use crate::times::Time;
use jiff::civil::Date;

/// Everything found, linked. Lists refer to each other by index.
#[derive(Clone, Debug, Default)]
pub struct Linked {
    /// What relative times are read against.
    pub reference: Reference,
    /// Mentions in order.
    pub mentions: Vec<Mention>,
    /// Entities in order of first mention.
    pub entities: Vec<Entity>,
    /// Figures in order, none of them part of a time or a name.
    pub figures: Vec<Figure>,
    /// Times in order.
    pub times: Vec<Time>,
    /// Claims in order.
    pub claims: Vec<Claim>,
}

/// The one thing that its mentions share.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Entity {
    /// Its fullest name.
    pub name: String,
    /// Other names it goes by here, in order.
    pub aliases: Vec<String>,
    /// What it is.
    pub kind: Kind,
    /// What it is, in OntoNotes' words.
    pub label: Option<Label>,
    /// Indices into [`Linked::mentions`].
    pub mentions: Vec<usize>,
    /// Roles, each with its evidence.
    pub roles: Vec<Role>,
    /// What a person decided about it.
    pub decided: Option<Decided<(Kind, String)>>,
    /// How sure the gathering is.
    pub confidence: Confidence,
    /// What gathered it.
    pub by: By,
    /// Why these are one.
    pub reasons: Vec<Reason>,
}

/// A role that somebody holds.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Role {
    /// "Treasury Secretary".
    pub title: String,
    /// The organisation or state it is held in: an index into [`Linked::entities`].
    pub organisation: Option<usize>,
    /// The words that say so.
    pub span: Span,
}

/// What relative times are read against.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub struct Reference {
    /// The day, if one is known. Never today's merely because none is.
    pub date: Option<Date>,
    /// How it is known.
    pub basis: ReferenceBasis,
    /// The order in which the article writes dates in figures, where that can be told.
    pub date_order: Option<DateOrder>,
    /// The words it was read from.
    pub span: Option<Span>,
}

/// How the reference date is known.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub enum ReferenceBasis {
    /// A person set it.
    User,
    /// The article's dateline.
    Dateline,
    /// A date beside the author's name.
    Byline,
    /// It is not.
    #[default]
    None,
}

/// The order in which dates are written in figures.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum DateOrder {
    /// 31/12/2025
    DayMonth,
    /// 12/31/2025
    MonthDay,
}

/// Joins what the four finders found.
pub fn link(
    article: Article<'_>,
    given: &Given,
    decisions: &mut Decisions<'_>,
    mut mentions: Vec<Mention>,
    mut figures: Vec<Figure>,
    mut times: Vec<Time>,
    mut claims: Vec<Claim>,
) -> Linked {
    let (text, tagged, parsed) = article;
    let reference = reference::find(text, tagged, parsed, given, &times);
    overlap::settle(&mut mentions, &figures, &mut times);
    reference::drop_datelines(text, &mut times);
    time::resolve(text, &reference, &mut times);
    as_of::set(text, tagged, &mut figures, &times);
    let taken = overlap::taken(&figures, &times);
    let taken = |span| taken.over(span).is_some();
    let decide = |mentions: &mut Vec<Mention>| decisions.items(article, mentions);
    let (mut entities, mut known) = entity::gather(article, &mut mentions, taken, decide);
    decided::entities(decisions, text, &mut mentions, &mut entities, &mut known);
    role::gather(article, &mut mentions, &mut entities, &known);
    metonymy::mark(text, tagged, &mut mentions);
    decided::speakers(decisions, &mut mentions, &entities, &mut claims);
    // Sources that claims name come first: "he said" goes on after a speaker. Pronouns that coreference resolves are
    // sources in turn, and "I" in a quotation is its source.
    source::resolve(text, &mentions, &entities, &mut claims);
    let mut referring = coreference::find(article, &mentions, &entities, &known, &claims);
    decisions.items_beside(article, &mut referring, &mentions);
    decided::referring(decisions, &mentions, &entities, &mut referring);
    add(&mut mentions, &mut entities, referring);
    decided::speakers(decisions, &mut mentions, &entities, &mut claims);
    source::resolve(text, &mentions, &entities, &mut claims);
    let mut first_persons = coreference::first_person::find(text, &claims, &entities);
    decisions.items_beside(article, &mut first_persons, &mentions);
    decided::referring(decisions, &mentions, &entities, &mut first_persons);
    add(&mut mentions, &mut entities, first_persons);
    source::resolve(text, &mentions, &entities, &mut claims);
    let mut linked = Linked { reference, mentions, entities, figures, times, claims };
    contents::gather(&mut linked);
    linked
}

/// Puts further mentions in their place, and into their entities.
fn add(mentions: &mut Vec<Mention>, entities: &mut [Entity], more: Vec<Mention>) {
    mentions.extend(more);
    order::by(mentions, |mention| order::outer_first(mention.span));
    entities.iter_mut().for_each(|entity| entity.mentions.clear());
    for (at, mention) in mentions.iter().enumerate() {
        if let Some(entity) = mention.entity {
            entities[entity].mentions.push(at);
        }
    }
}
