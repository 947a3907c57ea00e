use postil::Annotation;
use postil::tag;

/// One line a sentence: "Profit/NOUN rose/VERB ./PUNCT".
pub fn lines(annotation: &Annotation) -> Vec<String> {
    let text = &annotation.text;
    let tagged = tag::tag(text);
    let line = |sentence: &postil::text::Sentence| {
        let words: Vec<_> =
            sentence.tokens.clone().map(|at| format!("{}/{}", text.word(at), tagged.pos(at).name())).collect();
        words.join(" ")
    };
    text.sentences.iter().map(line).collect()
}
