//! Places within places: "Fairview, Ohio", "Perugia in Umbria".

use super::Draft;
use crate::entities::{Kind, Label};
use crate::facts::scene::Scene;
use crate::lexicon::gazetteer::{self, bits};
use crate::reason::Confidence;
use crate::syntax::Relation;

/// How many places may follow each other, each within the next: "Deer Park, Suffolk County, New York".
const LONGEST: usize = 3;

/// Proposes the place that a place lies in.
pub(super) fn find(scene: &Scene<'_>, at: usize, drafts: &mut Vec<Draft>) {
    if scene.linked.mentions[at].kind != Kind::Place {
        return;
    }
    let draft = |to, why| Draft { kind: "located-in", from: at, to, cue: None, confidence: Confidence::Medium, why };
    let chain = chain(scene, at);
    drafts.extend(chain.iter().map(|to| draft(*to, "the wider place follows after a comma")));
    if chain.is_empty() && !is_nation(scene, at) {
        let inner = scene.phrase_after(at, &["in"]).filter(|to| scene.linked.mentions[*to].kind == Kind::Place);
        drafts.extend(inner.map(|to| draft(to, "“in” joins the two places")));
        drafts.extend(said_to_lie(scene, at).map(|to| draft(to, "the sentence says where the place is")));
    }
}

/// "Leeds is in Yorkshire", "Leeds is a city in Yorkshire".
fn said_to_lie(scene: &Scene<'_>, at: usize) -> Option<usize> {
    let noun = scene.predicate_noun(at)?;
    let inner = if scene.case(noun) == "in" {
        Some(noun)
    } else {
        let is_place =
            matches!(scene.norm(noun), "city" | "town" | "village" | "suburb" | "island" | "district" | "county");
        scene.parsed.children(noun).find(|child| is_place && matches!(scene.case(*child), "in" | "of" | "near"))
    };
    scene.name_at(inner?).filter(|to| scene.linked.mentions[*to].kind == Kind::Place)
}

/// What is said of a place holds of the places around it: who lives in "Fairview, Ohio" lives in Ohio.
pub(super) fn spread(scene: &Scene<'_>, drafts: &mut Vec<Draft>) {
    for number in 0..drafts.len() {
        let Draft { kind, from, to, cue, confidence, why } = drafts[number];
        if matches!(kind, "based-in" | "lives-in" | "born-in") {
            let wider = chain(scene, to).into_iter();
            drafts.extend(wider.map(|to| Draft { kind, from, to, cue, confidence, why }));
        }
    }
}

/// The places after a place that hold it: those that commas part from it, up to a state or a country. A list ends with
/// "and", and has one place before ("Rome, Fairview, Ohio and Texas").
pub(super) fn chain(scene: &Scene<'_>, at: usize) -> Vec<usize> {
    let mentions = &scene.linked.mentions;
    let mut first = at;
    while at - first < LONGEST && first > 0 && follows(scene, first - 1, first) {
        first -= 1;
    }
    let mut chain = vec![at];
    while chain.len() < LONGEST {
        let last = chain.last().copied().unwrap_or(at);
        if is_outer(scene, last) || !follows(scene, last, last + 1) {
            break;
        }
        chain.push(last + 1);
    }
    let last = chain.last().copied().unwrap_or(at);
    let next = scene.norm(scene.text.token_at(mentions[last].span.end));
    let start = scene.text.tokens_in(mentions[first].span).start;
    // "Rome, Fairview, Ohio and Texas", "Leeds, Fairview, Ohio, Lyme": lists.
    // "in London, Argentina's envoy": the second place opens another phrase.
    let is_list =
        matches!(next, "and" | "or" | "&" | "'s" | "’s") || follows(scene, last, last + 1) || last - first >= LONGEST;
    let begins = start
        .checked_sub(1)
        .is_none_or(|before| scene.norm(before) != "," || mentions[first].label == Some(Label::Fac));
    if !is_list && begins && is_outer(scene, last) { chain.split_off(1) } else { Vec::new() }
}

/// Whether two mentions are places with nothing but a comma between.
fn follows(scene: &Scene<'_>, inner: usize, outer: usize) -> bool {
    let mentions = &scene.linked.mentions;
    let Some((inner, outer)) = mentions.get(inner).zip(mentions.get(outer)) else { return false };
    let is_place = inner.kind == Kind::Place && outer.kind == Kind::Place;
    is_place && scene.text.as_str().get(inner.span.end as usize..outer.span.start as usize) == Some(", ")
}

/// A state, a province or a country.
fn is_outer(scene: &Scene<'_>, at: usize) -> bool {
    is_listed(scene, at, bits::PROVINCE | bits::NATION)
}

fn is_nation(scene: &Scene<'_>, at: usize) -> bool {
    is_listed(scene, at, bits::NATION)
}

/// Whether the gazetteer has a place as one of some kinds. "Calif" at the end of a sentence has lost its full stop.
fn is_listed(scene: &Scene<'_>, at: usize, kinds: u64) -> bool {
    let words = scene.words_of(at).to_lowercase();
    let entry = gazetteer::get(&words).or_else(|| gazetteer::get(&[&words, "."].concat()));
    entry.is_some_and(|entry| entry.is(kinds))
}

/// Whether a mention is a place that something can be based in: a city or a state, and no country, in which a company
/// from elsewhere has a branch ("Acme in France").
pub(super) fn is_seat(scene: &Scene<'_>, at: usize) -> bool {
    scene.linked.mentions[at].kind == Kind::Place && !is_nation(scene, at)
}

/// A nation or what belongs to it: "Peruvian".
pub(super) fn is_people(scene: &Scene<'_>, at: usize) -> bool {
    gazetteer::get(&scene.words_of(at).to_lowercase()).is_some_and(|entry| entry.country() != 0)
}

/// The place whose name is the owner of a mention: "*Norway*'s Equinor".
pub(super) fn owner(scene: &Scene<'_>, at: usize) -> Option<usize> {
    let tokens = scene.text.tokens_in(scene.linked.mentions[at].span);
    let owner = scene.below(at).find(|child| scene.parsed.relation(*child) == Relation::NmodPoss)?;
    let owner = scene.name_at(owner).filter(|owner| scene.linked.mentions[*owner].kind == Kind::Place)?;
    let end = scene.text.token_at(scene.linked.mentions[owner].span.end);
    (end < tokens.start && tokens.start - end == 1).then_some(owner)
}
