use postil::Annotation;

pub fn lines(annotation: &Annotation) -> Vec<String> {
    let _ = annotation;
    Vec::new()
}
