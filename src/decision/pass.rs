//! One pass of the decisions over one list.

use super::item::{Article, Decider, Item, List, Tracked};
use super::{Decisions, Outcome};
use crate::given::{Action, Addition, Decision, Layer, Speaker};
use crate::order;
use crate::span::Span;
use crate::text::Text;

impl Decisions<'_> {
    /// Applies the decisions about a list. Run again on a list that a later stage has added to, it does what still
    /// waits, and takes out again what was rejected.
    pub(crate) fn items<T: Item>(&mut self, article: Article<'_>, items: &mut Vec<T>) {
        self.items_beside(article, items, &[]);
    }

    /// The same for a part of a list: pronouns, `beside` which the names stand. Nothing is moved onto those.
    pub(crate) fn items_beside<T: Item>(&mut self, article: Article<'_>, items: &mut Vec<T>, beside: &[T]) {
        if !self.concern(T::LAYER) {
            return;
        }
        let count = items.len();
        let mut list = Tracked { items, before: (0..count).map(Some).collect() };
        let beside: Vec<Span> = beside.iter().map(Item::span).collect();
        self.pass(article, &mut list, &beside);
        let Tracked { items, before } = list;
        let mut order: Vec<usize> = (0..items.len()).collect();
        order::by(&mut order, |at| order::outer_first(items[*at].span()));
        let mut places = vec![None; count];
        for (now, at) in order.iter().enumerate() {
            before[*at].into_iter().for_each(|before| places[before] = Some(now));
        }
        order::by(items, |item| order::outer_first(item.span()));
        items.iter_mut().for_each(|item| item.follow(&places));
    }

    fn pass(&mut self, article: Article<'_>, list: &mut dyn List, beside: &[Span]) {
        for number in 0..self.list.len() {
            let decision = &self.list[number];
            // What goes by words, and what is rejected, may meet items that were found since.
            // A move goes to one place, once.
            let again = decision.all && !matches!(decision.action, Action::Move(_))
                || matches!(decision.action, Action::Reject);
            let due = match self.outcomes[number] {
                Outcome::Waiting => true,
                Outcome::Applied => again,
                Outcome::Refused(_) => false,
            };
            if decision.layer != list.layer() || !due {
                continue;
            }
            match self.decide(article, number, list, beside) {
                Ok(0) => {}
                Ok(_) => self.outcomes[number] = Outcome::Applied,
                Err(why) => self.outcomes[number] = Outcome::Refused(why),
            }
        }
    }

    /// Applies one decision, and counts the items that it is about.
    fn decide(
        &mut self,
        article: Article<'_>,
        number: usize,
        list: &mut dyn List,
        beside: &[Span],
    ) -> Result<usize, String> {
        let decision = &self.list[number];
        let who = Decider { number, lexicon: decision.lexicon };
        let mut hits = hits(article.0, number, decision, list);
        if decision.lexicon {
            hits.retain(|at| !self.is_settled(article.0, number, list.span(*at)));
        }
        // Only one item can go to a place: "all" means nothing here.
        if matches!(decision.action, Action::Move(_)) && hits.len() > 1 {
            hits.retain(|at| decision.place.span == Some(list.span(*at)));
        }
        match &decision.action {
            Action::Add(addition) => return self.add(article, number, addition, list),
            Action::Reject => {
                hits.iter().rev().for_each(|at| list.remove(*at));
                // Something that a person put over it later has taken its place.
                let over =
                    |list: &mut dyn List, at| decision.place.span.is_some_and(|span| list.span(at).overlaps(span));
                let later =
                    (0..list.len()).any(|at| over(list, at) && list.last(at).is_some_and(|(last, _)| last > number));
                return Ok(hits.len() + usize::from(later));
            }
            Action::Accept | Action::Relabel(_) | Action::Move(_) | Action::SetValue(_) | Action::SetSpeaker(_) => {}
            // The decisions about entities and blocks are none of a list's.
            _ => return Ok(0),
        }
        for at in &hits {
            if let Action::Move(to) = &decision.action {
                let to = to.filter(|to| holds_word(article.0, *to)).ok_or("there are no words to move it to")?;
                let taken = (0..list.len()).any(|other| other != *at && list.span(other).overlaps(to))
                    || beside.iter().any(|other| other.overlaps(to));
                if !list.nests() && taken {
                    return Err(format!("“{}” overlaps another {}", article.0.slice(to), list.noun()));
                }
            }
            if let Action::SetSpeaker(speaker) = &decision.action {
                let origin = list.last(*at).map_or(list.span(*at), |(_, origin)| origin);
                self.speakers.retain(|(claim, ..)| *claim != origin);
                if let Speaker::Entity(who) = speaker {
                    if !list.nests() {
                        return Err(format!("a {} has no speaker", list.noun()));
                    }
                    // It holds once the entity is known.
                    self.speakers.push((origin, number, who));
                    continue;
                }
            }
            list.change(*at, article, who, &decision.action)?;
        }
        Ok(hits.len())
    }

    /// Whether a later decision is about the name over a span: one made in the article goes before a lexicon's.
    fn is_settled(&self, text: &Text, number: usize, span: Span) -> bool {
        self.list[number + 1..].iter().any(|decision| {
            let entity = decision.layer == Layer::Entity;
            let named = (decision.all || entity) && decision.place.words == text.slice(span);
            let about = named || decision.place.span.is_some_and(|place| place.overlaps(span));
            let keeps = !matches!(decision.action, Action::Reject | Action::Note | Action::Unclear(_));
            about && keeps && !decision.lexicon && (entity || decision.layer == Layer::Mention)
        })
    }

    fn add(
        &self,
        article: Article<'_>,
        number: usize,
        addition: &Addition,
        list: &mut dyn List,
    ) -> Result<usize, String> {
        let (decision, text) = (&self.list[number], article.0);
        let who = Decider { number, lexicon: decision.lexicon };
        if matches!(self.outcomes[number], Outcome::Applied) {
            return Ok(0);
        }
        let spans: Vec<Span> = match decision.place.span {
            _ if decision.all => occurrences(text.as_str(), &decision.place.words),
            span => span.into_iter().collect(),
        };
        let mut added = 0;
        for span in spans {
            if !holds_word(text, span) {
                return Err("there are no words there".to_owned());
            }
            let words = text.slice(span);
            let shown = text.included().any(|sentence| sentence.span.overlaps(span));
            // Of words that are marked wherever they occur, names within them make room.
            let within = |list: &mut dyn List, at: usize| {
                let other = list.span(at);
                decision.all
                    && other != span
                    && span.contains(other)
                    && list.last(at).is_none()
                    && !self.is_settled(text, number, other)
            };
            let in_the_way = |list: &mut dyn List, at: usize| {
                let other = list.span(at);
                let overlaps = other == span || !list.nests() && other.overlaps(span);
                overlaps && !list.yields(at) && !within(list, at)
            };
            match (0..list.len()).find(|at| in_the_way(list, *at)) {
                // A name of the lexicon that is marked already is given its kind.
                Some(at) if decision.all && list.span(at) == span => {
                    let kind = addition.kind.clone().unwrap_or_default();
                    list.change(at, article, who, &Action::Relabel(kind))?;
                }
                _ if decision.all && !shown => continue,
                Some(_) if decision.all => continue,
                _ if !shown => {
                    return Err(format!("“{words}” is in a line that is left out: take the line in first"));
                }
                Some(_) => return Err(format!("“{words}” overlaps another {}", list.noun())),
                None => {
                    let count = list.len();
                    list.add(article, span, who, addition)?;
                    for at in (0..count).rev() {
                        if list.yields(at) && list.span(at).overlaps(span) || within(list, at) {
                            list.remove(at);
                        }
                    }
                }
            }
            added += 1;
        }
        Ok(added)
    }
}

/// The items that a decision is about: those of the same words, or the one at its place, or else the only one that
/// overlaps it. What a later decision has touched is not an earlier one's.
fn hits(text: &Text, number: usize, decision: &Decision, list: &mut dyn List) -> Vec<usize> {
    let mut exact = Vec::new();
    let mut near = Vec::new();
    for at in 0..list.len() {
        let span = list.span(at);
        if list.last(at).is_some_and(|(last, _)| last > number) {
            continue;
        }
        if decision.place.span == Some(span) || decision.all && text.slice(span) == decision.place.words {
            exact.push(at);
        } else if !decision.lexicon && decision.place.span.is_some_and(|place| place.overlaps(span)) {
            near.push(at);
        }
    }
    if exact.is_empty() && near.len() == 1 { near } else { exact }
}

/// Whether a span holds anything but white space.
fn holds_word(text: &Text, span: Span) -> bool {
    span.end as usize <= text.as_str().len() && !text.slice(span).trim().is_empty()
}

/// Where words occur in a text as words of their own.
pub(crate) fn occurrences(raw: &str, words: &str) -> Vec<Span> {
    if words.trim().is_empty() {
        return Vec::new();
    }
    let found = raw.match_indices(words).map(|(at, _)| Span::of(at..at + words.len()));
    let whole = |span: &Span| {
        let before = raw[..span.start as usize].chars().next_back();
        let after = raw[span.end as usize..].chars().next();
        ![before, after].into_iter().flatten().any(char::is_alphanumeric)
    };
    found.filter(whole).collect()
}
