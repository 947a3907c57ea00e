//! "It", "its" and "their" for organisations and places.

use super::{Find, Named, Referent, View, Who};
use crate::entities::{Form, Kind, Label};
use crate::lexicon::names;
use crate::lexicon::surroundings::{self, Place, Tells};
use crate::reason::Confidence;
use crate::rule::Rule;
use crate::syntax::Relation;
use crate::tag::Pos;

/// "It" and "its" for the organisation or place that stands out, "they" for a group of people. Leaves alone an empty
/// "it" ("it is clear that"), and pronouns for which a common noun is the likelier antecedent.
pub(super) const RULE: Rule<Find> =
    Rule { name: "link/thing", about: "“it”, “its” and “they” for organisations, places and groups", find };

fn find(view: &View, at: usize) -> Option<Referent> {
    let text = view.scene.text;
    let norm = text.norm(at);
    let owner = matches!(norm, "its" | "their");
    let plural = matches!(norm, "they" | "them" | "their");
    if !matches!(norm, "it" | "its" | "itself") && !plural {
        return None;
    }
    if norm == "it" && is_empty(view, at) {
        return None;
    }
    let speaks = names::word(text.norm(at + 1)) == Some(names::Word::Say);
    let (entity, margin) = view.likeliest(at, |named| fit(view, at, named, plural, speaks))?;
    let of_that = |named: &&Named| named.is(entity);
    let here = view.memory.here.iter().filter(of_that).max_by_key(|named| (named.subject, named.at));
    let before = view.memory.before.last().and_then(|before| before.iter().filter(of_that).find(|named| named.subject));
    let (from, subject) = match (here, before) {
        (Some(named), _) => (named.at, named.subject || named.pronoun),
        (None, Some(_)) => (view.sentence.start, true),
        _ => return None,
    };
    let others = nouns_between(view, from, at, plural);
    let sure = match (owner, plural) {
        (true, false) => margin > 0 && (subject || here.is_some() && !others),
        (false, false) => margin > 0 && subject && !others,
        (_, true) => margin > 1 && subject && !others,
    };
    let confidence = if subject && margin > 2 && !plural { Confidence::Medium } else { Confidence::Low };
    let why = "what stands out before the word";
    sure.then_some(Referent { tokens: at..at + 1, entity, form: Form::Pronoun, confidence, why })
}

/// How well an antecedent fits the pronoun; `speaks` says that a verb of saying follows it.
fn fit(view: &View, at: usize, named: &Named, plural: bool, speaks: bool) -> Option<i32> {
    let norm = view.scene.text.norm(at);
    let entity = match named.who {
        Who::Entity(entity) => entity,
        Who::Noun(noun) => return (noun.plural == plural && (plural || !noun.human)).then_some(0),
    };
    let owns = if norm == "its" { owned(view, at) } else { None };
    let owner = match (owns, view.scene.kind(entity)) {
        (Some(Tells::Place), Kind::Place) | (Some(Tells::Organisation), Kind::Organisation) => 2,
        (Some(Tells::Place | Tells::Organisation), Kind::Law | Kind::Work | Kind::Event) => return None,
        _ => 0,
    };
    let fit = match view.scene.kind(entity) {
        // No river speaks.
        Kind::Place if speaks && view.scene.entities[entity].label != Some(Label::Gpe) => None,
        Kind::Product | Kind::Event if speaks => None,
        Kind::Group => plural.then_some(1),
        // "in Peru … it": the place of an event is rarely what the text goes on about.
        Kind::Place if plural => None,
        Kind::Place if named.governed => (norm == "its").then_some(-1),
        Kind::Place => Some(0),
        Kind::Organisation => Some(1),
        Kind::Product | Kind::Work | Kind::Law | Kind::Event if !plural => Some(0),
        _ => None,
    };
    fit.map(|fit| fit + owner)
}

/// What the noun tells that "its" owns: an army is a country's, shareholders are a firm's.
fn owned(view: &View, at: usize) -> Option<Tells> {
    let parsed = view.scene.parsed;
    let noun = parsed.head(at).filter(|_| parsed.relation(at) == Relation::NmodPoss)?;
    let norm = view.scene.text.norm(noun);
    surroundings::tells(Place::Has, norm).or_else(|| surroundings::tells(Place::Owns, norm))
}

/// Whether a common noun between the antecedent and the pronoun may be the antecedent instead.
fn nouns_between(view: &View, from: usize, to: usize, plural: bool) -> bool {
    let text = view.scene.text;
    (from..to).any(|at| {
        let noun = view.scene.tagged.pos(at) == Pos::Noun && !view.memory.here.iter().any(|named| named.at == at);
        let verb = matches!(view.scene.tagged.pos(at + 1), Pos::Verb | Pos::Aux);
        noun && if plural { text.norm(at).ends_with('s') } else { verb && at + 1 < to }
    })
}

/// Whether "it" is empty: "it is clear that", "it takes time to".
fn is_empty(view: &View, at: usize) -> bool {
    let text = view.scene.text;
    let mut next = at + 1;
    while next < view.sentence.end && matches!(view.scene.tagged.pos(next), Pos::Adv | Pos::Aux | Pos::Part) {
        next += 1;
    }
    let verb = text.norm(next);
    if matches!(
        verb,
        "seems" | "seemed" | "appears" | "appeared" | "rains" | "rained" | "takes" | "took" | "turned" | "emerged"
    ) {
        return true;
    }
    let be = (at + 1..next).any(|at| matches!(text.norm(at), "is" | "was" | "'s" | "be" | "been" | "will" | "would"));
    // "It was reported the fire began": "that" may be left out.
    let told = matches!(
        verb,
        "reported"
            | "believed"
            | "expected"
            | "understood"
            | "thought"
            | "discovered"
            | "estimated"
            | "known"
            | "hoped"
            | "feared"
            | "alleged"
            | "claimed"
            | "rumoured"
            | "rumored"
            | "unclear"
            | "clear"
            | "possible"
            | "likely"
    );
    if be && told {
        return true;
    }
    let later = next + 1..view.sentence.end.min(next + 5);
    be && matches!(view.scene.tagged.pos(next), Pos::Adj | Pos::Verb | Pos::Noun | Pos::Det)
        && later
            .into_iter()
            .any(|at| matches!(text.norm(at), "that" | "to" | "whether" | "for" | "if" | "who" | "when"))
}
