//! Quote marks that open and do not close.

use crate::claims;
use crate::facts::finding::scene::Scene;
use crate::facts::finding::{EACH, finding};
use crate::facts::{Finding, FindingCode};
use crate::reason::Reason;
/// Quote marks that open and do not close.
pub(in crate::facts::finding) fn find(scene: &Scene, findings: &mut Vec<Finding>) {
    for span in claims::unclosed(scene.text).into_iter().take(EACH) {
        let words = "A quotation that does not end. Its closing mark is missing, so we can’t tell where the speaker’s words stop.";
        let mut found = finding(FindingCode::QuoteUnbalanced, "facts/quote-unbalanced", Vec::new(), words.to_owned());
        found.reasons.push(Reason::at("opening-mark", "the mark that is not closed", span));
        findings.push(found);
    }
}
