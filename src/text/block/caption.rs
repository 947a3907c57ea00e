//! Captions and credits of pictures.

use super::{BlockKind, Find, Verdicts};
use crate::rule::Rule;
use crate::text::furniture::Class;
use crate::text::page::Page;

pub(super) const RULE: Rule<Find> =
    Rule { name: "text/caption", about: "A picture's caption with its credit, or the credit alone", find };

fn find(page: &Page, verdicts: &mut Verdicts) {
    for (at, line) in page.lines.iter().enumerate() {
        let text = page.text(at);
        let bracketed = text.starts_with('(') && text.ends_with(')') && line.words <= 8 && page.furnished;
        if line.furniture != Some(Class::Credit) && !bracketed {
            continue;
        }
        if line.words <= 8 {
            verdicts.propose(at, BlockKind::Boilerplate, "credit", "credits a picture");
            // What stands right before a credit alone is the caption.
            if bracketed || line.words <= 4 {
                let before = at.checked_sub(1).filter(|before| {
                    let line = &page.lines[*before];
                    line.words <= 40
                        && !line.prose()
                        && line.furniture.is_none()
                        && *before != page.start()
                        && page.headline != Some(*before)
                });
                if let Some(before) = before {
                    verdicts.propose(before, BlockKind::Caption, "before-credit", "stands before a picture's credit");
                }
            }
        } else {
            verdicts.propose(at, BlockKind::Caption, "caption", "ends with a picture's credit");
        }
    }
}
