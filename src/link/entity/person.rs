//! People: full name, surname, forename.

use super::{Gathering, Names, identity, key, push};
use crate::entities::{Kind, Mention};
use crate::lexicon::gazetteer::{self, bits};
use crate::lexicon::kin;
use crate::lexicon::titles::{self, Gender};
use crate::reason::{Confidence, Reason};
use crate::text::Text;

impl Gathering<'_> {
    pub(super) fn person(&mut self, at: usize, mention: &mut Mention, names: &mut Names) {
        let text = self.text;
        let name = key(text.slice(mention.span));
        let number = identity(&name, Kind::Person);
        let number_key = (Kind::Person, format!("#{number}"));
        let mut found = self.keys.get(&(Kind::Person, name.clone())).copied();
        if found.is_none() && number != 0 {
            found = self.keys.get(&number_key).copied();
        }
        // "Sato Haruka" is "Haruka Sato": some names are written in either order.
        if found.is_none()
            && let Some((first, last)) = name.split_once(' ').filter(|(_, last)| !last.contains(' '))
        {
            found = self.keys.get(&(Kind::Person, format!("{last} {first}"))).copied();
        }
        let family = mention.parts.family.map(|span| key(text.slice(span))).unwrap_or_default();
        let given = mention.parts.given.map(|span| key(text.slice(span))).unwrap_or_default();
        // "Moreno Ruiz" where "Gabriela Moreno Ruiz" was before.
        if found.is_none()
            && let Some([entity]) = names.family.get(&name).map(Vec::as_slice)
            && agree(self.known[*entity].gender, gender(text, mention))
        {
            found = Some(*entity);
        }
        if found.is_none() {
            // "Donald J. Trump" is "Donald Trump"; "J. Trump" may be.
            let first = given.split(' ').next().unwrap_or_default();
            let kin = kin(text, mention).is_some();
            let suffix = mention.parts.suffix.is_some();
            let same = |entity: &&usize| {
                // "Lars Moe Jr." is not "Lars Moe", nor "her mother, Anna Berg Moe," Anna Moe.
                let apart = kin || names.kin.contains(entity) || suffix != names.suffixed.contains(entity);
                !apart
                    && names.given.get(first).is_some_and(|entities| entities.contains(entity))
                    && agree(self.known[**entity].gender, gender(text, mention))
            };
            let candidates = names.family.get(&family).map(Vec::as_slice).unwrap_or_default();
            let mut same = candidates.iter().filter(same);
            found = same.next().copied().filter(|_| same.next().is_none());
        }
        let entity = found.unwrap_or_else(|| {
            let entity = self.new_entity(mention, number);
            if kin(text, mention).is_some() && names.kin.len() < 64 {
                names.kin.push(entity);
            }
            if mention.parts.suffix.is_some() && names.suffixed.len() < 64 {
                names.suffixed.push(entity);
            }
            entity
        });
        self.keys.entry((Kind::Person, name.clone())).or_insert(entity);
        if number != 0 {
            self.keys.entry(number_key).or_insert(entity);
        }
        // "García Márquez" of "Gabriel García Márquez", "Assad" of "al-Assad".
        let words: Vec<&str> = name.split([' ', '-']).collect();
        for from in words.len().saturating_sub(3).max(1)..words.len() {
            push(&mut names.family, words[from..].join(" "), entity);
        }
        push(&mut names.family, family, entity);
        for word in words.iter().take(words.len() - 1).skip(1).take(4).filter(|word| word.chars().count() > 2) {
            push(&mut names.middle, (*word).to_owned(), entity);
        }
        if let Some(first) = given.split(' ').next() {
            push(&mut names.given, first.to_owned(), entity);
        }
        self.join(at, mention, entity);
    }

    /// A surname or forename alone.
    pub(super) fn short(&mut self, at: usize, mention: &mut Mention, names: &mut Names) {
        let word = key(self.text.slice(mention.span));
        let parts =
            [(&names.family, "same-surname"), (&names.middle, "same-middle-name"), (&names.given, "same-forename")];
        let (candidates, code) =
            parts.iter().find_map(|(part, code)| Some((part.get(&word)?.as_slice(), *code))).unwrap_or((&[], ""));
        let told = gender(self.text, mention);
        let mut fitting = candidates.iter().copied().filter(|entity| agree(self.known[*entity].gender, told));
        match (fitting.next(), fitting.next()) {
            (Some(entity), None) => {
                let why =
                    format!("the only “{}” named in full here: {}", self.text.slice(mention.span), self.name(entity));
                mention.reasons.push(Reason::new(code, why));
                if code == "same-surname" {
                    *names.by_surname.entry(entity).or_default() += 1;
                }
                self.join(at, mention, entity);
            }
            (Some(one), Some(other)) => {
                let bearers: Vec<usize> = [one, other].into_iter().chain(fitting).collect();
                let words = self.text.slice(mention.span);
                mention.confidence = Confidence::Low;
                if let Some(entity) = self.likeliest_bearer(at, bearers, names) {
                    let why = format!("of several people called “{words}” the one named most so far");
                    mention.reasons.push(Reason::new(code, why));
                    *names.by_surname.entry(entity).or_default() += 1;
                    self.join(at, mention, entity);
                } else {
                    let why = format!("several people here are called “{words}”");
                    mention.reasons.push(Reason::new("ambiguous", why));
                }
            }
            (None, _) => {
                let number = identity(&word, Kind::Person);
                let entity = self.new_entity(mention, number);
                push(&mut names.family, word, entity);
                self.join(at, mention, entity);
            }
        }
    }
}

impl Gathering<'_> {
    /// The one of several people with the same name whom the name alone means at a mention, if one stands out.
    ///
    /// That is the only one named before, the only one who is not introduced as a relative ("his brother Lars Moe" goes
    /// by his forename), or one who was named twice as often as any other; whoever is called by the forename alone is
    /// not meant there.
    fn likeliest_bearer(&self, at: usize, mut bearers: Vec<usize>, names: &Names) -> Option<usize> {
        let count = |entity: usize| {
            let full = names.in_full.get(entity).copied().unwrap_or(0);
            let before = self.entities[entity].mentions[..full].partition_point(|mention| *mention < at);
            before + names.by_surname.get(&entity).copied().unwrap_or(0)
        };
        narrow(&mut bearers, |entity| count(entity) > 0);
        narrow(&mut bearers, |entity| !names.kin.contains(&entity));
        if let [one] = bearers[..] {
            return Some(one);
        }
        let most = bearers.iter().copied().max_by_key(|entity| count(*entity))?;
        let clear = bearers.iter().all(|entity| *entity == most || count(most) >= 2 * count(*entity).max(1));
        clear.then_some(most)
    }
}

/// Keeps what passes, unless nothing does.
fn narrow(bearers: &mut Vec<usize>, passes: impl Fn(usize) -> bool) {
    if bearers.iter().any(|entity| passes(*entity)) {
        bearers.retain(|entity| passes(*entity));
    }
}

/// "Her mother, Anna Berg Moe", "his son Lars Moe": the gender that the word tells.
fn kin(text: &Text, mention: &Mention) -> Option<Gender> {
    let mut at = text.token_at(mention.span.start);
    if at > 1 && text.norm(at - 1) == "," {
        at -= 1;
    }
    kin::gender(text.norm(at.checked_sub(1)?))
}

/// What tells the gender of a person: the title, else the forename.
pub(super) fn gender(text: &Text, mention: &Mention) -> Option<Gender> {
    let lower = |span| text.slice(span).to_lowercase();
    if let Some(honorific) = mention.parts.honorific
        && let Some(title) = titles::get(&lower(honorific))
        && title.gender.is_some()
    {
        return title.gender;
    }
    if let Some(title) = mention.title {
        let title = lower(title);
        let last = title.rsplit(' ').next().unwrap_or_default();
        let found = titles::get(&title).or_else(|| titles::get(last)).and_then(|title| title.gender);
        if found.is_some() {
            return found;
        }
    }
    let whole = gazetteer::get(&key(text.slice(mention.span)));
    if let Some(entry) = whole
        && entry.is(bits::MAN | bits::WOMAN)
    {
        return Some(if entry.is(bits::WOMAN) { Gender::Woman } else { Gender::Man });
    }
    if let Some(gender) = kin(text, mention) {
        return Some(gender);
    }
    let given = lower(mention.parts.given?);
    let entry = gazetteer::get(given.split([' ', '-']).next().unwrap_or_default())?;
    match (entry.is(bits::MALE), entry.is(bits::FEMALE)) {
        (true, false) => Some(Gender::Man),
        (false, true) => Some(Gender::Woman),
        _ => None,
    }
}

/// Whether two things told of a gender may be true of one person.
pub(in crate::link) fn agree(one: Option<Gender>, other: Option<Gender>) -> bool {
    one.is_none() || other.is_none() || one == other
}
