//! Texts and exports that somebody made to break things: each text takes time in proportion to its length, each export
//! is refused with a message or holds together.

use postil::export::{self, Options, format, json};
use postil::{Given, annotate, text};
use serde_json::{Value, json};
use std::fmt::Write as _;
use std::time::{Duration, Instant};

/// Bytes of each text. The benchmark takes ten megabytes.
const LENGTH: usize = 100_000;
/// What a text of this length may take in a debug build on a busy machine; a quadratic step takes minutes.
const PATIENCE: Duration = Duration::from_secs(10);

#[test]
fn one_thing_over_and_over() {
    let pieces = [
        "$",
        "1",
        "9,",
        "1.",
        "-",
        "%",
        "\"",
        "“",
        "”",
        "‘",
        "'",
        "(",
        "[",
        "{",
        ")",
        "May ",
        "A ",
        "a",
        "U.S. ",
        "said ",
        "he ",
        "\n",
        "Mr ",
        "🇬🇧",
        "👩‍👩‍👧‍👦",
        "\u{301}",
        "\u{202e}",
        "\u{200f}",
        "\u{200d}",
        "“He said ",
        "\" said ",
        "one hundred ",
        "to ",
        "and ",
        "Ann Lee, ",
        "1-",
        "@",
        "http://",
        "of ",
        ". ",
        "• ",
        "2025 ",
        "/",
        "said that ",
        "according to ",
        "the ",
        "a\n",
        "\r",
        "\u{0}",
        "٣",
        "½",
        "“‘",
        "Q: ",
        "QUILL: ",
        "; ",
        "—",
        "who ",
        "\t",
        "e\u{301}",
        "\u{feff}",
        "第",
        "…",
        "’s ",
        "10 June ",
        "$1 to ",
        "not ",
    ];
    let mut slow = String::new();
    for piece in pieces {
        in_time(&format!("{piece:?}"), &piece.repeat(LENGTH / piece.len()), &mut slow);
    }
    assert!(slow.is_empty(), "{LENGTH} bytes of\n{slow}");
}

#[test]
fn many_things_of_a_kind() {
    let mut slow = String::new();
    for (what, text) in [
        ("ten thousand names", names(10_000)),
        ("as many in one sentence", names(10_000).replace(" spoke. ", ", ")),
        ("one surname", (0..5000).map(|number| format!("A{} Quill said so. ", letters(number))).collect()),
        ("nested quotations", format!("{}it rained{}", "“He said ‘she said ".repeat(5000), "’”".repeat(5000))),
        ("quotations that never close", "“It rained,” he said. “It rained. ".repeat(3000)),
        ("nested brackets", format!("{}x{}", "(a [b ".repeat(10_000), "])".repeat(10_000))),
        ("one line", "The mayor said on Monday that it would cost $4.2 million. ".repeat(LENGTH / 58)),
        ("one sentence", "the mayor paid and ".repeat(LENGTH / 19)),
        ("many lines", "It rained\n".repeat(LENGTH / 10)),
        ("empty lines", format!("It rained.{}It rained.", "\n".repeat(LENGTH))),
        ("one word", "ab".repeat(LENGTH / 2)),
        ("who said whom said", "Ann Lee said Ben Roe said ".repeat(4000)),
        ("dates that run on", "from 3 May to 4 June 2025 until ".repeat(3000)),
        ("a number of many digits", format!("It cost ${}.", "9".repeat(LENGTH))),
        ("a number of many parts", format!("It cost {} dollars.", "one hundred and ".repeat(6000))),
        ("an address that runs on", format!("www.example.com/{}", "a/b?c=".repeat(LENGTH / 6))),
        ("a table", "Lyme\t31,000\t4%\n".repeat(LENGTH / 16)),
        ("sums that do not add up", "Of 12 people, 5 left and 8 stayed. ".repeat(3000)),
    ] {
        in_time(what, &text, &mut slow);
    }
    assert!(slow.is_empty(), "slow:\n{slow}");
}

fn in_time(what: &str, text: &str, slow: &mut String) {
    let clock = Instant::now();
    export_of(text, &Given { insist: true, ..Given::default() });
    if clock.elapsed() > PATIENCE {
        let _ = writeln!(slow, "{what}: {:?}", clock.elapsed());
    }
}

fn export_of(text: &str, given: &Given) -> String {
    json::write(&export::document(&annotate(text, given), given, &Options::default()))
}

fn names(count: usize) -> String {
    (0..count).map(|number| format!("Ada {} spoke. ", letters(number))).collect()
}

/// A name for a number: "Quaba", "Quabe" …
fn letters(mut number: usize) -> String {
    let mut name = "Qu".to_owned();
    for _ in 0..4 {
        name.push_str(["ab", "ed", "il", "om", "ur"][number % 5]);
        number /= 5;
    }
    name.push_str(&"x".repeat(number % 7));
    name
}

/// An export with something in every list.
fn good() -> Value {
    let text = "Ada Quill, the mayor of Lyme, said on 3 May 2025: “Profit rose 8% to $4.2bn.” She will pay $3bn on Monday.\n\n\
        Quill’s lawyer, Tom Reyes, denied it. “Profit rose 9%,” Reyes said.";
    let given = Given { date: Some(jiff::civil::date(2025, 5, 4)), ..Given::default() };
    serde_json::from_str(&export_of(text, &given)).expect("JSON")
}

/// Has an export read: whatever happens, no panic; what is let in keeps what exports promise, in every format.
fn import(value: &Value) -> Result<(), String> {
    let document = json::read(&value.to_string()).map_err(|error| error.to_string())?;
    let once = json::write(&document);
    let again = json::read(&once).expect("what was read is read again");
    assert_eq!(json::write(&again), once);
    for format in format::FORMATS {
        let _ = format.write(&document, &format::Options::default());
    }
    export::listing::write(&document);
    if let Some(words) = &document.document.text {
        let decisions = export::decisions(&document.review, &text::normalized(words));
        annotate(words, &Given { decisions, ..Given::default() });
    }
    Ok(())
}

/// Every place in an export, as steps from its root.
fn places(value: &Value, at: String, found: &mut Vec<String>) {
    found.push(at.clone());
    match value {
        Value::Object(object) => {
            object.iter().for_each(|(key, value)| places(value, format!("{at}/{}", key.replace('/', "~1")), found));
        }
        Value::Array(list) => {
            list.iter().take(2).enumerate().for_each(|(index, value)| places(value, format!("{at}/{index}"), found));
        }
        _ => {}
    }
}

#[test]
fn wrong_types_anywhere_are_refused_or_harmless() {
    let good = good();
    let mut found = Vec::new();
    places(&good, String::new(), &mut found);
    assert!(found.len() > 500, "{}", found.len());
    let wrong = [json!(null), json!(true), json!(-1), json!(1e300), json!(u64::MAX), json!(""), json!([]), json!({})];
    let mut refused = 0;
    for (number, place) in found.iter().enumerate() {
        for wrong in wrong.iter().cycle().skip(number % wrong.len()).take(3) {
            let mut value = good.clone();
            *value.pointer_mut(place).expect("a place") = wrong.clone();
            if let Err(message) = import(&value) {
                assert!(message.len() > 8 && message.len() < 1000, "{place}: {message:?}");
                refused += 1;
            }
        }
    }
    // Most of it is refused; what may be null may be null.
    assert!(refused > found.len(), "{refused} of {}", 3 * found.len());
}

#[test]
fn spans_out_of_range_are_refused() {
    let good = good();
    let mut found = Vec::new();
    places(&good, String::new(), &mut found);
    let mut seen = 0;
    for place in found.iter().filter(|place| place.ends_with("/start") || place.ends_with("/end16")) {
        for wrong in [json!(9_999), json!(u32::MAX), json!(u64::from(u32::MAX) + 1), json!(-1), json!(0.5)] {
            let mut value = good.clone();
            *value.pointer_mut(place).expect("a place") = wrong.clone();
            assert!(import(&value).is_err(), "{place} is {wrong}");
            seen += 1;
        }
    }
    assert!(seen > 100, "{seen}");
}

#[test]
fn ids_that_dangle_repeat_or_go_in_circles_are_refused_or_harmless() {
    let dangling = |place: &str| {
        let mut value = good();
        *value.pointer_mut(place).unwrap_or_else(|| panic!("no {place}")) = json!("x-nobody");
        import(&value).expect_err(place)
    };
    let good_one = good();
    let facts = good_one["facts"].as_array().expect("a list");
    let claimed = facts.iter().position(|fact| fact["claim"].is_string()).expect("a fact that somebody claims");
    let claimed = format!("/facts/{claimed}/claim");
    for place in ["/mentions/0/entity", "/entities/0/mentions/0", "/claims/0/source/entity", &claimed] {
        let message = dangling(place);
        assert!(message.contains("x-nobody") || message.contains("refers"), "{place}: {message}");
    }
    let mut value = good();
    value["figures"][1]["id"] = value["figures"][0]["id"].clone();
    assert!(import(&value).is_err(), "an id twice");
    // A claim within itself, two within each other.
    let mut value = good();
    value["claims"][0]["parent"] = value["claims"][0]["id"].clone();
    let _ = import(&value);
    let mut value = good();
    let (one, other) = (value["claims"][0]["id"].clone(), value["claims"][1]["id"].clone());
    value["claims"][0]["parent"] = other;
    value["claims"][1]["parent"] = one;
    let _ = import(&value);
}

#[test]
fn many_items_and_great_depth_end_with_an_answer() {
    let deep = format!("{}1{}", "[".repeat(200_000), "]".repeat(200_000));
    assert!(json::read(&deep).is_err());
    let text = good().to_string();
    let deep = text.replacen("\"extensions\":{", &format!("\"extensions\":{{\"a\":{deep},"), 1);
    assert!(json::read(&deep).is_err());
    let mut value = good();
    let finding = json!({ "id": "n-x", "code": "name-drift", "members": [], "computation": null, "text": "", "dismissed": false });
    value["findings"] = Value::Array(vec![finding; 100_000]);
    let clock = Instant::now();
    assert!(json::read(&value.to_string()).is_err(), "the same id so many times");
    assert!(clock.elapsed() < Duration::from_secs(60), "{:?}", clock.elapsed());
}

#[test]
fn huge_numbers_stay_numbers() {
    for number in ["1e999999999", "9".repeat(10_000).as_str(), "-0", "1.", ".5", "0x10", "NaN", "∞", ""] {
        let mut value = good();
        value["figures"][0]["value"] = json!(number);
        let _ = import(&value);
    }
    for number in ["1e999", "1e-999", &"9".repeat(400)] {
        let text = good().to_string().replacen("\"truncated\":0", &format!("\"truncated\":{number}"), 1);
        assert!(json::read(&text).is_err(), "{number}");
    }
}
