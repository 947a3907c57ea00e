//! Verb forms: what a form is of which verb, from the list of irregular verbs and from spelling.

use rustc_hash::FxHashMap;
use std::borrow::Cow;
use std::sync::LazyLock;

/// Forms of a verb, a bit each.
pub mod form {
    /// "hire".
    pub const BASE: u8 = 1;
    /// "hires".
    pub const THIRD: u8 = 2;
    /// "hired", "took".
    pub const PAST: u8 = 4;
    /// "hired", "taken".
    pub const PARTICIPLE: u8 = 8;
    /// "hiring".
    pub const GERUND: u8 = 16;
}

/// The irregular forms: each with its verb and which form it is.
static IRREGULAR: LazyLock<FxHashMap<&'static str, (&'static str, u8)>> = LazyLock::new(|| {
    let mut forms: FxHashMap<&'static str, (&'static str, u8)> = FxHashMap::default();
    for row in super::rows(include_str!("../../data/lexicon/verbs.tsv")) {
        let &[base, past, participle] = row.as_slice() else { continue };
        let mut add = |word: &'static str, bits: u8| forms.entry(word).or_insert((base, 0)).1 |= bits;
        past.split(' ').for_each(|word| add(word, form::PAST));
        let participle = if participle == "-" { past } else { participle };
        participle.split(' ').for_each(|word| add(word, form::PARTICIPLE));
        add(base, form::BASE);
    }
    for (word, base, bits) in AUXILIARIES {
        forms.insert(word, (base, *bits));
    }
    forms
});

/// Forms of auxiliaries that no rule gives.
const AUXILIARIES: &[(&str, &str, u8)] = &[
    ("is", "be", form::THIRD),
    ("'s", "be", form::THIRD),
    ("are", "be", form::BASE),
    ("'re", "be", form::BASE),
    ("am", "be", form::BASE),
    ("'m", "be", form::BASE),
    ("being", "be", form::GERUND),
    ("has", "have", form::THIRD),
    ("'ve", "have", form::BASE),
    ("does", "do", form::THIRD),
    ("goes", "go", form::THIRD),
    ("lying", "lie", form::GERUND),
    ("dying", "die", form::GERUND),
    ("tying", "tie", form::GERUND),
    ("died", "die", form::PAST | form::PARTICIPLE),
    ("tied", "tie", form::PAST | form::PARTICIPLE),
    ("lied", "lie", form::PAST | form::PARTICIPLE),
    ("dies", "die", form::THIRD),
    ("ties", "tie", form::THIRD),
    ("lies", "lie", form::THIRD),
];

/// The past forms of the irregular verbs.
static PASTS: LazyLock<FxHashMap<&'static str, &'static str>> = LazyLock::new(|| {
    let rows = super::rows(include_str!("../../data/lexicon/verbs.tsv"));
    rows.filter_map(|row| Some((*row.first()?, row.get(1)?.split(' ').next()?))).collect()
});

/// The past of a verb in "-ing": "killing" → "killed", "beating" → "beat", "carrying" → "carried".
///
/// `is_word` is that of [`base`].
pub fn past_of_gerund(norm: &str, is_word: impl Fn(&str) -> bool) -> Option<String> {
    let front = norm.strip_suffix("ing").filter(|front| front.len() > 1)?;
    if let Some(past) = PASTS.get(&*base(norm, is_word)) {
        return Some((*past).to_owned());
    }
    let stem = front.strip_suffix('y').filter(|stem| !stem.ends_with(['a', 'e', 'i', 'o', 'u']));
    Some(match stem {
        Some(stem) => format!("{stem}ied"),
        None if front.ends_with('e') => format!("{front}d"),
        None => format!("{front}ed"),
    })
}

/// Which forms a verb in small letters may be; a word that could be any verb's base form is one.
pub fn forms(norm: &str) -> u8 {
    if let Some((_, bits)) = IRREGULAR.get(norm) {
        return *bits;
    }
    let long = norm.len() > 3;
    if long && norm.ends_with("ing") {
        return form::GERUND;
    }
    if long && norm.ends_with("ed") && norm != "need" && !norm.ends_with("eed") {
        return form::PAST | form::PARTICIPLE;
    }
    if long && norm.ends_with('s') && !norm.ends_with("ss") && !norm.ends_with("us") {
        return form::THIRD;
    }
    form::BASE
}

/// Whether a word is the past of an irregular verb and no other form of one: "rose", "went", not "cut".
pub fn is_past_only(norm: &str) -> bool {
    IRREGULAR.get(norm).is_some_and(|(_, bits)| *bits == form::PAST)
}

/// The base form of a verb: "hired" → "hire", "dropped" → "drop", "took" → "take".
///
/// `is_word` tells whether a candidate is a word at all; it decides where spelling leaves a choice ("rated" is of
/// "rate", "visited" of "visit").
pub fn base<'w>(norm: &'w str, is_word: impl Fn(&str) -> bool) -> Cow<'w, str> {
    if let Some((base, _)) = IRREGULAR.get(norm) {
        return Cow::Borrowed(base);
    }
    let bits = forms(norm);
    if bits & form::BASE != 0 {
        return Cow::Borrowed(norm);
    }
    if let Some(front) = norm.strip_suffix("ied").or_else(|| norm.strip_suffix("ies")) {
        return Cow::Owned(format!("{front}y"));
    }
    if let Some(front) = norm.strip_suffix('s') {
        let sibilant = ["sse", "she", "che", "xe", "zze", "oe"].iter().any(|end| front.ends_with(end));
        return Cow::Borrowed(&front[..front.len() - usize::from(sibilant && !is_word(front))]);
    }
    let front = norm.strip_suffix("ing").or_else(|| norm.strip_suffix("ed")).unwrap_or(norm);
    if !front.is_ascii() || front.len() < 2 {
        return Cow::Borrowed(front);
    }
    if let Some(base) = IRREGULAR.get(front).filter(|(_, bits)| bits & form::BASE != 0).map(|(base, _)| *base) {
        return Cow::Borrowed(base);
    }
    let silent = format!("{front}e");
    if IRREGULAR.get(silent.as_str()).is_some_and(|(_, bits)| bits & form::BASE != 0) {
        return Cow::Owned(silent);
    }
    let bytes = front.as_bytes();
    let (last, before) = (bytes[bytes.len() - 1], bytes[bytes.len() - 2]);
    let vowel = |byte: u8| matches!(byte, b'a' | b'e' | b'i' | b'o' | b'u');
    if last == before && !vowel(last) {
        // "dropped" is of "drop", "called" of "call".
        let single = &front[..front.len() - 1];
        return Cow::Borrowed(if is_word(front) || !is_word(single) { front } else { single });
    }
    let syllables = bytes.windows(2).filter(|pair| vowel(pair[0]) && !vowel(pair[1])).count();
    let short = syllables == 1 && !vowel(last) && vowel(before) && !matches!(last, b'w' | b'x' | b'y');
    let single_vowel = bytes.len() < 3 || !vowel(bytes[bytes.len() - 3]);
    let prefers_e = short && single_vowel
        || matches!(last, b'v' | b'c' | b'u' | b'z')
        || last == b'g' && !matches!(before, b'n')
        || last == b'l' && !vowel(before) && before != b'l' && before != b'r';
    // "Injured" is of "injure", "operated" of "operate", though `is_word` may take the stem for a word: "labour" is one.
    let ends = |ends: &[&str]| ends.iter().any(|end| front.ends_with(end));
    let stem =
        syllables > 1 && ends(&["at", "ur", "iz", "is", "us", "uc"]) && !ends(&["our", "murmur", "eat", "focus"]);
    let take_e = match (is_word(front), is_word(&silent)) {
        (true, false) => false,
        (false, true) => true,
        _ => prefers_e || stem,
    };
    if take_e { Cow::Owned(silent) } else { Cow::Borrowed(front) }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn base_forms_are_words() {
        let words = [
            "hire", "rate", "rat", "visit", "drop", "call", "use", "us", "sign", "acquire", "enter", "close", "end",
            "note", "not", "cite", "announce", "argue", "judge", "settle", "add", "stop", "plan", "plane", "deny",
        ];
        let pairs = [
            ("hired", "hire"),
            ("rated", "rate"),
            ("visited", "visit"),
            ("dropped", "drop"),
            ("called", "call"),
            ("used", "use"),
            ("signed", "sign"),
            ("acquiring", "acquire"),
            ("entered", "enter"),
            ("closes", "close"),
            ("ended", "end"),
            ("noted", "note"),
            ("cited", "cite"),
            ("announcing", "announce"),
            ("argued", "argue"),
            ("judged", "judge"),
            ("settled", "settle"),
            ("adding", "add"),
            ("stopped", "stop"),
            ("planned", "plan"),
            ("denied", "deny"),
            ("passes", "pass"),
            ("took", "take"),
            ("making", "make"),
            ("said", "say"),
            ("cutting", "cut"),
            ("injured", "injure"),
            ("operating", "operate"),
            ("accused", "accuse"),
            ("laboured", "labour"),
            ("repeated", "repeat"),
        ];
        for (word, verb) in pairs {
            let known = |word: &str| {
                words.contains(&word) || matches!(word, "pass" | "cut" | "injur" | "injure" | "labour" | "repeat")
            };
            assert_eq!(base(word, known), verb, "{word}");
        }
    }

    #[test]
    fn gerunds_have_a_past() {
        let pairs = [
            ("killing", "killed"),
            ("injuring", "injured"),
            ("beating", "beat"),
            ("carrying", "carried"),
            ("stopping", "stopped"),
            ("freeing", "freed"),
            ("winning", "won"),
            ("destroying", "destroyed"),
        ];
        for (gerund, past) in pairs {
            let known = |word: &str| matches!(word, "kill" | "beat" | "carry" | "stop" | "free" | "win" | "destroy");
            assert_eq!(past_of_gerund(gerund, known).as_deref(), Some(past), "{gerund}");
        }
    }

    #[test]
    fn forms_are_told_apart() {
        assert_eq!(forms("taken"), form::PARTICIPLE);
        assert_eq!(forms("took"), form::PAST);
        assert_eq!(forms("cut"), form::BASE | form::PAST | form::PARTICIPLE);
        assert_eq!(forms("need"), form::BASE);
        assert_eq!(forms("cuts"), form::THIRD);
    }
}
