//! What the markup says: navigation and asides out, captions, lists and headings by name.

use super::{BlockKind, Find, Verdicts};
use crate::given::Role;
use crate::rule::Rule;
use crate::text::page::Page;

pub(super) const RULE: Rule<Find> =
    Rule { name: "text/outline", about: "What the pasted HTML says a piece is: aside, caption, heading, list", find };

fn find(page: &Page, verdicts: &mut Verdicts) {
    let Some(outline) = page.given.outline.as_deref() else { return };
    let main = outline.iter().filter(|piece| piece.main).map(|piece| piece.text.len()).sum::<usize>();
    let body = page.body.clone().filter_map(|at| page.piece(at)).filter(|piece| piece.main).count();
    let trusted = main >= 400 && body * 2 >= page.body.len();
    for (at, line) in page.lines.iter().enumerate() {
        let Some(piece) = page.piece(at) else { continue };
        let within = page.body.contains(&at);
        if piece.aside {
            verdicts.propose(at, BlockKind::Boilerplate, "aside", "the markup sets it apart from the article");
        } else if trusted
            && !piece.main
            && !within
            && !line.date
            && piece.role != Role::Time
            && piece.role != Role::Byline
        {
            verdicts.propose(at, BlockKind::Boilerplate, "outside-main", "stands outside the markup's article");
        } else if piece.link_share >= 80 && !line.stop && line.words >= 3 && piece.role != Role::Byline {
            verdicts.propose(at, BlockKind::Boilerplate, "link", "is hardly more than a link");
        } else if piece.role == Role::Caption {
            verdicts.propose(at, BlockKind::Caption, "caption-element", "the markup calls it a caption");
        } else if !within {
            continue;
        } else if matches!(piece.role, Role::Heading(_)) && line.furniture.is_none() {
            verdicts.propose(at, BlockKind::Subhead, "heading-element", "the markup calls it a heading");
        } else if piece.role == Role::ListItem && line.furniture.is_none() {
            verdicts.propose(at, BlockKind::List, "list-element", "the markup calls it a list item");
        } else if piece.role == Role::Quote && !line.prose() && line.furniture.is_none() {
            verdicts.propose(at, BlockKind::Pullquote, "quote-element", "the markup calls it a quotation");
        }
    }
}
