//! Cards of people and organisations: what each is, does and says, and with whom.

use super::card::{Card, CardKind, Cell, Of};
use super::fact::{Fact, FactKind, SALIENT, Standing};
use super::scene::Scene;
use super::{Facts, Member, Relation, class, words};
use crate::claims::{Claim, Mode};
use crate::entities::Kind;
use crate::order;
use crate::rule::Rule;
use crate::syntax::verb::Form;
use rustc_hash::{FxHashMap, FxHashSet};

/// What each person and body of some weight is, does and says.
pub(super) const RULE: Rule<fn(&Scene<'_>, &Facts) -> Vec<Card>> = Rule {
    name: "facts/card/people",
    about: "what a person or a body is, did and said, and with whom: \"Ann Lee, mayor, 52: signed the lease\"",
    find,
};

/// How many cards of each kind there are at most.
const MOST: usize = 12;

/// How many deeds, sayings and others a card has at most.
const EACH: usize = 3;

fn find(scene: &Scene<'_>, facts: &Facts) -> Vec<Card> {
    let of = Gathered::new(scene, facts);
    let entities = &scene.linked.entities;
    let mut order: Vec<usize> = (0..entities.len()).collect();
    order::by(&mut order, |at| (u64::MAX - entities[*at].mentions.len() as u64, *at as u64));
    let cards = |kind: Kind, card: CardKind| {
        let of = &of;
        let those = order.iter().copied().filter(move |at| entities[*at].kind == kind);
        those.filter_map(move |at| of.card(scene, facts, at, card)).take(MOST)
    };
    cards(Kind::Person, CardKind::Person).chain(cards(Kind::Organisation, CardKind::Organisation)).collect()
}

/// What there is to say of each entity.
struct Gathered {
    /// Facts by their subject.
    facts: FxHashMap<usize, Vec<usize>>,
    /// Claims by their source.
    claims: FxHashMap<usize, Vec<usize>>,
    /// The other, and the relation, by each of its two sides.
    others: FxHashMap<usize, Vec<(usize, usize)>>,
    /// Who holds a role in it, and where in the list of facts that stands.
    holders: FxHashMap<usize, Vec<(usize, usize)>>,
}

impl Gathered {
    fn new(scene: &Scene<'_>, facts: &Facts) -> Gathered {
        let mut of = Gathered {
            facts: FxHashMap::default(),
            claims: FxHashMap::default(),
            others: FxHashMap::default(),
            holders: FxHashMap::default(),
        };
        for (at, fact) in facts.list.iter().enumerate().filter(|(_, fact)| fact.salience.score >= SALIENT) {
            let Some(entity) = fact.subject.entity else { continue };
            of.facts.entry(entity).or_default().push(at);
            let body = fact.arguments.first().filter(|_| fact.kind == FactKind::Role && fact.predicate.is_none());
            if let Some(Member::Entity(body)) = body.and_then(|one| one.item) {
                of.holders.entry(body).or_default().push((entity, at));
            }
        }
        for (at, claim) in scene.linked.claims.iter().enumerate() {
            let source = claim.source.as_ref().and_then(|source| source.entity);
            let says = claim.cue.as_ref().is_none_or(|cue| cue.class.is_saying());
            if let Some(entity) = source.filter(|_| says && claim.mode != Mode::Narrator) {
                of.claims.entry(entity).or_default().push(at);
            }
        }
        let mutual = |one: &Relation| class::is("mutual", one.kind) && one.claim.is_none();
        for (at, relation) in facts.relations.iter().enumerate().filter(|(_, one)| mutual(one)) {
            of.others.entry(relation.from).or_default().push((relation.to, at));
            of.others.entry(relation.to).or_default().push((relation.from, at));
        }
        of
    }

    /// The card of an entity, if at least two things can be said of it.
    fn card(&self, scene: &Scene<'_>, facts: &Facts, at: usize, kind: CardKind) -> Option<Card> {
        let name = &scene.linked.entities[at].name;
        let own = self.facts.get(&at).map_or(&[][..], Vec::as_slice);
        let slots = [
            ("Role", Self::cells(scene, facts, own, name, &|fact| is_role(fact) && !is_age(fact))),
            ("Age", Self::cells(scene, facts, own, name, &|fact| is_role(fact) && is_age(fact))),
            ("People", self.holders(scene, facts, at)),
            ("Did", Self::cells(scene, facts, &best(facts, own), name, &is_deed)),
            ("Said", self.sayings(scene, at)),
            ("With", self.others(scene, facts, at)),
        ];
        let card = Card::of_slots(kind, Some(at), name.clone(), slots, RULE.name);
        let told: usize = card.rows.iter().map(|row| row.cells.len()).sum();
        let acts = card.has("Did") || card.has("Said") || card.has("With");
        (told > 1 && (acts || kind == CardKind::Person)).then_some(card)
    }

    fn cells(scene: &Scene<'_>, facts: &Facts, own: &[usize], name: &str, fits: &dyn Fn(&Fact) -> bool) -> Vec<Cell> {
        let mut seen = FxHashSet::default();
        let those = own.iter().filter(|at| fits(&facts.list[**at]) && seen.insert(facts.list[**at].text.as_str()));
        let cell = |at: &usize| {
            let subject = words::subject(scene.text, scene.linked, &facts.list[*at]);
            let short = words::after_name(&facts.list[*at].text, &words::with_capital(&subject));
            self::cell(facts, *at, words::after_name(&short, name))
        };
        those.take(EACH).map(cell).collect()
    }

    fn sayings(&self, scene: &Scene<'_>, at: usize) -> Vec<Cell> {
        let all = self.claims.get(&at).map_or(&[][..], Vec::as_slice);
        let worth = |claim: &Claim| claim.checkworthy.as_ref().map_or(0, |worth| u64::from(worth.score));
        let mut all: Vec<usize> = all.to_vec();
        order::by(&mut all, |at| (u64::MAX - worth(&scene.linked.claims[*at]), *at as u64));
        all.truncate(EACH);
        order::by(&mut all, |at| (*at as u64, 0));
        let cell = |at: usize| Cell {
            text: words::said(scene.text, &scene.linked.claims[at]),
            spans: scene.linked.claims[at].content.clone(),
            of: Some(Of::Item(Member::Claim(at))),
        };
        // "to begin in January", "the need for reform": no whole sentence.
        let is_finite = |at: usize| {
            let group =
                scene.parsed.clause(at).filter(|clause| clause.head as usize == at).and_then(|clause| clause.group);
            group.is_some_and(|group| group.form == Form::Finite)
        };
        let is_whole = |at: &usize| {
            let claim = &scene.linked.claims[*at];
            let mut tokens = claim.content.iter().flat_map(|span| scene.text.tokens_in(*span));
            let first = claim.content.first().map(|span| scene.text.token_at(span.start));
            first.is_some_and(|first| scene.norm(first) != "to") && tokens.any(is_finite)
        };
        all.into_iter().filter(is_whole).map(cell).filter(|cell| !cell.text.is_empty()).collect()
    }

    fn others(&self, scene: &Scene<'_>, facts: &Facts, at: usize) -> Vec<Cell> {
        let mut seen = FxHashSet::default();
        let all = self.others.get(&at).into_iter().flatten().filter(|(other, _)| seen.insert(*other));
        let cell = |(other, relation): &(usize, usize)| Cell {
            text: words::together(scene.linked, *other, facts.relations[*relation].kind),
            spans: facts.relations[*relation].spans.clone(),
            of: Some(Of::Item(Member::Entity(*other))),
        };
        all.take(EACH).map(cell).collect()
    }

    fn holders(&self, scene: &Scene<'_>, facts: &Facts, at: usize) -> Vec<Cell> {
        let name = &scene.linked.entities[at].name;
        let all = self.holders.get(&at).into_iter().flatten().take(EACH);
        let cell = |(_, fact): &(usize, usize)| {
            let words = &facts.list[*fact].text;
            let short =
                words.strip_suffix(name.as_str()).map_or(words.as_str(), |rest| rest.trim_end_matches([',', ' ']));
            cell(facts, *fact, short.to_owned())
        };
        all.map(cell).collect()
    }
}

/// The deeds that matter most, in the order of the text.
fn best(facts: &Facts, own: &[usize]) -> Vec<usize> {
    let mut deeds: Vec<usize> = own.iter().copied().filter(|at| is_deed(&facts.list[*at])).collect();
    order::by(&mut deeds, |at| (u64::from(u8::MAX - facts.list[*at].salience.score), *at as u64));
    deeds.truncate(EACH);
    order::by(&mut deeds, |at| (*at as u64, 0));
    deeds
}

fn cell(facts: &Facts, at: usize, text: String) -> Cell {
    let fact = &facts.list[at];
    let verb = fact.predicate.iter().flat_map(|one| one.spans.last()).copied();
    let spans = verb.chain(fact.subject.span).chain(fact.arguments.iter().map(|one| one.span)).collect();
    Cell { text, spans, of: Some(Of::Fact(at)) }
}

fn is_role(fact: &Fact) -> bool {
    fact.kind == FactKind::Role
}

fn is_age(fact: &Fact) -> bool {
    fact.predicate.as_ref().is_some_and(|predicate| predicate.kind == Some("age"))
}

/// Something that somebody does, told by the article itself.
fn is_deed(fact: &Fact) -> bool {
    let told = fact.kind == FactKind::Statement && fact.claim.is_none() && !fact.negative;
    let reports = fact.salience.reasons.iter().any(|reason| matches!(reason.code, "report" | "told-alone"));
    told && !reports && matches!(fact.standing, Standing::Happened | Standing::Happening)
}
