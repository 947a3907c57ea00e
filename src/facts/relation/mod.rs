//! Relations between entities: who leads what, who lives where, which place lies in which.
//!
//! Each rule looks at one mention of a name and proposes what its noun phrase says about it; [`stated`] adds what whole
//! clauses say. The types are those of the typed facts (`data/lexicon/triggers.tsv`) and a few that only noun phrases
//! state. They follow the entity relations of ACE 2005 (Doddington et al. 2004) in what counts as one.

mod affiliation;
mod base;
mod family;
mod noun;
mod office;
mod place;
mod residence;
mod stated;
mod verdict;

use super::Relation;
use super::fact::Fact;
use super::scene::Scene;
use crate::claims::Mode;
use crate::link::Linked;
use crate::order;
use crate::reason::{By, Confidence, Reason};
use crate::rule::RuleInfo;
use crate::span::Span;
use rustc_hash::FxHashSet;

/// What a rule proposes about a mention.
type Rule = fn(&Scene<'_>, usize, &mut Vec<Draft>);

/// The rules, in the order in which they run. Of two that propose the same relation the first one's evidence stays.
const RULES: [Rule; 8] = [
    office::find,
    noun::find,
    affiliation::find,
    place::find,
    base::find,
    residence::find,
    family::find,
    verdict::find,
];

/// The rules together, as they are listed.
pub(super) const RULE: RuleInfo = RuleInfo {
    name: "facts/relation",
    about: "what a noun phrase says of a name, and what clauses say of two: \"Ann Lee, the mayor of Leeds\"",
};

/// A relation between two mentions, as a rule proposes it.
struct Draft {
    kind: &'static str,
    /// An index into [`Linked::mentions`].
    from: usize,
    /// An index into [`Linked::mentions`].
    to: usize,
    /// The words that say it.
    cue: Option<Span>,
    confidence: Confidence,
    why: &'static str,
}

/// Relations from noun phrases, then those from statements.
pub(super) fn find(scene: &Scene<'_>, statements: &[Fact]) -> Vec<Relation> {
    let mut drafts = Vec::new();
    for at in 0..scene.linked.mentions.len() {
        let start = scene.text.token_at(scene.linked.mentions[at].span.start);
        if scene.is_name(at) && scene.is_read(start) {
            RULES.iter().for_each(|rule| rule(scene, at, &mut drafts));
        }
    }
    place::spread(scene, &mut drafts);
    let mut seen = FxHashSet::default();
    let mut relations: Vec<Relation> = drafts.iter().filter_map(|draft| relation(scene.linked, draft)).collect();
    relations.extend(stated::find(scene, statements));
    relations.retain(|one| one.from != one.to && seen.insert((one.from, one.to, one.kind)));
    set_claims(scene.linked, &mut relations);
    relations
}

fn relation(linked: &Linked, draft: &Draft) -> Option<Relation> {
    let (from, to) = (linked.mentions.get(draft.from)?, linked.mentions.get(draft.to)?);
    let evidence = from.span.cover(to.span);
    Some(Relation {
        kind: draft.kind,
        from: from.entity?,
        to: to.entity?,
        cue: draft.cue,
        spans: vec![from.span, to.span],
        claim: None,
        confidence: draft.confidence,
        by: By::rule(RULE.name),
        reasons: vec![Reason::at(draft.kind, draft.why, evidence)],
    })
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
