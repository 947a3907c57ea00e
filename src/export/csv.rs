//! CSV (RFC 4180, UTF-8, lines end in LF): one row per span of each mention, figure, time and claim.
//!
//! A claim whose content stands in several pieces has a row for each, under the same id. Both units of offsets
//! are there. A cell that a spreadsheet would take for a formula (it begins with `=`, `+`, `-` or `@`, wide forms
//! and control characters with them) gets an apostrophe in front; numbers in the columns of numbers do not.

use super::wire;
use rustc_hash::FxHashMap;

/// The columns, in order.
pub const COLUMNS: [&str; 31] = [
    "layer",
    "id",
    "part",
    "start",
    "end",
    "start16",
    "end16",
    "exact",
    "kind",
    "label",
    "value",
    "low",
    "high",
    "unit",
    "unit_name",
    "approx",
    "measures",
    "of",
    "change",
    "from",
    "to",
    "form",
    "title",
    "entity",
    "name",
    "cue",
    "source",
    "claim",
    "confidence",
    "status",
    "rule",
];

/// The mentions, figures, times and claims of a document.
pub fn write(document: &wire::Document) -> String {
    let mut table = Table { writer: csv::Writer::from_writer(Vec::new()), row: Default::default() };
    table.writer.write_record(COLUMNS).expect("memory takes it");
    let names: FxHashMap<&str, &str> =
        document.entities.iter().map(|entity| (entity.id.as_str(), entity.name.as_str())).collect();
    let name = |id: &Option<String>| id.as_deref().and_then(|id| names.get(id).copied());

    for item in &document.mentions {
        table.set("layer", "mention");
        table.item(&item.id, &item.kind, &item.label, &item.confidence, &item.status, &item.by);
        table.set("form", &item.form);
        table.maybe("title", item.title.as_ref().and_then(|title| title.exact.as_deref()));
        table.maybe("entity", item.entity.as_deref());
        table.maybe("name", name(&item.entity));
        table.write(&item.span, 1, 1);
        table.end();
    }
    for item in &document.figures {
        table.set("layer", "figure");
        table.item(&item.id, &item.kind, &item.label, &item.confidence, &item.status, &item.by);
        table.maybe("value", item.value.as_deref());
        if let Some(range) = &item.range {
            table.maybe("low", range.low.as_deref());
            table.maybe("high", range.high.as_deref());
        }
        table.maybe("unit", item.unit.as_deref());
        table.maybe("unit_name", item.unit_name.as_deref());
        table.maybe("approx", item.approx.as_deref());
        if let Some(measures) = &item.measures {
            table.set("measures", &measures.what);
            table.maybe("of", measures.of.as_deref());
        }
        table.maybe("change", item.change.as_ref().map(|change| &*change.direction));
        table.maybe("claim", item.claim.as_deref());
        table.write(&item.span, 1, 1);
        table.end();
    }
    for item in &document.times {
        table.set("layer", "time");
        table.item(&item.id, &item.kind, &item.label, &item.confidence, &item.status, &item.by);
        table.maybe("value", item.timex3.value.as_deref());
        table.maybe("approx", item.timex3.modifier.as_deref());
        if let Some(interval) = &item.interval {
            table.maybe("from", interval.from.as_deref());
            table.maybe("to", interval.to.as_deref());
        }
        table.write(&item.span, 1, 1);
        table.end();
    }
    for item in &document.claims {
        table.set("layer", "claim");
        table.item(&item.id, &item.mode, &None, &item.confidence, &item.status, &item.by);
        table.maybe("cue", item.cue.as_ref().map(|cue| &*cue.lemma));
        if let Some(source) = &item.source {
            table.set("form", &source.form);
            table.maybe("source", source.span.exact.as_deref());
            table.maybe("entity", source.entity.as_deref());
            table.maybe("name", name(&source.entity));
        }
        table.maybe("claim", item.parent.as_deref());
        for (at, span) in item.content.iter().enumerate() {
            table.write(span, at + 1, item.content.len());
        }
        // "Nobody answered": what was said is nowhere, that it was not said is at the cue.
        if let (Some(cue), true) = (&item.cue, item.content.is_empty()) {
            table.write(&cue.span, 1, 1);
        }
        table.end();
    }
    let bytes = table.writer.into_inner().expect("memory takes it");
    String::from_utf8(bytes).expect("only text was written")
}

struct Table {
    writer: csv::Writer<Vec<u8>>,
    row: [String; COLUMNS.len()],
}

impl Table {
    fn set(&mut self, column: &str, cell: &str) {
        let at = COLUMNS.iter().position(|name| *name == column).expect("a column");
        self.row[at].clear();
        if is_formula(cell) && !(matches!(column, "value" | "low" | "high") && is_number(cell)) {
            self.row[at].push('\'');
        }
        self.row[at].push_str(cell);
    }

    fn maybe(&mut self, column: &str, cell: Option<&str>) {
        if let Some(cell) = cell {
            self.set(column, cell);
        }
    }

    fn item(
        &mut self,
        id: &str,
        kind: &str,
        label: &Option<wire::Word>,
        confidence: &str,
        status: &str,
        by: &wire::By,
    ) {
        self.set("id", id);
        self.set("kind", kind);
        self.maybe("label", label.as_deref());
        self.set("confidence", confidence);
        self.set("status", status);
        self.maybe("rule", by.rule.as_deref());
    }

    fn write(&mut self, span: &wire::Span, part: usize, parts: usize) {
        if parts > 1 {
            self.set("part", &format!("{part} of {parts}"));
        }
        self.set("start", &span.start.to_string());
        self.set("end", &span.end.to_string());
        self.set("start16", &span.start16.to_string());
        self.set("end16", &span.end16.to_string());
        self.set("exact", span.exact.as_deref().unwrap_or_default());
        self.writer.write_record(&self.row).expect("memory takes it");
    }

    fn end(&mut self) {
        self.row.iter_mut().for_each(String::clear);
    }
}

fn is_formula(cell: &str) -> bool {
    cell.starts_with(['=', '+', '-', '@', '\t', '\r', '\n', '＝', '＋', '－', '＠'])
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
        let mut table = Table { writer: csv::Writer::from_writer(Vec::new()), row: Default::default() };
        let at = |column| COLUMNS.iter().position(|name| *name == column).expect("a column");
        for cell in ["=1+1", "+44", "-", "@who", "\tx", "＝1", "-3.5"] {
            table.set("exact", cell);
            assert_eq!(table.row[at("exact")], format!("'{cell}"));
        }
        table.set("value", "-3.5");
        assert_eq!(table.row[at("value")], "-3.5");
        table.set("value", "-3+cmd");
        assert_eq!(table.row[at("value")], "'-3+cmd");
    }
}
