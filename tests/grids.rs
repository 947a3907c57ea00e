//! Grids: `tests/grids/<kind>.txt`, generated variations of one kind of figure, time or name.
//!
//! ```text
//! reads figures
//! === a sign before the number
//! > The mill cost {sign}{gap}{number}{scale}.
//! = money {number*scale} {sign}
//! sign
//!   $ = USD
//!   HK$ = HKD
//! gap
//!   _
//!   ␣
//! number
//!   3
//!   1,250 = 1250
//! scale
//!   _ = 1
//!   m = 1000000
//! # "1,250m" is not written.
//! ! number=1,250 scale=m
//! ```
//!
//! A grid has templates (`>`), what is expected of each (`=`, one line for each figure, time or name, none for a negative
//! grid), and fillers: a name, then its texts, each with the value it stands for (the text itself if none is given;
//! `a = b ; c` gives it two, the second of which is `{name.2}`). `_` is the empty text and `␣` a space
//! at an end. Every
//! template is filled with every combination; `!` leaves out those that are not English. A grid of more than
//! [`MOST`] combinations is thinned evenly. `{a*b}` is the product of two values. The reference date is Wednesday
//! 11 June 2025.
//!
//! A grid fails when less than 98 % of its inputs are read as expected. The share of each filler is printed, so the
//! row or column that fails is seen at once.

use postil::entities::{Form, Mention};
use postil::figures::{Amount, Approx, Figure, Kind};
use postil::numeral::Decimal;
use postil::times::Time;
use postil::{Annotation, Given, annotate};
use std::fmt::Write as _;
use std::path::Path;

/// More combinations than this are thinned.
const MOST: usize = 500;
/// The share, in percent, that has to be right.
const LEAST: usize = 98;
/// More failures than this are not shown.
const SHOWN: usize = 12;

#[test]
fn grids() {
    let folder = Path::new(env!("CARGO_MANIFEST_DIR")).join("tests/grids");
    let mut paths: Vec<_> =
        std::fs::read_dir(folder).expect("a folder").map(|entry| entry.expect("readable").path()).collect();
    paths.sort();
    let only = std::env::var("GRID").unwrap_or_default();
    let mut failures = String::new();
    for path in paths {
        let name = path.file_stem().expect("a name").to_string_lossy().into_owned();
        if !name.contains(&only) {
            continue;
        }
        let file = std::fs::read_to_string(&path).expect("a readable grid");
        let mut lines = file.lines().filter(|line| !line.starts_with('#') && !line.is_empty());
        let read: fn(&Annotation) -> Vec<String> = match lines.next() {
            Some("reads figures") => figures,
            Some("reads times") => times,
            Some("reads names") => names,
            other => panic!("{name}: the first line says what is read, not {other:?}"),
        };
        for grid in parse(lines) {
            let report = grid.run(read);
            println!("{name}: {report}");
            if report.right * 100 < report.all * LEAST {
                _ = writeln!(failures, "{name}: {report}{}", report.failures);
            }
        }
    }
    assert!(failures.is_empty(), "below {LEAST} % (- expected, + got)\n{failures}");
}

struct Grid<'f> {
    name: &'f str,
    templates: Vec<&'f str>,
    expected: Vec<&'f str>,
    fillers: Vec<Filler<'f>>,
    left_out: Vec<Vec<(&'f str, &'f str)>>,
}

struct Filler<'f> {
    name: &'f str,
    entries: Vec<Entry<'f>>,
}

struct Entry<'f> {
    label: &'f str,
    text: String,
    values: Vec<String>,
}

struct Report {
    name: String,
    right: usize,
    all: usize,
    /// Filler, entry, right, all.
    shares: Vec<(String, usize, usize)>,
    failures: String,
}

fn parse<'f>(lines: impl Iterator<Item = &'f str>) -> Vec<Grid<'f>> {
    let mut grids: Vec<Grid> = Vec::new();
    for line in lines {
        if let Some(name) = line.strip_prefix("=== ") {
            grids.push(Grid { name, templates: vec![], expected: vec![], fillers: vec![], left_out: vec![] });
            continue;
        }
        let grid = grids.last_mut().expect("a grid begins with ===");
        if let Some(template) = line.strip_prefix("> ") {
            grid.templates.push(template);
        } else if let Some(expected) = line.strip_prefix("= ") {
            grid.expected.push(expected);
        } else if let Some(pairs) = line.strip_prefix("! ") {
            grid.left_out.push(pairs.split(' ').map(|pair| pair.split_once('=').expect("a=b")).collect());
        } else if let Some(entry) = line.strip_prefix("  ") {
            grid.fillers.last_mut().expect("a filler has a name").entries.push(Entry::parse(entry));
        } else {
            grid.fillers.push(Filler { name: line, entries: vec![] });
        }
    }
    grids
}

impl<'f> Entry<'f> {
    fn parse(line: &'f str) -> Entry<'f> {
        let plain = |text: &str| if text == "_" { String::new() } else { text.replace('␣', " ") };
        let (label, values) = match line.split_once(" = ") {
            Some((label, values)) => (label, values.split(" ; ").map(plain).collect()),
            None => (line, vec![plain(line)]),
        };
        Entry { label, text: plain(label), values }
    }
}

impl Grid<'_> {
    fn run(&self, read: fn(&Annotation) -> Vec<String>) -> Report {
        let sizes = self.fillers.iter().map(|filler| filler.entries.len());
        let all = sizes.chain([self.templates.len()]).product::<usize>();
        let step = (all.div_ceil(MOST)..).find(|step| self.is_even(*step)).expect("primes do not end");
        let mut report = Report {
            name: self.name.to_owned(),
            right: 0,
            all: 0,
            shares: self.labels().map(|label| (label, 0, 0)).collect(),
            failures: String::new(),
        };
        for combination in (0..all).step_by(step) {
            let (template, chosen) = self.choose(combination);
            if self.is_left_out(&chosen) {
                continue;
            }
            let entry = |name: &str| {
                let at = self.fillers.iter().position(|filler| filler.name == name)?;
                Some(&self.fillers[at].entries[chosen[at]])
            };
            let input = fill(template, |name| entry(name).map(|entry| entry.text.clone()));
            let expected: Vec<String> = self.expected.iter().map(|line| fill(line, |sum| value(sum, entry))).collect();
            let given = Given { date: Some(jiff::civil::date(2025, 6, 11)), ..Given::default() };
            let got = read(&annotate(&input, &given));
            report.count(self.marks(combination, &chosen), expected, got, &input);
        }
        assert!(report.all > 0, "{}: every combination is left out", self.name);
        report
    }

    /// A step that passes over no entry of a filler: it shares no factor with the number of entries.
    fn is_even(&self, step: usize) -> bool {
        let shares = |size: usize| (2..=size).any(|factor| size.is_multiple_of(factor) && step.is_multiple_of(factor));
        step == 1 || !self.fillers.iter().any(|filler| shares(filler.entries.len())) && !shares(self.templates.len())
    }

    fn choose(&self, combination: usize) -> (&str, Vec<usize>) {
        let mut rest = combination / self.templates.len();
        let chosen = self.fillers.iter().map(|filler| {
            let at = rest % filler.entries.len();
            rest /= filler.entries.len();
            at
        });
        (self.templates[combination % self.templates.len()], chosen.collect())
    }

    fn is_left_out(&self, chosen: &[usize]) -> bool {
        let has = |&(name, label): &(&str, &str)| {
            let at = self.fillers.iter().position(|filler| filler.name == name).expect("a filler");
            self.fillers[at].entries[chosen[at]].label == label
        };
        self.left_out.iter().any(|pairs| pairs.iter().all(has))
    }

    fn labels(&self) -> impl Iterator<Item = String> {
        let templates = self.templates.iter().map(|template| (*template).to_owned());
        let entries = self.fillers.iter().flat_map(|filler| {
            filler.entries.iter().map(|entry| format!("{}={}", filler.name, entry.label)).collect::<Vec<_>>()
        });
        templates.chain(entries)
    }

    /// The indices of the labels that a combination falls under.
    fn marks(&self, combination: usize, chosen: &[usize]) -> Vec<usize> {
        let mut marks = vec![combination % self.templates.len()];
        let mut base = self.templates.len();
        for (filler, at) in self.fillers.iter().zip(chosen) {
            marks.push(base + at);
            base += filler.entries.len();
        }
        marks
    }
}

impl Report {
    fn count(&mut self, marks: Vec<usize>, expected: Vec<String>, got: Vec<String>, input: &str) {
        let right = got == expected;
        self.all += 1;
        self.right += usize::from(right);
        for mark in marks {
            self.shares[mark].1 += usize::from(right);
            self.shares[mark].2 += 1;
        }
        if !right && self.all - self.right <= SHOWN {
            _ = writeln!(self.failures, "  {input}");
            expected.iter().for_each(|line| _ = writeln!(self.failures, "    - {line}"));
            got.iter().for_each(|line| _ = writeln!(self.failures, "    + {line}"));
        }
    }
}

impl std::fmt::Display for Report {
    fn fmt(&self, f: &mut std::fmt::Formatter<'_>) -> std::fmt::Result {
        writeln!(f, "{}: {} of {} ({} %)", self.name, self.right, self.all, self.right * 100 / self.all)?;
        for (label, right, all) in self.shares.iter().filter(|(_, right, all)| right < all) {
            writeln!(f, "    {label}: {right} of {all}")?;
        }
        Ok(())
    }
}

/// Replaces each `{…}`.
fn fill(template: &str, of: impl Fn(&str) -> Option<String>) -> String {
    let mut filled = String::new();
    let mut rest = template;
    while let Some((before, behind)) = rest.split_once('{') {
        let (name, after) = behind.split_once('}').expect("a closed brace");
        filled.push_str(before);
        filled.push_str(&of(name).unwrap_or_else(|| panic!("no filler {name}")));
        rest = after;
    }
    filled + rest
}

/// The value of "a", "a.2" or "a*b".
fn value<'e>(product: &str, entry: impl Fn(&str) -> Option<&'e Entry<'e>>) -> Option<String> {
    let one = |name: &str| {
        let (name, number) = name.split_once('.').unwrap_or((name, "1"));
        entry(name)?.values.get(number.parse::<usize>().ok()? - 1).cloned()
    };
    if !product.contains('*') {
        return one(product);
    }
    let mut value = Decimal::ONE;
    for name in product.split('*') {
        value = value.checked_mul(one(name)?.parse().expect("a number"))?;
    }
    Some(plain(value))
}

/// A value without zeros after the point.
fn plain(value: Decimal) -> String {
    value.normalized().to_string()
}

/// `money 5000000 USD per year`: kind, value, unit; then the approximation and `= 5 USD`, the second reading.
/// What is named, in order: "organisation Acme".
fn names(annotation: &Annotation) -> Vec<String> {
    let named = |mention: &&Mention| matches!(mention.form, Form::Name | Form::Short | Form::Acronym);
    let line =
        |mention: &Mention| format!("{:?}", mention.kind).to_lowercase() + " " + annotation.text.slice(mention.span);
    annotation.linked.mentions.iter().filter(named).map(line).collect()
}

fn figures(annotation: &Annotation) -> Vec<String> {
    annotation.linked.figures.iter().map(figure).collect()
}

fn figure(figure: &Figure) -> String {
    let mut line = format!("{:?} {}", figure.kind, amount(&figure.amount)).to_lowercase();
    let name = figure.unit_name.as_deref();
    let unit = match figure.kind {
        Kind::Percent | Kind::PercentagePoint | Kind::Ratio | Kind::Cardinal => None,
        Kind::Age if figure.unit.as_deref() == Some("a") => None,
        _ => figure.unit.as_deref().or(name),
    };
    unit.iter().for_each(|unit| _ = write!(line, " {unit}"));
    // The code of money does not say what it is per.
    if figure.kind == Kind::Money
        && let Some(at) = name.and_then(|name| name.find(" per "))
    {
        line.push_str(&name.unwrap_or_default()[at..]);
    }
    line.push_str(match figure.approx {
        Some(Approx::AtLeast) => " ≥",
        Some(Approx::AtMost) => " ≤",
        Some(Approx::MoreThan) => " >",
        Some(Approx::LessThan) => " <",
        Some(Approx::About) => " ~",
        None => "",
    });
    if let Some(also) = &figure.also {
        _ = write!(line, " = {} {}", amount(&also.amount), also.unit);
    }
    line
}

fn amount(amount: &Amount) -> String {
    match amount {
        Amount::Value(value) => plain(*value),
        Amount::Range { low, high } => {
            format!("{}..{}", low.map_or_else(String::new, plain), high.map_or_else(String::new, plain))
        }
    }
}

/// `date 2024-05 START`: kind, value, modifier.
fn times(annotation: &Annotation) -> Vec<String> {
    let line = |time: &Time| {
        let modifier = time.meaning.modifier.map_or(String::new(), |modifier| format!(" {modifier}"));
        format!("{} {}{modifier}", format!("{:?}", time.kind).to_lowercase(), time.meaning.value)
    };
    annotation.linked.times.iter().map(line).collect()
}
