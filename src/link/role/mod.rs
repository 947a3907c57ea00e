//! Roles: what people are, from titles before their names, appositions on either side and "is the".

mod behind;
mod front;

use super::Entity;
use super::entity::Known;
use crate::entities::{Kind, Mention};
use crate::lexicon::titles;
use crate::span::Span;
use crate::syntax::Parsed;
use crate::tag::{Pos, Tagged};
use crate::text::Text;

/// What roles are read from.
struct Reader<'t> {
    text: &'t Text,
    parsed: &'t Parsed,
    mentions: &'t [Mention],
}

impl Reader<'_> {
    /// The mentions that begin before the end of a span and end behind its start.
    fn mentions_in(&self, span: Span) -> impl Iterator<Item = &Mention> {
        let first = self.mentions.partition_point(|mention| mention.span.end <= span.start);
        self.mentions[first..].iter().take_while(move |mention| mention.span.start < span.end)
    }
}

fn is_institution(mention: &Mention) -> bool {
    matches!(mention.kind, Kind::Place | Kind::Organisation | Kind::Group)
}

/// Sets the roles of people: "Treasury Secretary Scott Bessent", "Ann Moe, chief executive of Acme,".
pub(super) fn gather(
    (text, tagged, parsed): (&Text, &Tagged, &Parsed),
    mentions: &mut [Mention],
    entities: &mut [Entity],
    known: &[Known],
) {
    for at in 0..mentions.len() {
        let mention = &mentions[at];
        let (Some(entity), Kind::Person) = (mention.entity, mention.kind) else { continue };
        let mut found = Vec::new();
        found.extend(front::title(text, mentions, at));
        found.extend(front::honorific(text, &mentions[at]));
        let mut beside = Reader { text, parsed, mentions }.behind(at);
        if beside.is_empty() {
            let before = || front::noun(text, tagged, &mentions[at]);
            beside.extend(front::apposition(text, mentions, at).or_else(before));
        }
        for role in found.iter_mut().chain(&mut beside) {
            shorten(text, tagged, role);
        }
        if let Some(role) = beside.first().filter(|_| mentions[at].title.is_none()) {
            mentions[at].title = Some(role.span);
        }
        for mut role in found.into_iter().chain(beside) {
            role.organisation = role.organisation.and_then(|organisation| state_of(organisation, entities, known));
            let roles = &mut entities[entity].roles;
            match roles.iter().position(|other| other.title.eq_ignore_ascii_case(&role.title)) {
                Some(same) => roles[same].organisation = roles[same].organisation.or(role.organisation),
                None if roles.len() < 8 => roles.push(role),
                None => {}
            }
        }
    }
}

/// Takes what is no part of a title off its front ("*Under* former president Ann Lee", "*then* mayor", "*was* mayor"),
/// and says it of one where it was said of several: "justices Ann Lee and Tom Vale".
fn shorten(text: &Text, tagged: &Tagged, role: &mut super::Role) {
    let tokens = text.tokens_in(role.span);
    let outside = |at: &usize| {
        matches!(tagged.pos(*at), Pos::Adp | Pos::Det | Pos::Aux | Pos::Adv) && !matches!(text.norm(*at), "vice" | "ex")
    };
    let first = tokens.clone().find(|at| !outside(at)).unwrap_or(tokens.start);
    if first > tokens.start && first < tokens.end {
        role.span = text.cover(first..tokens.end);
        role.title = text.slice(role.span).to_owned();
    }
    let title = role.title.to_lowercase();
    let last = title.rsplit(' ').next().unwrap_or_default();
    let singular = last.strip_suffix('s').filter(|one| titles::get(last).is_none() && titles::get(one).is_some());
    if singular.is_some() {
        role.title.pop();
    }
}

/// The country itself, where it is an entity of the article, for its people: "Chinese" gives China. A people without a
/// country, or a party's, has no offices: "Republican Gov. Ann Lee".
fn state_of(entity: usize, entities: &[Entity], known: &[Known]) -> Option<usize> {
    if entities[entity].kind != Kind::Group {
        return Some(entity);
    }
    let country = country(&entities[entity]);
    if country == 0 {
        return None;
    }
    let state =
        (0..entities.len()).take(512).find(|at| entities[*at].kind == Kind::Place && known[*at].identity == country);
    Some(state.unwrap_or(entity))
}

/// The country that a group or a place belongs to or is.
pub(super) fn country(entity: &Entity) -> u16 {
    let Some(entry) = crate::lexicon::gazetteer::get(&super::entity::key(&entity.name)) else { return 0 };
    if entity.kind == Kind::Group || entry.country() != 0 { entry.country() } else { entry.identity() }
}
