//! Markdown (CommonMark): the cards, the facts as a list with the sentence that they are from, and what there is to check.
//!
//! A fact is worded as the panel words it (its `text`); those that the panel leaves out are left out here.

use super::Options;
use super::view::{View, one_line};
use crate::export::wire;

pub fn write(view: &View<'_>, _: &Options) -> String {
    let mut text = head(view);
    for card in &view.document.cards {
        text.push_str(&self::card(card));
    }
    text.push_str("\n## Facts\n\n");
    let groups = view.facts();
    for (at, (sentence, facts)) in groups.iter().enumerate() {
        text.push_str(if at > 0 { "\n" } else { "" });
        facts.iter().for_each(|fact| text.push_str(&["- ", &escape(fact), "\n"].concat()));
        text.push_str(&["\n  > ", &escape(sentence), "\n"].concat());
    }
    if groups.is_empty() {
        text.push_str("None.\n");
    }
    if !view.findings.is_empty() {
        text.push_str("\n## To check\n\n");
        for finding in &view.findings {
            text.push_str(&["- ", &escape(&one_line(&finding.text)), "\n"].concat());
            for sentence in view.evidence(finding) {
                text.push_str(&["\n  > ", &escape(&sentence), "\n"].concat());
            }
            text.push('\n');
        }
    }
    text
}

/// A card: its slots as a list, its table as a table.
fn card(card: &wire::Card) -> String {
    let mut text = ["\n## ", &escape(&one_line(&card.title)), "\n\n"].concat();
    let words = |cell: &wire::CardCell| escape(&one_line(&cell.text));
    if !card.columns.is_empty() {
        text.push_str(
            &["| | ", &card.columns.join(" | "), " |\n|", &"---|".repeat(card.columns.len() + 1), "\n"].concat(),
        );
    }
    for row in &card.rows {
        let label = escape(&one_line(&row.label));
        let cells: Vec<String> = row.cells.iter().map(words).collect();
        text.push_str(&match card.columns.is_empty() {
            true => ["- ", &label, ": ", &cells.join("; "), "\n"].concat(),
            false => ["| ", &label, " | ", &cells.join(" | "), " |\n"].concat(),
        });
    }
    text
}

/// The title, and a line that says where the article is from.
pub fn head(view: &View<'_>) -> String {
    let source = &view.document.document.source;
    let title = source.title.as_deref().unwrap_or("Article");
    let mut text = ["# ", &escape(&one_line(title)), "\n"].concat();
    let known = [&source.byline, &source.site, &source.published, &source.url];
    let known: Vec<_> = known.into_iter().flatten().map(|words| escape(&one_line(words))).collect();
    if !known.is_empty() {
        text.push_str(&["\n", &known.join(" · "), "\n"].concat());
    }
    text
}

/// Words of one line that mean nothing else in Markdown.
pub fn escape(text: &str) -> String {
    let mut escaped = String::with_capacity(text.len());
    // "1." and "-" begin a list, but only at the start of a line.
    let digits = text.bytes().take_while(u8::is_ascii_digit).count();
    for (at, c) in text.char_indices() {
        let special = matches!(c, '\\' | '`' | '*' | '_' | '{' | '}' | '[' | ']' | '<' | '>' | '#' | '|' | '~' | '&');
        let list = at == digits && (matches!(c, '.' | ')') && digits > 0 || matches!(c, '-' | '+' | '=') && at == 0);
        if special || list {
            escaped.push('\\');
        }
        escaped.push(c);
    }
    escaped
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn words_stay_words() {
        assert_eq!(escape("1. <b>[x](y)</b> & a_b"), r"1\. \<b\>\[x\](y)\</b\> \& a\_b");
        assert_eq!(escape("- 5 - 6.5"), r"\- 5 - 6.5");
        assert_eq!(escape("5.5% of 1)"), r"5\.5% of 1)");
    }
}
