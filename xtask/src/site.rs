//! The page as readers load it: `www/` with its scripts and styles made small.
//!
//! The sources stay what browsers can load as they are, one module a file, and `cargo xtask serve` serves those. What
//! is put on a server is `dist/site`: the same files under the same names, without the comments, white space and long
//! names, a third of their weight after Brotli.

use crate::{build, install, offline, root, shell};
use anyhow::{Context, Result};
use std::path::{Path, PathBuf};
use std::process::Command;

/// Writes the folder anew, and gives the files that a reader's browser loads.
pub fn write() -> Result<Vec<PathBuf>> {
    let (from, to) = (root().join("www"), root().join("dist/site"));
    if to.exists() {
        std::fs::remove_dir_all(&to).with_context(|| format!("cannot clear {}", to.display()))?;
    }
    let mut small = Vec::new();
    // The schema is for people who build on the format.
    for file in build::served(&from)?.into_iter().chain(build::served(&from.join("schema"))?) {
        if matches!(file.extension().and_then(|end| end.to_str()), Some("js" | "css")) {
            small.push(file);
            continue;
        }
        let place = to.join(file.strip_prefix(&from).context("a file of www/")?);
        let folder = place.parent().context("a file in a folder")?;
        std::fs::create_dir_all(folder).with_context(|| format!("cannot make {}", folder.display()))?;
        std::fs::copy(&file, &place).with_context(|| format!("cannot write {}", place.display()))?;
    }
    minify(&from, &small, &to)?;
    offline::write(&to)?;
    build::served(&to)
}

/// Makes scripts and styles small, each by itself.
fn minify(from: &Path, files: &[PathBuf], to: &Path) -> Result<()> {
    install::node()?;
    let tools = root().join("xtask/npm");
    install::packages(&tools)?;
    let mut node = Command::new("node");
    node.current_dir(&tools).args(["--input-type=module", "--eval", ESBUILD, "--"]).arg(from).arg(to).args(files);
    shell::run(&mut node)
}

/// Its arguments: the folder that files come from, the one they go to, and the files.
const ESBUILD: &str = r#"
import { build } from "esbuild";
const [outbase, outdir, ...entryPoints] = process.argv.slice(1);
await build({ outbase, outdir, entryPoints, minify: true, charset: "utf8", logLevel: "warning" });
"#;
