//! `postil compare OLD NEW`: what differs between two versions of an article.

use crate::annotate::{print, read};
use crate::args::{Compare, Listing};
use crate::fault::Fault;
use postil::export::{compare, wire};
use postil::{Given, annotate, export};
use std::path::Path;

pub fn run(args: &Compare) -> Result<(), Fault> {
    let (old, new) = (version(&args.old, args)?, version(&args.new, args)?);
    let comparison = compare::compare(&old, &new).map_err(|error| Fault::Other(error.to_string()))?;
    match args.format {
        Listing::Text => print(compare::listing(&comparison).as_bytes()),
        Listing::Json => print(format!("{}\n", compare::json(&comparison)).as_bytes()),
    }
}

/// An export as it is, or an article read now.
fn version(path: &Path, args: &Compare) -> Result<wire::Document, Fault> {
    let text = read(Some(path))?;
    if text.trim_start_matches('\u{feff}').trim_start().starts_with('{') {
        return export::json::read(&text)
            .map_err(|error| Fault::Other(format!("cannot compare {}: {error}", path.display())));
    }
    let given = Given { date: args.date, ..Given::default() };
    Ok(export::document(&annotate(&text, &given), &given, &export::Options::default()))
}
