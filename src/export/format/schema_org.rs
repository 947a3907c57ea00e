//! schema.org as JSON-LD: a `NewsArticle`, its `Claim`s, and a draft of a `ClaimReview` for each that is worth checking.
//!
//! A draft has no rating and no author: those are for whoever checks. <https://schema.org/ClaimReview>

use super::json_writer::JsonWriter;
use super::view::{Layer, Origin, View};
use super::worksheet::WORTH;
use super::{Options, w3c};

pub fn write(view: &View<'_>, _: &Options) -> String {
    let article = &view.document.document;
    let source = &article.source;
    let id = w3c::source(view.document);
    let mut json = JsonWriter::default();
    json.open('{').text("@context", "https://schema.org").key("@graph").open('[');
    json.open('{').text("@type", "NewsArticle").text("@id", &id).maybe("url", source.url.as_deref());
    json.maybe("headline", source.title.as_deref()).maybe("datePublished", source.published.as_deref());
    json.text("inLanguage", &article.language.tag).text("articleBody", view.text);
    if let Some(byline) = &source.byline {
        named(json.key("author"), "Person", byline.strip_prefix("By ").unwrap_or(byline));
    }
    if let Some(site) = &source.site {
        named(json.key("publisher"), "Organization", site);
    }
    json.key("mentions").open('[');
    for entity in
        view.document.entities.iter().filter(|entity| entity.mentions.iter().any(|id| view.item(id).is_some()))
    {
        named(&mut json, kind(&entity.kind), &entity.name);
    }
    json.close(']').close('}');
    for item in view.of(&[Layer::Claim]) {
        let Some(Origin::Claim(claim)) = item.origin else { continue };
        if claim.content.is_empty() {
            continue;
        }
        let words = view.words_of(item);
        let claim_id = w3c::urn_of(view.document, &claim.id);
        json.open('{').text("@type", "Claim").text("@id", &claim_id).text("text", &words);
        if let Some(name) = view.speaker(claim) {
            let entity = claim.source.as_ref().and_then(|source| view.entity(source.entity.as_deref()));
            named(json.key("author"), entity.map_or("Thing", |entity| kind(&entity.kind)), &name);
        }
        json.key("appearance").open('{').text("@id", &id).close('}').close('}');
        if claim.checkworthy.as_ref().is_some_and(|worth| worth.score >= WORTH) {
            json.open('{').text("@type", "ClaimReview");
            json.text("@id", &w3c::urn_of(view.document, &[&claim.id, "-review"].concat()));
            json.text("creativeWorkStatus", "Draft").text("claimReviewed", &words);
            json.key("itemReviewed").open('{').text("@id", &claim_id).close('}').close('}');
        }
    }
    json.close(']').close('}');
    json.pretty()
}

fn named(json: &mut JsonWriter, kind: &str, name: &str) {
    json.open('{').text("@type", kind).text("name", name).close('}');
}

fn kind(kind: &str) -> &'static str {
    match kind {
        "person" => "Person",
        "organisation" => "Organization",
        "place" => "Place",
        "event" => "Event",
        "work" => "CreativeWork",
        "law" => "Legislation",
        "product" => "Product",
        "language" => "Language",
        _ => "Thing",
    }
}
