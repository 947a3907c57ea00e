//! What must hold of every reading, whatever the text.

use postil::text::{Text, read};
use postil::{Given, Span};
use proptest::prelude::*;
use std::collections::HashSet;

/// Text as it comes and as it never should: news, marks, scripts of every kind.
fn any_text() -> impl Strategy<Value = String> {
    let pieces = prop_oneof![
        Just("The U.S. can't say Trump’s $4.2bn, he said.".to_owned()),
        Just("“Why?” she asked.\n\n".to_owned()),
        Just("LONDON, June 10 (Reuters) — ".to_owned()),
        Just("HomeWorldAsia".to_owned()),
        Just("\r\n".to_owned()),
        Just("\n".to_owned()),
        Just("🇬🇧🇫🇷👨‍👩‍👧".to_owned()),
        Just("e\u{301}\u{ad}\u{200b}\u{feff} \u{301}\u{600} ".to_owned()),
        "[ -~]{0,12}",
        "[0-9.,:$%'\"@#/-]{0,8}",
        "[a-zA-Z.’'&@]{0,8} ",
        "\\PC{0,6}",
        any::<String>().prop_map(|text| text.chars().take(8).collect()),
    ];
    prop::collection::vec(pieces, 0..24).prop_map(|pieces| pieces.concat())
}

fn holds(paste: &str) -> Result<Text, TestCaseError> {
    let text = read(paste, &Given::default());
    let raw = text.as_str();
    let edges: HashSet<usize> = unicode_segmentation::UnicodeSegmentation::grapheme_indices(raw, true)
        .map(|(at, _)| at)
        .chain([raw.len()])
        .collect();
    let sound = |span: Span| {
        let words = &raw[span.range()];
        prop_assert!(!span.is_empty() && words.trim() == words, "outer white space: {words:?}");
        prop_assert!(edges.contains(&(span.start as usize)) && edges.contains(&(span.end as usize)), "cut: {words:?}");
        Ok(())
    };
    let mut end = 0;
    for block in &text.blocks {
        sound(block.span)?;
        prop_assert!(block.span.start >= end);
        end = block.span.end;
        prop_assert!(!block.reasons.is_empty() || block.included);
    }
    let (mut token, mut sentence) = (0, 0);
    for (number, block) in text.blocks.iter().enumerate() {
        prop_assert_eq!(block.sentences.start, sentence);
        sentence = block.sentences.end;
        for one in &text.sentences[block.sentences.start as usize..block.sentences.end as usize] {
            sound(one.span)?;
            prop_assert_eq!(one.block as usize, number);
            prop_assert_eq!(one.tokens.start, token);
            prop_assert!(one.tokens.end > token);
            token = one.tokens.end;
            prop_assert_eq!(text.cover(one.tokens.clone()), one.span);
            prop_assert!(block.span.contains(one.span));
        }
    }
    prop_assert_eq!(sentence as usize, text.sentences.len());
    prop_assert_eq!(token, text.tokens.len());
    // Tokens and the gaps between them tile the text; a gap is made of what shows nothing.
    let mut at = 0;
    for (number, token) in text.tokens.iter().enumerate() {
        sound(token.span)?;
        prop_assert!(token.span.start as usize >= at);
        gap(&raw[at..token.span.start as usize])?;
        at = token.span.end as usize;
        let _ = (text.norm(number), text.word(number));
    }
    gap(&raw[at..])?;
    for dateline in &text.datelines {
        sound(dateline.span)?;
    }
    Ok(text)
}

/// White space, marks that show nothing, and graphemes that only a mark on white space makes.
fn gap(words: &str) -> Result<(), TestCaseError> {
    let blank = |c: char| c.is_whitespace() || "\u{200b}\u{2060}\u{feff}".contains(c);
    for cluster in unicode_segmentation::UnicodeSegmentation::graphemes(words, true) {
        prop_assert!(cluster.starts_with(blank) || cluster.ends_with(blank), "in no token: {cluster:?}");
    }
    Ok(())
}

proptest! {
    #![proptest_config(ProptestConfig { cases: 1500, failure_persistence: None, ..ProptestConfig::default() })]

    #[test]
    fn tokens_sentences_and_blocks_tile_the_text(paste in any_text()) {
        holds(&paste)?;
    }

    #[test]
    fn reading_is_a_function(paste in any_text()) {
        let (one, two) = (read(&paste, &Given::default()), read(&paste, &Given::default()));
        prop_assert_eq!(one.tokens, two.tokens);
        prop_assert_eq!(one.blocks, two.blocks);
    }
}

#[test]
fn nothing_is_read_from_nothing() {
    for paste in ["", " ", "\n\n\n", "\u{feff}", "\r\n", "\u{200b}"] {
        let text = read(paste, &Given::default());
        assert!(text.blocks.is_empty() && text.tokens.is_empty() && text.sentences.is_empty(), "{paste:?}");
    }
}

#[test]
fn hostile_text_is_read_in_linear_time() {
    let unit = 200_000;
    for piece in [
        "$", "1", "1,", "1,1", "1.", "A. ", "\"", "'", "“", "a.", "a-", "http://", "May ", "@", "e\u{301}", "🇬", "\n",
        ". ", "x@",
    ] {
        let start = std::time::Instant::now();
        let paste = piece.repeat(unit / piece.len());
        let text = read(&paste, &Given::default());
        assert!(text.tokens.len() <= paste.len());
        assert!(start.elapsed().as_secs() < 8, "{piece:?} took {:?}", start.elapsed());
    }
}
