use postil::Annotation;

pub fn lines(annotation: &Annotation) -> Vec<String> {
    let text = &annotation.text;
    annotation.linked.mentions.iter().map(|item| format!("{:?} {:?}", item.kind, text.slice(item.span))).collect()
}
