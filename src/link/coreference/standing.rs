//! How prominently words stand in their sentence.

use super::Scene;
use crate::syntax::Relation;
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
    let by_tree = if !pronoun && scene.speaks(tokens) { Some(true) } else { by_tree(scene, tokens) };
    let subject = by_tree == Some(true);
    let governed = !subject && before > sentence.start && matches!(tagged.pos(before - 1), Pos::Adp | Pos::Part);
    let owner = matches!(text.norm(tokens.end), "'s" | "'")
        || pronoun && matches!(text.norm(tokens.start), "his" | "its" | "their");
    let subject = !owner && (subject || by_tree.is_none() && !governed && verb_follows(scene, sentence, tokens.end));
    Standing { subject, owner, governed }
}

/// Whether the tree has the tokens as a subject; none where it is not sure.
fn by_tree(scene: &Scene, tokens: &Range<usize>) -> Option<bool> {
    let parsed = scene.parsed;
    let mut top = parsed.top(tokens.clone())?;
    // "Ann Roe and Lars Moe came": both are the subject.
    while parsed.relation(top) == Relation::Conj
        && let Some(head) = parsed.head(top)
    {
        top = head;
    }
    let subject = matches!(parsed.relation(top), Relation::Nsubj | Relation::NsubjPass);
    (subject || parsed.is_sure(top)).then_some(subject)
}

/// Whether a verb follows, over an adverb, and over appositions and a relative clause in commas: "Tom Vale, 74, from
/// Leith, said".
fn verb_follows(scene: &Scene, sentence: &Range<usize>, end: usize) -> bool {
    let verb = |from: usize| {
        (from..sentence.end.min(from + 3))
            .find(|at| scene.tagged.pos(*at) != Pos::Adv)
            .is_some_and(|at| matches!(scene.tagged.pos(at), Pos::Verb | Pos::Aux))
    };
    if scene.text.norm(end) != "," {
        return verb(end);
    }
    let limit = sentence.end.min(end + ASIDE);
    let mut commas = (end + 1..limit).filter(|at| scene.text.norm(*at) == ",");
    let Some(first) = commas.next() else { return verb(end) };
    // Behind the second comma no verb may have stood between: that one had its own subject.
    let quiet = |at: &usize| !(first..*at).any(|at| matches!(scene.tagged.pos(at), Pos::Verb | Pos::Aux));
    verb(first + 1) || commas.take_while(quiet).any(|at| verb(at + 1))
}
