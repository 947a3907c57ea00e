//! Common nouns that compete with names: "the army", "his wife", "two officers".

use super::{Scene, standing};
use crate::lexicon::kin;
use crate::lexicon::titles::{self, Gender};
use crate::syntax::Relation;
use crate::tag::Pos;
use std::ops::Range;

/// What a noun phrase without a name may be referred to as.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) struct Noun {
    /// Its last token, which tells two phrases apart.
    pub head: usize,
    pub plural: bool,
    /// A person, as far as the word tells.
    pub human: bool,
    /// The person's gender, where the word tells it.
    pub gender: Option<Gender>,
    /// With "the" or "this".
    pub definite: bool,
}

impl Noun {
    /// Somebody of whom no more than a name is known.
    pub fn unknown(head: usize) -> Noun {
        Noun { head, plural: false, human: true, gender: None, definite: false }
    }
}

/// How many words a phrase may have before its head.
const WORDS: usize = 5;

/// The noun phrase that begins at a token, if it is the subject of its clause.
///
/// Other phrases are left out: a name is the likelier antecedent than an object or what follows a preposition.
pub(super) fn starting_at(scene: &Scene, sentence: &Range<usize>, at: usize) -> Option<(Noun, Range<usize>)> {
    let within = |at: usize| matches!(scene.tagged.pos(at), Pos::Adj | Pos::Noun | Pos::Num);
    let determined = scene.tagged.pos(at) == Pos::Det;
    // "Your friend" is nobody of the article.
    if at > sentence.start && matches!(scene.text.norm(at - 1), "your" | "my" | "our")
        || matches!(scene.text.norm(at), "your" | "my" | "our")
    {
        return None;
    }
    let begun = at > sentence.start && (within(at - 1) || scene.tagged.pos(at - 1) == Pos::Det);
    if !determined && (begun || !within(at)) {
        return None;
    }
    let last = (at + usize::from(determined)..sentence.end.min(at + WORDS + 1)).take_while(|at| within(*at)).last()?;
    let tokens = at..last + 1;
    // "The military", "the accused": an adjective that stands for a noun.
    let noun = |at| scene.tagged.pos(at) == Pos::Noun || determined && scene.parsed.relation(at) == Relation::Nsubj;
    if !noun(last) || names_follow(scene, tokens.end) {
        return None;
    }
    if !standing(scene, sentence, &tokens, false).subject {
        return None;
    }
    let word = scene.text.norm(last);
    let gender = gender(word);
    let human = is_human(word);
    let definite = matches!(scene.text.norm(at), "the" | "this" | "these");
    Some((Noun { head: last, plural: is_plural(word), human, gender, definite }, tokens))
}

/// How many words may stand before the name in an apposition.
const APPOSED: usize = 6;

/// Whether a name follows that the phrase describes: "the carmaker Nordvik", "his wife, Ann Moe", "their keeper, the
/// 19-year-old Lars Moe".
fn names_follow(scene: &Scene, end: usize) -> bool {
    let comma = scene.text.norm(end) == ",";
    let words = if comma { APPOSED } else { 0 };
    let plain = |at: &usize| {
        matches!(scene.tagged.pos(*at), Pos::Det | Pos::Adj | Pos::Num | Pos::Noun) || scene.text.norm(*at) == "-"
    };
    let from = end + usize::from(comma);
    let name = (from..from + words).find(|at| !plain(at)).unwrap_or(from + words);
    let starts = |at: usize| scene.text.tokens.get(at).map_or(u32::MAX, |token| token.span.start);
    let next = scene.mentions.partition_point(|mention| mention.span.start < starts(from));
    scene.mentions.get(next).is_some_and(|mention| {
        let whole = mention.title.or(mention.parts.honorific).map_or(mention.span.start, |title| title.start);
        whole.min(mention.span.start) <= starts(name)
    })
}

fn is_plural(word: &str) -> bool {
    word.ends_with('s') && !word.ends_with("ss") && !word.ends_with("us")
        || matches!(word, "people" | "men" | "women" | "children" | "police")
}

/// Whether a noun is a word for a person: "minister", "aides", "wife", "victim".
pub(super) fn is_human(word: &str) -> bool {
    let singular = word.strip_suffix('s').unwrap_or(word);
    [word, singular].iter().any(|word| titles::ends_title(word) || is_person(word) || gender(word).is_some())
}

/// A person whom no office names.
fn is_person(word: &str) -> bool {
    matches!(
        word,
        "person"
            | "child"
            | "baby"
            | "victim"
            | "suspect"
            | "man"
            | "witness"
            | "driver"
            | "friend"
            | "colleague"
            | "neighbour"
            | "neighbor"
            | "teenager"
            | "parent"
            | "cousin"
            | "partner"
            | "attacker"
            | "gunman"
            | "patient"
            | "student"
            | "passenger"
            | "resident"
            | "defendant"
            | "plaintiff"
            | "caller"
            | "user"
    )
}

/// The gender that a word for a person tells: "his wife" is a woman, so that "he" cannot be she.
fn gender(word: &str) -> Option<Gender> {
    let told = match word {
        "girlfriend" | "girl" | "woman" | "widow" | "actress" | "queen" | "princess" | "duchess" | "mum" | "mom" => {
            Some(Gender::Woman)
        }
        "boyfriend" | "boy" | "man" | "widower" | "gunman" | "king" | "prince" | "duke" | "dad" => Some(Gender::Man),
        _ => None,
    };
    told.or_else(|| kin::gender(word))
}
