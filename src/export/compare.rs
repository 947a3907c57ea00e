//! Two exports compared: what came, went and changed among lines, names, figures, times, claims and facts.
//!
//! [`crate::compare`] says which item of the one is which of the other. Here items are made of two documents, and
//! what differs between the two of a pair is put into words. What only one reading knows (a measure, a date that could
//! be worked out in one text alone) is no change of the article.

use super::error::Error;
use super::format::json_writer::JsonWriter;
use super::listing;
use super::wire::{self, Document, Span as Anchor, Word};
use crate::compare::{self, Item, Layer, Side};
use crate::facts::fact::SALIENT;
use crate::span::Span;
use crate::text::Index;
use rustc_hash::FxHashMap;
use std::borrow::Cow;
use std::fmt::Write as _;

/// What two versions differ in.
#[derive(Clone, Debug)]
pub struct Comparison {
    /// By list, in the order of the text.
    pub rows: Vec<Row>,
    /// Stretches of the old text with what stands in their place in the new one.
    pub hunks: Vec<Hunk>,
}

/// Something that came, went or changed.
#[derive(Clone, Debug)]
pub struct Row {
    /// line, name, figure, time, claim, fact.
    pub layer: Word,
    /// came, went, changed.
    pub change: Word,
    /// Where the old version has it.
    pub old: Option<Place>,
    /// Where the new version has it.
    pub new: Option<Place>,
    /// What changed of it.
    pub fields: Vec<Field>,
}

/// An item of one version.
#[derive(Clone, Debug)]
pub struct Place {
    /// Its id there.
    pub id: String,
    /// What it is called there.
    pub name: String,
    /// Where it stands there.
    pub spans: Vec<Anchor>,
}

/// One thing that changed of an item.
#[derive(Clone, Debug)]
pub struct Field {
    /// words, name, kind, role, value, measures, date, speaker, cue, mode, polarity, reading.
    pub name: Word,
    /// What it was.
    pub old: String,
    /// What it is.
    pub new: String,
}

/// Words that were replaced: UTF-16, start and end, of the old text and of the new one.
#[derive(Clone, Debug)]
pub struct Hunk {
    /// In the old text.
    pub old: (u32, u32),
    /// In the new one.
    pub new: (u32, u32),
}

/// Compares two exports, of which neither leaves out its text.
///
/// # Errors
/// If one of them does.
pub fn compare(old: &Document, new: &Document) -> Result<Comparison, Error> {
    let [old, new] = [Version::new(old)?, Version::new(new)?];
    let found = compare::compare(&old.side, &new.side);
    let mut rows: Vec<Row> = found.pairs.iter().filter_map(|pair| row(&old, &new, *pair, &found)).collect();
    crate::order::by(&mut rows, |row| {
        let place = row.new.as_ref().or(row.old.as_ref()).and_then(|place| place.spans.first());
        (
            LAYERS.iter().position(|layer| *layer == row.layer).unwrap_or(0) as u64,
            place.map_or(0, |span| u64::from(span.start)),
        )
    });
    let ends = |version: &Version<'_>, span: Span| {
        (version.index.position(span.start).utf16, version.index.position(span.end).utf16)
    };
    let hunks = found.hunks.iter().map(|(a, b)| Hunk { old: ends(&old, *a), new: ends(&new, *b) }).collect();
    Ok(Comparison { rows, hunks })
}

/// As [`Layer`] has them.
const LAYERS: [&str; 6] = ["line", "name", "figure", "time", "claim", "fact"];

fn row(
    old: &Version<'_>,
    new: &Version<'_>,
    (a, b): (Option<usize>, Option<usize>),
    found: &compare::Comparison,
) -> Option<Row> {
    let mut fields = Vec::new();
    let mut field = |name, (old, new): (&str, &str)| {
        fields.push(Field { name: Cow::Borrowed(name), old: old.to_owned(), new: new.to_owned() });
    };
    match (a, b) {
        (Some(a), Some(b)) => {
            let (before, after) = (&old.known[a], &new.known[b]);
            for ((name, was), (_, is)) in before.fields.iter().zip(&after.fields) {
                let one_sided = *name != "role" && *name != "speaker" && (was.is_empty() || is.is_empty());
                let renamed = *name == "speaker" && is_renamed(old, new, found, was, is);
                if !one_sided && !renamed && plain(was) != plain(is) {
                    field(name, (was, is));
                }
            }
            if fields.is_empty() {
                return None;
            }
        }
        // The text is the same there: one reading marks it, by itself or by a decision, and the other does not.
        (Some(at), None) if found.stays.0[at] => field("reading", ("marked", "not marked")),
        (None, Some(at)) if found.stays.1[at] => field("reading", ("not marked", "marked")),
        _ => {}
    }
    let place = |version: &Version<'_>, at: usize| Place {
        id: version.known[at].id.to_owned(),
        name: version.known[at].name.clone(),
        spans: version.known[at].spans.iter().map(|span| (*span).clone()).collect(),
    };
    let (change, item) = match (a, b) {
        (Some(_), Some(at)) => ("changed", &new.side.items[at]),
        (None, Some(at)) => ("came", &new.side.items[at]),
        (Some(at), None) => ("went", &old.side.items[at]),
        (None, None) => return None,
    };
    Some(Row {
        layer: Cow::Borrowed(LAYERS[item.layer as usize]),
        change: Cow::Borrowed(change),
        old: a.map(|at| place(old, at)),
        new: b.map(|at| place(new, at)),
        fields,
    })
}

/// Whether the second name is what the first one became: that is said once, among the names.
fn is_renamed(old: &Version<'_>, new: &Version<'_>, found: &compare::Comparison, was: &str, is: &str) -> bool {
    found.pairs.iter().any(|pair| match *pair {
        (Some(a), Some(b)) => {
            old.side.items[a].layer == Layer::Name && old.known[a].name == was && new.known[b].name == is
        }
        _ => false,
    })
}

/// Without what is no difference to a reader: white space, and the shape of quotation marks.
fn plain(words: &str) -> String {
    let straight = |c| match c {
        '‘' | '’' => '\'',
        '“' | '”' => '"',
        c => c,
    };
    listing::line(words).chars().map(straight).collect()
}

/// What is known of an item beside where it stands.
struct Known<'d> {
    id: &'d str,
    name: String,
    spans: Vec<&'d Anchor>,
    fields: Vec<(&'static str, String)>,
}

/// One of the two documents.
struct Version<'d> {
    side: Side<'d>,
    known: Vec<Known<'d>>,
    index: Index<'d>,
}

impl<'d> Version<'d> {
    fn new(document: &'d Document) -> Result<Version<'d>, Error> {
        let text = document.document.text.as_deref().ok_or_else(|| Error::no_text("A comparison"))?;
        let mut version =
            Version { side: Side { text, items: Vec::new() }, known: Vec::new(), index: Index::new(text) };
        version.lines(document);
        version.names(document);
        version.numbers(document);
        version.claims(document);
        version.facts(document);
        Ok(version)
    }

    fn push(&mut self, layer: Layer, kind: &str, key: &str, known: Known<'d>) {
        let byte = |at| self.index.byte(at).unwrap_or(0);
        let spans = known.spans.iter().map(|span| (byte(span.start16), byte(span.end16)));
        let spans: Vec<_> =
            spans.filter(|(start, end)| start < end).map(|(start, end)| Span::new(start, end)).collect();
        if spans.is_empty() {
            return;
        }
        self.side.items.push(Item { layer, kind: kind.to_owned(), key: plain(key).to_lowercase(), spans });
        self.known.push(known);
    }

    fn lines(&mut self, document: &'d Document) {
        let heads = document
            .document
            .blocks
            .iter()
            .filter(|block| block.included && matches!(&*block.kind, "headline" | "byline" | "dateline"));
        for block in heads {
            let name = listing::words(&block.span);
            let fields = vec![("words", name.clone())];
            self.push(
                Layer::Line,
                &block.kind,
                &block.kind,
                Known { id: &block.id, name, spans: vec![&block.span], fields },
            );
        }
    }

    fn names(&mut self, document: &'d Document) {
        let mentions: FxHashMap<_, _> = document.mentions.iter().map(|item| (item.id.as_str(), item)).collect();
        for entity in &document.entities {
            let all = entity.mentions.iter().filter_map(|id| mentions.get(id.as_str()));
            let named = all.filter(|item| !matches!(&*item.form, "pronoun" | "nominal")).map(|item| &item.span);
            let mut roles: Vec<_> = entity.roles.iter().map(|role| listing::line(&role.title)).collect();
            roles.dedup();
            let fields =
                vec![("name", entity.name.clone()), ("kind", entity.kind.to_string()), ("role", roles.join("; "))];
            let known = Known { id: &entity.id, name: entity.name.clone(), spans: named.collect(), fields };
            self.push(Layer::Name, &entity.kind, &entity.name, known);
        }
    }

    fn numbers(&mut self, document: &'d Document) {
        for item in &document.figures {
            let [kind, name, about] = listing::figure(item);
            let (value, _) = about.split_once(" · ").unwrap_or((&about, ""));
            let of = |measures: &wire::Measures| match &measures.of {
                Some(of) => format!("{} of {of}", measures.what),
                None => measures.what.clone(),
            };
            let measured = item.measures.as_ref().map(of).unwrap_or_default();
            let key = format!("{value} {measured}");
            let fields = vec![("value", value.to_owned()), ("measures", measured)];
            self.push(Layer::Figure, &kind, &key, Known { id: &item.id, name, spans: vec![&item.span], fields });
        }
        for item in &document.times {
            let name = listing::words(&item.span);
            let date = item.timex3.value.clone().unwrap_or_else(|| name.clone());
            let key = format!("{name} {date}");
            let fields = vec![("date", date)];
            self.push(Layer::Time, &item.kind, &key, Known { id: &item.id, name, spans: vec![&item.span], fields });
        }
    }

    /// What somebody says; the article's own voice is among the facts.
    fn claims(&mut self, document: &'d Document) {
        let names: FxHashMap<_, _> =
            document.entities.iter().map(|entity| (entity.id.as_str(), &entity.name)).collect();
        let is_stance = |class: &str| matches!(class, "intention" | "attitude" | "agreement");
        for item in &document.claims {
            if item.mode == "narrator" || item.cue.as_ref().is_some_and(|cue| is_stance(&cue.class)) {
                continue;
            }
            let words: Vec<_> = item.content.iter().map(listing::words).collect();
            let words = words.join(" … ");
            let named = |source: &wire::Source| names.get(source.entity.as_deref()?).map(|name| (*name).clone());
            let speaker =
                item.source.as_ref().map(|source| named(source).unwrap_or_else(|| listing::words(&source.span)));
            let cue = item.cue.as_ref().map(|cue| cue.lemma.to_string()).unwrap_or_default();
            let fields = vec![
                ("words", words.clone()),
                ("speaker", speaker.unwrap_or_default()),
                ("cue", cue),
                ("mode", item.mode.to_string()),
                ("polarity", item.polarity.to_string()),
            ];
            let spans = item.content.iter().collect();
            self.push(Layer::Claim, "", &words, Known { id: &item.id, name: words.clone(), spans, fields });
        }
    }

    fn facts(&mut self, document: &'d Document) {
        let mut seen = FxHashMap::default();
        for item in &document.facts {
            if item.salience.score < SALIENT || item.text.is_empty() || seen.insert(&item.text, ()).is_some() {
                continue;
            }
            let mut spans: Vec<_> = item.subject.span.iter().collect();
            spans.extend(item.predicate.iter().flat_map(|predicate| &predicate.spans));
            spans.extend(item.arguments.iter().map(|argument| &argument.span));
            let name = listing::line(&item.text);
            let fields = vec![("words", name.clone())];
            self.push(Layer::Fact, &item.kind, &item.text, Known { id: &item.id, name, spans, fields });
        }
    }
}

/// A comparison as JSON on one line.
pub fn json(comparison: &Comparison) -> String {
    let mut json = JsonWriter::default();
    json.open('{').key("rows").open('[');
    for row in &comparison.rows {
        json.open('{').text("layer", &row.layer).text("change", &row.change);
        write_place(&mut json, "old", row.old.as_ref());
        write_place(&mut json, "new", row.new.as_ref());
        json.key("fields").open('[');
        for field in &row.fields {
            json.open('{').text("name", &field.name).text("old", &field.old).text("new", &field.new).close('}');
        }
        json.close(']').close('}');
    }
    json.close(']').key("hunks").open('[');
    for hunk in &comparison.hunks {
        json.open('{');
        for (key, (start, end)) in [("old", hunk.old), ("new", hunk.new)] {
            json.key(key).open('[').whole(start).whole(end).close(']');
        }
        json.close('}');
    }
    json.close(']').close('}');
    json.json()
}

fn write_place(json: &mut JsonWriter, key: &str, place: Option<&Place>) {
    json.key(key);
    let Some(place) = place else {
        json.raw("null");
        return;
    };
    json.open('{').text("id", &place.id).text("name", &place.name).key("spans").open('[');
    place.spans.iter().for_each(|span| _ = json.raw(&super::json::of(span)));
    json.close(']').close('}');
}

/// A comparison for people, a line for each row.
pub fn listing(comparison: &Comparison) -> String {
    let mut out = String::new();
    let titles = ["Lines", "Names", "Figures", "Times", "Claims", "Facts"];
    for (layer, title) in LAYERS.iter().zip(titles) {
        let rows: Vec<_> = comparison.rows.iter().filter(|row| row.layer == *layer).collect();
        if rows.is_empty() {
            continue;
        }
        let _ = writeln!(out, "{}{title} ({})", if out.is_empty() { "" } else { "\n" }, rows.len());
        for row in rows {
            let sign = match &*row.change {
                "came" => '+',
                "went" => '-',
                _ => '~',
            };
            let names = [&row.old, &row.new].map(|place| place.as_ref().map(|place| place.name.as_str()));
            let name = match names {
                [Some(old), Some(new)] if old != new => format!("{old} → {new}"),
                [old, new] => new.or(old).unwrap_or_default().to_owned(),
            };
            let _ = writeln!(out, "{sign} {name}");
            // What it is called says that already.
            for field in row.fields.iter().filter(|field| !matches!(&*field.name, "words" | "name")) {
                let _ = writeln!(out, "    {}: {} → {}", field.name, shown(&field.old), shown(&field.new));
            }
        }
    }
    if out.is_empty() {
        out.push_str("Nothing that Postil reads came, went or changed.\n");
    }
    out
}

fn shown(words: &str) -> &str {
    if words.is_empty() { "nothing" } else { words }
}
