use postil::Annotation;
use postil::facts::card::{Card, Row};

/// Cards of the matter, one after another; then those of people and organisations. A line for the card, one for each row.
pub fn lines(annotation: &Annotation) -> Vec<String> {
    annotation.facts.cards.iter().flat_map(card).collect()
}

fn card(card: &Card) -> Vec<String> {
    let head = format!("{:?} {:?}", card.kind, card.title);
    std::iter::once(head).chain(card.rows.iter().map(|row| line(card, row))).collect()
}

fn line(card: &Card, row: &Row) -> String {
    let cells = row.cells.iter().enumerate().filter(|(_, cell)| !cell.text.is_empty());
    let cells = cells.map(|(at, cell)| match card.columns.get(at) {
        Some(column) => format!("{} {:?}", column.to_lowercase(), cell.text),
        None => format!("{:?}", cell.text),
    });
    format!("  {}: {}", row.label, cells.collect::<Vec<_>>().join(", "))
}
