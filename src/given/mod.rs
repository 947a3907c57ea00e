//! What is known beside the pasted words.

mod decision;

pub use decision::{Action, Addition, Decision, Layer, Place, Speaker, Value, Who};

use jiff::civil::Date;

/// What the caller knows beside the text. Nothing of it is guessed: a field left out stays unknown.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Given {
    /// The reference date a person set; it goes before any that the article states.
    pub date: Option<Date>,
    /// Where the article stood.
    pub url: Option<String>,
    /// Its title, if known apart from the text.
    pub title: Option<String>,
    /// Its author line, if known apart from the text.
    pub byline: Option<String>,
    /// The site's name.
    pub site: Option<String>,
    /// The pieces of the pasted HTML in order, if there was HTML.
    pub outline: Option<Vec<Piece>>,
    /// What a person decided about the annotations, in order.
    pub decisions: Vec<Decision>,
    /// Annotate though the text does not look English.
    pub insist: bool,
    /// All of the text is the article: no block is muted unless a person takes it out.
    pub whole: bool,
}

/// A block-level piece of pasted HTML, in document order.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Piece {
    /// Its visible words, white space folded.
    pub text: String,
    /// What the markup calls it.
    pub role: Role,
    /// Share of its characters that stand in links, in percent.
    pub link_share: u8,
    /// Within `nav`, `aside`, `footer`, a form, a hidden element or the like.
    pub aside: bool,
    /// Within `article` or `main`.
    pub main: bool,
}

/// What the markup calls a piece.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Role {
    /// `h1`…`h6`, with its level.
    Heading(u8),
    /// `p` and other running text.
    Paragraph,
    /// `li`.
    ListItem,
    /// `figcaption`, `caption`.
    Caption,
    /// `blockquote`.
    Quote,
    /// `time`, and elements that say they hold a date.
    Time,
    /// `address`, and elements that say they hold an author.
    Byline,
    /// Anything else.
    Other,
}
