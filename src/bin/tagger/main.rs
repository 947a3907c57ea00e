//! Trains the taggers from a folder of labelled texts: `cargo xtask train --gold DIR`.

mod chain;
mod claims;
mod clusters;
mod corpus;
mod crf;
mod linear;
mod names;
mod pack;
mod parse;
mod random;
mod score;
mod speech;
mod table;
mod trees;

use postil::tag::blob::{Model, PARTS};
use postil::tag::hash;
use postil::tag::name::LABELS;
use std::collections::BTreeMap;
use std::path::Path;
use std::time::Instant;
use table::Learnt;

/// Texts that machines labelled, with chances; read with `--soft`.
const SILVER: &str = "train/silver/names.jsonl.gz";

/// Files of names to learn from, and whether each is openly licensed.
const NAMES: &[(&str, bool)] = &[
    ("train/ner/worldwide.train.jsonl", false),
    ("train/ner/uner_ewt_firstcommit.train.jsonl", true),
    ("train/ner/wikigold.all.jsonl", true),
    ("train/ner/wnut17.train.jsonl", true),
];

fn main() {
    if let Err(error) = run() {
        eprintln!("train: {error}");
        std::process::exit(1);
    }
}

fn option(name: &str) -> Option<String> {
    let mut arguments = std::env::args().skip_while(|argument| argument != name);
    arguments.next()?;
    arguments.next()
}

fn number(name: &str, default: usize) -> usize {
    option(name).and_then(|value| value.parse().ok()).unwrap_or(default)
}

fn real(name: &str, default: f32) -> f32 {
    option(name).and_then(|value| value.parse().ok()).unwrap_or(default)
}

fn run() -> Result<(), String> {
    let root = Path::new(env!("CARGO_MANIFEST_DIR"));
    let read = |path: &Path| std::fs::read_to_string(path).map_err(|error| format!("{}: {error}", path.display()));
    let write =
        |path: &Path, bytes: &[u8]| std::fs::write(path, bytes).map_err(|error| format!("{}: {error}", path.display()));
    let list = root.join("data/lexicon/clusters.tsv");
    if let Some(vectors) = option("--vectors") {
        let table = clusters::make(&read(Path::new(&vectors))?, number("--words", 40_000))?;
        return write(&list, table.as_bytes());
    }
    let gold = option("--gold").ok_or("say where the labelled texts are: --gold DIR")?;
    let gold = Path::new(&gold);
    if let Some(parser) = option("--measure") {
        let load = |path: &str| std::fs::read(path).map_err(|error| format!("{path}: {error}"));
        let (tagger, parser) = (load(&option("--tagger").unwrap_or_default())?, load(&parser)?);
        return measure(gold, &Model::open(&tagger), Some(&Model::open(&parser)));
    }
    let flag = |name: &str| std::env::args().any(|argument| argument == name);
    if flag("--claims") {
        let out = option("--out").map_or_else(|| root.join("model/claims.bin"), Into::into);
        return write(&out, &sequence(gold)?);
    }
    let open_only = flag("--open-only");
    let silver = option("--silver").filter(|_| !open_only);
    let start = Instant::now();
    let (words, ids) = words(&read(&list)?);
    let mut parts: [Vec<u8>; PARTS] = Default::default();
    parts[0] = words;
    parts[1] = ids;
    if flag("--parser") {
        let out = option("--out").map_or_else(|| root.join("model/parser.bin"), Into::into);
        let file = pack::model(&parts);
        let parser = parser(gold, silver.as_deref().map(Path::new), &Model::open(&file))?;
        write(&out, &parser)?;
        let tagger = std::fs::read(option("--tagger").unwrap_or_default()).unwrap_or_default();
        return measure(gold, &Model::open(&tagger), Some(&Model::open(&parser)));
    }
    let out = option("--out").map_or_else(|| root.join("model/tagger.bin"), Into::into);
    if flag("--names") {
        // The parts of speech stay as they are.
        let file = std::fs::read(&out).map_err(|error| format!("{}: {error}", out.display()))?;
        parts = pack::parts(&file)?;
    } else {
        speech(gold, silver.as_deref().map(Path::new), &mut parts)?;
    }
    let file = pack::model(&parts);
    if flag("--speech") {
        write(&out, &file)?;
        return measure(gold, &Model::open(&file), None);
    }
    eprintln!("parts of speech after {:?}", start.elapsed());
    let learnt = names(gold, &Model::open(&file), open_only)?;
    parts[5] = pack::table(&learnt.slots, learnt.width);
    (parts[6], parts[7]) = pack::weights(&learnt.weights, names::allowed);
    let file = pack::model(&parts);
    eprintln!("trained in {:?}", start.elapsed());
    write(&out, &file)?;
    measure(gold, &Model::open(&file), None)
}

/// The tagger of parts of speech, and the common words.
fn speech(gold: &Path, silver: Option<&Path>, parts: &mut [Vec<u8>; PARTS]) -> Result<(), String> {
    let file = pack::model(parts);
    let banks = trees::read(gold, silver, &Model::open(&file), number("--tokens", usize::MAX))?;
    let (kept, rows) = speech::train(&banks, &speech::chosen(&banks, |_| true), &speech_plan());
    parts[2] = pack::table(&kept.list, kept.width);
    parts[3] = pack::rows(&rows, 5.0, 2.0);
    parts[8] = pack::table(&slots(trees::common(&banks, number("--common", 8_000)), COMMON), COMMON);
    Ok(())
}

/// The tagger of names, learnt from labelled texts and from those that machines labelled.
fn names(gold: &Path, model: &Model, open_only: bool) -> Result<Learnt<LABELS>, String> {
    let mut documents = Vec::new();
    for (name, _) in NAMES.iter().filter(|(_, open)| !open_only || *open) {
        documents.append(&mut corpus::names(&gold.join(name), model)?);
    }
    let soft = !open_only && std::env::args().any(|argument| argument == "--soft");
    if soft {
        documents.append(&mut corpus::names(&gold.join(SILVER), model)?);
    }
    let l1 = if soft { 6.0 } else { 3.0 };
    let plan = names::Plan {
        models: number("--models", 3),
        epochs: number("--epochs", 7),
        folds: number("--folds", 3),
        most: number("--most", 80_000),
        width: number("--width", 21) as u32,
        least: number("--least", if soft { 2 } else { 1 }) as u8,
        pace: crf::Pace { rate: real("--rate", 0.1), l1: real("--l1", l1), l2: real("--l2", 10.0) },
        silver: real("--silver-weight", 0.4),
    };
    Ok(names::train(&documents, &plan))
}

/// Prints how well models read labelled texts that they have not seen.
fn measure(gold: &Path, tagger: &Model, parser: Option<&Model>) -> Result<(), String> {
    for name in ["ewt.dev", "gum.dev"] {
        let path = gold.join(format!("measure/parse/{name}.conllu"));
        let file = std::fs::read_to_string(&path).map_err(|error| format!("{}: {error}", path.display()))?;
        let parser = parser.unwrap_or_else(|| postil::syntax::parser::model());
        println!("{name}: {}", score::trees(tagger, parser, &trees::bank(&file, 1, tagger)));
    }
    for name in ["worldwide.dev", "ieer.dev", "uner_ewt.dev", "wnut17.dev", "conll04.train", "wikineural.dev"] {
        let documents = corpus::names(&gold.join(format!("measure/ner/{name}.jsonl")), tagger)?;
        println!("{name}: {}", score::names(tagger, &documents));
    }
    Ok(())
}

fn speech_plan() -> speech::Plan {
    let pace =
        crf::Pace { rate: real("--speech-rate", 0.1), l1: real("--speech-l1", 2.0), l2: real("--speech-l2", 5.0) };
    speech::Plan {
        epochs: number("--speech-epochs", 3),
        most: number("--speech-most", 40_000),
        width: number("--speech-width", 20) as u32,
        pace,
        again: crf::Pace { l1: real("--speech-again", 3.0), ..pace },
        by: 1.0,
    }
}

/// The parser, learnt from treebanks.
fn parser(gold: &Path, silver: Option<&Path>, model: &Model) -> Result<Vec<u8>, String> {
    let start = Instant::now();
    let banks = trees::read(gold, silver, model, number("--tokens", usize::MAX))?;
    eprintln!("read in {:?}", start.elapsed());
    let tagged = parse::jackknife(&banks, &speech::Plan { epochs: 3, ..speech_plan() });
    eprintln!("tagged in {:?}", start.elapsed());
    let pace = crf::Pace { rate: real("--rate", 0.2), l1: real("--l1", 2.0), l2: real("--l2", 2.0) };
    let plan = parse::Plan {
        epochs: number("--epochs", 3),
        models: number("--models", 2),
        exploration: number("--exploration", 90),
        dropout: number("--dropout", 5),
        actions: (number("--actions", 90_000), number("--width", 20) as u32),
        relations: (number("--relations", 22_000), 19),
        pace,
        again: crf::Pace { l1: real("--again-l1", 1.5), ..pace },
        by: real("--by", 0.5),
    };
    let learnt = parse::train(&banks, &tagged, &plan);
    eprintln!("trained in {:?}", start.elapsed());
    let mut parts: [Vec<u8>; PARTS] = Default::default();
    parts[2] = pack::table(&learnt.actions.0.list, learnt.actions.0.width);
    parts[3] = pack::rows(&learnt.actions.1, 5.0, 0.0);
    parts[5] = pack::table(&learnt.relations.0.list, learnt.relations.0.width);
    parts[6] = pack::rows(&learnt.relations.1, 11.0, 11.0);
    Ok(pack::model(&parts))
}

/// The model of claims, learnt from articles whose attributions are labelled.
fn sequence(gold: &Path) -> Result<Vec<u8>, String> {
    let documents = claims::read(&gold.join("train/attribution/polnear.train.jsonl"))?;
    let dev = claims::read(&gold.join("measure/attribution/polnear.dev.jsonl"))?;
    let plan = names::Plan {
        models: 1,
        epochs: number("--epochs", 7),
        folds: number("--folds", 15),
        most: number("--most", 10_000),
        width: number("--width", 20) as u32,
        least: number("--least", 3) as u8,
        pace: crf::Pace { rate: real("--rate", 0.05), l1: real("--l1", 3.0), l2: real("--l2", 30.0) },
        silver: 0.0,
    };
    let learnt = claims::train(&documents, &plan, &dev);
    let mut parts: [Vec<u8>; PARTS] = Default::default();
    parts[5] = pack::table(&learnt.slots, learnt.width);
    (parts[6], parts[7]) = pack::weights(&learnt.weights, claims::allowed);
    Ok(pack::model(&parts))
}

/// Bits of the table of common words.
const COMMON: u32 = 21;

/// The slots of hashes in a table, in order.
fn slots(hashes: Vec<u32>, width: u32) -> Vec<u32> {
    let slots: std::collections::BTreeSet<u32> = hashes.into_iter().map(|hash| hash >> (32 - width)).collect();
    slots.into_iter().collect()
}

/// The table of the words that have clusters, and their clusters.
fn words(list: &str) -> (Vec<u8>, Vec<u8>) {
    const WIDTH: u32 = 20;
    let mut words = Vec::new();
    for line in list.lines().filter(|line| !line.starts_with('#')) {
        let Some((cluster, list)) = line.split_once('\t') else { continue };
        let cluster: u16 = cluster.parse().unwrap_or(0);
        words.extend(list.split(' ').enumerate().map(|(place, word)| (place, cluster, word)));
    }
    // Of words whose hashes begin alike the one that is more frequent is kept: it stands further to the front.
    words.sort_unstable();
    let mut slots = BTreeMap::new();
    for (_, cluster, word) in words {
        slots.entry(hash::bytes(word.bytes()) >> (32 - WIDTH)).or_insert(cluster);
    }
    let list: Vec<u32> = slots.keys().copied().collect();
    let clusters: Vec<u16> = slots.into_values().collect();
    (pack::table(&list, WIDTH), pack::pairs(&clusters))
}
