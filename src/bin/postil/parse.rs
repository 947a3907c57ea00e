//! `postil parse`: the part of speech, head and relation of each token.

use crate::annotate::read;
use crate::args::{Parse, Tree};
use crate::fault::Fault;
use postil::syntax::{self, Parsed, conllu};
use postil::tag::{self, Tagged};
use postil::text::{self, Text};
use std::fmt::Write as _;
use std::io::Write as _;

pub fn run(args: &Parse) -> Result<(), Fault> {
    let input = read(args.file.as_deref())?;
    let text = if args.conllu {
        conllu::read(&input).text
    } else {
        text::read(&input, &postil::Given { insist: args.insist, ..postil::Given::default() })
    };
    let tagged = tag::tag(&text);
    let parsed = syntax::parse(&text, &tagged);
    let output = match args.format {
        Tree::Conllu => conllu::write(&text, &tagged, &parsed),
        Tree::Text => text
            .sentences
            .iter()
            .map(|sentence| {
                let mut out = format!("{}\n", text.slice(sentence.span).replace('\n', " "));
                let root = sentence.tokens.clone().find(|at| parsed.head(*at).is_none());
                root.into_iter().for_each(|root| draw(&text, &tagged, &parsed, root, &mut out));
                out + "\n"
            })
            .collect(),
    };
    let mut out = std::io::stdout().lock();
    out.write_all(output.as_bytes()).and_then(|()| out.flush()).map_err(Fault::write)
}

/// Draws the subtree of a token, each dependent a line below its head and further to the right.
fn draw(text: &Text, tagged: &Tagged, parsed: &Parsed, root: usize, out: &mut String) {
    let mut open = vec![(root, 1)];
    while let Some((at, depth)) = open.pop() {
        let sure = if parsed.is_sure(at) { "" } else { " ?" };
        let (relation, pos) = (parsed.relation(at).name(), tagged.pos(at).name());
        let _ = writeln!(out, "{:depth$}{relation}{sure}  {}  {pos}", "", text.word(at), depth = 2 * depth);
        let children: Vec<usize> =
            parsed.children(at).filter(|child| parsed.relation(*child) != syntax::Relation::Punct).collect();
        open.extend(children.into_iter().rev().map(|child| (child, depth + 1)));
    }
}
