//! Case files: one file of examples per rule, `tests/cases/<stage>/<rule>.txt`.
//!
//! ```text
//! === magnitude after a currency sign
//! Profit rose to $4.2bn from £900m.
//! ---
//! money "$4.2bn" 4200000000 USD
//! money "£900m" 900000000 GBP
//! === not money: a share code
//! Shares in NASDAQ:AAPL fell.
//! ---
//! ```
//!
//! A case is a name, an input of one or more lines, and the expected lines; none expected is a negative
//! case. The reference date of all cases is Wednesday 11 June 2025. A file's first lines may be comments
//! that begin with `#`. `UPDATE_EXPECT=1` rewrites the expectations of the cases that differ, and only
//! then is a file changed.
//!
//! What a stage's line looks like is said once, in the module of that stage in `tests/lines/`.

mod lines;

use postil::{Annotation, Given, annotate};
use std::fmt::Write as _;
use std::path::{Path, PathBuf};

#[test]
fn text() {
    check("text", lines::text::lines);
}

#[test]
fn tag() {
    check("tag", lines::tag::lines);
}

#[test]
fn syntax() {
    check("syntax", lines::syntax::lines);
}

#[test]
fn entities() {
    check("entities", lines::entities::lines);
}

#[test]
fn figures() {
    check("figures", lines::figures::lines);
}

#[test]
fn times() {
    check("times", lines::times::lines);
}

#[test]
fn claims() {
    check("claims", lines::claims::lines);
}

#[test]
fn link() {
    check("link", lines::link::lines);
}

#[test]
fn statements() {
    check("facts/statement", lines::statements::lines);
}

#[test]
fn amounts() {
    check("facts/amount", lines::statements::lines);
}

#[test]
fn roles() {
    check("facts/role", lines::statements::lines);
}

#[test]
fn cards() {
    check("facts/card", lines::cards::lines);
    check("facts/genre", lines::cards::lines);
}

#[test]
fn findings() {
    check("facts/finding", lines::findings::lines);
}

#[test]
fn facts() {
    check("facts", lines::facts::lines);
}

struct Case {
    name: String,
    input: String,
    expected: Vec<String>,
}

fn check(stage: &str, lines: fn(&Annotation) -> Vec<String>) {
    let folder = Path::new(env!("CARGO_MANIFEST_DIR")).join("tests/cases").join(stage);
    let mut failures = String::new();
    let (mut files, mut cases) = (0, 0);
    for path in files_of(&folder) {
        files += 1;
        let (head, mut file) = parse(&std::fs::read_to_string(&path).expect("a readable case file"));
        assert!(!file.is_empty(), "{} holds no case", path.display());
        let mut differs = false;
        for case in &mut file {
            cases += 1;
            let given = Given { date: Some(jiff::civil::date(2025, 6, 11)), ..Given::default() };
            let got = lines(&annotate(&case.input, &given));
            if got != case.expected {
                differs = true;
                let name = path.strip_prefix(&folder).expect("a path within").display();
                let _ = writeln!(failures, "{stage}/{name}: {}\n  {}", case.name, case.input);
                case.expected.iter().for_each(|line| _ = writeln!(failures, "  - {line}"));
                got.iter().for_each(|line| _ = writeln!(failures, "  + {line}"));
                case.expected = got;
            }
        }
        if differs && std::env::var_os("UPDATE_EXPECT").is_some_and(|value| value == "1") {
            std::fs::write(&path, render(&head, &file)).expect("a writable case file");
        }
    }
    println!("{stage}: {cases} cases in {files} files");
    assert!(failures.is_empty(), "(- expected, + got)\n{failures}");
}

fn files_of(folder: &Path) -> Vec<PathBuf> {
    let Ok(entries) = std::fs::read_dir(folder) else { return Vec::new() };
    let mut paths: Vec<PathBuf> = entries.map(|entry| entry.expect("a readable folder").path()).collect();
    paths.retain(|path| path.extension().is_some_and(|extension| extension == "txt"));
    paths.sort();
    paths
}

fn parse(file: &str) -> (String, Vec<Case>) {
    let mut head = String::new();
    let mut cases: Vec<Case> = Vec::new();
    let mut expecting = false;
    for line in file.lines() {
        if let Some(name) = line.strip_prefix("=== ") {
            cases.push(Case { name: name.to_owned(), input: String::new(), expected: Vec::new() });
            expecting = false;
        } else if let Some(case) = cases.last_mut() {
            if line == "---" && !expecting {
                expecting = true;
            } else if expecting {
                if !line.is_empty() {
                    case.expected.push(line.to_owned());
                }
            } else {
                if !case.input.is_empty() {
                    case.input.push('\n');
                }
                case.input.push_str(line);
            }
        } else {
            head.push_str(line);
            head.push('\n');
        }
    }
    (head, cases)
}

fn render(head: &str, cases: &[Case]) -> String {
    let mut file = head.to_owned();
    for case in cases {
        let _ = write!(file, "=== {}\n{}\n---\n", case.name, case.input);
        case.expected.iter().for_each(|line| _ = writeln!(file, "{line}"));
    }
    file
}
