//! The page's module in Node beside the libraries of `benches/peers`, in one process and in turns.

use super::{Spread, Texts, speed};
use crate::{build, install, root, settings, shell};
use anyhow::{Context, Result};
use std::process::Command;

/// Times them and prints a line for each.
pub fn node(texts: &Texts, rounds: usize) -> Result<()> {
    build::make()?;
    install::node()?;
    let peers = root().join("benches/peers");
    install::packages(&peers)?;
    let settings = settings::read(&root())?;
    let package = root().join(&settings.out_dir);
    let mut node = Command::new("node");
    node.current_dir(&peers).arg("peers.js").arg(package.join(format!("{}.js", settings.out_name)));
    node.arg(package.join(format!("{}_bg.wasm", settings.out_name))).arg(&texts.file).arg(rounds.to_string());
    let lines = shell::output(&mut node)?;
    let read = |line: &str| {
        let (name, rounds) = line.split_once(' ')?;
        let rounds = rounds.split(' ').filter_map(|round| round.parse().ok()).collect();
        Some((name.to_owned(), Spread::of(rounds)?))
    };
    let found: Vec<(String, Spread)> = lines.lines().filter_map(read).collect();
    let (_, postil) = found.iter().find(|(name, _)| name == "postil").context("the module was not timed")?;
    for (name, spread) in &found {
        speed(name, spread, Some(postil).filter(|_| name != "postil"));
    }
    Ok(())
}
