//! Unquoted paragraphs that a line announces: `Ann Lee replied:` and, on the next line, `No, I do not.`

use super::scene::Scene;
use super::{Claim, Cue, Find, lemma, phrase};
use crate::reason::Confidence;
use crate::rule::Rule;
use crate::text::{Block, BlockKind};

pub(super) const RULE: Rule<Find> = Rule {
    name: "claims/answer",
    about: "an unquoted paragraph after a line that announces it: Ann Lee replied:",
    find,
};

fn find(scene: &Scene, claims: &mut Vec<Claim>) {
    let blocks: Vec<&Block> = scene.text.blocks.iter().filter(|block| block.included).collect();
    for pair in blocks.windows(2) {
        let [line, said] = pair else { continue };
        if said.kind == BlockKind::Paragraph
            && let Some(claim) = announced(scene, line, said)
        {
            claims.push(claim);
        }
    }
}

fn announced(scene: &Scene, line: &Block, said: &Block) -> Option<Claim> {
    let sentence = |number: u32| scene.text.sentences.get(number as usize);
    let last = sentence(line.sentences.end.checked_sub(1)?)?.tokens.clone();
    let first = sentence(said.sentences.start)?.tokens.clone();
    let colon = last.end - 1;
    if scene.norm(colon) != ":" || scene.opens(first.start).is_some() {
        return None;
    }
    let verb = colon.checked_sub(1).filter(|verb| *verb >= last.start && scene.is_saying(*verb))?;
    let clause = scene.parsed.clause(verb).filter(|clause| clause.group.is_some_and(|group| group.is_finite()))?;
    let source = phrase::subject(scene, clause, &(verb..verb + 1))?.tokens;
    let cue = verb..colon + 1;
    let (lemma, class) = lemma::of(scene, &(verb..colon));
    let cue = Cue { span: scene.cover(&cue)?, lemma, class };
    let mut claim = Claim::said(scene, RULE.name, Some(cue), Some(&source), vec![said.span]);
    claim.confidence = Confidence::Medium;
    Some(claim)
}
