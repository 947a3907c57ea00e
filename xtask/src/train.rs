//! Fits the weights that the project carries in `model/`.

use crate::{root, shell};
use anyhow::{Context, Result};
use std::path::Path;
use std::process::Command;

/// Runs the trainers one after the other; each sees the weights that the one before it wrote.
///
/// `silver` is a file of trees that another parser wrote, as CoNLL-U; see `model/README.md`.
pub fn train(gold: &Path, silver: Option<&Path>, open_only: bool) -> Result<()> {
    let gold = gold.canonicalize().with_context(|| format!("no folder {}", gold.display()))?;
    let silver = match silver {
        Some(file) => Some(file.canonicalize().with_context(|| format!("no file {}", file.display()))?),
        None => None,
    };
    shell::run(trainer("fit").arg("--gold").arg(&gold))?;
    for part in [None, Some("--parser"), Some("--claims")] {
        let mut trainer = trainer("tagger");
        trainer.args(part).arg("--gold").arg(&gold);
        if open_only {
            trainer.arg("--open-only");
        } else if let Some(silver) = &silver {
            trainer.arg("--silver").arg(silver);
        }
        shell::run(&mut trainer)?;
    }
    Ok(())
}

/// Writes the word clusters anew from a file of vectors.
pub fn clusters(vectors: &Path) -> Result<()> {
    let vectors = vectors.canonicalize().with_context(|| format!("no file {}", vectors.display()))?;
    shell::run(trainer("tagger").arg("--vectors").arg(vectors))
}

fn trainer(name: &str) -> Command {
    let mut trainer = shell::cargo();
    trainer.current_dir(root());
    trainer.args(["run", "--profile", "train", "--package", "postil", "--features", "train", "--bin", name, "--"]);
    trainer
}
