//! What holds of every export, whatever the text.
//!
//! Texts are put together from pieces of news and from what makes trouble: emoji, combining marks, right-to-left
//! writing, lone carriage returns, quotation marks that never close, numbers that never end.

mod promises;

use postil::export::{self, Options, format, json};
use postil::{Given, annotate};
use promises::{each_object, export_of, hold, parse};
use proptest::prelude::*;
use serde_json::{Value, json};
use std::collections::HashSet;
use std::path::Path;
use std::sync::LazyLock;

const PIECES: &[&str] = &[
    "Treasury Secretary Anna Keller said on Tuesday that ",
    "profit rose 8% to $4.2bn from £3.9 billion a year earlier",
    "“We will not wait,” she said. “Nor should you.”",
    "\"It's over,\" he told the BBC's Today programme",
    "LONDON, June 10 (Coastal Press) — ",
    "Wednesday, June 11, 2025",
    "according to Dr. Jean-Luc O'Neill Jr., the minister's spokesman",
    "at least 12 people, including three children, were killed",
    "between 3.40 and 3.5 million tonnes",
    "the U.S. Food and Drug Administration (FDA)",
    "in the first quarter of 2024",
    "‘never again’",
    "Q: Why?",
    "A: Because I say so.",
    "\n\n((WN))  When?\n\nAK We left",
    "WALLACE: ",
    "Shares of Coors, the brewer, rose",
    "Arden, Vesteria; Halden (",
    "the drugmaker Corvane (NYSE: CRV) and its A380s",
    "34-year-old",
    "52-48",
    "Mr",
    "said",
    "He",
    "they ",
    "May ",
    "on Friday",
    "the day before yesterday",
    "minus 40 degrees",
    "20 acres (8 hectares)",
    "one in five",
    "www.example.com/a?b=c",
    "press@example.com",
    "@handle #tag",
    "Related articles",
    "Share",
    "Q: Why?\nA: ",
    "$",
    "€",
    "-",
    "—",
    "“",
    "”",
    "\"",
    "'",
    "’s",
    "(",
    ")",
    ".",
    "...",
    ",",
    ":",
    "%",
    "\n",
    "\n\n",
    "\r",
    "\r\n",
    "\t",
    " ",
    "\u{a0}",
    "\u{feff}",
    "\u{200b}",
    "\u{200d}",
    "\u{2028}",
    "\u{0}",
    "\u{7f}",
    "\u{301}",
    "e\u{301}",
    "\u{fe0f}",
    "👩‍👩‍👧‍👦",
    "🇬🇧",
    "🇬",
    "👍🏽",
    "5️⃣",
    "𝔘𝔫𝔦𝔠𝔬𝔡𝔢",
    "هذا خبر عاجل",
    "חדשות",
    "\u{202e}",
    "新华社北京",
    "किताब",
    "ﬁrst",
    "İstanbul",
    "STRASSE ẞ",
    "½",
    "１２３",
    "٣٤",
    "१२",
    "²",
    "99999999999999999999999999999999999999",
    "0.00000000000000000000000000000000000001",
    "1,2,3,4,5,",
    "31/12/2025",
    "25:61",
    "$1.2.3.4bn",
    "2025-02-30",
];

/// What a number is made of, in several writings, and what stands beside one.
const NUMBER_PIECES: &[&str] = &[
    "1", "20", "345", "1,200", "3.5", "2025", "½", "²", "٣", "٤٥", "１２", "𝟗", "𝟙𝟚", "१२", "٫", "٬", ",", ".", ":",
    "/", "'", "’", "-", "–", "−", "+", "·", " ", " ", " ", "%", "$", "£", "m", "bn", "kg", " million", " percent",
    " to ", " and ", "°C", "th", "(", ")", "No. ", " km",
];

/// Sentences with something like a number in them.
fn numbers() -> impl Strategy<Value = String> {
    let number = prop::collection::vec(prop::sample::select(NUMBER_PIECES), 1..9).prop_map(|pieces| pieces.concat());
    (number.clone(), number).prop_map(|(one, other)| format!("It rose from {one} to {other} in the town."))
}

fn texts() -> impl Strategy<Value = String> {
    let piece = prop_oneof![
        8 => prop::sample::select(PIECES).prop_map(str::to_owned),
        4 => Just(" ".to_owned()),
        1 => any::<char>().prop_map(String::from),
        1 => "[ -~]{0,12}",
    ];
    prop::collection::vec(piece, 0..40).prop_map(|pieces| pieces.concat())
}

/// An article of our own, cut and put together anew in the middle.
fn spliced() -> impl Strategy<Value = String> {
    (0..articles().len(), any::<prop::sample::Index>(), any::<prop::sample::Index>(), texts()).prop_map(
        |(which, from, to, middle)| {
            let text = &articles()[which].1;
            let (from, to) = (from.index(text.len() + 1), to.index(text.len() + 1));
            let (from, to) = (text.floor_char_boundary(from.min(to)), text.floor_char_boundary(from.max(to)));
            format!("{}{middle}{}", &text[..from], &text[to..])
        },
    )
}

fn articles() -> &'static [(String, String)] {
    static ARTICLES: LazyLock<Vec<(String, String)>> = LazyLock::new(|| {
        let folder = Path::new(env!("CARGO_MANIFEST_DIR")).join("tests/articles");
        let mut articles = Vec::new();
        for entry in std::fs::read_dir(folder).expect("the articles") {
            let path = entry.expect("an article").path();
            if let Ok(text) = std::fs::read_to_string(path.join("source.txt")) {
                articles.push((path.file_name().expect("a name").to_string_lossy().into_owned(), text));
            }
        }
        articles.sort();
        assert!(!articles.is_empty(), "no articles");
        articles
    });
    &ARTICLES
}

fn given() -> impl Strategy<Value = Given> {
    (prop::option::of((1900i16..2100, 1i8..=12, 1i8..=28)), any::<bool>()).prop_map(|(date, insist)| Given {
        date: date.map(|(year, month, day)| jiff::civil::date(year, month, day)),
        insist,
        ..Given::default()
    })
}

proptest! {
    #![proptest_config(ProptestConfig { cases: 192, failure_persistence: None, ..ProptestConfig::default() })]

    #[test]
    fn odd_texts(text in texts(), given in given()) {
        hold(&text, &given).map_err(TestCaseError::fail)?;
    }

    #[test]
    fn no_figure_is_a_part_of_a_number(text in numbers()) {
        for figure in &annotate(&text, &Given::default()).linked.figures {
            let (before, inner) = (&text[..figure.span.start as usize], &text[figure.span.range()]);
            let behind = &text[figure.span.end as usize..];
            let cut_before = inner.starts_with(char::is_numeric) && goes_on(before.chars().rev());
            let cut_behind = inner.ends_with(char::is_numeric) && goes_on(behind.chars());
            prop_assert!(!cut_before && !cut_behind, "{inner:?} of {text:?}");
        }
    }

    #[test]
    fn spliced_articles(text in spliced(), given in given()) {
        hold(&text, &given).map_err(TestCaseError::fail)?;
    }

    #[test]
    fn line_ends_make_no_difference(text in texts()) {
        let plain = text.replace("\r\n", "\n").replace('\r', "\n");
        let given = Given { insist: true, ..Given::default() };
        let (mut a, b) = (parse(&export_of(&plain.replace('\n', "\r\n"), &given)), parse(&export_of(&plain, &given)));
        a["document"]["normalization"] = b["document"]["normalization"].clone();
        prop_assert_eq!(a, b);
    }

    #[test]
    fn unknown_keys_survive(text in texts(), key in "[a-zA-Z]{1,8}") {
        let mut value = parse(&export_of(&text, &Given::default()));
        // No key of ours begins with "x-"; at every level, of every shape.
        add_keys(&mut value, &format!("x-{key}"));
        let read = json::read(&value.to_string()).expect("an export that holds together");
        prop_assert_eq!(parse(&json::write(&read)), value);
    }

    #[test]
    fn other_formats_are_written(text in spliced()) {
        let given = Given::default();
        let document = export::document(&annotate(&text, &given), &given, &Options::default());
        let options = format::Options::default();
        for format in format::FORMATS {
            format.write(&document, &options).expect("a text");
        }
        let write = |name| format::find(name).and_then(|format| format.write(&document, &options)).expect("a text").text;
        let table = write("csv");
        let mut rows = csv::Reader::from_reader(table.as_bytes());
        let columns: Vec<_> = rows.headers().expect("a head").iter().map(str::to_owned).collect();
        let chars: Vec<char> = document.document.text.as_deref().expect("a text").chars().collect();
        for row in rows.records() {
            let row = row.expect("a row as long as the first");
            let guarded = row.iter().next_back().unwrap_or_default().split(' ');
            let guarded: Vec<&str> = guarded.collect();
            let cell = |name: &str| columns.iter().zip(&row).find(|(column, _)| *column == name).map(|(_, cell)| cell);
            for (name, cell) in columns.iter().zip(&row) {
                let number = cell.parse::<f64>().is_ok();
                prop_assert!(number || !cell.starts_with(['=', '+', '-', '@']), "{name}: {cell}");
            }
            // Without the marks that the row itself names, it quotes the text.
            let exact = cell("exact").expect("a column");
            let exact = if guarded.contains(&"exact") { &exact[1..] } else { exact };
            let at = |name| cell(name).and_then(|cell| cell.parse::<usize>().ok()).expect("a place");
            prop_assert_eq!(chars[at("start")..at("end")].iter().collect::<String>(), exact);
        }
        let collection = parse(&write("w3c"));
        let items = collection["first"]["items"].as_array().expect("items");
        prop_assert_eq!(collection["total"].as_u64(), Some(items.len() as u64));
        let ids: HashSet<_> = items.iter().map(|item| item["id"].as_str()).collect();
        prop_assert_eq!(ids.len(), items.len());
        let mut selectors = Vec::new();
        each_object(&collection, &mut |object| selectors.extend(object.get("selector").cloned()));
        for selector in selectors {
            let (quote, place) = (&selector[0], &selector[1]);
            let at = |key: &str| place[key].as_u64().expect("a place") as usize;
            let words: String = chars[at("start")..at("end")].iter().collect();
            prop_assert_eq!(quote["exact"].as_str(), Some(words.as_str()));
        }
        export::listing::write(&document);
    }
}

/// Whether a number goes on with these characters: a digit of any writing, or a separator or sign and then a digit.
fn goes_on(mut chars: impl Iterator<Item = char>) -> bool {
    let digit = |c: Option<char>| c.is_some_and(char::is_numeric);
    let first = chars.next();
    let separates = first.is_some_and(|c| ".,:/'’·٫٬-–−+".contains(c));
    digit(first) || separates && digit(chars.next())
}

fn add_keys(value: &mut Value, key: &str) {
    match value {
        Value::Object(object) => {
            object.values_mut().for_each(|value| add_keys(value, key));
            let shapes =
                [json!(null), json!(true), json!(-7), json!(0.25), json!("ü"), json!([1, {"a": []}]), json!({})];
            object.insert(key.to_owned(), shapes[object.len() % shapes.len()].clone());
        }
        Value::Array(list) => list.iter_mut().for_each(|value| add_keys(value, key)),
        _ => {}
    }
}

#[test]
fn own_articles_hold() {
    for (name, text) in articles() {
        hold(text, &Given::default()).unwrap_or_else(|error| panic!("{name}: {error}"));
    }
}

#[test]
fn nothing_gives_an_export() {
    for text in ["", " ", "\n\n", "\u{feff}", "\r"] {
        let value = parse(&export_of(text, &Given::default()));
        for layer in ["mentions", "entities", "figures", "times", "claims", "relations", "findings"] {
            assert_eq!(value[layer], json!([]), "{layer} of {text:?}");
        }
    }
}

#[test]
fn a_paragraph_elsewhere_keeps_the_ids() {
    let text = "Anna Keller said profit rose 8% to $4.2bn.\n\nShe will speak in Paris on 3 May 2025.";
    let more = format!("It was raining.\n\n{}", text.replace("\n\n", "\n\nNobody minded.\n\n"));
    let given = Given::default();
    let ids = |text: &str, layers: &[&str]| {
        let value = parse(&export_of(text, &given));
        let mut ids = HashSet::new();
        for layer in layers {
            let items = value[*layer].as_array().expect("a list").iter();
            ids.extend(items.map(|item| item["id"].as_str().expect("an id").to_owned()));
        }
        ids
    };
    let layers = ["mentions", "entities", "figures", "times"];
    let (before, after) = (ids(text, &layers), ids(&more, &layers));
    assert!(before.is_subset(&after), "{before:?} {after:?}");
}

#[test]
fn exports_that_do_not_hold_together_are_refused() {
    let text = "Anna Keller said in Paris on 3 May 2025: “Profit rose 8% to $4.2bn.”";
    let good = parse(&export_of(text, &Given::default()));
    let refused = |change: &dyn Fn(&mut Value), why: &str| {
        let mut value = good.clone();
        change(&mut value);
        let error = json::read(&value.to_string()).expect_err(why).to_string();
        assert!(error.contains(why), "{error}");
    };
    refused(&|value| value["format"] = json!("brat"), "is not an export of Postil");
    refused(&|value| value["version"] = json!("2.0.0"), "version 2.0.0");
    refused(&|value| value["version"] = json!(1), "does not say which version");
    refused(&|value| _ = value.as_object_mut().map(|value| value.remove("claims")), "missing field `claims`");
    refused(
        &|value| _ = value["figures"][1]["span"].as_object_mut().map(|span| span.remove("end")),
        "missing field `end` in `figures[1].span`",
    );
    refused(&|value| value["figures"][0]["by"]["kind"] = json!(7), "`figures[0].by.kind` is not a string");
    refused(&|value| value["times"][0]["reasons"] = json!(null), "`times[0].reasons` is not a list");
    refused(&|value| value["document"]["language"]["confidence"] = json!(256), "`document.language.confidence` is not");
    refused(&|value| value["document"]["blocks"][0]["span"]["start16"] = json!(3), "is another in UTF-16");
    refused(&|value| value["document"]["blocks"][0]["span"]["end"] = json!(9999), "past the end of the text");
    refused(&|value| value["document"]["blocks"][0]["span"]["exact"] = json!("Other words"), "stands “");
    refused(&|value| value["document"]["blocks"][0]["id"] = json!("b-other"), "refers to");
    refused(
        &|value| value["document"]["text"] = json!("Something else altogether, and rather longer too, is here."),
        "",
    );
    let mut later = good.clone();
    later["version"] = json!("1.7.3");
    assert!(json::read(&later.to_string()).is_ok());
    for json in ["", "{", "null", "[]", "{}", "3", "\"postil\"", "{\"format\":\"postil\"}"] {
        assert!(json::read(json).is_err(), "{json}");
    }
}
