//! A static page: the article with its marks, the facts with their quotes, what there is to check. One file that needs
//! nothing else, runs no script and asks for nothing.
//!
//! Marks overlap, and elements cannot: the text is cut where a mark begins or ends, and each piece bears the classes of
//! all marks over it, with what they are in its `title`.

use super::Options;
use super::view::{Item, Layer, View, one_line};
use crate::export::wire;
use crate::order;

pub fn write(view: &View<'_>, _: &Options) -> String {
    let mut body = String::from("<article>\n");
    let mut marks: Vec<_> = view
        .of(&[Layer::Mention, Layer::Figure, Layer::Time, Layer::Claim])
        .flat_map(|item| item.pieces.iter().map(move |span| (item, *span)))
        .collect();
    order::by(&mut marks, |(_, span)| (u64::from(span.start), u64::MAX - u64::from(span.end)));
    let mut marks = marks.as_slice();
    let mut open = Vec::new();
    for block in view.document.document.blocks.iter().filter(|block| block.included) {
        let tag = match &*block.kind {
            "headline" => "h1",
            "subhead" => "h2",
            "pullquote" => "blockquote",
            _ => "p",
        };
        body.push_str(&["<", tag, ">"].concat());
        let from = marks.partition_point(|(_, span)| span.start < block.span.start);
        let to = marks.partition_point(|(_, span)| span.start < block.span.end);
        run(view, &block.span, &marks[from..to], &mut open, &mut body);
        marks = &marks[to..];
        body.push_str(&["</", tag, ">\n"].concat());
    }
    body.push_str("</article>\n<aside>\n");
    body.push_str("<p><mark class=\"mention\">name</mark> <mark class=\"figure\">figure</mark> ");
    body.push_str("<mark class=\"time\">time</mark> <mark class=\"claim\">claim</mark></p>\n<h2>Facts</h2>\n<ul>\n");
    for (sentence, facts) in view.facts() {
        let facts: Vec<_> = facts.iter().map(|fact| escape(fact)).collect();
        let facts = facts.join("</li>\n<li>");
        body.push_str(&["<li>", &facts, "<blockquote>", &escape(&sentence), "</blockquote></li>\n"].concat());
    }
    body.push_str("</ul>\n<h2>To check</h2>\n<ul>\n");
    for finding in &view.findings {
        body.push_str(&["<li>", &escape(&finding.text)].concat());
        for sentence in view.evidence(finding) {
            body.push_str(&["<blockquote>", &escape(&sentence), "</blockquote>"].concat());
        }
        body.push_str("</li>\n");
    }
    body.push_str("</ul>\n</aside>\n");
    page(view, &body)
}

/// The words of a block, cut where a mark begins or ends. `open` holds the marks that go on, each with its end.
fn run<'v, 'd>(
    view: &View<'d>,
    block: &wire::Span,
    marks: &[(&'v Item<'d>, &'d wire::Span)],
    open: &mut Vec<(&'v Item<'d>, u32)>,
    body: &mut String,
) {
    let mut marks = marks.iter().peekable();
    let mut at = block.start;
    while at < block.end {
        while let Some((item, span)) = marks.next_if(|(_, span)| span.start <= at) {
            open.push((item, span.end));
        }
        open.retain(|(_, end)| *end > at);
        let next = marks.peek().map_or(block.end, |(_, span)| span.start);
        let end = open.iter().fold(next, |first, (_, end)| first.min(*end)).min(block.end);
        let words = escape(view.slice(at, end));
        at = end;
        if open.is_empty() {
            body.push_str(&words);
            continue;
        }
        let mut classes: Vec<_> = open.iter().map(|(item, _)| item.layer.word()).collect();
        classes.dedup();
        let about: Vec<_> = open.iter().map(|(item, _)| [item.label, ": ", &item.summary()].concat()).collect();
        let (classes, about) = (classes.join(" "), escape(&about.join("\n")));
        body.push_str(&["<mark class=\"", &classes, "\" title=\"", &about, "\">", &words, "</mark>"].concat());
    }
}

/// A whole page around a body.
pub fn page(view: &View<'_>, body: &str) -> String {
    let article = &view.document.document;
    let title = escape(&one_line(article.source.title.as_deref().unwrap_or("Article")));
    let head = [
        "<!doctype html>\n<html lang=\"",
        &escape(&article.language.tag),
        "\">\n<head>\n<meta charset=\"utf-8\">\n",
        "<meta http-equiv=\"Content-Security-Policy\" content=\"default-src 'none'; style-src 'unsafe-inline'\">\n",
        "<meta name=\"viewport\" content=\"width=device-width, initial-scale=1\">\n<title>",
        &title,
        "</title>\n<style>",
        STYLE,
        "</style>\n</head>\n<body>\n",
    ];
    [&head.concat(), body, "</body>\n</html>\n"].concat()
}

/// The title as a heading, and where the article is from.
pub fn head(view: &View<'_>) -> String {
    let source = &view.document.document.source;
    let title = escape(&one_line(source.title.as_deref().unwrap_or("Article")));
    let known = [&source.byline, &source.site, &source.published, &source.url];
    let known: Vec<_> = known.into_iter().flatten().map(|words| escape(&one_line(words))).collect();
    ["<h1>", &title, "</h1>\n<p>", &known.join(" · "), "</p>\n"].concat()
}

/// Words as the text of an element or the value of an attribute.
pub fn escape(text: &str) -> String {
    let mut escaped = String::with_capacity(text.len());
    for c in text.chars() {
        match c {
            '&' => escaped.push_str("&amp;"),
            '<' => escaped.push_str("&lt;"),
            '>' => escaped.push_str("&gt;"),
            '"' => escaped.push_str("&quot;"),
            _ => escaped.push(c),
        }
    }
    escaped
}

const STYLE: &str = "
:root { color-scheme: light dark }
body { max-width: 44rem; margin: 2rem auto; padding: 0 1rem; font: 1.1rem/1.6 Georgia, serif }
article > * { white-space: pre-line }
aside, table { font: .95rem/1.45 system-ui, sans-serif }
blockquote { margin: .2rem 0 .8rem; padding-left: .8rem; border-left: 2px solid; opacity: .75 }
mark { color: inherit; background: none }
.claim { background: light-dark(#f4ead2, #3a3322) }
.mention { border-bottom: 2px solid #4a7fb5 }
.figure { border-bottom: 2px dotted #b07a1e }
.time { border-bottom: 2px dashed #2f8f8f }
table { border-collapse: collapse; width: 100% }
th, td { border: 1px solid; padding: .4rem; text-align: left; vertical-align: top }
.notes { min-width: 8rem }
body:has(table) { max-width: 80rem }
";
