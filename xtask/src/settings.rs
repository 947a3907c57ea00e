//! `wasm-pack.toml`: how the wasm is built and how big it may be.

use anyhow::{Context, Result};
use serde::Deserialize;
use std::path::{Path, PathBuf};

/// The whole file. An unknown key is an error, so that none is set in vain.
#[derive(Debug, Deserialize)]
#[serde(rename_all = "kebab-case", deny_unknown_fields)]
pub struct Settings {
    /// What wasm-bindgen calls its target.
    pub target: Target,
    /// The cargo profile.
    pub profile: String,
    /// The crate's features; default features are always off.
    pub features: Vec<String>,
    /// Where the module and its glue go.
    pub out_dir: PathBuf,
    /// The stem of their names.
    pub out_name: String,
    /// Where the single-file page goes.
    pub single_file: PathBuf,
    /// How big things may be.
    pub budget: Budget,
}

/// wasm-bindgen's target. The page loads a module, so there is one.
#[derive(Clone, Copy, Debug, Deserialize, PartialEq, Eq)]
#[serde(rename_all = "kebab-case")]
pub enum Target {
    /// An ES module with an `init` function.
    Web,
}

/// Upper bounds in kilobytes of 1000 bytes.
#[derive(Clone, Copy, Debug, Deserialize)]
#[serde(rename_all = "kebab-case", deny_unknown_fields)]
pub struct Budget {
    /// The module, compressed.
    pub wasm: u32,
    /// All the page loads, compressed.
    pub page: u32,
    /// The single file, compressed.
    pub single_file: u32,
}

/// Reads `wasm-pack.toml` in the project's folder.
pub fn read(root: &Path) -> Result<Settings> {
    let path = root.join("wasm-pack.toml");
    let file = std::fs::read_to_string(&path).with_context(|| format!("cannot read {}", path.display()))?;
    toml::from_str(&file).context("wasm-pack.toml is not as the xtask reads it")
}

#[cfg(test)]
mod tests {
    #[test]
    fn the_committed_file_is_read() {
        super::read(&crate::root()).expect("wasm-pack.toml");
    }

    #[test]
    fn an_unknown_key_is_refused() {
        let file = std::fs::read_to_string(crate::root().join("wasm-pack.toml")).expect("a readable file");
        assert!(toml::from_str::<super::Settings>(&format!("colour = 1\n{file}")).is_err());
    }
}
