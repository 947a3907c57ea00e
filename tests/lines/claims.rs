use postil::claims::{Claim, Mode};
use postil::{Annotation, Span};

/// `mode [source form!] <cue lemma class> "content" … flags`: an anonymous source ends in `!`.
///
/// In a text of a few sentences all that is stated is a claim; what no article would show is left out.
pub fn lines(annotation: &Annotation) -> Vec<String> {
    let worth = |claim: &Claim| claim.checkworthy.as_ref().map_or(0, |worth| worth.score);
    let shown = |claim: &&Claim| claim.mode != Mode::Narrator || worth(claim) >= 60;
    annotation.linked.claims.iter().filter(shown).map(|claim| line(annotation, claim)).collect()
}

fn line(annotation: &Annotation, claim: &Claim) -> String {
    let text = &annotation.text;
    let words = |span: Span| text.slice(span).replace('\n', " ");
    let mut line = format!("{:?}", claim.mode).to_lowercase();
    if let Some(source) = &claim.source {
        let form = format!("{:?}", source.form).to_lowercase();
        let anonymous = if source.anonymous { "!" } else { "" };
        line += &format!(" [{} {form}{anonymous}]", words(source.span));
        if let Some(reason) = source.anonymity_reason {
            line += &format!(" because \"{}\"", words(reason));
        }
    }
    if let Some(cue) = &claim.cue {
        line += &format!(" <{} {} {}>", words(cue.span), cue.lemma, format!("{:?}", cue.class).to_lowercase());
    }
    for span in &claim.content {
        line += &format!(" {:?}", words(*span));
    }
    if let Some(channel) = claim.channel {
        line += &format!(" via {}", format!("{channel:?}").to_lowercase());
    }
    if claim.negative {
        line += " negative";
    }
    for span in &claim.hedges {
        line += &format!(" hedge {}", words(*span));
    }
    if claim.modality != postil::claims::Modality::Fact {
        line += &format!(" {}", format!("{:?}", claim.modality).to_lowercase());
    }
    if let Some(parent) = claim.parent {
        line += &format!(" in {parent}");
    }
    line
}
