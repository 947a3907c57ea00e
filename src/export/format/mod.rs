//! The formats that an export can leave in, one file each.
//!
//! [`FORMATS`] is the one list: the program's `--format` and the page's dialogue both take their choices from it. To add
//! a format, write its file and name it in the list. A format does not read the wire types item by item but a [`View`]:
//! one list of marked items with their words, labels and attributes, and the links between them.

mod brat;
mod conll;
mod csv;
mod doccano;
mod html;
mod hypothesis;
mod inception;
pub(super) mod json_writer;
mod label_studio;
mod markdown;
mod prodigy;
mod schema_org;
mod spacy;
mod tokens;
mod view;
mod w3c;
mod worksheet;
mod zip;

pub use csv::{ATTRIBUTES, GUARDED, POSITIONS};

use super::{Error, json, wire};
use serde::Serialize;
use view::View;

/// A format, as data.
#[derive(Serialize)]
pub struct Format {
    /// What the program calls it.
    pub name: &'static str,
    /// What a person calls it.
    pub title: &'static str,
    /// What it is for: the heading under which the page lists it.
    pub group: &'static str,
    /// One line for whoever chooses.
    pub about: &'static str,
    /// After the name of a file, without the first dot.
    pub extension: &'static str,
    /// Of the file.
    #[serde(rename = "type")]
    pub media_type: &'static str,
    /// Whether it can be written without the article's text.
    pub text: Text,
    #[serde(skip)]
    write: Writer,
}

/// What a format needs of the article's text.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize)]
#[serde(rename_all = "lowercase")]
pub enum Text {
    /// It can do without: positions stay.
    Optional,
    /// It holds the text, or is made of it.
    Needed,
}

enum Writer {
    /// `postil/1` itself, whatever the options.
    Whole,
    /// One file of text.
    One(fn(&View<'_>, &Options) -> String),
    /// Several files, packed into a zip.
    Packed(fn(&View<'_>) -> Vec<Part>),
}

/// A file within a zip.
struct Part {
    name: &'static str,
    text: String,
}

/// What a person chooses of a file.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub struct Options {
    /// Only what a person accepted or changed.
    pub accepted: bool,
    /// CSV as Excel opens it: with a byte order mark, lines ending in CRLF.
    pub excel: bool,
}

/// A file that was written.
pub struct File {
    /// For people: the text of the file; of a zip, the text of each file in it.
    pub text: String,
    /// The bytes, where they are not those of the text.
    pub bytes: Option<Vec<u8>>,
}

use Text::{Needed, Optional};
use Writer::{One, Packed, Whole};

const RETURN: &str = "To come back to";
const READ: &str = "To read";
const CHECK: &str = "To check facts with";
const TOOLS: &str = "For annotation tools";
const DATA: &str = "For programs";

const JSON: &str = "application/json";
const JSON_LD: &str = "application/ld+json";
const JSON_LINES: &str = "application/jsonl";
const HTML: &str = "text/html";
const MARKDOWN: &str = "text/markdown";
const CSV: &str = "text/csv";
const PLAIN: &str = "text/plain";

const fn format(
    name: &'static str,
    title: &'static str,
    (group, about): (&'static str, &'static str),
    (extension, media_type): (&'static str, &'static str),
    text: Text,
    write: Writer,
) -> Format {
    Format { name, title, group, about, extension, media_type, text, write }
}

/// Every format, in the order in which people are shown them.
#[rustfmt::skip]
pub static FORMATS: &[Format] = &[
    format("json", "Postil (JSON)", (RETURN, "Everything. Drop it here again to go on."), ("postil.json", JSON), Optional, Whole),
    format("html", "Web page (HTML)", (READ, "The article with its marks, and the facts, as one file."), ("html", HTML), Needed, One(html::write)),
    format("markdown", "Markdown", (READ, "The facts as a list, each with its quote."), ("md", MARKDOWN), Needed, One(markdown::write)),
    format("csv", "Table (CSV)", (READ, "A row for each mark, claim and fact; for a spreadsheet."), ("csv", CSV), Optional, One(csv::write)),
    format("worksheet", "Fact-check worksheet (HTML)", (CHECK, "Claims worth checking, with room for notes; prints well."), ("worksheet.html", HTML), Needed, One(worksheet::write_html)),
    format("worksheet-md", "Fact-check worksheet (Markdown)", (CHECK, "The same as plain text."), ("worksheet.md", MARKDOWN), Needed, One(worksheet::write_markdown)),
    format("worksheet-csv", "Fact-check worksheet (CSV)", (CHECK, "The same for a spreadsheet."), ("worksheet.csv", CSV), Needed, One(worksheet::write_csv)),
    format("schema-org", "schema.org (JSON-LD)", (CHECK, "NewsArticle, Claims and drafts of ClaimReviews without a rating."), ("schema.jsonld", JSON_LD), Needed, One(schema_org::write)),
    format("w3c", "W3C Web Annotation", (TOOLS, "The standard; counts code points."), ("jsonld", JSON_LD), Optional, One(w3c::write)),
    format("recogito", "Recogito", (TOOLS, "W3C Web Annotation as Recogito reads it; counts UTF-16 units."), ("recogito.json", JSON), Needed, One(w3c::write_recogito)),
    format("hypothesis", "Hypothesis", (TOOLS, "Notes on the page they came from; import the file in the sidebar."), ("hypothesis.json", JSON), Needed, One(hypothesis::write)),
    format("brat", "brat (zip)", (TOOLS, "Text, standoff and configuration in a zip."), ("brat.zip", "application/zip"), Needed, Packed(brat::write)),
    format("doccano", "doccano", (TOOLS, "Names, figures and times, none over another."), ("doccano.jsonl", JSON_LINES), Needed, One(doccano::write)),
    format("doccano-relations", "doccano, with relations", (TOOLS, "All marks and links; the project has to allow overlapping spans."), ("doccano-relations.jsonl", JSON_LINES), Needed, One(doccano::write_relations)),
    format("label-studio", "Label Studio: tasks", (TOOLS, "Marks and links as predictions."), ("label-studio.json", JSON), Needed, One(label_studio::write)),
    format("label-studio-config", "Label Studio: labels", (TOOLS, "The labelling configuration, to paste into the project's settings."), ("label-studio.xml", "application/xml"), Optional, One(label_studio::write_configuration)),
    format("inception", "INCEpTION (UIMA CAS JSON 0.4)", (TOOLS, "Names as named entities, the rest as layers of Postil's own."), ("cas.json", JSON), Needed, One(inception::write)),
    format("prodigy", "Prodigy", (TOOLS, "Tokens, spans and relations."), ("prodigy.jsonl", JSON_LINES), Needed, One(prodigy::write)),
    format("spacy", "spaCy", (DATA, "A Doc as JSON, for Doc.from_json."), ("spacy.json", JSON), Needed, One(spacy::write)),
    format("conll", "CoNLL-2002", (DATA, "A token and its tag per line: PER, ORG, LOC, MISC."), ("conll", PLAIN), Needed, One(conll::write)),
];

/// The format of a name.
///
/// # Errors
/// If there is none.
pub fn find(name: &str) -> Result<&'static Format, Error> {
    FORMATS.iter().find(|format| format.name == name).ok_or_else(|| Error::no_format(name))
}

impl Format {
    /// The document as a file of this format.
    ///
    /// # Errors
    /// If the format needs the article's text, and the document has none.
    pub fn write(&self, document: &wire::Document, options: &Options) -> Result<File, Error> {
        if self.text == Needed && document.document.text.is_none() {
            return Err(Error::no_text(self.title));
        }
        Ok(match self.write {
            Whole => File { text: json::write_pretty(document), bytes: None },
            One(write) => File { text: write(&View::new(document, options), options), bytes: None },
            Packed(write) => {
                let parts = write(&View::new(document, options));
                let mut text = String::new();
                for part in &parts {
                    text.push_str(&["── ", part.name, "\n", &part.text, "\n"].concat());
                }
                File { text, bytes: Some(zip::pack(&parts)) }
            }
        })
    }
}
