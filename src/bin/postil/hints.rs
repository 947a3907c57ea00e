//! What the words of `class` and `id` say, read from the page's own list so that both read the same.

use std::sync::LazyLock;

/// The lists of `www/hints.js`.
pub struct Hints {
    pub main: Vec<&'static str>,
    pub quote: Vec<&'static str>,
    pub caption: Vec<&'static str>,
    pub byline: Vec<&'static str>,
    pub time: Vec<&'static str>,
    pub aside: Vec<&'static str>,
    pub aside_whole: Vec<&'static str>,
}

const SOURCE: &str = include_str!("../../../www/hints.js");

pub static HINTS: LazyLock<Hints> = LazyLock::new(|| Hints {
    main: words("MAIN"),
    quote: words("QUOTE"),
    caption: words("CAPTION"),
    byline: words("BYLINE"),
    time: words("TIME"),
    aside: words("ASIDE"),
    aside_whole: words("ASIDE_WHOLE"),
});

/// The words of one constant.
fn words(name: &str) -> Vec<&'static str> {
    let constant = format!("export const {name} = `");
    let words = SOURCE.split_once(&constant).and_then(|(_, rest)| rest.split('`').next()).unwrap_or_default();
    words.split_whitespace().collect()
}

#[cfg(test)]
mod tests {
    use super::HINTS;

    #[test]
    fn every_list_is_found() {
        let lists =
            [&HINTS.main, &HINTS.quote, &HINTS.caption, &HINTS.byline, &HINTS.time, &HINTS.aside, &HINTS.aside_whole];
        assert!(lists.iter().all(|list| list.len() > 1));
    }
}
