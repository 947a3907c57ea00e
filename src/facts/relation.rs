//! Relations between entities: who leads what, who belongs where, which place lies in which.

use super::{Relation, RelationKind};
use crate::claims::Mode;
use crate::entities::Kind;
use crate::lexicon::gazetteer::{self, bits};
use crate::lexicon::titles::{self, Class};
use crate::link::Linked;
use crate::order;
use crate::reason::{By, Confidence, Reason};
use crate::span::Span;
use crate::text::Text;
use rustc_hash::FxHashSet;

/// Relations from roles ("Acme chief executive Lars Moe") and from places parted by a comma ("Fairview, Ohio").
pub(super) fn find(text: &Text, linked: &Linked) -> Vec<Relation> {
    let mut relations = Vec::new();
    let mut seen = FxHashSet::default();
    for (from, entity) in linked.entities.iter().enumerate() {
        for role in &entity.roles {
            let Some(to) = role.organisation else { continue };
            let lower = role.title.to_lowercase();
            let last = lower.rsplit(' ').next().unwrap_or_default();
            let leads =
                titles::get(&lower).or_else(|| titles::get(last)).is_some_and(|title| title.class == Class::Lead);
            let past = lower
                .split(' ')
                .any(|word| matches!(word, "former" | "ex" | "then" | "late" | "outgoing" | "deputy" | "vice"));
            let kind = if leads && !past { RelationKind::Leads } else { RelationKind::HoldsRole };
            if seen.insert((from, to, kind)) {
                let why = format!("“{}” with {}", role.title, linked.entities[to].name);
                relations.push(relation(
                    kind,
                    from,
                    to,
                    role.span,
                    vec![role.span],
                    Reason::at("role", why, role.span),
                ));
            }
        }
    }
    for pair in linked.mentions.windows(2) {
        let [inner, outer] = pair else { continue };
        if inner.kind != Kind::Place || outer.kind != Kind::Place || inner.span.end > outer.span.start {
            continue;
        }
        let gap = Span::new(inner.span.end, outer.span.start);
        let lower = text.slice(outer.span).to_lowercase();
        let state = gazetteer::get(&lower).is_some_and(|entry| entry.is(bits::STATE) && entry.identity() != 0);
        let (Some(from), Some(to)) = (inner.entity, outer.entity) else { continue };
        // "in Fairview, Ohio": not the list "Fairview, Ohio and Texas".
        let before = text.tokens_in(inner.span).start.checked_sub(1).map_or("", |at| text.norm(at));
        let after = text.norm(text.token_at(outer.span.end));
        if text.slice(gap) == ", " && state && from != to && before != "," && !matches!(after, "and" | "or") {
            let city =
                gazetteer::get(&text.slice(inner.span).to_lowercase()).is_none_or(|entry| !entry.is(bits::NATION));
            if city && seen.insert((from, to, RelationKind::LocatedIn)) {
                let span = inner.span.cover(outer.span);
                let why = "the second place follows the first behind a comma";
                relations.push(relation(
                    RelationKind::LocatedIn,
                    from,
                    to,
                    span,
                    vec![span],
                    Reason::at("comma", why, span),
                ));
            }
        }
    }
    set_claims(linked, &mut relations);
    relations
}

/// Sets the claim of each relation whose evidence lies in what a source says: the narrowest, where claims are nested.
fn set_claims(linked: &Linked, relations: &mut [Relation]) {
    let starts: Vec<u32> = relations.iter().map(|one| one.spans.first().map_or(0, |span| span.start)).collect();
    let mut in_order: Vec<usize> = (0..relations.len()).collect();
    order::by(&mut in_order, |at| (u64::from(starts[*at]), 0));
    let mut narrowest = vec![u32::MAX; relations.len()];
    for (number, claim) in linked.claims.iter().enumerate().filter(|(_, claim)| claim.mode != Mode::Narrator) {
        for content in &claim.content {
            let first = in_order.partition_point(|at| starts[*at] < content.start);
            for at in in_order[first..].iter().copied().take_while(|at| starts[*at] < content.end) {
                let within = relations[at].spans.iter().all(|span| content.contains(*span));
                if within && content.len() < narrowest[at] {
                    narrowest[at] = content.len();
                    relations[at].claim = Some(number);
                }
            }
        }
    }
}

fn relation(kind: RelationKind, from: usize, to: usize, cue: Span, spans: Vec<Span>, reason: Reason) -> Relation {
    Relation {
        kind,
        from,
        to,
        cue: Some(cue),
        spans,
        claim: None,
        confidence: Confidence::Medium,
        by: By::rule("facts/relation"),
        reasons: vec![reason],
    }
}
