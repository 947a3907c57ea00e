//! `cargo xtask new-rule figures/odds`: the files of a new rule, and its line in the slice of its stage.

use anyhow::{Context, Result, ensure};
use std::fs;
use std::path::Path;

/// What a rule looks like in a stage that reads rules from a slice of its `mod.rs`.
struct Stage {
    name: &'static str,
    imports: &'static str,
    signature: &'static str,
    /// What an empty rule does.
    body: &'static str,
}

const STAGES: [Stage; 4] = [
    Stage {
        name: "entities",
        imports: "use super::{Find, Proposal, Scene};\nuse crate::rule::Rule;",
        signature: "scene: &Scene, proposals: &mut Vec<Proposal>",
        body: "",
    },
    Stage {
        name: "times",
        imports: "use super::Find;\nuse super::scan::{Found, Scan};\nuse crate::rule::Rule;",
        signature: "scan: &Scan, at: usize",
        body: "    None\n",
    },
    Stage {
        name: "figures",
        imports: "use super::Find;\nuse super::scene::{Draft, Scene};\nuse crate::rule::Rule;",
        signature: "scene: &Scene, at: usize",
        body: "    None\n",
    },
    Stage {
        name: "claims",
        imports: "use super::scene::Scene;\nuse super::{Claim, Find};\nuse crate::rule::Rule;",
        signature: "scene: &Scene, claims: &mut Vec<Claim>",
        body: "",
    },
];

/// Writes the rule's file and its case file, and names it in the slice.
///
/// # Errors
/// If the stage has no slice of rules, the name is no word in snake case, or the rule exists.
pub fn new_rule(root: &Path, rule: &str) -> Result<()> {
    let (stage, name) =
        rule.split_once('/').with_context(|| format!("{rule} should be STAGE/NAME, say figures/odds"))?;
    let known = STAGES.map(|stage| stage.name).join(", ");
    let stage = STAGES
        .iter()
        .find(|known| known.name == stage)
        .with_context(|| format!("no stage {stage}: {known} have rules"))?;
    let is_word = !name.is_empty() && name.chars().all(|letter| letter.is_ascii_lowercase() || letter == '_');
    ensure!(is_word, "{name} should be a word in snake case");
    let file = root.join("src").join(stage.name).join(format!("{name}.rs"));
    let cases = root.join("tests/cases").join(stage.name).join(format!("{name}.txt"));
    let folder = file.with_extension("");
    ensure!(!file.exists() && !folder.exists() && !cases.exists(), "the rule {rule} exists");
    let slice = root.join("src").join(stage.name).join("mod.rs");
    let text = fs::read_to_string(&slice).with_context(|| slice.display().to_string())?;
    let text = listed(&text, name).with_context(|| format!("{} has no slice RULES", slice.display()))?;
    fs::write(&file, source(stage, name))?;
    fs::write(&cases, case(name))?;
    fs::write(&slice, text)?;
    println!("src/{rule}.rs\ntests/cases/{rule}.txt\nsrc/{}/mod.rs, at the end of RULES", stage.name);
    println!("Write cases first, then the rule: cargo test --test cases {}", stage.name);
    Ok(())
}

/// The module and the line in the slice, put into the text of a stage's `mod.rs`.
fn listed(text: &str, name: &str) -> Option<String> {
    let module = format!("mod {name};");
    let bare = |line: &str| line.trim_start_matches("pub ").to_owned();
    let is_module = |line: &&str| line.starts_with("mod ") || line.starts_with("pub mod ");
    let after = text.lines().filter(is_module).find(|line| bare(line) > module)?;
    let start = text.find(&format!("\n{after}\n"))? + 1;
    let slice = start + text[start..].find("RULES: &[Rule<Find>] = &[")?;
    let end = slice + text[slice..].find("\n];")? + 1;
    Some(format!("{}{module}\n{}    {name}::RULE,\n{}", &text[..start], &text[start..end], &text[end..]))
}

fn source(stage: &Stage, name: &str) -> String {
    let Stage { name: of, imports, signature, body } = stage;
    let returns = match *of {
        "times" => " -> Option<Found>",
        "figures" => " -> Option<Draft>",
        _ => "",
    };
    format!(
        "//! What the rule finds, with an example, and what it leaves alone.\n\n{imports}\n\n\
         pub(super) const RULE: Rule<Find> = Rule {{ name: \"{of}/{name}\", about: \"\", find }};\n\n\
         fn find({signature}){returns} {{\n{body}}}\n"
    )
}

fn case(name: &str) -> String {
    format!(
        "=== what it finds\nA sentence that has {}.\n---\n=== what it leaves alone\nA sentence that has none.\n---\n",
        name.replace('_', " ")
    )
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn the_module_and_the_rule_are_listed() {
        let text = "mod age;\npub mod pair;\n\npub const RULES: &[Rule<Find>] = &[\n    age::RULE,\n];\n";
        let listed = listed(text, "odds").expect("a slice");
        assert_eq!(
            listed,
            "mod age;\nmod odds;\npub mod pair;\n\npub const RULES: &[Rule<Find>] = &[\n    age::RULE,\n    odds::RULE,\n];\n"
        );
    }

    #[test]
    fn without_a_slice_nothing_is_listed() {
        assert_eq!(listed("mod age;\nmod pair;\n", "odds"), None);
    }
}
