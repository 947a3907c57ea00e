// The export dialogue: the formats, a preview, copy or download. Everything is made in the page.

/** @import { Actions, ExportFile, ExportFormat, Store, View } from "./types.d.ts" */

import { fill, h, icon } from "./dom.js";
import { counted } from "./words.js";

/** @type {{ group: string, format: ExportFormat, name: string, about: string }[]} */
const FORMATS = [
  { group: "To come back to", format: "json", name: "Postil (JSON)", about: "Everything. Drop it here again to go on." },
  { group: "To read", format: "csv", name: "Table (CSV)", about: "For a spreadsheet." },
  { group: "For annotation tools", format: "w3c", name: "W3C Web Annotation", about: "The standard." },
];
/** Characters shown of an export. */
const SHOWN = 12_000;

/**
 * @param {HTMLDialogElement} root
 * @param {{ store: Store, actions: Actions }} given
 * @returns {View}
 */
export function createExport(root, { store, actions }) {
  /** @type {ExportFormat} */
  let format = "json";
  /** @type {ExportFile | null} */
  let made = null;
  let turn = 0;
  const about = h("p", {});
  const name = h("span", {});
  const preview = h("pre", { tabindex: 0, "aria-label": "Preview" });
  const text = h("input", { type: "checkbox", checked: true, onchange: () => make() });
  const options = h("div", { class: "opts" }, h("label", {}, text, h("span", {}, "Include the article’s text ",
    h("small", {}, "· without it, quotes go too and only positions stay; it can’t be opened here again"))));
  const copied = h("span", { role: "status" });
  const copyButton = h("button", { class: "btn", type: "button", onclick: () => copy() }, "Copy");
  const downloadButton = h("button", { class: "btn pri", type: "button", onclick: () => download() }, "Download");
  fill(root, [
    h("header", {}, h("h2", { id: "export-title" }, "Export"), about,
      h("button", { class: "ib", type: "button", "aria-label": "Close", onclick: () => root.close() }, icon("x"))),
    h("div", { class: "fmts", role: "radiogroup", "aria-label": "Format" }, ...FORMATS.flatMap((each) => [
      h("h3", {}, each.group),
      h("label", { class: "fmt" },
        h("input", {
          type: "radio", name: "format", value: each.format, checked: each.format === format,
          onchange: () => {
            format = each.format;
            make();
          },
        }),
        h("span", {}, h("b", {}, each.name), h("small", {}, each.about))),
    ])),
    h("div", { class: "prev" }, h("div", { class: "cap" }, name, h("span", { class: "rt" }, "preview")), preview, options),
    h("footer", {}, icon("lock"), h("span", {}, "Made here, in this page. Nothing is sent. ", copied), copyButton, downloadButton),
  ]);
  root.addEventListener("close", () => store.set({ dialog: null }));
  root.addEventListener("click", (event) => {
    if (event.target === root) root.close();
  });

  async function make() {
    turn += 1;
    const mine = turn;
    made = null;
    copyButton.disabled = true;
    downloadButton.disabled = true;
    fill(copied, []);
    try {
      const file = await actions.save(format, { text: text.checked });
      if (mine !== turn) return;
      made = file;
      fill(name, [file.name]);
      const shown = file.text.slice(0, SHOWN);
      fill(preview, [...(format === "csv" ? [shown] : paint(shown)), file.text.length > SHOWN ? "\n…" : null]);
      preview.scrollTop = 0;
      copyButton.disabled = false;
      downloadButton.disabled = false;
    } catch {
      if (mine === turn) fill(preview, ["This could not be made. Your article is still here; try once more."]);
    }
  }

  async function copy() {
    if (!made) return;
    try {
      await navigator.clipboard.writeText(made.text);
      fill(copied, ["Copied."]);
    } catch {
      fill(copied, [copyByHand(made.text, root) ? "Copied." : "Your browser does not let us copy. Download it instead."]);
    }
  }

  function download() {
    if (!made) return;
    const url = URL.createObjectURL(new Blob([made.text], { type: made.type }));
    h("a", { href: url, download: made.name }).click();
    setTimeout(() => URL.revokeObjectURL(url), 10_000);
  }

  return {
    update(state, before) {
      if (state.dialog === before.dialog) return;
      if (state.dialog === "export" && state.reading && !root.open) {
        const { mentions, figures, times, claims, findings } = state.reading.postil;
        fill(about, [`${counted(mentions.length + figures.length + times.length + claims.length, "mark")}, ${counted(findings.length, "check")}.`]);
        root.showModal();
        make();
      } else if (state.dialog !== "export" && root.open) root.close();
    },
  };
}

/**
 * Copies where the clipboard is refused: by a selected field.
 *
 * @param {string} words
 * @param {HTMLElement} home
 */
function copyByHand(words, home) {
  const field = h("textarea", { class: "sr", "aria-hidden": "true" });
  field.value = words;
  home.append(field);
  field.select();
  let done = false;
  try {
    done = document.execCommand("copy");
  } catch {
    done = false;
  }
  field.remove();
  return done;
}

/**
 * JSON in colours: keys, strings, numbers.
 *
 * @param {string} json
 * @returns {import("./dom.js").Child[]}
 */
function paint(json) {
  const nodes = [];
  let from = 0;
  for (const match of json.matchAll(/"(?:[^"\\]|\\.)*"(\s*:)?|-?\d+(?:\.\d+)?|\b(?:true|false|null)\b/g)) {
    nodes.push(json.slice(from, match.index));
    const key = match[1] !== undefined;
    nodes.push(h("span", { class: key ? "k" : match[0].startsWith('"') ? "s" : "y" }, match[0]));
    from = match.index + match[0].length;
  }
  nodes.push(json.slice(from));
  return nodes;
}
