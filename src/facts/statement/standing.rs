//! How what a clause states stands to the facts: by its verb group, by the verbs that govern it, by its conjunction.

use super::predicate::Predicate;
use crate::claims::{CueClass, Modality as Put};
use crate::facts::fact::Standing;
use crate::facts::scene::Scene;
use crate::lexicon::{self, verbs};
use crate::syntax::verb::{Form, Modality, Tense};
use crate::syntax::{Clause, Relation, VerbGroup};
use crate::tag::{self, Pos};
use rustc_hash::FxHashMap;
use std::sync::LazyLock;

/// What a governing verb makes of its complement: "plan" makes it planned.
static GOVERNORS: LazyLock<FxHashMap<&'static str, Option<Standing>>> = LazyLock::new(|| {
    let mut table = FxHashMap::default();
    for row in lexicon::rows(include_str!("../../../data/lexicon/governors.tsv")) {
        let &[standing, words] = row.as_slice() else { continue };
        let standing = match standing {
            "planned" => Some(Standing::Planned),
            "predicted" => Some(Standing::Predicted),
            "possible" => Some(Standing::Possible),
            "demanded" => Some(Standing::Demanded),
            _ => None,
        };
        table.extend(words.split(' ').map(|word| (word, standing)));
    }
    table
});

/// How a clause stands, and whether it is negative.
pub(super) fn read(scene: &Scene<'_>, clause: &Clause, predicate: &Predicate, time: Option<usize>) -> (Standing, bool) {
    let mut negative = false;
    let mut standing = clause.group.map_or(Standing::Happened, |group| of_group(scene, clause, &group));
    for head in &predicate.chain {
        let Some(group) = scene.parsed.clause_of_predicate(*head).and_then(|clause| clause.group) else { continue };
        negative |= group.negative;
        if *head != predicate.head {
            let lemma = verbs::base(scene.norm(group.verb as usize), tag::is_word);
            let predicative = scene.norm(*head);
            match GOVERNORS.get(lemma.as_ref()).or_else(|| GOVERNORS.get(predicative)) {
                Some(Some(governed)) if !actual(standing) => standing = weaker(standing, *governed),
                Some(Some(governed)) => standing = *governed,
                // "refused to leave", "failed to stop"
                Some(None) => negative = true,
                None => {}
            }
        }
    }
    if standing == Standing::Happening && time.is_some_and(|at| is_to_come(scene, at)) {
        standing = Standing::Planned;
    }
    if is_conditional(scene, clause) {
        standing = Standing::Conditional;
    }
    (in_claim(scene, predicate, standing), negative)
}

/// Whether a participle only joins a noun to the clause, as a preposition does: "resigned *following* a row". With an
/// auxiliary it is a verb: "was following the talks".
pub(super) fn is_preposition(scene: &Scene<'_>, at: usize) -> bool {
    let joins = matches!(
        scene.norm(at),
        "following" | "including" | "excluding" | "regarding" | "concerning" | "considering" | "given" | "barring"
    );
    let relation = scene.parsed.relation(at);
    let alone = scene.parsed.child(at, &[Relation::Nsubj, Relation::Aux, Relation::AuxPass, Relation::Cop]).is_none();
    joins && alone && matches!(relation, Relation::Advcl | Relation::Acl | Relation::Case | Relation::Mark)
}

/// Whether a word may stand between a verb and the infinitive it governs: "agreed *not* to sell".
pub(super) fn is_light(scene: &Scene<'_>, at: usize) -> bool {
    matches!(scene.pos(at), Pos::Adv | Pos::Part) || scene.norm(at) == "to"
}

const fn actual(standing: Standing) -> bool {
    matches!(standing, Standing::Happened | Standing::Happening)
}

/// "may plan to sell" is possible, not planned.
const fn weaker(outer: Standing, inner: Standing) -> Standing {
    match outer {
        Standing::Possible | Standing::Conditional => outer,
        _ => inner,
    }
}

fn of_group(scene: &Scene<'_>, clause: &Clause, group: &VerbGroup) -> Standing {
    match group.modality {
        Modality::Possible => return Standing::Possible,
        Modality::Conditional => return Standing::Conditional,
        Modality::Necessary => return Standing::Demanded,
        Modality::None => {}
    }
    match group.tense {
        Some(Tense::Past) => Standing::Happened,
        Some(Tense::Present) if group.perfect => Standing::Happened,
        Some(Tense::Present) => Standing::Happening,
        Some(Tense::Future) => Standing::Planned,
        None => untensed(scene, clause, group),
    }
}

/// A verb without a tense stands as what governs it: "urged them *to go*", "raised rates, *saying* …".
fn untensed(scene: &Scene<'_>, clause: &Clause, group: &VerbGroup) -> Standing {
    let parent = scene.parsed.parent(clause);
    let above = parent.and_then(|parent| parent.group).map_or(Standing::Happened, |group| match group.tense {
        Some(Tense::Present) if !group.perfect => Standing::Happening,
        Some(Tense::Future) => Standing::Planned,
        _ => Standing::Happened,
    });
    match group.form {
        Form::Infinitive if scene.parsed.relation(clause.head as usize) == Relation::Xcomp => {
            let governor = parent.and_then(|parent| parent.group);
            let lemma = governor.map(|group| verbs::base(scene.norm(group.verb as usize), tag::is_word));
            lemma.and_then(|lemma| GOVERNORS.get(lemma.as_ref()).copied().flatten()).unwrap_or(Standing::Possible)
        }
        Form::Infinitive => Standing::Planned,
        _ => above,
    }
}

/// "when the judge sentences her on June 20": a present at a time that is to come.
fn is_to_come(scene: &Scene<'_>, time: usize) -> bool {
    let from = scene.linked.times[time].meaning.interval.as_ref().and_then(|interval| interval.from.as_deref());
    match (from, scene.linked.reference.date) {
        (Some(from), Some(today)) => from.get(..10).is_some_and(|day| *day > *today.to_string()),
        _ => false,
    }
}

/// "if it rains", "unless they agree".
fn is_conditional(scene: &Scene<'_>, clause: &Clause) -> bool {
    let head = clause.head as usize;
    scene.parsed.relation(head) == Relation::Advcl
        && scene
            .parsed
            .child(head, &[Relation::Mark])
            .is_some_and(|mark| matches!(scene.norm(mark), "if" | "unless" | "whether"))
}

/// What a source demands, intends or foresees is no more than that.
fn in_claim(scene: &Scene<'_>, predicate: &Predicate, standing: Standing) -> Standing {
    let Some(claim) = scene.claim_of(scene.span(predicate.head)).map(|at| &scene.linked.claims[at]) else {
        return standing;
    };
    if !actual(standing) {
        return standing;
    }
    let class = claim.cue.as_ref().map(|cue| cue.class);
    match (claim.modality, class) {
        (_, Some(CueClass::Demand)) | (Put::Demand, _) => Standing::Demanded,
        (_, Some(CueClass::Intention | CueClass::Promise | CueClass::Agreement)) | (Put::Intention, _) => {
            Standing::Planned
        }
        (Put::Prediction, _) => Standing::Predicted,
        (Put::Question, _) | (_, Some(CueClass::Question)) => Standing::Possible,
        _ => standing,
    }
}
