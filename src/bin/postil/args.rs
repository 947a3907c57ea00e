//! The arguments.

use clap::builder::{PossibleValue, PossibleValuesParser};
use clap::{Parser, Subcommand, ValueEnum};
use jiff::civil::Date;
use postil::export::format::FORMATS;
use std::path::PathBuf;

/// Annotate an English news article: who and what is named, which figures and times are given, who claims what.
#[derive(Parser)]
#[command(
    name = "postil",
    version,
    max_term_width = 100,
    after_help = "Examples:
  postil annotate article.txt --format text
  postil annotate --date 2025-06-11 < article.txt > article.json
  postil annotate --ndjson < articles.ndjson > annotated.ndjson
  postil convert article.json --format csv > article.csv
  postil compare morning.txt evening.txt
  postil parse article.txt --format text
  postil rules

Exit status: 0 done, 1 something could not be read or written, 2 the command was not understood."
)]
pub struct Args {
    /// What to do.
    #[command(subcommand)]
    pub command: Command,
}

/// What to do.
#[derive(Subcommand)]
pub enum Command {
    /// Annotate an article, or many
    Annotate(Annotate),
    /// Tell what came, went and changed between two versions of an article
    Compare(Compare),
    /// Turn an export into another format
    Convert(Convert),
    /// Show the part of speech, head and relation of each word
    Parse(Parse),
    /// List every rule with what it finds
    Rules(Rules),
}

/// Annotate an article, or many.
///
/// Reads one article as plain text in UTF-8 and writes what was found. With --ndjson reads one JSON object a
/// line, {"id", "text", "date"?, "html"?}, and writes {"id", "postil"} for each, in the same order, on all cores.
/// A line that is no article is answered with {"id", "error": {"line", "message"}}, and the next ones are read.
#[derive(clap::Args)]
#[command(after_help = formats_help("Examples:
  postil annotate article.txt --format text
  postil annotate article.txt --date 2025-06-11 --pretty
  postil annotate page.txt --html page.html > page.json
  postil annotate article.txt --format csv > article.csv
  postil annotate second-edition.txt --review first-edition.postil.json > second-edition.json
  postil annotate article.txt --lexicon my.lexicon.json
  zcat articles.ndjson.gz | postil annotate --ndjson | jq -c '[.id, (.postil.claims | length)]'"))]
pub struct Annotate {
    /// The article; "-" or nothing reads the standard input
    #[arg(value_name = "FILE")]
    pub file: Option<PathBuf>,

    /// How to write it
    #[command(flatten)]
    pub output: Output,

    /// The day the article is from, to read "Tuesday" against; goes before any that the article states
    #[arg(long, short, value_name = "YYYY-MM-DD")]
    pub date: Option<Date>,

    /// The HTML the text was copied from: its structure helps to tell the article from the page
    #[arg(long, value_name = "FILE", conflicts_with = "ndjson")]
    pub html: Option<PathBuf>,

    /// An earlier export of this article, or of another version of it: what was decided in it holds here too. What no
    /// longer fits is listed, and kept in the export
    #[arg(long, value_name = "EXPORT", conflicts_with = "ndjson")]
    pub review: Option<PathBuf>,

    /// A personal lexicon, as the page saves it: names that are always marked, never marked, or called something else.
    /// What --review decides goes before it
    #[arg(long, value_name = "LEXICON")]
    pub lexicon: Option<PathBuf>,

    /// Where the article stood, for the export
    #[arg(long, conflicts_with = "ndjson")]
    pub url: Option<String>,

    /// When the export is made, RFC 3339, for the export; left null otherwise, so that the same article gives the
    /// same bytes
    #[arg(long, value_name = "TIME")]
    pub created: Option<String>,

    /// Leave the article's own words out of the export
    #[arg(long)]
    pub no_text: bool,

    /// Annotate even if the text does not look English
    #[arg(long)]
    pub insist: bool,

    /// Take all of the text for the article: mute no block as page furniture
    #[arg(long)]
    pub whole: bool,

    /// Read and write one article a line
    #[arg(long, conflicts_with_all = ["format", "accepted", "excel", "pretty"])]
    pub ndjson: bool,
}

/// Tell what came, went and changed between two versions of an article.
///
/// Reads two articles as plain text, or exports of them with what was decided, and lists what differs among their
/// headlines, names, figures, times, claims and facts. "+" came, "-" went, "~" changed. In JSON each row has its place in
/// either version.
#[derive(clap::Args)]
#[command(after_help = "Examples:
  postil compare morning.txt evening.txt
  postil compare first.postil.json second.txt --date 2025-06-11 --format json | jq '.rows[].change'")]
pub struct Compare {
    /// The old version: an article or an export
    #[arg(value_name = "OLD")]
    pub old: PathBuf,

    /// The new version: an article or an export
    #[arg(value_name = "NEW")]
    pub new: PathBuf,

    /// The day that articles are from, to read "Tuesday" against; an export has its own
    #[arg(long, short, value_name = "YYYY-MM-DD")]
    pub date: Option<Date>,

    /// What to write
    #[arg(long, short, value_enum, default_value_t = Listing::Text)]
    pub format: Listing,
}

/// Turn an export into another format.
///
/// Reads an export (postil/1, as `postil annotate` and the page write it, edited or not) and writes it in another
/// format. Keys that this program does not know are kept in JSON. An export that does not hold together is refused.
#[derive(clap::Args)]
#[command(after_help = formats_help("Examples:
  postil convert article.json --format csv > article.csv
  postil convert article.json --format brat > article.zip
  postil convert article.json --format html --accepted > article.html
  postil convert article.json --format text | less"))]
pub struct Convert {
    /// The export; "-" or nothing reads the standard input
    #[arg(value_name = "EXPORT")]
    pub file: Option<PathBuf>,

    /// How to write it
    #[command(flatten)]
    pub output: Output,
}

/// Show the part of speech, head and relation of each word.
///
/// Reads an article and writes the tree of each sentence (Universal Dependencies). In the text format each word stands
/// below its head; "?" marks an arc that is not sure.
#[derive(clap::Args)]
#[command(after_help = "Examples:
  postil parse article.txt > article.conllu
  postil parse article.txt --format text | less
  postil parse --conllu treebank.conllu > predicted.conllu")]
pub struct Parse {
    /// The article; "-" or nothing reads the standard input
    #[arg(value_name = "FILE")]
    pub file: Option<PathBuf>,

    /// Read CoNLL-U instead of text, and keep its sentences and tokens
    #[arg(long)]
    pub conllu: bool,

    /// What to write
    #[arg(long, short, value_enum, default_value_t = Tree::Conllu)]
    pub format: Tree,

    /// Parse even if the text does not look English
    #[arg(long, conflicts_with = "conllu")]
    pub insist: bool,
}

/// What trees are written as.
#[derive(Clone, Copy, PartialEq, Eq, ValueEnum)]
pub enum Tree {
    /// CoNLL-U, as treebanks are kept
    Conllu,
    /// A tree for people
    Text,
}

/// List every rule with what it finds.
#[derive(clap::Args)]
pub struct Rules {
    /// What to write
    #[arg(long, short, value_enum, default_value_t = Listing::Text)]
    pub format: Listing,
}

/// How a file is written: the same of a new annotation and of an export.
#[derive(clap::Args)]
pub struct Output {
    /// What to write
    #[arg(long, short, default_value = "json", value_parser = formats(), hide_possible_values = true)]
    pub format: String,

    /// Write only what a person accepted or changed; of all formats but json and text
    #[arg(long)]
    pub accepted: bool,

    /// Write CSV as Excel opens it: with a byte order mark and CRLF
    #[arg(long)]
    pub excel: bool,

    /// Indent the JSON
    #[arg(long)]
    pub pretty: bool,
}

/// The listing for the terminal, which is in the program alone.
pub const LISTING: &str = "text";

/// The names of all formats.
fn formats() -> PossibleValuesParser {
    let formats = FORMATS.iter().map(|format| PossibleValue::new(format.name).help(format.about));
    PossibleValuesParser::new(formats.chain([PossibleValue::new(LISTING).help("A listing for people")]))
}

/// All formats with what each is, for the end of a help text.
fn formats_help(examples: &str) -> String {
    let mut text = format!("Formats:\n  {LISTING:<20} A listing for people\n");
    for format in FORMATS {
        text.push_str(&format!("  {:<20} {}\n", format.name, format.about));
    }
    format!("{text}\n{examples}")
}

/// What a listing is written as.
#[derive(Clone, Copy, PartialEq, Eq, ValueEnum)]
pub enum Listing {
    /// For people
    Text,
    /// For programs
    Json,
}
