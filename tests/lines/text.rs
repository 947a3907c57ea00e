//! A block: its kind, `muted` if it is, its words, and under it its sentences where it has several. The dateline's
//! words follow, and the language where it is not English.

use postil::Annotation;

pub fn lines(annotation: &Annotation) -> Vec<String> {
    let text = &annotation.text;
    let mut lines = Vec::new();
    for block in &text.blocks {
        let muted = if block.included { "" } else { " muted" };
        let why = block.reasons.iter().map(|reason| format!(" {}", reason.code)).collect::<String>();
        lines.push(format!("{:?}{muted}{why} {:?}", block.kind, text.slice(block.span)));
        let sentences = &text.sentences[block.sentences.start as usize..block.sentences.end as usize];
        if sentences.len() > 1 {
            lines.extend(sentences.iter().map(|sentence| format!("  {:?}", text.slice(sentence.span))));
        }
        let tokens = (sentences.iter().flat_map(|sentence| sentence.tokens.clone())).map(|at| text.word(at));
        if text.blocks.len() == 1 {
            lines.push(format!("  {}", tokens.collect::<Vec<_>>().join(" ")));
        }
    }
    lines.extend(text.datelines.iter().map(|dateline| {
        format!("dated{} {:?}", if dateline.byline { " by the byline" } else { "" }, text.slice(dateline.span))
    }));
    if !matches!(text.language.tag, "en" | "und") {
        lines.push(format!("language {}", text.language.tag));
    }
    lines
}
