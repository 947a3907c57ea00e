//! `postil annotate FILE`: one article.

use crate::args::{Annotate, Format};
use crate::fault::Fault;
use crate::outline;
use postil::{Given, annotate, export};
use std::io::{Read, Write};
use std::path::Path;

pub fn run(args: &Annotate) -> Result<(), Fault> {
    let text = read(args.file.as_deref())?;
    let outline = match &args.html {
        Some(path) => Some(outline::read(&read(Some(path))?)).filter(|pieces| !pieces.is_empty()),
        None => None,
    };
    let given = Given { date: args.date, url: args.url.clone(), outline, insist: args.insist, ..Given::default() };
    let options = export::Options { created: args.created.clone(), text: !args.no_text };
    let document = export::document(&annotate(&text, &given), &given, &options);
    write(&document, args.format, args.pretty)
}

/// Writes a document to the standard output.
pub fn write(document: &export::wire::Document, format: Format, pretty: bool) -> Result<(), Fault> {
    let mut output = match format {
        Format::Json if pretty => export::json::write_pretty(document),
        Format::Json => export::json::write(document) + "\n",
    };
    if !output.is_empty() && !output.ends_with('\n') {
        output.push('\n');
    }
    let mut out = std::io::stdout().lock();
    out.write_all(output.as_bytes()).and_then(|()| out.flush()).map_err(Fault::write)
}

/// The text of a file, or of the standard input.
pub fn read(path: Option<&Path>) -> Result<String, Fault> {
    let (name, bytes) = match path {
        Some(path) if path != Path::new("-") => {
            let name = path.display().to_string();
            let bytes = std::fs::read(path).map_err(|error| Fault::read(&name, error))?;
            (name, bytes)
        }
        _ => {
            let mut bytes = Vec::new();
            let name = "the standard input".to_owned();
            std::io::stdin().lock().read_to_end(&mut bytes).map_err(|error| Fault::read(&name, error))?;
            (name, bytes)
        }
    };
    String::from_utf8(bytes).map_err(|error| {
        let at = error.utf8_error().valid_up_to();
        Fault::Other(format!("{name} is not in UTF-8: byte {at} (counted from 0) begins no character"))
    })
}
