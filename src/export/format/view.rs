//! What every format sees of a document: its items as one list, with their words, labels and attributes, and the links
//! between them.
//!
//! What a person rejected is in no format but `postil/1` itself. A claim gives three items: what is said, the reporting
//! word and the source; the links `cue` and `source` lead from the first to the others.

use super::Options;
use crate::export::check::Units;
use crate::export::{json, wire};
use crate::facts::fact::SALIENT;
use crate::order;
use rustc_hash::FxHashMap;
use std::borrow::Cow;

/// A document as a list of marked items.
pub struct View<'d> {
    pub document: &'d wire::Document,
    /// Empty where it was left out.
    pub text: &'d str,
    pub units: Units<'d>,
    pub items: Vec<Item<'d>>,
    pub links: Vec<Link<'d>>,
    pub relations: Vec<&'d wire::Relation>,
    /// What a reader should check.
    pub findings: Vec<&'d wire::Finding>,
    by_id: FxHashMap<&'d str, usize>,
    /// The last decision, by the id of what was decided.
    decided: FxHashMap<&'d str, usize>,
    entities: FxHashMap<&'d str, usize>,
}

/// Which list an item is from.
#[derive(Clone, Copy, PartialEq, Eq)]
pub enum Layer {
    Mention,
    Figure,
    Time,
    Claim,
    Cue,
    Source,
    Fact,
}

impl Layer {
    pub const fn word(self) -> &'static str {
        match self {
            Layer::Mention => "mention",
            Layer::Figure => "figure",
            Layer::Time => "time",
            Layer::Claim => "claim",
            Layer::Cue => "cue",
            Layer::Source => "source",
            Layer::Fact => "fact",
        }
    }
}

/// A marked item.
pub struct Item<'d> {
    pub layer: Layer,
    pub id: Cow<'d, str>,
    pub kind: &'d str,
    /// OntoNotes' name of names, figures and times; else CLAIM, CUE, SOURCE, FACT, CONTACT.
    pub label: &'d str,
    /// Where it stands, in the order of the text, none over another.
    pub pieces: Vec<&'d wire::Span>,
    /// What is known of it, by name.
    pub attributes: Vec<(&'static str, Cow<'d, str>)>,
    /// The item as `postil/1` has it; none of a cue and a source, which stand in their claim.
    pub origin: Option<Origin<'d>>,
}

/// An item of the wire format.
pub enum Origin<'d> {
    Mention(&'d wire::Mention),
    Figure(&'d wire::Figure),
    Time(&'d wire::Time),
    Claim(&'d wire::Claim),
    Fact(&'d wire::Fact),
}

impl Origin<'_> {
    /// Its JSON.
    pub fn json(&self) -> String {
        match self {
            Origin::Mention(item) => json::of(*item),
            Origin::Figure(item) => json::of(*item),
            Origin::Time(item) => json::of(*item),
            Origin::Claim(item) => json::of(*item),
            Origin::Fact(item) => json::of(*item),
        }
    }
}

/// A link from one item to another, by their places in the list.
pub struct Link<'d> {
    pub kind: &'d str,
    pub from: usize,
    pub to: usize,
}

/// Confidence, status and what found an item.
type Common<'d> = (&'d str, &'d str, &'d wire::By);

impl<'d> View<'d> {
    pub fn new(document: &'d wire::Document, options: &Options) -> View<'d> {
        let text = document.document.text.as_deref().unwrap_or_default();
        let kept = |status: &str| match status {
            "accepted" | "edited" => true,
            "rejected" => false,
            _ => !options.accepted,
        };
        let mut view = View {
            document,
            text,
            units: Units::new(text),
            items: Vec::new(),
            links: Vec::new(),
            relations: document.relations.iter().filter(|item| kept(&item.status)).collect(),
            findings: document.findings.iter().filter(|item| kept(&item.status) && !item.dismissed).collect(),
            by_id: FxHashMap::default(),
            decided: numbered(&mut document.review.iter().map(|entry| entry.target.as_str())),
            entities: numbered(&mut document.entities.iter().map(|item| item.id.as_str())),
        };
        document.mentions.iter().filter(|item| kept(&item.status)).for_each(|item| view.mention(item));
        document.figures.iter().filter(|item| kept(&item.status)).for_each(|item| view.figure(item));
        document.times.iter().filter(|item| kept(&item.status)).for_each(|item| view.time(item));
        document.claims.iter().filter(|item| kept(&item.status)).for_each(|item| view.claim(item));
        document.facts.iter().filter(|item| kept(&item.status)).for_each(|item| view.fact(item));
        view.link();
        view
    }

    /// The words of a span; empty where the text was left out.
    pub fn words(&self, span: &'d wire::Span) -> &'d str {
        span.exact.as_deref().unwrap_or_else(|| self.slice(span.start, span.end))
    }

    /// The text between two code points.
    pub fn slice(&self, start: u32, end: u32) -> &'d str {
        match (self.units.at(start), self.units.at(end)) {
            (Some((from, _)), Some((to, _))) => self.text.get(from..to).unwrap_or_default(),
            _ => "",
        }
    }

    /// The words of an item, its pieces parted by an ellipsis, on one line.
    pub fn words_of(&self, item: &Item<'d>) -> String {
        let words: Vec<_> = item.pieces.iter().map(|span| one_line(self.words(span))).collect();
        words.join(" … ")
    }

    /// The item that bears an id.
    pub fn item(&self, id: &str) -> Option<usize> {
        self.by_id.get(id).copied()
    }

    /// The items of some layers.
    pub fn of(&self, layers: &[Layer]) -> impl Iterator<Item = &Item<'d>> {
        self.items.iter().filter(|item| layers.contains(&item.layer))
    }

    /// What a reader is shown: names, figures, times, claims, and the facts that matter.
    pub fn readable(&self) -> impl Iterator<Item = &Item<'d>> {
        self.items.iter().filter(|item| match &item.origin {
            Some(Origin::Fact(fact)) => fact.salience.score >= SALIENT && !fact.text.is_empty(),
            Some(_) => true,
            None => false,
        })
    }

    /// The facts that a reader is shown, each wording once, and with those of one sentence the sentence.
    pub fn facts(&self) -> Vec<(String, Vec<String>)> {
        let mut seen = FxHashMap::default();
        let mut groups: Vec<(String, Vec<String>)> = Vec::new();
        for item in self.readable() {
            let (Some(Origin::Fact(fact)), Some(span)) = (&item.origin, item.pieces.first()) else { continue };
            if seen.insert(fact.text.as_str(), 0_usize).is_some() {
                continue;
            }
            let text = one_line(&fact.text);
            let sentence = self.sentence(span);
            match groups.last_mut() {
                Some((last, facts)) if *last == sentence => facts.push(text),
                _ => groups.push((sentence, vec![text])),
            }
        }
        groups
    }

    /// The items that a finding is about; of an entity, its first mention.
    pub fn members(&self, finding: &wire::Finding) -> Vec<usize> {
        finding.members.iter().filter_map(|id| self.item(id).or_else(|| self.first_mention(id))).collect()
    }

    /// The sentences that a finding is about, each once.
    pub fn evidence(&self, finding: &wire::Finding) -> Vec<String> {
        let members = self.members(finding).into_iter().filter_map(|at| self.items[at].pieces.first());
        let mut sentences: Vec<String> = Vec::new();
        for sentence in members.map(|span| self.sentence(span)) {
            if !sentences.contains(&sentence) && sentences.len() < EVIDENCE {
                sentences.push(sentence);
            }
        }
        sentences
    }

    /// Some of the names, figures and times, of which none stands over another; each with its span. Of two that begin
    /// together the longer one stays.
    pub fn flat(&self, wanted: impl Fn(&Item<'d>) -> bool) -> Vec<(&Item<'d>, &'d wire::Span)> {
        let mut spans: Vec<_> = self
            .of(&[Layer::Mention, Layer::Figure, Layer::Time])
            .filter(|item| wanted(item))
            .filter_map(|item| Some((item, *item.pieces.first()?)))
            .collect();
        order::by(&mut spans, |(_, span)| (u64::from(span.start), u64::MAX - u64::from(span.end)));
        let mut end = 0;
        spans.retain(|(_, span)| {
            let free = span.start >= end;
            end = end.max(span.end);
            free
        });
        spans
    }

    /// The name of an entity.
    pub fn name(&self, id: Option<&str>) -> Option<&'d str> {
        self.entity(id).map(|entity| entity.name.as_str())
    }

    /// An entity by its id.
    pub fn entity(&self, id: Option<&str>) -> Option<&'d wire::Entity> {
        self.document.entities.get(*self.entities.get(id?)?)
    }

    /// Who says a claim: the name of the source, or else its words.
    pub fn speaker(&self, claim: &'d wire::Claim) -> Option<Cow<'d, str>> {
        let source = claim.source.as_ref()?;
        match self.name(source.entity.as_deref()) {
            Some(name) => Some(name.into()),
            None => Some(one_line(self.words(&source.span)).into()),
        }
    }

    /// The sentence that a place stands in, on one line; its own words where it stands in none.
    pub fn sentence(&self, span: &wire::Span) -> String {
        let sentences = &self.document.document.sentences;
        let at = sentences.partition_point(|sentence| sentence.span.end <= span.start);
        let sentence = sentences.get(at).map(|sentence| &sentence.span).filter(|found| found.start <= span.start);
        let (start, end) = sentence.map_or((span.start, span.end), |found| (found.start, found.end.max(span.end)));
        one_line(self.slice(start, end))
    }

    fn push(&mut self, mut item: Item<'d>, (confidence, status, by): Common<'d>) -> usize {
        order::by(&mut item.pieces, |span| (u64::from(span.start), u64::MAX - u64::from(span.end)));
        let mut end = 0;
        item.pieces.retain(|span| {
            let apart = span.start >= end;
            end = end.max(span.end);
            apart
        });
        item.set("confidence", confidence);
        item.set("status", status);
        item.set("by", &by.kind);
        item.maybe("rule", by.rule.as_deref());
        let decision = self.decided.get(&*item.id).map(|at| &*self.document.review[*at].by);
        item.maybe("decided_by", decision.filter(|by| !by.is_empty()));
        if let Cow::Borrowed(id) = item.id {
            self.by_id.insert(id, self.items.len());
        }
        self.items.push(item);
        self.items.len() - 1
    }

    fn mention(&mut self, item: &'d wire::Mention) {
        let label = item.label.as_deref().unwrap_or("CONTACT");
        let mut made = Item::new(Layer::Mention, &item.id, &item.kind, label, [&item.span]);
        made.set("form", &item.form);
        made.maybe("title", item.title.as_ref().map(|title| self.words(title)));
        made.maybe("entity", item.entity.as_deref());
        made.maybe("name", self.name(item.entity.as_deref()));
        made.origin = Some(Origin::Mention(item));
        self.push(made, (&item.confidence, &item.status, &item.by));
    }

    fn figure(&mut self, item: &'d wire::Figure) {
        let label = item.label.as_deref().unwrap_or("CARDINAL");
        let mut made = Item::new(Layer::Figure, &item.id, &item.kind, label, [&item.span]);
        made.maybe("value", item.value.as_deref());
        if let Some(range) = &item.range {
            made.maybe("low", range.low.as_deref());
            made.maybe("high", range.high.as_deref());
        }
        made.maybe("unit", item.unit.as_deref());
        made.maybe("unit_name", item.unit_name.as_deref());
        made.maybe("currency_assumed", item.currency_assumed.map(truth));
        made.maybe("approx", item.approx.as_deref());
        if let Some(also) = &item.also {
            made.maybe("also_value", also.value.as_deref());
            if let Some(range) = &also.range {
                made.maybe("also_low", range.low.as_deref());
                made.maybe("also_high", range.high.as_deref());
            }
            made.set("also_unit", &also.unit);
            made.set("also_unit_name", &also.unit_name);
            made.maybe("also_agrees", also.agrees.map(truth));
        }
        if let Some(measures) = &item.measures {
            made.set("measures", &measures.what);
            made.maybe("of", measures.of.as_deref());
        }
        made.maybe("change", item.change.as_ref().map(|change| &*change.direction));
        made.maybe("as_of", item.as_of.as_deref());
        made.maybe("claim", item.claim.as_deref());
        made.origin = Some(Origin::Figure(item));
        self.push(made, (&item.confidence, &item.status, &item.by));
    }

    fn time(&mut self, item: &'d wire::Time) {
        let label = item.label.as_deref().unwrap_or("DATE");
        let mut made = Item::new(Layer::Time, &item.id, &item.kind, label, [&item.span]);
        made.maybe("value", item.timex3.value.as_deref());
        made.maybe("approx", item.timex3.modifier.as_deref());
        if let Some(interval) = &item.interval {
            made.maybe("from", interval.from.as_deref());
            made.maybe("to", interval.to.as_deref());
        }
        made.maybe("basis", item.basis.as_deref());
        if !item.alternatives.is_empty() {
            made.attributes.push(("alternatives", item.alternatives.join(" ").into()));
        }
        made.origin = Some(Origin::Time(item));
        self.push(made, (&item.confidence, &item.status, &item.by));
    }

    fn claim(&mut self, item: &'d wire::Claim) {
        let common = (&*item.confidence, &*item.status, &item.by);
        // "Nobody answered": what was said is nowhere, that it was not said is at the cue.
        let silent = item.cue.as_ref().filter(|_| item.content.is_empty());
        let spans = item.content.iter().chain(silent.map(|cue| &cue.span));
        let mut made = Item::new(Layer::Claim, &item.id, &item.mode, "CLAIM", spans);
        made.set("polarity", &item.polarity);
        made.set("modality", &item.modality);
        made.maybe("cue", item.cue.as_ref().map(|cue| &*cue.lemma));
        made.maybe("cue_class", item.cue.as_ref().map(|cue| &*cue.class));
        if let Some(source) = &item.source {
            made.set("form", &source.form);
            made.maybe("source", Some(self.words(&source.span)).filter(|words| !words.is_empty()));
            made.maybe("entity", source.entity.as_deref());
            made.maybe("name", self.name(source.entity.as_deref()));
        }
        made.maybe("claim", item.parent.as_deref());
        if let Some(worth) = &item.checkworthy {
            made.attributes.push(("checkworthy", worth.score.to_string().into()));
        }
        made.origin = Some(Origin::Claim(item));
        let claim = self.push(made, common);
        let cue = item.cue.as_ref().filter(|_| silent.is_none());
        let cue = cue.map(|cue| Item::part(Layer::Cue, item, "cue", &cue.class, "CUE", &cue.span));
        let source = item.source.as_ref();
        let source =
            source.map(|source| Item::part(Layer::Source, item, "source", &source.kind, "SOURCE", &source.span));
        for part in [cue, source].into_iter().flatten() {
            let kind = part.layer.word();
            let to = self.push(part, common);
            self.links.push(Link { kind, from: claim, to });
        }
    }

    fn fact(&mut self, item: &'d wire::Fact) {
        let predicate: Vec<_> = item.predicate.iter().flat_map(|predicate| &predicate.spans).collect();
        let rest = item.subject.span.iter().chain(item.arguments.iter().map(|argument| &argument.span));
        let spans = if predicate.is_empty() { rest.collect() } else { predicate };
        let mut made = Item::new(Layer::Fact, &item.id, &item.kind, "FACT", spans);
        made.maybe("text", Some(item.text.as_str()).filter(|text| !text.is_empty()));
        made.maybe("subject", Some(item.subject.name.as_str()).filter(|name| !name.is_empty()));
        made.maybe("entity", item.subject.entity.as_deref());
        made.maybe("predicate", item.predicate.as_ref().map(|predicate| predicate.lemma.as_str()));
        made.maybe("type", item.predicate.as_ref().and_then(|predicate| predicate.kind.as_deref()));
        made.set("standing", &item.standing);
        made.set("polarity", &item.polarity);
        made.maybe("claim", item.claim.as_deref());
        made.maybe("time", item.time.as_deref());
        made.attributes.push(("salience", item.salience.score.to_string().into()));
        made.origin = Some(Origin::Fact(item));
        self.push(made, (&item.confidence, &item.status, &item.by));
    }

    /// The links that lead to items of which some come later in the list.
    fn link(&mut self) {
        let document = self.document;
        let mut links = Vec::new();
        for entity in &document.entities {
            let mut mentions = entity.mentions.iter().filter_map(|id| self.item(id));
            if let Some(first) = mentions.next() {
                links.extend(mentions.map(|from| Link { kind: "coreference", from, to: first }));
            }
        }
        for relation in &self.relations {
            if let (Some(from), Some(to)) = (self.first_mention(&relation.from), self.first_mention(&relation.to)) {
                links.push(Link { kind: &relation.kind, from, to });
            }
        }
        for fact in &document.facts {
            let Some(from) = self.item(&fact.id) else { continue };
            let subject = fact.subject.span.as_ref().map(|span| ("subject", span, fact.subject.entity.as_deref()));
            let arguments = fact.arguments.iter().map(|one| (&*one.role, &one.span, one.item.as_deref()));
            for (kind, span, id) in subject.into_iter().chain(arguments) {
                let to = id.and_then(|id| self.item(id).or_else(|| self.mention_within(id, span)));
                links.extend(to.map(|to| Link { kind, from, to }));
            }
        }
        self.links.append(&mut links);
    }

    fn first_mention(&self, entity: &str) -> Option<usize> {
        self.entity(Some(entity))?.mentions.iter().find_map(|id| self.item(id))
    }

    /// The mention of an entity that stands within some words.
    fn mention_within(&self, entity: &str, span: &wire::Span) -> Option<usize> {
        // Mentions are the first items of the list, in the order of the text.
        let start = |item: &Item<'_>| item.pieces.first().map_or(0, |piece| piece.start);
        let first = self.items.partition_point(|item| item.layer == Layer::Mention && start(item) < span.start);
        let near = self.items.iter().enumerate().skip(first);
        let mut near = near.take_while(|(_, item)| item.layer == Layer::Mention && start(item) < span.end);
        near.find(|(_, item)| item.get("entity") == Some(entity)).map(|(at, _)| at)
    }
}

impl<'d> Item<'d> {
    fn new(
        layer: Layer,
        id: &'d str,
        kind: &'d str,
        label: &'d str,
        pieces: impl IntoIterator<Item = &'d wire::Span>,
    ) -> Item<'d> {
        let pieces = pieces.into_iter().collect();
        Item { layer, id: id.into(), kind, label, pieces, attributes: Vec::new(), origin: None }
    }

    fn part(
        layer: Layer,
        claim: &'d wire::Claim,
        part: &str,
        kind: &'d str,
        label: &'d str,
        span: &'d wire::Span,
    ) -> Item<'d> {
        let mut item = Item::new(layer, &claim.id, kind, label, [span]);
        item.id = format!("{}-{part}", claim.id).into();
        item
    }

    /// What an attribute says.
    #[inline(never)]
    pub fn get(&self, name: &str) -> Option<&str> {
        self.attributes.iter().find(|(known, _)| *known == name).map(|(_, value)| &**value)
    }

    /// What a person wants to know of it, on one line: "value 4200000000, unit USD".
    pub fn summary(&self) -> String {
        let told = self.attributes.iter().filter(|(name, _)| !UNTOLD.contains(name));
        let told: Vec<_> =
            told.map(|(name, value)| format!("{}: {}", name.replace('_', " "), one_line(value))).collect();
        told.join("; ")
    }

    #[inline(never)]
    fn set(&mut self, name: &'static str, value: &'d str) {
        self.attributes.push((name, value.into()));
    }

    #[inline(never)]
    fn maybe(&mut self, name: &'static str, value: Option<&'d str>) {
        if let Some(value) = value {
            self.set(name, value);
        }
    }
}

/// The place of each id in its list; of one that comes again, the last.
fn numbered<'d>(ids: &mut dyn Iterator<Item = &'d str>) -> FxHashMap<&'d str, usize> {
    ids.enumerate().map(|(at, id)| (id, at)).collect()
}

/// So many sentences show what a finding is about.
const EVIDENCE: usize = 4;

/// Attributes that are for programs: ids, and what is told elsewhere.
const UNTOLD: [&str; 8] = ["entity", "claim", "time", "as_of", "rule", "by", "status", "salience"];

/// Words on one line, white space folded.
pub fn one_line(text: &str) -> String {
    text.split_whitespace().collect::<Vec<_>>().join(" ")
}

const fn truth(value: bool) -> &'static str {
    if value { "true" } else { "false" }
}
