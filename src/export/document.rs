//! From an annotation to `postil/1`.

use super::anchor::Anchors;
use super::id::{self, Ids};
use super::wire::{self, Rest, Word};
use super::words::{Named, figure_label, source_kind, time_label, timex_type};
use super::{FORMAT_VERSION, SCHEMA, json, model, review};
use crate::claims::Claim;
use crate::facts::card::{Card, Cell, Of};
use crate::facts::fact::{Argument, Predicate};
use crate::facts::words;
use crate::facts::{Fact, Finding, Member, Relation};
use crate::figures::{Amount, Figure};
use crate::given::{Action, Decision, Layer};
use crate::link::period::iso;
use crate::link::{Entity, Linked, ReferenceBasis};
use crate::order;
use crate::reason::{By, Decided, Reason};
use crate::span::Span;
use crate::text::BlockKind;
use crate::times::Time;
use crate::{Annotation, Given};
use std::cmp::Reverse;

/// What goes into an export beside the annotation.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Options {
    /// When it is made, RFC 3339. The core has no clock: the caller says, or it stays null.
    pub created: Option<String>,
    /// Whether the text goes with it. Without it no span quotes it either.
    pub text: bool,
    /// Code points that the caller cut off the text before it was annotated.
    pub truncated: u32,
}

impl Default for Options {
    fn default() -> Self {
        Options { created: None, text: true, truncated: 0 }
    }
}

/// The export of an annotation that was made with `given`.
///
/// Items whose span holds nothing but white space are left out, and so is every reference to them.
pub fn document(annotation: &Annotation, given: &Given, options: &Options) -> wire::Document {
    let text = &annotation.text;
    let linked = &annotation.linked;
    let anchors = Anchors::new(text.as_str());
    let names = Names::new(annotation, &anchors, given);
    let write = Writer { annotation, anchors: &anchors, names: &names, given };

    let blocks = write.blocks();
    let origin = write.origin(given);
    let whole = wire::Document {
        schema: SCHEMA.to_owned(),
        format: "postil".to_owned(),
        version: FORMAT_VERSION.to_owned(),
        generator: wire::Generator {
            name: "postil".to_owned(),
            version: env!("CARGO_PKG_VERSION").to_owned(),
            model: Some(model::hash()),
            options: write.options(given),
            rest: Rest::new(),
        },
        created: options.created.clone(),
        offsets: wire::Offsets {
            unit: "codePoint".into(),
            also: vec!["utf16".into()],
            end: "exclusive".into(),
            rest: Rest::new(),
        },
        document: wire::Article {
            id: id::of_text(text.as_str()),
            text: Some(text.as_str().to_owned()),
            truncated: options.truncated,
            length: anchors.length(),
            normalization: write.normalization(),
            source: origin,
            language: wire::Language {
                tag: text.language.tag.into(),
                confidence: text.language.confidence,
                rest: Rest::new(),
            },
            sentences: write.sentences(),
            blocks,
            rest: Rest::new(),
        },
        reference: write.reference(),
        mentions: sorted(each(linked.mentions.len(), |at| write.mention(at)), |item| {
            (item.span.start, item.span.end, &item.id)
        }),
        entities: write.entities(),
        figures: sorted(each(linked.figures.len(), |at| write.figure(at)), |item| {
            (item.span.start, item.span.end, &item.id)
        }),
        times: sorted(each(linked.times.len(), |at| write.time(at)), |item| (item.span.start, item.span.end, &item.id)),
        claims: write.claims(),
        relations: write.relations(),
        facts: write.facts(),
        cards: write.cards(),
        findings: write.findings(),
        review: write.review(given),
        extensions: wire::Object::new(),
        rest: Rest::new(),
    };
    if options.text { whole } else { json::without_text(&whole) }
}

/// The ids of all items by list and index; none of those that are left out.
struct Names {
    blocks: Vec<Option<String>>,
    mentions: Vec<Option<String>>,
    entities: Vec<Option<String>>,
    figures: Vec<Option<String>>,
    times: Vec<Option<String>>,
    claims: Vec<Option<String>>,
    relations: Vec<Option<String>>,
    facts: Vec<Option<String>>,
    cards: Vec<Option<String>>,
    findings: Vec<Option<String>>,
}

impl Names {
    fn new(annotation: &Annotation, anchors: &Anchors<'_>, given: &Given) -> Names {
        let Linked { mentions, entities, figures, times, claims, .. } = &annotation.linked;
        let facts = &annotation.facts;
        let mut ids = Ids::new(anchors, &annotation.text.blocks);
        let at = |ids: &mut Ids<'_>, layer, kind: &'static str, span| {
            anchors.fit(span).map(|span| ids.at(layer, kind, span))
        };
        // Of a block its words alone: what stands around it is other blocks.
        let blocks = annotation.text.blocks.iter().map(|block| {
            let span = anchors.fit(block.span)?;
            Some(ids.of(id::BLOCK, block.kind.word(), &[anchors.slice(span)]))
        });
        let blocks = blocks.collect();
        let mentions = mentions.iter().map(|item| {
            let (kind, span) = first(&item.decided, (item.kind, item.span));
            at(&mut ids, id::MENTION, kind.word(), span)
        });
        let mentions: Vec<_> = mentions.collect();
        let entities = entities.iter().map(|item| {
            let any = item.mentions.iter().any(|at| mentions.get(*at).is_some_and(Option::is_some));
            let decided = item.decided.as_ref().map(|decided| &decided.origin);
            let (kind, name) = decided.map_or((item.kind, &item.name), |(kind, name)| (*kind, name));
            any.then(|| ids.of(id::ENTITY, kind.word(), &[name]))
        });
        let entities: Vec<_> = entities.collect();
        let figures = figures.iter().map(|item| {
            let (kind, span) = first(&item.decided, (item.kind, item.span));
            at(&mut ids, id::FIGURE, kind.word(), span)
        });
        let figures: Vec<_> = figures.collect();
        let times = times.iter().map(|item| {
            let (kind, span) = first(&item.decided, (item.kind, item.span));
            at(&mut ids, id::TIME, kind.word(), span)
        });
        let times: Vec<_> = times.collect();
        let claims = claims.iter().map(|item| {
            let (mode, span) = first(&item.decided, (item.mode, item.whole()));
            let span = item.cue.iter().map(|cue| cue.span).fold(span, Span::cover);
            at(&mut ids, id::CLAIM, mode.word(), span)
        });
        let claims: Vec<_> = claims.collect();
        let relations = facts.relations.iter().map(|item| {
            let from = entities.get(item.from)?.as_deref()?;
            let to = entities.get(item.to)?.as_deref()?;
            Some(ids.of(id::RELATION, item.kind, &[from, to]))
        });
        let relations = kept(relations.collect(), given);
        let facts_of = facts.list.iter().map(|item| at(&mut ids, id::FACT, item.kind.word(), item.span()?));
        let facts_of = kept(facts_of.collect(), given);
        let cards = facts.cards.iter().map(|item| at(&mut ids, id::CARD, item.kind.word(), item.span()?)).collect();
        let mut names = Names {
            blocks,
            mentions,
            entities,
            figures,
            times,
            claims,
            relations,
            facts: facts_of,
            cards,
            findings: Vec::with_capacity(facts.findings.len()),
        };
        for item in &facts.findings {
            let members: Vec<_> = item.members.iter().filter_map(|member| names.member(*member)).collect();
            let mut parts = members;
            parts.extend(item.members.is_empty().then_some(item.text.as_str()));
            names.findings.push(Some(ids.of(id::FINDING, item.code.word(), &parts)));
        }
        names.findings = kept(names.findings, given);
        names
    }

    /// Every id.
    fn all(&self) -> impl Iterator<Item = &str> {
        let items = [&self.blocks, &self.mentions, &self.entities, &self.figures, &self.times, &self.claims];
        let rest = [&self.relations, &self.facts, &self.cards, &self.findings];
        items.into_iter().chain(rest).flatten().filter_map(Option::as_deref)
    }

    fn member(&self, member: Member) -> Option<&str> {
        let (list, at) = match member {
            Member::Mention(at) => (&self.mentions, at),
            Member::Entity(at) => (&self.entities, at),
            Member::Figure(at) => (&self.figures, at),
            Member::Time(at) => (&self.times, at),
            Member::Claim(at) => (&self.claims, at),
        };
        name(list, at)
    }
}

/// What an id is made of: what the item was before a person changed it.
fn first<K: Copy>(decided: &Option<Decided<K>>, now: K) -> K {
    decided.map_or(now, |decided| decided.origin)
}

/// The ids of facts, relations and findings without those that a person rejected. They have no stage of their own to
/// be taken out in: nothing follows from them.
fn kept(ids: Vec<Option<String>>, given: &Given) -> Vec<Option<String>> {
    let rejected = |id: &String| status(given, id) == "rejected";
    ids.into_iter().map(|id| id.filter(|id| !rejected(id))).collect()
}

/// What a person said last of a fact, relation or finding.
fn status(given: &Given, id: &str) -> &'static str {
    let said = given.decisions.iter().rev().find_map(|decision| match decision.action {
        Action::Accept if decision.target == id => Some("accepted"),
        Action::Reject if decision.target == id => Some("rejected"),
        _ => None,
    });
    said.unwrap_or("suggested")
}

struct Writer<'a> {
    annotation: &'a Annotation,
    anchors: &'a Anchors<'a>,
    names: &'a Names,
    given: &'a Given,
}

impl Writer<'_> {
    fn options(&self, given: &Given) -> wire::Options {
        wire::Options { html: given.outline.is_some(), insist: given.insist, whole: given.whole, rest: Rest::new() }
    }

    fn normalization(&self) -> Vec<Word> {
        let normalization = self.annotation.text.normalization;
        let mut words = Vec::new();
        words.extend(normalization.bom.then_some("bom".into()));
        words.extend(normalization.line_ends.then_some("line-ends".into()));
        words
    }

    fn origin(&self, given: &Given) -> wire::Origin {
        let text = &self.annotation.text;
        let first = |kind| {
            let block = text.blocks.iter().find(|block| block.kind == kind && block.included)?;
            Some(text.slice(block.span).to_owned())
        };
        let reference = &self.annotation.linked.reference;
        let stated = matches!(reference.basis, ReferenceBasis::Dateline | ReferenceBasis::Byline);
        wire::Origin {
            url: given.url.clone(),
            title: given.title.clone().or_else(|| first(BlockKind::Headline)),
            byline: given.byline.clone().or_else(|| first(BlockKind::Byline)),
            site: given.site.clone(),
            published: reference.date.filter(|_| stated).map(iso),
            rest: Rest::new(),
        }
    }

    fn blocks(&self) -> Vec<wire::Block> {
        let blocks = self.annotation.text.blocks.iter().zip(&self.names.blocks);
        let blocks = blocks.filter_map(|(block, id)| {
            Some(wire::Block {
                id: id.clone()?,
                kind: block.kind.word().into(),
                span: self.anchors.anchor(block.span)?,
                included: block.included,
                reasons: self.reasons(&block.reasons),
                rest: Rest::new(),
            })
        });
        blocks.collect()
    }

    fn sentences(&self) -> Vec<wire::Sentence> {
        let sentences = self.annotation.text.sentences.iter().filter_map(|sentence| {
            Some(wire::Sentence {
                span: self.anchors.place(sentence.span)?,
                block: name(&self.names.blocks, sentence.block as usize)?.to_owned(),
                rest: Rest::new(),
            })
        });
        sentences.collect()
    }

    fn reference(&self) -> wire::Reference {
        let reference = &self.annotation.linked.reference;
        wire::Reference {
            date: reference.date.map(iso),
            basis: reference.basis.word().into(),
            date_order: reference.date_order.map(|order| order.word().into()),
            span: reference.span.and_then(|span| self.anchors.anchor(span)),
            rest: Rest::new(),
        }
    }

    fn mention(&self, at: usize) -> Option<wire::Mention> {
        let item = &self.annotation.linked.mentions[at];
        let quote = |span: Option<Span>| span.and_then(|span| self.anchors.quote(span));
        let parts = wire::Parts {
            honorific: quote(item.parts.honorific),
            given: quote(item.parts.given),
            family: quote(item.parts.family),
            suffix: quote(item.parts.suffix),
            rest: Rest::new(),
        };
        Some(wire::Mention {
            id: self.names.mentions[at].clone()?,
            span: self.anchors.anchor(item.span)?,
            kind: item.kind.word().into(),
            label: item.label.map(|label| label.word().into()),
            form: item.form.word().into(),
            parts: (parts != wire::Parts::default()).then_some(parts),
            title: quote(item.title),
            entity: item.entity.and_then(|at| name(&self.names.entities, at)).map(str::to_owned),
            confidence: item.confidence.word().into(),
            by: by(item.by),
            reasons: self.reasons(&item.reasons),
            status: state(&item.decided),
            rest: Rest::new(),
        })
    }

    fn entities(&self) -> Vec<wire::Entity> {
        let linked = &self.annotation.linked;
        let mut quoted = vec![Vec::new(); linked.entities.len()];
        for (at, claim) in linked.claims.iter().enumerate() {
            let entity = claim.source.as_ref().and_then(|source| source.entity);
            if let (Some(entity), Some(id)) = (entity, name(&self.names.claims, at))
                && let Some(quoted) = quoted.get_mut(entity)
            {
                quoted.push(id.to_owned());
            }
        }
        let entities = linked.entities.iter().zip(quoted).enumerate().filter_map(|(at, (item, quoted))| {
            let wire = self.entity(item, name(&self.names.entities, at)?, quoted);
            let first = self.first_mention(item)?;
            Some((first, wire))
        });
        let entities = sorted(entities.collect(), |(first, wire)| (first.start, first.end, &wire.id));
        entities.into_iter().map(|(_, wire)| wire).collect()
    }

    fn entity(&self, item: &Entity, id: &str, quoted: Vec<String>) -> wire::Entity {
        let roles = item.roles.iter().filter_map(|role| {
            Some(wire::Role {
                title: role.title.clone(),
                organisation: role.organisation.and_then(|at| name(&self.names.entities, at)).map(str::to_owned),
                span: self.anchors.anchor(role.span)?,
                rest: Rest::new(),
            })
        });
        wire::Entity {
            id: id.to_owned(),
            name: item.name.clone(),
            aliases: item.aliases.clone(),
            kind: item.kind.word().into(),
            label: item.label.map(|label| label.word().into()),
            mentions: names(&self.names.mentions, &item.mentions),
            roles: roles.collect(),
            quoted,
            confidence: item.confidence.word().into(),
            by: by(item.by),
            reasons: self.reasons(&item.reasons),
            status: state(&item.decided),
            rest: Rest::new(),
        }
    }

    fn first_mention(&self, item: &Entity) -> Option<Span> {
        let mentions = &self.annotation.linked.mentions;
        let spans = item.mentions.iter().filter_map(|at| self.anchors.fit(mentions.get(*at)?.span));
        spans.min_by_key(|span| (span.start, Reverse(span.end)))
    }

    fn figure(&self, at: usize) -> Option<wire::Figure> {
        let item: &Figure = &self.annotation.linked.figures[at];
        let (value, range) = amount(&item.amount);
        Some(wire::Figure {
            id: self.names.figures[at].clone()?,
            span: self.anchors.anchor(item.span)?,
            kind: item.kind.word().into(),
            label: Some(figure_label(item.kind).into()),
            value,
            range,
            unit: item.unit.clone(),
            unit_name: item.unit_name.clone(),
            currency_assumed: (item.kind == crate::figures::Kind::Money).then_some(item.currency_assumed),
            approx: item.approx.map(|approx| approx.word().into()),
            also: item.also.as_ref().map(|also| {
                let (value, range) = amount(&also.amount);
                let (unit, unit_name) = (also.unit.clone(), also.unit_name.clone());
                wire::Also { value, range, unit, unit_name, agrees: also.agrees, rest: Rest::new() }
            }),
            measures: item.measures.as_ref().and_then(|measures| {
                Some(wire::Measures {
                    what: measures.what.clone(),
                    of: measures.of.clone(),
                    span: self.anchors.anchor(measures.span)?,
                    rest: Rest::new(),
                })
            }),
            change: item.change.map(|change| wire::Change {
                direction: change.direction.word().into(),
                base: change.base.and_then(|at| name(&self.names.figures, at)).map(str::to_owned),
                rest: Rest::new(),
            }),
            as_of: item.as_of.and_then(|at| name(&self.names.times, at)).map(str::to_owned),
            claim: item.claim.and_then(|at| name(&self.names.claims, at)).map(str::to_owned),
            confidence: item.confidence.word().into(),
            by: by(item.by),
            reasons: self.reasons(&item.reasons),
            status: state(&item.decided),
            rest: Rest::new(),
        })
    }

    fn time(&self, at: usize) -> Option<wire::Time> {
        let item: &Time = &self.annotation.linked.times[at];
        let meaning = &item.meaning;
        Some(wire::Time {
            id: self.names.times[at].clone()?,
            span: self.anchors.anchor(item.span)?,
            kind: item.kind.word().into(),
            label: Some(time_label(item).into()),
            interval: meaning.interval.as_ref().map(|interval| wire::Interval {
                from: interval.from.clone(),
                to: interval.to.clone(),
                rest: Rest::new(),
            }),
            timex3: wire::Timex3 {
                kind: timex_type(item).into(),
                value: (!meaning.value.is_empty()).then(|| meaning.value.clone()),
                modifier: meaning.modifier.map(Word::from),
                rest: Rest::new(),
            },
            grain: meaning.grain.map(|grain| grain.word().into()),
            known: meaning.known.iter().map(|grain| grain.word().into()).collect(),
            implied: meaning.implied.iter().map(|grain| grain.word().into()).collect(),
            basis: meaning.basis.map(|basis| basis.word().into()),
            alternatives: meaning.alternatives.clone(),
            event: item
                .event
                .and_then(|span| self.anchors.anchor(span))
                .map(|span| wire::Event { span, rest: Rest::new() }),
            confidence: item.confidence.word().into(),
            by: by(item.by),
            reasons: self.reasons(&item.reasons),
            status: state(&item.decided),
            rest: Rest::new(),
        })
    }

    fn claims(&self) -> Vec<wire::Claim> {
        let claims = self.annotation.linked.claims.iter().enumerate();
        let claims = claims.filter_map(|(at, item)| self.claim(item, name(&self.names.claims, at)?));
        sorted(claims.collect(), |item| {
            let span = item.content.first().or(item.cue.as_ref().map(|cue| &cue.span));
            let (start, end) = span.map_or((0, 0), |span| (span.start, span.end));
            (start, end, &item.id)
        })
    }

    fn claim(&self, item: &Claim, id: &str) -> Option<wire::Claim> {
        let content: Vec<_> = item.content.iter().filter_map(|span| self.anchors.anchor(*span)).collect();
        let cue = item.cue.as_ref().and_then(|cue| {
            Some(wire::Cue {
                span: self.anchors.anchor(cue.span)?,
                lemma: cue.lemma.clone(),
                class: cue.class.word().into(),
                rest: Rest::new(),
            })
        });
        let channel: Option<Word> = item.channel.map(|channel| channel.word().into());
        let source = item.source.as_ref().and_then(|source| {
            Some(wire::Source {
                span: self.anchors.anchor(source.span)?,
                form: source.form.word().into(),
                entity: source.entity.and_then(|at| name(&self.names.entities, at)).map(str::to_owned),
                kind: source_kind(source).into(),
                channel: channel.clone(),
                anonymous: source.anonymous,
                anonymity_reason: source.anonymity_reason.and_then(|span| self.anchors.quote(span)),
                rest: Rest::new(),
            })
        });
        let quotes = |spans: &[Span]| spans.iter().filter_map(|span| self.anchors.quote(*span)).collect();
        Some(wire::Claim {
            id: id.to_owned(),
            mode: item.mode.word().into(),
            content,
            cue,
            channel: if source.is_none() { channel } else { None },
            source,
            polarity: if item.negative { "negative" } else { "positive" }.into(),
            negation: quotes(&item.negation),
            hedges: quotes(&item.hedges),
            modality: item.modality.word().into(),
            parent: item.parent.and_then(|at| name(&self.names.claims, at)).map(str::to_owned),
            checkworthy: item.checkworthy.as_ref().map(|worth| wire::Checkworthy {
                score: worth.score.min(100),
                reasons: self.reasons(&worth.reasons),
                rest: Rest::new(),
            }),
            figures: names(&self.names.figures, &item.figures),
            times: names(&self.names.times, &item.times),
            entities: names(&self.names.entities, &item.entities),
            confidence: item.confidence.word().into(),
            by: by(item.by),
            reasons: self.reasons(&item.reasons),
            status: state(&item.decided),
            rest: Rest::new(),
        })
    }

    fn relations(&self) -> Vec<wire::Relation> {
        let relations = self.annotation.facts.relations.iter().enumerate();
        let relations = relations.filter_map(|(at, item)| self.relation(item, name(&self.names.relations, at)?));
        sorted(relations.collect(), |item| {
            let (start, end) = item.spans.first().map_or((0, 0), |span| (span.start, span.end));
            (start, end, &item.id)
        })
    }

    fn relation(&self, item: &Relation, id: &str) -> Option<wire::Relation> {
        Some(wire::Relation {
            id: id.to_owned(),
            kind: item.kind.into(),
            from: name(&self.names.entities, item.from)?.to_owned(),
            to: name(&self.names.entities, item.to)?.to_owned(),
            cue: item.cue.and_then(|span| self.anchors.quote(span)),
            spans: item.spans.iter().filter_map(|span| self.anchors.anchor(*span)).collect(),
            claim: item.claim.and_then(|at| name(&self.names.claims, at)).map(str::to_owned),
            confidence: item.confidence.word().into(),
            by: by(item.by),
            reasons: self.reasons(&item.reasons),
            status: status(self.given, id).into(),
            rest: Rest::new(),
        })
    }

    fn facts(&self) -> Vec<wire::Fact> {
        let facts = self.annotation.facts.list.iter().enumerate();
        let facts = facts.filter_map(|(at, item)| {
            let span = self.anchors.anchor(item.span()?)?;
            Some((span, self.fact(item, name(&self.names.facts, at)?)))
        });
        let facts = sorted(facts.collect(), |(span, item)| (span.start, span.end, &item.id));
        facts.into_iter().map(|(_, fact)| fact).collect()
    }

    fn fact(&self, item: &Fact, id: &str) -> wire::Fact {
        let (text, linked) = (&self.annotation.text, &self.annotation.linked);
        wire::Fact {
            id: id.to_owned(),
            kind: item.kind.word().into(),
            subject: wire::FactSubject {
                span: item.subject.span.and_then(|span| self.anchors.quote(span)),
                entity: item.subject.entity.and_then(|at| name(&self.names.entities, at)).map(str::to_owned),
                name: words::subject(text, linked, item),
                rest: Rest::new(),
            },
            predicate: item.predicate.as_ref().map(|predicate| self.predicate(predicate)),
            arguments: item.arguments.iter().filter_map(|argument| self.argument(argument)).collect(),
            standing: item.standing.word().into(),
            polarity: if item.negative { "negative" } else { "positive" }.into(),
            claim: item.claim.and_then(|at| name(&self.names.claims, at)).map(str::to_owned),
            time: item.time.and_then(|at| name(&self.names.times, at)).map(str::to_owned),
            figures: names(&self.names.figures, &item.figures),
            salience: wire::Salience {
                score: item.salience.score.min(100),
                reasons: self.reasons(&item.salience.reasons),
                rest: Rest::new(),
            },
            text: item.text.clone(),
            confidence: item.confidence.word().into(),
            by: by(item.by),
            reasons: self.reasons(&item.reasons),
            status: status(self.given, id).into(),
            rest: Rest::new(),
        }
    }

    fn predicate(&self, item: &Predicate) -> wire::Predicate {
        wire::Predicate {
            spans: item.spans.iter().filter_map(|span| self.anchors.quote(*span)).collect(),
            lemma: item.lemma.clone(),
            kind: item.kind.map(Word::from),
            voice: if item.passive { "passive" } else { "active" }.into(),
            rest: Rest::new(),
        }
    }

    fn argument(&self, item: &Argument) -> Option<wire::Argument> {
        Some(wire::Argument {
            role: item.role.word().into(),
            span: self.anchors.quote(item.span)?,
            item: item.item.and_then(|member| self.names.member(member)).map(str::to_owned),
            rest: Rest::new(),
        })
    }

    fn cards(&self) -> Vec<wire::Card> {
        let cards = self.annotation.facts.cards.iter().enumerate();
        cards.filter_map(|(at, item)| self.card(item, name(&self.names.cards, at)?)).collect()
    }

    /// A card without the cells whose fact a person rejected; none if nothing is left of it.
    fn card(&self, item: &Card, id: &str) -> Option<wire::Card> {
        let rows = item.rows.iter().map(|row| wire::CardRow {
            label: row.label.clone(),
            cells: row.cells.iter().filter_map(|cell| self.cell(cell)).collect(),
            rest: Rest::new(),
        });
        let rows: Vec<wire::CardRow> = rows.filter(|row| !row.cells.is_empty()).collect();
        (!rows.is_empty()).then(|| wire::Card {
            id: id.to_owned(),
            kind: item.kind.word().into(),
            entity: item.entity.and_then(|at| name(&self.names.entities, at)).map(str::to_owned),
            title: item.title.clone(),
            columns: item.columns.iter().map(|column| (*column).to_owned()).collect(),
            rows,
            confidence: item.confidence.word().into(),
            by: by(item.by),
            reasons: self.reasons(&item.reasons),
            rest: Rest::new(),
        })
    }

    fn cell(&self, cell: &Cell) -> Option<wire::CardCell> {
        let item = match cell.of {
            Some(Of::Fact(at)) => Some(name(&self.names.facts, at)?),
            Some(Of::Item(member)) => self.names.member(member),
            None => None,
        };
        Some(wire::CardCell {
            text: cell.text.clone(),
            spans: cell.spans.iter().filter_map(|span| self.anchors.quote(*span)).collect(),
            item: item.map(str::to_owned),
            rest: Rest::new(),
        })
    }

    fn findings(&self) -> Vec<wire::Finding> {
        let findings = self.annotation.facts.findings.iter().zip(&self.names.findings).filter_map(|(item, id)| {
            Some((self.place_of(item).unwrap_or_default(), self.finding(item, id.as_deref()?)))
        });
        let findings = sorted(findings.collect(), |(place, item)| (place.start, place.end, &item.id));
        findings.into_iter().map(|(_, finding)| finding).collect()
    }

    fn finding(&self, item: &Finding, id: &str) -> wire::Finding {
        let members = item.members.iter().filter_map(|member| self.names.member(*member));
        wire::Finding {
            id: id.to_owned(),
            code: item.code.word().into(),
            members: members.map(str::to_owned).collect(),
            text: item.text.clone(),
            computation: item.computation.clone(),
            dismissed: self.dismissed(item, id),
            confidence: item.confidence.word().into(),
            by: by(item.by),
            reasons: self.reasons(&item.reasons),
            status: status(self.given, id).into(),
            rest: Rest::new(),
        }
    }

    fn dismissed(&self, item: &Finding, id: &str) -> bool {
        let said = self.given.decisions.iter().rev().find_map(|decision| match decision.action {
            Action::Dismiss(dismissed) if decision.target == id => Some(dismissed),
            // All of a kind, by the kind's word.
            Action::Dismiss(dismissed) if decision.all && decision.name == item.code.word() => Some(dismissed),
            _ => None,
        });
        said.unwrap_or(false)
    }

    /// The decisions, each with what it added and why it does not hold.
    fn review(&self, given: &Given) -> Vec<wire::Review> {
        let linked = &self.annotation.linked;
        let added = |number: usize, decision: &Decision| {
            let is = |last: usize, span: Span| last == number || decision.place.span == Some(span);
            let ids = match decision.layer {
                _ if !matches!(decision.action, Action::Add(_)) => return None,
                Layer::Mention => (&self.names.mentions, at(&linked.mentions, |it| &it.decided, is)),
                Layer::Figure => (&self.names.figures, at(&linked.figures, |it| &it.decided, is)),
                Layer::Time => (&self.names.times, at(&linked.times, |it| &it.decided, is)),
                _ => (&self.names.claims, at(&linked.claims, |it| &it.decided, is)),
            };
            name(ids.0, ids.1?)
        };
        let decisions = given.decisions.iter().zip(&self.annotation.refused).enumerate();
        let entries = decisions.map(|(number, (decision, refused))| {
            let gone = self.gone(decision);
            review::write(decision, self.anchors, refused.as_ref().or(gone.as_ref()), added(number, decision))
        });
        entries.collect()
    }

    /// Why a decision about a fact, relation or finding does not hold: those are known by their ids alone.
    fn gone(&self, decision: &Decision) -> Option<String> {
        let by_id = matches!(decision.layer, Layer::Relation | Layer::Fact | Layer::Finding) && !decision.all;
        let there = matches!(decision.action, Action::Reject) || self.names.all().any(|id| id == decision.target);
        (by_id && !there).then(|| "what it is about is no longer found".to_owned())
    }

    /// Where a finding belongs in the order of the text: its first member, or its first evidence.
    fn place_of(&self, item: &Finding) -> Option<Span> {
        let linked = &self.annotation.linked;
        let members = item.members.iter().filter_map(|member| match *member {
            Member::Mention(at) => linked.mentions.get(at).map(|item| item.span),
            Member::Entity(at) => self.first_mention(linked.entities.get(at)?),
            Member::Figure(at) => linked.figures.get(at).map(|item| item.span),
            Member::Time(at) => linked.times.get(at).map(|item| item.span),
            Member::Claim(at) => linked.claims.get(at)?.content.first().copied(),
        });
        members.chain(item.reasons.iter().filter_map(|reason| reason.span)).min()
    }

    fn reasons(&self, reasons: &[Reason]) -> Vec<wire::Reason> {
        let reasons = reasons.iter().map(|reason| wire::Reason {
            code: reason.code.into(),
            text: reason.text.clone(),
            span: reason.span.and_then(|span| self.anchors.quote(span)),
            rest: Rest::new(),
        });
        reasons.collect()
    }
}

fn by(by: By) -> wire::By {
    let rule = (!by.rule.is_empty()).then(|| by.rule.into());
    wire::By { kind: by.kind.word().into(), rule, rest: Rest::new() }
}

/// What became of an item.
fn state<K>(decided: &Option<Decided<K>>) -> Word {
    decided.as_ref().map_or("suggested", |decided| decided.status.word()).into()
}

/// The item that a decision added: by its number, or by where it was put if others have followed.
fn at<T, K: Copy>(
    items: &[T],
    decided: impl Fn(&T) -> &Option<Decided<(K, Span)>>,
    is: impl Fn(usize, Span) -> bool,
) -> Option<usize> {
    items.iter().position(|item| decided(item).is_some_and(|decided| is(decided.last, decided.origin.1)))
}

fn name(ids: &[Option<String>], at: usize) -> Option<&str> {
    ids.get(at)?.as_deref()
}

fn names(ids: &[Option<String>], list: &[usize]) -> Vec<String> {
    list.iter().filter_map(|at| name(ids, *at)).map(str::to_owned).collect()
}

fn each<T>(count: usize, item: impl Fn(usize) -> Option<T>) -> Vec<T> {
    // Items are large: a list that grows would copy them many times.
    let mut items = Vec::with_capacity(count);
    items.extend((0..count).filter_map(item));
    items
}

/// By start, the longer first; where both are equal, by the first forty bits of the id.
fn sorted<T>(mut items: Vec<T>, key: impl Fn(&T) -> (u32, u32, &String)) -> Vec<T> {
    order::by(&mut items, |item| {
        let (start, end, id) = key(item);
        let id = id.bytes().skip(2).take(8).fold(0, |bits, byte| bits << 8 | u64::from(byte));
        (u64::from(start) << 32 | u64::from(u32::MAX - end), id)
    });
    items
}

/// One value, or a range.
fn amount(amount: &Amount) -> (Option<String>, Option<wire::Range>) {
    match amount {
        Amount::Value(value) => (Some(value.to_string()), None),
        Amount::Range { low, high } => {
            let end = |end: &Option<crate::numeral::Decimal>| end.map(|end| end.to_string());
            (None, Some(wire::Range { low: end(low), high: end(high), rest: Rest::new() }))
        }
    }
}
