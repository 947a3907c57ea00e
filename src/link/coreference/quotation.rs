//! Which words stand within double quotation marks.

use crate::text::Text;

/// For each token the first token of the quotation it stands in. A quotation ends with its block at the latest.
pub(super) fn openings(text: &Text) -> Vec<Option<u32>> {
    let mut openings = vec![None; text.tokens.len()];
    let mut open = None;
    let mut block = None;
    for sentence in text.included() {
        if block != Some(sentence.block) {
            open = None;
            block = Some(sentence.block);
        }
        for at in sentence.tokens.clone() {
            let behind = u32::try_from(at + 1).ok();
            match text.norm(at) {
                "\u{201c}" => open = behind,
                "\u{201d}" => open = None,
                "\"" => open = if open.is_some() { None } else { behind },
                _ => openings[at] = open,
            }
        }
    }
    openings
}
