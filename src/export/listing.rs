//! A listing for people: what was found, in plain text, a line each.

use super::wire::{self, Document};
use crate::facts::fact::SALIENT;
use rustc_hash::FxHashMap;
use std::fmt::Write as _;

/// Names, figures, times, claims, cards, facts, relations and findings of a document.
pub fn write(document: &Document) -> String {
    let mut out = String::new();
    head(document, &mut out);
    let names: Names<'_> = document.entities.iter().map(|entity| (entity.id.as_str(), entity.name.as_str())).collect();
    section(&mut out, "Names", document.entities.iter().map(|item| entity(item, &names)));
    section(&mut out, "Names on their own", alone(document).into_iter());
    section(&mut out, "Figures", document.figures.iter().map(figure));
    section(&mut out, "Times", document.times.iter().map(time));
    section(&mut out, "Claims", document.claims.iter().map(|item| claim(item, &names)));
    for card in &document.cards {
        section(&mut out, &["Card: ", &card.title].concat(), card.rows.iter().map(|row| slot(row, &card.columns)));
    }
    section(&mut out, "Facts", document.facts.iter().filter(|item| is_shown(item)).map(fact));
    section(&mut out, "Relations", document.relations.iter().map(|item| relation(item, &names)));
    section(&mut out, "To check", document.findings.iter().map(|item| finding(item, document)));
    out
}

type Names<'a> = FxHashMap<&'a str, &'a str>;

fn head(document: &Document, out: &mut String) {
    let article = &document.document;
    if let Some(title) = &article.source.title {
        let _ = writeln!(out, "{}", line(title));
    }
    let reference = &document.reference;
    match &reference.date {
        Some(date) => _ = writeln!(out, "Reference date {date} ({})", reference.basis),
        None => out.push_str("No reference date: relative times stay open\n"),
    }
    let muted = article.blocks.iter().filter(|block| !block.included).count();
    let _ = writeln!(out, "{} blocks, {muted} of them muted; language {}", article.blocks.len(), article.language.tag);
}

fn section(out: &mut String, title: &str, rows: impl Iterator<Item = [String; 3]>) {
    let rows: Vec<_> = rows.collect();
    if rows.is_empty() {
        return;
    }
    let _ = writeln!(out, "\n{title} ({})", rows.len());
    let width = |at: usize| rows.iter().map(|row| row[at].chars().count()).max().unwrap_or(0).min(32);
    let (first, second) = (width(0), width(1));
    for [a, b, c] in &rows {
        let row = format!("  {a:first$}  {b:second$}  {c}");
        out.push_str(row.trim_end());
        out.push('\n');
    }
}

fn entity(item: &wire::Entity, names: &Names<'_>) -> [String; 3] {
    let mut about = Vec::new();
    for role in &item.roles {
        let organisation = role.organisation.as_deref().and_then(|id| names.get(id));
        about.push(match organisation {
            Some(organisation) => format!("{}, {organisation}", line(&role.title)),
            None => line(&role.title),
        });
    }
    if !item.aliases.is_empty() {
        let aliases: Vec<_> = item.aliases.iter().map(|alias| line(alias)).collect();
        about.push(format!("also {}", aliases.join(", ")));
    }
    about.extend((item.mentions.len() > 1).then(|| format!("{} mentions", item.mentions.len())));
    match item.quoted.len() {
        0 => {}
        1 => about.push("quoted once".to_owned()),
        count => about.push(format!("quoted {count} times")),
    }
    [item.kind.to_string(), line(&item.name), about.join("; ")]
}

/// Kind, words, and value with what it measures after " · ".
pub(super) fn figure(item: &wire::Figure) -> [String; 3] {
    let mut about = item.approx.as_deref().unwrap_or_default().to_owned();
    about.push_str(&amount(item.value.as_deref(), item.range.as_ref()));
    if let Some(unit) = item.unit_name.as_ref().or(item.unit.as_ref()) {
        let _ = write!(about, " {unit}");
        if let (Some(code), "money") = (&item.unit, &*item.kind) {
            let assumed = if item.currency_assumed == Some(true) { ", assumed" } else { "" };
            let _ = write!(about, " ({code}{assumed})");
        }
    }
    if let Some(also) = &item.also {
        let amount = amount(also.value.as_deref(), also.range.as_ref());
        let _ = write!(about, " = {amount} {}", also.unit_name);
    }
    if let Some(change) = &item.change {
        let _ = write!(about, ", {}", change.direction);
    }
    if let Some(measures) = &item.measures {
        let _ = write!(about, " · {}", line(&measures.what));
        if let Some(of) = &measures.of {
            let _ = write!(about, " · {}", line(of));
        }
    }
    [item.kind.to_string(), words(&item.span), about]
}

/// "5", "5–6".
fn amount(value: Option<&str>, range: Option<&wire::Range>) -> String {
    let end = |end: &Option<String>| end.clone().unwrap_or_default();
    match (value, range) {
        (Some(value), _) => value.to_owned(),
        (None, Some(range)) => format!("{}–{}", end(&range.low), end(&range.high)),
        (None, None) => String::new(),
    }
}

fn time(item: &wire::Time) -> [String; 3] {
    let mut about = item.timex3.value.clone().unwrap_or_default();
    if let Some(modifier) = &item.timex3.modifier {
        let _ = write!(about, " ({modifier})");
    }
    if let Some(interval) = &item.interval {
        let end = |end: &Option<String>| end.clone().unwrap_or_else(|| "…".to_owned());
        let _ = write!(about, " [{}, {})", end(&interval.from), end(&interval.to));
    }
    if let Some(basis) = item.basis.as_deref().filter(|basis| *basis != "explicit") {
        let _ = write!(about, " from {basis}");
    }
    [item.kind.to_string(), words(&item.span), about]
}

fn claim(item: &wire::Claim, names: &Names<'_>) -> [String; 3] {
    let who = match &item.source {
        None => "—".to_owned(),
        Some(source) => {
            let named = source.entity.as_deref().and_then(|id| names.get(id));
            let said = words(&source.span);
            match named {
                Some(name) if *name != said => format!("{said} = {}", line(name)),
                _ => said,
            }
        }
    };
    let content: Vec<_> = item.content.iter().map(words).collect();
    let cue = item.cue.as_ref().map(|cue| format!("{}: ", cue.lemma)).unwrap_or_default();
    let denied = if item.polarity == "negative" { "not: " } else { "" };
    [item.mode.to_string(), who, format!("{cue}{denied}{}", content.join(" … "))]
}

/// A slot with its answers, or a row of a table with the headings of its columns.
fn slot(row: &wire::CardRow, columns: &[String]) -> [String; 3] {
    let cells = row.cells.iter().enumerate().filter(|(_, cell)| !cell.text.is_empty());
    let cells = cells.map(|(at, cell)| match columns.get(at) {
        Some(column) => format!("{}: {}", column.to_lowercase(), line(&cell.text)),
        None => line(&cell.text),
    });
    [line(&row.label), String::new(), cells.collect::<Vec<_>>().join("; ")]
}

/// Whether the panel shows a fact.
fn is_shown(item: &wire::Fact) -> bool {
    item.salience.score >= SALIENT && !item.text.is_empty()
}

fn fact(item: &wire::Fact) -> [String; 3] {
    [item.kind.to_string(), item.standing.to_string(), line(&item.text)]
}

fn relation(item: &wire::Relation, names: &Names<'_>) -> [String; 3] {
    let name = |id: &str| names.get(id).map_or_else(|| id.to_owned(), |name| line(name));
    [item.kind.to_string(), name(&item.from), name(&item.to)]
}

fn finding(item: &wire::Finding, document: &Document) -> [String; 3] {
    let mut about = line(&item.text);
    let claims = item.members.iter().filter_map(|id| document.claims.iter().find(|claim| claim.id == *id));
    for content in claims.filter_map(|claim| claim.content.first()) {
        let _ = write!(about, " — {}", words(content));
    }
    [item.code.to_string(), String::new(), about]
}

/// Mentions that no entity has, each way of writing once.
fn alone(document: &Document) -> Vec<[String; 3]> {
    let mut rows: Vec<[String; 3]> = Vec::new();
    let mut seen = FxHashMap::default();
    for item in document.mentions.iter().filter(|item| item.entity.is_none()) {
        let words = words(&item.span);
        let count = seen.entry((item.kind.clone(), words.clone())).or_insert(0);
        *count += 1;
        if *count == 1 {
            rows.push([item.kind.to_string(), words, String::new()]);
        }
    }
    rows
}

/// The words of a span on one line; its place where the text was left out.
pub(super) fn words(span: &wire::Span) -> String {
    span.exact.as_deref().map_or_else(|| format!("{}–{}", span.start, span.end), line)
}

/// White space as single spaces.
pub(super) fn line(text: &str) -> String {
    text.split_whitespace().collect::<Vec<_>>().join(" ")
}
