//! Instructions to a token, by valgrind's callgrind: the same whatever else the machine does.

use super::{Texts, native};
use crate::{build, shell};
use anyhow::{Context, Result, ensure};
use std::process::Command;

/// Counts and prints them.
pub fn measure(texts: &Texts) -> Result<()> {
    let found = Command::new("valgrind").arg("--version").output();
    ensure!(found.is_ok_and(|found| found.status.success()), "valgrind is not installed");
    let program = native::program()?;
    let folder = build::target_folder()?;
    let whole = folder.join("bench.txt");
    std::fs::write(&whole, texts.all.join("\n\n"))?;
    let trees = shell::output(Command::new(&program).arg("parse").arg("--insist").arg(&whole))?;
    let tokens = trees.lines().filter(|line| line.starts_with(|first: char| first.is_ascii_digit())).count();
    let profile = folder.join("callgrind.out");
    let mut valgrind = Command::new("valgrind");
    valgrind.args(["--tool=callgrind", "--quiet"]).arg(format!("--callgrind-out-file={}", profile.display()));
    valgrind.arg(&program);
    native::on_one_core(&mut valgrind, texts);
    shell::run(&mut valgrind)?;
    let file = std::fs::read_to_string(&profile)?;
    let total = file.lines().find_map(|line| line.strip_prefix("totals: ").or(line.strip_prefix("summary: ")));
    let total: u64 = total.and_then(|total| total.trim().parse().ok()).context("callgrind wrote no total")?;
    println!("  {} a token, export and all ({:.2} million tokens)", total / tokens.max(1) as u64, tokens as f64 / 1e6);
    Ok(())
}
