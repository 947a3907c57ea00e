use postil::Annotation;
use postil::facts::{Finding, Member};

/// Findings, one line each: the code, what is said, the words of the members, and the arithmetic if there is any.
pub fn lines(annotation: &Annotation) -> Vec<String> {
    annotation.facts.findings.iter().map(|finding| line(annotation, finding)).collect()
}

fn line(annotation: &Annotation, finding: &Finding) -> String {
    let members: Vec<&str> = finding.members.iter().map(|member| words(annotation, *member)).collect();
    let computation = finding.computation.iter().map(|computation| format!(" = {computation}"));
    format!("{:?} {:?} {members:?}{}", finding.code, finding.text, computation.collect::<String>())
}

fn words(annotation: &Annotation, member: Member) -> &str {
    let (text, linked) = (&annotation.text, &annotation.linked);
    match member {
        Member::Mention(at) => text.slice(linked.mentions[at].span),
        Member::Entity(at) => &linked.entities[at].name,
        Member::Figure(at) => text.slice(linked.figures[at].span),
        Member::Time(at) => text.slice(linked.times[at].span),
        Member::Claim(at) => text.slice(linked.claims[at].content[0]),
    }
}
