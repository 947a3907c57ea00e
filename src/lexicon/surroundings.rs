//! What words around a name tell of it: "Nordvik's *shareholders*", "the *mayor* of Leeds", "the *singer* Ada Moe".

use super::rows;
use rustc_hash::FxHashMap;
use std::sync::LazyLock;

/// How a word stands to a name.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash)]
pub enum Place {
    /// It says what the name is.
    Is,
    /// The name owns it, or stands before it.
    Has,
    /// The name owns it.
    Owns,
    /// It is of, at, in or for the name.
    Of,
    /// A verb whose subject the name is.
    Does,
    /// A verb whose object the name is.
    Done,
}

/// What a word tells that a name is.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
#[expect(missing_docs, reason = "plain words")]
pub enum Tells {
    Person,
    Organisation,
    Place,
    Product,
    Work,
}

static WORDS: LazyLock<FxHashMap<(Place, &'static str), Tells>> = LazyLock::new(|| {
    let mut words = FxHashMap::default();
    for row in rows(include_str!("../../data/lexicon/surroundings.tsv")) {
        let &[place, tells, list] = row.as_slice() else { continue };
        let place = match place {
            "is" => Place::Is,
            "has" => Place::Has,
            "owns" => Place::Owns,
            "of" => Place::Of,
            "does" => Place::Does,
            _ => Place::Done,
        };
        let tells = match tells {
            "person" => Tells::Person,
            "organisation" => Tells::Organisation,
            "place" => Tells::Place,
            "product" => Tells::Product,
            _ => Tells::Work,
        };
        words.extend(list.split(' ').map(|word| ((place, word), tells)));
    }
    words
});

/// What a word in lower case tells of the name that it stands to in this way.
pub fn tells(place: Place, norm: &str) -> Option<Tells> {
    WORDS.get(&(place, norm)).copied()
}
