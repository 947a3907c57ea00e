//! `cargo xtask fuzz`: the targets of `fuzz/`, each for a share of the time.
//!
//! libFuzzer needs the compiler to count edges, which a stable one does when its LLVM is told to; no address sanitizer,
//! since the crate forbids unsafe code. The folder is that of `cargo fuzz` too, for whoever has a nightly.

use crate::{build, root, shell};
use anyhow::{Context, Result, bail};
use std::path::Path;
use std::process::{Command, Stdio};

pub const TARGETS: [&str; 5] = ["paste", "page", "import", "decisions", "convert"];

/// What makes the compiler count edges and compare operands for libFuzzer.
const FLAGS: [&str; 6] = [
    "--cfg=fuzzing",
    "-Cpasses=sancov-module",
    "-Cllvm-args=-sanitizer-coverage-level=4",
    "-Cllvm-args=-sanitizer-coverage-inline-8bit-counters",
    "-Cllvm-args=-sanitizer-coverage-pc-table",
    "-Cllvm-args=-sanitizer-coverage-trace-compares",
];

#[derive(clap::Args)]
pub struct Options {
    /// How long, all targets together
    #[arg(long, default_value_t = 10.0)]
    minutes: f32,
    /// Only the targets whose name holds this
    target: Option<String>,
    /// Then put the smallest corpus that covers as much into fuzz/corpus
    #[arg(long)]
    keep: bool,
}

/// What a target did.
pub struct Tally {
    pub target: &'static str,
    pub executions: u64,
    pub failed: bool,
}

/// Fuzzes, and prints what was done.
pub fn fuzz(options: &Options) -> Result<()> {
    let wanted = |name: &&str| options.target.as_ref().is_none_or(|part| name.contains(part.as_str()));
    let targets: Vec<&'static str> = TARGETS.into_iter().filter(|name| wanted(name)).collect();
    let tallies = run(&targets, options.minutes)?;
    for Tally { target, executions, failed } in &tallies {
        println!("{target}: {executions} executions{}", if *failed { ", FAILED" } else { "" });
    }
    if options.keep {
        targets.iter().try_for_each(|target| keep(target))?;
    }
    match tallies.iter().any(|tally| tally.failed) {
        true => bail!("the inputs that fail are in fuzz/artifacts"),
        false => Ok(()),
    }
}

/// Builds the targets and gives each an equal share of the minutes.
pub fn run(targets: &[&'static str], minutes: f32) -> Result<Vec<Tally>> {
    let folder = compile()?;
    let seconds = (minutes * 60.0 / targets.len() as f32).ceil().max(1.0) as u64;
    targets.iter().map(|target| run_one(&folder, target, seconds)).collect()
}

fn compile() -> Result<std::path::PathBuf> {
    let host = host()?;
    let folder = build::target_folder()?.join("fuzz");
    let mut cargo = shell::cargo();
    cargo.current_dir(root().join("fuzz")).args(["build", "--quiet", "--release", "--target", &host]);
    cargo.env("CARGO_TARGET_DIR", &folder).env("CARGO_ENCODED_RUSTFLAGS", FLAGS.join("\x1f"));
    shell::run(&mut cargo)?;
    Ok(folder.join(host).join("release"))
}

fn host() -> Result<String> {
    let version = shell::output(Command::new("rustc").arg("-vV"))?;
    let host = version.lines().find_map(|line| line.strip_prefix("host: "));
    Ok(host.context("rustc names no host")?.to_owned())
}

fn run_one(folder: &Path, target: &'static str, seconds: u64) -> Result<Tally> {
    let found = folder.join("corpus").join(target);
    let artifacts = root().join("fuzz/artifacts").join(target);
    let seeds = root().join("fuzz/corpus").join(target);
    for folder in [&found, &artifacts, &seeds] {
        std::fs::create_dir_all(folder).with_context(|| format!("cannot make {}", folder.display()))?;
    }
    let mut fuzzer = Command::new(folder.join(target));
    fuzzer.args([&found, &seeds]).arg(format!("-max_total_time={seconds}"));
    fuzzer.arg(format!("-artifact_prefix={}/", artifacts.display()));
    fuzzer.args([
        "-max_len=2000",
        "-len_control=10",
        "-timeout=60",
        "-rss_limit_mb=3000",
        "-print_final_stats=1",
        "-verbosity=0",
    ]);
    let output = fuzzer.stdin(Stdio::null()).output().with_context(|| format!("cannot start the target {target}"))?;
    let told = String::from_utf8_lossy(&output.stderr);
    let failed = !output.status.success();
    if failed {
        println!("{target}\n{}", told.trim_end());
    }
    let executions = told.lines().find_map(|line| line.strip_prefix("stat::number_of_executed_units:"));
    let executions = executions.and_then(|number| number.trim().parse().ok()).unwrap_or_default();
    Ok(Tally { target, executions, failed })
}

/// Merges what was found into the committed corpus, at its smallest.
fn keep(target: &str) -> Result<()> {
    let folder = build::target_folder()?.join("fuzz").join(host()?).join("release");
    let (found, seeds) = (folder.join("corpus").join(target), root().join("fuzz/corpus").join(target));
    let merged = folder.join("merged").join(target);
    let _ = std::fs::remove_dir_all(&merged);
    std::fs::create_dir_all(&merged)?;
    let mut merge = Command::new(folder.join(target));
    merge.arg("-merge=1").args([&merged, &seeds, &found]).stdin(Stdio::null()).stderr(Stdio::null());
    shell::run(&mut merge)?;
    std::fs::remove_dir_all(&seeds)?;
    std::fs::create_dir_all(&seeds)?;
    for entry in std::fs::read_dir(&merged)? {
        let entry = entry?;
        std::fs::copy(entry.path(), seeds.join(entry.file_name()))?;
    }
    Ok(())
}
