//! What the page knows beside an article, as it says it.

use super::{json, lexicon, review};
use crate::given::{Given, Piece, Role};
use crate::text;
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
    /// The decisions so far: JSON text, the `review` of an export.
    pub review: Option<String>,
    /// A personal lexicon: JSON text, as [`lexicon`] reads it. What it decides stands before `review`.
    pub lexicon: Option<String>,
    /// Annotate though the text does not look English.
    pub insist: bool,
    /// Code points that were cut off the text; for the export alone.
    pub truncated: u32,
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

impl GivenWire {
    /// The same for the core. The decisions are anchored in `text`.
    ///
    /// # Errors
    /// If the date is none, the decisions are no list of them, or the lexicon is none.
    pub fn read(self, text: &str) -> Result<Given, String> {
        let date = self.date.filter(|date| !date.is_empty());
        let date = date.map(|date| iso(&date).ok_or_else(|| format!("\"{date}\" is no date of the form YYYY-MM-DD")));
        let review = self.review.map_or_else(|| Ok(Vec::new()), |review| json::read_review(&review));
        let review = review.map_err(|error| error.to_string())?;
        let decisions = match self.lexicon {
            Some(lexicon) => {
                let entries = lexicon::read(&lexicon).map_err(|error| error.to_string())?;
                let text = text::normalized(text);
                review::decisions(&lexicon::with_lexicon(review, &entries, &text), &text)
            }
            None => review::decisions(&review, text),
        };
        Ok(Given {
            date: date.transpose()?,
            url: self.url,
            title: self.title,
            byline: self.byline,
            site: self.site,
            outline: self.outline.map(|pieces| pieces.into_iter().map(PieceWire::read).collect()),
            decisions,
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
    fn decisions_are_placed() {
        let review = r#"[{ "seq": 1, "target": "b-x", "action": "block", "after": { "included": false },
            "anchor": { "start": 2, "end": 4, "start16": 3, "end16": 5, "exact": "no" } }]"#;
        let given =
            GivenWire { date: Some("2025-06-11".to_owned()), review: Some(review.to_owned()), ..GivenWire::default() };
        let given = given.read("🙂\nno").expect("what is given");
        assert_eq!(given.date, Some(jiff::civil::date(2025, 6, 11)));
        assert_eq!(given.decisions[0].place.span, Some(crate::Span::new(5, 7)));
    }

    #[test]
    fn a_wrong_date_is_said() {
        let given = GivenWire { date: Some("yesterday".to_owned()), ..GivenWire::default() };
        assert_eq!(given.read(""), Err("\"yesterday\" is no date of the form YYYY-MM-DD".to_owned()));
    }
}
