//! The layout of the gazetteer's blob and its values, shared by what packs it and what reads it.

/// The first bytes of the blob.
pub const MAGIC: &[u8; 8] = b"postgaz2";
/// Magic and hash of the sources; the number of rows follows (two bytes, the lower first), then the columns, one
/// byte to a row in each, then the names.
pub const HEADER: usize = MAGIC.len() + 32;
/// Columns: three of the kinds (the lowest first), by how much the identity is above the row before's, two of [`country`].
pub const COLUMNS: usize = 6;
/// What begins the first name of a row; another begins with the number of bytes that it shares with the one before.
pub const ROW: u8 = 0x1f;

/// A man's forename.
pub const MALE: u64 = 1;
/// A woman's forename.
pub const FEMALE: u64 = 1 << 1;
/// A surname.
pub const SURNAME: u64 = 1 << 2;
/// A country, state, city: a place with a government.
pub const STATE: u64 = 1 << 3;
/// A continent, region, sea, mountain.
pub const REGION: u64 = 1 << 4;
/// A building, bridge, airport.
pub const FACILITY: u64 = 1 << 5;
/// An organisation.
pub const ORGANISATION: u64 = 1 << 6;
/// A nationality, religion, people.
pub const GROUP: u64 = 1 << 7;
/// A person, by full name or by the one name that news uses.
pub const PERSON: u64 = 1 << 8;
/// An event.
pub const EVENT: u64 = 1 << 9;
/// A work.
pub const WORK: u64 = 1 << 10;
/// A law or treaty.
pub const LAW: u64 = 1 << 11;
/// A product.
pub const PRODUCT: u64 = 1 << 12;
/// A language.
pub const LANGUAGE: u64 = 1 << 13;
/// A name only where it is written in capitals: "WHO", "ICE".
pub const CAPITALS: u64 = 1 << 14;
/// A capital city or a seat of government: it may stand for the government.
pub const SEAT: u64 = 1 << 15;
/// A person known to be a man (with [`PERSON`]; forenames have their own).
pub const MAN: u64 = 1 << 16;
/// A person known to be a woman.
pub const WOMAN: u64 = 1 << 17;
/// A country or a union of them.
pub const NATION: u64 = 1 << 18;
/// A part of a country that has a government: a state, a province, a county.
pub const PROVINCE: u64 = 1 << 19;
/// All kinds.
pub const KINDS: u64 = (1 << 14) - 1;

/// Where the entity's number begins: sixteen bits.
pub const IDENTITY: u32 = 20;
/// Where the country's number begins: sixteen bits.
pub const COUNTRY: u32 = 36;

/// A country's number from what is stored for it, and what is stored from the number: 0 is none, else how far
/// it is from the row's identity.
pub const fn country(number: u16, identity: u16) -> u16 {
    if number == 0 { 0 } else { identity.wrapping_sub(number).wrapping_add(1) }
}

/// A name in lower case without the accents of the Latin alphabets.
pub fn fold(name: &str) -> String {
    let mut folded = String::new();
    for c in name.chars() {
        match c {
            'á' | 'à' | 'â' | 'ä' | 'ã' | 'å' | 'ā' | 'ă' | 'ą' => folded.push('a'),
            'é' | 'è' | 'ê' | 'ë' | 'ē' | 'ė' | 'ę' | 'ě' => folded.push('e'),
            'í' | 'ì' | 'î' | 'ï' | 'ī' | 'ı' | 'į' => folded.push('i'),
            'ó' | 'ò' | 'ô' | 'ö' | 'õ' | 'ø' | 'ō' | 'ő' => folded.push('o'),
            'ú' | 'ù' | 'û' | 'ü' | 'ū' | 'ů' | 'ű' => folded.push('u'),
            'ç' | 'ć' | 'č' => folded.push('c'),
            'ñ' | 'ń' | 'ň' => folded.push('n'),
            'ş' | 'ś' | 'š' | 'ș' => folded.push('s'),
            'ţ' | 'ť' | 'ț' => folded.push('t'),
            'ž' | 'ź' | 'ż' => folded.push('z'),
            'ğ' | 'ģ' => folded.push('g'),
            'ł' => folded.push('l'),
            'ý' | 'ÿ' => folded.push('y'),
            'ř' => folded.push('r'),
            'ď' | 'đ' => folded.push('d'),
            'ß' => folded.push_str("ss"),
            'æ' => folded.push_str("ae"),
            '\u{307}' => {}
            c => folded.push(c),
        }
    }
    folded
}
