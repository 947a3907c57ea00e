use postil::Annotation;

pub fn lines(annotation: &Annotation) -> Vec<String> {
    let text = &annotation.text;
    annotation.linked.figures.iter().map(|item| format!("{:?} {:?}", item.kind, text.slice(item.span))).collect()
}
