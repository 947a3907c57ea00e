//! Linking: mention → entity, source → entity, time → calendar interval, item → claim.

mod contents;
mod entity;
mod metonymy;
mod overlap;
pub(crate) mod period;
mod refer;
mod reference;
mod role;
mod source;
mod speaker;
mod time;

pub use refer::{RULES, Refer, Referent, Stage};

use crate::claims::Claim;
use crate::entities::{Kind, Label, Mention};
use crate::figures::Figure;
use crate::given::Given;
use crate::order;
use crate::reason::{By, Confidence, Reason};
use crate::span::Span;
use crate::syntax::Parsed;
use crate::tag::Tagged;
use crate::text::Text;
use crate::times::Time;
use jiff::civil::Date;

/// All that was found, joined up. Lists refer to each other by index.
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
    text: &Text,
    tagged: &Tagged,
    parsed: &Parsed,
    given: &Given,
    mut mentions: Vec<Mention>,
    mut figures: Vec<Figure>,
    mut times: Vec<Time>,
    claims: Vec<Claim>,
) -> Linked {
    let reference = reference::find(text, tagged, parsed, given, &times);
    overlap::settle(&mut mentions, &mut figures, &mut times);
    // After the overlaps: the figures in a dateline's date are still none.
    reference::drop_datelines(text, &mut times);
    time::resolve(text, &reference, &mut times);
    let (mut entities, known) = entity::gather(text, tagged, &mut mentions);
    role::gather(text, &mut mentions, &mut entities, &known);
    metonymy::mark(text, tagged, &mut mentions);
    let stand_ins = refer::find(text, tagged, &mentions, &entities, &known);
    add(&mut mentions, &mut entities, stand_ins);
    let mut linked = Linked { reference, mentions, entities, figures, times, claims };
    // Entities first: a source is resolved to the entity of its mention.
    source::resolve(text, &mut linked);
    let speakers = speaker::find(text, &linked.claims, &linked.entities);
    add(&mut linked.mentions, &mut linked.entities, speakers);
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
