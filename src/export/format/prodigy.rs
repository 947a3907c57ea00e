//! Prodigy: the article as one task on one line, with tokens, spans and relations.
//!
//! `token_end` is inclusive, offsets are code points. An item in several pieces is a span for each, and a relation leads
//! between the first pieces. Spans overlap: `spans.manual` and `rel.manual` show them, `ner.manual` does not.
//! <https://prodi.gy/docs/api-interfaces>

use super::json_writer::JsonWriter;
use super::tokens::{self, Token};
use super::view::Item;
use super::{Options, View};
use crate::export::wire;

pub fn write(view: &View<'_>, _: &Options) -> String {
    let tokens = tokens::tokens(view);
    let mut json = JsonWriter::default();
    json.open('{').text("text", view.text).key("tokens").open('[');
    for (at, token) in (0..).zip(&tokens) {
        json.open('{').text("text", token.words).number("start", token.start).number("end", token.end);
        json.number("id", at).key("ws").raw(if token.space { "true" } else { "false" }).close('}');
    }
    json.close(']').key("spans").open('[');
    for item in &view.items {
        for piece in &item.pieces {
            span(&mut json, &tokens, item, piece);
        }
    }
    json.close(']').key("relations").open('[');
    for link in &view.links {
        let (from, to) = (&view.items[link.from], &view.items[link.to]);
        let ends = from.pieces.first().zip(to.pieces.first());
        let Some((head, child)) = ends else { continue };
        let ranges = tokens::cover(&tokens, head).zip(tokens::cover(&tokens, child));
        let Some((head_at, child_at)) = ranges else { continue };
        // Prodigy draws from and to the last token of each span.
        json.open('{').number("head", head_at.end as u32 - 1).number("child", child_at.end as u32 - 1);
        json.text("label", link.kind).key("head_span");
        span(&mut json, &tokens, from, head);
        json.key("child_span");
        span(&mut json, &tokens, to, child);
        json.close('}');
    }
    json.close(']').key("meta").open('{');
    let source = &view.document.document.source;
    json.maybe("title", source.title.as_deref()).maybe("url", source.url.as_deref());
    json.text("id", &view.document.document.id).close('}').close('}');
    json.line()
}

fn span(json: &mut JsonWriter, tokens: &[Token<'_>], item: &Item<'_>, span: &wire::Span) {
    let Some(range) = tokens::cover(tokens, span) else { return };
    let (first, last) = (range.start, range.end - 1);
    json.open('{').number("start", tokens[first].start).number("end", tokens[last].end);
    json.number("token_start", first as u32).number("token_end", last as u32).text("label", item.label).close('}');
}
