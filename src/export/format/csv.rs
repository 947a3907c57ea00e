//! CSV (RFC 4180, UTF-8): one row per piece of each mention, figure, time, claim and fact.
//!
//! An item that stands in several pieces has a row for each, under the same id. Both units of offsets are there. A cell
//! that a spreadsheet would take for a formula (it begins with `=`, `+`, `-` or `@`, wide forms and control characters
//! with them) gets an apostrophe in front, and the column `guarded` names each column of the row in which one was put, so
//! that whoever reads with a program can take it off again. Numbers are not guarded. Lines end in LF, or on request, for
//! Excel, in CRLF, with a byte order mark at the start.

use super::Options;
use super::view::{Layer, View};

/// The columns that say where an item stands and what it is.
pub const POSITIONS: [&str; 10] = ["layer", "id", "part", "start", "end", "start16", "end16", "exact", "kind", "label"];

/// The attributes that are columns, after the positions.
pub const ATTRIBUTES: [&str; 40] = [
    "value",
    "low",
    "high",
    "unit",
    "unit_name",
    "currency_assumed",
    "approx",
    "also_value",
    "also_low",
    "also_high",
    "also_unit",
    "also_unit_name",
    "also_agrees",
    "measures",
    "of",
    "change",
    "as_of",
    "from",
    "to",
    "basis",
    "alternatives",
    "form",
    "title",
    "entity",
    "name",
    "polarity",
    "modality",
    "cue",
    "source",
    "claim",
    "checkworthy",
    "text",
    "subject",
    "predicate",
    "standing",
    "confidence",
    "status",
    "by",
    "rule",
    "decided_by",
];

/// The last column: which columns of the row got an apostrophe.
pub const GUARDED: &str = "guarded";

pub fn write(view: &View<'_>, options: &Options) -> String {
    let mut table = Table::new(options);
    table
        .row(&POSITIONS.iter().chain(&ATTRIBUTES).chain([&GUARDED]).map(|name| (*name).to_owned()).collect::<Vec<_>>());
    for item in view.of(&[Layer::Mention, Layer::Figure, Layer::Time, Layer::Claim, Layer::Fact]) {
        for (at, span) in item.pieces.iter().enumerate() {
            let count = item.pieces.len();
            let part = if count > 1 { format!("{} of {count}", at + 1) } else { String::new() };
            let places = [span.start, span.end, span.start16, span.end16].map(|number| number.to_string());
            let words = view.words(span).to_owned();
            let mut row = vec![item.layer.word().to_owned(), item.id.to_string(), part];
            row.extend(places);
            row.extend([words, item.kind.to_owned(), item.label.to_owned()]);
            row.extend(ATTRIBUTES.iter().map(|name| item.get(name).unwrap_or_default().to_owned()));
            let names = POSITIONS.iter().chain(&ATTRIBUTES);
            let guarded: Vec<_> =
                row.iter_mut().zip(names).filter_map(|(cell, name)| guard(cell).then_some(*name)).collect();
            row.push(guarded.join(" "));
            table.row(&row);
        }
    }
    table.text
}

/// A table that is being written.
pub struct Table {
    pub text: String,
    end: &'static str,
}

impl Table {
    pub fn new(options: &Options) -> Table {
        let (text, end) = if options.excel { ("\u{feff}", "\r\n") } else { ("", "\n") };
        Table { text: text.to_owned(), end }
    }

    /// A row; cells that need it are put in quotation marks.
    pub fn row(&mut self, cells: &[String]) {
        for (at, cell) in cells.iter().enumerate() {
            if at > 0 {
                self.text.push(',');
            }
            if cell.contains([',', '"', '\n', '\r']) {
                self.text.push_str(&["\"", &cell.replace('"', "\"\""), "\""].concat());
            } else {
                self.text.push_str(cell);
            }
        }
        self.text.push_str(self.end);
    }
}

/// Puts an apostrophe before what a spreadsheet would take for a formula, and says whether it did.
pub fn guard(cell: &mut String) -> bool {
    let formula = cell.starts_with(['=', '+', '-', '@', '\t', '\r', '\n', '＝', '＋', '－', '＠']) && !is_number(cell);
    if formula {
        cell.insert(0, '\'');
    }
    formula
}

fn is_number(cell: &str) -> bool {
    let digits = cell.strip_prefix('-').unwrap_or(cell);
    !digits.is_empty() && digits.bytes().all(|byte| byte.is_ascii_digit() || byte == b'.')
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn formulas_are_guarded_and_numbers_are_not() {
        for cell in ["=1+1", "+44", "-", "@who", "\tx", "＝1", "-3+cmd"] {
            let mut guarded = cell.to_owned();
            assert!(guard(&mut guarded));
            assert_eq!(guarded, format!("'{cell}"));
        }
        for cell in ["", "-3.5", "4", "a=1", "–5"] {
            let mut kept = cell.to_owned();
            assert!(!guard(&mut kept));
            assert_eq!(kept, cell);
        }
    }

    #[test]
    fn cells_are_quoted_where_they_must_be() {
        let mut table = Table::new(&Options { excel: true, ..Options::default() });
        table.row(&["a", "b,c", "d\"e", "f\ng", ""].map(str::to_owned));
        assert_eq!(table.text, "\u{feff}a,\"b,c\",\"d\"\"e\",\"f\ng\",\r\n");
    }
}
