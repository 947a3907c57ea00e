//! A running report: the times and names under and over its entries.

use super::{BlockKind, Find, Verdicts};
use crate::rule::Rule;
use crate::text::dateline;
use crate::text::page::Page;

pub(super) const RULE: Rule<Find> =
    Rule { name: "text/live", about: "The time, number or author of an entry in a running report", find };

fn find(page: &Page, verdicts: &mut Verdicts) {
    for at in page.body.clone() {
        let text = page.text(at);
        if text.len() > 60 || !text.bytes().any(|b| b.is_ascii_digit()) {
            continue;
        }
        if is_clock(text) {
            verdicts.propose(at, BlockKind::Boilerplate, "entry-time", "the time of an entry");
        } else if text.len() >= 10 && text.bytes().all(|b| b.is_ascii_digit()) {
            verdicts.propose(at, BlockKind::Boilerplate, "entry-number", "the number of an entry");
        } else if signed(text) {
            verdicts.propose(at, BlockKind::Byline, "entry-author", "says who wrote an entry, and when");
        }
    }
}

/// "8:16PM", "14:05", "10.15am GMT".
fn is_clock(text: &str) -> bool {
    let digits = text.bytes().take_while(u8::is_ascii_digit).count();
    let (Some(rest), 1..=2) = (text.get(digits..), digits) else { return false };
    let Some(rest) = rest.strip_prefix([':', '.']) else { return false };
    let Some((minutes, tail)) = rest.split_at_checked(2) else { return false };
    let tail = tail.trim();
    minutes.bytes().all(|b| b.is_ascii_digit())
        && tail.len() <= 8
        && tail.chars().all(|c| c.is_ascii_alphabetic() || matches!(c, '.' | ' '))
}

/// "Jane Brown6 April 2024 20:31": a name, and glued to it a date with a time.
fn signed(text: &str) -> bool {
    let Some(at) = text.find(|c: char| c.is_ascii_digit()) else { return false };
    let (name, date) = text.split_at(at);
    let words = name.split(' ').filter(|word| !word.is_empty());
    !name.is_empty()
        && !name.ends_with(' ')
        && words.clone().count() <= 4
        && words.clone().all(|word| word.starts_with(char::is_uppercase))
        && dateline::is_date(date)
}
