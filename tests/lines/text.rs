use postil::Annotation;

pub fn lines(annotation: &Annotation) -> Vec<String> {
    let text = &annotation.text;
    text.blocks.iter().map(|block| format!("{:?} {:?}", block.kind, text.slice(block.span))).collect()
}
