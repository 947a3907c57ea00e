//! A fact-check worksheet: the claims that are worth checking, the most so first, each with who says it, the sentence it
//! stands in, why it is worth checking, what would settle it, and room for notes. As HTML, Markdown and CSV.

use super::csv::{Table, guard};
use super::html::{self, escape};
use super::view::{Item, Layer, Origin, View, one_line};
use super::{Options, markdown};
use crate::export::wire;
use crate::order;

/// The score from which a claim is worth checking.
pub const WORTH: u8 = 70;

/// So many reasons of a score are told; they are in the order of their weight.
const REASONS: usize = 4;

const COLUMNS: [&str; 6] = ["Claim", "Who", "Quote", "Why it is worth checking", "What would settle it", "Notes"];

/// What the columns hold but the last, which is for a person.
type Row = [String; 5];

fn rows(view: &View<'_>) -> Vec<Row> {
    let mut claims = Vec::new();
    for item in view.of(&[Layer::Claim]) {
        let (Some(Origin::Claim(claim)), Some(span)) = (&item.origin, item.pieces.first()) else { continue };
        let score = claim.checkworthy.as_ref().map_or(0, |worth| worth.score);
        if score >= WORTH && !claim.content.is_empty() {
            let who = view.speaker(claim).unwrap_or("the article".into()).into_owned();
            let quote = view.sentence(span);
            let words = view.words_of(item);
            let words = words.strip_prefix("that ").unwrap_or(&words).to_owned();
            claims.push((score, [words, who, quote, why(view, claim), settled(view, claim)]));
        }
    }
    order::by(&mut claims, |(score, _)| (u64::from(u8::MAX - score), 0));
    claims.into_iter().map(|(_, row)| row).collect()
}

/// The findings that the claim is part of, and what adds most to its score, without the points ("it gives a figure
/// (+19)").
fn why(view: &View<'_>, claim: &wire::Claim) -> String {
    let reasons = claim.checkworthy.iter().flat_map(|worth| &worth.reasons);
    let reasons = reasons.filter_map(|reason| reason.text.split_once(" (+")).map(|(words, _)| one_line(words));
    let findings = view.findings.iter().filter(|finding| finding.members.contains(&claim.id));
    let findings = findings.map(|finding| one_line(finding.text.trim_end_matches('.')));
    let all: Vec<_> = findings.chain(reasons.take(REASONS)).collect();
    all.join("; ")
}

/// What would settle a claim, from what it holds and how it is said.
fn settled(view: &View<'_>, claim: &wire::Claim) -> String {
    let source = claim.source.as_ref();
    let said = |kind: &str| source.is_some_and(|source| source.kind == kind);
    let figures = claim.figures.iter().filter_map(|id| Some(&view.items[view.item(id)?]));
    // "His first trial" gives no figure that anybody publishes.
    let figures = figures.filter(|figure| figure.kind != "ordinal");
    let named = |figure: &Item<'_>| {
        let of = figure.get("measures").map(|what| [" (", &one_line(what), ")"].concat()).unwrap_or_default();
        ["“", &view.words_of(figure), "”", &of].concat()
    };
    let figures: Vec<String> = figures.map(named).collect();
    let mut all = Vec::new();
    if !figures.is_empty() {
        all.push(["the original source of ", &figures.join(", ")].concat());
    }
    let judged = matches!(&*claim.modality, "opinion" | "question" | "demand");
    let later = matches!(&*claim.modality, "prediction" | "intention");
    let facts = [
        (said("document"), "the document itself"),
        (said("unnamed"), "a second source, with a name"),
        (matches!(&*claim.mode, "direct" | "mixed"), "a recording or a transcript of the words"),
        (judged, "nothing by itself: check the facts it rests on"),
        (later, "nothing yet: note when it will be known"),
        (!judged && !later && !claim.times.is_empty() && claim.figures.is_empty(), "a record from the time it names"),
    ];
    all.extend(facts.iter().filter(|(holds, _)| *holds).map(|(_, words)| (*words).to_owned()));
    if all.is_empty() {
        all.push("a record, or somebody who was there".to_owned());
    }
    all.join("; ")
}

pub fn write_html(view: &View<'_>, _: &Options) -> String {
    let mut body = html::head(view);
    let rows = rows(view);
    body.push_str("<table>\n<thead><tr>");
    COLUMNS.iter().for_each(|name| body.push_str(&["<th scope=\"col\">", name, "</th>"].concat()));
    body.push_str("</tr></thead>\n<tbody>\n");
    for row in &rows {
        body.push_str("<tr>");
        row.iter().for_each(|cell| body.push_str(&["<td>", &escape(cell), "</td>"].concat()));
        body.push_str("<td class=\"notes\" contenteditable aria-label=\"Notes\"></td></tr>\n");
    }
    body.push_str("</tbody>\n</table>\n");
    if rows.is_empty() {
        body.push_str(&["<p>", NOTHING, "</p>\n"].concat());
    }
    html::page(view, &body)
}

pub fn write_markdown(view: &View<'_>, _: &Options) -> String {
    let mut text = markdown::head(view);
    let rows = rows(view);
    for (at, row) in rows.iter().enumerate() {
        text.push_str(&format!("\n## {}. {}\n\n", at + 1, markdown::escape(&row[0])));
        for (name, cell) in COLUMNS.iter().zip(row).skip(1) {
            text.push_str(&["- **", name, ":** ", &markdown::escape(cell), "\n"].concat());
        }
        text.push_str("- **Notes:**\n");
    }
    if rows.is_empty() {
        text.push_str(&["\n", NOTHING, "\n"].concat());
    }
    text
}

pub fn write_csv(view: &View<'_>, options: &Options) -> String {
    let mut table = Table::new(options);
    table.row(&COLUMNS.map(str::to_owned));
    for row in rows(view) {
        let mut cells = row.to_vec();
        cells.push(String::new());
        cells.iter_mut().for_each(|cell| _ = guard(cell));
        table.row(&cells);
    }
    table.text
}

const NOTHING: &str = "No claim of this article stands out as worth checking.";
