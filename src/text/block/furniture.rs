//! Furniture: lines known by their words, from "Share" to "We use cookies".

use super::{BlockKind, Find, Verdicts};
use crate::rule::Rule;
use crate::text::furniture::Class;
use crate::text::page::Page;

pub(super) const RULE: Rule<Find> = Rule {
    name: "text/furniture",
    about: "Words of the page around an article: share and follow lines, newsletters, cookies, advertisements, copyright",
    find,
};

fn find(page: &Page, verdicts: &mut Verdicts) {
    // A word alone may be the whole paste.
    if page.lines.len() < 2 {
        return;
    }
    for (at, line) in page.lines.iter().enumerate() {
        let Some(class) = line.furniture else { continue };
        let (code, text) = class.reason();
        verdicts.propose(at, BlockKind::Boilerplate, code, text);
        // "Read more" stands under the title of the other story.
        let pointer = matches!(class, Class::Related) && line.words <= 2 && page.body.contains(&at);
        if pointer
            && at > 0
            && !page.lines[at - 1].stop
            && page.lines[at - 1].words >= 4
            && page.lines[at - 1].furniture.is_none()
        {
            verdicts.propose(at - 1, BlockKind::Boilerplate, "related", "the title of another story");
        }
        if pointer && page.furnished {
            for below in at + 1..(at + 6).min(page.body.end) {
                let line = &page.lines[below];
                if line.stop || line.prose() || line.words < 5 {
                    break;
                }
                verdicts.propose(below, BlockKind::Boilerplate, "related", "the title of another story");
            }
        }
    }
}
