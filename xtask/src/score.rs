//! The program held against labelled text: one command, one table.
//!
//! The labelled text is not part of the project: `--gold` names its folder, with `score.py` and `predict.py`
//! beside `measure/<task>/*.jsonl`. Figures are measured a second time in each set's own conventions (`conventions`),
//! as the set's name with `-own`; coreference a second time over names alone (`named`), as `-named`. Sentences are
//! measured here, on the treebanks of `measure/pos` and `train/pos`; trees in `trees`; the project's own sets of claims in
//! `own`. The last table is committed as `tests/gold/scoreboard.tsv`; `tests/gold/floor.tsv` holds the least that each
//! score may be.

use crate::{build, root, shell};
use crate::{conventions, facts, named, own, sentences, trees};
use anyhow::{Context, Result, bail, ensure};
use serde_json::Value;
use std::fmt::Write as _;
use std::path::{Path, PathBuf};
use std::process::Command;

/// What is measured, and what becomes of it.
#[derive(clap::Args)]
pub struct Options {
    /// The folder of labelled text
    #[arg(long, value_name = "DIR")]
    gold: PathBuf,
    /// Measure only the sets whose name holds this, say `time/`
    #[arg(long, value_name = "PART")]
    only: Option<String>,
    /// Measure this program instead of building the release
    #[arg(long, value_name = "FILE")]
    program: Option<PathBuf>,
    /// Print JSON lines instead of a table
    #[arg(long)]
    json: bool,
    /// Write the table to tests/gold/scoreboard.tsv
    #[arg(long, conflicts_with = "only")]
    write: bool,
    /// Fail if a score lies below tests/gold/floor.tsv
    #[arg(long)]
    check: bool,
}

/// One score of one set.
#[derive(Clone, Debug, PartialEq)]
pub struct Row {
    /// `time/timebank.train`.
    pub set: String,
    /// `relaxed`.
    pub measure: String,
    /// Precision and recall, where the measure has them.
    pub parts: Option<(f64, f64)>,
    /// The score: F1, or what else the measure is.
    pub score: f64,
}

/// Measures, prints, and writes or checks as the options say.
pub fn score(options: &Options) -> Result<()> {
    let program = match &options.program {
        Some(program) => program.canonicalize().with_context(|| format!("no program at {}", program.display()))?,
        None => {
            shell::run(shell::cargo().args(["build", "--release", "--package", "postil", "--bin", "postil"]))?;
            build::target_folder()?.join("release/postil")
        }
    };
    let gold = options.gold.canonicalize().with_context(|| format!("no folder {}", options.gold.display()))?;
    let predictions = build::target_folder()?.join("score");
    std::fs::create_dir_all(&predictions)?;
    let wanted = |set: &str| options.only.as_deref().is_none_or(|only| set.contains(only));
    let mut rows = Vec::new();
    for task in TASKS {
        for file in files(&gold.join("measure").join(task.folder), "jsonl")? {
            let stem = file.file_stem().unwrap_or_default().to_string_lossy().into_owned();
            let ways: &[&str] = match task.folder {
                "boilerplate" => &["-text", "-html"],
                "figures" if conventions::has(&stem) => &["", "-own"],
                "coref" => &["", "-named"],
                _ => &[""],
            };
            for way in ways {
                let set = format!("{}/{stem}{way}", task.folder);
                if wanted(&set) {
                    let prediction = predictions.join(format!("{}.jsonl", set.replace('/', ".")));
                    let scored = task.score(&gold, &file, &prediction, &program, way)?;
                    report(options, task.rows(&set, &scored)?, &mut rows);
                    if set == "attribution/polnear.dev" && !options.json {
                        print!("{}", own::by_rule(&file, &program)?);
                    }
                }
            }
        }
    }
    for (set, folder) in [("sentences/ud_ewt.dev", "measure/pos"), ("sentences/gum", "train/pos/gum")] {
        if wanted(set) {
            let files = files(&gold.join(folder), "conllu")?;
            report(options, sentences::score(set, &files, &program)?, &mut rows);
        }
    }
    for treebank in files(&gold.join("measure/parse"), "conllu")? {
        let set = format!("parse/{}", treebank.file_stem().unwrap_or_default().to_string_lossy());
        if wanted(&set) {
            let prediction = predictions.join(format!("{}.conllu", set.replace('/', ".")));
            report(options, trees::score(&set, &gold, &treebank, &prediction, &program)?, &mut rows);
        }
    }
    for set in ["own/quotations", "own/speakers"] {
        if wanted(set) {
            report(options, own::score(set, &program)?, &mut rows);
        }
    }
    for set in ["own/faults", "own/facts"] {
        if wanted(set) {
            report(options, facts::score(set, &program)?, &mut rows);
        }
    }
    ensure!(!rows.is_empty(), "no set was found");
    if options.write {
        write(&rows)?;
    }
    if options.check { check(&rows) } else { Ok(()) }
}

/// A task of the gold folder: which of its scorer's measures go into the table, and under which name.
struct Task {
    folder: &'static str,
    arguments: &'static [&'static str],
    measures: &'static [(&'static str, &'static str)],
}

const TASKS: &[Task] = &[
    Task {
        folder: "ner",
        arguments: &["--types", "PER,ORG,LOC"],
        measures: &[
            ("exact span+type", "exact"),
            ("exact, edges normalised", "edges normalised"),
            ("relaxed (overlap+type)", "relaxed"),
            ("  PER", "person"),
            ("  ORG", "organisation"),
            ("  LOC", "place"),
        ],
    },
    Task {
        folder: "attribution",
        arguments: &[],
        measures: &[
            ("token overlap: content", "content tokens"),
            ("token overlap: source", "source tokens"),
            ("token overlap: cue", "cue tokens"),
            ("content strict (PARC)", "content strict"),
            ("attribution found with its source", "found with source"),
        ],
    },
    Task { folder: "figures", arguments: &[], measures: &[] },
    Task {
        folder: "time",
        arguments: &[],
        measures: &[
            ("relaxed span", "relaxed"),
            ("strict span", "strict"),
            ("type (relaxed)", "type"),
            ("value (relaxed; TempEval-3 rank)", "value"),
        ],
    },
    Task {
        folder: "checkworthy",
        arguments: &[],
        measures: &[("average precision (all rows)", "average precision"), ("MAP", "MAP over groups")],
    },
    Task {
        folder: "relations",
        arguments: &[],
        measures: &[("strict (type, both spans)", "strict"), ("relaxed (type, spans overlap)", "relaxed")],
    },
    Task {
        folder: "boilerplate",
        arguments: &[],
        measures: &[
            ("shingles (article-extraction-benchmark)", "shingles"),
            ("segments (trafilatura)", "segments"),
            ("paragraph match (Fundus; mean over pages)", "paragraphs"),
        ],
    },
    Task { folder: "facts", arguments: &[], measures: &[("CaRB tuples", "CaRB tuples")] },
    Task {
        folder: "coref",
        arguments: &[],
        measures: &[("mentions", "mentions"), ("CoNLL average F1", "CoNLL average")],
    },
];

impl Task {
    /// What `score.py` and `predict.py` call it.
    fn name(&self) -> &'static str {
        if self.folder == "facts" { "statements" } else { self.folder }
    }

    /// What `score.py` says of the program's answers to `file`.
    fn score(&self, gold: &Path, file: &Path, prediction: &Path, program: &Path, way: &str) -> Result<Value> {
        if way == "-own" {
            conventions::predict(file, prediction, program)?;
        } else {
            let mut predict = Command::new("python3");
            predict.arg(gold.join("predict.py")).arg(self.name()).args([file, prediction]);
            predict.arg("--").arg(program).args(["annotate", "--ndjson"]);
            predict.env("PASTE", if way == "-html" { "html" } else { "text" });
            shell::run(&mut predict)?;
        }
        let (labels, answers) = (prediction.with_extension("labels.jsonl"), prediction.with_extension("names.jsonl"));
        let mut pair = [file, prediction];
        if way == "-named" {
            named::sieve(file, file, &labels)?;
            named::sieve(file, prediction, &answers)?;
            pair = [&labels, &answers];
        }
        let mut score = Command::new("python3");
        score.arg(gold.join("score.py")).arg(self.name()).args(pair);
        score.args(self.arguments).arg("--json");
        let scored = serde_json::from_str::<Value>(&shell::output(&mut score)?).context("score.py wrote no JSON")?;
        Ok(scored["scores"].clone())
    }

    fn rows(&self, set: &str, scored: &Value) -> Result<Vec<Row>> {
        let scores = scored.as_array().context("score.py wrote no scores")?;
        let row = |measure: &str, parts: Option<(f64, f64)>, score: f64| Row {
            set: set.to_owned(),
            measure: measure.to_owned(),
            parts,
            score,
        };
        let mut rows = Vec::new();
        for score in scores {
            let metric = score["metric"].as_str().unwrap_or_default();
            if self.folder == "figures" {
                if metric == "ALL" {
                    rows.push(row("all spans", None, score["all spans exact"].as_f64().unwrap_or_default()));
                    rows.push(row("with value", None, score["and value"].as_f64().unwrap_or_default()));
                    rows.push(row("found", None, score["every expected span found"].as_f64().unwrap_or_default()));
                }
                continue;
            }
            let named = |(name, _): &&(&str, &str)| metric == *name || (*name == "MAP" && metric.starts_with("MAP "));
            let Some((_, measure)) = self.measures.iter().find(named) else { continue };
            let parts = score["precision"].as_f64().zip(score["recall"].as_f64());
            if let Some(value) = score["f1"].as_f64().or(score["value"].as_f64()) {
                rows.push(row(measure, parts, value));
            }
        }
        Ok(rows)
    }
}

fn files(folder: &Path, extension: &str) -> Result<Vec<PathBuf>> {
    let entries = std::fs::read_dir(folder).with_context(|| format!("cannot read {}", folder.display()))?;
    let mut files = entries.map(|entry| Ok(entry?.path())).collect::<Result<Vec<PathBuf>>>()?;
    files.retain(|file| file.extension().is_some_and(|found| found == extension));
    files.sort();
    Ok(files)
}

fn report(options: &Options, new: Vec<Row>, rows: &mut Vec<Row>) {
    for row in &new {
        if options.json {
            let Row { set, measure, parts, score } = row;
            println!("{}", serde_json::json!({ "set": set, "measure": measure, "parts": parts, "score": score }));
        } else {
            let parts = row.parts.map_or(String::new(), |(p, r)| format!("   P {p:.3}  R {r:.3}"));
            println!("{:<40} {:<18} {:.3}{parts}", row.set, row.measure, row.score);
        }
    }
    rows.extend(new);
}

const HEAD: &str = "# What `cargo xtask score --gold DIR --write` measured last. Columns: set, measure, precision, recall, \
    score (F1, or what the measure is).\n# The labelled text itself is not part of the project.\n";

fn write(rows: &[Row]) -> Result<()> {
    let mut table = String::from(HEAD);
    for Row { set, measure, parts, score } in rows {
        let (p, r) = parts.map_or((String::new(), String::new()), |(p, r)| (format!("{p:.3}"), format!("{r:.3}")));
        let _ = writeln!(table, "{set}\t{measure}\t{p}\t{r}\t{score:.3}");
    }
    let path = root().join("tests/gold/scoreboard.tsv");
    std::fs::create_dir_all(path.parent().context("a folder")?)?;
    std::fs::write(&path, table).with_context(|| format!("cannot write {}", path.display()))
}

/// Fails if a measured score lies below its floor.
fn check(rows: &[Row]) -> Result<()> {
    let path = root().join("tests/gold/floor.tsv");
    let floor = std::fs::read_to_string(&path).with_context(|| format!("cannot read {}", path.display()))?;
    let mut slipped = String::new();
    for line in floor.lines().filter(|line| !line.starts_with('#') && !line.is_empty()) {
        let mut fields = line.split('\t');
        let (Some(set), Some(measure), Some(least)) = (fields.next(), fields.next(), fields.next()) else {
            bail!("tests/gold/floor.tsv: `{line}` is not set, measure, least score");
        };
        let least: f64 = least.parse().with_context(|| format!("tests/gold/floor.tsv: `{line}`"))?;
        for row in rows.iter().filter(|row| row.set == set && row.measure == measure) {
            if (row.score * 1000.0).round() < (least * 1000.0).round() {
                let _ = write!(slipped, "\n  {set}, {measure}: {:.3}, and the floor is {least:.3}", row.score);
            }
        }
    }
    ensure!(slipped.is_empty(), "scores have slipped:{slipped}");
    println!("no score lies below its floor");
    Ok(())
}
