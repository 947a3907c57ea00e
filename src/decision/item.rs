//! What the decisions need of an item, whatever its list.

use crate::given::{Action, Addition, Layer, Speaker, Value};
use crate::reason::{By, Decided, Origin, Reason, Status};
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
    pub(super) by: &'i mut By,
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

/// Which decision it is, and whether a lexicon made it.
#[derive(Clone, Copy)]
pub(super) struct Decider {
    pub(super) number: usize,
    pub(super) lexicon: bool,
}

impl Decider {
    fn status(self, status: Status) -> Status {
        if self.lexicon { Status::Suggested } else { status }
    }

    fn reason(self, code: &'static str, person: &'static str) -> Reason {
        Reason::new(code, if self.lexicon { "your lexicon says so" } else { person })
    }
}

/// A list of items of one kind. The pass over it sees no more than this, so that it is compiled once for all lists.
pub(super) trait List {
    fn layer(&self) -> Layer;
    fn noun(&self) -> &'static str;
    fn nests(&self) -> bool;
    fn len(&self) -> usize;
    fn span(&self, at: usize) -> Span;
    /// The last decision about an item, and where it was before the first.
    fn last(&mut self, at: usize) -> Option<(usize, Span)>;
    fn yields(&self, at: usize) -> bool;
    /// Accepts or changes an item.
    fn change(&mut self, at: usize, article: Article<'_>, who: Decider, action: &Action) -> Result<(), String>;
    fn add(&mut self, article: Article<'_>, span: Span, who: Decider, addition: &Addition) -> Result<(), String>;
    fn remove(&mut self, at: usize);
}

/// A list, with the place that each of its items had; none for those that were added.
pub(super) struct Tracked<'l, T> {
    pub(super) items: &'l mut Vec<T>,
    pub(super) before: Vec<Option<usize>>,
}

impl<T: Item> List for Tracked<'_, T> {
    fn layer(&self) -> Layer {
        T::LAYER
    }

    fn noun(&self) -> &'static str {
        T::NOUN
    }

    fn nests(&self) -> bool {
        T::nests()
    }

    fn len(&self) -> usize {
        self.items.len()
    }

    fn span(&self, at: usize) -> Span {
        self.items[at].span()
    }

    fn last(&mut self, at: usize) -> Option<(usize, Span)> {
        self.items[at].state().decided.as_ref().map(|decided| (decided.last, decided.origin.1))
    }

    fn yields(&self, at: usize) -> bool {
        self.items[at].yields()
    }

    fn change(&mut self, at: usize, article: Article<'_>, who: Decider, action: &Action) -> Result<(), String> {
        let item = &mut self.items[at];
        let origin = (item.state().kind, item.span());
        match action {
            Action::Relabel(kind) => item.relabel(article.0, kind)?,
            Action::Move(to) => item.place(article.0, to.unwrap_or_default())?,
            Action::SetValue(value) => item.set_value(value)?,
            Action::SetSpeaker(speaker) => item.set_speaker(article, speaker)?,
            _ => {}
        }
        let accepted = matches!(action, Action::Accept);
        let State { decided, reasons, .. } = item.state();
        mark(decided, who.number, who.status(if accepted { Status::Accepted } else { Status::Edited }), origin);
        reasons.extend((!accepted).then(|| who.reason("decided", "a person changed it")));
        Ok(())
    }

    fn add(&mut self, article: Article<'_>, span: Span, who: Decider, addition: &Addition) -> Result<(), String> {
        let mut item = T::added(article, span, addition)?;
        let State { kind, decided, reasons, by } = item.state();
        mark(decided, who.number, who.status(Status::Edited), (kind, span));
        *by = By { kind: if who.lexicon { Origin::Lexicon } else { Origin::User }, rule: "" };
        *reasons = vec![who.reason("added", "a person marked it")];
        self.items.push(item);
        self.before.push(None);
        Ok(())
    }

    fn remove(&mut self, at: usize) {
        self.items.remove(at);
        self.before.remove(at);
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
