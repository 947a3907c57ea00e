//! Whole articles, written for this project about things that did not happen: `tests/articles/<slug>/`.
//!
//! `source.txt` is the paste, `expected.txt` a digest of its export that a person can read: each line is an item
//! with what matters of it. A digest that differs fails; `UPDATE_EXPECT=1` rewrites it, and only then.

use postil::export::{self, Options, wire};
use postil::{Given, annotate};
use std::collections::HashMap;
use std::fmt::Write as _;
use std::path::Path;

#[test]
fn articles_are_read_as_expected() {
    let folder = Path::new(env!("CARGO_MANIFEST_DIR")).join("tests/articles");
    let mut slugs: Vec<_> =
        std::fs::read_dir(&folder).expect("the articles").map(|entry| entry.expect("an article").path()).collect();
    slugs.sort();
    let mut differences = String::new();
    for slug in &slugs {
        let text = std::fs::read_to_string(slug.join("source.txt")).expect("a source");
        let given = Given::default();
        let got = digest(&export::document(&annotate(&text, &given), &given, &Options::default()));
        let path = slug.join("expected.txt");
        let expected = std::fs::read_to_string(&path).unwrap_or_default();
        if got == expected {
            continue;
        }
        let name = slug.file_name().expect("a name").to_string_lossy();
        let _ = writeln!(differences, "{name}:");
        compare(&expected, &got, &mut differences);
        if std::env::var_os("UPDATE_EXPECT").is_some_and(|value| value == "1") {
            std::fs::write(&path, got).expect("a writable folder");
        }
    }
    println!("{} articles", slugs.len());
    assert!(differences.is_empty(), "(- expected, + got)\n{differences}");
}

/// The lines that only one of the two has, by count.
fn compare(expected: &str, got: &str, out: &mut String) {
    let mut counts: HashMap<&str, i32> = HashMap::new();
    expected.lines().for_each(|line| *counts.entry(line).or_default() += 1);
    for line in got.lines() {
        *counts.entry(line).or_default() -= 1;
    }
    for (lines, sign, mark) in [(expected, 1, '-'), (got, -1, '+')] {
        for line in lines.lines() {
            let count = counts.get_mut(line).expect("a line that was counted");
            if *count * sign > 0 {
                *count -= sign;
                let _ = writeln!(out, "  {mark} {line}");
            }
        }
    }
}

fn digest(document: &wire::Document) -> String {
    let mut out = String::new();
    let reference = &document.reference;
    let _ = writeln!(
        out,
        "reference {} {} {}",
        reference.date.as_deref().unwrap_or("-"),
        reference.basis,
        reference.date_order.as_deref().unwrap_or("-")
    );
    let _ = writeln!(out, "language {}", document.document.language.tag);

    out.push_str("\n# blocks\n");
    for block in &document.document.blocks {
        let muted = if block.included { "" } else { " (muted)" };
        let _ = writeln!(out, "{}{muted} {:?}", block.kind, start_of(words(&block.span)));
    }

    out.push_str("\n# entities\n");
    let names: HashMap<&str, &str> =
        document.entities.iter().map(|item| (item.id.as_str(), item.name.as_str())).collect();
    let mentions: HashMap<&str, &wire::Mention> =
        document.mentions.iter().map(|item| (item.id.as_str(), item)).collect();
    for item in &document.entities {
        let _ = write!(out, "{} {:?}", item.label.as_ref().unwrap_or(&item.kind), item.name);
        let forms: Vec<_> = item.mentions.iter().map(|id| words(&mentions[id.as_str()].span)).collect();
        let _ = write!(out, " = {}", forms.join(" | "));
        for role in &item.roles {
            let _ = write!(out, "; {:?}", role.title);
            if let Some(organisation) = &role.organisation {
                let _ = write!(out, " of {:?}", names[organisation.as_str()]);
            }
        }
        out.push('\n');
    }
    for item in document.mentions.iter().filter(|item| item.entity.is_none()) {
        let _ = writeln!(out, "no entity: {} {:?}", item.kind, words(&item.span));
    }

    out.push_str("\n# figures\n");
    for item in &document.figures {
        let value = match (&item.value, &item.range) {
            (Some(value), _) => value.clone(),
            (None, Some(range)) => {
                let end = |end: &Option<String>| end.clone().unwrap_or_default();
                format!("{}..{}", end(&range.low), end(&range.high))
            }
            (None, None) => "-".to_owned(),
        };
        let _ = write!(out, "{} {:?} {}{value}", item.kind, words(&item.span), item.approx.as_deref().unwrap_or(""));
        // That a percentage is one, and an age one in years, goes without saying.
        if !matches!(&*item.kind, "percent" | "percentagePoint" | "age") {
            item.unit.iter().chain(&item.unit_name).for_each(|unit| _ = write!(out, " {unit}"));
        }
        if let Some(also) = &item.also {
            let differs = if also.agrees == Some(false) { " (disagrees)" } else { "" };
            let range = also.range.as_ref().map(|range| format!("{:?}–{:?}", range.low, range.high));
            let value = also.value.clone().or(range).unwrap_or_default();
            let _ = write!(out, " = {value} {}{differs}", also.unit);
        }
        if let Some(change) = &item.change {
            let _ = write!(out, " {}", change.direction);
        }
        if let Some(measures) = &item.measures {
            let of = measures.of.as_ref().map(|of| format!(" of {of:?}")).unwrap_or_default();
            let _ = write!(out, " ← {:?}{of}", measures.what);
        }
        out.push('\n');
    }

    out.push_str("\n# times\n");
    for item in &document.times {
        let value = item.timex3.value.as_deref().unwrap_or("-");
        let _ = write!(out, "{} {:?} {value}", item.kind, words(&item.span));
        item.timex3.modifier.iter().for_each(|modifier| _ = write!(out, " {modifier}"));
        if let Some(interval) = &item.interval {
            let end = |end: &Option<String>| end.clone().unwrap_or_default();
            let _ = write!(out, " [{}, {})", end(&interval.from), end(&interval.to));
        }
        item.basis.iter().for_each(|basis| _ = write!(out, " {basis}"));
        out.push('\n');
    }

    out.push_str("\n# claims\n");
    for item in &document.claims {
        let _ = write!(out, "{}", item.mode);
        match &item.source {
            None => out.push_str(" -"),
            Some(source) => {
                let _ = write!(out, " {:?}", words(&source.span));
                match &source.entity {
                    Some(entity) => _ = write!(out, " = {:?}", names[entity.as_str()]),
                    None => _ = write!(out, " ({})", source.kind),
                }
            }
        }
        item.cue.iter().for_each(|cue| _ = write!(out, " {} ({})", cue.lemma, cue.class));
        let content: Vec<_> = item.content.iter().map(words).collect();
        let _ = writeln!(out, ": {}", content.join(" … ").replace('\n', " ¶ "));
    }

    out.push_str("\n# relations\n");
    for item in &document.relations {
        let _ = writeln!(out, "{:?} {} {:?}", names[item.from.as_str()], item.kind, names[item.to.as_str()]);
    }

    out.push_str("\n# findings\n");
    for item in &document.findings {
        let claims = item.members.iter().filter_map(|id| document.claims.iter().find(|claim| claim.id == *id));
        let about: Vec<_> =
            claims.filter_map(|claim| claim.content.first()).map(|span| start_of(words(span))).collect();
        let _ = writeln!(out, "{}: {} {about:?}", item.code, item.text);
    }
    out
}

fn words(span: &wire::Span) -> &str {
    span.exact.as_deref().unwrap_or_default()
}

fn start_of(text: &str) -> String {
    let start: String = text.chars().take(48).collect();
    if start.len() < text.len() { start + "…" } else { start }
}
