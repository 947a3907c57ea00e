//! Fits the weights that the project carries in `model/`.

use crate::{root, shell};
use anyhow::{Context, Result};
use std::path::Path;

/// Runs the trainers one after the other.
pub fn train(gold: &Path) -> Result<()> {
    let gold = gold.canonicalize().with_context(|| format!("no folder {}", gold.display()))?;
    let mut scorecard = shell::cargo();
    scorecard.args(["run", "--package", "postil", "--features", "train", "--bin", "scorecard", "--"]);
    shell::run(scorecard.current_dir(root()).arg("--gold").arg(gold))
}
