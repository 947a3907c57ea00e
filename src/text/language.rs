//! Which language it is: by script, or by a few function words of each that the others have not.

use super::Language;

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

/// Bytes that are looked at from the start of the text, and again from its middle.
const SAMPLE: usize = 6_000;

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
        for c in sample.chars().filter(|c| c.is_alphabetic()) {
            let script = match c as u32 {
                0..=0x24f | 0x1e00..=0x1eff => {
                    latin += 1;
                    continue;
                }
                0x400..=0x52f => 0,
                0x370..=0x3ff => 1,
                0x600..=0x6ff => 2,
                0x590..=0x5ff => 3,
                0x4e00..=0x9fff => 4,
                0x3040..=0x30ff => 5,
                0xac00..=0xd7af => 6,
                0x900..=0x97f => 7,
                0xe00..=0xe7f => 8,
                0x980..=0x9ff => 9,
                _ => continue,
            };
            other += 1;
            scripts[script].1 += 1;
        }
        let mut folded = String::new();
        for word in sample.split(|c: char| !c.is_alphabetic() && c != '\'' && c != '’').filter(|word| !word.is_empty())
        {
            words += 1;
            if word.len() > 8 {
                continue;
            }
            folded.clear();
            folded.extend(word.chars().flat_map(char::to_lowercase));
            for (score, (_, list)) in scores.iter_mut().zip(WORDS) {
                *score += u32::from(list.contains(&folded.as_str()));
            }
        }
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
