//! A company's results: each measure with its value, its change, what it was before and what was expected.

use super::{Make, Story, row};
use crate::entities::Kind;
use crate::facts::card::{Card, CardKind, Cell, Row};
use crate::facts::{class, words};
use crate::figures::{self, Direction};
use crate::order;
use crate::rule::Rule;
use std::ops::Range;

/// A table of measures.
pub(super) const RULE: Rule<Make> = Rule {
    name: "facts/genre/results",
    about: "a company's results: value, change, before, expected: \"revenue rose 8% to $4.2bn\"",
    find,
};

/// The columns, in order.
const COLUMNS: [&str; 4] = ["Value", "Change", "Before", "Expected"];

/// How many measures are listed.
const MOST: usize = 10;

/// How many measures are looked at.
const FOUND: usize = 64;

/// How many words beside a figure may say whether it was expected or was so before.
const NEAR: usize = 6;

/// Where a figure belongs in the row of its measure.
#[derive(Clone, Copy, PartialEq, Eq)]
enum Column {
    Value,
    Change,
    Before,
    Expected,
}

/// A row as it is found: the figure of each column.
struct Found {
    label: String,
    cells: [Option<usize>; 4],
}

impl Found {
    /// Whether it says more than a value.
    fn says(&self) -> bool {
        self.cells[0].is_some() && self.cells[1..].iter().any(Option::is_some)
    }
}

fn find(story: &Story<'_>) -> Option<Card> {
    story.lead_word("result")?;
    let mut rows: Vec<Found> = Vec::new();
    let mut last = None;
    for sentence in story.scene.text.included() {
        if rows.len() >= FOUND {
            break;
        }
        last = read(story, sentence.tokens.clone(), last, &mut rows);
    }
    rows.retain(Found::says);
    rows.truncate(MOST);
    let company = company(story, rows.first()?.cells[0]?);
    let cells = |cells: [Option<usize>; 4]| cells.map(|cell| cell.map_or_else(Cell::default, |at| value(story, at)));
    let rows: Vec<Row> = rows.into_iter().filter_map(|found| row(found.label, cells(found.cells).into())).collect();
    let name = company.map_or("Results", |at| story.scene.linked.entities[at].name.as_str());
    let mut card = Card::new(CardKind::Results, company, name.to_owned(), rows, RULE.name);
    card.columns = COLUMNS.to_vec();
    Some(card)
}

/// Adds a row for each measure of a sentence that has none yet, and returns the last row. A figure without a measure of its
/// own, or that was expected or was so before, belongs to the measure before it: "profit of £3m, *against earnings of £2m* a
/// year earlier". What was expected may stand in the sentence after (`carried` is the row of the one before).
fn read(story: &Story<'_>, sentence: Range<usize>, carried: Option<usize>, rows: &mut Vec<Found>) -> Option<usize> {
    let scene = story.scene;
    let first = rows.len();
    let mut current = carried;
    let mut is_carried = true;
    let mut last = sentence.start;
    for at in scene.figures(scene.text.cover(sentence.clone())) {
        let figure = story.figure(at);
        let continues = current.is_some() && is_beside(story, at, last, &sentence);
        if let Some(label) = measure(story, at).filter(|_| !continues) {
            let own = rows[first..].iter().position(|row| row.label == label).map(|place| first + place);
            let told = rows[..first].iter().any(|row| row.label == label && row.says());
            is_carried = false;
            current = own.or_else(|| {
                let place = rows.len();
                rows.extend((!told).then_some(Found { label, cells: [None; 4] }));
                (!told).then_some(place)
            });
        } else if figure.measures.is_some() && figure.change.is_none() && !continues {
            current = None;
        }
        let column = column(story, at, last, &sentence).filter(|one| !is_carried || *one == Column::Expected);
        if let (Some(place), Some(column)) = (current, column) {
            let cell = &mut rows[place].cells[column as usize];
            *cell = cell.or(Some(at));
        }
        last = scene.text.tokens_in(figure.span).end;
    }
    current.filter(|_| !is_carried)
}

/// "revenue", "net profit": what a figure measures, if a company reports it.
fn measure(story: &Story<'_>, at: usize) -> Option<String> {
    let measures = story.figure(at).measures.as_ref()?;
    let what = measures.what.to_lowercase();
    let last = what.rsplit(' ').next().unwrap_or_default();
    let named = class::is("result", last) || class::is("result", figures::noun::singular(last).as_str());
    // "operating profit at the pipeline unit" is not the company's.
    let of = measures.of.as_deref().filter(|of| !what.contains(&of.to_lowercase()));
    named.then(|| {
        words::with_capital(&[what.as_str(), if of.is_some() { ", " } else { "" }, of.unwrap_or_default()].concat())
    })
}

fn column(story: &Story<'_>, at: usize, last: usize, sentence: &Range<usize>) -> Option<Column> {
    let figure = story.figure(at);
    let is_base = story.bases.contains(&at);
    match figure.kind {
        figures::Kind::Percent | figures::Kind::PercentagePoint => figure.change.map(|_| Column::Change),
        figures::Kind::Money | figures::Kind::Cardinal if is_base => Some(Column::Before),
        figures::Kind::Money => {
            let column = [("expected", Column::Expected), ("before", Column::Before)];
            let found = column.into_iter().find(|(class, _)| is_near(story, at, last, sentence, class));
            Some(found.map_or(Column::Value, |(_, column)| column))
        }
        _ => None,
    }
}

/// Whether a figure continues the row of the one before it.
fn is_beside(story: &Story<'_>, at: usize, last: usize, sentence: &Range<usize>) -> bool {
    ["expected", "before"].iter().any(|class| is_near(story, at, last, sentence, class))
}

/// Whether a word of a class stands between the figure before and this one, or right behind it.
fn is_near(story: &Story<'_>, at: usize, last: usize, sentence: &Range<usize>, kind: &str) -> bool {
    let scene = story.scene;
    let tokens = scene.text.tokens_in(story.figure(at).span);
    let stop = |at: &usize| matches!(scene.norm(*at), "," | ";" | "and" | "but" | "." | "while");
    let before = tokens.start.saturating_sub(NEAR).max(last)..tokens.start;
    let behind = (tokens.end..sentence.end.min(tokens.end + NEAR)).take_while(|at| !stop(at));
    before.chain(behind).any(|at| class::is(kind, scene.norm(at)))
}

/// A figure, with the direction of a change.
fn value(story: &Story<'_>, at: usize) -> Cell {
    let mut cell = story.value(at);
    let percent = matches!(story.figure(at).kind, figures::Kind::Percent | figures::Kind::PercentagePoint);
    let way = match story.figure(at).change.map(|change| change.direction) {
        Some(Direction::Up) if percent => "up ",
        Some(Direction::Down) if percent => "down ",
        _ => "",
    };
    cell.text.insert_str(0, way);
    cell
}

/// The company: the subject of the statement with the first value, else the organisation that the lead names and the
/// article most. None where neither is sure.
fn company(story: &Story<'_>, figure: usize) -> Option<usize> {
    let entities = &story.scene.linked.entities;
    let is_body = |at: &usize| entities[*at].kind == Kind::Organisation;
    let own =
        story.statements().find(|(_, fact)| fact.figures.contains(&figure)).and_then(|(_, fact)| fact.subject.entity);
    own.filter(is_body).or_else(|| {
        let mut bodies: Vec<usize> = (0..entities.len()).filter(|at| is_body(at) && story.is_in_lead(*at)).collect();
        order::by(&mut bodies, |at| (u64::MAX - entities[*at].mentions.len() as u64, *at as u64));
        bodies.first().copied()
    })
}
