//! What the page knows beside an article, as it says it.

use crate::given::{Choice, Given, Piece, Role};
use crate::span::Span;
use crate::text::Index;
use jiff::civil::Date;
use serde::Deserialize;
use std::ops::Range;

/// [`Given`] on the wire; every field may be left out.
#[derive(Debug, Default, Deserialize)]
#[serde(default)]
pub struct GivenWire {
    /// The reference date, `2025-06-11`.
    pub date: Option<String>,
    /// Where the article stood.
    pub url: Option<String>,
    /// Its title.
    pub title: Option<String>,
    /// Its author line.
    pub byline: Option<String>,
    /// The site's name.
    pub site: Option<String>,
    /// The pieces of the pasted HTML, in order.
    pub outline: Option<Vec<PieceWire>>,
    /// Blocks taken in or out.
    pub choices: Vec<ChoiceWire>,
    /// Annotate though the text does not look English.
    pub insist: bool,
    /// All of the text is the article.
    pub whole: bool,
}

/// [`Piece`] on the wire.
#[derive(Debug, Deserialize)]
#[serde(rename_all = "camelCase")]
pub struct PieceWire {
    /// Its visible words.
    pub text: String,
    /// `h1`…`h6`, `paragraph`, `listItem`, `caption`, `quote`, `time`, `byline`; any other word is `other`.
    pub role: String,
    /// Share of its characters that stand in links, in whole percent.
    pub link_share: u8,
    /// Within navigation and the like.
    pub aside: bool,
    /// Within the article's element.
    pub main: bool,
}

/// [`Choice`] on the wire, in UTF-16 units of the text.
#[derive(Clone, Copy, Debug, Deserialize)]
pub struct ChoiceWire {
    /// First unit.
    pub start16: u32,
    /// One past the last unit.
    pub end16: u32,
    /// Whether the block is to be annotated.
    pub included: bool,
}

impl GivenWire {
    /// The same for the core. `text` is what the choices count in; one that does not fit it is dropped.
    ///
    /// # Errors
    /// If the date is none.
    pub fn read(self, text: &str) -> Result<Given, String> {
        let date = self.date.filter(|date| !date.is_empty());
        let date = date.map(|date| iso(&date).ok_or_else(|| format!("\"{date}\" is no date of the form YYYY-MM-DD")));
        let index = Index::new(text);
        let choice = |choice: &ChoiceWire| {
            let (start, end) = (index.byte(choice.start16)?, index.byte(choice.end16)?);
            (start <= end).then(|| Choice { span: Span::new(start, end), included: choice.included })
        };
        Ok(Given {
            date: date.transpose()?,
            url: self.url,
            title: self.title,
            byline: self.byline,
            site: self.site,
            outline: self.outline.map(|pieces| pieces.into_iter().map(PieceWire::read).collect()),
            choices: self.choices.iter().filter_map(choice).collect(),
            insist: self.insist,
            whole: self.whole,
        })
    }
}

/// A day as ISO 8601 writes it. The calendar library's own reader takes times and zones too, and weighs as much.
fn iso(date: &str) -> Option<Date> {
    let number = |range: Range<usize>| date.get(range).filter(|part| part.bytes().all(|byte| byte.is_ascii_digit()));
    if date.len() != 10 || date.get(4..5) != Some("-") || date.get(7..8) != Some("-") {
        return None;
    }
    Date::new(number(0..4)?.parse().ok()?, number(5..7)?.parse().ok()?, number(8..10)?.parse().ok()?).ok()
}

impl PieceWire {
    fn read(self) -> Piece {
        let PieceWire { text, role, link_share, aside, main } = self;
        Piece { text, role: read_role(&role), link_share: link_share.min(100), aside, main }
    }
}

fn read_role(role: &str) -> Role {
    match role.as_bytes() {
        [b'h', level @ b'1'..=b'6'] => Role::Heading(level - b'0'),
        b"paragraph" => Role::Paragraph,
        b"listItem" => Role::ListItem,
        b"caption" => Role::Caption,
        b"quote" => Role::Quote,
        b"time" => Role::Time,
        b"byline" => Role::Byline,
        _ => Role::Other,
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn choices_count_in_utf16() {
        let json = r#"{ "date": "2025-06-11", "choices": [
            { "start16": 3, "end16": 5, "included": false }, { "start16": 1, "end16": 5, "included": true } ] }"#;
        let given: GivenWire = serde_json::from_str(json).expect("what is given");
        let given = given.read("🙂\nno").expect("a date");
        assert_eq!(given.date, Some(jiff::civil::date(2025, 6, 11)));
        assert_eq!(given.choices, [Choice { span: Span::new(5, 7), included: false }]);
    }

    #[test]
    fn a_wrong_date_is_said() {
        let given = GivenWire { date: Some("yesterday".to_owned()), ..GivenWire::default() };
        assert_eq!(given.read(""), Err("\"yesterday\" is no date of the form YYYY-MM-DD".to_owned()));
    }
}
