//! The page as readers load it: `www/` with its scripts and styles made small.
//!
//! The sources stay what browsers can load as they are, one module a file, and `cargo xtask serve` serves those. What
//! is put on a server is `dist/site`: the same files under the same names, without the comments, white space and long
//! names, a third of their weight after Brotli.

use crate::{install, root, shell};
use anyhow::{Context, Result};
use std::path::{Path, PathBuf};
use std::process::Command;

/// Writes the folder anew, and gives the files that a reader's browser loads.
pub fn write() -> Result<Vec<PathBuf>> {
    let (from, to) = (root().join("www"), root().join("dist/site"));
    if to.exists() {
        std::fs::remove_dir_all(&to).with_context(|| format!("cannot clear {}", to.display()))?;
    }
    let (mut small, mut loaded) = (Vec::new(), Vec::new());
    for file in files(&from)? {
        let inner = file.strip_prefix(&from).context("a file of www/")?;
        let place = to.join(inner);
        if matches!(file.extension().and_then(|end| end.to_str()), Some("js" | "css")) {
            small.push(file.clone());
        } else {
            let folder = place.parent().context("a file in a folder")?;
            std::fs::create_dir_all(folder).with_context(|| format!("cannot make {}", folder.display()))?;
            std::fs::copy(&file, &place).with_context(|| format!("cannot write {}", place.display()))?;
        }
        // The schema is for people who build on the format.
        if !inner.starts_with("schema") {
            loaded.push(place);
        }
    }
    minify(&from, &small, &to)?;
    Ok(loaded)
}

/// Makes scripts and styles small, each by itself.
fn minify(from: &Path, files: &[PathBuf], to: &Path) -> Result<()> {
    install::node()?;
    let tools = root().join("xtask/npm");
    install::packages(&tools)?;
    let mut esbuild = Command::new("node");
    esbuild.arg(tools.join("node_modules/esbuild/bin/esbuild")).args(files);
    esbuild.args(["--minify", "--charset=utf8", "--log-level=warning"]);
    esbuild.arg(format!("--outbase={}", from.display())).arg(format!("--outdir={}", to.display()));
    shell::run(&mut esbuild)
}

/// All files of a folder but those that no browser loads.
fn files(folder: &Path) -> Result<Vec<PathBuf>> {
    let mut files = Vec::new();
    for entry in std::fs::read_dir(folder).with_context(|| format!("cannot read {}", folder.display()))? {
        let path = entry?.path();
        let name = path.file_name().unwrap_or_default().to_string_lossy().into_owned();
        if path.is_dir() {
            files.extend(self::files(&path)?);
        } else if !name.ends_with(".d.ts") && !["package.json", "tsconfig.json", ".gitignore"].contains(&name.as_str())
        {
            files.push(path);
        }
    }
    files.sort();
    Ok(files)
}
