//! Cards of other stories within the article: a section, a title, a teaser, a date.

use super::{BlockKind, Find, Verdicts};
use crate::rule::Rule;
use crate::text::page::Page;

pub(super) const RULE: Rule<Find> = Rule {
    name: "text/card",
    about: "Another story's section, title and teaser within the article, told by its date or by “Read more” under it",
    find,
};

fn find(page: &Page, verdicts: &mut Verdicts) {
    pointed(page, verdicts);
    filmed(page, verdicts);
    for at in page.body.clone() {
        if !page.lines[at].date || verdicts.kind(at) != Some(BlockKind::Boilerplate) {
            continue;
        }
        let low = page.body.start.max(at.saturating_sub(5));
        let mut from = at;
        let mut teaser = false;
        while from > low {
            let line = &page.lines[from - 1];
            if line.prose() || line.stop {
                if teaser || from != at {
                    break;
                }
                teaser = true;
            }
            from -= 1;
        }
        // A teaser without a title over it is the article's own last sentence.
        if teaser && from + 1 >= at {
            continue;
        }
        for line in from..at {
            verdicts.propose(line, BlockKind::Boilerplate, "card", "belongs to another story, whose date follows");
        }
    }
}

/// Titles and teasers that "Read more" stands under, more than once on the page.
fn pointed(page: &Page, verdicts: &mut Verdicts) {
    let pointers: Vec<usize> =
        (page.body.start..page.lines.len().min(page.body.end + 2)).filter(|at| is_pointer(page.text(*at))).collect();
    if pointers.len() < 2 {
        return;
    }
    let mut low = page.body.start;
    for at in pointers {
        let teaser = at.checked_sub(1).filter(|above| *above >= low && page.lines[*above].prose());
        let title = teaser.and_then(|teaser| teaser.checked_sub(1)).filter(|title| {
            let line = &page.lines[*title];
            *title >= low && !line.stop && line.words >= 3 && !line.prose()
        });
        if let (Some(teaser), Some(title)) = (teaser, title) {
            verdicts.propose(
                teaser,
                BlockKind::Boilerplate,
                "card",
                "belongs to another story, which “read more” follows",
            );
            verdicts.propose(
                title,
                BlockKind::Boilerplate,
                "card",
                "belongs to another story, which “read more” follows",
            );
        }
        low = at + 1;
    }
}

/// A film within the article: "Video", its title, and what it shows.
fn filmed(page: &Page, verdicts: &mut Verdicts) {
    let Some(headline) = page.headline else { return };
    let films = headline + 1..page.body.end;
    for at in films.filter(|at| page.is_film(*at)) {
        let shows = at + 2;
        let titled = page.lines.get(at + 1).is_some_and(|line| line.title() && !line.stop && !line.prose());
        let told = page.lines.get(shows + 1).is_some_and(|next| next.prose());
        if titled && told && page.body.contains(&shows) && page.lines[shows].prose() && page.lines[shows].words <= 35 {
            verdicts.propose(at + 1, BlockKind::Boilerplate, "film", "the title of a film");
            verdicts.propose(shows, BlockKind::Caption, "film", "says what a film shows");
        }
    }
}

fn is_pointer(text: &str) -> bool {
    let words = text.trim_end_matches(|c: char| !c.is_alphanumeric());
    [
        "read more",
        "read the rest",
        "continue reading",
        "keep reading",
        "read full story",
        "read full article",
        "full story",
        "more",
    ]
    .iter()
    .any(|pointer| words.eq_ignore_ascii_case(pointer))
}
