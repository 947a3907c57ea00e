//! Entities: which mentions are one.
//!
//! Names first: the same words, the names that a row of the gazetteer gives one thing, full name and surname,
//! expansion and acronym. What two people share stays open.

use super::Entity;
use crate::entities::{Form, Kind, Mention};
use crate::lexicon::gazetteer::{self, bits};
use crate::lexicon::titles::{self, Gender};
use crate::order;
use crate::reason::{By, Confidence, Reason};
use crate::text::Text;
use rustc_hash::FxHashMap;

/// What linking knows of an entity beside what it exports.
#[derive(Clone, Copy, Debug, Default)]
pub(super) struct Known {
    /// Of a person, where name or title tells.
    pub(super) gender: Option<Gender>,
    /// Its number in the gazetteer.
    pub(super) identity: u16,
}

/// Gathers the entities of the mentions, sets [`Mention::entity`], and says what is known of each.
pub(super) fn gather(text: &Text, mentions: &mut [Mention]) -> (Vec<Entity>, Vec<Known>) {
    let mut gathering =
        Gathering { text, entities: Vec::new(), known: Vec::new(), first: Vec::new(), keys: FxHashMap::default() };
    let mut names = Names::default();
    // People by full name and organisations by expansion come first, wherever they stand.
    for (at, mention) in mentions.iter_mut().enumerate() {
        match mention.kind {
            Kind::Person if mention.form == Form::Name => gathering.person(at, mention, &mut names),
            Kind::Organisation if mention.form == Form::Name => {
                let entity = gathering.thing(at, mention);
                names.organisation(text, mention, entity);
            }
            _ => {}
        }
    }
    for (at, mention) in mentions.iter_mut().enumerate() {
        match mention.kind {
            _ if mention.entity.is_some() => {}
            Kind::Person => gathering.short(at, mention, &mut names),
            Kind::Organisation => gathering.organisation(at, mention, &names),
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
    acronyms: FxHashMap<String, Vec<usize>>,
    first_words: FxHashMap<String, Vec<usize>>,
    expansions: FxHashMap<u32, usize>,
}

impl Names {
    fn organisation(&mut self, text: &Text, mention: &Mention, entity: usize) {
        let name = text.slice(mention.span);
        let letters: String = name
            .split([' ', '-'])
            .filter_map(|word| word.chars().next())
            .filter(|first| first.is_uppercase())
            .collect();
        if letters.len() > 1 {
            push(&mut self.acronyms, letters, entity);
        }
        if let Some((first, _)) = name.split_once(' ') {
            push(&mut self.first_words, first.to_lowercase(), entity);
        }
        self.expansions.insert(mention.span.start, entity);
    }
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
            self.known[entity].gender = gender(self.text, mention);
        }
    }

    /// Anything but people: by its row in the gazetteer, else by its words.
    fn thing(&mut self, at: usize, mention: &mut Mention) -> usize {
        let name = key(self.text.slice(mention.span));
        let identity = identity(&name, mention.kind);
        let key = match identity {
            0 => (mention.kind, name),
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

    /// An organisation's acronym or short name.
    fn organisation(&mut self, at: usize, mention: &mut Mention, names: &Names) {
        let word = self.text.slice(mention.span);
        let expansion = mention.reasons.iter().find(|reason| reason.code == "acronym").and_then(|reason| reason.span);
        if let Some(entity) = expansion.and_then(|span| names.expansions.get(&span.start)).copied() {
            self.keys.insert((Kind::Organisation, key(word)), entity);
            self.join(at, mention, entity);
            return;
        }
        if identity(&key(word), Kind::Organisation) == 0 && !self.keys.contains_key(&(Kind::Organisation, key(word))) {
            if let Some([entity]) = names.acronyms.get(word).map(Vec::as_slice) {
                let why = format!("“{word}” is the letters of “{}”", self.name(*entity));
                mention.reasons.push(Reason::new("acronym-of", why));
                self.keys.insert((Kind::Organisation, key(word)), *entity);
                self.join(at, mention, *entity);
                return;
            }
            if let Some([entity]) = names.first_words.get(&word.to_lowercase()).map(Vec::as_slice) {
                let why = format!("the first word of “{}”", self.name(*entity));
                mention.reasons.push(Reason::new("short-name", why));
                self.join(at, mention, *entity);
                return;
            }
        }
        self.thing(at, mention);
    }

    fn person(&mut self, at: usize, mention: &mut Mention, names: &mut Names) {
        let text = self.text;
        let name = key(text.slice(mention.span));
        let number = identity(&name, Kind::Person);
        let number_key = (Kind::Person, format!("#{number}"));
        let mut found = self.keys.get(&(Kind::Person, name.clone())).copied();
        if found.is_none() && number != 0 {
            found = self.keys.get(&number_key).copied();
        }
        let family = mention.parts.family.map(|span| key(text.slice(span))).unwrap_or_default();
        let given = mention.parts.given.map(|span| key(text.slice(span))).unwrap_or_default();
        if found.is_none() {
            // "Donald J. Trump" is "Donald Trump"; "J. Trump" may be.
            let first = given.split(' ').next().unwrap_or_default();
            let same = |entity: &&usize| {
                names.given.get(first).is_some_and(|entities| entities.contains(entity))
                    && agree(self.known[**entity].gender, gender(text, mention))
            };
            let candidates = names.family.get(&family).map(Vec::as_slice).unwrap_or_default();
            let mut same = candidates.iter().filter(same);
            found = same.next().copied().filter(|_| same.next().is_none());
        }
        let entity = found.unwrap_or_else(|| self.new_entity(mention, number));
        self.keys.entry((Kind::Person, name)).or_insert(entity);
        if number != 0 {
            self.keys.entry(number_key).or_insert(entity);
        }
        push(&mut names.family, family, entity);
        if let Some(first) = given.split(' ').next() {
            push(&mut names.given, first.to_owned(), entity);
        }
        self.join(at, mention, entity);
    }

    /// A surname or forename alone.
    fn short(&mut self, at: usize, mention: &mut Mention, names: &mut Names) {
        let word = key(self.text.slice(mention.span));
        let by_family = names.family.get(&word).map(Vec::as_slice).unwrap_or_default();
        let candidates = if by_family.is_empty() {
            names.given.get(&word).map(Vec::as_slice).unwrap_or_default()
        } else {
            by_family
        };
        let told = gender(self.text, mention);
        let mut fitting = candidates.iter().copied().filter(|entity| agree(self.known[*entity].gender, told));
        match (fitting.next(), fitting.next()) {
            (Some(entity), None) => {
                let why =
                    format!("the only “{}” named in full here: {}", self.text.slice(mention.span), self.name(entity));
                let code = if by_family.is_empty() { "same-forename" } else { "same-surname" };
                mention.reasons.push(Reason::new(code, why));
                self.join(at, mention, entity);
            }
            (Some(_), Some(_)) => {
                let why = format!("several people here are called “{}”", self.text.slice(mention.span));
                mention.reasons.push(Reason::new("ambiguous", why));
                mention.confidence = Confidence::Low;
            }
            (None, _) => {
                let number = identity(&word, Kind::Person);
                let entity = self.new_entity(mention, number);
                push(&mut names.family, word, entity);
                self.join(at, mention, entity);
            }
        }
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
            name(self.text, mentions, &mut entity);
            entities.push(entity);
            known.push(self.known[old]);
        }
        (entities, known)
    }
}

/// Sets name, aliases, confidence and reasons from the mentions.
fn name(text: &Text, mentions: &[Mention], entity: &mut Entity) {
    let mut names: Vec<&str> = Vec::new();
    let mut fullest: Option<(usize, &str)> = None;
    for at in &entity.mentions {
        let mention = &mentions[*at];
        let words = text.slice(mention.span);
        if !names.contains(&words) && names.len() < 24 {
            names.push(words);
        }
        let length = words.chars().count() + if mention.form == Form::Name { 1000 } else { 0 };
        if fullest.is_none_or(|(most, _)| length > most) {
            fullest = Some((length, words));
        }
        entity.confidence = entity.confidence.max(mention.confidence);
    }
    entity.name = fullest.map_or("", |(_, words)| words).split_whitespace().collect::<Vec<_>>().join(" ");
    entity.aliases = names.iter().filter(|name| **name != entity.name).map(|name| (*name).to_owned()).collect();
    let count = entity.mentions.len();
    let why = match count {
        1 => String::from("named once"),
        count if entity.aliases.is_empty() => format!("the same name {count} times"),
        count => format!("{count} mentions, also as {}", entity.aliases.join(", ")),
    };
    entity.reasons.push(Reason::new("same-name", why));
}

/// What tells the gender of a person: the title, else the forename.
fn gender(text: &Text, mention: &Mention) -> Option<Gender> {
    let lower = |span| text.slice(span).to_lowercase();
    if let Some(honorific) = mention.parts.honorific
        && let Some(title) = titles::get(&lower(honorific))
        && title.gender.is_some()
    {
        return title.gender;
    }
    if let Some(title) = mention.title {
        let title = lower(title);
        let last = title.rsplit(' ').next().unwrap_or_default();
        let found = titles::get(&title).or_else(|| titles::get(last)).and_then(|title| title.gender);
        if found.is_some() {
            return found;
        }
    }
    let whole = gazetteer::get(&key(text.slice(mention.span)));
    if let Some(entry) = whole
        && entry.is(bits::MAN | bits::WOMAN)
    {
        return Some(if entry.is(bits::WOMAN) { Gender::Woman } else { Gender::Man });
    }
    let given = lower(mention.parts.given?);
    let entry = gazetteer::get(given.split([' ', '-']).next().unwrap_or_default())?;
    match (entry.is(bits::MALE), entry.is(bits::FEMALE)) {
        (true, false) => Some(Gender::Man),
        (false, true) => Some(Gender::Woman),
        _ => None,
    }
}

/// Whether two things told of a gender may be true of one person.
pub(super) fn agree(one: Option<Gender>, other: Option<Gender>) -> bool {
    one.is_none() || other.is_none() || one == other
}

/// A name as keys have it: lower case, plain apostrophes, single spaces.
pub(super) fn key(name: &str) -> String {
    let lower = name.to_lowercase().replace(['’', '‘'], "'");
    lower.split_whitespace().collect::<Vec<_>>().join(" ")
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
