//! The page as one file that opens from disk: styles, scripts and module inlined.
//!
//! `index.html` names its style sheets and its one module, `main.js`. The script is [bundled](crate::bundle);
//! before it stands `postilEmbedded`, which holds what cannot be fetched from disk: a function that makes the
//! worker from a Blob, the module compiled from Base64, and the sample article. The worker is a classic one:
//! a module worker that imports a `blob:` address fails in Chromium. The content security policy names the
//! script and the style by their hashes.

use crate::bundle::bundle;
use crate::settings::Settings;
use anyhow::{Context, Result, ensure};
use data_encoding::BASE64;
use sha2::{Digest, Sha256};
use std::collections::HashMap;
use std::path::Path;

/// Builds the page from `www/`, the module's bytes and the glue made for classic scripts.
pub fn page(settings: &Settings, www: &Path, module: &[u8], glue: &str) -> Result<String> {
    let html = read(&www.join("index.html"))?;
    let package = settings.out_dir.strip_prefix("www").context("out-dir lies within www/")?;
    let package = format!("{}/{}.js", package.display(), settings.out_name);
    let bindings = String::from("{ ...wasm_bindgen, default: wasm_bindgen }");
    let worker = bundle(www, "worker.js", &HashMap::from([(package.as_str(), bindings)]))?;
    let worker = format!("{glue}\n{worker}");
    let sample = read(&www.join("sample.txt"))?;
    let embedded = EMBEDDED.replace("WORKER", &literal(&worker)?).replace("SAMPLE", &literal(&sample)?);
    let script = format!("{embedded}{}", bundle(www, "main.js", &HashMap::new())?).replace("</", "<\\/");
    let mut style = String::new();

    let mut page = String::with_capacity(html.len() + script.len() + module.len() * 3 / 2);
    let mut scripts = 0;
    for line in html.split_inclusive('\n') {
        let tag = line.trim_start();
        if tag.starts_with("<link rel=\"stylesheet\"") {
            style.push_str(&inline_images(www, &read(&www.join(attribute(tag, "href")?))?)?);
        } else if tag.starts_with("<link rel=\"icon\"") {
            let name = attribute(tag, "href")?;
            page.push_str(&line.replace(name, &data_url(&www.join(name))?));
        } else if tag.starts_with("<link ") || tag.starts_with("<meta http-equiv=\"Content-Security-Policy\"") {
            // The manifest, the preloads, the served page's own policy.
        } else if tag.starts_with("<script") {
            ensure!(attribute(tag, "src")? == "main.js", "index.html loads a script beside main.js");
            scripts += 1;
        } else {
            page.push_str(line);
        }
    }
    ensure!(scripts == 1, "index.html loads main.js once, on a line of its own");
    let policy = format!(
        "default-src 'none'; script-src '{}' 'wasm-unsafe-eval'; style-src '{}'; worker-src blob:; \
         img-src data:; base-uri 'none'; form-action 'none'; require-trusted-types-for 'script'",
        hash(&script),
        hash(&style)
    );
    let head = format!(
        "<meta charset=\"utf-8\">\n<meta http-equiv=\"Content-Security-Policy\" content=\"{policy}\">\n<style>{style}</style>\n"
    );
    let tail = format!(
        "<script type=\"text/plain\" id=\"postil-module\">{}</script>\n<script>{script}</script>\n",
        BASE64.encode(module)
    );
    let (before, after) = page.split_once("<head>").context("index.html has a <head>")?;
    let after = after.replace("<meta charset=\"utf-8\">", "");
    let (inner, end) = after.rsplit_once("</body>").context("index.html has a </body>")?;
    Ok(format!("{before}<head>\n{head}{}{tail}</body>{end}", inner.trim_start()))
}

/// What the page looks for before it fetches. The module is compiled once; each worker is handed it.
const EMBEDDED: &str = "'use strict';
globalThis.postilEmbedded = (() => {
  const policy = globalThis.trustedTypes?.createPolicy('postil-embedded', { createScriptURL: (url) => url });
  const bytes = () => Uint8Array.from(
    atob(document.getElementById('postil-module').textContent), (c) => c.charCodeAt(0));
  return {
    worker() {
      const url = URL.createObjectURL(new Blob([WORKER], { type: 'text/javascript' }));
      const worker = new Worker(policy ? policy.createScriptURL(url) : url);
      URL.revokeObjectURL(url);
      return worker;
    },
    module: WebAssembly.compile(bytes()),
    sample: SAMPLE,
  };
})();
";

fn read(path: &Path) -> Result<String> {
    std::fs::read_to_string(path).with_context(|| format!("cannot read {}", path.display()))
}

/// A script as a string within a script.
fn literal(script: &str) -> Result<String> {
    Ok(serde_json::to_string(script)?.replace('\u{2028}', "\\u2028").replace('\u{2029}', "\\u2029"))
}

fn hash(source: &str) -> String {
    format!("sha256-{}", BASE64.encode(&Sha256::digest(source)))
}

fn attribute<'t>(tag: &'t str, name: &str) -> Result<&'t str> {
    let value = tag.split_once(&format!(" {name}=\"")).and_then(|(_, rest)| rest.split_once('"'));
    value.map(|(value, _)| value).with_context(|| format!("no {name}=\"…\" in `{}`", tag.trim_end()))
}

/// Pictures and fonts that the style sheet names by file, as data.
fn inline_images(www: &Path, style: &str) -> Result<String> {
    let mut inlined = String::with_capacity(style.len());
    let mut pieces = style.split("url(");
    inlined.push_str(pieces.next().unwrap_or_default());
    for piece in pieces {
        let (name, rest) = piece.split_once(')').context("a url( without its bracket")?;
        let name = name.trim_matches(['\'', '"']);
        let url = if name.starts_with("data:") { name.to_owned() } else { data_url(&www.join(name))? };
        inlined.push_str(&format!("url(\"{url}\"){rest}"));
    }
    Ok(inlined)
}

fn data_url(path: &Path) -> Result<String> {
    let bytes = std::fs::read(path).with_context(|| format!("cannot read {}", path.display()))?;
    Ok(format!("data:{};base64,{}", crate::serve::media_type(path), BASE64.encode(&bytes)))
}
