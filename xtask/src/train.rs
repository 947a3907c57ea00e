//! Fits the weights that the project carries in `model/`.

use crate::{root, shell};
use anyhow::{Context, Result};
use std::path::Path;
use std::process::Command;

/// Runs the trainers one after the other.
pub fn train(gold: &Path, open_only: bool) -> Result<()> {
    let gold = gold.canonicalize().with_context(|| format!("no folder {}", gold.display()))?;
    for name in ["fit", "tagger"] {
        let mut trainer = trainer(name);
        trainer.arg("--gold").arg(&gold);
        if open_only && name == "tagger" {
            trainer.arg("--open-only");
        }
        shell::run(&mut trainer)?;
    }
    // The model of claims looks at word clusters, and so at the tagger that was written above.
    shell::run(trainer("tagger").arg("--claims").arg("--gold").arg(&gold))
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
