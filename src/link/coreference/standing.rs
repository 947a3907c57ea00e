//! How prominently words stand in their sentence.

use super::Scene;
use crate::tag::Pos;
use std::ops::Range;

/// How prominently a name, a pronoun or a noun phrase stands.
#[derive(Clone, Copy, Debug, Default)]
pub(super) struct Standing {
    /// A verb follows and no preposition stands before.
    pub subject: bool,
    /// "Peru's": the owner of what follows.
    pub owner: bool,
    /// Behind a preposition.
    pub governed: bool,
}

/// How far an apposition or relative clause in commas may go on behind a subject, in tokens.
const ASIDE: usize = 24;

/// How the tokens stand in their sentence; `pronoun` says that they are one.
pub(super) fn standing(scene: &Scene, sentence: &Range<usize>, tokens: &Range<usize>, pronoun: bool) -> Standing {
    let (text, tagged) = (scene.text, scene.tagged);
    let mut before = tokens.start;
    // Over the title, an adjective, the article.
    while before > sentence.start
        && tokens.start - before < 5
        && matches!(tagged.pos(before - 1), Pos::Det | Pos::Adj | Pos::Noun | Pos::Propn | Pos::Num)
    {
        before -= 1;
    }
    let governed = before > sentence.start && matches!(tagged.pos(before - 1), Pos::Adp | Pos::Part);
    let owner = matches!(text.norm(tokens.end), "'s" | "'")
        || pronoun && matches!(text.norm(tokens.start), "his" | "its" | "their");
    let subject = !governed && !owner && verb_follows(scene, sentence, tokens.end);
    Standing { subject, owner, governed }
}

/// Whether a verb follows, over an adverb, an apposition or a relative clause in commas.
fn verb_follows(scene: &Scene, sentence: &Range<usize>, end: usize) -> bool {
    let mut behind = end;
    if scene.text.norm(behind) == "," {
        let close = (behind + 1..sentence.end.min(behind + ASIDE)).find(|at| scene.text.norm(*at) == ",");
        behind = close.map_or(behind, |at| at + 1);
    }
    (behind..sentence.end.min(behind + 3))
        .find(|at| scene.tagged.pos(*at) != Pos::Adv)
        .is_some_and(|at| matches!(scene.tagged.pos(at), Pos::Verb | Pos::Aux))
}
