//! The block-level pieces of an HTML page.
//!
//! The page is walked once, in order. Block elements and line breaks part the pieces; tags (`nav`, `aside`,
//! `figcaption` …), ARIA roles, microdata and the words of `class` and `id` say what they are. A hint that would
//! set a great part of the page's paragraphs apart is not believed: some sites wrap all they have in a `form`.

use crate::hints::HINTS;
use postil::given::{Piece, Role};
use scraper::node::Element;
use scraper::{Html, Node};
use std::collections::HashMap;

/// The pieces, in document order.
pub fn read(html: &str) -> Vec<Piece> {
    let page = Html::parse_document(html);
    let weights = weigh(&page);
    let main = main_element(&page, &weights);
    let mut walk = Walk::default();
    for edge in page.tree.root().traverse() {
        match edge {
            ego::Edge::Open(node) => match node.value() {
                Node::Text(text) if walk.skipped == 0 => walk.text(text),
                Node::Element(element) => {
                    let name = element.name();
                    if is_skipped(name) {
                        walk.skipped += 1;
                    }
                    if is_block(name) {
                        walk.flush();
                    }
                    let mut effect = effect(element);
                    let share = weights.elements.get(&node.id()).copied().unwrap_or(0);
                    let most = if weights.all <= 400 || matches!(name, "nav" | "aside" | "footer") { 2 } else { 8 };
                    effect.aside &= share * most <= weights.all;
                    if main == Some(node.id()) {
                        walk.main += 1;
                        // What surrounds the article is no reason to doubt it.
                        walk.outer.push(std::mem::take(&mut walk.aside));
                    }
                    walk.open(&effect);
                    walk.effects.push(effect);
                }
                _ => {}
            },
            ego::Edge::Close(node) => {
                if let Node::Element(element) = node.value() {
                    let name = element.name();
                    if is_block(name) {
                        walk.flush();
                    }
                    if let Some(effect) = walk.effects.pop() {
                        walk.close(&effect);
                    }
                    if main == Some(node.id()) {
                        walk.main -= 1;
                        walk.aside = walk.outer.pop().unwrap_or_default();
                    }
                    if is_skipped(name) {
                        walk.skipped -= 1;
                    }
                }
            }
        }
    }
    walk.flush();
    walk.pieces
}

/// The page as plain text, a line for each piece: what is read where only HTML was given.
pub fn text(pieces: &[Piece]) -> String {
    pieces.iter().map(|piece| piece.text.as_str()).collect::<Vec<_>>().join("\n")
}

use ego_tree::iter as ego;
type Id = ego_tree::NodeId;

/// Text this long, and no link, is running text.
const RUNNING: usize = 50;

/// How many bytes of running text stand in the elements that say something of themselves.
struct Weights {
    elements: HashMap<Id, usize>,
    all: usize,
}

fn weigh(page: &Html) -> Weights {
    let mut weights = Weights { elements: HashMap::new(), all: 0 };
    let mut open: Vec<usize> = Vec::new();
    let (mut links, mut skipped) = (0, 0);
    for edge in page.tree.root().traverse() {
        match edge {
            ego::Edge::Open(node) => match node.value() {
                Node::Text(text) if links == 0 && skipped == 0 && text.trim().len() >= RUNNING => {
                    weights.all += text.trim().len();
                }
                Node::Element(element) => {
                    links += usize::from(element.name() == "a");
                    skipped += usize::from(is_skipped(element.name()));
                    open.push(weights.all);
                }
                _ => {}
            },
            ego::Edge::Close(node) => {
                if let Node::Element(element) = node.value() {
                    links -= usize::from(element.name() == "a");
                    skipped -= usize::from(is_skipped(element.name()));
                    let before = open.pop().unwrap_or_default();
                    let effect = effect(element);
                    if effect.aside || effect.main {
                        weights.elements.insert(node.id(), weights.all - before);
                    }
                }
            }
        }
    }
    weights
}

/// The innermost element that says it holds the article and holds most of what any such does.
fn main_element(page: &Html, weights: &Weights) -> Option<Id> {
    let named = page.tree.root().descendants().filter_map(|node| match node.value() {
        Node::Element(element) if effect(element).main => Some((node.id(), *weights.elements.get(&node.id())?)),
        _ => None,
    });
    let named: Vec<(Id, usize)> = named.collect();
    let most = named.iter().map(|(_, weight)| *weight).max().filter(|most| *most >= 200)?;
    named.iter().rev().find(|(_, weight)| *weight * 10 >= most * 9).map(|(id, _)| *id)
}

#[derive(Default)]
struct Walk {
    pieces: Vec<Piece>,
    buffer: String,
    links: usize,
    times: usize,
    shown: usize,
    skipped: usize,
    aside: usize,
    outer: Vec<usize>,
    main: usize,
    link: usize,
    time: usize,
    roles: Vec<Role>,
    effects: Vec<Effect>,
}

/// What an element does to the pieces within.
#[derive(Default)]
struct Effect {
    aside: bool,
    main: bool,
    link: bool,
    time: bool,
    role: Option<Role>,
}

impl Walk {
    fn open(&mut self, effect: &Effect) {
        self.aside += usize::from(effect.aside);
        self.link += usize::from(effect.link);
        self.time += usize::from(effect.time);
        // A paragraph within a caption or a quotation is part of it.
        let last = self.roles.last().copied().unwrap_or(Role::Other);
        self.roles.extend(effect.role.map(|role| match (last, role) {
            (Role::Caption | Role::Quote | Role::ListItem | Role::Byline | Role::Time, Role::Paragraph) => last,
            (_, role) => role,
        }));
    }

    fn close(&mut self, effect: &Effect) {
        self.aside -= usize::from(effect.aside).min(self.aside);
        self.link -= usize::from(effect.link);
        self.time -= usize::from(effect.time);
        if effect.role.is_some() {
            self.roles.pop();
        }
    }

    fn text(&mut self, text: &str) {
        self.buffer.push_str(text);
        let shown = text.bytes().filter(|b| !b.is_ascii_whitespace()).count();
        self.shown += shown;
        self.links += if self.link > 0 { shown } else { 0 };
        self.times += if self.time > 0 { shown } else { 0 };
    }

    fn flush(&mut self) {
        let text = self.buffer.split_whitespace().collect::<Vec<_>>().join(" ");
        if !text.is_empty() {
            let share = |part: usize| 100 * part / self.shown.max(1);
            let role = match self.roles.last().copied().unwrap_or(Role::Other) {
                Role::Other | Role::Paragraph if share(self.times) >= 50 => Role::Time,
                role => role,
            };
            self.pieces.push(Piece {
                text,
                role,
                link_share: share(self.links) as u8,
                aside: self.aside > 0,
                main: self.main > 0,
            });
        }
        self.buffer.clear();
        (self.links, self.times, self.shown) = (0, 0, 0);
    }
}

fn is_skipped(name: &str) -> bool {
    matches!(
        name,
        "script"
            | "style"
            | "noscript"
            | "template"
            | "svg"
            | "iframe"
            | "head"
            | "object"
            | "audio"
            | "video"
            | "textarea"
            | "select"
    )
}

fn is_block(name: &str) -> bool {
    matches!(
        name,
        "p" | "div"
            | "section"
            | "article"
            | "aside"
            | "nav"
            | "header"
            | "footer"
            | "main"
            | "li"
            | "ul"
            | "ol"
            | "dl"
            | "dt"
            | "dd"
            | "h1"
            | "h2"
            | "h3"
            | "h4"
            | "h5"
            | "h6"
            | "blockquote"
            | "figure"
            | "figcaption"
            | "table"
            | "caption"
            | "tr"
            | "td"
            | "th"
            | "form"
            | "fieldset"
            | "address"
            | "pre"
            | "br"
            | "hr"
            | "button"
            | "body"
            | "details"
            | "summary"
            | "option"
            | "label"
            | "input"
    )
}

fn effect(element: &Element) -> Effect {
    let name = element.name();
    let mut effect = Effect { link: name == "a", ..Effect::default() };
    let role = element.attr("role").unwrap_or_default();
    let hidden = element.attr("hidden").is_some()
        || element.attr("aria-hidden") == Some("true")
        || element.attr("style").is_some_and(|style| style.replace(' ', "").contains("display:none"));
    effect.role = match name {
        "h1" | "h2" | "h3" | "h4" | "h5" | "h6" => Some(Role::Heading(name.as_bytes()[1] - b'0')),
        "p" => Some(Role::Paragraph),
        "li" => Some(Role::ListItem),
        "figcaption" | "caption" => Some(Role::Caption),
        "blockquote" => Some(Role::Quote),
        "address" => Some(Role::Byline),
        _ => None,
    };
    effect.time = name == "time" || element.attr("itemprop").is_some_and(|prop| prop.starts_with("date"));
    effect.main =
        matches!(name, "article" | "main") || role == "main" || element.attr("itemprop") == Some("articleBody");
    effect.aside = matches!(name, "nav" | "aside" | "footer" | "form" | "button" | "dialog")
        || matches!(
            role,
            "navigation" | "complementary" | "contentinfo" | "search" | "dialog" | "banner" | "menu" | "toolbar"
        )
        || hidden;
    if matches!(name, "html" | "body" | "main" | "article") {
        effect.aside = hidden;
        return effect;
    }
    let words = element.attr("class").unwrap_or_default().len() + element.attr("id").unwrap_or_default().len();
    if words > 0 && words < 400 {
        for attribute in ["class", "id"] {
            hint(element.attr(attribute).unwrap_or_default(), &mut effect);
        }
    }
    effect
}

/// What the words of `class` and `id` say.
fn hint(names: &str, effect: &mut Effect) {
    let names = names.to_ascii_lowercase();
    let has = |hint: &[&str]| hint.iter().any(|word| names.contains(word));
    if has(&HINTS.main) {
        effect.main = true;
        return;
    }
    if has(&HINTS.quote) {
        effect.role = Some(Role::Quote);
    } else if has(&HINTS.caption) {
        effect.role = Some(Role::Caption);
    } else if has(&HINTS.byline) && effect.role.is_none() {
        effect.role = Some(Role::Byline);
    }
    effect.time |= has(&HINTS.time);
    // A builder of pages calls each paragraph of the article a widget.
    if names.contains("elementor") {
        return;
    }
    let mut words = names.split(|c: char| !c.is_ascii_alphanumeric());
    effect.aside |= has(&HINTS.aside) || words.any(|word| HINTS.aside_whole.contains(&word));
}
