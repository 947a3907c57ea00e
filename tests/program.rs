//! The command-line program, run as a person would.

use postil::export::format::{FORMATS, Text};
use serde_json::{Value, json};
use std::io::{BufRead, BufReader, Write};
use std::path::{Path, PathBuf};
use std::process::{Child, Command, Stdio};

struct Done {
    code: i32,
    out: Vec<u8>,
    err: String,
}

fn start(args: &[&str]) -> Child {
    let mut command = Command::new(env!("CARGO_BIN_EXE_postil"));
    command.args(args).stdin(Stdio::piped()).stdout(Stdio::piped()).stderr(Stdio::piped());
    command.spawn().expect("the program")
}

fn run(args: &[&str], input: impl AsRef<[u8]>) -> Done {
    let mut child = start(args);
    let mut stdin = child.stdin.take().expect("its input");
    let input = input.as_ref().to_owned();
    // The program may end before it has read all: that is its right.
    let writer = std::thread::spawn(move || _ = stdin.write_all(&input));
    let done = child.wait_with_output().expect("its end");
    writer.join().expect("the writer");
    Done {
        code: done.status.code().expect("a code"),
        out: done.stdout,
        err: String::from_utf8(done.stderr).expect("UTF-8"),
    }
}

fn ok(args: &[&str], input: impl AsRef<[u8]>) -> String {
    String::from_utf8(bytes(args, input)).expect("UTF-8")
}

fn bytes(args: &[&str], input: impl AsRef<[u8]>) -> Vec<u8> {
    let done = run(args, input);
    assert_eq!((done.code, done.err.as_str()), (0, ""), "{args:?}");
    done.out
}

fn fails(args: &[&str], input: impl AsRef<[u8]>, code: i32, message: &str) {
    let done = run(args, input);
    assert_eq!(done.code, code, "{args:?}: {}", done.err);
    assert!(done.err.contains(message), "{args:?}: {}", done.err);
    assert_eq!(done.out, b"", "{args:?}");
}

fn parse(json: &str) -> Value {
    serde_json::from_str(json).expect("JSON")
}

fn sample() -> String {
    Path::new(env!("CARGO_MANIFEST_DIR")).join("www/sample.txt").display().to_string()
}

fn scratch(name: &str, bytes: impl AsRef<[u8]>) -> String {
    let path = PathBuf::from(env!("CARGO_TARGET_TMPDIR")).join(name);
    std::fs::write(&path, bytes).expect("a writable folder");
    path.display().to_string()
}

#[test]
fn help_shows_examples() {
    for args in [&["--help"][..], &["annotate", "--help"], &["convert", "--help"]] {
        let out = ok(args, "");
        assert!(
            out.contains("Usage: postil") && out.contains("Examples:\n  postil annotate") == (args[0] != "convert")
        );
    }
    assert_eq!(ok(&["--version"], ""), format!("postil {}\n", env!("CARGO_PKG_VERSION")));
}

#[test]
fn what_is_not_understood_is_said_with_exit_code_2() {
    fails(&[], "", 2, "Usage: postil");
    fails(&["anotate"], "", 2, "annotate");
    fails(&["annotate", "--date", "tomorrow"], "", 2, "--date");
    fails(&["annotate", "--format", "xls"], "", 2, "json, html, markdown, csv, worksheet,");
    fails(&["annotate", "--ndjson", "--format", "csv"], "", 2, "cannot be used with");
    fails(&["annotate", "a.txt", "b.txt"], "", 2, "b.txt");
}

#[test]
fn what_cannot_be_read_is_said_with_exit_code_1() {
    fails(&["annotate", "no such file.txt"], "", 1, "postil: cannot read no such file.txt: ");
    fails(&["annotate", env!("CARGO_TARGET_TMPDIR")], "", 1, "cannot read ");
    fails(&["annotate", "--ndjson", "no such file.txt"], "", 1, "cannot read no such file.txt");
    fails(&["annotate", &sample(), "--html", "no such file.html"], "", 1, "cannot read no such file.html");
    let message = "the standard input is not text in UTF-8: byte 4, counted from 0, begins no character";
    fails(&["annotate"], b"news\xff", 1, message);
}

#[test]
fn a_file_and_the_standard_input_give_the_same_bytes() {
    let text = std::fs::read_to_string(sample()).expect("the sample");
    let out = ok(&["annotate", &sample()], "");
    assert!(out.ends_with("}\n"));
    for args in [&["annotate"][..], &["annotate", "-"], &["annotate", "--format", "json", "-"]] {
        assert_eq!(ok(args, &text), out, "{args:?}");
    }
    assert_eq!(parse(&ok(&["annotate", "--pretty"], &text)), parse(&out));
}

#[test]
fn an_empty_article_gives_an_export() {
    for text in ["", "\n", "\u{feff}"] {
        let export = parse(&ok(&["annotate"], text));
        assert_eq!(export["format"], "postil");
        assert_eq!(export["claims"], json!([]));
    }
}

#[test]
fn what_is_given_arrives() {
    let args =
        ["annotate", "--date", "2024-02-29", "--url", "https://example.org/a", "--created", "2025-06-11T08:30:00Z"];
    let export = parse(&ok(&args, "It rained on Friday."));
    assert_eq!(export["reference"]["date"], "2024-02-29");
    assert_eq!(export["reference"]["basis"], "user");
    assert_eq!(export["document"]["source"]["url"], "https://example.org/a");
    assert_eq!(export["created"], "2025-06-11T08:30:00Z");
    let export = ok(&["annotate", "--no-text"], "It rained on Friday.");
    assert!(!export.contains("rained"), "{export}");
}

#[test]
fn each_format_is_written() {
    for format in FORMATS {
        let file = bytes(&["annotate", &sample(), "--format", format.name], "");
        let starts: &[u8] = match format.media_type {
            "application/json" | "application/ld+json" | "application/jsonl" => b"",
            "application/zip" => b"PK",
            "text/html" => b"<!doctype html>",
            "application/xml" => b"<View>",
            "text/markdown" => b"# Norland to lift steel tariffs",
            _ => b"",
        };
        assert!(file.starts_with(starts) && file.len() > 100, "{}", format.name);
        if format.media_type.contains("json") {
            String::from_utf8(file)
                .expect("UTF-8")
                .lines()
                .take(1)
                .for_each(|line| assert!(line.starts_with(['{', '['])));
        }
    }
    let text = ok(&["annotate", &sample(), "--format", "text"], "");
    assert!(text.contains("eference date"), "{text}");
}

#[test]
fn what_needs_the_text_is_refused_without_it() {
    let export = ok(&["annotate", &sample(), "--no-text"], "");
    for format in FORMATS {
        let done = run(&["convert", "--format", format.name], &export);
        match format.text {
            Text::Optional => assert_eq!(done.code, 0, "{}: {}", format.name, done.err),
            Text::Needed => {
                let message = format!("{} cannot be written without the article's text", format.title);
                assert!(done.code == 1 && done.err.contains(&message), "{}: {}", format.name, done.err);
            }
        }
    }
}

#[test]
fn only_what_was_accepted_is_written_on_request() {
    let mut export = parse(&ok(&["annotate", &sample()], ""));
    export["mentions"][0]["status"] = json!("accepted");
    export["mentions"][1]["status"] = json!("rejected");
    export["review"] = json!([{
        "seq": 1, "target": export["mentions"][0]["id"], "action": "accept", "by": "user", "before": null, "after": null,
    }]);
    let rows = |args: &[&str]| {
        let table = ok(&[&["convert", "--format", "csv"], args].concat(), export.to_string());
        csv::Reader::from_reader(table.as_bytes()).records().map(|row| row.expect("a row")).collect::<Vec<_>>()
    };
    let all = rows(&[]);
    let ids: Vec<_> = all.iter().filter_map(|row| row.get(1)).collect();
    assert!(ids.contains(&export["mentions"][0]["id"].as_str().expect("an id")));
    assert!(!ids.contains(&export["mentions"][1]["id"].as_str().expect("an id")));
    let accepted = rows(&["--accepted"]);
    assert_eq!(accepted.len(), 1);
    assert!(accepted[0].iter().any(|cell| cell == "user"), "who decided");
}

#[test]
fn excel_gets_its_marks() {
    let table = bytes(&["annotate", &sample(), "--format", "csv", "--excel"], "");
    assert!(table.starts_with("\u{feff}layer,id,".as_bytes()));
    let table = String::from_utf8(table).expect("UTF-8");
    assert_eq!(table.matches("\r\n").count(), table.matches('\n').count());
}

#[test]
fn lines_are_answered_in_order() {
    let mut input = String::new();
    for number in 0..300 {
        let text = "Ann Lee said it cost $5. ".repeat(number % 7);
        input += &format!("{}\n", json!({ "id": number, "text": text, "more": true }));
        input += if number % 50 == 0 { "\n  \n" } else { "" };
    }
    let out = ok(&["annotate", "--ndjson"], &input);
    let ids: Vec<_> = out.lines().map(|line| parse(line)["id"].as_u64().expect("an id")).collect();
    assert_eq!(ids, (0..300).collect::<Vec<_>>());
    // The last line may want its line end; an id may be anything, or nothing.
    let out = ok(&["annotate", "--ndjson"], r#"{"id":{"a":[1,"ü"]},"text":"x"}"#);
    assert!(out.starts_with(r#"{"id":{"a":[1,"ü"]},"postil":{"$schema""#), "{out}");
    assert_eq!(parse(&ok(&["annotate", "--ndjson"], r#"{"text":"x"}"#))["id"], Value::Null);
    assert_eq!(ok(&["annotate", "--ndjson"], ""), "");
}

#[test]
fn lines_and_files_give_the_same_export() {
    let text = std::fs::read_to_string(sample()).expect("the sample");
    let line = json!({ "id": "a", "text": text, "date": "2025-06-11" });
    let answer = parse(&ok(&["annotate", "--ndjson"], line.to_string()));
    assert_eq!(answer["postil"], parse(&ok(&["annotate", "--date", "2025-06-11"], &text)));
    let line = json!({ "id": "a", "text": text });
    let answer = parse(&ok(&["annotate", "--ndjson", "--date", "2025-06-11"], line.to_string()));
    assert_eq!(answer["postil"]["reference"]["date"], "2025-06-11");
}

#[test]
fn a_bad_line_is_answered_in_its_place_and_stops_nothing() {
    let good = r#"{"id":1,"text":"It rained."}"#;
    let nested = format!(r#"{{"id":2,"text":{}1{}}}"#, "[".repeat(500), "]".repeat(500));
    for (bad, id, message) in [
        (&b"not json"[..], Value::Null, "expected"),
        (b"{\"id\":2,\"text\":\"It rai", Value::Null, "EOF while parsing a string"),
        (br#"{"id":2}"#, json!(2), "missing field `text`"),
        (br#"{"id":2,"text":7}"#, json!(2), "invalid type: integer `7`, expected a string"),
        (br#"{"text":null,"id":{"day":"1 May"}}"#, json!({ "day": "1 May" }), "invalid type: null"),
        (br#"{"id":"a","text":"lone \ud800"}"#, json!("a"), "hex escape"),
        (b"{\"id\":\"b\",\"text\":\"\xff\"}", json!("b"), "invalid unicode"),
        (br#"{"id":2,"text":"a","whole":"yes"}"#, json!(2), "expected a boolean"),
        (br#"{"id":2,"text":"a"} {"id":3}"#, Value::Null, "trailing characters"),
        (br#"["It rained."]"#, Value::Null, "invalid"),
        (nested.as_bytes(), json!(2), "invalid type: sequence"),
    ] {
        let input = [good.as_bytes(), b"\n\n", bad, b"\n", good.as_bytes(), b"\n"].concat();
        let done = run(&["annotate", "--ndjson"], input);
        assert_eq!((done.code, done.err.as_str()), (0, ONE_BAD_LINE));
        let out = String::from_utf8(done.out).expect("UTF-8");
        let answers: Vec<_> = out.lines().map(parse).collect();
        assert_eq!(answers.len(), 3, "{out}");
        assert!(answers[0] == answers[2] && answers[0]["postil"].is_object(), "{out}");
        assert_eq!((&answers[1]["id"], &answers[1]["error"]["line"]), (&id, &json!(3)), "{out}");
        let told = answers[1]["error"]["message"].as_str().expect("a message");
        assert!(told.contains(message), "{told}");
        assert!(answers[1].get("postil").is_none());
    }
}

const ONE_BAD_LINE: &str = "postil: the standard input: 1 line is no article; its answer says why\n";

#[test]
fn bad_lines_among_many_are_counted() {
    let lines: String = (0..500)
        .map(|number| {
            if number % 7 == 3 {
                "{]\n".to_owned()
            } else {
                json!({ "id": number, "text": "It rained." }).to_string() + "\n"
            }
        })
        .collect();
    let done = run(&["annotate", "--ndjson"], lines);
    assert!(done.err.ends_with(": 71 lines are no articles; their answers say why\n"), "{}", done.err);
    let out = String::from_utf8(done.out).expect("UTF-8");
    for (number, line) in out.lines().map(parse).enumerate() {
        assert_eq!(line.get("error").is_some(), number % 7 == 3);
        assert_eq!(line["error"]["line"].as_u64().unwrap_or(number as u64 + 1), number as u64 + 1);
    }
    assert_eq!(out.lines().count(), 500);
}

#[test]
fn an_odd_date_is_told_and_left_out() {
    let done = run(&["annotate", "--ndjson"], r#"{"id":2,"text":"It rained.","date":"soon"}"#);
    assert_eq!((done.code, done.out.lines().count()), (0, 1));
    assert!(done.err.contains("line 1: \"soon\" is no date of the form YYYY-MM-DD"), "{}", done.err);
}

#[test]
fn a_line_is_answered_before_the_next_is_asked() {
    let mut child = start(&["annotate", "--ndjson"]);
    let mut stdin = child.stdin.take().expect("its input");
    let mut out = BufReader::new(child.stdout.take().expect("its output"));
    for number in 0..3 {
        writeln!(stdin, "{}", json!({ "id": number, "text": "It rained." })).expect("a listener");
        let mut line = String::new();
        out.read_line(&mut line).expect("an answer");
        assert_eq!(parse(&line)["id"], number);
    }
    drop(stdin);
    assert!(child.wait().expect("its end").success());
}

#[test]
fn nobody_listening_is_no_failure() {
    let mut child = start(&["annotate", "--ndjson"]);
    drop(child.stdout.take());
    let mut stdin = child.stdin.take().expect("its input");
    let line = json!({ "id": 1, "text": "It rained. ".repeat(1000) }).to_string();
    for _ in 0..1000 {
        if writeln!(stdin, "{line}").is_err() {
            break;
        }
    }
    drop(stdin);
    let done = child.wait_with_output().expect("its end");
    assert_eq!((done.status.code(), done.stderr.as_slice()), (Some(0), &b""[..]));
}

#[test]
fn an_export_converts() {
    let json = ok(&["annotate", &sample()], "");
    let path = scratch("export.json", &json);
    assert_eq!(ok(&["convert", &path], ""), json);
    assert_eq!(ok(&["convert"], &json), json);
    for format in FORMATS.iter().map(|format| format.name).chain(["text"]) {
        assert_eq!(bytes(&["convert", &path, "-f", format], ""), bytes(&["annotate", &sample(), "-f", format], ""));
    }
    let indented = ok(&["convert", "--pretty"], &json);
    assert_eq!(ok(&["convert"], &indented), json);
    // What somebody else put in stays.
    let mut edited = parse(&json);
    edited["extensions"]["desk"] = json!({ "seen": true });
    edited["document"]["blocks"][0]["colour"] = json!("red");
    assert_eq!(parse(&ok(&["convert"], edited.to_string())), edited);
}

#[test]
fn a_lexicon_decides_before_the_article() {
    let entries = r#"{ "format": "postil-lexicon", "version": "1.0.0", "entries": [
        { "words": "Ada Quill", "action": "never" }, { "words": "Nobody Here", "action": "never" }] }"#;
    let lexicon = scratch("my.lexicon.json", entries);
    let text = "LYME, 3 May 2021 – Ada Quill, the mayor, said on Monday that the pier would close.\n";
    let postil = parse(&ok(&["annotate", "--lexicon", &lexicon], text));
    assert!(!postil["entities"].to_string().contains("Quill"), "{}", postil["entities"]);
    assert_eq!(postil["review"].as_array().map(Vec::len), Some(1));
    let line = json!({ "text": text }).to_string();
    let answer = parse(&ok(&["annotate", "--ndjson", "--lexicon", &lexicon], &line));
    assert_eq!(answer["postil"]["review"][0]["by"], "lexicon");
    let none = scratch("no.lexicon.json", "{}");
    fails(&["annotate", "--lexicon", &none], text, 1, "not a lexicon of Postil");
}

#[test]
fn what_is_no_export_is_refused() {
    fails(&["convert"], "{\"a\": 1}", 1, "cannot convert the standard input: this JSON is not an export of Postil");
    fails(&["convert"], "It rained.", 1, "this is not JSON");
    fails(&["convert"], r#"{"format":"postil","version":"2.3.0"}"#, 1, "version 2.3.0");
    let path = scratch("article.txt", "It rained.");
    fails(&["convert", &path], "", 1, "article.txt: this is not JSON");
}

#[test]
fn rules_are_listed() {
    let text = ok(&["rules"], "");
    let json = parse(&ok(&["rules", "--format", "json"], ""));
    let rules = json.as_array().expect("a list");
    assert_eq!(text.lines().count(), rules.len());
    for (line, rule) in text.lines().zip(rules) {
        let (name, stage) = (rule["rule"].as_str().expect("a name"), rule["stage"].as_str().expect("a stage"));
        assert!(line.starts_with(name) && name.starts_with(&format!("{stage}/")), "{line}");
        assert!(!rule["about"].as_str().expect("a line").is_empty(), "{name}");
    }
}

#[test]
fn parse_writes_trees_and_keeps_the_tokens_of_a_treebank() {
    let conllu = ok(&["parse"], "The bank raised its rates.");
    let columns: Vec<Vec<&str>> =
        conllu.lines().filter(|line| line.contains('\t')).map(|line| line.split('\t').collect()).collect();
    assert_eq!(columns.iter().map(|row| row[1]).collect::<Vec<_>>(), ["The", "bank", "raised", "its", "rates", "."]);
    assert_eq!((columns[1][6], columns[1][7]), ("3", "nsubj"));
    assert_eq!((columns[2][6], columns[2][7]), ("0", "root"));
    // A token that Postil would split stays whole.
    let treebank = "1\twell-known\t_\tADJ\t_\t_\t2\tamod\t_\t_\n2\tfirms\t_\tNOUN\t_\t_\t0\troot\t_\t_\n\n";
    let again = ok(&["parse", "--conllu"], treebank);
    assert_eq!(again.lines().filter(|line| line.contains('\t')).count(), 2);
    assert!(again.contains("\twell-known\t"));
    let tree = ok(&["parse", "--format", "text"], "The bank raised its rates.");
    assert!(tree.contains("nsubj  bank  NOUN"), "{tree}");
}

#[test]
fn decisions_of_an_earlier_export_hold_in_a_later_version() {
    let text =
        "LYME, 3 May 2021 – Ada Quill, the mayor, said on Monday that the pier would close. Tom Reyes objected.\n";
    let mut earlier = parse(&ok(&["annotate"], text));
    let mention = |words: &str| {
        let mentions = earlier["mentions"].as_array().expect("a list");
        mentions.iter().find(|mention| mention["span"]["exact"] == words).expect("the name").clone()
    };
    let decision = |seq: u32, mention: &Value| json!({ "seq": seq, "target": mention["id"], "anchor": mention["span"], "action": "reject" });
    let review = json!([decision(1, &mention("Tom Reyes")), decision(2, &mention("Ada Quill"))]);
    earlier["review"] = review;
    let export = scratch("earlier.postil.json", earlier.to_string());

    let later = format!("It rained.\n\n{}", text.replace("Ada Quill", "Bea Marsh"));
    let file = scratch("later.txt", later);
    let done = run(&["annotate", &file, "--review", &export], "");
    assert_eq!(done.code, 0, "{}", done.err);
    assert_eq!(done.err, "postil: decision 2 (reject “Ada Quill”) does not hold: “Ada Quill” is not in this text\n");
    let postil = parse(&String::from_utf8_lossy(&done.out));
    let names: Vec<&str> =
        postil["entities"].as_array().expect("a list").iter().filter_map(|entity| entity["name"].as_str()).collect();
    assert!(names.contains(&"Bea Marsh") && !names.contains(&"Tom Reyes"), "{names:?}");
    // Without its text it has no words to look for, but each paragraph that is the same is known by its id.
    let bare = scratch("bare.postil.json", ok(&["annotate", "--no-text", "--review", &export], text));
    let shifted = scratch("shifted.txt", format!("It rained.\n\n{text}\nThe harbour froze.\n"));
    let done_bare = run(&["annotate", &shifted, "--review", &bare], "");
    assert_eq!((done_bare.code, &*done_bare.err), (0, ""));
    let names: Vec<Value> =
        parse(&String::from_utf8_lossy(&done_bare.out))["entities"].as_array().expect("a list").clone();
    assert!(names.iter().all(|entity| entity["name"] != "Tom Reyes" && entity["name"] != "Ada Quill"), "{names:?}");
    let changed = run(&["annotate", &file, "--review", &bare], "");
    assert_eq!(changed.err.matches("does not hold: there is no name here that it could be about").count(), 2);
    // What it writes is what it reads.
    let again = scratch("again.postil.json", &done.out);
    assert_eq!(run(&["annotate", &file, "--review", &again], "").out, done.out);
    fails(&["annotate", &file, "--review", &file], "", 1, "cannot read the decisions of");
}
