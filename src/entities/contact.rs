//! Contact items: URLs, e-mail addresses, handles, hashtags.

use super::{Find, Kind, Proposal, Scene};
use crate::reason::Reason;
use crate::rule::Rule;
use crate::text::TokenKind;

/// A token that is an address: "example.org", "@name".
pub(super) const RULE: Rule<Find> =
    Rule { name: "entities/contact", about: "URLs, e-mail addresses, handles and hashtags: “@name”", find };

fn find(scene: &Scene, proposals: &mut Vec<Proposal>) {
    for sentence in scene.text.included() {
        for at in sentence.tokens.clone() {
            let why = match scene.text.tokens[at].kind {
                TokenKind::Url => "a web address",
                TokenKind::Email => "an e-mail address",
                TokenKind::Handle => "begins with “@”",
                TokenKind::Hashtag => "begins with “#”",
                _ => continue,
            };
            let proposal = Proposal::new(scene, at..at + 1, Kind::Contact, None, RULE.name);
            proposals.push(proposal.weighing(200).because(Reason::new("address", why)));
        }
    }
}
