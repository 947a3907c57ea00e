//! What the documents show is what Postil does. `UPDATE_EXPECT=1` writes anew what differs.

use postil::export::{self, Options, json};
use postil::{Given, annotate};
use serde_json::Value;
use std::path::{Path, PathBuf};

/// The longest line of an example.
const WIDTH: usize = 110;

fn document(name: &str) -> PathBuf {
    Path::new(env!("CARGO_MANIFEST_DIR")).join(name)
}

fn read(path: &Path) -> String {
    std::fs::read_to_string(path).unwrap_or_default()
}

/// Compares a document with what it should say, or writes it.
fn check(path: &Path, should: &str) {
    let is = read(path);
    if is == should {
        return;
    }
    if std::env::var_os("UPDATE_EXPECT").is_some() {
        std::fs::write(path, should).expect("a writable document");
        return;
    }
    let line = is.lines().zip(should.lines()).position(|(is, should)| is != should);
    let line = line.unwrap_or(is.lines().count().min(should.lines().count()));
    panic!(
        "{}:{}: has {:?}, should have {:?}; UPDATE_EXPECT=1 writes it",
        path.display(),
        line + 1,
        is.lines().nth(line),
        should.lines().nth(line)
    );
}

/// A value on one line where it fits, else a line for each member.
fn pretty(value: &Value, indent: usize, output: &mut String) {
    let line = spaced(value);
    let members: Vec<(String, &Value)> = match value {
        Value::Object(members) if indent + line.len() > WIDTH => {
            members.iter().map(|(key, value)| (format!("{}: ", Value::from(key.as_str())), value)).collect()
        }
        Value::Array(values) if indent + line.len() > WIDTH => {
            values.iter().map(|value| (String::new(), value)).collect()
        }
        _ => {
            output.push_str(&line);
            return;
        }
    };
    let [open, close] = if value.is_object() { ['{', '}'] } else { ['[', ']'] };
    output.push(open);
    for (number, (key, value)) in members.iter().enumerate() {
        output.push_str(if number > 0 { ",\n" } else { "\n" });
        output.push_str(&" ".repeat(indent + 2));
        output.push_str(key);
        pretty(value, indent + 2, output);
    }
    output.push('\n');
    output.push_str(&" ".repeat(indent));
    output.push(close);
}

/// A value on one line, with spaces between its members.
fn spaced(value: &Value) -> String {
    match value {
        Value::Object(members) if !members.is_empty() => {
            let members =
                members.iter().map(|(key, value)| format!("{}: {}", Value::from(key.as_str()), spaced(value)));
            format!("{{ {} }}", members.collect::<Vec<_>>().join(", "))
        }
        Value::Array(values) => format!("[{}]", values.iter().map(spaced).collect::<Vec<_>>().join(", ")),
        value => value.to_string(),
    }
}

/// Writes each block of "```json PATH" anew: the value at that path of the export of the "```text" block before it.
fn with_examples(document: &str) -> String {
    let mut output = String::new();
    let mut article = String::new();
    let mut lines = document.lines();
    while let Some(line) = lines.next() {
        output.push_str(line);
        output.push('\n');
        let Some(info) = line.strip_prefix("```").filter(|info| !info.is_empty()) else { continue };
        let block: Vec<&str> = lines.by_ref().take_while(|line| *line != "```").collect();
        if info == "text" {
            article = block.join("\n") + "\n";
        }
        match info.strip_prefix("json ") {
            Some(path) => pretty(&value_at(&article, path), 0, &mut output),
            None => output.push_str(&block.join("\n")),
        }
        output.push_str("\n```\n");
    }
    output
}

fn value_at(article: &str, path: &str) -> Value {
    let given = Given { date: Some(jiff::civil::date(2025, 6, 11)), whole: true, ..Given::default() };
    let document = json::write(&export::document(&annotate(article, &given), &given, &Options::default()));
    let document: Value = serde_json::from_str(&document).expect("JSON");
    document.pointer(&format!("/{path}")).unwrap_or_else(|| panic!("no {path} in the export")).clone()
}

#[test]
fn the_examples_of_the_format_are_what_the_export_has() {
    for name in ["docs/format.md", "README.md"] {
        let path = document(name);
        check(&path, &with_examples(&read(&path)));
    }
}

#[test]
fn every_rule_is_in_the_list_of_rules() {
    let mut should = String::from(
        "# Rules\n\nEvery rule of every stage, in the order in which they run; `postil rules` prints the same list. \
         `by.rule` of an item of\nthe export names the rule that found it, and `tests/cases/<stage>/<rule>.txt` holds \
         examples of each.\n",
    );
    let mut stage = "";
    for rule in postil::rules() {
        let (of, name) = rule.name.split_once('/').expect("stage/name");
        if of != stage {
            should.push_str(&format!("\n## {of}\n\n| rule | what it finds |\n|---|---|\n"));
            stage = of;
        }
        should.push_str(&format!("| `{name}` | {} |\n", rule.about.replace('|', "\\|")));
    }
    check(&document("docs/rules.md"), &should);
}
