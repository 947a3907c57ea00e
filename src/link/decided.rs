//! Decisions about entities: which are one, which mention is whose, what they are and are called.
//!
//! They hold from here on: roles, pronouns, speakers and facts are read off the entities that come out.

use super::Entity;
use super::entity::Known;
use crate::claims::{Claim, Source, SourceForm};
use crate::decision::{Decisions, dress, name_kind};
use crate::entities::{Form, Kind, Mention};
use crate::given::{Action, Decision, Layer, Who};
use crate::reason::{By, Confidence, Decided, Origin, Reason, Status};
use crate::span::Span;
use crate::text::Text;

/// The entities as they are being decided about.
struct Joining<'t> {
    text: &'t Text,
    mentions: &'t mut Vec<Mention>,
    entities: &'t mut Vec<Entity>,
    known: &'t mut Vec<Known>,
    /// Those that were rejected.
    rejected: Vec<usize>,
    /// What becomes of what the decision at hand changes.
    status: Status,
}

/// Applies the decisions about entities, and about whose a name is.
pub(super) fn entities(
    decisions: &mut Decisions<'_>,
    text: &Text,
    mentions: &mut Vec<Mention>,
    entities: &mut Vec<Entity>,
    known: &mut Vec<Known>,
) {
    if !decisions.concern(Layer::Entity) && !decisions.concern(Layer::Mention) {
        return;
    }
    let mut joining = Joining { text, mentions, entities, known, rejected: Vec::new(), status: Status::Edited };
    let waiting: Vec<(usize, &Decision)> = decisions.waiting().collect();
    for (number, decision) in waiting {
        joining.status = if decision.lexicon { Status::Suggested } else { Status::Edited };
        let done = match (&decision.action, decision.layer) {
            (Action::Rename(name), Layer::Entity) if decision.lexicon => joining.call(number, decision, name),
            (Action::Split(into), Layer::Mention) => joining.split(number, decision, into.as_ref()),
            (_, Layer::Entity) => joining.entity(number, decision),
            _ => continue,
        };
        match done {
            Ok(true) => decisions.apply(number),
            Ok(false) => {}
            Err(why) => decisions.refuse(number, why),
        }
    }
    joining.finish();
}

/// Gives pronouns and descriptions to whom a person gave them.
pub(super) fn referring(
    decisions: &mut Decisions<'_>,
    mentions: &[Mention],
    entities: &[Entity],
    referring: &mut [Mention],
) {
    let waiting: Vec<(usize, &Decision)> = decisions.waiting().collect();
    for (number, decision) in waiting {
        let Action::Split(into) = &decision.action else { continue };
        let Some(mention) = referring.iter_mut().find(|mention| Some(mention.span) == decision.place.span) else {
            continue;
        };
        match into.as_ref().map(|who| find(mentions, entities, who.span, &who.name)) {
            Some(Some(entity)) => {
                mention.entity = Some(entity);
                (mention.kind, mention.label) = (entities[entity].kind, entities[entity].label);
                mention.reasons = vec![Reason::new("decided", format!("{}: a person said so", entities[entity].name))];
                note(&mut mention.decided, number, (mention.kind, mention.span));
                decisions.apply(number);
            }
            Some(None) => {}
            None => decisions.refuse(number, format!("“{}” is no name: say whom it means", decision.place.words)),
        }
    }
}

/// Gives claims to the speakers that a person chose, and their pronouns with them.
pub(super) fn speakers(
    decisions: &mut Decisions<'_>,
    mentions: &mut [Mention],
    entities: &[Entity],
    claims: &mut [Claim],
) {
    for (origin, number, who) in decisions.speakers().to_vec() {
        let entity = find(mentions, entities, who.span, &who.name);
        let origin_of = |claim: &Claim| claim.decided.map_or_else(|| claim.whole(), |decided| decided.origin.1);
        let claim = claims.iter_mut().find(|claim| origin_of(claim) == origin);
        let (Some(entity), Some(claim)) = (entity, claim) else {
            decisions.refuse(number, format!("“{}” is nobody in this article", who.name));
            continue;
        };
        note(&mut claim.decided, number, (claim.mode, origin));
        claim.is_somebodys();
        let named = who.span.or_else(|| Some(mentions[*entities[entity].mentions.first()?].span));
        let source = match (claim.source.take(), named) {
            // "he" stays the words that name the speaker; another's name does not.
            (Some(source), _) if source.form != SourceForm::Name || source.entity == Some(entity) => source,
            (source, named) => {
                let span = named.or(source.map(|source| source.span)).unwrap_or(origin);
                Source { span, form: SourceForm::Name, entity: None, anonymous: false, anonymity_reason: None }
            }
        };
        let source = claim.source.insert(Source { entity: Some(entity), ..source });
        if matches!(source.form, SourceForm::Pronoun | SourceForm::Nominal) {
            let stands = |mention: &&mut Mention| {
                matches!(mention.form, Form::Pronoun | Form::Nominal) && mention.span.end == source.span.end
            };
            mentions.iter_mut().filter(stands).for_each(|mention| mention.entity = Some(entity));
        }
    }
}

/// The entity with a mention at a span, or else of a name.
fn find(mentions: &[Mention], entities: &[Entity], span: Option<Span>, name: &str) -> Option<usize> {
    let at = mentions.iter().find(|mention| Some(mention.span) == span).and_then(|mention| mention.entity);
    at.or_else(|| {
        entities.iter().position(|entity| !name.is_empty() && entity.name == name && !entity.mentions.is_empty())
    })
}

fn note<K>(decided: &mut Option<Decided<K>>, number: usize, origin: K) {
    let origin = decided.take().map_or(origin, |before| before.origin);
    *decided = Some(Decided { status: Status::Edited, last: number, origin });
}

impl Joining<'_> {
    fn find(&self, span: Option<Span>, name: &str) -> Option<usize> {
        find(self.mentions, self.entities, span, name)
    }

    fn edited(&mut self, entity: usize, number: usize) {
        let origin = (self.entities[entity].kind, self.entities[entity].name.clone());
        let before = self.entities[entity].decided.take();
        let status = before.as_ref().map_or(self.status, |before| before.status.max(self.status));
        let origin = before.map_or(origin, |before| before.origin);
        self.entities[entity].decided = Some(Decided { status, last: number, origin });
    }

    /// Calls whom the words of a lexicon name by another name: the one entity that is named so, or nobody. Two that are
    /// then called the same are one.
    fn call(&mut self, number: usize, decision: &Decision, name: &str) -> Result<bool, String> {
        let named = |mention: &&Mention| {
            !matches!(mention.form, Form::Pronoun | Form::Nominal)
                && self.text.slice(mention.span) == decision.place.words
        };
        let mut meant = self.mentions.iter().filter(named).filter_map(|mention| mention.entity);
        let Some(entity) = meant.next() else { return Ok(false) };
        if meant.any(|other| other != entity) {
            return Ok(false);
        }
        let twin = (0..self.entities.len()).find(|other| {
            *other != entity && self.entities[*other].name == name && !self.entities[*other].mentions.is_empty()
        });
        match twin.filter(|twin| self.fits(self.entities[entity].kind, entity, *twin).is_ok()) {
            Some(_) => self.merge(number, entity, &Who { span: None, name: name.to_owned() }),
            None => {
                self.edited(entity, number);
                self.entities[entity].name = name.to_owned();
                Ok(true)
            }
        }
    }

    fn entity(&mut self, number: usize, decision: &Decision) -> Result<bool, String> {
        let Some(entity) = self.find(decision.place.span, &decision.name) else { return Ok(false) };
        match &decision.action {
            Action::Accept => {
                let origin = (self.entities[entity].kind, self.entities[entity].name.clone());
                let accepted = Decided { status: Status::Accepted, last: number, origin };
                self.entities[entity].decided.get_or_insert(accepted);
            }
            Action::Reject => self.rejected.push(entity),
            Action::Relabel(word) => {
                let (kind, label) = name_kind(word)?;
                self.edited(entity, number);
                (self.entities[entity].kind, self.entities[entity].label) = (kind, label);
                for mention in self.mentions.iter_mut().filter(|mention| mention.entity == Some(entity)) {
                    note(&mut mention.decided, number, (mention.kind, mention.span));
                    (mention.kind, mention.label) = (kind, label);
                    dress(self.text, mention);
                }
                self.known[entity] = Known::default();
            }
            Action::Rename(name) => {
                let name = name.trim();
                if name.is_empty() {
                    return Err("a name needs a letter at least".to_owned());
                }
                self.edited(entity, number);
                self.entities[entity].name = name.to_owned();
            }
            Action::Merge(who) => return self.merge(number, entity, who),
            _ => return Err("that cannot be said of a person, organisation or place".to_owned()),
        }
        Ok(true)
    }

    fn merge(&mut self, number: usize, from: usize, who: &Who) -> Result<bool, String> {
        let Some(into) = self.find(who.span, &who.name) else {
            return Err(format!("“{}” is nobody in this article", who.name));
        };
        if from == into {
            return Err(format!("“{}” is one and the same already", self.entities[into].name));
        }
        self.fits(self.entities[from].kind, from, into)?;
        self.edited(into, number);
        self.mentions.iter_mut().filter(|one| one.entity == Some(from)).for_each(|one| one.entity = Some(into));
        self.entities[from].mentions.clear();
        self.known[into].gender = self.known[into].gender.or(self.known[from].gender);
        let why = format!("a person said that {} is the same", self.entities[from].name);
        self.entities[into].reasons.push(Reason::new("decided", why));
        Ok(true)
    }

    /// Whether what is of one kind can be the same as an entity.
    fn fits(&self, kind: Kind, from: usize, into: usize) -> Result<(), String> {
        let other = self.entities[into].kind;
        if kind == other || kind != Kind::Person && other != Kind::Person {
            return Ok(());
        }
        let named = |entity: usize, kind: Kind| {
            format!(
                "{} is {}",
                self.entities[entity].name,
                if kind == Kind::Person { "a person" } else { "not a person" }
            )
        };
        Err(format!("{}, and {}: they cannot be one", named(from, kind), named(into, other)))
    }

    fn split(&mut self, number: usize, decision: &Decision, into: Option<&Who>) -> Result<bool, String> {
        let is_meant = |mention: &Mention| {
            Some(mention.span) == decision.place.span
                || decision.all && self.text.slice(mention.span) == decision.place.words
        };
        let meant: Vec<usize> = (0..self.mentions.len()).filter(|at| is_meant(&self.mentions[*at])).collect();
        let Some(first) = meant.first().copied() else { return Ok(false) };
        let before = self.mentions[first].entity;
        let into = match into {
            Some(who) => {
                let into = self.find(who.span, &who.name).filter(|into| Some(*into) != before);
                let into = into.ok_or_else(|| format!("“{}” is nobody else in this article", who.name))?;
                self.fits(self.mentions[first].kind, before.unwrap_or(into), into)?;
                self.edited(into, number);
                into
            }
            None => {
                let left = self.mentions.iter().enumerate().filter(|(_, mention)| mention.entity == before);
                if before.is_some() && left.filter(|(at, _)| !meant.contains(at)).count() == 0 {
                    return Err(format!("“{}” is named nowhere else", decision.place.words));
                }
                self.newcomer(number, first)
            }
        };
        for at in meant {
            let mention = &mut self.mentions[at];
            mention.entity = Some(into);
            mention.reasons.push(Reason::new("decided", "a person said whom it means"));
            note(&mut mention.decided, number, (mention.kind, mention.span));
        }
        Ok(true)
    }

    /// A new entity for a mention.
    fn newcomer(&mut self, number: usize, at: usize) -> usize {
        let mention = &self.mentions[at];
        let name = self.text.slice(mention.span).split_whitespace().collect::<Vec<_>>().join(" ");
        let origin = (mention.kind, name.clone());
        self.entities.push(Entity {
            name,
            aliases: Vec::new(),
            kind: mention.kind,
            label: mention.label,
            mentions: vec![at],
            roles: Vec::new(),
            decided: Some(Decided { status: Status::Edited, last: number, origin }),
            confidence: Confidence::High,
            by: By { kind: Origin::User, rule: "" },
            reasons: vec![Reason::new("decided", "a person told it apart")],
        });
        self.known.push(Known::default());
        self.entities.len() - 1
    }

    /// Leaves out what was rejected and what has no mention any more, and puts the rest in the order of the text.
    fn finish(self) {
        let Joining { text, mentions, entities, known, rejected, .. } = self;
        mentions.retain(|mention| mention.entity.is_none_or(|entity| !rejected.contains(&entity)));
        let mut places = vec![None; entities.len()];
        let mut order = Vec::new();
        for mention in mentions.iter_mut() {
            let Some(entity) = mention.entity else { continue };
            let place = *places[entity].get_or_insert_with(|| {
                order.push(entity);
                order.len() - 1
            });
            mention.entity = Some(place);
        }
        *known = order.iter().map(|entity| known[*entity]).collect();
        let mut before: Vec<Option<Entity>> = std::mem::take(entities).into_iter().map(Some).collect();
        entities.extend(order.iter().filter_map(|entity| before[*entity].take()));
        entities.iter_mut().for_each(|entity| entity.mentions.clear());
        for (at, mention) in mentions.iter().enumerate() {
            mention.entity.iter().for_each(|entity| entities[*entity].mentions.push(at));
        }
        for entity in entities.iter_mut().filter(|entity| entity.decided.is_some()) {
            let mut names = Vec::new();
            for at in &entity.mentions {
                let words = text.slice(mentions[*at].span);
                if words != entity.name && !names.iter().any(|name| name == words) && names.len() < 24 {
                    names.push(words.to_owned());
                }
            }
            entity.aliases = names;
        }
    }
}
