//! What each name of the article names: one decision for all its places.
//!
//! A finder reads a name at one place. Here the whole article votes: how each place was read and how surely, what
//! stands around it (`cue`), and what longer names say of their parts ("Kari Nordmann" of "Nordmann"). The sum of a
//! name's places decides the doubtful ones; what stands around one place counts twice there, so that "Workers at
//! Amazon" and "rain in the Amazon" can differ.

mod cue;

use super::{key, organisation};
use crate::entities::{Form, Kind, Label, Mention, Parts};
use crate::reason::{Confidence, Reason};
use crate::syntax::Parsed;
use crate::tag::{self, Tagged};
use crate::text::{Shape, Text};
use rustc_hash::{FxHashMap, FxHashSet};

/// The kinds that names are told apart by.
const KINDS: [Kind; 5] = [Kind::Person, Kind::Organisation, Kind::Place, Kind::Product, Kind::Work];

/// What speaks for each of [`KINDS`].
#[derive(Clone, Copy, Debug, Default)]
struct Votes([i32; KINDS.len()]);

/// The full form of a name tells its kind better than any short one does.
const FULL: i32 = 6;

struct Reader<'t> {
    text: &'t Text,
    tagged: &'t Tagged,
    parsed: &'t Parsed,
}

/// Gives names the kind that the whole article gives them, and drops guesses against which everything speaks.
pub(super) fn settle(text: &Text, tagged: &Tagged, parsed: &Parsed, mentions: &mut Vec<Mention>) {
    settle_waters(text, mentions);
    settle_groups(text, mentions);
    let reader = Reader { text, tagged, parsed };
    let places: Vec<Votes> = mentions
        .iter()
        .map(|mention| if index(mention.kind).is_some() { reader.cues(mention) } else { Votes::default() })
        .collect();
    let tally = tally(text, mentions, &places);
    let unmarked = unmarked(text, mentions);
    let mut dropped = vec![false; mentions.len()];
    for ((mention, around), dropped) in mentions.iter_mut().zip(&places).zip(&mut dropped) {
        let Some(now) = index(mention.kind) else { continue };
        let name = ballot(text, mention);
        let Some(all) = tally.get(&name) else { continue };
        *dropped = is_stray(text, mention, &unmarked) || is_family(mention, &name, &tally);
        match decide(mention, now, *all, *around) {
            Verdict::Stays => {}
            Verdict::Becomes(kind) => become_kind(mention, kind),
            Verdict::Goes => *dropped |= is_common(text, mention),
        }
    }
    let mut dropped = dropped.into_iter();
    mentions.retain(|_| !dropped.next().unwrap_or(false));
}

/// What becomes of a mention.
enum Verdict {
    Stays,
    Becomes(usize),
    Goes,
}

fn decide(mention: &Mention, now: usize, all: Votes, around: Votes) -> Verdict {
    let sum: [i32; KINDS.len()] = std::array::from_fn(|kind| all.0[kind] + around.0[kind]);
    let sure = mention.confidence == Confidence::High && mention.by.rule != "entities/unlisted";
    let whole = mention.kind == Kind::Person && mention.form == Form::Name;
    // What was read as a product or a work was read by its own words; firms go by what they make.
    let made = matches!(mention.kind, Kind::Product | Kind::Work);
    if mention.title.is_some() || mention.parts.honorific.is_some() || made {
        return Verdict::Stays;
    }
    let open = if mention.kind == Kind::Organisation { 3 } else { sum.len() };
    let most = (0..open).max_by_key(|kind| sum[*kind]).unwrap_or(now);
    if sum[now] < 0 && sum[most] <= 0 && !sure {
        return Verdict::Goes;
    }
    // A lone word becomes a person's only where the person is named in full, or something says so.
    let nobody = most == 0 && all.0[0] < FULL;
    let lead = if whole && mention.confidence > Confidence::Low {
        2 * FULL
    } else if sure {
        FULL - 1
    } else {
        2
    };
    if most == now || nobody || sum[most] < sum[now] + lead { Verdict::Stays } else { Verdict::Becomes(most) }
}

/// The votes of all places of each name.
fn tally(text: &Text, mentions: &[Mention], places: &[Votes]) -> FxHashMap<String, Votes> {
    let mut tally: FxHashMap<String, Votes> = FxHashMap::default();
    let mut add = |name: String, kind: Kind, weight: i32| tally.entry(name).or_default().add(kind, weight);
    for (mention, around) in mentions.iter().zip(places) {
        if index(mention.kind).is_none() {
            continue;
        }
        let name = ballot(text, mention);
        let sure = match mention.confidence {
            Confidence::Low => 1,
            Confidence::Medium => 2,
            Confidence::High => 3,
        };
        for (kind, votes) in KINDS.into_iter().zip(around.0) {
            add(name.clone(), kind, votes);
        }
        let kind = mention.kind;
        match kind {
            Kind::Person if mention.form == Form::Name && sure > 1 => {
                for part in [mention.parts.family, mention.parts.given].into_iter().flatten() {
                    add(key(text.slice(part)), kind, FULL);
                }
            }
            Kind::Organisation if sure > 1 => {
                let core = organisation::core(&name);
                let first = core.split(' ').next().unwrap_or_default();
                if core != name {
                    add(core.to_owned(), kind, FULL);
                }
                if first != core && core != name {
                    add(first.to_owned(), kind, FULL);
                }
            }
            _ => {}
        }
        add(name, kind, sure);
    }
    tally
}

impl Votes {
    fn of(&self, kind: Kind) -> i32 {
        index(kind).map_or(0, |at| self.0[at])
    }

    fn add(&mut self, kind: Kind, weight: i32) {
        if let Some(at) = index(kind) {
            self.0[at] += weight;
        }
    }
}

fn index(kind: Kind) -> Option<usize> {
    KINDS.iter().position(|one| *one == kind)
}

/// "the Budget": a single word that is common in small letters.
fn is_common(text: &Text, mention: &Mention) -> bool {
    let tokens = text.tokens_in(mention.span);
    tokens.len() == 1 && tag::is_common(text.norm(tokens.start))
}

/// What a mention votes for: its name, "the Amazon" apart from "Amazon".
fn ballot(text: &Text, mention: &Mention) -> String {
    let name = key(text.slice(mention.span));
    let tokens = text.tokens_in(mention.span);
    let the = tokens.len() == 1
        && matches!(mention.kind, Kind::Organisation | Kind::Place)
        && tokens.start > 0
        && text.norm(tokens.start - 1) == "the";
    if the { format!("the {name}") } else { name }
}

/// How often each common word with a capital stands within no name: "the Budget".
fn unmarked(text: &Text, mentions: &[Mention]) -> FxHashMap<String, usize> {
    let mut unmarked = FxHashMap::default();
    let mut next = 0;
    for sentence in text.included() {
        for at in sentence.tokens.clone().skip(1) {
            let span = text.tokens[at].span;
            while mentions.get(next).is_some_and(|mention| mention.span.end <= span.start) {
                next += 1;
            }
            let named = mentions.get(next).is_some_and(|mention| mention.span.overlaps(span));
            if !named && text.tokens[at].shape == Shape::Title && tag::is_common(text.norm(at)) {
                *unmarked.entry(text.norm(at).to_owned()).or_default() += 1;
            }
        }
    }
    unmarked
}

/// A guess at one place for a common word that is no name in most: "the Budget watchdog" where the article is about the
/// Budget.
fn is_stray(text: &Text, mention: &Mention, unmarked: &FxHashMap<String, usize>) -> bool {
    let guess = mention.confidence < Confidence::High && mention.title.or(mention.parts.honorific).is_none();
    guess && is_common(text, mention) && unmarked.get(&key(text.slice(mention.span))).is_some_and(|count| *count > 1)
}

/// "The Moes" where somebody is called Moe: a family, no organisation.
fn is_family(mention: &Mention, name: &str, tally: &FxHashMap<String, Votes>) -> bool {
    let of = |votes: &Votes| votes.0[0] >= FULL && votes.0[0] > votes.0[1];
    mention.kind == Kind::Organisation
        && mention.confidence < Confidence::High
        && name.strip_suffix('s').and_then(|one| tally.get(one)).is_some_and(of)
}

/// "River Arden", "Lake Halden": no organisation.
fn settle_waters(text: &Text, mentions: &mut [Mention]) {
    for mention in mentions.iter_mut() {
        let name = text.slice(mention.span);
        let water = ["River ", "Lake ", "Mount "].iter().any(|word| name.starts_with(word));
        if water && mention.kind == Kind::Organisation && name.split(' ').count() == 2 {
            become_kind(mention, 2);
            mention.label = Some(Label::Loc);
        }
    }
}

/// Gives a lone word the kind of a people: a guess where it names one elsewhere ("Indian"), and what is made of a place
/// of the article: "Norlanders" of Norland.
fn settle_groups(text: &Text, mentions: &mut [Mention]) {
    let keys = |kind: Kind| -> FxHashSet<String> {
        let those = mentions.iter().filter(|mention| mention.kind == kind);
        those.map(|mention| key(text.slice(mention.span))).collect()
    };
    let (groups, places) = (keys(Kind::Group), keys(Kind::Place));
    let made = |name: &str| {
        ["ers", "ians", "ans", "ites"].iter().any(|end| {
            let stem = name.strip_suffix(end).filter(|stem| stem.len() > 3);
            stem.is_some_and(|stem| places.contains(stem) || places.contains(&format!("{stem}ia")))
        })
    };
    for mention in mentions.iter_mut() {
        let open = index(mention.kind).is_some() && mention.title.or(mention.parts.honorific).is_none();
        let name = key(text.slice(mention.span));
        let guess = mention.kind != Kind::Place && mention.confidence < Confidence::High;
        if open && (guess && groups.contains(&name) || made(&name)) {
            (mention.kind, mention.label, mention.form) = (Kind::Group, Some(Label::Norp), Form::Name);
            mention.parts = Parts::default();
            mention.reasons.push(Reason::new("kind", "the rest of the article says it is a people"));
        }
    }
}

fn become_kind(mention: &mut Mention, to: usize) {
    let what = ["a person", "an organisation", "a place", "a product", "a work"][to];
    (mention.kind, mention.label) = (KINDS[to], cue::label(KINDS[to]));
    mention.parts = Parts::default();
    if mention.kind == Kind::Person {
        mention.form = Form::Short;
        mention.parts.family = Some(mention.span);
    } else if mention.form == Form::Short {
        mention.form = Form::Name;
    }
    mention.reasons.push(Reason::new("kind", format!("the name and the rest of the article say it is {what}")));
}
