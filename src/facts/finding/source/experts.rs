//! Plurals that lend weight and name nobody: "experts say".

use crate::claims::{CueClass, SourceForm};
use crate::entities::Kind;
use crate::facts::finding::scene::Scene;
use crate::facts::finding::{EACH, finding};
use crate::facts::{Finding, FindingCode, Member};
use crate::text::BlockKind;

/// "experts say", and no expert is named who says it: nobody can be asked.
pub(super) fn find(scene: &Scene, findings: &mut Vec<Finding>) {
    let mut count = 0;
    // "an analyst at Harbour Bank": one of them speaks by name.
    let member = |at: usize| EXPERTS.iter().any(|class| class.strip_suffix('s') == Some(scene.norm(at)));
    if (0..scene.text.tokens.len()).any(member) {
        return;
    }
    for (at, claim) in scene.linked.claims.iter().enumerate() {
        let Some(source) = claim.source.as_ref().filter(|source| source.form == SourceForm::Group) else { continue };
        let says = claim.cue.as_ref().is_some_and(|cue| cue.class.is_saying() && cue.class != CueClass::Demand);
        if !says || scene.block(source.span) != Some(BlockKind::Paragraph) {
            continue;
        }
        let words = scene.text.slice(source.span).to_lowercase();
        let is_class = EXPERTS.contains(&words.rsplit(' ').next().unwrap_or_default());
        let few = words.split(' ').count() <= 2;
        let next = scene.linked.claims[at + 1..].iter().take(2).filter_map(|claim| claim.source.as_ref()?.entity);
        let named =
            next.filter_map(|entity| scene.linked.entities.get(entity)).any(|entity| entity.kind == Kind::Person);
        if count == EACH / 2 || !is_class || !few || named || source.entity.is_some() {
            continue;
        }
        count += 1;
        let sentence = format!("“{words}” speak, and none of them is named. We can’t tell who they are, or how many.");
        findings.push(finding(FindingCode::ExpertsSay, vec![Member::Claim(at)], sentence));
    }
}

/// Plurals that lend weight and name nobody. "Researchers" are mostly those of a study that the article names.
const EXPERTS: &[&str] = &["experts", "analysts", "critics", "observers", "economists", "insiders", "commentators"];
