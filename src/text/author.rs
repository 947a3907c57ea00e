//! Lines that say who wrote the article.

use super::dateline;
use crate::lexicon::gazetteer::{self, bits};

/// "By Jane Smith", "Written by Jane Smith".
pub(super) fn is_byline(text: &str) -> bool {
    const WORK: [&str; 8] = ["written", "words", "posted", "story", "reported", "text", "published", "authored"];
    let mut words = text.split_whitespace();
    let mut by = words.next();
    if by.is_some_and(|word| WORK.iter().any(|work| word.eq_ignore_ascii_case(work))) {
        by = words.next();
    }
    let by = by.is_some_and(|word| word.trim_end_matches(':').eq_ignore_ascii_case("by"));
    text.len() < 160 && by && words.next().is_some_and(|word| word.starts_with(|c: char| c.is_uppercase()))
}

/// "By Jane Smith", where the first name is a known one.
pub(super) fn is_byline_of_known(text: &str) -> bool {
    is_byline(text)
        && text.split_once(char::is_whitespace).is_some_and(|(_, name)| is_name(name.trim().trim_end_matches('.')))
}

/// "Reporting by Jane Smith; Editing by Ann Brown", under an agency's story.
pub(super) fn is_signature(text: &str) -> bool {
    let text = text.trim_start_matches(['(', '[', '—', '–', '-', ' ']);
    let text = text.strip_prefix("Additional ").or(text.strip_prefix("Further ")).unwrap_or(text);
    let mut words = text.split([' ', '\u{a0}']);
    let work = words.next().is_some_and(|word| {
        ["reporting", "writing", "editing", "compiled", "edited", "written"]
            .iter()
            .any(|known| word.eq_ignore_ascii_case(known))
    });
    work && text.len() < 400
        && words.next() == Some("by")
        && words.next().is_some_and(|word| word.starts_with(|c: char| c.is_uppercase()))
}

/// "Staff reporter | April 3, 2023 04:26 PM": a line with a date that is no sentence.
pub(super) fn is_dated(text: &str, words: u32) -> bool {
    let year = text.split(|c: char| !c.is_ascii_digit()).any(|run| run.len() == 4 && run.starts_with(['1', '2']));
    let marked = text.contains(['|', '•', '·', '/']) || text.contains(" read") || text.contains(':');
    (4..=20).contains(&words) && year && marked && !text.ends_with(['.', '?', '!']) && dateline::names_day(text)
}

/// "Ada Thornbury", "Ada Thornbury and J.K. Marsh", "Ada Thornbury, Political Editor": a line of one person or more,
/// known by the forename or the surname of the first.
pub(super) fn is_name(text: &str) -> bool {
    let known = |first: &str| {
        let (one, last) = (first.split(' ').next(), first.split(' ').next_back());
        one.is_some_and(is_forename) || last.is_some_and(|word| is_known(word, bits::SURNAME))
    };
    people(text).is_some_and(known)
}

/// Two to six capitalised words and nothing else: a name where what stands around it says so.
pub(super) fn may_be_name(text: &str) -> bool {
    people(text).is_some()
}

/// "Ada Brown (00:12:40)": whose turn it is in a transcript, and since when.
pub(super) fn is_turn(text: &str) -> bool {
    let clock = text.strip_suffix(')').and_then(|text| text.rsplit_once('(')).map(|(_, clock)| clock);
    clock.is_some_and(|clock| clock.contains(':') && clock.bytes().all(|b| b.is_ascii_digit() || b == b':'))
}

/// "Deputy Political Editor": what somebody does, without the name.
pub(super) fn is_job(text: &str) -> bool {
    const JOBS: [&str; 9] =
        ["editor", "reporter", "correspondent", "writer", "columnist", "contributor", "journalist", "chief", "critic"];
    let words = text.split_whitespace().count();
    (1..=6).contains(&words)
        && text.split_whitespace().any(|word| {
            let word = word.trim_matches(|c: char| !c.is_alphanumeric());
            JOBS.iter().any(|job| word.eq_ignore_ascii_case(job))
        })
}

/// The first of the people that a line names, if it names nothing else.
fn people(text: &str) -> Option<&str> {
    const PARTICLES: [&str; 9] = ["and", "de", "da", "del", "van", "von", "der", "al", "bin"];
    let fits = |word: &str| {
        word.chars().all(|c| c.is_alphabetic() || matches!(c, '.' | '-' | '\'' | '’'))
            && (word.starts_with(char::is_uppercase) || PARTICLES.contains(&word))
    };
    let first = text.split([',', '|', '•', '·']).next()?.split(" and ").next()?.trim();
    let words = text.split([' ', ',', '|', '•', '·', '&']).filter(|word| !word.is_empty());
    let (mut count, mut all) = (0, true);
    words.for_each(|word| {
        count += 1;
        all &= fits(word);
    });
    let person = (2..=4).contains(&first.split_whitespace().count());
    (person && all && count <= 12 && !text.ends_with(',') && first.chars().any(char::is_lowercase)).then_some(first)
}

/// A known forename, or initials.
fn is_forename(word: &str) -> bool {
    let initials = word.len() <= 6 && word.ends_with('.') && !word.chars().any(char::is_lowercase);
    initials || is_known(word, bits::MALE | bits::FEMALE)
}

fn is_known(word: &str, kinds: u64) -> bool {
    gazetteer::get(&bits::fold(&word.to_lowercase())).is_some_and(|entry| entry.is(kinds))
}
