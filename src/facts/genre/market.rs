//! A day on the markets: each price or index with how it moved and where it stands.

use super::{Make, Story, is_actual, kind, row};
use crate::facts::card::{Card, CardKind, Cell, Row};
use crate::facts::class;
use crate::facts::fact::Fact;
use crate::facts::words;
use crate::figures;
use crate::rule::Rule;

/// A table of prices.
pub(super) const RULE: Rule<Make> = Rule {
    name: "facts/genre/market",
    about: "prices and indices: how each moved and where it stands: \"the FTSE 100 fell 0.4% to 7,512\"",
    find,
};

/// The columns, in order.
const COLUMNS: [&str; 2] = ["Move", "Level"];

/// How many prices make a table.
const LEAST: usize = 2;

/// How many it has at most.
const MOST: usize = 16;

fn find(story: &Story<'_>) -> Option<Card> {
    story.lead_word("market")?;
    let mut rows: Vec<Row> = Vec::new();
    for (_, fact) in story.statements().filter(|(_, fact)| is_actual(fact) && fact.claim.is_none()) {
        if rows.len() == MOST {
            break;
        }
        if let Some(found) = of_statement(story, fact).filter(|one| rows.iter().all(|other| other.label != one.label)) {
            rows.push(found);
        }
    }
    if rows.len() < LEAST {
        return None;
    }
    let mut card = Card::new(CardKind::Market, None, "Markets".to_owned(), rows, RULE.name);
    card.columns = COLUMNS.to_vec();
    Some(card)
}

/// "Shares in Acme fell 3% to 412p".
fn of_statement(story: &Story<'_>, fact: &Fact) -> Option<Row> {
    let scene = story.scene;
    let up = match kind(fact) {
        "rose" => "up ",
        "fell" => "down ",
        _ => return None,
    };
    let subject = fact.subject.span?;
    scene.text.tokens_in(subject).find(|at| class::is("market", scene.norm(*at)))?;
    let is_level = |at: usize| {
        let start = scene.text.tokens_in(story.figure(at).span).start;
        start.checked_sub(1).is_some_and(|before| matches!(scene.norm(before), "to" | "at"))
    };
    let measured = |at: &usize| {
        use figures::Kind::{Cardinal, Count, Money, Percent, PercentagePoint, Quantity};
        let figure = story.figure(*at);
        !subject.contains(figure.span)
            && matches!(figure.kind, Cardinal | Count | Money | Percent | PercentagePoint | Quantity)
    };
    let mut moved = Cell::default();
    let mut level = Cell::default();
    for at in fact.figures.iter().copied().filter(measured) {
        let cell = if is_level(at) { &mut level } else { &mut moved };
        if cell.text.is_empty() {
            *cell = story.value(at);
            if !is_level(at) {
                cell.text.insert_str(0, up);
            }
        }
    }
    let label = words::with_capital(&words::subject(scene.text, scene.linked, fact));
    row(label, vec![moved, level])
}
