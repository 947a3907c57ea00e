//! What can go wrong on the way in and out.

use std::fmt;
use std::io;

/// A failure, in words for the person at the terminal.
#[derive(Debug)]
pub enum Fault {
    /// With what was being done.
    Io(String, io::Error),
    /// In full.
    Other(String),
}

impl Fault {
    pub fn read(what: &str, error: io::Error) -> Fault {
        Fault::Io(format!("cannot read {what}"), error)
    }

    pub fn write(error: io::Error) -> Fault {
        Fault::Io("cannot write the output".to_owned(), error)
    }

    pub fn is_broken_pipe(&self) -> bool {
        matches!(self, Fault::Io(_, error) if error.kind() == io::ErrorKind::BrokenPipe)
    }
}

impl fmt::Display for Fault {
    fn fmt(&self, formatter: &mut fmt::Formatter<'_>) -> fmt::Result {
        match self {
            Fault::Io(what, error) => {
                // Without the number of the error, which says nothing to a person.
                let error = error.to_string();
                let error = error.split(" (os error").next().unwrap_or_default();
                write!(formatter, "{what}: {error}")
            }
            Fault::Other(message) => formatter.write_str(message),
        }
    }
}
