//! `postil annotate FILE`: one article.

use crate::args::{Annotate, LISTING, Output};
use crate::fault::Fault;
use crate::outline;
use postil::export::format;
use postil::export::lexicon::Entry;
use postil::export::wire::Review;
use postil::given::Decision;
use postil::{Given, annotate, export};
use std::io::{Read, Write};
use std::path::Path;

pub fn run(args: &Annotate) -> Result<(), Fault> {
    let outline = match &args.html {
        Some(path) => Some(outline::read(&read(Some(path))?)).filter(|pieces| !pieces.is_empty()),
        None => None,
    };
    let text = match (&args.file, &outline) {
        // The page alone: its own words are the text.
        (None, Some(pieces)) => outline::text(pieces),
        _ => read(args.file.as_deref())?,
    };
    let given = Given {
        date: args.date,
        url: args.url.clone(),
        outline,
        insist: args.insist,
        whole: args.whole,
        ..Given::default()
    };
    let (given, review) = match &args.review {
        Some(path) => reviewed(given, path, &text)?,
        None => (given, Vec::new()),
    };
    let given = Given { decisions: decisions(review, &lexicon(args)?, &text), ..given };
    let options = export::Options { created: args.created.clone(), text: !args.no_text, truncated: 0 };
    let document = export::document(&annotate(&text, &given), &given, &options);
    document.review.iter().for_each(warn);
    write(&document, &args.output)
}

/// The entries of the personal lexicon, if there is one.
pub fn lexicon(args: &Annotate) -> Result<Vec<Entry>, Fault> {
    let Some(path) = &args.lexicon else { return Ok(Vec::new()) };
    export::lexicon::read(&read(Some(path))?)
        .map_err(|error| Fault::Other(format!("cannot read the lexicon {}: {error}", path.display())))
}

/// What was decided about an article, the lexicon's decisions first.
pub fn decisions(review: Vec<Review>, lexicon: &[Entry], text: &str) -> Vec<Decision> {
    let text = postil::text::normalized(text);
    export::decisions(&export::lexicon::with_lexicon(review, lexicon, &text), &text)
}

/// What is known of an earlier export, as far as it is not given anew, and what was decided in it.
fn reviewed(given: Given, path: &Path, text: &str) -> Result<(Given, Vec<Review>), Fault> {
    let earlier = export::json::read(&read(Some(path))?)
        .map_err(|error| Fault::Other(format!("cannot read the decisions of {}: {error}", path.display())))?;
    let text = postil::text::normalized(text);
    let review = match earlier.document.text {
        Some(_) => earlier.review,
        None => export::attach(&earlier, &text),
    };
    let date = earlier.reference.date.filter(|_| earlier.reference.basis == "user");
    let given = Given {
        date: given.date.or_else(|| date?.parse().ok()),
        insist: given.insist || earlier.generator.options.insist,
        whole: given.whole || earlier.generator.options.whole,
        ..given
    };
    Ok((given, review))
}

/// Says of a decision that does not hold what it was and why.
fn warn(entry: &Review) {
    let Some(problem) = &entry.problem else { return };
    let words = entry.anchor.as_ref().and_then(|anchor| anchor.exact.as_deref()).unwrap_or(&entry.target);
    eprintln!("postil: decision {} ({} “{words}”) does not hold: {problem}", entry.seq, entry.action);
}

/// Writes a document to the standard output.
pub fn write(document: &export::wire::Document, output: &Output) -> Result<(), Fault> {
    let options = format::Options { accepted: output.accepted, excel: output.excel };
    let mut bytes = match output.format.as_str() {
        "json" if !output.pretty => export::json::write(document).into_bytes(),
        LISTING => export::listing::write(document).into_bytes(),
        name => {
            let file = format::find(name).and_then(|format| format.write(document, &options));
            let file = file.map_err(|error| Fault::Other(error.to_string()))?;
            file.bytes.unwrap_or(file.text.into_bytes())
        }
    };
    if output.format == "json" && !output.pretty {
        bytes.push(b'\n');
    }
    print(&bytes)
}

/// Writes to the standard output.
pub fn print(bytes: &[u8]) -> Result<(), Fault> {
    let mut out = std::io::stdout().lock();
    out.write_all(bytes).and_then(|()| out.flush()).map_err(Fault::write)
}

/// The text of a file, or of the standard input.
pub fn read(path: Option<&Path>) -> Result<String, Fault> {
    let name = name_of(path);
    let bytes = match file_of(path) {
        Some(path) => std::fs::read(path),
        None => {
            let mut bytes = Vec::new();
            std::io::stdin().lock().read_to_end(&mut bytes).map(|_| bytes)
        }
    };
    String::from_utf8(bytes.map_err(|error| Fault::read(&name, error))?).map_err(|error| {
        let at = error.utf8_error().valid_up_to();
        Fault::Other(format!("{name} is not text in UTF-8: byte {at}, counted from 0, begins no character"))
    })
}

/// What to call an input in a message.
pub fn name_of(path: Option<&Path>) -> String {
    file_of(path).map_or_else(|| "the standard input".to_owned(), |path| path.display().to_string())
}

/// The file that is meant; `None` for the standard input.
pub fn file_of(path: Option<&Path>) -> Option<&Path> {
    path.filter(|path| *path != Path::new("-"))
}
