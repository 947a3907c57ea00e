//! "The senator", "the prime minister", "the American leader".

use super::{Find, Referent, View};
use crate::entities::Form;
use crate::lexicon::gazetteer::{self, bits};
use crate::link::{Entity, role};
use crate::reason::Confidence;
use crate::rule::Rule;
use crate::tag::Pos;
use rustc_hash::FxHashMap;

/// An office or occupation for the only person here who is said to have it, and a nationality with "leader" for the
/// person who leads that country. Leaves alone offices that several people here have.
pub(super) const RULE: Rule<Find> =
    Rule {
        name: "link/office", about: "“the senator”, “the American leader” for the person with that office", find
    };

/// People by the last word of their roles.
pub(super) fn offices(entities: &[Entity]) -> FxHashMap<String, Vec<usize>> {
    let mut offices: FxHashMap<String, Vec<usize>> = FxHashMap::default();
    for (at, entity) in entities.iter().enumerate() {
        for role in &entity.roles {
            let last = role.title.rsplit([' ', '-']).next().unwrap_or_default().to_lowercase();
            let those = offices.entry(plain(&last).to_owned()).or_default();
            if those.len() < 16 && !those.contains(&at) {
                those.push(at);
            }
        }
    }
    offices
}

fn find(view: &View, at: usize) -> Option<Referent> {
    let text = view.scene.text;
    if text.norm(at) != "the" || at + 1 >= view.sentence.end {
        return None;
    }
    let start = at + 1;
    let referent = |end, entity, why| Referent {
        tokens: at..end,
        entity,
        form: Form::Nominal,
        confidence: Confidence::Medium,
        why,
    };
    if is_leader(text.norm(at + 2)) && ends(view, at + 3) {
        let entry = gazetteer::get(text.norm(start)).unwrap_or_default();
        if entry.is(bits::GROUP) && entry.country() != 0 {
            let entity = leader_of(view, entry.country())?;
            return Some(referent(at + 3, entity, "leads that country, as the article says"));
        }
    }
    let end = (start + 1..(start + 5).min(view.sentence.end + 1)).find(|end| ends(view, *end))?;
    let words = text.slice(text.cover(start..end)).to_lowercase();
    let last = words.rsplit([' ', '-']).next().unwrap_or_default();
    let here = text.tokens[at].span.start;
    let holds = |entity: &&usize| {
        let entity = &view.scene.entities[**entity];
        let before = entity.mentions.first().is_some_and(|first| view.scene.mentions[*first].span.start < here);
        let role = |role: &crate::link::Role| {
            let title = role.title.to_lowercase();
            title.ends_with(&words) || words == last && plain(&title) == words
        };
        before && entity.roles.iter().any(role)
    };
    let mut holders = view.scene.offices.get(last)?.iter().filter(holds);
    let one = *holders.next()?;
    holders.next().is_none().then(|| referent(end, one, "the only one of that office named here"))
}

/// Whether the phrase ends before a token.
fn ends(view: &View, at: usize) -> bool {
    at >= view.sentence.end
        || !matches!(view.scene.text.norm(at), "of" | "-" | "for")
            && !matches!(view.scene.tagged.pos(at), Pos::Noun | Pos::Propn | Pos::Adj)
}

/// "sen." as it is spoken.
fn plain(word: &str) -> &str {
    match word {
        "sen" | "sen." => "senator",
        "gov" | "gov." => "governor",
        "gen" | "gen." => "general",
        "prof" | "prof." => "professor",
        word => word,
    }
}

fn is_leader(norm: &str) -> bool {
    matches!(norm, "leader" | "president" | "premier" | "chancellor" | "king" | "monarch")
}

/// The one person who is said to lead the country.
fn leader_of(view: &View, country: u16) -> Option<usize> {
    let leads = |entity: &usize| {
        view.scene.entities[*entity].roles.iter().any(|role| {
            let top = matches!(
                role.title.to_lowercase().as_str(),
                "president" | "prime minister" | "premier" | "chancellor" | "king" | "queen" | "emperor" | "leader"
            );
            top && role.organisation.is_some_and(|of| role::country(&view.scene.entities[of]) == country)
        })
    };
    let mut leaders = (0..view.scene.entities.len()).take(128).filter(leads);
    let one = leaders.next()?;
    leaders.next().is_none().then_some(one)
}
