//! `postil annotate FILE`: one article.

use crate::args::{Annotate, Format};
use crate::fault::Fault;
use crate::outline;
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
    let options = export::Options { created: args.created.clone(), text: !args.no_text };
    let document = export::document(&annotate(&text, &given), &given, &options);
    write(&document, args.format, args.pretty)
}

/// Writes a document to the standard output.
pub fn write(document: &export::wire::Document, format: Format, pretty: bool) -> Result<(), Fault> {
    let mut output = match format {
        Format::Json if pretty => export::json::write_pretty(document),
        Format::Json => export::json::write(document),
        Format::Text => export::listing::write(document),
        Format::Csv => export::csv::write(document),
        Format::W3c => export::w3c::write(document),
    };
    if !output.ends_with('\n') {
        output.push('\n');
    }
    let mut out = std::io::stdout().lock();
    out.write_all(output.as_bytes()).and_then(|()| out.flush()).map_err(Fault::write)
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
