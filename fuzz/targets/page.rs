//! A paste with the outline of the page that it was copied from, which fits it, fits it badly, or is of another page.

#![no_main]

use arbitrary::{Result, Unstructured};
use postil::export::{GivenWire, PieceWire};

const ROLES: [&str; 10] = ["h1", "h2", "h6", "paragraph", "listItem", "caption", "quote", "time", "byline", "other"];

libfuzzer_sys::fuzz_target!(|bytes: &[u8]| {
    let _ = run(&mut Unstructured::new(bytes));
});

fn run(bytes: &mut Unstructured<'_>) -> Result<()> {
    let text = postil_fuzz::text(bytes)?;
    let page = if bytes.ratio(1, 8)? { postil_fuzz::text(bytes)? } else { text.clone() };
    let mut outline = Vec::new();
    for line in page.split('\n') {
        match bytes.int_in_range(0..=9_u8)? {
            0 => continue,
            1 => outline.push(piece(line.split_at(line.floor_char_boundary(line.len() / 2)).0, bytes)?),
            2 => outline.push(piece(&line.split_whitespace().collect::<Vec<_>>().join(" "), bytes)?),
            3 => outline.extend([piece(line, bytes)?, piece(line, bytes)?]),
            _ => outline.push(piece(line, bytes)?),
        }
    }
    let plain = postil_fuzz::given(bytes)?;
    let wire = GivenWire {
        date: plain.date.map(|date| date.to_string()),
        title: bytes.arbitrary::<bool>()?.then(|| text.lines().next().unwrap_or_default().to_owned()),
        byline: bytes.arbitrary::<bool>()?.then(|| "By Ada Quill".to_owned()),
        site: bytes.arbitrary::<bool>()?.then(|| "Harbour Post".to_owned()),
        outline: Some(outline),
        insist: plain.insist,
        whole: plain.whole,
        ..GivenWire::default()
    };
    postil_fuzz::hold(&text, &wire.read(&text).expect("a good date"));
    Ok(())
}

fn piece(words: &str, bytes: &mut Unstructured<'_>) -> Result<PieceWire> {
    Ok(PieceWire {
        text: words.to_owned(),
        role: (*bytes.choose(&ROLES)?).to_owned(),
        link_share: bytes.arbitrary()?,
        aside: bytes.ratio(1, 6)?,
        main: bytes.arbitrary()?,
    })
}
