use postil::Annotation;

pub fn lines(annotation: &Annotation) -> Vec<String> {
    annotation.facts.findings.iter().map(|finding| format!("{:?} {:?}", finding.code, finding.text)).collect()
}
