//! The seams, checked by machine: what ARCHITECTURE.md says of the source holds in the source.

use std::collections::BTreeSet;
use std::path::{Path, PathBuf};

/// Which parts of the crate each part may name: earlier stages, never a later one or a sibling.
const MAY_NAME: &[(&str, &[&str])] = &[
    ("span", &[]),
    ("reason", &["span"]),
    ("rule", &[]),
    // Knows texts and items, not how they were found.
    ("compare", &["span"]),
    ("given", &["span"]),
    // A gazetteer is walked token by token.
    ("lexicon", &["span", "text"]),
    ("text", &["span", "reason", "rule", "given", "lexicon"]),
    ("numeral", &["span", "reason", "lexicon", "text"]),
    ("tag", &["span", "reason", "rule", "given", "lexicon", "text", "numeral"]),
    ("syntax", &["span", "lexicon", "text", "tag"]),
    ("view", &["span", "text", "tag"]),
    ("entities", &["span", "reason", "rule", "lexicon", "text", "numeral", "tag", "view"]),
    ("times", &["span", "reason", "rule", "lexicon", "text", "numeral", "tag", "view", "syntax"]),
    // Numbers of names and times are no figures.
    ("figures", &["span", "reason", "rule", "lexicon", "text", "numeral", "tag", "view", "entities", "times"]),
    ("claims", &["span", "reason", "rule", "lexicon", "text", "numeral", "tag", "syntax"]),
    // Applied to the list of each finder.
    (
        "decision",
        &["span", "reason", "given", "text", "numeral", "tag", "syntax", "entities", "times", "figures", "claims"],
    ),
    (
        "link",
        &[
            "span", "reason", "rule", "given", "decision", "lexicon", "text", "numeral", "tag", "view", "syntax",
            "entities", "figures", "times", "claims",
        ],
    ),
    (
        "facts",
        &[
            "span", "reason", "rule", "given", "lexicon", "text", "numeral", "tag", "view", "syntax", "entities",
            "figures", "times", "claims", "link",
        ],
    ),
];

#[test]
fn each_stage_looks_only_backwards() {
    let mut wrong = Vec::new();
    for (stage, allowed) in MAY_NAME {
        for file in sources(&root().join("src")) {
            let within =
                file.components().any(|part| part.as_os_str() == *stage) || file.ends_with(format!("{stage}.rs"));
            if !within || part_of(&file) != *stage {
                continue;
            }
            for named in named_parts(&code(&file)) {
                let part = MAY_NAME.iter().any(|(part, _)| *part == named) || named == "export" || named == "wasm";
                if part && named != *stage && !allowed.contains(&named.as_str()) {
                    wrong.push(format!("{} names `{named}`", shown(&file)));
                }
            }
        }
    }
    assert!(wrong.is_empty(), "{wrong:#?}");
}

#[test]
fn only_the_door_knows_of_javascript() {
    let words = ["wasm_bindgen", "web_sys", "js_sys", "console_error_panic_hook"];
    let wrong = naming(&root().join("src"), &words, |file| file.ends_with("src/wasm.rs"));
    assert!(wrong.is_empty(), "{wrong:#?}");
}

#[test]
fn the_door_is_thin() {
    let lines = read(&root().join("src/wasm.rs")).lines().count();
    assert!(lines < 120, "src/wasm.rs has {lines} lines");
}

#[test]
fn wire_types_live_in_the_export() {
    let words = ["serde", "serde_json", "Serialize", "Deserialize"];
    let wrong = naming(&root().join("src"), &words, |file| {
        let part = part_of(file);
        part == "export" || part == "bin" || part == "wasm"
    });
    assert!(wrong.is_empty(), "{wrong:#?}");
}

#[test]
fn the_core_is_a_pure_function() {
    let words = [
        "std::fs",
        "std::io",
        "std::env",
        "std::net",
        "std::process",
        "std::thread",
        "std::time",
        "println",
        "eprintln",
        "SystemTime",
        "Instant",
        "RandomState",
    ];
    let wrong = naming(&root().join("src"), &words, |file| part_of(file) == "bin");
    assert!(wrong.is_empty(), "{wrong:#?}");
}

#[test]
fn every_rule_has_its_case_file() {
    let cases = root().join("tests/cases");
    let rules = postil::rules();
    let mut wrong = Vec::new();
    for rule in &rules {
        let folder = cases.join(rule.name);
        if !cases.join(format!("{}.txt", rule.name)).is_file() && !folder.is_dir() {
            wrong.push(format!("the rule {} has no tests/cases/{0}.txt", rule.name));
        }
    }
    let names: BTreeSet<&str> = rules.iter().map(|rule| rule.name).collect();
    assert_eq!(names.len(), rules.len(), "two rules have one name");
    // A case file shows a rule, or a refiner, which is a file of its stage.
    for file in files(&cases, "txt") {
        let name = shown(&file).replace("tests/cases/", "").replace(".txt", "");
        let refiner = root().join("src").join(format!("{name}.rs"));
        let stage = root().join("src").join(&name).join("mod.rs");
        let whole = name.split('/').collect::<BTreeSet<_>>().len() == 1;
        // A file or folder further down its stage, or a phenomenon of a rule that has a folder of cases.
        let (of, last) = name.rsplit_once('/').unwrap_or_default();
        let within = files(&root().join("src").join(of), "rs").iter().any(|file| {
            file.file_stem().is_some_and(|stem| stem == last)
                || file.parent().is_some_and(|folder| folder.ends_with(last))
        });
        if !(names.contains(name.as_str())
            || names.contains(of)
            || refiner.is_file()
            || stage.is_file()
            || whole
            || within)
        {
            wrong.push(format!("tests/cases/{name}.txt shows no rule and no file of src/"));
        }
    }
    assert!(wrong.is_empty(), "{wrong:#?}");
}

#[test]
fn every_lexicon_says_what_it_is() {
    let mut wrong = Vec::new();
    let data = root().join("data");
    for file in files(&data.join("lexicon"), "tsv").into_iter().chain(files(&data.join("gazetteer"), "txt")) {
        let head: String = read(&file).lines().take_while(|line| line.starts_with('#')).collect();
        let head = head.to_lowercase();
        let says: [(&str, &[&str]); 3] = [
            ("columns", &["columns:"]),
            ("source", &["source:", "compiled for this project"]),
            ("licence", &["licence", "mit or apache-2.0", "public domain", "(cc by", "(pddl)"]),
        ];
        for (what, words) in says {
            if !words.iter().any(|word| head.contains(word)) {
                wrong.push(format!("{} does not say its {what}", shown(&file)));
            }
        }
    }
    assert!(wrong.is_empty(), "{wrong:#?}");
}

#[test]
fn every_file_of_source_says_what_it_is() {
    let mut wrong = Vec::new();
    for folder in ["src", "xtask/src", "tests", "benches"] {
        for file in sources(&root().join(folder)) {
            // What a stage's line looks like is said in one place, tests/lines/mod.rs.
            let line = shown(&file).starts_with("tests/lines/");
            if !line && !read(&file).starts_with("//! ") {
                wrong.push(format!("{} does not begin with `//!`", shown(&file)));
            }
        }
    }
    assert!(wrong.is_empty(), "{wrong:#?}");
}

#[test]
fn the_article_enters_the_page_as_text() {
    let words = ["innerHTML", "outerHTML", "insertAdjacentHTML", "document.write", "eval", "Function", "setHTMLUnsafe"];
    let mut wrong = Vec::new();
    let www = root().join("www");
    for file in files(&www, "js").into_iter().filter(|file| !file.starts_with(www.join("pkg"))) {
        let code = without_comments(&read(&file));
        wrong.extend(words.iter().filter(|word| names(&code, word)).map(|word| format!("{}: {word}", shown(&file))));
    }
    assert!(wrong.is_empty(), "{wrong:#?}");
}

/// The first part of a path below `src/`: `src/text/token.rs` and `src/text.rs` are `text`.
fn part_of(file: &Path) -> String {
    let path = file.strip_prefix(root().join("src")).unwrap_or(file);
    let first = path.components().next().map(|part| part.as_os_str().to_string_lossy().into_owned());
    first.unwrap_or_default().trim_end_matches(".rs").to_owned()
}

/// What stands after `crate::`, alone or in braces.
fn named_parts(code: &str) -> BTreeSet<String> {
    let mut parts = BTreeSet::new();
    let ident = |text: &str| text.chars().take_while(|c| c.is_alphanumeric() || *c == '_').collect::<String>();
    for (_, rest) in code.match_indices("crate::").map(|(at, found)| (at, &code[at + found.len()..])) {
        let Some(list) = rest.strip_prefix('{') else {
            parts.insert(ident(rest));
            continue;
        };
        let mut depth = 0;
        let mut item = String::new();
        for c in list.chars() {
            match c {
                '{' => depth += 1,
                '}' if depth == 0 => break,
                '}' => depth -= 1,
                ',' if depth == 0 => {
                    parts.insert(ident(item.trim()));
                    item.clear();
                    continue;
                }
                _ => {}
            }
            item.push(c);
        }
        parts.insert(ident(item.trim()));
    }
    parts
}

/// The files below `folder` whose code has one of `words`, but for those that `may`.
fn naming(folder: &Path, words: &[&str], may: impl Fn(&Path) -> bool) -> Vec<String> {
    let mut found = Vec::new();
    for file in sources(folder).into_iter().filter(|file| !may(file)) {
        let code = code(&file);
        found.extend(words.iter().filter(|word| names(&code, word)).map(|word| format!("{}: {word}", shown(&file))));
    }
    found
}

/// Whether `word` stands in `code` as a word of its own.
fn names(code: &str, word: &str) -> bool {
    let part = |c: char| c.is_alphanumeric() || c == '_';
    code.match_indices(word).any(|(at, _)| !code[..at].ends_with(part) && !code[at + word.len()..].starts_with(part))
}

/// A file's code without its comments and its tests.
fn code(file: &Path) -> String {
    let code = without_comments(&read(file));
    match code.find("#[cfg(test)]\nmod tests") {
        Some(at) => code[..at].to_owned(),
        None => code,
    }
}

fn without_comments(code: &str) -> String {
    let kept = |line: &&str| {
        let line = line.trim_start();
        !(line.starts_with("//") || line.starts_with("/*") || line.starts_with("* ") || line == "*")
    };
    code.lines().filter(kept).map(|line| line.split(" // ").next().unwrap_or(line).to_owned() + "\n").collect()
}

fn sources(folder: &Path) -> Vec<PathBuf> {
    files(folder, "rs")
}

fn files(folder: &Path, extension: &str) -> Vec<PathBuf> {
    let Ok(entries) = std::fs::read_dir(folder) else { return Vec::new() };
    let mut found = Vec::new();
    for path in entries.map(|entry| entry.expect("a readable folder").path()) {
        if path.is_dir() {
            if !path.ends_with("node_modules") {
                found.extend(files(&path, extension));
            }
        } else if path.extension().is_some_and(|found| found == extension) {
            found.push(path);
        }
    }
    found.sort();
    found
}

fn read(file: &Path) -> String {
    std::fs::read_to_string(file).unwrap_or_else(|error| panic!("{}: {error}", file.display()))
}

fn shown(file: &Path) -> String {
    file.strip_prefix(root()).unwrap_or(file).display().to_string().replace('\\', "/")
}

fn root() -> PathBuf {
    PathBuf::from(env!("CARGO_MANIFEST_DIR"))
}
