//! How fast it is, natively and in the browser.

use crate::{build, install, root, shell};
use anyhow::{Context, Result};
use std::path::Path;
use std::process::Command;

/// The benchmarks of `benches/`.
pub fn native(text: Option<&Path>, filter: Option<&str>) -> Result<()> {
    let mut bench = shell::cargo();
    bench.args(["bench", "--package", "postil", "--bench", "stages", "--"]).args(filter);
    if let Some(text) = text {
        let text = text.canonicalize().with_context(|| format!("nothing at {}", text.display()))?;
        bench.env("BENCH_TEXT", text);
    }
    shell::run(&mut bench)
}

/// The page's module in Chromium, by `tests/browser/bench.js`.
pub fn browser(text: Option<&Path>) -> Result<()> {
    build::make()?;
    install::node()?;
    let tests = root().join("tests/browser");
    install::packages(&tests)?;
    let mut bench = Command::new("node");
    bench.current_dir(&tests).arg("bench.js").env("POSTIL_BROWSER", install::browser()?);
    if let Some(text) = text {
        bench.arg(text.canonicalize().with_context(|| format!("nothing at {}", text.display()))?);
    }
    shell::run(&mut bench)
}
