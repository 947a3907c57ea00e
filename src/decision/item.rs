//! One pass of the decisions over one list.

use super::{Decisions, Outcome};
use crate::given::{Action, Addition, Decision, Layer, Speaker, Value};
use crate::order;
use crate::reason::{Decided, Reason, Status};
use crate::span::Span;
use crate::syntax::Parsed;
use crate::tag::Tagged;
use crate::text::Text;

/// An article as far as it has been read when the finders run.
pub type Article<'t> = (&'t Text, &'t Tagged, &'t Parsed);

/// What an item is, what was decided about it, and why.
pub(crate) struct State<'i, K> {
    pub(super) kind: K,
    pub(super) decided: &'i mut Option<Decided<(K, Span)>>,
    pub(super) reasons: &'i mut Vec<Reason>,
}

/// What the decisions need of an item of a list. What a list has no use for is refused.
pub(crate) trait Item: Sized {
    /// What it can be a kind of.
    type Kind: Copy;
    /// The list it is in.
    const LAYER: Layer;
    /// What to call it.
    const NOUN: &'static str;

    /// Where it is.
    fn span(&self) -> Span;
    /// What it is, and what was decided about it.
    fn state(&mut self) -> State<'_, Self::Kind>;
    /// A new item over a span.
    fn added(article: Article<'_>, span: Span, addition: &Addition) -> Result<Self, String>;
    /// Gives it another kind.
    fn relabel(&mut self, text: &Text, kind: &str) -> Result<(), String>;
    /// Puts it elsewhere.
    fn place(&mut self, text: &Text, span: Span) -> Result<(), String>;
    /// Gives it a value.
    fn set_value(&mut self, _: &Value) -> Result<(), String> {
        Err(format!("a {} has no value", Self::NOUN))
    }
    /// Gives it a speaker.
    fn set_speaker(&mut self, _: Article<'_>, _: &Speaker) -> Result<(), String> {
        Err(format!("a {} has no speaker", Self::NOUN))
    }
    /// Whether it makes room for another that a person adds.
    fn yields(&self) -> bool {
        false
    }
    /// Whether it may overlap others of its list.
    fn nests() -> bool {
        false
    }
    /// Lets what refers to others of its list follow them to their new places.
    fn follow(&mut self, _: &[Option<usize>]) {}
}

impl<'g> Decisions<'g> {
    /// Applies the decisions about a list. Run again on a list that a later stage has added to, it does what still
    /// waits, and takes out again what was rejected.
    pub(crate) fn items<T: Item>(&mut self, article: Article<'_>, items: &mut Vec<T>) {
        if !self.concern(T::LAYER) {
            return;
        }
        let count = items.len();
        let mut list: Vec<(usize, T)> = std::mem::take(items).into_iter().enumerate().collect();
        for number in 0..self.list.len() {
            let decision = &self.list[number];
            if decision.layer != T::LAYER || matches!(self.outcomes[number], Outcome::Refused(_)) {
                continue;
            }
            // What goes by words, and what is rejected, may meet items that were found since.
            let again = decision.all || decision.action == Action::Reject;
            if self.outcomes[number] == Outcome::Applied && !again {
                continue;
            }
            match self.decide(article, number, &mut list) {
                Ok(0) => {}
                Ok(_) => self.outcomes[number] = Outcome::Applied,
                Err(why) => self.outcomes[number] = Outcome::Refused(why),
            }
        }
        order::by(&mut list, |(_, item)| order::outer_first(item.span()));
        let mut places = vec![None; count];
        for (now, (before, _)) in list.iter().enumerate().filter(|(_, (before, _))| *before < count) {
            places[*before] = Some(now);
        }
        items.extend(list.into_iter().map(|(_, item)| item));
        items.iter_mut().for_each(|item| item.follow(&places));
    }

    /// Applies one decision, and counts the items that it is about.
    fn decide<T: Item>(
        &mut self,
        article: Article<'_>,
        number: usize,
        list: &mut Vec<(usize, T)>,
    ) -> Result<usize, String> {
        let decision = &self.list[number];
        if let Action::Add(addition) = &decision.action {
            return self.add(article, number, addition, list);
        }
        let hits = hits(article.0, number, decision, list);
        if decision.action == Action::Reject {
            let mut at = 0;
            list.retain(|_| (!hits.contains(&at), at += 1).0);
            // Something that a person put over it later has taken its place.
            let later = |(_, item): &mut (usize, T)| {
                let over = decision.place.span.is_some_and(|span| item.span().overlaps(span));
                over && item.state().decided.as_ref().is_some_and(|decided| decided.last > number)
            };
            return Ok(hits.len() + usize::from(list.iter_mut().any(later)));
        }
        for at in &hits {
            let item = &mut list[*at].1;
            let (kind, span) = (item.state().kind, item.span());
            let why = match &decision.action {
                Action::Accept => None,
                Action::Relabel(kind) => Some(("relabelled", item.relabel(article.0, kind)?)),
                Action::Move(to) => {
                    let to = to.filter(|to| holds_word(article.0, *to)).ok_or("there are no words to move it to")?;
                    let over = |(other, (_, item)): (usize, &(usize, T))| other != *at && item.span().overlaps(to);
                    if !T::nests() && list.iter().enumerate().any(over) {
                        return Err(format!("“{}” overlaps another {}", article.0.slice(to), T::NOUN));
                    }
                    Some(("moved", list[*at].1.place(article.0, to)?))
                }
                Action::SetValue(value) => Some(("valued", item.set_value(value)?)),
                Action::SetSpeaker(speaker) => {
                    item.set_speaker(article, speaker)?;
                    let origin = item.state().decided.as_ref().map_or(span, |decided| decided.origin.1);
                    self.speakers.retain(|(claim, ..)| *claim != origin);
                    if let Speaker::Entity(who) = speaker {
                        // It holds once the entity is known.
                        self.speakers.push((origin, number, who));
                        continue;
                    }
                    Some(("speaker-chosen", ()))
                }
                // The decisions about entities and blocks are none of a list's.
                _ => return Ok(0),
            };
            let item = &mut list[*at].1;
            let status = if why.is_some() { Status::Edited } else { Status::Accepted };
            let State { decided, reasons, .. } = item.state();
            mark(decided, number, status, (kind, span));
            reasons.extend(why.map(|(code, ())| Reason::new(code, "a person changed it")));
        }
        Ok(hits.len())
    }

    fn add<T: Item>(
        &self,
        article: Article<'_>,
        number: usize,
        addition: &Addition,
        list: &mut Vec<(usize, T)>,
    ) -> Result<usize, String> {
        let decision = &self.list[number];
        let text = article.0;
        if self.outcomes[number] == Outcome::Applied {
            return Ok(0);
        }
        let spans: Vec<Span> = if decision.all {
            occurrences(text, &decision.place.words)
        } else {
            decision.place.span.into_iter().collect()
        };
        let mut added = 0;
        for span in spans {
            if !holds_word(text, span) {
                return Err("there are no words there".to_owned());
            }
            let shown = text.included().any(|sentence| sentence.span.overlaps(span));
            let over = |(_, item): &(usize, T)| !item.yields() && item.span().overlaps(span);
            let taken = if T::nests() {
                list.iter().any(|(_, item)| !item.yields() && item.span() == span)
            } else {
                list.iter().any(over)
            };
            if decision.all && (taken || !shown) {
                // A lexicon's name that is marked has its kind.
                if let Some((_, item)) = list.iter_mut().find(|(_, item)| item.span() == span)
                    && let Some(kind) = &addition.kind
                {
                    item.relabel(text, kind)?;
                    added += 1;
                }
                continue;
            }
            let words = text.slice(span);
            if !shown {
                return Err(format!("“{words}” is in a line that is left out: take the line in first"));
            }
            if taken {
                return Err(format!("“{words}” overlaps another {}", T::NOUN));
            }
            let mut item = T::added(article, span, addition)?;
            let State { kind, decided, reasons } = item.state();
            mark(decided, number, Status::Edited, (kind, span));
            reasons.clear();
            reasons.push(Reason::new("added", "a person marked it"));
            list.retain(|(_, item)| !item.yields() || !item.span().overlaps(span));
            list.push((usize::MAX, item));
            added += 1;
        }
        Ok(added)
    }
}

/// Writes down that a decision holds of an item; what its id is made of stays as it first was.
pub(super) fn mark<K>(decided: &mut Option<Decided<K>>, number: usize, status: Status, origin: K) {
    match decided {
        Some(before) => {
            before.last = number;
            before.status = if before.status == Status::Edited { Status::Edited } else { status };
        }
        None => *decided = Some(Decided { status, last: number, origin }),
    }
}

/// The items that a decision is about: those of the same words, or the one at its place, or else the only one that
/// overlaps it. What a later decision has touched is not an earlier one's.
fn hits<T: Item>(text: &Text, number: usize, decision: &Decision, list: &mut [(usize, T)]) -> Vec<usize> {
    let mut exact = Vec::new();
    let mut near = Vec::new();
    for (at, (_, item)) in list.iter_mut().enumerate() {
        let span = item.span();
        if item.state().decided.as_ref().is_some_and(|decided| decided.last > number) {
            continue;
        }
        if decision.place.span == Some(span) || decision.all && text.slice(span) == decision.place.words {
            exact.push(at);
        } else if decision.place.span.is_some_and(|place| place.overlaps(span)) {
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
fn occurrences(text: &Text, words: &str) -> Vec<Span> {
    if words.trim().is_empty() {
        return Vec::new();
    }
    let raw = text.as_str();
    let found = raw.match_indices(words).map(|(at, _)| Span::of(at..at + words.len()));
    let whole = |span: &Span| {
        let before = raw[..span.start as usize].chars().next_back();
        let after = raw[span.end as usize..].chars().next();
        ![before, after].into_iter().flatten().any(char::is_alphanumeric)
    };
    found.filter(whole).collect()
}
