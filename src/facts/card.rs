//! Cards: what an article says of one person, one body, or of the matter it is about, laid out by slots.

use super::Member;
use crate::reason::{By, Confidence, Reason};
use crate::span::Span;

/// What a card is about.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash)]
pub enum CardKind {
    /// A person.
    Person,
    /// A company, an institution, a team.
    Organisation,
    /// A case in court: defendant, charge, plea, sentence.
    Court,
    /// A match: teams, score, scorers.
    Match,
    /// A company's results, as a table of measures.
    Results,
    /// A disaster: dead, injured, missing.
    Disaster,
    /// Prices and indices, as a table.
    Market,
}

/// A card.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Card {
    /// What it is about.
    pub kind: CardKind,
    /// Whom or what: an index into [`crate::link::Linked::entities`].
    pub entity: Option<usize>,
    /// Its heading.
    pub title: String,
    /// The headings of the columns of a table; none of a list of slots.
    pub columns: Vec<&'static str>,
    /// Its slots, or the rows of its table.
    pub rows: Vec<Row>,
    /// How sure.
    pub confidence: Confidence,
    /// What made it.
    pub by: By,
    /// Why it is shown.
    pub reasons: Vec<Reason>,
}

/// A slot with what fills it, or a row of a table.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Row {
    /// "Role", "Dead"; of a table what is measured.
    pub label: String,
    /// Several answers to one slot; of a table one cell for each column, empty where nothing is known.
    pub cells: Vec<Cell>,
}

/// What fills a slot.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Cell {
    /// In plain words.
    pub text: String,
    /// The words that say so.
    pub spans: Vec<Span>,
    /// What it was taken from.
    pub of: Option<Of>,
}

/// What a cell was taken from.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash)]
pub enum Of {
    /// A fact: an index into [`super::Facts::list`].
    Fact(usize),
    /// An item that was found.
    Item(Member),
}

impl Card {
    /// A card of slots, in the order of `slots`; those with nothing in them are left out.
    pub(super) fn of_slots(
        kind: CardKind,
        entity: Option<usize>,
        title: String,
        slots: impl IntoIterator<Item = (&'static str, Vec<Cell>)>,
        rule: &'static str,
    ) -> Card {
        let filled = slots.into_iter().filter(|(_, cells)| !cells.is_empty());
        let rows = filled.map(|(label, cells)| Row { label: label.to_owned(), cells }).collect();
        Card::new(kind, entity, title, rows, rule)
    }

    /// A card of rows.
    pub(super) fn new(
        kind: CardKind,
        entity: Option<usize>,
        title: String,
        rows: Vec<Row>,
        rule: &'static str,
    ) -> Card {
        let first = rows.iter().flat_map(|row| &row.cells).flat_map(|cell| &cell.spans).min_by_key(|span| span.start);
        let why = "the article says enough for it";
        let reason = first.map_or_else(|| Reason::new("slots", why), |span| Reason::at("slots", why, *span));
        Card {
            kind,
            entity,
            title,
            columns: Vec::new(),
            rows,
            confidence: Confidence::Medium,
            by: By::rule(rule),
            reasons: vec![reason],
        }
    }

    /// The first words that it rests on.
    pub fn span(&self) -> Option<Span> {
        self.rows.iter().flat_map(|row| &row.cells).flat_map(|cell| &cell.spans).copied().min_by_key(|span| span.start)
    }

    /// Whether a slot is filled.
    pub(super) fn has(&self, label: &str) -> bool {
        self.rows.iter().any(|row| row.label == label)
    }
}
