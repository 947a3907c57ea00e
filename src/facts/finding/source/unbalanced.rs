//! Quote marks that open and do not close.

use crate::claims;
use crate::facts::finding::scene::Scene;
use crate::facts::finding::{EACH, finding};
use crate::facts::{Finding, FindingCode};
use crate::reason::Reason;
use crate::span::Span;
use crate::text::{BlockKind, TokenKind};

/// In how many paragraphs further down the closing mark may stand.
const PARAGRAPHS: usize = 4;

/// A quotation has so many words at least.
const LEAST: usize = 5;

/// Quote marks that open and do not close.
pub(super) fn find(scene: &Scene, findings: &mut Vec<Finding>) {
    let open = claims::unclosed(scene.text);
    // A page of dialogue or code has its own use of them.
    if open.len() > EACH / 2 {
        return;
    }
    for span in open.into_iter().filter(|span| is_lost(scene, *span)) {
        let words = "A quotation that does not end. Its closing mark is missing, so we can’t tell where the speaker’s words stop.";
        let mut found = finding(FindingCode::QuoteUnbalanced, Vec::new(), words.to_owned());
        found.reasons.push(Reason::at("opening-mark", "the mark that is not closed", span));
        findings.push(found);
    }
}

/// Whether a mark opens a quotation of a few words at least, which the next paragraph does not go on with.
fn is_lost(scene: &Scene, mark: Span) -> bool {
    let blocks = &scene.text.blocks;
    let at = blocks.partition_point(|block| block.span.end <= mark.start);
    let Some(block) = blocks.get(at).filter(|block| block.kind == BlockKind::Paragraph) else { return false };
    let rest = scene.text.slice(Span::new(mark.end, block.span.end.max(mark.end)));
    // Marks of another kind, or a text that was cut.
    let odd = rest.contains(['“', '”', '"', '«', '»', '„']) || rest.ends_with('…');
    // "world"s": a mark within a word opens nothing.
    let opens = scene.text.as_str()[..mark.start as usize].chars().next_back();
    let opens = opens.is_none_or(|before| before.is_whitespace() || matches!(before, '(' | '[' | '—' | ':'));
    let straight = scene.text.slice(mark) == "\"";
    let next = blocks[at + 1..].iter().filter(|block| block.included && block.kind == BlockKind::Paragraph);
    let mut next = next.take(PARAGRAPHS).map(|block| scene.text.slice(block.span)).enumerate();
    let goes_on = next.any(|(at, words)| {
        let closes = words.find('”').is_some_and(|end| words.find('“').is_none_or(|start| end < start));
        let uneven = straight && !words.matches('"').count().is_multiple_of(2);
        closes || uneven || at == 0 && words.starts_with(['“', '"', '‘'])
    });
    let words = scene.text.tokens_in(Span::new(mark.end, block.span.end.max(mark.end)));
    let begins = scene
        .text
        .tokens
        .get(words.start)
        .is_some_and(|token| token.kind == TokenKind::Word && token.span.start == mark.end);
    opens && !goes_on && !odd && begins && words.len() >= LEAST
}
