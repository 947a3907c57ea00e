//! Whether an export holds together: every quotation stands where its span says, every id is borne by something.

use super::{Error, wire};
use rustc_hash::FxHashSet;

/// Holds a document against itself.
///
/// # Errors
/// With the first thing that does not hold.
pub fn check(document: &wire::Document) -> Result<(), Error> {
    let units = document.document.text.as_deref().map(Units::new);
    let mut fault = None;
    each_span(document, &mut |owner, span| {
        if fault.is_none()
            && let Err(what) = place(units.as_ref(), span)
        {
            fault = Some(format!("{owner}: {what}"));
        }
    });
    let mut ids = FxHashSet::default();
    for id in ids_of(document) {
        if !ids.insert(id) && fault.is_none() {
            fault = Some(format!("two items bear the id {id}"));
        }
    }
    each_reference(document, &mut |owner, id| {
        if fault.is_none() && !ids.contains(id) {
            fault = Some(format!("{owner} refers to {id}, which is not there"));
        }
    });
    fault.map_or(Ok(()), |what| Err(Error::broken(what)))
}

/// A text in both units of the format.
pub(super) struct Units<'t> {
    text: &'t str,
    /// Byte of each code point, and one past the last; empty where each is one byte.
    bytes: Vec<u32>,
    /// UTF-16 unit of each code point, likewise.
    utf16: Vec<u32>,
}

impl<'t> Units<'t> {
    pub(super) fn new(text: &'t str) -> Self {
        let mut units = Units { text, bytes: Vec::new(), utf16: Vec::new() };
        if !text.is_ascii() {
            let mut here = 0;
            for (at, c) in text.char_indices() {
                units.bytes.push(at as u32);
                units.utf16.push(here);
                here += c.len_utf16() as u32;
            }
            units.bytes.push(text.len() as u32);
            units.utf16.push(here);
        }
        units
    }

    /// Byte and UTF-16 unit of a code point.
    pub(super) fn at(&self, char: u32) -> Option<(usize, u32)> {
        if self.bytes.is_empty() {
            return (char as usize <= self.text.len()).then_some((char as usize, char));
        }
        Some((*self.bytes.get(char as usize)? as usize, self.utf16[char as usize]))
    }
}

fn place(units: Option<&Units<'_>>, span: &wire::Span) -> Result<(), String> {
    let (start, end) = (span.start, span.end);
    if start >= end || span.start16 >= span.end16 {
        return Err(format!("the span {start}–{end} is empty"));
    }
    let Some(units) = units else { return Ok(()) };
    let (Some(from), Some(to)) = (units.at(start), units.at(end)) else {
        return Err(format!("the span {start}–{end} reaches past the end of the text"));
    };
    if (from.1, to.1) != (span.start16, span.end16) {
        return Err(format!("the span {start}–{end} is another in UTF-16 ({}–{})", span.start16, span.end16));
    }
    let words = &units.text[from.0..to.0];
    match &span.exact {
        Some(exact) if exact != words => Err(format!("at {start}–{end} stands “{words}” and not “{exact}”")),
        _ => Ok(()),
    }
}

/// Calls `see` with every span and the id of what it belongs to.
pub fn each_span(document: &wire::Document, see: &mut dyn FnMut(&str, &wire::Span)) {
    let reasons = |id: &str, reasons: &[wire::Reason], see: &mut dyn FnMut(&str, &wire::Span)| {
        reasons.iter().filter_map(|reason| reason.span.as_ref()).for_each(|span| see(id, span));
    };
    document.reference.span.iter().for_each(|span| see("reference", span));
    for item in &document.document.blocks {
        see(&item.id, &item.span);
        reasons(&item.id, &item.reasons, see);
    }
    document.document.sentences.iter().for_each(|item| see("sentences", &item.span));
    for item in &document.mentions {
        see(&item.id, &item.span);
        item.title.iter().for_each(|span| see(&item.id, span));
        if let Some(parts) = &item.parts {
            let parts = [&parts.honorific, &parts.given, &parts.family, &parts.suffix];
            parts.into_iter().flatten().for_each(|span| see(&item.id, span));
        }
        reasons(&item.id, &item.reasons, see);
    }
    for item in &document.entities {
        item.roles.iter().for_each(|role| see(&item.id, &role.span));
        reasons(&item.id, &item.reasons, see);
    }
    for item in &document.figures {
        see(&item.id, &item.span);
        item.measures.iter().for_each(|measures| see(&item.id, &measures.span));
        reasons(&item.id, &item.reasons, see);
    }
    for item in &document.times {
        see(&item.id, &item.span);
        item.event.iter().for_each(|event| see(&item.id, &event.span));
        reasons(&item.id, &item.reasons, see);
    }
    for item in &document.claims {
        let parts = item.content.iter().chain(&item.negation).chain(&item.hedges);
        parts.for_each(|span| see(&item.id, span));
        item.cue.iter().for_each(|cue| see(&item.id, &cue.span));
        if let Some(source) = &item.source {
            see(&item.id, &source.span);
            source.anonymity_reason.iter().for_each(|span| see(&item.id, span));
        }
        item.checkworthy.iter().for_each(|worth| reasons(&item.id, &worth.reasons, see));
        reasons(&item.id, &item.reasons, see);
    }
    for item in &document.relations {
        item.spans.iter().chain(&item.cue).for_each(|span| see(&item.id, span));
        reasons(&item.id, &item.reasons, see);
    }
    for item in &document.facts {
        item.subject.span.iter().for_each(|span| see(&item.id, span));
        item.predicate.iter().flat_map(|one| &one.spans).for_each(|span| see(&item.id, span));
        item.arguments.iter().for_each(|one| see(&item.id, &one.span));
        reasons(&item.id, &item.salience.reasons, see);
        reasons(&item.id, &item.reasons, see);
    }
    for item in &document.cards {
        let cells = item.rows.iter().flat_map(|row| &row.cells);
        cells.flat_map(|cell| &cell.spans).for_each(|span| see(&item.id, span));
        reasons(&item.id, &item.reasons, see);
    }
    document.findings.iter().for_each(|item| reasons(&item.id, &item.reasons, see));
}

/// Every id that something bears.
pub fn ids_of(document: &wire::Document) -> impl Iterator<Item = &str> {
    let blocks = document.document.blocks.iter().map(|item| &item.id);
    let items = blocks
        .chain(document.mentions.iter().map(|item| &item.id))
        .chain(document.entities.iter().map(|item| &item.id))
        .chain(document.figures.iter().map(|item| &item.id))
        .chain(document.times.iter().map(|item| &item.id))
        .chain(document.claims.iter().map(|item| &item.id))
        .chain(document.relations.iter().map(|item| &item.id))
        .chain(document.facts.iter().map(|item| &item.id))
        .chain(document.cards.iter().map(|item| &item.id))
        .chain(document.findings.iter().map(|item| &item.id));
    items.map(String::as_str)
}

/// Calls `see` with every id that is referred to, and the id of what refers to it. A review may speak of what is gone.
pub fn each_reference(document: &wire::Document, see: &mut dyn FnMut(&str, &str)) {
    document.document.sentences.iter().for_each(|item| see("a sentence", &item.block));
    for item in &document.mentions {
        item.entity.iter().for_each(|id| see(&item.id, id));
    }
    for item in &document.entities {
        item.mentions.iter().chain(&item.quoted).for_each(|id| see(&item.id, id));
        item.roles.iter().filter_map(|role| role.organisation.as_ref()).for_each(|id| see(&item.id, id));
    }
    for item in &document.figures {
        let base = item.change.as_ref().and_then(|change| change.base.as_ref());
        item.as_of.iter().chain(&item.claim).chain(base).for_each(|id| see(&item.id, id));
    }
    for item in &document.claims {
        let source = item.source.as_ref().and_then(|source| source.entity.as_ref());
        let inner = item.figures.iter().chain(&item.times).chain(&item.entities);
        inner.chain(&item.parent).chain(source).for_each(|id| see(&item.id, id));
    }
    for item in &document.relations {
        [&item.from, &item.to].into_iter().chain(&item.claim).for_each(|id| see(&item.id, id));
    }
    for item in &document.facts {
        let items = item.arguments.iter().filter_map(|one| one.item.as_ref());
        let own = item.subject.entity.iter().chain(&item.claim).chain(&item.time);
        own.chain(&item.figures).chain(items).for_each(|id| see(&item.id, id));
    }
    for item in &document.cards {
        let cells = item.rows.iter().flat_map(|row| &row.cells);
        cells.filter_map(|cell| cell.item.as_ref()).chain(&item.entity).for_each(|id| see(&item.id, id));
    }
    for item in &document.findings {
        item.members.iter().for_each(|id| see(&item.id, id));
    }
}
