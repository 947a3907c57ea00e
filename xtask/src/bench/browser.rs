//! The page's module in Chromium, by `tests/browser/bench.js`.

use super::Texts;
use crate::{build, install, root, shell};
use anyhow::{Context, Result};
use std::process::Command;

/// How long the article is that a reader waits for.
const ARTICLE: usize = 3500;

/// From a cold start to the first annotation, and one article when the worker is warm.
pub fn measure(texts: &Texts) -> Result<()> {
    build::make()?;
    install::node()?;
    let tests = root().join("tests/browser");
    install::packages(&tests)?;
    let article = build::target_folder()?.join("bench-article.txt");
    std::fs::write(&article, texts.article(ARTICLE)).with_context(|| format!("cannot write {}", article.display()))?;
    let mut bench = Command::new("node");
    bench.current_dir(&tests).arg("bench.js").arg(&texts.file).arg(article);
    shell::run(bench.env("POSTIL_BROWSER", install::browser()?))
}
