//! Verb groups: a verb with its auxiliaries, and the tense, aspect, voice, polarity and modality they give it.

use super::{Parsed, Relation};
use crate::lexicon::verbs::{self, form};
use crate::tag::{Pos, Tagged};
use crate::text::Text;
use std::ops::Range;

/// A verb with its auxiliaries: "has not been found", "will pick up", "is" in "is a lawyer".
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct VerbGroup {
    /// The first and the last token, particles among them; adverbs may stand between.
    pub first: u32,
    /// See `first`.
    pub last: u32,
    /// The verb that carries the meaning; the copula if there is no other.
    pub verb: u32,
    /// When, by the first verb of the group; nothing if that is an infinitive or a participle.
    pub tense: Option<Tense>,
    /// "has found".
    pub perfect: bool,
    /// "is finding".
    pub progressive: bool,
    /// "was found".
    pub passive: bool,
    /// "did not find", "never found".
    pub negative: bool,
    /// "may find", "must find".
    pub modality: Modality,
    /// What the first verb of the group is.
    pub form: Form,
}

/// When something is said to be so.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash)]
#[expect(missing_docs, reason = "plain words")]
pub enum Tense {
    Past,
    Present,
    Future,
}

/// How the first verb of a group is inflected.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash)]
#[expect(missing_docs, reason = "plain words")]
pub enum Form {
    Finite,
    Infinitive,
    Gerund,
    Participle,
}

/// What a modal verb adds.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq, Hash)]
pub enum Modality {
    /// Nothing.
    #[default]
    None,
    /// "may", "might", "could", "can".
    Possible,
    /// "would".
    Conditional,
    /// "must", "should", "ought", "needs to".
    Necessary,
}

impl VerbGroup {
    /// From the first to the last token.
    pub const fn tokens(&self) -> Range<usize> {
        self.first as usize..self.last as usize + 1
    }

    /// Whether the group has a finite verb.
    pub const fn is_finite(&self) -> bool {
        matches!(self.form, Form::Finite)
    }
}

/// The verb group of the predicate `head`, if it has a verb or a copula.
pub(super) fn read(text: &Text, tagged: &Tagged, parsed: &Parsed, head: usize) -> Option<VerbGroup> {
    let is_verb = |at: usize| matches!(tagged.pos(at), Pos::Verb | Pos::Aux);
    let copula = parsed.child(head, &[Relation::Cop]);
    let auxiliaries = |at: &usize| matches!(parsed.relation(*at), Relation::Aux | Relation::AuxPass);
    let helped = parsed.children(head).any(|child| auxiliaries(&child));
    let verb = copula.or_else(|| (is_verb(head) || helped).then_some(head))?;
    let mut group = VerbGroup {
        first: verb as u32,
        last: verb as u32,
        verb: verb as u32,
        tense: None,
        perfect: false,
        progressive: false,
        passive: false,
        negative: false,
        modality: Modality::None,
        form: Form::Finite,
    };
    // Verbs in their order: each tells the form of the next one.
    let mut chain: Vec<usize> = parsed.children(head).filter(auxiliaries).collect();
    // "For a candidate *to* win": the mark of an infinitive may follow another one.
    let to = parsed.children(head).find(|mark| parsed.relation(*mark) == Relation::Mark && text.norm(*mark) == "to");
    for child in parsed.children(head) {
        match parsed.relation(child) {
            Relation::CompoundPrt => group.last = group.last.max(child as u32),
            Relation::Advmod if is_negation(text.norm(child)) => group.negative = true,
            Relation::Det if matches!(text.norm(child), "no") && copula.is_some() => group.negative = true,
            _ => {}
        }
    }
    chain.retain(|at| *at < verb || copula.is_none());
    chain.push(verb);
    chain.sort_unstable();
    group.first = chain.first().copied().unwrap_or(verb).min(verb) as u32;
    group.last = group.last.max(verb as u32);
    let mut modal = false;
    for (place, at) in chain.iter().enumerate() {
        let (norm, last) = (text.norm(*at), place + 1 == chain.len());
        let next = chain.get(place + 1).copied();
        if last {
            continue;
        }
        match norm {
            "will" | "'ll" | "shall" | "wo" => (group.tense, modal) = (Some(Tense::Future), true),
            "may" | "might" | "could" | "can" | "ca" => (group.modality, modal) = (Modality::Possible, true),
            "would" => (group.modality, modal) = (Modality::Conditional, true),
            "must" | "should" | "ought" => (group.modality, modal) = (Modality::Necessary, true),
            _ if is_have(norm) => group.perfect = true,
            _ if is_be(norm) || norm == "get" || norm == "got" => {
                let form = next.map_or(0, |next| verbs::forms(text.norm(next)));
                let passive = parsed.relation(*at) == Relation::AuxPass;
                if passive || form & form::GERUND == 0 && form & form::PARTICIPLE != 0 {
                    group.passive = true;
                } else if form & form::GERUND != 0 {
                    group.progressive = true;
                }
            }
            "'d" => match next.map_or(0, |next| verbs::forms(text.norm(next))) {
                form if form & form::BASE != 0 => (group.modality, modal) = (Modality::Conditional, true),
                _ => group.perfect = true,
            },
            _ => {}
        }
    }
    let first = group.first as usize;
    (group.form, group.tense) = match to {
        Some(_) => (Form::Infinitive, None),
        None if modal => (Form::Finite, Some(group.tense.unwrap_or(Tense::Present))),
        None => first_form(text, tagged, parsed, head, first, chain.len() > 1),
    };
    if chain.len() == 1 && group.form == Form::Participle && copula.is_none() {
        group.passive = true;
    }
    if let Some(to) = to {
        group.first = group.first.min(to as u32);
    }
    Some(group)
}

/// The form and the tense of the first verb of a group.
fn first_form(
    text: &Text,
    tagged: &Tagged,
    parsed: &Parsed,
    head: usize,
    at: usize,
    helped: bool,
) -> (Form, Option<Tense>) {
    let norm = text.norm(at);
    let forms = verbs::forms(norm);
    let has_subject = parsed.children(head).any(|child| parsed.relation(child).is_subject());
    if forms & form::GERUND != 0 {
        return (Form::Gerund, None);
    }
    let past = forms & form::PAST != 0;
    if forms & form::PARTICIPLE != 0 && !helped {
        // "the bill passed on Friday": a participle hangs on its noun; a finite verb has a subject or is a conjunct.
        let hangs = matches!(parsed.relation(head), Relation::Acl | Relation::Amod | Relation::Xcomp)
            || parsed.relation(head) == Relation::Advcl && !has_subject;
        if hangs && !has_subject || !past {
            return (Form::Participle, None);
        }
    }
    if past && !(forms & form::BASE != 0 && is_plural_subject(text, tagged, parsed, head)) {
        return (Form::Finite, Some(Tense::Past));
    }
    if forms & form::BASE != 0 && !has_subject && matches!(parsed.relation(head), Relation::Xcomp | Relation::Ccomp) {
        return (Form::Infinitive, None);
    }
    (Form::Finite, Some(Tense::Present))
}

/// "they put", "they cut" may be of today: a verb whose past is its base form, after a plural subject. News writes
/// of the past, so only pronouns count.
fn is_plural_subject(text: &Text, tagged: &Tagged, parsed: &Parsed, head: usize) -> bool {
    parsed
        .child(head, &[Relation::Nsubj])
        .is_some_and(|at| tagged.pos(at) == Pos::Pron && matches!(text.norm(at), "we" | "you" | "they" | "i"))
}

/// Whether a word negates its verb.
pub fn is_negation(norm: &str) -> bool {
    matches!(norm, "not" | "n't" | "never" | "neither" | "nor" | "hardly")
}

fn is_have(norm: &str) -> bool {
    matches!(norm, "have" | "has" | "had" | "having" | "'ve")
}

fn is_be(norm: &str) -> bool {
    matches!(norm, "be" | "is" | "are" | "was" | "were" | "been" | "being" | "am" | "'s" | "'re" | "'m" | "ai")
}
