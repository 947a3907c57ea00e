//! Decisions about names.

use super::item::{Article, Item, State};
use crate::entities::{Form, Kind, Label, Mention, Parts};
use crate::given::{Addition, Layer};
use crate::reason::{By, Confidence, Origin};
use crate::span::Span;
use crate::text::Text;

/// The kinds of names by their words, with OntoNotes' name for each.
const KINDS: &[(&str, Kind, Option<Label>)] = &[
    ("person", Kind::Person, Some(Label::Person)),
    ("organisation", Kind::Organisation, Some(Label::Org)),
    ("place", Kind::Place, Some(Label::Gpe)),
    ("group", Kind::Group, Some(Label::Norp)),
    ("event", Kind::Event, Some(Label::Event)),
    ("work", Kind::Work, Some(Label::WorkOfArt)),
    ("law", Kind::Law, Some(Label::Law)),
    ("product", Kind::Product, Some(Label::Product)),
    ("language", Kind::Language, Some(Label::Language)),
    ("contact", Kind::Contact, None),
];

/// The kind of a name that a word means.
pub(crate) fn kind_of(word: &str) -> Result<(Kind, Option<Label>), String> {
    let found = KINDS.iter().find(|(name, ..)| *name == word);
    found.map(|(_, kind, label)| (*kind, *label)).ok_or_else(|| format!("“{word}” is no kind of name"))
}

/// Gives a name the form and the parts that its kind and its words make.
pub(crate) fn dress(text: &Text, mention: &mut Mention) {
    if matches!(mention.form, Form::Pronoun | Form::Nominal) {
        return;
    }
    let tokens = text.tokens_in(mention.span);
    mention.parts = Parts { honorific: mention.parts.honorific, ..Parts::default() };
    mention.form = Form::Name;
    if mention.kind != Kind::Person || tokens.is_empty() {
        return;
    }
    let token = |at: usize| Some(text.tokens[at].span);
    mention.parts.family = token(tokens.end - 1);
    if tokens.len() > 1 {
        mention.parts.given = token(tokens.start);
    } else {
        mention.form = Form::Short;
    }
}

impl Item for Mention {
    type Kind = Kind;
    const LAYER: Layer = Layer::Mention;
    const NOUN: &'static str = "name";

    fn span(&self) -> Span {
        self.span
    }

    fn state(&mut self) -> State<'_, Kind> {
        State { kind: self.kind, decided: &mut self.decided, by: &mut self.by, reasons: &mut self.reasons }
    }

    fn added((text, ..): Article<'_>, span: Span, addition: &Addition) -> Result<Mention, String> {
        let (kind, label) = kind_of(addition.kind.as_deref().unwrap_or_default())?;
        let capital = text.slice(span).chars().any(char::is_uppercase);
        let mut mention = Mention {
            span,
            kind,
            label,
            form: if capital { Form::Name } else { Form::Nominal },
            parts: Parts::default(),
            title: None,
            entity: None,
            decided: None,
            confidence: Confidence::High,
            by: By { kind: Origin::User, rule: "" },
            reasons: Vec::new(),
        };
        dress(text, &mut mention);
        Ok(mention)
    }

    fn relabel(&mut self, text: &Text, kind: &str) -> Result<(), String> {
        (self.kind, self.label) = kind_of(kind)?;
        self.confidence = Confidence::High;
        dress(text, self);
        Ok(())
    }

    fn place(&mut self, text: &Text, span: Span) -> Result<(), String> {
        self.span = span;
        self.title = self.title.filter(|title| !title.overlaps(span));
        self.parts.honorific = self.parts.honorific.filter(|honorific| !honorific.overlaps(span));
        dress(text, self);
        Ok(())
    }
}
