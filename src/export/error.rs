//! Why an export cannot be read, or not be written in a format.

use super::FORMAT_VERSION;
use std::fmt;

/// Why a JSON text cannot be read as an export, or a format cannot be written; for people.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Error {
    message: String,
}

impl Error {
    #[cold]
    pub(super) fn not_json(error: &serde_json::Error) -> Error {
        Error { message: format!("this is not JSON: {error}") }
    }

    #[cold]
    pub(super) fn not_ours() -> Error {
        Error { message: "this JSON is not an export of Postil: its \"format\" is not \"postil\"".to_owned() }
    }

    #[cold]
    pub(super) fn no_version() -> Error {
        Error { message: "this export does not say which version of the format it is in".to_owned() }
    }

    #[cold]
    pub(super) fn version(version: &str) -> Error {
        Error {
            message: format!(
                "this export is in version {version} of the format; this program reads version {FORMAT_VERSION} and \
                 those that begin with the same number"
            ),
        }
    }

    #[cold]
    pub(super) fn shape(what: &str) -> Error {
        Error { message: format!("this export is not complete: {what}") }
    }

    #[cold]
    pub(super) fn no_format(name: &str) -> Error {
        Error { message: format!("there is no format \"{name}\"") }
    }

    #[cold]
    pub(super) fn no_text(title: &str) -> Error {
        Error { message: format!("{title} cannot be written without the article's text, and this export has none") }
    }

    #[cold]
    pub(super) fn no_lexicon() -> Error {
        Error { message: "this JSON is not a lexicon of Postil: its \"format\" is not \"postil-lexicon\"".to_owned() }
    }

    #[cold]
    pub(super) fn lexicon_version(version: &str) -> Error {
        Error {
            message: format!("this lexicon is in version {version} of its format, which this program does not read"),
        }
    }

    #[cold]
    pub(super) fn entry(number: usize, why: String) -> Error {
        Error { message: format!("entry {number} of this lexicon: {why}") }
    }

    #[cold]
    pub(super) fn broken(what: String) -> Error {
        Error { message: format!("this export does not hold together: {what}") }
    }
}

impl fmt::Display for Error {
    fn fmt(&self, formatter: &mut fmt::Formatter<'_>) -> fmt::Result {
        formatter.write_str(&self.message)
    }
}

impl std::error::Error for Error {}
