//! How fast it is, and beside what: one table, in one command.
//!
//! Other work on the machine slows everything down, so what is compared runs in turns, and ratios are what to quote.

mod browser;
mod callgrind;
mod native;
mod peers;

use crate::{build, root, shell};
use anyhow::{Context, Result};
use serde_json::json;
use std::path::{Path, PathBuf};

/// What is asked for.
#[derive(clap::Args)]
pub struct Options {
    /// A file of JSON lines with a `text`, or a folder of .txt files, instead of the project's own articles
    #[arg(long, value_name = "PATH")]
    text: Option<PathBuf>,
    /// How often each is timed
    #[arg(long, default_value_t = 7)]
    rounds: usize,
    /// The stages alone, and of them only those whose name holds this, say `figures`
    #[arg(long, value_name = "NAME", num_args = 0..=1, default_missing_value = "")]
    stages: Option<String>,
}

/// Bytes of text that the project's own articles are repeated to.
const ENOUGH: usize = 300_000;

/// Measures all, part by part; a part that the machine cannot run says so and stops no other.
pub fn bench(options: &Options) -> Result<()> {
    if let Some(filter) = &options.stages {
        return stages(options.text.as_deref(), Some(filter));
    }
    let texts = Texts::read(options.text.as_deref())?;
    println!("{} texts, {:.2} MB, {} rounds", texts.all.len(), texts.megabytes(), options.rounds);
    let parts: [(&str, &dyn Fn() -> Result<()>); 6] = [
        ("In Node, beside other libraries in the same process", &|| peers::node(&texts, options.rounds)),
        ("Natively on one core, beside spaCy in turns", &|| native::beside_spacy(&texts, options.rounds)),
        ("Instructions", &|| callgrind::measure(&texts)),
        ("In Chromium", &|| browser::measure(&texts)),
        ("Weight", &build::build),
        ("Stages, natively", &|| stages(options.text.as_deref(), None)),
    ];
    for (title, part) in parts {
        println!("\n{title}");
        if let Err(error) = part() {
            println!("  not measured: {error:#}");
        }
    }
    Ok(())
}

/// The benchmarks of `benches/`.
fn stages(text: Option<&Path>, filter: Option<&str>) -> Result<()> {
    let mut bench = shell::cargo();
    bench.args(["bench", "--package", "postil", "--bench", "stages", "--"]);
    bench.args(filter.filter(|filter| !filter.is_empty()));
    if let Some(text) = text {
        let text = text.canonicalize().with_context(|| format!("nothing at {}", text.display()))?;
        bench.env("BENCH_TEXT", text);
    }
    shell::run(&mut bench)
}

/// What is read, and the file of JSON lines that holds it.
struct Texts {
    all: Vec<String>,
    file: PathBuf,
}

impl Texts {
    fn read(path: Option<&Path>) -> Result<Texts> {
        let all = match path {
            Some(path) if path.is_dir() => folder(path, |file| file.extension().is_some_and(|end| end == "txt"))?,
            Some(path) => {
                let lines = read(path)?;
                let text = |line: &str| {
                    Some(serde_json::from_str::<serde_json::Value>(line).ok()?["text"].as_str()?.to_owned())
                };
                lines.lines().map(|line| text(line).context("a line without a text")).collect::<Result<_>>()?
            }
            None => {
                let own = folder(&root().join("tests/articles"), |file| file.ends_with("source.txt"))?;
                let size = own.iter().map(String::len).sum::<usize>().max(1);
                let count = own.len() * ENOUGH.div_ceil(size);
                own.into_iter().cycle().take(count).collect()
            }
        };
        let file = build::target_folder()?.join("bench.jsonl");
        let lines: String = all.iter().map(|text| json!({ "text": text }).to_string() + "\n").collect();
        std::fs::write(&file, lines).with_context(|| format!("cannot write {}", file.display()))?;
        Ok(Texts { all, file })
    }

    fn megabytes(&self) -> f64 {
        self.all.iter().map(String::len).sum::<usize>() as f64 / 1e6
    }

    /// An article of so many bytes or a little less: the first texts, cut at the end of a line.
    fn article(&self, bytes: usize) -> String {
        let joined = self.all.iter().take(8).map(String::as_str).collect::<Vec<_>>().join("\n\n");
        let cut = &joined[..joined.floor_char_boundary(bytes)];
        cut.rsplit_once('\n').map_or(cut, |(lines, _)| lines).to_owned()
    }
}

/// The texts of the files below a folder that fit, in the order of their names.
fn folder(folder: &Path, fits: fn(&Path) -> bool) -> Result<Vec<String>> {
    let mut files = Vec::new();
    let mut open = vec![folder.to_owned()];
    while let Some(folder) = open.pop() {
        for entry in std::fs::read_dir(&folder).with_context(|| format!("cannot read {}", folder.display()))? {
            let path = entry?.path();
            match path.is_dir() {
                true => open.push(path),
                false if fits(&path) => files.push(path),
                false => {}
            }
        }
    }
    files.sort();
    files.iter().map(|file| read(file)).collect()
}

fn read(path: &Path) -> Result<String> {
    std::fs::read_to_string(path).with_context(|| format!("cannot read {}", path.display()))
}

/// The middle one of some measurements, with the least and the greatest.
struct Spread {
    middle: f64,
    least: f64,
    most: f64,
}

impl Spread {
    fn of(mut rounds: Vec<f64>) -> Option<Spread> {
        rounds.sort_by(f64::total_cmp);
        Some(Spread { middle: *rounds.get(rounds.len() / 2)?, least: *rounds.first()?, most: *rounds.last()? })
    }
}

/// A line of the table: MB/s, and how many times as fast Postil is.
fn speed(name: &str, spread: &Spread, postil: Option<&Spread>) {
    let Spread { middle, least, most } = spread;
    let ratio = postil
        .map_or_else(String::new, |postil| format!("   Postil reads {:.2} times as much", postil.middle / middle));
    println!("  {name:<12} {middle:>8.3} MB/s ({least:.3} to {most:.3}){ratio}");
}
