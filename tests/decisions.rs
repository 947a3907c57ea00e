//! Decisions: what a person changes holds, what follows from it follows, and all of it can be taken back.

use postil::export::{self, Options, json};
use postil::{Annotation, Given, annotate, text};
use proptest::prelude::*;
use serde_json::{Value, json};
use std::path::Path;
use std::sync::LazyLock;

const ARTICLE: &str = "Harbour bridge to close for 90 days

By Maren Holt

LYME, 11 June 2025 — The Lyme harbour bridge will close on Monday for 90 days, the city council said on Tuesday.

Repairs will cost $4.2 million, said Mayor Ada Quill. “We have waited too long,” Quill told reporters. “The bridge \
carried 31,000 cars a day last year.” She blamed the storm.

According to the Lyme Chamber of Commerce, shops near the bridge expect sales to fall by 15%. The chamber’s director, \
Tom Reyes, said that “nobody asked the shops”. Reyes hopes for a ferry, he said.

A dozen boats wait in the Old Basin. Quill said she would open a ferry on 1 July.
";

fn given(text: &str, review: &[Value]) -> Given {
    let review = json::read_review(&json!(review).to_string()).expect("a list of decisions");
    Given { decisions: export::decisions(&review, &text::normalized(text)), ..Given::default() }
}

fn export_of(text: &str, given: &Given) -> String {
    json::write(&export::document(&annotate(text, given), given, &Options::default()))
}

fn decided(text: &str, review: &[Value]) -> Value {
    let given = given(text, review);
    parse(&export_of(text, &given))
}

fn parse(json: &str) -> Value {
    serde_json::from_str(json).expect("JSON")
}

fn list<'v>(postil: &'v Value, layer: &str) -> &'v [Value] {
    postil[layer].as_array().map_or(&[], Vec::as_slice)
}

/// The item of a layer whose words or name are these.
fn item<'v>(postil: &'v Value, layer: &str, words: &str) -> Option<&'v Value> {
    list(postil, layer).iter().find(|item| {
        let place = if item["content"].is_array() { &item["content"][0] } else { &item["span"] };
        place["exact"] == words || item["name"] == words
    })
}

fn the<'v>(postil: &'v Value, layer: &str, words: &str) -> &'v Value {
    item(postil, layer, words).unwrap_or_else(|| panic!("no {words} among the {layer}"))
}

/// Words of the text as an anchor.
fn anchor(text: &str, words: &str, nth: usize) -> Value {
    let (at, _) = text.match_indices(words).nth(nth).unwrap_or_else(|| panic!("no {words}"));
    let units = |to: usize| (text[..to].chars().count(), text[..to].encode_utf16().count());
    let ((start, start16), (end, end16)) = (units(at), units(at + words.len()));
    let prefix: String = text[..at].chars().rev().take(32).collect::<Vec<_>>().into_iter().rev().collect();
    let suffix: String = text[at + words.len()..].chars().take(32).collect();
    json!({ "start": start, "end": end, "start16": start16, "end16": end16, "exact": words,
        "prefix": prefix, "suffix": suffix })
}

/// A decision about the item over these words.
fn about(target: &str, words: &str, nth: usize, action: &str, after: Value) -> Value {
    json!({ "seq": 1, "target": target, "anchor": anchor(ARTICLE, words, nth), "action": action, "before": null,
        "after": after, "scope": "here", "by": "user" })
}

fn problem(postil: &Value) -> &str {
    list(postil, "review").last().and_then(|entry| entry["problem"].as_str()).unwrap_or_default()
}

/// Any id of a layer: the place decides.
fn id(prefix: &str) -> String {
    format!("{prefix}-aaaaaaaaaaaaaaaa")
}

fn names(postil: &Value) -> Vec<&str> {
    list(postil, "entities").iter().filter_map(|entity| entity["name"].as_str()).collect()
}

fn speaker_of<'v>(postil: &'v Value, claim: &Value) -> &'v str {
    let entity = &claim["source"]["entity"];
    let found = list(postil, "entities").iter().find(|one| one["id"] == *entity);
    found.and_then(|one| one["name"].as_str()).unwrap_or_default()
}

#[test]
fn a_rejected_person_is_gone_with_all_that_followed() {
    let before = decided(ARTICLE, &[]);
    let quill = the(&before, "entities", "Ada Quill")["id"].clone();
    assert!(list(&before, "facts").iter().any(|fact| fact["subject"]["entity"] == quill));
    let after = decided(ARTICLE, &[about(&id("e"), "Ada Quill", 0, "reject", Value::Null)]);
    assert_eq!(problem(&after), "");
    assert!(!names(&after).iter().any(|name| name.contains("Quill")), "{:?}", names(&after));
    assert!(item(&after, "mentions", "Quill").is_none());
    assert!(!after.to_string().contains(quill.as_str().expect("an id")));
}

#[test]
fn one_mention_alone_is_rejected_and_does_not_come_back() {
    let after = decided(ARTICLE, &[about(&id("m"), "Quill", 1, "reject", Value::Null)]);
    assert_eq!(problem(&after), "");
    let start = anchor(ARTICLE, "Quill", 1)["start"].clone();
    assert!(!list(&after, "mentions").iter().any(|mention| mention["span"]["start"] == start));
    assert!(names(&after).contains(&"Ada Quill"));
}

#[test]
fn an_added_person_is_found_by_surname_and_pronoun() {
    let text =
        "The keeper of the light, brightwen Oxley, spoke on Monday. Oxley said that she would stay. She has a dog.";
    // The finder has the surname; the page takes it out before it puts the whole name in its place.
    let surname = json!({ "seq": 1, "target": id("m"), "anchor": anchor(text, "Oxley", 0), "action": "reject" });
    let whole = json!({ "seq": 2, "target": "", "anchor": anchor(text, "brightwen Oxley", 0), "action": "add",
        "after": { "layer": "mention", "kind": "person" } });
    let after = decided(text, &[surname, whole]);
    assert_eq!(problem(&after), "");
    let oxley = the(&after, "entities", "brightwen Oxley");
    let words: Vec<&str> = list(&after, "mentions")
        .iter()
        .filter(|mention| mention["entity"] == oxley["id"])
        .filter_map(|mention| mention["span"]["exact"].as_str())
        .collect();
    assert!(words.contains(&"Oxley") && words.contains(&"She"), "{words:?}");
    assert!(!oxley["quoted"].as_array().expect("a list").is_empty());
    assert_eq!(after["review"][1]["target"], the(&after, "mentions", "brightwen Oxley")["id"]);
}

/// A note changes nothing.
fn about_nobody() -> Value {
    json!({ "seq": 1, "target": id("m"), "anchor": null, "action": "note", "after": { "text": "hm" } })
}

#[test]
fn a_kind_is_changed_and_the_id_stays() {
    let before = decided(ARTICLE, &[]);
    let after = decided(ARTICLE, &[about(&id("m"), "Tom Reyes", 0, "relabel", json!({ "kind": "organisation" }))]);
    let (was, is) = (the(&before, "mentions", "Tom Reyes"), the(&after, "mentions", "Tom Reyes"));
    assert_eq!((&is["kind"], &is["status"]), (&json!("organisation"), &json!("edited")));
    assert_eq!(is["id"], was["id"]);
}

#[test]
fn an_end_is_moved_and_the_id_stays() {
    let to = json!({ "anchor": anchor(ARTICLE, "Harbour bridge", 0) });
    let before = decided(ARTICLE, &[]);
    let after = decided(ARTICLE, &[about(&id("m"), "Harbour", 0, "move", to)]);
    assert_eq!(problem(&after), "");
    assert_eq!(the(&after, "mentions", "Harbour bridge")["id"], the(&before, "mentions", "Harbour")["id"]);
}

#[test]
fn entities_are_joined_told_apart_and_named() {
    let who = json!({ "anchor": anchor(ARTICLE, "Ada Quill", 0), "name": "Ada Quill" });
    let merged = decided(ARTICLE, &[about(&id("e"), "Tom Reyes", 0, "merge", who)]);
    assert_eq!(problem(&merged), "");
    assert!(!names(&merged).contains(&"Tom Reyes"));
    let aliases = &the(&merged, "entities", "Ada Quill")["aliases"];
    assert!(aliases.as_array().expect("a list").contains(&json!("Tom Reyes")), "{aliases}");
    assert_eq!(the(&merged, "entities", "Ada Quill")["id"], the(&decided(ARTICLE, &[]), "entities", "Ada Quill")["id"]);

    let split = decided(ARTICLE, &[about(&id("m"), "Quill", 1, "split", Value::Null)]);
    assert!(names(&split).contains(&"Quill") && names(&split).contains(&"Ada Quill"));

    let renamed = decided(ARTICLE, &[about(&id("e"), "Ada Quill", 0, "rename", json!({ "name": "Mayor Quill" }))]);
    assert!(names(&renamed).contains(&"Mayor Quill"));
}

#[test]
fn a_speaker_is_chosen_and_the_claim_moves() {
    let before = decided(ARTICLE, &[]);
    let words = "she would open a ferry on 1 July";
    let claim = the(&before, "claims", words);
    assert_eq!(speaker_of(&before, claim), "Ada Quill");
    let who = json!({ "anchor": anchor(ARTICLE, "Tom Reyes", 0), "name": "Tom Reyes" });
    let after = decided(ARTICLE, &[about(&id("c"), words, 0, "setSpeaker", who)]);
    assert_eq!(problem(&after), "");
    let now = the(&after, "claims", words);
    assert_eq!(speaker_of(&after, now), "Tom Reyes");
    assert_eq!(now["id"], claim["id"]);
    assert!(the(&after, "entities", "Tom Reyes")["quoted"].as_array().expect("a list").contains(&now["id"]));
    let nobody = decided(ARTICLE, &[about(&id("c"), words, 0, "setSpeaker", Value::Null)]);
    assert_eq!(the(&nobody, "claims", words)["source"], Value::Null);
}

#[test]
fn what_the_article_says_itself_is_somebodys_once_a_speaker_is_chosen() {
    let text = "Ada Quill is the mayor of Lyme.\n\nThe harbour lost 15% of its 3,000 boats in 2024, the largest fall since 1990.\n";
    let plain = decided(text, &[]);
    let own =
        list(&plain, "claims").iter().find(|claim| claim["mode"] == "narrator").expect("a claim of the article's own");
    let who = json!({ "name": "Ada Quill", "anchor": anchor(text, "Ada Quill", 0) });
    let entry = json!({ "seq": 1, "target": own["id"], "anchor": own["content"][0], "action": "setSpeaker", "before": null,
        "after": who, "scope": "here", "by": "user" });
    let postil = decided(text, &[entry]);
    assert_eq!(problem(&postil), "");
    let claim = list(&postil, "claims").iter().find(|claim| claim["id"] == own["id"]).expect("the claim");
    assert_eq!((&claim["mode"], speaker_of(&postil, claim)), (&json!("indirect"), "Ada Quill"));
}

#[test]
fn other_numbers_are_other_words() {
    let entries = [
        about(&id("f"), "$4.2 million", 0, "accept", Value::Null),
        about(&id("c"), "Repairs will cost $4.2 million", 0, "accept", Value::Null),
        about(&id("m"), "Tom Reyes", 0, "note", json!({ "text": "ask him" })),
    ];
    let later = ARTICLE.replace("$4.2 million", "$4.3 million").replace("Tom Reyes", "Bo Marsh");
    let postil = decided(&later, &entries);
    let problems: Vec<_> =
        list(&postil, "review").iter().map(|entry| entry["problem"].as_str().unwrap_or_default()).collect();
    assert_eq!(problems.iter().filter(|problem| problem.ends_with("is not in this text")).count(), 3, "{problems:?}");
}

#[test]
fn of_equal_words_those_in_the_same_surroundings_are_meant() {
    let text = "Quill left. Marsh stayed.\n\nLater on, Quill came back.\n";
    // The second "Quill", in a version where the first has come to stand where the second stood.
    let moved = "Nobody knew why for a long while. Quill left. Marsh stayed.\n\nLater on, Quill came back.\n";
    let mut entry = about(&id("m"), "Quill", 0, "reject", Value::Null);
    entry["anchor"] = anchor(text, "Quill", 1);
    let review = json::read_review(&json!([entry]).to_string()).expect("a decision");
    let found = export::decisions(&review, moved);
    assert_eq!(found[0].place.span.map(|span| span.start as usize), moved.rfind("Quill"));
}

#[test]
fn figures_and_times_are_added_and_valued() {
    let shops = decided(ARTICLE, &[about("", "shops", 0, "add", json!({ "layer": "figure", "value": "12" }))]);
    assert_eq!(problem(&shops), "");
    assert_eq!(the(&shops, "figures", "shops")["value"], "12");

    let cost = decided(ARTICLE, &[about(&id("f"), "$4.2 million", 0, "setValue", json!({ "value": "4,300,000" }))]);
    let figure = the(&cost, "figures", "$4.2 million");
    assert_eq!((&figure["value"], &figure["unit"]), (&json!("4300000"), &json!("USD")));
    assert_eq!(figure["status"], "edited");

    let day = decided(ARTICLE, &[about(&id("t"), "Tuesday", 0, "setValue", json!({ "from": "2025-06-03" }))]);
    assert_eq!(the(&day, "times", "Tuesday")["timex3"]["value"], "2025-06-03");
    let span = json!({ "from": "2025-06", "to": "2025-07" });
    let range = decided(ARTICLE, &[about(&id("t"), "Monday", 0, "setValue", span)]);
    assert_eq!(the(&range, "times", "Monday")["interval"], json!({ "from": "2025-06-01", "to": "2025-08-01" }));
}

#[test]
fn a_claim_is_added_with_its_source_and_cue() {
    let words = "A dozen boats wait in the Old Basin";
    let after = json!({ "layer": "claim", "source": anchor(ARTICLE, "Reyes", 1), "cue": anchor(ARTICLE, "hopes", 0) });
    let postil = decided(ARTICLE, &[about("", words, 0, "add", after)]);
    assert_eq!(problem(&postil), "");
    let claim = the(&postil, "claims", words);
    assert_eq!(speaker_of(&postil, claim), "Tom Reyes");
    assert_eq!(claim["by"], json!({ "kind": "user" }));
}

#[test]
fn a_line_becomes_the_headline_or_is_left_out() {
    let line = "A dozen boats wait in the Old Basin. Quill said she would open a ferry on 1 July.";
    let postil = decided(ARTICLE, &[about(&id("b"), line, 0, "block", json!({ "kind": "headline" }))]);
    let headlines: Vec<&Value> =
        list(&postil["document"], "blocks").iter().filter(|block| block["kind"] == "headline").collect();
    assert_eq!(headlines.len(), 1);
    assert_eq!(headlines[0]["span"]["exact"], line);
    assert_eq!(postil["document"]["source"]["title"], line);
    let out = decided(ARTICLE, &[about(&id("b"), line, 0, "block", json!({ "included": false }))]);
    assert!(item(&out, "times", "1 July").is_none());
}

#[test]
fn findings_are_put_aside_and_facts_rejected() {
    let before = decided(ARTICLE, &[]);
    for (layer, action) in [("findings", "dismiss"), ("facts", "reject"), ("facts", "accept")] {
        let Some(target) = list(&before, layer).first() else { continue };
        let entry = json!({ "seq": 1, "target": target["id"], "anchor": null, "action": action });
        let after = decided(ARTICLE, &[entry]);
        assert_eq!(problem(&after), "");
        let now = list(&after, layer).iter().find(|item| item["id"] == target["id"]);
        match action {
            "dismiss" => assert_eq!(now.expect("the finding")["dismissed"], true),
            "accept" => assert_eq!(now.expect("the fact")["status"], "accepted"),
            _ => assert!(now.is_none()),
        }
    }
}

#[test]
fn what_holds_everywhere_holds_everywhere() {
    let mut entry = about(&id("m"), "Quill", 1, "reject", Value::Null);
    entry["scope"] = json!("all");
    let after = decided(ARTICLE, &[entry]);
    assert!(item(&after, "mentions", "Quill").is_none() && item(&after, "mentions", "Ada Quill").is_some());
    let lexicon = json!({ "seq": 1, "target": "", "anchor": { "start": 0, "end": 0, "start16": 0, "end16": 0,
        "exact": "Old Basin" }, "action": "add", "after": { "layer": "mention", "kind": "place" }, "scope": "all",
        "by": "lexicon" });
    assert_eq!(the(&decided(ARTICLE, &[lexicon]), "mentions", "Old Basin")["kind"], "place");
}

/// The text annotated with a lexicon and, in it, these decisions.
fn with_lexicon(text: &str, entries: &Value, review: &[Value]) -> Value {
    let lexicon = json!({ "format": "postil-lexicon", "version": "1.0.0", "entries": entries }).to_string();
    let entries = export::lexicon::read(&lexicon).expect("a lexicon");
    let review = json::read_review(&json!(review).to_string()).expect("a list of decisions");
    let decisions = export::decisions(&export::lexicon::with_lexicon(review, &entries, text), text);
    let given = Given { decisions, ..Given::default() };
    let bytes = export_of(text, &given);
    // An export that carries a lexicon's decisions needs no lexicon to be read again.
    let document = json::read(&bytes).expect("an export");
    let again = Given { decisions: export::decisions(&document.review, text), ..Given::default() };
    assert_eq!(export_of(text, &again), bytes);
    parse(&bytes)
}

#[test]
fn a_lexicon_says_always_never_and_what_to_call() {
    let entries = json!([
        { "words": "Old Basin", "action": "always", "kind": "place", "name": "The Old Basin of Lyme" },
        { "words": "Maren Holt", "action": "never" },
        { "words": "Quill", "action": "call", "name": "A. Quill" },
        { "words": "Nobody Here", "action": "never" },
    ]);
    let postil = with_lexicon(ARTICLE, &entries, &[]);
    let basin = the(&postil, "mentions", "Old Basin");
    assert_eq!(
        (&basin["kind"], &basin["status"], &basin["by"]["kind"]),
        (&json!("place"), &json!("suggested"), &json!("lexicon"))
    );
    assert!(
        names(&postil).contains(&"The Old Basin of Lyme") && names(&postil).contains(&"A. Quill"),
        "{:?}",
        names(&postil)
    );
    assert!(item(&postil, "mentions", "Maren Holt").is_none());
    // What has no place here is not told, and is no error.
    let review = list(&postil, "review");
    assert_eq!(review.len(), 4);
    assert!(review.iter().all(|entry| entry["by"] == "lexicon" && entry["problem"].is_null()), "{review:#?}");
    assert!(!postil.to_string().contains("Nobody Here"));
}

#[test]
fn a_lexicon_goes_by_whole_words_that_are_the_same() {
    let text = "The Harbour Trust met in Lyme. Jon Smith of Lymeford, who leads Harbour, spoke. Jon Smith left.";
    let before = decided(text, &[]);
    let never = json!([{ "words": "John Smith", "action": "never" }, { "words": "Lymeford Town", "action": "never" }]);
    let mut after = with_lexicon(text, &never, &[]);
    after["review"] = json!([]);
    assert_eq!(after, before);
    let after = with_lexicon(text, &json!([{ "words": "Jon", "action": "never" }]), &[]);
    assert!(names(&after).contains(&"Jon Smith"));
    // Names within make room, longer ones around stay.
    let always = json!([{ "words": "Jon Smith of Lymeford", "action": "always", "kind": "person" },
        { "words": "Trust", "action": "always", "kind": "organisation" }]);
    let after = with_lexicon(text, &always, &[]);
    assert!(item(&after, "mentions", "Jon Smith of Lymeford").is_some());
    assert_eq!(
        item(&after, "mentions", "Harbour Trust").is_some(),
        item(&before, "mentions", "Harbour Trust").is_some()
    );
}

#[test]
fn a_decision_in_the_article_goes_before_the_lexicon() {
    let never = json!([{ "words": "Tom Reyes", "action": "never" }]);
    assert!(!names(&with_lexicon(ARTICLE, &never, &[])).contains(&"Tom Reyes"));
    for (target, action, after) in
        [("m", "accept", Value::Null), ("m", "relabel", json!({ "kind": "place" })), ("e", "accept", Value::Null)]
    {
        let own = about(&id(target), "Tom Reyes", 0, action, after);
        let postil = with_lexicon(ARTICLE, &never, &[own]);
        assert_eq!(problem(&postil), "");
        assert!(item(&postil, "mentions", "Tom Reyes").is_some(), "{action}");
    }
    let always = json!([{ "words": "Tom Reyes", "action": "always", "kind": "place" }, { "words": "Quill", "action": "call", "name": "Pen" }]);
    let own = [
        about(&id("m"), "Tom Reyes", 0, "relabel", json!({ "kind": "group" })),
        about(&id("e"), "Ada Quill", 0, "rename", json!({ "name": "The mayor" })),
    ];
    let postil = with_lexicon(ARTICLE, &always, &own);
    assert_eq!(the(&postil, "mentions", "Tom Reyes")["kind"], "group");
    assert_eq!(the(&postil, "mentions", "Tom Reyes")["status"], "edited");
    assert!(names(&postil).contains(&"The mayor"), "{:?}", names(&postil));
}

#[test]
fn what_a_lexicon_calls_the_same_is_one() {
    let text = "Ada Brightwen spoke in Lyme. Adele Brightwyn, the mayor, said that it would rain.";
    let call = json!([{ "words": "Adele Brightwyn", "action": "call", "name": "Ada Brightwen" }]);
    let postil = with_lexicon(text, &call, &[]);
    let named = names(&postil).into_iter().filter(|name| *name == "Ada Brightwen").count();
    assert_eq!(named, 1);
    assert!(!names(&postil).contains(&"Adele Brightwyn"));
    // A date stays a date.
    let text = "In May 2021 the mayor, Theresa May, left. May said so.";
    let postil = with_lexicon(text, &json!([{ "words": "May", "action": "always", "kind": "person" }]), &[]);
    assert!(item(&postil, "times", "May 2021").is_some());
}

#[test]
fn a_lexicon_replaces_what_it_said_before() {
    let never = json!([{ "words": "Tom Reyes", "action": "never" }]);
    let earlier = with_lexicon(ARTICLE, &never, &[]);
    let review = list(&earlier, "review").to_vec();
    let always = json!([{ "words": "Tom Reyes", "action": "always", "kind": "person" }]);
    let postil = with_lexicon(ARTICLE, &always, &review);
    assert!(names(&postil).contains(&"Tom Reyes"));
    assert_eq!(list(&postil, "review").len(), 1);
}

#[test]
fn what_does_not_fit_is_refused_and_changes_nothing() {
    let before = decided(ARTICLE, &[]);
    let place = anchor(ARTICLE, "Old Basin", 0);
    let cases = [
        (about("x-none", "Lyme", 0, "accept", Value::Null), "no item’s id"),
        (about(&id("m"), "storm", 0, "accept", Value::Null), "marked as no name"),
        (about(&id("m"), "Tom Reyes", 0, "relabel", json!({ "kind": "soup" })), "no kind of name"),
        (about(&id("m"), "Lyme", 0, "grow", Value::Null), "nothing that can be decided"),
        (
            about("", "Mayor Ada Quill", 0, "add", json!({ "layer": "mention", "kind": "person" })),
            "overlaps another name",
        ),
        (about("", "the storm", 0, "add", json!({ "layer": "figure" })), "gives no number"),
        (about("", "the storm", 0, "add", json!({ "layer": "time" })), "gives no date"),
        (about(&id("f"), "15%", 0, "setValue", json!({ "value": "many" })), "“many” is no number"),
        (about(&id("f"), "15%", 0, "setValue", json!({ "low": "9", "high": "3" })), "more than"),
        (about(&id("t"), "Tuesday", 0, "setValue", json!({ "from": "2025-02-30" })), "no day, month or year"),
        (about(&id("e"), "Ada Quill", 0, "merge", json!({ "anchor": place, "name": "Old Basin" })), "cannot be one"),
        (about(&id("e"), "Ada Quill", 0, "merge", json!({ "name": "Nobody At All" })), "nobody in this article"),
        (about(&id("e"), "Ada Quill", 0, "rename", json!({ "name": " " })), "letter"),
        (
            about(&id("c"), "she would open a ferry on 1 July", 0, "setSpeaker", json!({ "name": "Nobody" })),
            "nobody in this article",
        ),
        (about(&id("b"), "Lyme", 0, "block", json!({ "kind": "soup" })), "no kind of line"),
    ];
    for (entry, why) in cases {
        let mut after = decided(ARTICLE, std::slice::from_ref(&entry));
        assert!(problem(&after).contains(why), "{entry}: {:?}", problem(&after));
        after["review"] = json!([]);
        assert!(after == before, "{entry}");
    }
}

#[test]
fn a_later_version_keeps_the_decisions() {
    let review = [
        about(&id("e"), "Tom Reyes", 0, "reject", Value::Null),
        about(&id("f"), "15%", 0, "setValue", json!({ "value": "51" })),
        about(&id("c"), "that “nobody asked the shops”", 0, "accept", Value::Null),
        about(&id("m"), "Maren Holt", 0, "accept", Value::Null),
    ];
    // Put elsewhere, in other words around them, with a word changed in the quotation; the byline is gone.
    let later = ARTICLE
        .replace("By Maren Holt\n\n", "It was a wet week on the coast, and few were out.\n\n")
        .replace("expect sales to fall", "think that sales will fall")
        .replace("nobody asked the shops", "nobody asked all the shops");
    let postil = decided(&later, &review);
    let problems: Vec<&str> =
        list(&postil, "review").iter().map(|entry| entry["problem"].as_str().unwrap_or("")).collect();
    assert_eq!(problems, ["", "", "", "“Maren Holt” is not in this text"]);
    assert_eq!(the(&postil, "figures", "15%")["value"], "51");
    assert!(!names(&postil).iter().any(|name| name.contains("Reyes")));
    assert_eq!(the(&postil, "claims", "that “nobody asked all the shops”")["status"], "accepted");
    // What is lost is kept as it was.
    assert_eq!(postil["review"][3]["anchor"], review[3]["anchor"]);
}

#[test]
fn nothing_is_moved_to_a_wrong_place() {
    let text = "Ann saw the dog. Ben saw the dog.";
    let place = json!({ "start": 90, "end": 97, "start16": 90, "end16": 97, "exact": "the dog", "prefix": "xx ", "suffix": "" });
    let entry = json!({ "seq": 1, "target": id("m"), "anchor": place, "action": "accept" });
    assert_eq!(given(text, &[entry]).decisions[0].place.span, None);
}

static TEXTS: LazyLock<Vec<String>> = LazyLock::new(|| {
    let root = Path::new(env!("CARGO_MANIFEST_DIR"));
    let mut texts = vec![ARTICLE.to_owned()];
    for entry in std::fs::read_dir(root.join("tests/articles")).expect("the articles") {
        let path = entry.expect("an article").path().join("source.txt");
        texts.push(std::fs::read_to_string(path).expect("a readable article"));
    }
    texts.sort();
    texts
});

/// Any decision about any item of an export, mostly one that fits.
fn any_decision(postil: &Value, seq: usize, pick: (u8, u16, u16, bool)) -> Value {
    let (action, which, other, all) = pick;
    let layers = ["mentions", "entities", "figures", "times", "claims", "facts", "relations", "findings"];
    let layer = layers[which as usize % layers.len()];
    let chosen = |layer: &str, at: u16| {
        let items = list(postil, layer);
        if items.is_empty() { Value::Null } else { items[at as usize % items.len()].clone() }
    };
    let place = |item: &Value| {
        let of = |id: &Value| list(postil, "mentions").iter().find(|mention| mention["id"] == *id);
        match (&item["span"], &item["content"], &item["mentions"]) {
            (Value::Null, Value::Array(content), _) => content.first().cloned().unwrap_or_default(),
            (Value::Null, _, Value::Array(mentions)) => {
                mentions.first().and_then(of).map_or(Value::Null, |mention| mention["span"].clone())
            }
            (span, ..) => span.clone(),
        }
    };
    let (item, second) = (chosen(layer, which / 8), chosen(layer, other));
    let block = chosen("mentions", other);
    let who = json!({ "anchor": place(&second), "name": second["name"] });
    let kinds = ["person", "place", "organisation", "money", "count", "direct", "soup"];
    let kind = kinds[other as usize % kinds.len()];
    let sentences = postil["document"]["sentences"].as_array().expect("a list");
    let words = sentences.get(other as usize % sentences.len().max(1)).map(|sentence| sentence["span"].clone());
    let words = words.unwrap_or(Value::Null);
    let (name, target, anchor, after) = match action % 14 {
        0 => ("accept", item["id"].clone(), place(&item), Value::Null),
        1 | 2 => ("reject", item["id"].clone(), place(&item), Value::Null),
        3 => ("relabel", item["id"].clone(), place(&item), json!({ "kind": kind })),
        4 => ("move", item["id"].clone(), place(&item), json!({ "anchor": place(&block) })),
        5 => ("add", json!(""), words.clone(), json!({ "layer": "mention", "kind": kind })),
        6 => ("add", json!(""), words.clone(), json!({ "layer": "figure", "value": "7" })),
        7 => ("add", json!(""), words.clone(), json!({ "layer": "time", "from": "2020-05" })),
        8 => ("add", json!(""), words.clone(), json!({ "layer": "claim", "source": place(&block) })),
        9 => ("setValue", item["id"].clone(), place(&item), json!({ "value": "1.5", "from": "2024-02-29" })),
        10 => ("setSpeaker", item["id"].clone(), place(&item), who),
        11 => ("merge", item["id"].clone(), place(&item), who),
        12 if all => ("split", item["id"].clone(), place(&item), Value::Null),
        12 => ("split", item["id"].clone(), place(&item), who),
        _ => {
            let block = chosen_block(postil, other);
            (
                "block",
                block["id"].clone(),
                block["span"].clone(),
                json!({ "included": all, "kind": if all { "headline" } else { "paragraph" } }),
            )
        }
    };
    json!({ "seq": seq, "target": target.as_str().unwrap_or_default(), "anchor": anchor, "action": name,
        "before": { "name": item["name"] }, "after": after, "scope": if all { "all" } else { "here" }, "by": "user" })
}

/// The items of two exports that differ, for the message of a failed test.
fn differences(one: &Value, other: &Value, review: &[Value]) -> String {
    let mut shown = format!("{review:#?}");
    for layer in ["mentions", "entities", "figures", "times", "claims", "relations", "facts", "findings", "review"] {
        for item in list(one, layer).iter().filter(|item| !list(other, layer).contains(item)) {
            shown.push_str(&format!("\n- {layer} {item}"));
        }
        for item in list(other, layer).iter().filter(|item| !list(one, layer).contains(item)) {
            shown.push_str(&format!("\n+ {layer} {item}"));
        }
    }
    shown
}

fn chosen_block(postil: &Value, at: u16) -> Value {
    let blocks = postil["document"]["blocks"].as_array().expect("a list");
    blocks.get(at as usize % blocks.len().max(1)).cloned().unwrap_or_default()
}

fn picks() -> impl Strategy<Value = Vec<(u8, u16, u16, bool)>> {
    prop::collection::vec((any::<u8>(), any::<u16>(), any::<u16>(), any::<bool>()), 1..12)
}

proptest! {
    #![proptest_config(ProptestConfig { cases: 40, failure_persistence: None, ..ProptestConfig::default() })]

    #[test]
    fn any_decisions_hold_together(which in 0usize..64, picks in picks()) {
        let text = &TEXTS[which % TEXTS.len()];
        let first = export_of(text, &Given::default());
        let mut review: Vec<Value> = Vec::new();
        let mut now = parse(&first);
        for (seq, pick) in picks.into_iter().enumerate() {
            review.push(any_decision(&now, seq + 1, pick));
            let given = given(text, &review);
            let bytes = export_of(text, &given);
            // It is an export, and annotating with its own review gives the same bytes.
            let document = json::read(&bytes).map_err(|error| TestCaseError::fail(format!("{error}: {review:#?}")))?;
            let again = Given { decisions: export::decisions(&document.review, text), ..Given::default() };
            prop_assert!(export_of(text, &again) == bytes, "not the same again: {review:#?}");
            now = parse(&bytes);
            let last = &now["review"][seq];
            if last["problem"].is_string() {
                // What is refused changes nothing.
                let mut without = now.clone();
                without["review"].as_array_mut().expect("a list").pop();
                let kept = parse(&export_of(text, &self::given(text, &review[..seq])));
                prop_assert!(without == kept, "{}", differences(&kept, &without, &review));
            } else if last["action"] == "reject" {
                for layer in ["mentions", "figures", "times", "claims", "facts"] {
                    let back = list(&now, layer).iter().any(|item| item["id"] == last["target"]);
                    prop_assert!(!back, "{} came back: {:#?}", last["target"], review);
                }
            }
        }
        // All of it taken back gives what was there first.
        prop_assert!(export_of(text, &given(text, &[])) == first);
    }
}

#[test]
fn an_end_is_moved_at_one_place_whatever_the_scope() {
    let text = "Ann Lee left. “I am tired,” said Ann Lee. “I resign,” she said in Leeds.";
    let mentions = decided(text, &[]);
    let pronoun = list(&mentions, "mentions").iter().find(|mention| mention["span"]["exact"] == "I").cloned();
    let place = list(&mentions, "mentions").iter().find(|mention| mention["span"]["exact"] == "Leeds").cloned();
    let (pronoun, place) = (pronoun.expect("a pronoun"), place.expect("a place"));
    let review = [json!({ "seq": 1, "target": pronoun["id"], "anchor": pronoun["span"], "action": "move",
        "after": { "anchor": place["span"] }, "scope": "all", "by": "user" })];
    let mut refused = decided(text, &review);
    assert!(refused["review"][0]["problem"].is_string(), "{}", refused["review"]);
    refused["review"] = json!([]);
    assert_eq!(refused, mentions);
}

#[test]
fn decisions_that_the_text_never_saw_do_no_harm() {
    let annotation: Annotation = annotate("", &given("", &[about_nobody()]));
    assert_eq!(annotation.refused, [None]);
    for text in ["", "é", "Ada Quill", "🙂🙂🙂"] {
        let review: Vec<Value> = list(&decided(ARTICLE, &[]), "mentions")
            .iter()
            .take(8)
            .map(|mention| json!({ "seq": 1, "target": mention["id"], "anchor": mention["span"], "action": "reject" }))
            .collect();
        json::read(&export_of(text, &given(text, &review))).expect("an export");
    }
}

#[test]
fn without_its_text_an_export_quotes_no_decision_either() {
    let to = json!({ "anchor": anchor(ARTICLE, "Harbour bridge", 0) });
    let storm = json!({ "layer": "mention", "kind": "event" });
    let unplaced = json!({ "anchor": { "exact": "Old Basin" } });
    let review = [
        about(&id("m"), "Harbour", 0, "move", to),
        about("", "storm", 0, "add", storm),
        json!({ "seq": 3, "target": id("m"), "anchor": null, "action": "move", "after": unplaced }),
    ];
    let given = given(ARTICLE, &review);
    let options = Options { text: false, ..Options::default() };
    let silent = parse(&json::write(&export::document(&annotate(ARTICLE, &given), &given, &options)));
    assert_eq!(list(&silent, "review").len(), 3);
    for words in ["Harbour bridge", "Old Basin"] {
        assert!(!silent["review"].to_string().contains(words), "{words}: {}", silent["review"]);
    }
    assert_eq!(silent["review"][1]["anchor"]["start"], anchor(ARTICLE, "storm", 0)["start"]);
}
