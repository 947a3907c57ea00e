//! INCEpTION: UIMA CAS JSON 0.4.
//!
//! Sentences, tokens and named entities are the types that INCEpTION knows. All marks are besides of the type
//! `webanno.custom.Postil`, and links of the type `webanno.custom.PostilLink`, which leads between them: INCEpTION shows
//! these once the project has layers of those names. Offsets are UTF-16 units. An item in several pieces is a mark for
//! each, joined by the link `continues`.
//! <https://github.com/apache/uima-uimaj-io-jsoncas/blob/main/SPECIFICATION.adoc>

use super::json_writer::JsonWriter;
use super::view::Layer;
use super::{Options, View, tokens};

const SENTENCE: &str = "de.tudarmstadt.ukp.dkpro.core.api.segmentation.type.Sentence";
const TOKEN: &str = "de.tudarmstadt.ukp.dkpro.core.api.segmentation.type.Token";
const NAMED_ENTITY: &str = "de.tudarmstadt.ukp.dkpro.core.api.ner.type.NamedEntity";
const MARK: &str = "webanno.custom.Postil";
const LINK: &str = "webanno.custom.PostilLink";
const STRING: &str = "uima.cas.String";

/// The types in use, each with its features and their ranges.
const TYPES: [(&str, &[(&str, &str)]); 5] = [
    (SENTENCE, &[]),
    (TOKEN, &[]),
    (NAMED_ENTITY, &[("value", STRING), ("identifier", STRING)]),
    (MARK, &[("layer", STRING), ("label", STRING), ("kind", STRING), ("item", STRING), ("note", STRING)]),
    (LINK, &[("Dependent", MARK), ("Governor", MARK), ("label", STRING)]),
];

/// The number of the text's own feature structure.
const SOFA: u32 = 1;

pub fn write(view: &View<'_>, _: &Options) -> String {
    let mut cas = Cas::default();
    cas.json.open('{').key("%TYPES").open('{');
    for (name, features) in TYPES {
        cas.json.key(name).open('{').text("%NAME", name).text("%SUPER_TYPE", "uima.tcas.Annotation");
        for (feature, range) in features {
            cas.json.key(feature).open('{').text("%NAME", feature).text("%RANGE", range).close('}');
        }
        cas.json.close('}');
    }
    cas.json.close('}').key("%FEATURE_STRUCTURES").open('[');
    cas.last = SOFA;
    cas.json.open('{').number("%ID", SOFA).text("%TYPE", "uima.cas.Sofa").number("sofaNum", 1);
    cas.json.text("sofaID", VIEW).text("mimeType", "text").text("sofaString", view.text).close('}');
    cas.open("uima.tcas.DocumentAnnotation", (0, view.document.document.length.utf16));
    cas.json.text("language", &view.document.document.language.tag).close('}');

    for sentence in &view.document.document.sentences {
        cas.open(SENTENCE, (sentence.span.start16, sentence.span.end16));
        cas.json.close('}');
    }
    let utf16 = |at: u32| view.units.at(at).map_or(0, |(_, utf16)| utf16);
    for token in tokens::tokens(view).iter().filter(|token| !token.white) {
        cas.open(TOKEN, (utf16(token.start), utf16(token.end)));
        cas.json.close('}');
    }
    let marks: Vec<Vec<u32>> = view.items.iter().map(|item| mark(&mut cas, view, item)).collect();
    for (item, ids) in view.items.iter().zip(&marks) {
        for (at, span) in item.pieces.iter().enumerate().skip(1) {
            link(&mut cas, "continues", ids[0], ids[at], (span.start16, span.end16));
        }
    }
    for one in &view.links {
        let to = view.items[one.to].pieces.first();
        if let (Some(from), Some(id), Some(span)) = (marks[one.from].first(), marks[one.to].first(), to) {
            link(&mut cas, one.kind, *from, *id, (span.start16, span.end16));
        }
    }
    cas.json.close(']').key("%VIEWS").open('{').key(VIEW).open('{').number("%SOFA", SOFA).key("%MEMBERS").open('[');
    for id in SOFA + 1..=cas.last {
        cas.json.whole(id);
    }
    cas.json.close(']').close('}').close('}').close('}');
    cas.json.pretty()
}

const VIEW: &str = "_InitialView";

#[derive(Default)]
struct Cas {
    json: JsonWriter,
    last: u32,
}

impl Cas {
    /// Opens an annotation, and gives its number.
    fn open(&mut self, name: &str, (begin, end): (u32, u32)) -> u32 {
        self.last += 1;
        self.json.open('{').number("%ID", self.last).text("%TYPE", name).number("@sofa", SOFA);
        self.json.number("begin", begin).number("end", end);
        self.last
    }
}

/// The marks of an item, and a named entity where it is a name, figure or time.
fn mark(cas: &mut Cas, view: &View<'_>, item: &super::view::Item<'_>) -> Vec<u32> {
    let named = matches!(item.layer, Layer::Mention | Layer::Figure | Layer::Time);
    let note = item.summary();
    let mut ids = Vec::new();
    for span in &item.pieces {
        let place = (span.start16, span.end16);
        if named {
            cas.open(NAMED_ENTITY, place);
            let name = view.name(item.get("entity"));
            cas.json.text("value", item.label).maybe("identifier", name).close('}');
        }
        ids.push(cas.open(MARK, place));
        cas.json.text("layer", item.layer.word()).text("label", item.label).text("kind", item.kind);
        cas.json.text("item", &item.id).text("note", &note).close('}');
    }
    ids
}

/// A link stands where its second end does.
fn link(cas: &mut Cas, kind: &str, from: u32, to: u32, place: (u32, u32)) {
    cas.open(LINK, place);
    cas.json.number("@Governor", from).number("@Dependent", to).text("label", kind).close('}');
}
