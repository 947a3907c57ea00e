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
        // What the newsletter holds is said right under its name.
        if matches!(class, Class::Newsletter) && line.words <= 12 {
            for below in at + 1..page.lines.len().min(at + 3) {
                if page.lines[below].words > 30 || !is_offer(page.text(below)) {
                    break;
                }
                verdicts.propose(below, BlockKind::Boilerplate, code, text);
            }
        }
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

/// "Daily news about politics and more", "I hate spam": what a newsletter says of itself, in no sentence of an
/// article.
fn is_offer(text: &str) -> bool {
    let said = text.contains(['“', '"']) || text.contains("said");
    let words = [
        "newsletter",
        "news about",
        "inbox",
        "updates",
        "spam",
        "latest",
        "unsubscribe",
        "opt out",
        "stories",
        "sign up",
    ];
    let text = text.to_lowercase();
    !said && words.iter().any(|word| text.contains(word))
}
