//! `postil rules`: every rule with what it finds.

use crate::args::{Listing, Rules};
use crate::fault::Fault;
use std::fmt::Write as _;
use std::io::Write as _;

pub fn run(args: &Rules) -> Result<(), Fault> {
    let rules = postil::rules();
    let output = match args.format {
        Listing::Json => {
            let rules = rules.iter().map(|rule| {
                let (stage, name) = rule.name.split_once('/').unwrap_or(("", rule.name));
                serde_json::json!({ "rule": rule.name, "stage": stage, "name": name, "about": rule.about })
            });
            let rules: Vec<_> = rules.collect();
            format!("{:#}\n", serde_json::Value::from(rules))
        }
        Listing::Text => {
            let width = rules.iter().map(|rule| rule.name.len()).max().unwrap_or(0);
            let mut output = String::new();
            for rule in &rules {
                let _ = writeln!(output, "{:width$}  {}", rule.name, rule.about);
            }
            output
        }
    };
    let mut out = std::io::stdout().lock();
    out.write_all(output.as_bytes()).and_then(|()| out.flush()).map_err(Fault::write)
}
