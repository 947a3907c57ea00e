//! All the tests, one part after the other, and their counts.

use crate::{build, fuzz, install, offline, root, shell};
use anyhow::{Context, Result, bail};
use std::io::{BufRead, BufReader, Write};
use std::path::{Path, PathBuf};
use std::process::{Command, Stdio};
use std::time::Instant;

/// Installs what is missing, runs every part though one before it failed, or only those whose name holds `wanted`, and
/// ends with the counts.
pub fn test(wanted: Option<&str>) -> Result<()> {
    install::components()?;
    build::ensure_target()?;
    let mut counts = Counts::default();
    let mut failed = Vec::new();
    for &(name, part) in PARTS.iter().filter(|(name, _)| wanted.is_none_or(|wanted| name.contains(wanted))) {
        println!("\n── {name}");
        let start = Instant::now();
        let mut counted = part().unwrap_or_else(|error| {
            println!("{error:#}");
            Counts { failed: 1, ..Counts::default() }
        });
        if counted == Counts::default() {
            println!("no test ran");
            counted.failed = 1;
        }
        if counted.failed > 0 {
            failed.push(name);
        }
        println!("{name}: {counted} ({:.1} s)", start.elapsed().as_secs_f32());
        counts.add(counted);
    }
    println!();
    if !failed.is_empty() {
        println!("failed: {}", failed.join(", "));
    }
    println!("{counts}");
    std::io::stdout().flush()?;
    if counts.failed > 0 {
        std::process::exit(1);
    }
    Ok(())
}

type Part = fn() -> Result<Counts>;

/// Quick ones first; those that need the page's module after it is built.
const PARTS: &[(&str, Part)] = &[
    ("format", format),
    ("lints", lints),
    ("lints of the wasm", wasm_lints),
    ("core and program", core),
    ("readers of other tools", readers),
    ("archives on Spark", archives),
    ("chores", chores),
    ("wasm boundary", wasm),
    ("build and size budget", budget),
    ("types of the page", types),
    ("page in Chromium", chromium),
    ("page in Firefox", firefox),
    ("fuzzing", fuzzing),
];

/// How long the targets of `fuzz/` run, all together.
const FUZZ_MINUTES: f32 = 2.0;

fn format() -> Result<Counts> {
    shell::run(shell::cargo().args(["fmt", "--all", "--check"])).map(|()| Counts::ONE)
}

fn lints() -> Result<Counts> {
    let clippy = ["clippy", "--quiet", "--all-targets"];
    shell::run(shell::cargo().args(clippy).args(["--package", "postil", "--", "--deny", "warnings"]))?;
    let xtask = ["--package", "xtask", "--profile", "xtask", "--", "--deny", "warnings"];
    shell::run(shell::cargo().args(clippy).args(xtask))?;
    Ok(Counts { passed: 2, ..Counts::default() })
}

fn wasm_lints() -> Result<Counts> {
    let clippy = ["clippy", "--quiet", "--package", "postil", "--lib", "--test", "web"];
    let rest = ["--target", build::TRIPLE, "--no-default-features", "--", "--deny", "warnings"];
    shell::run(shell::cargo().args(clippy).args(rest)).map(|()| Counts::ONE)
}

/// Unit tests, case files, properties, whole articles, the seams, and the examples in the documentation.
fn core() -> Result<Counts> {
    counted(shell::cargo().args(["test", "--package", "postil", "--no-fail-fast"]))
}

/// `tests/readers`: the tools that our formats are for read them, in Python.
fn readers() -> Result<Counts> {
    let python = match install::readers() {
        Ok(python) => python,
        Err(error) => {
            println!("not run: {error:#}");
            return Ok(Counts { skipped: 1, ..Counts::default() });
        }
    };
    counted(Command::new(python).current_dir(root()).arg("-B").arg("tests/readers/read.py").arg(program()?))
}

/// `examples/spark`: an archive in, tables out, the program's own answers beside them.
fn archives() -> Result<Counts> {
    let python = match install::spark() {
        Ok(python) => python,
        Err(error) => {
            println!("not run: {error:#}");
            return Ok(Counts { skipped: 1, ..Counts::default() });
        }
    };
    counted(Command::new(python).current_dir(root()).arg("-B").arg("examples/spark/test.py").arg(program()?))
}

/// The program, built for tests.
fn program() -> Result<PathBuf> {
    shell::run(shell::cargo().args(["build", "--quiet", "--package", "postil", "--bin", "postil"]))?;
    Ok(build::target_folder()?.join("debug").join(format!("postil{}", std::env::consts::EXE_SUFFIX)))
}

fn chores() -> Result<Counts> {
    counted(shell::cargo().args(["test", "--package", "xtask", "--profile", "xtask"]))
}

/// `tests/web.rs` in Node, by the runner that cargo is told to call: this very program.
fn wasm() -> Result<Counts> {
    install::node()?;
    let this = std::env::current_exe()?;
    let this = this.to_str().context("the path of the xtask is not Unicode")?;
    let runner = serde_json::to_string(&[this, "wasm-test-runner"])?;
    let mut tests = shell::cargo();
    tests.args(["test", "--config", &format!("target.{}.runner={runner}", build::TRIPLE)]);
    tests.args(["--package", "postil", "--test", "web", "--target", build::TRIPLE, "--no-default-features"]);
    counted(&mut tests)
}

fn budget() -> Result<Counts> {
    build::build().map(|_| Counts::ONE)
}

fn types() -> Result<Counts> {
    install::node()?;
    let tests = root().join("tests/browser");
    install::packages(&tests)?;
    let compiler = tests.join("node_modules/typescript/bin/tsc");
    shell::run(Command::new("node").current_dir(root()).arg(compiler).args(["--project", "www/tsconfig.json"]))?;
    Ok(Counts::ONE)
}

fn chromium() -> Result<Counts> {
    install::node()?;
    page("chromium", "POSTIL_BROWSER", &install::browser()?)
}

fn firefox() -> Result<Counts> {
    install::node()?;
    match install::firefox() {
        Ok(browser) => page("firefox", "POSTIL_FIREFOX", &browser),
        Err(error) => {
            println!("not run: {error:#}");
            Ok(Counts { skipped: 1, ..Counts::default() })
        }
    }
}

/// `tests/browser` in one browser; the variable tells Playwright where it is.
fn page(project: &str, variable: &str, browser: &Path) -> Result<Counts> {
    let tests = root().join("tests/browser");
    install::packages(&tests)?;
    // The service worker takes no file that is not as the list says, and a script may have changed since the build.
    offline::write(&root().join("www"))?;
    let report = build::target_folder()?.join(format!("{project}-tests.json"));
    let _ = std::fs::remove_file(&report);
    let mut playwright = Command::new("node");
    playwright.current_dir(&tests).args(["node_modules/@playwright/test/cli.js", "test", "--reporter=line,json"]);
    playwright.args(["--project", project]).env(variable, browser);
    playwright.env("PLAYWRIGHT_JSON_OUTPUT_FILE", &report).stdin(Stdio::null());
    let status = playwright.status().context("cannot start node")?;
    let report = std::fs::read_to_string(&report).context("the browser tests left no report")?;
    let stats = &serde_json::from_str::<serde_json::Value>(&report)?["stats"];
    let count = |name: &str| stats[name].as_u64().unwrap_or_default() as u32;
    // A test that passes only when run again has not passed.
    let (passed, failed, skipped) = (count("expected"), count("unexpected") + count("flaky"), count("skipped"));
    if !status.success() && failed == 0 {
        bail!("the browser tests ended with {status}");
    }
    Ok(Counts { passed, failed, skipped })
}

/// Two minutes of `cargo xtask fuzz`.
fn fuzzing() -> Result<Counts> {
    if !cfg!(target_os = "linux") {
        println!("not run: the flags for libFuzzer are those of Linux");
        return Ok(Counts { skipped: 1, ..Counts::default() });
    }
    let mut counts = Counts::default();
    for fuzz::Tally { target, executions, failed } in fuzz::run(&fuzz::TARGETS, FUZZ_MINUTES)? {
        println!("{target}: {executions} executions");
        counts.add(Counts { passed: u32::from(!failed), failed: u32::from(failed), skipped: 0 });
    }
    Ok(counts)
}

/// Runs tests, passes their output through, and adds up their result lines, which are those of `cargo test`.
fn counted(command: &mut Command) -> Result<Counts> {
    let mut child = command.stdin(Stdio::null()).stdout(Stdio::piped()).spawn().context("cannot start the tests")?;
    let output = child.stdout.take().context("the tests have no output")?;
    let mut counts = Counts::default();
    for line in BufReader::new(output).lines() {
        let line = line?;
        if let Some(result) = line.strip_prefix("test result: ") {
            counts.add(Counts::of(result));
        }
        println!("{line}");
    }
    let status = child.wait()?;
    if !status.success() && counts.failed == 0 {
        bail!("the tests ended with {status}");
    }
    Ok(counts)
}

#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
struct Counts {
    passed: u32,
    failed: u32,
    skipped: u32,
}

impl Counts {
    const ONE: Counts = Counts { passed: 1, failed: 0, skipped: 0 };

    fn add(&mut self, other: Counts) {
        self.passed += other.passed;
        self.failed += other.failed;
        self.skipped += other.skipped;
    }

    /// `ok. 7 passed; 0 failed; 0 ignored; …`
    fn of(result: &str) -> Counts {
        let result = result.split_once(". ").map_or(result, |(_, counts)| counts);
        let mut counts = Counts::default();
        for count in result.split("; ") {
            match count.split_once(' ').and_then(|(number, what)| Some((number.parse().ok()?, what))) {
                Some((number, "passed")) => counts.passed = number,
                Some((number, "failed")) => counts.failed = number,
                Some((number, "ignored")) => counts.skipped = number,
                _ => {}
            }
        }
        counts
    }
}

impl std::fmt::Display for Counts {
    fn fmt(&self, f: &mut std::fmt::Formatter<'_>) -> std::fmt::Result {
        write!(f, "{} passed, {} failed", self.passed, self.failed)?;
        match self.skipped {
            0 => Ok(()),
            skipped => write!(f, ", {skipped} skipped"),
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_result_line_is_counted() {
        let line = "FAILED. 7 passed; 2 failed; 1 ignored; 0 measured; 0 filtered out; finished in 0.00s";
        assert_eq!(Counts::of(line), Counts { passed: 7, failed: 2, skipped: 1 });
        assert_eq!(Counts::of(line).to_string(), "7 passed, 2 failed, 1 skipped");
    }
}
