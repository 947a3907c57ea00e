//! What is counted: the noun after a number, and its singular.

use crate::tag::Pos;
use crate::text::TokenKind;
use crate::view::View;
use std::ops::Range;

/// A noun phrase after a number.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Phrase {
    /// Its tokens, from the first after the number to the head.
    pub tokens: Range<usize>,
    /// The head: the last token of the phrase.
    pub head: usize,
}

/// More tokens than this stand not between a number and its noun.
const REACH: usize = 8;

/// The noun phrase that begins at token `at` and ends before `end`.
pub fn phrase(view: &View, at: usize, end: usize, plural: bool) -> Option<Phrase> {
    let text = view.text;
    let mut head = None;
    let mut here = at;
    while here < end.min(at + REACH) {
        let token = &text.tokens[here];
        match token.kind {
            TokenKind::Word => {}
            TokenKind::Mixed if head.is_none() => {
                // "12 F-16s", "five 737s"
                head = Some(here);
                here += 1;
                continue;
            }
            _ if view.hyphen(here) => {
                here += 1;
                continue;
            }
            TokenKind::Punct if matches!(text.norm(here), "\"" | "“" | "'" | "‘") && here == at && here + 1 < end =>
            {
                here += 1;
                continue;
            }
            _ => break,
        }
        let norm = text.norm(here);
        let tag = view.pos(here);
        // "12 injured passengers", but "12 injured".
        let befallen = matches!(norm, "killed" | "injured" | "dead") && view.pos(here + 1) == Pos::Noun;
        if is_stop(norm) && !befallen || tag == Pos::Num && norm != "million" {
            break;
        }
        let glued = here > at && view.hyphen(here - 1) || view.hyphen(here + 1);
        let plural_noun = is_plural(norm) && !view.capital(here);
        // "450 Japanese", "20,000 GIs": plurals that do not look it.
        let people = view.capital(here)
            && norm.ends_with("ese")
            && !matches!(view.pos(here + 1), Pos::Noun | Pos::Adj | Pos::Propn);
        if head.is_none() && (people || is_acronyms(view.raw(here))) {
            head = Some(here);
            break;
        }
        match tag {
            Pos::Noun | Pos::Propn => head = Some(here),
            Pos::Adj | Pos::Num | Pos::X => {
                if plural_noun && tag != Pos::Adj {
                    head = Some(here);
                }
            }
            Pos::Verb | Pos::Adv | Pos::Intj if glued => {}
            // "50 injured people", "20 missing", and a plural that the tagger took for a verb: "12 strikes".
            Pos::Verb if plural_noun && head.is_none() && !norm.ends_with("ed") => head = Some(here),
            Pos::Verb
                if head.is_none()
                    && matches!(
                        norm,
                        "sold" | "stolen" | "broken" | "unsold" | "frozen" | "hidden" | "written" | "stranded"
                    ) => {}
            Pos::Verb if (norm.ends_with("ed") || norm.ends_with("ing")) && head.is_none() => {}
            Pos::Adv if head.is_none() && (norm.ends_with("ly") || matches!(norm, "more" | "most" | "other")) => {}
            _ => break,
        }
        here += 1;
        // "thousands of Americans home": a plural name ends it too.
        if head == Some(here - 1)
            && plural
            && view.capital(here - 1)
            && is_plural(norm)
            && !view.capital(here)
            && !glued
        {
            break;
        }
        if head == Some(here - 1) && plural && plural_noun && !glued {
            // A plural ends the phrase, unless another noun is glued to it by sense: "arms dealers".
            let more = view.is_word(here)
                && here < end
                && matches!(view.pos(here), Pos::Noun)
                && is_plural(text.norm(here))
                && !is_stop(text.norm(here));
            if !more {
                break;
            }
        }
    }
    let head = head?;
    // "two semi-automatic, two pump guns": half of a word is no noun.
    if view.hyphen(head + 1) && head + 2 < end && !matches!(view.pos(head + 2), Pos::Noun | Pos::Propn) {
        return None;
    }
    // "52-year" and the like: what is glued before another noun is no head.
    Some(Phrase { tokens: at..head + 1, head })
}

/// After whose it is: of "Khan's victims" where the victims begin; where nobody owns it, `at`.
pub fn owned(view: &View, at: usize, end: usize) -> usize {
    match (at..at + 4).find(|&at| matches!(view.norm(at), "'s" | "’s")) {
        Some(owner) if owner + 1 < end && (at..owner).all(|at| view.is_word(at)) => owner + 1,
        _ => at,
    }
}

/// Words that end a noun phrase whatever their tag.
pub fn is_stop(norm: &str) -> bool {
    matches!(
        norm,
        "the"
            | "a"
            | "an"
            | "of"
            | "in"
            | "on"
            | "at"
            | "to"
            | "for"
            | "from"
            | "by"
            | "with"
            | "and"
            | "or"
            | "but"
            | "as"
            | "than"
            | "vs"
            | "vs."
            | "versus"
            | "that"
            | "which"
            | "who"
            | "whose"
            | "when"
            | "while"
            | "was"
            | "were"
            | "is"
            | "are"
            | "be"
            | "been"
            | "has"
            | "have"
            | "had"
            | "will"
            | "would"
            | "could"
            | "can"
            | "may"
            | "might"
            | "said"
            | "says"
            | "after"
            | "before"
            | "since"
            | "until"
            | "during"
            | "between"
            | "among"
            | "into"
            | "over"
            | "under"
            | "about"
            | "against"
            | "through"
            | "he"
            | "she"
            | "it"
            | "they"
            | "we"
            | "i"
            | "you"
            | "this"
            | "these"
            | "those"
            | "his"
            | "her"
            | "its"
            | "their"
            | "our"
            | "my"
            | "your"
            | "not"
            | "n't"
            | "do"
            | "did"
            | "does"
            | "per"
            | "so"
            | "if"
            | "because"
            | "though"
            | "although"
            | "also"
            | "yesterday"
            | "today"
            | "tomorrow"
            | "monday"
            | "tuesday"
            | "wednesday"
            | "thursday"
            | "friday"
            | "saturday"
            | "sunday"
            | "each"
            | "apiece"
            | "ago"
            | "earlier"
            | "later"
            | "away"
            | "out"
            | "up"
            | "down"
            | "off"
            | "last"
            | "next"
            | "'s"
            | "'"
            | "there"
            | "here"
            | "then"
            | "now"
            | "dead"
            | "shy"
            | "worth"
            | "such"
            | "both"
            | "all"
            | "according"
            | "including"
            | "worldwide"
            | "nationwide"
            | "overall"
            | "alone"
            | "killed"
            | "injured"
    )
}

/// Whether a word is an acronym in the plural: "GIs", "MPs".
pub fn is_acronyms(word: &str) -> bool {
    word.strip_suffix('s').is_some_and(|stem| stem.len() >= 2 && stem.bytes().all(|byte| byte.is_ascii_uppercase()))
}

/// Whether a word in lower case looks like a plural.
pub fn is_plural(norm: &str) -> bool {
    if matches!(
        norm,
        "people"
            | "men"
            | "women"
            | "children"
            | "police"
            | "feet"
            | "teeth"
            | "mice"
            | "geese"
            | "cattle"
            | "sheep"
            | "fish"
            | "deer"
            | "aircraft"
            | "spacecraft"
            | "troops"
            | "policemen"
            | "firemen"
            | "servicemen"
            | "fishermen"
            | "businessmen"
            | "congressmen"
            | "gunmen"
            | "lawmen"
            | "media"
            | "criteria"
            | "data"
            | "personnel"
            | "species"
            | "series"
    ) {
        return true;
    }
    norm.len() > 3
        && norm.ends_with('s')
        && !norm.ends_with("ss")
        && !norm.ends_with("us")
        && !norm.ends_with("is")
        && !norm.ends_with("'s")
}

/// The singular of a noun in lower case.
pub fn singular(norm: &str) -> String {
    let whole = match norm {
        "people" => "person",
        "men" => "man",
        "women" => "woman",
        "children" => "child",
        "feet" => "foot",
        "teeth" => "tooth",
        "mice" => "mouse",
        "geese" => "goose",
        "lives" => "life",
        "wives" => "wife",
        "knives" => "knife",
        "wolves" => "wolf",
        "halves" => "half",
        "thieves" => "thief",
        "leaves" => "leaf",
        "criteria" => "criterion",
        "crises" => "crisis",
        "analyses" => "analysis",
        "buses" => "bus",
        "gases" => "gas",
        "viruses" => "virus",
        "statuses" => "status",
        "bonuses" => "bonus",
        "campuses" => "campus",
        "movies" => "movie",
        "ties" => "tie",
        "dies" => "die",
        "cookies" => "cookie",
        "calories" => "calorie",
        "species" | "series" | "news" | "barracks" | "headquarters" | "means" | "works" | "always" => norm,
        "shoes" => "shoe",
        "cases" | "houses" | "horses" | "nurses" | "courses" | "causes" | "purchases" | "phrases" | "licences"
        | "licenses" | "bases" | "phases" | "releases" | "increases" | "decreases" | "diseases" | "exercises"
        | "enterprises" | "franchises" | "promises" | "premises" | "responses" | "expenses" | "offenses"
        | "defenses" | "universes" | "verses" | "roses" | "noses" | "hoses" | "warehouses" | "greenhouses"
        | "doses" | "leases" | "databases" | "excuses" | "clauses" | "spouses" | "purses" | "curses" | "corpses"
        | "synapses" | "eclipses" | "glimpses" | "collapses" | "senses" | "axes" | "aches" | "caches" => {
            &norm[..norm.len() - 1]
        }
        _ => "",
    };
    if !whole.is_empty() {
        return whole.to_owned();
    }
    if norm.ends_with("children") {
        return norm[..norm.len() - 3].to_owned();
    }
    if let Some(stem) = norm.strip_suffix("men") {
        return format!("{stem}man");
    }
    if let Some(stem) = norm.strip_suffix("ies") {
        return format!("{stem}y");
    }
    for ending in ["sses", "shes", "ches", "xes", "zzes", "oes"] {
        if norm.ends_with(ending) {
            return norm[..norm.len() - 2].to_owned();
        }
    }
    if norm.len() > 3 && norm.ends_with('s') && !norm.ends_with("ss") && !norm.ends_with("us") && !norm.ends_with("is")
    {
        return norm[..norm.len() - 1].to_owned();
    }
    norm.to_owned()
}
