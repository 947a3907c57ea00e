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
            if page.furnished && line.furniture.is_none() && page.headline != Some(at) && is_pictured(text, line.words)
            {
                verdicts.propose(at, BlockKind::Caption, "pictured", "says what a picture shows");
            }
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

/// Words that say what somebody in a picture is doing, in the present as captions have it.
const SHOWN: [&str; 34] = [
    "speaks",
    "departs",
    "arrives",
    "walks",
    "holds",
    "stands",
    "looks",
    "listens",
    "attends",
    "gestures",
    "poses",
    "reacts",
    "leaves",
    "waves",
    "sits",
    "smiles",
    "speak",
    "walk",
    "hold",
    "stand",
    "attend",
    "pose",
    "gather",
    "gathers",
    "addresses",
    "shakes",
    "celebrates",
    "watches",
    "answers",
    "delivers",
    "testifies",
    "carry",
    "carries",
    "ride",
];

/// "FILE - …", "Ada Brown (left) …", "Ada Brown speaks in Lincoln on Thursday, Feb. 29, 2024."
fn is_pictured(text: &str, words: u32) -> bool {
    if words > 60 || text.starts_with(['“', '"', '‘']) {
        return false;
    }
    let named = ["FILE -", "FILE –", "FILE —", "FILE PHOTO", "(FILE", "[FILE", "File photo", "File image"];
    if named.iter().any(|named| text.starts_with(named)) {
        return true;
    }
    if words <= 45
        && [
            "(left)",
            "(right)",
            "(L)",
            "(R)",
            "(centre)",
            "(center)",
            ", pictured ",
            "is pictured",
            "are pictured",
            "is seen ",
            "are seen ",
        ]
        .iter()
        .any(|mark| text.contains(mark))
        && !text.contains("said")
    {
        return true;
    }
    let year = text.split(|c: char| !c.is_ascii_alphanumeric()).any(|word| {
        word.len() == 4
            && (word.starts_with("19") || word.starts_with("20"))
            && word.bytes().all(|b| b.is_ascii_digit())
    });
    let day = || crate::text::dateline::names_day(text);
    let shown = || text.split(' ').take(16).any(|word| SHOWN.contains(&word));
    year && shown() && day()
}
