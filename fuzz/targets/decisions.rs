//! Any list of decisions, on the article they were made of and on a changed one: each holds, or is refused and says why.

#![no_main]

use arbitrary::{Result, Unstructured};
use postil::export::{self, json};
use postil::{Given, text};
use postil_fuzz::promises;
use serde_json::{Value, json};

const ACTIONS: [&str; 15] = [
    "accept",
    "reject",
    "relabel",
    "move",
    "add",
    "setValue",
    "setSpeaker",
    "merge",
    "split",
    "rename",
    "block",
    "dismiss",
    "note",
    "unclear",
    "grow",
];
const LAYERS: [&str; 9] = ["mention", "entity", "figure", "time", "claim", "relation", "fact", "finding", "block"];
const KINDS: [&str; 12] = [
    "person",
    "organisation",
    "place",
    "money",
    "count",
    "percent",
    "headline",
    "paragraph",
    "byline",
    "soup",
    "",
    "event",
];
const VALUES: [&str; 10] =
    ["4", "-1", "1e9", "many", "", "2025-02-30", "2025-06", "USD", "99999999999999999999", "0.1"];

libfuzzer_sys::fuzz_target!(|bytes: &[u8]| {
    let _ = run(&mut Unstructured::new(bytes));
});

fn run(bytes: &mut Unstructured<'_>) -> Result<()> {
    let given = postil_fuzz::given(bytes)?;
    let words = postil_fuzz::text(bytes)?;
    let export = promises::parse(&promises::export_of(&words, &given));
    let mut places = Vec::new();
    promises::each_object(&export, &mut |object| {
        if object.contains_key("exact") && object.contains_key("start16") {
            places.push(Value::Object(object.clone()));
        }
    });
    let mut items = Vec::new();
    for list in ["mentions", "entities", "figures", "times", "claims", "relations", "facts", "findings"] {
        items.extend(export[list].as_array().into_iter().flatten().map(|item| item["id"].clone()));
    }
    items.extend(export["document"]["blocks"].as_array().into_iter().flatten().map(|block| block["id"].clone()));
    items.push(json!("m-aaaaaaaaaaaaaaaa"));
    places.push(Value::Null);

    let mut review = Vec::new();
    for seq in 1..=bytes.int_in_range(1..=6_u32)? {
        let mut entry = entry(seq, &items, &places, bytes)?;
        if bytes.ratio(1, 5)? {
            postil_fuzz::edit(&mut entry, bytes)?;
        }
        review.push(entry);
    }
    let later = if bytes.ratio(1, 4)? { postil_fuzz::text(bytes)? } else { words };
    let Ok(read) = json::read_review(&Value::Array(review).to_string()) else { return Ok(()) };
    let decisions = export::decisions(&read, &text::normalized(&later));
    postil_fuzz::hold(&later, &Given { decisions, ..given });
    Ok(())
}

fn entry(seq: u32, items: &[Value], places: &[Value], bytes: &mut Unstructured<'_>) -> Result<Value> {
    let action = bytes.choose(&ACTIONS)?;
    let target = if *action == "add" { json!("") } else { bytes.choose(items)?.clone() };
    let after = json!({
        "layer": bytes.choose(&LAYERS)?, "kind": bytes.choose(&KINDS)?, "anchor": bytes.choose(places)?,
        "name": bytes.choose(places)?["exact"], "value": bytes.choose(&VALUES)?, "low": bytes.choose(&VALUES)?,
        "high": bytes.choose(&VALUES)?, "unit": bytes.choose(&VALUES)?, "from": bytes.choose(&VALUES)?,
        "to": bytes.choose(&VALUES)?, "source": bytes.choose(places)?, "cue": bytes.choose(places)?,
        "entity": bytes.choose(items)?, "included": bytes.arbitrary::<bool>()?, "code": "number-conflict",
    });
    let mut after = after.as_object().cloned().unwrap_or_default();
    for _ in 0..bytes.int_in_range(0..=14_u8)? {
        let key = after.keys().nth(bytes.choose_index(after.len())?).cloned().unwrap_or_default();
        after.shift_remove(&key);
        if after.is_empty() {
            break;
        }
    }
    Ok(json!({
        "seq": seq, "target": target, "anchor": bytes.choose(places)?, "action": action, "before": null, "after": after,
        "scope": bytes.choose(&["here", "all"])?, "by": bytes.choose(&["user", "lexicon"])?,
    }))
}
