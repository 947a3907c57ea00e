//! doccano: a line of JSON for the article (`JSONL`), for sequence labelling and for relation extraction.
//!
//! Offsets are code points. The first form is `{"text", "label": [[start, end, label]]}`; doccano drops overlapping
//! spans there unless the project allows them, so it holds names, figures and times, none over another. The second,
//! `{"text", "entities", "relations"}`, holds all marks and links.
//! <https://doccano.github.io/doccano/tutorial/>

use super::json_writer::JsonWriter;
use super::{Options, View};

pub fn write(view: &View<'_>, _: &Options) -> String {
    let mut json = JsonWriter::default();
    json.open('{').text("text", view.text).key("label").open('[');
    for (item, span) in view.flat(|_| true) {
        json.open('[').whole(span.start).whole(span.end).string(item.label).close(']');
    }
    json.close(']').close('}');
    json.line()
}

pub fn write_relations(view: &View<'_>, _: &Options) -> String {
    let mut json = JsonWriter::default();
    json.open('{').text("text", view.text).key("entities").open('[');
    let mut ids = Vec::new();
    let mut next = 0;
    for item in &view.items {
        ids.push(next);
        for span in &item.pieces {
            json.open('{').number("id", next).number("start_offset", span.start).number("end_offset", span.end);
            json.text("label", item.label).close('}');
            next += 1;
        }
    }
    json.close(']').key("relations").open('[');
    let mut relation = 0;
    let mut link = |json: &mut JsonWriter, from: u32, to: u32, kind: &str| {
        json.open('{').number("id", relation).number("from_id", from).number("to_id", to).text("type", kind).close('}');
        relation += 1;
    };
    for link_of in &view.links {
        if !view.items[link_of.from].pieces.is_empty() && !view.items[link_of.to].pieces.is_empty() {
            link(&mut json, ids[link_of.from], ids[link_of.to], link_of.kind);
        }
    }
    // The pieces of one item, each joined to the first.
    for (item, id) in view.items.iter().zip(&ids) {
        for piece in 1..item.pieces.len() as u32 {
            link(&mut json, *id, id + piece, "continues");
        }
    }
    json.close(']').close('}');
    json.line()
}
