//! ES modules as one classic script, for the page that opens from disk, where a browser loads no module.
//!
//! Each module becomes a function that is called at once, in the order of dependence, and returns what it
//! exports:
//!
//! ```text
//! import { span } from './span.js';         const { span } = module_span;
//! export function draw(article) { … }       function draw(article) { … }
//!                                           return { draw };
//! ```
//!
//! That is sound for the modules of `www/` because they keep to four things, which are checked here: imports
//! and exports begin their line; exports are named and never reassigned; no import is computed, and none goes
//! in a circle. `import.meta.url` becomes the page's own address.

use anyhow::{Context, Result, bail, ensure};
use std::collections::HashMap;
use std::fmt::Write as _;
use std::path::Path;

/// The modules that `entry` needs, as one strict script. `given` stands in for modules of its names,
/// ready written as an expression.
pub fn bundle(folder: &Path, entry: &str, given: &HashMap<&str, String>) -> Result<String> {
    let mut bundle =
        Bundle { folder, given, script: String::from("'use strict';\n"), done: Vec::new(), open: Vec::new() };
    bundle.add(entry)?;
    Ok(bundle.script)
}

struct Bundle<'a> {
    folder: &'a Path,
    given: &'a HashMap<&'a str, String>,
    script: String,
    done: Vec<String>,
    open: Vec<String>,
}

impl Bundle<'_> {
    fn add(&mut self, file: &str) -> Result<()> {
        if self.done.iter().any(|done| done == file) {
            return Ok(());
        }
        ensure!(!self.open.iter().any(|open| open == file), "{file} imports itself by way of {}", self.open.join(", "));
        if let Some(expression) = self.given.get(file) {
            let _ = writeln!(self.script, "const {} = {expression};", variable(file));
        } else {
            let path = self.folder.join(file);
            let source = std::fs::read_to_string(&path).with_context(|| format!("cannot read {}", path.display()))?;
            self.open.push(file.to_owned());
            let module = read(file, &source).with_context(|| format!("www/{file} cannot go into the single file"))?;
            for needed in &module.imports {
                self.add(needed)?;
            }
            self.open.pop();
            let _ = write!(self.script, "const {} = (() => {{\n{}", variable(file), module.body);
            let _ = writeln!(self.script, "return {{ {} }};\n}})();", module.exports.join(", "));
        }
        self.done.push(file.to_owned());
        Ok(())
    }
}

#[derive(Debug, Default)]
struct Module {
    imports: Vec<String>,
    exports: Vec<String>,
    body: String,
}

fn read(file: &str, source: &str) -> Result<Module> {
    let mut module = Module::default();
    let mut lines = source.lines();
    while let Some(line) = lines.next() {
        if line.starts_with("import ") || line.starts_with("import{") || line.starts_with("export {") {
            let mut statement = line.to_owned();
            while !statement.trim_end().ends_with(';') {
                let next = lines.next().context("an import or export without its semicolon")?;
                statement.push(' ');
                statement.push_str(next.trim());
            }
            let statement = statement.trim_end().trim_end_matches(';');
            match statement.strip_prefix("import") {
                Some(import) => self::import(file, import.trim(), &mut module)?,
                None => export(file, statement.trim_start_matches("export").trim(), &mut module)?,
            }
        } else if let Some(declaration) = line.strip_prefix("export ") {
            module.exports.push(declared(declaration)?.to_owned());
            module.body.push_str(declaration);
            module.body.push('\n');
        } else {
            check(line)?;
            module.body.push_str(&line.replace("import.meta.url", "location.href"));
            module.body.push('\n');
        }
    }
    Ok(module)
}

/// `{ a, b as c } from './x.js'`, `* as x from './x.js'`, `init, { a } from './x.js'`, `'./x.js'`.
fn import(file: &str, import: &str, module: &mut Module) -> Result<()> {
    let Some((names, from)) = import.rsplit_once(" from ") else {
        module.imports.push(resolve(file, import)?);
        return Ok(());
    };
    let from = resolve(file, from)?;
    let value = variable(&from);
    let (names, braces) = match names.split_once('{') {
        Some((names, braces)) => (names.trim().trim_end_matches(','), braces.trim_end().strip_suffix('}')),
        None => (names.trim(), None),
    };
    if let Some(all) = names.strip_prefix("* as ") {
        let _ = writeln!(module.body, "const {all} = {value};");
    } else if !names.is_empty() {
        let _ = writeln!(module.body, "const {{ default: {names} }} = {value};");
    }
    if let Some(braces) = braces {
        let _ = writeln!(module.body, "const {{ {} }} = {value};", renamed(braces));
    }
    module.imports.push(from);
    Ok(())
}

/// `{ a, b as c }`, with or without `from './x.js'`.
fn export(file: &str, export: &str, module: &mut Module) -> Result<()> {
    let (names, from) = match export.rsplit_once(" from ") {
        Some((names, from)) => (names, Some(resolve(file, from)?)),
        None => (export, None),
    };
    let names = names.trim().trim_start_matches('{').trim_end_matches('}');
    for name in names.split(',').map(str::trim).filter(|name| !name.is_empty()) {
        let (inner, outer) = name.split_once(" as ").unwrap_or((name, name));
        module.exports.push(match &from {
            Some(from) => format!("{}: {}.{}", outer.trim(), variable(from), inner.trim()),
            None => format!("{}: {}", outer.trim(), inner.trim()),
        });
    }
    module.imports.extend(from);
    Ok(())
}

/// The name that an exported declaration declares.
fn declared(declaration: &str) -> Result<&str> {
    let mut words = declaration.split(|c: char| !(c.is_ascii_alphanumeric() || c == '_' || c == '$' || c == '{'));
    let mut words = words.by_ref().filter(|word| !word.is_empty());
    let name = match words.next() {
        Some("async") => words.nth(1),
        Some("function" | "class" | "const") => words.next(),
        other => bail!("`export {}`: exports are named, and never reassigned", other.unwrap_or_default()),
    };
    let name = name.context("an export without a name")?;
    ensure!(!name.starts_with('{'), "an export that takes apart a value");
    Ok(name)
}

fn check(line: &str) -> Result<()> {
    let code = line.trim_start();
    if code.starts_with('*') || code.starts_with("//") || code.starts_with("/*") {
        return Ok(());
    }
    for (words, why) in [("await import(", "is computed: imports begin their line"), ("export *", "names nothing")] {
        let at = code.find(words);
        let whole = at.is_some_and(|at| !code[..at].ends_with(|c: char| c.is_alphanumeric() || c == '_' || c == '.'));
        ensure!(!whole, "`{words}` {why}: {code}");
    }
    Ok(())
}

/// `'./x.js'` as seen from `file`, both as paths below `www/`.
fn resolve(file: &str, from: &str) -> Result<String> {
    let from = from.trim().trim_matches(['\'', '"']);
    ensure!(from.starts_with('.'), "`{from}` is not a file beside this one");
    let mut path: Vec<&str> = file.split('/').collect();
    path.pop();
    for part in from.split('/') {
        match part {
            "." => {}
            ".." => drop(path.pop()),
            part => path.push(part),
        }
    }
    Ok(path.join("/"))
}

/// `a, b as c` as `a, b: c`.
fn renamed(names: &str) -> String {
    let names = names.split(',').map(str::trim).filter(|name| !name.is_empty());
    names.map(|name| name.replace(" as ", ": ")).collect::<Vec<_>>().join(", ")
}

fn variable(file: &str) -> String {
    let stem = file.trim_end_matches(".js");
    let name: String = stem.chars().map(|c| if c.is_ascii_alphanumeric() { c } else { '_' }).collect();
    format!("module_{name}")
}

#[cfg(test)]
mod tests {
    use super::*;

    fn body(source: &str) -> String {
        read("main.js", source).map_or_else(|error| format!("{error:#}"), |module| module.body)
    }

    #[test]
    fn imports_become_constants() {
        assert_eq!(body("import { a, b as c } from './x.js';\n"), "const { a, b: c } = module_x;\n");
        assert_eq!(body("import {\n  a,\n  b,\n} from './views/x.js';\n"), "const { a, b } = module_views_x;\n");
        assert_eq!(body("import * as x from './x.js';\n"), "const x = module_x;\n");
        let both = "const { default: init } = module_pkg_postil;\nconst { rules } = module_pkg_postil;\n";
        assert_eq!(body("import init, { rules } from './pkg/postil.js';\n"), both);
    }

    #[test]
    fn exports_are_returned() {
        let source =
            "export const A = 1;\nexport function f(x) {\n}\nexport async function g() {\n}\nexport class C {\n}\n";
        let module = read("x.js", source).expect("a module");
        assert_eq!(module.exports, ["A", "f", "g", "C"]);
        assert_eq!(module.body, source.replace("export ", ""));
        let module = read("x.js", "export { a, b as c };\nexport { d } from './y.js';\n").expect("a module");
        assert_eq!(module.exports, ["a: a", "c: b", "d: module_y.d"]);
    }

    #[test]
    fn what_would_not_work_is_refused() {
        for source in ["export let x = 1;", "export default 1;", "const x = await import('./x.js');"] {
            assert!(read("x.js", source).is_err(), "{source}");
        }
        assert!(read("x.js", " * @type {import('./x.js').X}\nconst x = 1;\n").is_ok());
    }

    #[test]
    fn paths_are_resolved() {
        assert_eq!(resolve("views/a.js", "'../state.js'").expect("a path"), "state.js");
        assert_eq!(resolve("a.js", "\"./views/b.js\"").expect("a path"), "views/b.js");
        assert!(resolve("a.js", "'react'").is_err());
    }
}
