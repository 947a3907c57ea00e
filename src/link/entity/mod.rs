//! Entities: which names are one.
//!
//! Names are one entity if they have the same words, stand in one row of the gazetteer, or are full name and surname,
//! expansion and acronym, full and short name of an organisation. A surname of several people goes to the one who stands
//! out; if nobody does, it stays without an entity.

mod again;
mod ballot;
mod name;
mod organisation;
mod person;
mod storm;
mod team;

pub(super) use person::agree;

use super::Entity;
use crate::entities::{Form, Kind, Mention};
use crate::lexicon::gazetteer::{self, bits};
use crate::lexicon::titles::Gender;
use crate::order;
use crate::reason::By;
use crate::span::Span;
use crate::syntax::Parsed;
use crate::tag::Tagged;
use crate::text::Text;
use rustc_hash::FxHashMap;

/// What linking knows of an entity and does not export.
#[derive(Clone, Copy, Debug, Default)]
pub(super) struct Known {
    /// Of a person, where name or title tells.
    pub(super) gender: Option<Gender>,
    /// Its number in the gazetteer.
    pub(super) identity: u16,
}

/// Gathers the entities of the mentions, sets [`Mention::entity`], and says what is known of each.
///
/// Adds the mentions that repeat a name elsewhere, except where `taken` says that a time or figure stands. `decide`
/// applies a person's decisions to the names once all are there.
pub(super) fn gather(
    (text, tagged, parsed): (&Text, &Tagged, &Parsed),
    mentions: &mut Vec<Mention>,
    taken: impl Fn(Span) -> bool,
    decide: impl FnOnce(&mut Vec<Mention>),
) -> (Vec<Entity>, Vec<Known>) {
    // What a person decided about is settled.
    let decided: Vec<Mention> = mentions.iter().filter(|mention| mention.decided.is_some()).cloned().collect();
    team::settle(text, tagged, mentions);
    storm::settle(text, mentions);
    ballot::settle(text, tagged, parsed, mentions);
    mentions.retain(|mention| mention.decided.is_none());
    mentions.extend(decided);
    order::by(mentions, |mention| order::outer_first(mention.span));
    mentions.extend(again::find(text, tagged, mentions, taken));
    order::by(mentions, |mention| order::outer_first(mention.span));
    decide(mentions);
    organisation::bracketed(text, mentions);
    let mut gathering =
        Gathering { text, entities: Vec::new(), known: Vec::new(), first: Vec::new(), keys: FxHashMap::default() };
    let mut names = Names::default();
    // Full names come first, wherever they stand, and the longer before the shorter.
    let mut longest_first: Vec<usize> = (0..mentions.len()).collect();
    order::by(&mut longest_first, |at| (u64::MAX - organisation::words(text, &mentions[*at]) as u64, 0));
    for at in longest_first {
        let mention = &mut mentions[at];
        match mention.kind {
            Kind::Person if mention.form == Form::Name => gathering.person(at, mention, &mut names),
            Kind::Organisation => gathering.organisation(at, mention, &mut names),
            _ => {}
        }
    }
    for entity in &mut gathering.entities {
        order::by(&mut entity.mentions, |mention| (*mention as u64, 0));
        names.in_full.push(entity.mentions.len());
    }
    for (at, mention) in mentions.iter_mut().enumerate() {
        match mention.kind {
            _ if mention.entity.is_some() => {}
            Kind::Person => gathering.short(at, mention, &mut names),
            _ => _ = gathering.thing(at, mention),
        }
    }
    gathering.finish(mentions)
}

struct Gathering<'t> {
    text: &'t Text,
    entities: Vec<Entity>,
    known: Vec<Known>,
    first: Vec<String>,
    keys: FxHashMap<(Kind, String), usize>,
}

/// Parts of names, with the entities that have them.
#[derive(Default)]
struct Names {
    family: FxHashMap<String, Vec<usize>>,
    given: FxHashMap<String, Vec<usize>>,
    /// Those who came in as somebody's mother or son.
    kin: Vec<usize>,
    /// How often each is called by the surname alone, so far.
    by_surname: FxHashMap<usize, usize>,
    /// How many mentions each has by the full name; these come first in its list.
    in_full: Vec<usize>,
    /// Those with "Jr." and the like.
    suffixed: Vec<usize>,
    /// Words between the first and the last: in Spanish names the surname that people go by.
    middle: FxHashMap<String, Vec<usize>>,
    acronyms: FxHashMap<String, Vec<usize>>,
    /// Beginnings of organisations' names, and what a leading place leaves of them.
    shorter: FxHashMap<String, Vec<usize>>,
    expansions: FxHashMap<u32, usize>,
}

fn push(map: &mut FxHashMap<String, Vec<usize>>, key: String, entity: usize) {
    let entities = map.entry(key).or_default();
    if !entities.contains(&entity) && entities.len() < 64 {
        entities.push(entity);
    }
}

impl Gathering<'_> {
    fn new_entity(&mut self, mention: &Mention, identity: u16) -> usize {
        self.entities.push(Entity {
            name: String::new(),
            aliases: Vec::new(),
            kind: mention.kind,
            label: mention.label,
            mentions: Vec::new(),
            roles: Vec::new(),
            decided: None,
            confidence: mention.confidence,
            by: By::rule("link/entity"),
            reasons: Vec::new(),
        });
        self.first.push(self.text.slice(mention.span).to_owned());
        self.known.push(Known { gender: None, identity });
        self.entities.len() - 1
    }

    fn join(&mut self, at: usize, mention: &mut Mention, entity: usize) {
        mention.entity = Some(entity);
        self.entities[entity].mentions.push(at);
        if mention.kind == Kind::Person && self.known[entity].gender.is_none() {
            self.known[entity].gender = person::gender(self.text, mention);
        }
    }

    /// Anything but people: by its row in the gazetteer, else by its words.
    fn thing(&mut self, at: usize, mention: &mut Mention) -> usize {
        let name = key(self.text.slice(mention.span));
        let core = match mention.kind {
            Kind::Organisation => organisation::core(&name),
            Kind::Product => model(&name).unwrap_or(&name),
            Kind::Event => storm::own_name(&name).unwrap_or(&name),
            _ => &name,
        };
        let identity = match identity(&name, mention.kind) {
            0 => identity(core, mention.kind),
            identity => identity,
        };
        let key = match identity {
            _ if mention.kind == Kind::Product && model(&name).is_some() => (mention.kind, core.to_owned()),
            0 => (mention.kind, core.to_owned()),
            identity => (mention.kind, format!("#{identity}")),
        };
        let entity = match self.keys.get(&key) {
            Some(entity) => *entity,
            None => {
                let entity = self.new_entity(mention, identity);
                self.keys.insert(key, entity);
                entity
            }
        };
        self.join(at, mention, entity);
        entity
    }

    /// What it was first called.
    fn name(&self, entity: usize) -> &str {
        &self.first[entity]
    }

    /// Names the entities and puts them in order of first mention.
    fn finish(mut self, mentions: &mut [Mention]) -> (Vec<Entity>, Vec<Known>) {
        for entity in &mut self.entities {
            order::by(&mut entity.mentions, |mention| (*mention as u64, 0));
        }
        let mut order: Vec<usize> = (0..self.entities.len()).collect();
        order::by(&mut order, |entity| (self.entities[*entity].mentions.first().map_or(u64::MAX, |at| *at as u64), 0));
        let mut entities = Vec::with_capacity(order.len());
        let mut known = Vec::with_capacity(order.len());
        for (new, old) in order.into_iter().enumerate() {
            let mut entity = self.entities[old].clone();
            for at in &entity.mentions {
                mentions[*at].entity = Some(new);
            }
            name::set(self.text, mentions, &mut entity);
            entities.push(entity);
            known.push(self.known[old]);
        }
        (entities, known)
    }
}

/// "a380" of "airbus a380" and "a380s": a product goes by its model's letters and digits.
fn model(name: &str) -> Option<&str> {
    let last = name.rsplit(' ').next().unwrap_or(name);
    let fits = last.bytes().any(|byte| byte.is_ascii_digit()) && last.starts_with(|c: char| c.is_ascii_lowercase());
    fits.then(|| last.strip_suffix('s').unwrap_or(last))
}

/// A name as keys have it: lower case, plain apostrophes, single spaces, no accents.
pub(super) fn key(name: &str) -> String {
    let folded = if name.is_ascii() { None } else { Some(gazetteer::bits::fold(&name.to_lowercase())) };
    let mut key = String::with_capacity(name.len());
    for word in folded.as_deref().unwrap_or(name).split_whitespace() {
        if !key.is_empty() {
            key.push(' ');
        }
        key.extend(
            word.chars().map(|letter| if matches!(letter, '’' | '‘') { '\'' } else { letter.to_ascii_lowercase() }),
        );
    }
    key
}

/// The number of the gazetteer's row, if the row is of that kind.
pub(super) fn identity(key: &str, kind: Kind) -> u16 {
    let kinds = match kind {
        Kind::Person => bits::PERSON,
        Kind::Organisation => bits::ORGANISATION,
        Kind::Place => bits::STATE | bits::REGION | bits::FACILITY,
        Kind::Group => bits::GROUP,
        Kind::Event => bits::EVENT,
        Kind::Work => bits::WORK,
        Kind::Law => bits::LAW,
        Kind::Product => bits::PRODUCT,
        Kind::Language => bits::LANGUAGE,
        Kind::Contact => return 0,
    };
    let key = key.strip_prefix("the ").unwrap_or(key);
    gazetteer::get(key).filter(|entry| entry.is(kinds)).map_or(0, gazetteer::Entry::identity)
}
