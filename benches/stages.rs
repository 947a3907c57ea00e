//! How fast each stage and the whole are, in MB/s: `cargo xtask bench`.
//!
//! The text is the project's own articles, or that of `BENCH_TEXT`: a file of JSON lines with a `text`, or a
//! folder of `.txt` files. Hostile texts, a megabyte of one thing, must not be slower than linear.

use divan::counter::BytesCount;
use divan::{Bencher, black_box};
use postil::decision::Decisions;
use postil::{Annotation, Given, annotate, claims, entities, export, facts, figures, link, syntax, tag, text, times};
use std::path::Path;
use std::sync::LazyLock;

fn main() {
    divan::main();
}

static ARTICLES: LazyLock<Vec<String>> = LazyLock::new(|| match std::env::var("BENCH_TEXT") {
    Ok(path) => read(Path::new(&path)),
    Err(_) => {
        let articles = Path::new(env!("CARGO_MANIFEST_DIR")).join("tests/articles");
        let folders = std::fs::read_dir(articles).expect("tests/articles");
        let mut files: Vec<_> = folders.map(|folder| folder.expect("a folder").path().join("source.txt")).collect();
        files.sort();
        let text = |file: &_| std::fs::read_to_string(file).expect("an article");
        files.iter().cycle().take(files.len() * 10).map(text).collect()
    }
});

fn read(path: &Path) -> Vec<String> {
    let file =
        |path: &Path| std::fs::read_to_string(path).unwrap_or_else(|error| panic!("{}: {error}", path.display()));
    if path.is_dir() {
        let entries = std::fs::read_dir(path).expect("a readable folder");
        let files = entries.map(|entry| entry.expect("a readable folder").path());
        return files.filter(|path| path.extension().is_some_and(|end| end == "txt")).map(|path| file(&path)).collect();
    }
    let lines = file(path);
    let values = lines.lines().map(|line| serde_json::from_str::<serde_json::Value>(line).expect("JSON lines"));
    values.map(|value| value["text"].as_str().expect("a text").to_owned()).collect()
}

static READ: LazyLock<Vec<text::Text>> =
    LazyLock::new(|| ARTICLES.iter().map(|article| text::read(article, &Given::default())).collect());
static TAGGED: LazyLock<Vec<tag::Tagged>> = LazyLock::new(|| READ.iter().map(tag::tag).collect());
static PARSED: LazyLock<Vec<syntax::Parsed>> =
    LazyLock::new(|| READ.iter().zip(TAGGED.iter()).map(|(text, tagged)| syntax::parse(text, tagged)).collect());
static NAMED: LazyLock<Vec<Vec<entities::Mention>>> =
    LazyLock::new(|| READ.iter().zip(TAGGED.iter()).map(|(text, tagged)| entities::find(text, tagged)).collect());
static TIMED: LazyLock<Vec<Vec<times::Time>>> = LazyLock::new(|| {
    let parts = READ.iter().zip(TAGGED.iter()).zip(PARSED.iter());
    parts.map(|((text, tagged), parsed)| times::find(text, tagged, parsed)).collect()
});
static ANNOTATED: LazyLock<Vec<Annotation>> =
    LazyLock::new(|| ARTICLES.iter().map(|article| annotate(article, &Given::default())).collect());

fn bytes() -> BytesCount {
    BytesCount::new(ARTICLES.iter().map(String::len).sum::<usize>())
}

/// Runs a stage over every article; its tables are loaded before the clock runs.
fn stage<R>(bencher: Bencher<'_, '_>, stage: impl Fn(&text::Text, &tag::Tagged) -> R + Sync) {
    let all = || READ.iter().zip(TAGGED.iter()).for_each(|(text, tagged)| drop(black_box(stage(text, tagged))));
    all();
    bencher.counter(bytes()).bench(all);
}

#[divan::bench]
fn a_text(bencher: Bencher<'_, '_>) {
    let given = Given::default();
    bencher.counter(bytes()).bench(|| ARTICLES.iter().for_each(|article| drop(black_box(text::read(article, &given)))));
}

#[divan::bench]
fn b_tag(bencher: Bencher<'_, '_>) {
    stage(bencher, |text, _| tag::tag(text));
}

#[divan::bench]
fn c_entities(bencher: Bencher<'_, '_>) {
    stage(bencher, entities::find);
}

#[divan::bench]
fn d_times(bencher: Bencher<'_, '_>) {
    bencher.counter(bytes()).bench(|| {
        for ((text, tagged), parsed) in READ.iter().zip(TAGGED.iter()).zip(PARSED.iter()) {
            black_box(times::find(text, tagged, parsed));
        }
    });
}

#[divan::bench]
fn e_figures(bencher: Bencher<'_, '_>) {
    let texts = || READ.iter().zip(TAGGED.iter()).zip(NAMED.iter().zip(TIMED.iter()));
    let all = || {
        for ((text, tagged), (mentions, times)) in texts() {
            black_box(figures::find(text, tagged, mentions, times));
        }
    };
    all();
    bencher.counter(bytes()).bench(all);
}

#[divan::bench]
fn f_claims(bencher: Bencher<'_, '_>) {
    bencher.counter(bytes()).bench(|| {
        for ((text, tagged), parsed) in READ.iter().zip(TAGGED.iter()).zip(PARSED.iter()) {
            black_box(claims::find(text, tagged, parsed));
        }
    });
}

#[divan::bench]
fn b_syntax(bencher: Bencher<'_, '_>) {
    stage(bencher, syntax::parse);
}

#[divan::bench]
fn g_link_and_facts(bencher: Bencher<'_, '_>) {
    let given = Given::default();
    let found = || {
        let found = READ.iter().zip(TAGGED.iter()).zip(PARSED.iter()).map(|((text, tagged), parsed)| {
            let (mentions, times) = (entities::find(text, tagged), times::find(text, tagged, parsed));
            let figures = figures::find(text, tagged, &mentions, &times);
            ((text, tagged, parsed), mentions, figures, times, claims::find(text, tagged, parsed))
        });
        found.collect::<Vec<_>>()
    };
    bencher.counter(bytes()).with_inputs(found).bench_local_values(|found| {
        for (read, mentions, figures, times, claims) in found {
            let (text, tagged, parsed) = read;
            let mut decisions = Decisions::new(&given.decisions, text);
            let mut linked = link::link(read, &given, &mut decisions, mentions, figures, times, claims);
            black_box(facts::gather(text, tagged, parsed, &mut linked));
        }
    });
}

/// What `facts` adds to an article that is linked.
#[divan::bench]
fn g_facts_alone(bencher: Bencher<'_, '_>) {
    let linked = || ANNOTATED.iter().map(|annotation| annotation.linked.clone()).collect::<Vec<_>>();
    bencher.counter(bytes()).with_inputs(linked).bench_local_values(|mut linked| {
        for (linked, ((text, tagged), parsed)) in
            linked.iter_mut().zip(READ.iter().zip(TAGGED.iter()).zip(PARSED.iter()))
        {
            black_box(facts::gather(text, tagged, parsed, linked));
        }
    });
}

#[divan::bench]
fn h_export(bencher: Bencher<'_, '_>) {
    let (given, options) = (Given::default(), export::Options::default());
    bencher.counter(bytes()).bench(|| {
        for annotation in ANNOTATED.iter() {
            black_box(export::json::write(&export::document(annotation, &given, &options)));
        }
    });
}

/// Reading, syntax, times and figures together.
#[divan::bench]
fn i_reading_times_figures(bencher: Bencher<'_, '_>) {
    let given = Given::default();
    bencher.counter(bytes()).bench(|| {
        for article in ARTICLES.iter() {
            let text = text::read(article, &given);
            let tagged = tag::tag(&text);
            let parsed = syntax::parse(&text, &tagged);
            let times = times::find(&text, &tagged, &parsed);
            black_box(figures::find(&text, &tagged, &[], &times));
        }
    });
}

/// All but the export.
#[divan::bench]
fn j_whole(bencher: Bencher<'_, '_>) {
    let given = Given::default();
    bencher.counter(bytes()).bench(|| ARTICLES.iter().for_each(|article| drop(black_box(annotate(article, &given)))));
}

/// A megabyte of one thing, and a tenth of it: the two run at the same pace if nothing is super-linear.
#[divan::bench(args = HOSTILE, consts = [100_000, 1_000_000], sample_count = 3)]
fn z_hostile<const SIZE: usize>(bencher: Bencher<'_, '_>, piece: &str) {
    let text = piece.repeat(SIZE / piece.len());
    let given = Given { insist: true, ..Given::default() };
    bencher.counter(BytesCount::of_str(&text)).bench(|| annotate(black_box(&text), &given));
}

const HOSTILE: [&str; 16] = [
    "$",
    "1",
    "“",
    "\"",
    "May ",
    "(",
    "said ",
    "Mr ",
    "and ",
    "1,",
    "A. ",
    "http://",
    "-",
    "Smith said “no” ",
    "\n",
    "🙂",
];
