//! The layout of the gazetteer's blob and its values, shared by what packs it and what reads it.

/// The first bytes of the blob.
pub const MAGIC: &[u8; 8] = b"postgaz1";
/// Magic and hash of the sources; the transducer follows.
pub const HEADER: usize = MAGIC.len() + 32;

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
/// All kinds.
pub const KINDS: u64 = (1 << 14) - 1;

/// Where the entity's number begins: sixteen bits.
pub const IDENTITY: u32 = 20;
/// Where the country's number begins: sixteen bits.
pub const COUNTRY: u32 = 36;
