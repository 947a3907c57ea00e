//! Fits the weights of the claims from a folder of labelled text: `cargo xtask train --gold DIR`.
//!
//! What is measured is never trained on: a sentence of `measure/` that stands in `train/` too is left out.

mod scorecard;

use std::path::PathBuf;
use std::process::ExitCode;

fn main() -> ExitCode {
    let mut arguments = std::env::args().skip(1);
    let gold = match (arguments.next().as_deref(), arguments.next()) {
        (Some("--gold"), Some(folder)) => PathBuf::from(folder),
        _ => {
            eprintln!("fit --gold DIR");
            return ExitCode::FAILURE;
        }
    };
    match scorecard::train(&gold) {
        Ok(()) => ExitCode::SUCCESS,
        Err(error) => {
            eprintln!("{error}");
            ExitCode::FAILURE
        }
    }
}
