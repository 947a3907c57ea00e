//! Transcripts: each turn is what its label's speaker says, word for word.
//!
//! Labels as news writes them: "Q:" and "A:", "WALLACE:", "SEN. RUBIO:", "Ann Lee:" where it comes again, and, in an
//! interview that marks its questions "((XY))", the initials of who answers. Who the label means is told in linking
//! (`src/link/source.rs`).

use super::cue::is;
use super::scene::Scene;
use super::{Channel, Claim, Cue, CueClass, Find, Mode, clause};
use crate::rule::Rule;
use crate::text::{BlockKind, Shape};
use rustc_hash::FxHashMap;
use std::borrow::Cow;
use std::ops::Range;

/// The longest label, in tokens.
const LONGEST: usize = 5;

/// How a turn is labelled.
#[derive(Clone, Copy, PartialEq, Eq)]
enum Label {
    /// "Q:", "A:".
    Letter,
    /// "WALLACE:".
    Capitals,
    /// "Ann Lee:".
    Name,
    /// "((XY))", who asks.
    Bracketed,
    /// "AL" without a colon, who answers those.
    Initials,
}

/// A block that begins with a label.
struct Turn {
    label: Label,
    /// The words of the label.
    name: Range<usize>,
    /// What is said, and the tokens of the block that hold it.
    said: Range<usize>,
}

pub(crate) const RULE: Rule<Find> =
    Rule { name: "claims/transcript", about: "the turns of a transcript: Q: …, WALLACE: …", find };

/// One claim for each turn, if there are two at least. Leaves alone headings with a colon.
fn find(scene: &Scene, claims: &mut Vec<Claim>) {
    let mut turns: Vec<Turn> = Vec::new();
    let mut block = None;
    for sentence in scene.sentences() {
        let tokens = sentence.tokens.clone();
        if block == Some(sentence.block) {
            // Further sentences of the turn's paragraph.
            if let Some(turn) = turns.last_mut().filter(|turn| turn.said.end == tokens.start) {
                turn.said.end = tokens.end;
            }
            continue;
        }
        block = Some(sentence.block);
        let kind = scene.text.blocks[sentence.block as usize].kind;
        // A short question may look like a subhead.
        if matches!(kind, BlockKind::Paragraph | BlockKind::List | BlockKind::Subhead) {
            turns.extend(turn(scene, &tokens));
        }
    }
    let mut often: FxHashMap<&str, usize> = FxHashMap::default();
    turns.iter().for_each(|turn| *often.entry(scene.norm(turn.name.start)).or_default() += 1);
    let asked = turns.iter().filter(|turn| turn.label == Label::Bracketed).count() > 1;
    turns.retain(|turn| match turn.label {
        Label::Name => often[scene.norm(turn.name.start)] > 1,
        Label::Initials => asked && often[scene.norm(turn.name.start)] > 1,
        Label::Letter | Label::Capitals | Label::Bracketed => true,
    });
    if turns.len() < 2 {
        return;
    }
    for Turn { name, said, .. } in turns {
        let content = said.start..clause::trim_end(scene, said.start, said.end);
        let Some(span) = scene.cover(&content).filter(|_| content.len() > 2) else { continue };
        let class = if scene.norm(said.end - 1) == "?" { CueClass::Question } else { CueClass::Neutral };
        let colon = scene.text.tokens[name.end].span;
        let cue = (scene.norm(name.end) == ":").then_some(Cue { span: colon, lemma: Cow::Borrowed(":"), class });
        let mut claim = Claim::said(scene, RULE.name, cue, Some(&name), vec![span]);
        claim.mode = Mode::Direct;
        claim.channel = Some(Channel::Interview);
        claims.push(claim);
    }
}

/// The turn that a block begins, whose first sentence has these tokens.
fn turn(scene: &Scene, tokens: &Range<usize>) -> Option<Turn> {
    let (start, word) = (tokens.start, |at: usize| if tokens.contains(&at) { scene.text.word(at) } else { "" });
    let turn = |label, name: Range<usize>, from: usize| {
        (from < tokens.end).then_some(Turn { label, name, said: from..tokens.end })
    };
    if word(start) == "(" && word(start + 1) == "(" {
        let close = (start + 2..tokens.end.min(start + 2 + LONGEST)).find(|at| scene.norm(*at) == ")")?;
        return turn(Label::Bracketed, start + 2..close, close + 2)
            .filter(|_| word(close + 1) == ")" && close > start + 2);
    }
    if matches!(word(start), "Q" | "A") && matches!(word(start + 1), ":" | ".") {
        return turn(Label::Letter, start..start + 1, start + 2);
    }
    let shouted = |at: usize| {
        let word = word(at);
        word.len() > 1 && word.chars().all(|c| c.is_uppercase() || matches!(c, '.' | '-' | '\'' | '’'))
    };
    let colon = tokens.clone().take(LONGEST + 1).find(|at| scene.norm(*at) == ":");
    let Some(colon) = colon.filter(|colon| *colon > start) else {
        let initials = shouted(start) && word(start).len() < 4 && scene.text.tokens[start].shape == Shape::Upper;
        return turn(Label::Initials, start..start + 1, start + 1).filter(|_| initials);
    };
    let name = start..colon;
    if name.clone().all(|at| shouted(at) || matches!(scene.norm(at), "." | "-")) && !is_rubric(scene.norm(start)) {
        return turn(Label::Capitals, name, colon + 1);
    }
    // "Score: …", "Time: …" come again as well.
    let common = crate::tag::is_common(scene.norm(start)) || is_rubric(scene.norm(start));
    let named = name.clone().all(|at| scene.is_title(at)) && !scene.is(start, is::DETERMINER | is::QUESTION);
    turn(Label::Name, name, colon + 1).filter(|_| named && !common)
}

/// Words that stand before a colon and are nobody's.
pub(super) fn is_rubric(norm: &str) -> bool {
    matches!(
        norm,
        "update"
            | "updated"
            | "breaking"
            | "note"
            | "abstract"
            | "photo"
            | "photos"
            | "video"
            | "watch"
            | "read"
            | "related"
            | "location"
            | "highlight"
            | "correction"
            | "pros"
            | "cons"
            | "where"
            | "when"
            | "what"
            | "who"
            | "why"
            | "how"
    )
}
