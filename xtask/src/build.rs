//! The wasm module and its glue, and what they weigh.

use crate::settings::{self, Budget, Settings, Target};
use crate::{offline, root, shell, single, site};
use anyhow::{Context, Result, bail, ensure};
use std::path::{Path, PathBuf};
use std::process::Command;
use wasm_bindgen_cli_support::Bindgen;

/// Builds the page, and holds what it weighs against the budget.
pub fn build() -> Result<()> {
    let settings = settings::read(&root())?;
    let wasm = compile(&settings)?;
    bind(&settings, &wasm)?;
    write_single(&settings, &wasm)?;
    offline::write(&root().join("www"))?;
    weigh(&settings, &site::write()?)
}

/// Builds the module into `out-dir`: all that the page needs to be served. Does little where nothing has changed.
pub fn make() -> Result<()> {
    let settings = settings::read(&root())?;
    let wasm = compile(&settings)?;
    bind(&settings, &wasm)?;
    offline::write(&root().join("www"))
}

/// Adds the wasm target to the toolchain if it is missing, and says so.
pub fn ensure_target() -> Result<()> {
    let libraries = shell::output(Command::new("rustc").args(["--print", "target-libdir", "--target", TRIPLE]))?;
    if Path::new(libraries.trim()).is_dir() {
        return Ok(());
    }
    println!("installing the Rust target {TRIPLE}");
    let mut rustup = Command::new("rustup");
    rustup.current_dir(root()).args(["target", "add", TRIPLE]);
    shell::run(&mut rustup).with_context(|| format!("the Rust target {TRIPLE} is missing and rustup cannot add it"))
}

/// The target of the page's module.
pub const TRIPLE: &str = "wasm32-unknown-unknown";

/// Compiles the crate as a `cdylib` alone: with a second crate type cargo would drop the link-time
/// optimisation without a word.
fn compile(settings: &Settings) -> Result<PathBuf> {
    ensure_target()?;
    let mut rustc = shell::cargo();
    rustc.args(["rustc", "--package", "postil", "--lib", "--crate-type", "cdylib", "--target", TRIPLE]);
    rustc.args(["--no-default-features", "--features", &settings.features.join(",")]);
    rustc.args(["--profile", &settings.profile]);
    shell::run(&mut rustc)?;
    Ok(target_folder()?.join(TRIPLE).join(&settings.profile).join("postil.wasm"))
}

/// Where cargo puts what it builds.
pub fn target_folder() -> Result<PathBuf> {
    let metadata = shell::output(shell::cargo().args(["metadata", "--format-version", "1", "--no-deps"]))?;
    let metadata: serde_json::Value = serde_json::from_str(&metadata)?;
    let folder = metadata["target_directory"].as_str().context("cargo metadata names no target folder")?;
    Ok(PathBuf::from(folder))
}

/// Writes the module, its glue and its types for the served page, unless they were made from this very file.
fn bind(settings: &Settings, wasm: &Path) -> Result<()> {
    let folder = root().join(&settings.out_dir);
    let stamp = wasm.with_extension("bound");
    let bound = std::fs::metadata(wasm).and_then(|file| Ok(format!("{} {:?}", file.len(), file.modified()?)));
    let bound = format!("{} {}", bound.with_context(|| format!("cannot read {}", wasm.display()))?, folder.display());
    let module = folder.join(format!("{}_bg.wasm", settings.out_name));
    if module.is_file() && std::fs::read_to_string(&stamp).is_ok_and(|stamp| stamp == bound) {
        return Ok(());
    }
    let mut bindgen = bindgen(settings, wasm);
    match settings.target {
        // With the path left out, `init()` without arguments would fail.
        Target::Web => bindgen.web(true)?.typescript(true).omit_default_module_path(false),
    };
    if folder.exists() {
        std::fs::remove_dir_all(&folder).with_context(|| format!("cannot clear {}", folder.display()))?;
    }
    bindgen.generate(&folder).context("wasm-bindgen failed")?;
    std::fs::write(&stamp, bound).with_context(|| format!("cannot write {}", stamp.display()))
}

fn bindgen(settings: &Settings, wasm: &Path) -> Bindgen {
    let mut bindgen = Bindgen::new();
    bindgen.input_path(wasm).out_name(&settings.out_name);
    bindgen.remove_name_section(true).remove_producers_section(true);
    bindgen
}

/// Writes the single-file page, with glue for classic scripts.
fn write_single(settings: &Settings, wasm: &Path) -> Result<()> {
    let mut bindgen = bindgen(settings, wasm);
    let mut output = bindgen.no_modules(true)?.typescript(false).generate_output().context("wasm-bindgen failed")?;
    let module = output.wasm_mut().emit_wasm();
    let page = single::page(settings, &root().join("www"), &module, output.js())?;
    let path = root().join(&settings.single_file);
    let folder = path.parent().context("single-file names a file in a folder")?;
    std::fs::create_dir_all(folder).with_context(|| format!("cannot make {}", folder.display()))?;
    std::fs::write(&path, page).with_context(|| format!("cannot write {}", path.display()))
}

/// Prints what the page weighs, raw and compressed, and fails if it is over the budget.
fn weigh(settings: &Settings, loaded: &[PathBuf]) -> Result<()> {
    let Budget { wasm, page, single_file } = settings.budget;
    let module = format!("{}_bg.wasm", settings.out_name);
    let mut files = loaded.to_vec();
    files.push(root().join(&settings.single_file));
    let weights = weights(&files)?;
    let (single, weights) = weights.split_last().context("the single file")?;
    let mut over = Vec::new();
    let mut total = Weight::default();
    for (path, weight) in files.iter().zip(weights) {
        total.raw += weight.raw;
        total.brotli += weight.brotli;
        if path.ends_with(&module) {
            row("module", *weight, wasm, &mut over);
        }
    }
    row("page", total, page, &mut over);
    row("single file", *single, single_file, &mut over);
    if !over.is_empty() {
        bail!("over the budget of wasm-pack.toml: {}", over.join(", "));
    }
    Ok(())
}

fn row(what: &'static str, weight: Weight, budget: u32, over: &mut Vec<&'static str>) {
    let Weight { raw, brotli } = weight;
    println!("{what:<12} {:>8} raw {:>8} brotli of {budget} kB", kilobytes(raw), kilobytes(brotli));
    if brotli > budget as usize * 1000 {
        over.push(what);
    }
}

fn kilobytes(bytes: usize) -> String {
    format!("{}.{} kB", bytes / 1000, bytes % 1000 / 100)
}

#[derive(Clone, Copy, Default)]
struct Weight {
    raw: usize,
    brotli: usize,
}

/// What files weigh as a server sends them, by the reference encoder of Brotli, which Node carries. (The encoder in Rust
/// makes the module four per cent larger, and by how much changes with every few bytes.)
fn weights(files: &[PathBuf]) -> Result<Vec<Weight>> {
    let mut node = Command::new("node");
    node.args(["--input-type=module", "--eval", ENCODER, "--"]).args(files);
    let lines = shell::output(&mut node)?;
    let weight = |line: &str| {
        let (raw, brotli) = line.split_once(' ')?;
        Some(Weight { raw: raw.parse().ok()?, brotli: brotli.parse().ok()? })
    };
    let weights: Vec<Weight> = lines.lines().filter_map(weight).collect();
    ensure!(weights.len() == files.len(), "node did not weigh every file");
    Ok(weights)
}

/// Prints of each file its bytes and its bytes in Brotli at its best.
const ENCODER: &str = r#"
import { readFileSync } from "node:fs";
import { brotliCompressSync, constants } from "node:zlib";
const params = { [constants.BROTLI_PARAM_QUALITY]: 11, [constants.BROTLI_PARAM_LGWIN]: 22 };
for (const file of process.argv.slice(1)) {
  const bytes = readFileSync(file);
  console.log(bytes.length, brotliCompressSync(bytes, { params }).length);
}
"#;

/// The files a reader's browser loads: all under `www/` but what is for people who build on it.
pub fn served(folder: &Path) -> Result<Vec<PathBuf>> {
    let mut files = Vec::new();
    for entry in std::fs::read_dir(folder).with_context(|| format!("cannot read {}", folder.display()))? {
        let path = entry?.path();
        let name = path.file_name().unwrap_or_default().to_string_lossy().into_owned();
        if path.is_dir() {
            if name != "schema" {
                files.extend(served(&path)?);
            }
        } else if !name.ends_with(".d.ts") && !["package.json", "tsconfig.json", ".gitignore"].contains(&&*name) {
            files.push(path);
        }
    }
    files.sort();
    Ok(files)
}
