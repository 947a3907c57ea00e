//! What the tests need beside cargo: found, or installed with a word about it, or an error that says why not.

use crate::{root, shell};
use anyhow::{Context, Result, bail};
use std::path::{Path, PathBuf};
use std::process::{Command, Stdio};

/// The formatter and the linter.
pub fn components() -> Result<()> {
    for (component, subcommand) in [("rustfmt", "fmt"), ("clippy", "clippy")] {
        if !answers(shell::cargo().args([subcommand, "--version"])) {
            println!("installing the Rust component {component}");
            let mut rustup = Command::new("rustup");
            rustup.current_dir(root()).args(["component", "add", component]);
            shell::run(&mut rustup).with_context(|| format!("cargo {subcommand} is missing"))?;
        }
    }
    Ok(())
}

/// Node and npm, 20 or later.
pub fn node() -> Result<()> {
    let found = answers(Command::new("node").arg("--version")) && answers(npm().arg("--version"));
    if !found {
        apt(&["nodejs", "npm"]).context("Node.js is missing; its releases are at https://nodejs.org")?;
    }
    let version = shell::output(Command::new("node").arg("--version"))?;
    let major = version.trim().trim_start_matches('v').split('.').next().and_then(|major| major.parse().ok());
    match major {
        Some(20_u32..) => Ok(()),
        _ => bail!("Node.js {} is too old: 20 or later is needed", version.trim()),
    }
}

/// The packages of `folder`, exactly as its lock file has them.
pub fn packages(folder: &Path) -> Result<()> {
    let lock = folder.join("package-lock.json");
    let stamp = folder.join("node_modules/.postil-lock.json");
    let wanted = std::fs::read(&lock).with_context(|| format!("cannot read {}", lock.display()))?;
    if std::fs::read(&stamp).is_ok_and(|installed| installed == wanted) {
        return Ok(());
    }
    println!("installing the npm packages of {}", folder.strip_prefix(root()).unwrap_or(folder).display());
    let mut install = npm();
    install.current_dir(folder).args(["ci", "--no-audit", "--no-fund", "--loglevel=error"]);
    // The browser is the machine's own.
    install.env("PLAYWRIGHT_SKIP_BROWSER_DOWNLOAD", "1").stdin(Stdio::null());
    shell::run(&mut install)?;
    std::fs::write(&stamp, wanted).with_context(|| format!("cannot write {}", stamp.display()))
}

/// The Python of an environment under the target folder that holds the packages of `tests/readers`, each exactly as its
/// list has it.
pub fn readers() -> Result<PathBuf> {
    environment(&root().join("tests/readers/requirements.txt"), "readers", &["--no-deps"])
}

/// The Python that has PySpark, beside a Java for it.
pub fn spark() -> Result<PathBuf> {
    let java = Command::new("java").arg("-version").stdin(Stdio::null()).output();
    let java = java.context("Java 17 or later is missing; Spark runs on it")?;
    // `openjdk version "17.0.15" 2025-04-15`
    let version = String::from_utf8_lossy(&java.stderr);
    let major = version.split('"').nth(1).and_then(|version| version.split('.').next()?.parse().ok());
    match major {
        Some(17_u32..) => environment(&root().join("examples/spark/requirements.txt"), "spark", &["--no-deps"]),
        _ => bail!("Java 17 or later is missing; Spark runs on it"),
    }
}

/// The Python of an environment that holds the packages of a list and what they need.
pub fn python(list: &Path, name: &str) -> Result<PathBuf> {
    environment(list, name, &[])
}

/// An environment under the target folder, made where it is missing or older than its list.
fn environment(list: &Path, name: &str, options: &[&str]) -> Result<PathBuf> {
    let wanted = std::fs::read(list).with_context(|| format!("cannot read {}", list.display()))?;
    let folder = crate::build::target_folder()?.join(name);
    let stamp = folder.join("requirements.txt");
    let python = folder.join(if cfg!(windows) { "Scripts/python.exe" } else { "bin/python" });
    if python.exists() && std::fs::read(&stamp).is_ok_and(|installed| installed == wanted) {
        return Ok(python);
    }
    let new_enough = "import sys; sys.exit(sys.version_info < (3, 11))";
    let found = ["python3", "python"].into_iter().find(|name| answers(Command::new(name).args(["-c", new_enough])));
    let found = found.context("Python 3.11 or later is missing; its releases are at https://www.python.org")?;
    println!("installing the Python packages of {}", list.strip_prefix(root()).unwrap_or(list).display());
    let mut venv = Command::new(found);
    shell::run(venv.args(["-m", "venv", "--clear"]).arg(&folder)).context("Python has no module venv")?;
    let mut pip = Command::new(&python);
    pip.args(["-m", "pip", "install", "--quiet", "--disable-pip-version-check", "--only-binary=:all:"]).args(options);
    shell::run(pip.arg("--requirement").arg(list)).context("the Python packages cannot be had")?;
    std::fs::write(&stamp, wanted).with_context(|| format!("cannot write {}", stamp.display()))?;
    Ok(python)
}

/// Chromium or Chrome: `POSTIL_BROWSER`, or where a machine usually has it, or from Debian's packages.
pub fn browser() -> Result<PathBuf> {
    if let Some(browser) = std::env::var_os("POSTIL_BROWSER") {
        return Ok(PathBuf::from(browser));
    }
    if let Some(browser) = found_browser() {
        return Ok(browser);
    }
    apt(&["chromium"]).context("no Chromium or Chrome was found; POSTIL_BROWSER may name one")?;
    found_browser().context("Chromium was installed, but is not where it should be; POSTIL_BROWSER may name it")
}

/// Firefox: `POSTIL_FIREFOX`, or where a machine usually has it, or from Debian's packages.
pub fn firefox() -> Result<PathBuf> {
    if let Some(browser) = std::env::var_os("POSTIL_FIREFOX") {
        return Ok(PathBuf::from(browser));
    }
    if let Some(browser) = found_firefox() {
        return Ok(browser);
    }
    apt(&["firefox-esr"]).context("no Firefox was found; POSTIL_FIREFOX may name one")?;
    found_firefox().context("Firefox was installed, but is not where it should be; POSTIL_FIREFOX may name it")
}

fn found_browser() -> Option<PathBuf> {
    found(
        &["chromium", "chromium-browser", "google-chrome", "google-chrome-stable", "chrome"],
        &[
            "/Applications/Google Chrome.app/Contents/MacOS/Google Chrome",
            "/Applications/Chromium.app/Contents/MacOS/Chromium",
            r"C:\Program Files\Google\Chrome\Application\chrome.exe",
            r"C:\Program Files (x86)\Google\Chrome\Application\chrome.exe",
        ],
    )
}

fn found_firefox() -> Option<PathBuf> {
    found(
        &["firefox-esr", "firefox"],
        &["/Applications/Firefox.app/Contents/MacOS/firefox", r"C:\Program Files\Mozilla Firefox\firefox.exe"],
    )
}

/// The first file with one of the names on the path, or at one of the places.
fn found(names: &[&str], places: &[&str]) -> Option<PathBuf> {
    let path = std::env::var_os("PATH").unwrap_or_default();
    let named = names.iter().flat_map(|name| std::env::split_paths(&path).map(move |folder| folder.join(name)));
    named.chain(places.iter().map(PathBuf::from)).find(|candidate| candidate.is_file())
}

/// Debian's packages, where one may install them.
fn apt(packages: &[&str]) -> Result<()> {
    if !Path::new("/usr/bin/apt-get").exists() {
        bail!("this is no Debian or Ubuntu, so {} cannot be installed from here", packages.join(" and "));
    }
    let user = shell::output(Command::new("id").arg("-u"))?;
    if user.trim() != "0" {
        bail!("only root may install: `sudo apt-get install {}`", packages.join(" "));
    }
    println!("installing Debian's {}", packages.join(" and "));
    let get = |words: &[&str]| {
        let mut apt = Command::new("apt-get");
        apt.args(["-qq", "-o", "Dpkg::Use-Pty=0"]).args(words);
        apt.env("DEBIAN_FRONTEND", "noninteractive").stdin(Stdio::null()).stdout(Stdio::null());
        shell::run(&mut apt)
    };
    let install = [&["install", "--yes", "--no-install-recommends"], packages].concat();
    get(&["update"])?;
    get(&install)
}

fn npm() -> Command {
    Command::new(if cfg!(windows) { "npm.cmd" } else { "npm" })
}

fn answers(command: &mut Command) -> bool {
    command.stdin(Stdio::null()).stdout(Stdio::null()).stderr(Stdio::null());
    command.status().is_ok_and(|status| status.success())
}
