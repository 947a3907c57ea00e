//! `postil convert EXPORT`: an export in another format.

use crate::annotate::{name_of, read, write};
use crate::args::Convert;
use crate::fault::Fault;
use postil::export;

pub fn run(args: &Convert) -> Result<(), Fault> {
    let path = args.file.as_deref();
    let document = export::json::read(&read(path)?)
        .map_err(|error| Fault::Other(format!("cannot convert {}: {error}", name_of(path))))?;
    write(&document, &args.output)
}
