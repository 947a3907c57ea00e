//! The list of files that the page's service worker keeps, with a version that changes whenever one of them does.

use crate::build;
use anyhow::{Context, Result};
use data_encoding::HEXLOWER;
use serde_json::{Map, Value, json};
use sha2::{Digest, Sha256};
use std::path::Path;

/// Where the list is written, within the folder that is served; `service-worker.js` loads it from there.
pub const LIST: &str = "pkg/files.js";

/// The service worker itself is the browser's to keep.
const WORKER: &str = "service-worker.js";

/// Characters of a file's hash that are listed: enough to tell two versions of it apart.
const SHOWN: usize = 12;

/// Writes the list of what is served from `www`.
pub fn write(www: &Path) -> Result<()> {
    let path = www.join(LIST);
    std::fs::write(&path, list(www)?).with_context(|| format!("cannot write {}", path.display()))
}

/// `self.postilFiles = { version, files: { path: hash } };`
fn list(www: &Path) -> Result<String> {
    let mut files = Map::new();
    for path in build::served(www)? {
        let name = path.strip_prefix(www)?.to_string_lossy().replace('\\', "/");
        if name == WORKER || name == LIST {
            continue;
        }
        let bytes = std::fs::read(&path).with_context(|| format!("cannot read {}", path.display()))?;
        // Some hosts send a reader of `index.html` on to its folder.
        let name = if name == "index.html" { "./".to_owned() } else { name };
        files.insert(name, Value::String(hash(&bytes)));
    }
    let files = Value::Object(files);
    let version = hash(files.to_string().as_bytes());
    Ok(format!(
        "// Written by `cargo xtask build`.\nself.postilFiles = {};\n",
        json!({ "version": version, "files": files })
    ))
}

fn hash(bytes: &[u8]) -> String {
    let mut hash = HEXLOWER.encode(&Sha256::digest(bytes));
    hash.truncate(SHOWN);
    hash
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn the_page_is_listed_and_what_it_does_not_load_is_not() {
        let www = crate::root().join("www");
        let list = list(&www).expect("a list");
        for name in ["\"./\":", "\"main.js\":", "\"style.css\":", "\"icon.svg\":", "\"postil.webmanifest\":"] {
            assert!(list.contains(name), "{name} in {list}");
        }
        for name in ["index.html", "service-worker.js", "files.js", "types.d.ts", "tsconfig.json", "schema/"] {
            assert!(!list.contains(name), "{name} in {list}");
        }
    }
}
