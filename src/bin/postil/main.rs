//! The command-line program: `postil annotate`, `postil compare`, `postil convert`, `postil parse`, `postil rules`.

mod annotate;
mod args;
mod batch;
mod compare;
mod convert;
mod fault;
mod hints;
mod outline;
mod parse;
mod rules;

use args::{Args, Command};
use clap::Parser;
use std::process::ExitCode;

fn main() -> ExitCode {
    let args = match Args::try_parse() {
        Ok(args) => args,
        Err(error) => {
            // Help and version go to the standard output and are no failure.
            let _ = error.print();
            return ExitCode::from(if error.use_stderr() { 2 } else { 0 });
        }
    };
    let done = match args.command {
        Command::Annotate(args) if args.ndjson => batch::run(&args),
        Command::Annotate(args) => annotate::run(&args),
        Command::Compare(args) => compare::run(&args),
        Command::Convert(args) => convert::run(&args),
        Command::Parse(args) => parse::run(&args),
        Command::Rules(args) => rules::run(&args),
    };
    match done {
        Ok(()) => ExitCode::SUCCESS,
        // Whoever reads our output has had enough: `postil … | head`.
        Err(fault) if fault.is_broken_pipe() => ExitCode::SUCCESS,
        Err(fault) => {
            eprintln!("postil: {fault}");
            ExitCode::FAILURE
        }
    }
}
