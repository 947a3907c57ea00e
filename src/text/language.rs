//! Which language it is: by script, or by a few function words of each that the others have not.

use super::Language;
use rustc_hash::FxHashMap;
use std::sync::LazyLock;

/// Function words that set one language apart. Frequent words that several share are left out.
const WORDS: &[(&str, &[&str])] = &[
    (
        "en",
        &[
            "the", "of", "and", "to", "was", "is", "that", "for", "with", "he", "it", "by", "are", "from", "this",
            "which", "have", "has", "had", "were", "they", "said", "would", "their", "been", "who", "will", "not",
            "you", "his", "what", "or", "but",
        ],
    ),
    (
        "fr",
        &[
            "le", "les", "et", "des", "dans", "une", "est", "pour", "qui", "sur", "du", "au", "pas", "avec", "ce",
            "il", "sont", "aux", "ont", "été", "mais", "cette", "ses", "leur",
        ],
    ),
    (
        "de",
        &[
            "der", "die", "und", "das", "den", "von", "mit", "ist", "dem", "nicht", "ein", "eine", "auf", "für",
            "sich", "auch", "im", "zu", "wird", "sind", "bei", "nach", "wurde", "einer",
        ],
    ),
    (
        "es",
        &[
            "el", "los", "las", "del", "y", "por", "una", "con", "para", "se", "al", "como", "más", "pero", "sus",
            "fue", "ha", "este", "su", "lo", "desde", "también",
        ],
    ),
    (
        "it",
        &[
            "il", "di", "che", "della", "per", "gli", "nel", "sono", "dei", "alla", "delle", "è", "anche", "più", "ha",
            "dal", "con", "sul", "della", "questo",
        ],
    ),
    (
        "pt",
        &[
            "o", "os", "do", "da", "em", "um", "uma", "não", "ao", "dos", "das", "foi", "mais", "pelo", "são", "na",
            "no", "também", "ele", "pela",
        ],
    ),
    (
        "nl",
        &[
            "het", "een", "van", "en", "dat", "op", "zijn", "met", "voor", "niet", "aan", "er", "ook", "bij", "wordt",
            "naar", "uit", "maar", "heeft", "werd",
        ],
    ),
    ("pl", &["się", "na", "nie", "jest", "z", "do", "że", "jak", "od", "po", "przez", "oraz", "dla", "który"]),
    ("sv", &["och", "att", "det", "som", "på", "är", "av", "för", "med", "inte", "har", "till", "ett", "om"]),
    ("id", &["yang", "dan", "di", "dengan", "untuk", "dari", "ini", "pada", "itu", "tidak", "dalam", "akan", "oleh"]),
    ("tr", &["ve", "bir", "bu", "için", "ile", "olarak", "daha", "çok", "olan", "da", "de"]),
];

/// Each function word with the languages it is a word of, a bit each.
static KNOWN: LazyLock<FxHashMap<&'static str, u16>> = LazyLock::new(|| {
    let mut known: FxHashMap<&str, u16> = FxHashMap::default();
    for (at, (_, words)) in WORDS.iter().enumerate() {
        for word in *words {
            *known.entry(word).or_default() |= 1 << at;
        }
    }
    known
});

/// The longest function word, in bytes.
const LONGEST: usize = 8;

/// Bytes that are looked at from the start of the text, and again from its middle.
const SAMPLE: usize = 6_000;

/// A word as it is gathered.
#[derive(Default)]
struct Word {
    text: String,
    /// It is longer than a function word.
    long: bool,
}

impl Word {
    fn push(&mut self, c: char) {
        self.long |= self.text.len() >= LONGEST;
        if !self.long {
            self.text.push(c);
        }
    }

    /// Counts the word for the languages it is a function word of, and begins the next; how many words it was.
    fn end(&mut self, scores: &mut [u32; WORDS.len()]) -> u32 {
        let none = self.text.is_empty();
        if !self.long && !none {
            let mut languages = KNOWN.get(self.text.as_str()).copied().unwrap_or(0);
            while languages != 0 {
                scores[languages.trailing_zeros() as usize] += 1;
                languages &= languages - 1;
            }
        }
        self.text.clear();
        self.long = false;
        u32::from(!none)
    }
}

enum Script {
    Latin,
    /// One of those that [`tell`] counts.
    Other(usize),
}

fn script(c: char) -> Option<Script> {
    Some(match c as u32 {
        0..=0x24f | 0x1e00..=0x1eff => Script::Latin,
        0x400..=0x52f => Script::Other(0),
        0x370..=0x3ff => Script::Other(1),
        0x600..=0x6ff => Script::Other(2),
        0x590..=0x5ff => Script::Other(3),
        0x4e00..=0x9fff => Script::Other(4),
        0x3040..=0x30ff => Script::Other(5),
        0xac00..=0xd7af => Script::Other(6),
        0x900..=0x97f => Script::Other(7),
        0xe00..=0xe7f => Script::Other(8),
        0x980..=0x9ff => Script::Other(9),
        _ => return None,
    })
}

/// Tells the language; `und` where there are too few words to tell.
pub(super) fn tell(raw: &str) -> Language {
    let middle = raw.floor_char_boundary(raw.len() / 2);
    let samples = [&raw[..raw.floor_char_boundary(SAMPLE)], &raw[middle..raw.floor_char_boundary(middle + SAMPLE)]];
    let samples = if raw.len() > 2 * SAMPLE { &samples[..] } else { &[raw] };
    let mut scores = [0u32; WORDS.len()];
    let mut scripts: [(&str, u32); 10] =
        [("ru", 0), ("el", 0), ("ar", 0), ("he", 0), ("zh", 0), ("ja", 0), ("ko", 0), ("hi", 0), ("th", 0), ("bn", 0)];
    let (mut words, mut latin, mut other) = (0u32, 0u32, 0u32);
    for sample in samples {
        let mut word = Word::default();
        for c in sample.chars() {
            if c.is_ascii_alphabetic() {
                latin += 1;
                word.push(c.to_ascii_lowercase());
                continue;
            }
            if c == '\'' || c == '’' {
                word.push(c);
                continue;
            }
            if c.is_ascii() || !c.is_alphabetic() {
                words += word.end(&mut scores);
                continue;
            }
            c.to_lowercase().for_each(|c| word.push(c));
            match script(c) {
                Some(Script::Latin) => latin += 1,
                Some(Script::Other(at)) => {
                    other += 1;
                    scripts[at].1 += 1;
                }
                None => {}
            }
        }
        words += word.end(&mut scores);
    }
    if other > latin && other >= 20 {
        // Kana among Han characters is Japanese.
        let best = if scripts[5].1 * 10 > scripts[4].1 { 5 } else { 4 };
        let most = scripts.iter().max_by_key(|script| script.1).copied().unwrap_or(("und", 0));
        let tag = if matches!(most.0, "zh" | "ja") { scripts[best].0 } else { most.0 };
        return Language { tag, confidence: (100 * other / (other + latin)).min(99) as u8 };
    }
    let english = scores[0];
    let (tag, best) = WORDS
        .iter()
        .zip(scores)
        .map(|((tag, _), score)| (*tag, score))
        .max_by_key(|(tag, score)| (*score, *tag == "en"))
        .unwrap_or(("und", 0));
    // Prose of any of these languages has one of its words in every eight or so.
    if words < 12 || best < 3 || best * 20 < words {
        return Language {
            tag: if english >= 3 { "en" } else { "und" },
            confidence: if english >= 3 { 50 } else { 0 },
        };
    }
    let rest = scores.iter().sum::<u32>() - best;
    Language { tag, confidence: (100 * best / (best + rest)).min(99) as u8 }
}

/// Whether it is clearly another language than English.
pub(super) fn is_foreign(language: Language) -> bool {
    !matches!(language.tag, "en" | "und") && language.confidence >= 50
}
