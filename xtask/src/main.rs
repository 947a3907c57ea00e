//! Chores of the project, one command each: `cargo xtask --help`.

mod bench;
mod build;
mod bundle;
mod conventions;
mod facts;
mod fuzz;
mod gazetteer;
mod install;
mod named;
mod new_rule;
mod offline;
mod own;
mod score;
mod sentences;
mod serve;
mod settings;
mod shell;
mod single;
mod site;
mod test;
mod train;
mod trees;

use anyhow::Result;
use clap::{Parser, Subcommand};
use std::path::PathBuf;
use std::process::ExitCode;

/// Builds, serves, tests and measures Postil.
#[derive(Parser)]
#[command(name = "cargo xtask", disable_help_subcommand = true)]
struct Arguments {
    #[command(subcommand)]
    command: Command,
}

#[derive(Subcommand)]
enum Command {
    /// Builds the wasm module into www/pkg and the single-file page, and checks their sizes against wasm-pack.toml
    Build,
    /// Builds the page, serves www/ on localhost and opens it in a browser
    Serve {
        /// The port to listen on; 0 takes a free one
        #[arg(long, default_value_t = 8017)]
        port: u16,
        /// Print the address only
        #[arg(long)]
        no_open: bool,
    },
    /// Installs what the tests need, runs all of them, and ends with their counts
    Test {
        /// Only the parts whose name holds this, say `readers`
        part: Option<String>,
    },
    /// Throws made-up texts, exports and decisions at the core, and says how many
    Fuzz(fuzz::Options),
    /// Measures the program on a folder of labelled text, and keeps scores from slipping
    Score(score::Options),
    /// Measures speed, in Node and natively beside other libraries, in Chromium, by stage; instructions; weight
    Bench(bench::Options),
    /// Packs the name lists of data/gazetteer into the blob that the program carries
    Gazetteer {
        /// A folder of public name lists, to write the generated lists of data/gazetteer anew from
        #[arg(long, value_name = "DIR")]
        gaz: Option<PathBuf>,
    },
    /// Makes the files of a new rule, say figures/odds, and names it in the slice of its stage
    NewRule {
        /// STAGE/NAME
        rule: String,
    },
    /// Fits the weights in model/ from a folder of labelled text
    Train {
        /// The folder of labelled text
        #[arg(long, value_name = "DIR")]
        gold: PathBuf,
        /// A file of trees that another parser wrote (CoNLL-U), to learn from beside the treebanks
        #[arg(long, value_name = "FILE")]
        silver: Option<PathBuf>,
        /// Learn only from the files whose licence is open, and from no silver trees
        #[arg(long)]
        open_only: bool,
    },
    /// Writes data/lexicon/clusters.tsv from a file of word vectors
    Clusters {
        /// GloVe's vectors of 50 dimensions: a word and its numbers on each line
        vectors: PathBuf,
    },
    /// What cargo calls to run the wasm tests
    #[command(hide = true)]
    WasmTestRunner {
        #[arg(trailing_var_arg = true, allow_hyphen_values = true)]
        arguments: Vec<String>,
    },
}

fn main() -> ExitCode {
    match run(Arguments::parse().command) {
        Ok(()) => ExitCode::SUCCESS,
        Err(error) => {
            eprintln!("xtask: {error:#}");
            ExitCode::FAILURE
        }
    }
}

fn run(command: Command) -> Result<()> {
    match command {
        Command::Build => build::build(),
        Command::Serve { port, no_open } => serve::serve(port, !no_open),
        Command::Test { part } => test::test(part.as_deref()),
        Command::Fuzz(options) => fuzz::fuzz(&options),
        Command::Score(options) => score::score(&options),
        Command::Bench(options) => bench::bench(&options),
        Command::Gazetteer { gaz } => gazetteer::gazetteer(&root(), gaz.as_deref()),
        Command::NewRule { rule } => new_rule::new_rule(&root(), &rule),
        Command::Train { gold, silver, open_only } => train::train(&gold, silver.as_deref(), open_only),
        Command::Clusters { vectors } => train::clusters(&vectors),
        Command::WasmTestRunner { arguments } => {
            let program = String::from("wasm-bindgen-test-runner");
            wasm_bindgen_cli::wasm_bindgen_test_runner::run_cli_with_args(std::iter::once(program).chain(arguments))
        }
    }
}

/// The project's folder.
fn root() -> PathBuf {
    let xtask = PathBuf::from(env!("CARGO_MANIFEST_DIR"));
    xtask.parent().expect("xtask/ lies in the project's folder").to_owned()
}
