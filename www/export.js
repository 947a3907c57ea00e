// The export dialogue: the formats, a preview, copy or download. Everything is made in the page.

/** @import { Actions, ExportFile, ExportFormat, Store, View } from "./types.d.ts" */

import { copyText } from "./copy.js";
import { closable, fill, h, icon } from "./dom.js";
import { counted } from "./words.js";

/** Characters shown of an export. */
const SHOWN = 12_000;
const FAILED = "This could not be made. Your article is still here; try once more.";

/**
 * @param {HTMLDialogElement} root
 * @param {{ store: Store, actions: Actions }} given
 * @returns {View}
 */
export function createExport(root, { store, actions }) {
  /** @type {ExportFormat | null} */
  let format = null;
  /** @type {ExportFile | null} */
  let made = null;
  let turn = 0;
  const about = h("p", {});
  const name = h("span", {});
  const preview = h("pre", { tabindex: 0, "aria-label": "Preview" });
  const list = h("div", { class: "fmts", role: "radiogroup", "aria-label": "Format" });
  const text = h("input", { type: "checkbox", checked: true, onchange: () => make() });
  const accepted = h("input", { type: "checkbox", onchange: () => make() });
  const excel = h("input", { type: "checkbox", onchange: () => make() });
  const decided = h("small", {});
  const forExcel = h("label", { hidden: true }, excel, h("span", {}, "For Excel ",
    h("small", {}, "· byte order mark, lines ending in CRLF")));
  const options = h("div", { class: "opts" },
    h("label", {}, text, h("span", {}, "Include the article’s text ",
      h("small", {}, "· without it, quotes go too and only positions stay"))),
    h("label", {}, accepted, h("span", {}, "Only what I accepted or changed ", decided)), forExcel);
  const copied = h("span", { role: "status" });
  const copyButton = h("button", { class: "btn", type: "button", onclick: () => copy() }, "Copy");
  const downloadButton = h("button", { class: "btn pri", type: "button", onclick: () => download() }, "Download");
  fill(root, [
    h("header", {}, h("h2", { id: "export-title" }, "Export"), about,
      h("button", { class: "ib", type: "button", "aria-label": "Close", onclick: () => root.close() }, icon("x"))),
    list,
    h("div", { class: "prev" }, h("div", { class: "cap" }, name, h("span", { class: "rt" }, "preview")), preview, options),
    h("footer", {}, icon("lock"), h("span", {}, "Made here, in this page. Nothing is sent. ", copied), copyButton, downloadButton),
  ]);
  closable(root, () => store.set({ dialog: null }));

  /**
   * The formats of the core, under the headings of their groups.
   *
   * @param {ExportFormat[]} formats
   */
  function choices(formats) {
    return formats.flatMap((each, at) => [
      each.group === formats[at - 1]?.group ? null : h("h3", {}, each.group),
      h("label", { class: "fmt" },
        h("input", {
          type: "radio", name: "format", value: each.name, checked: each === format,
          onchange: () => {
            format = each;
            make();
          },
        }),
        h("span", {}, h("b", {}, each.title), h("small", {}, each.about))),
    ]);
  }

  async function start() {
    try {
      if (!format) {
        const formats = await actions.formats();
        [format] = formats;
        fill(list, choices(formats));
        list.querySelector("input")?.focus();
      }
      await make();
    } catch {
      fill(preview, [FAILED]);
    }
  }

  async function make() {
    if (!format) return;
    turn += 1;
    const mine = turn;
    const wanted = format;
    made = null;
    copyButton.disabled = true;
    downloadButton.disabled = true;
    // The whole export is for coming back to: nothing is left out of it.
    accepted.disabled = wanted.name === "json";
    forExcel.hidden = wanted.type !== "text/csv";
    fill(copied, []);
    if (wanted.text === "needed" && !text.checked) {
      fill(name, [wanted.title]);
      fill(preview, [`${wanted.title} is made of the article’s words. Include its text to have it.`]);
      return;
    }
    try {
      const file = await actions.save(wanted, { text: text.checked, accepted: accepted.checked, excel: excel.checked });
      if (mine !== turn) return;
      made = file;
      fill(name, [file.name]);
      const shown = file.text.slice(0, SHOWN);
      fill(preview, [...(/json/.test(file.type) ? paint(shown) : [shown]), file.text.length > SHOWN ? "\n…" : null]);
      preview.scrollTop = 0;
      copyButton.disabled = false;
      downloadButton.disabled = false;
    } catch {
      if (mine === turn) fill(preview, [FAILED]);
    }
  }

  async function copy() {
    if (!made) return;
    fill(copied, [await copyText(made.text, root) ? "Copied." : "Your browser does not let us copy. Download it instead."]);
  }

  function download() {
    if (!made) return;
    saveFile(made);
    if (format?.name === "json" && text.checked) actions.exported();
  }

  return {
    update(state, before) {
      if (state.dialog === before.dialog) return;
      if (state.dialog === "export" && state.reading && !root.open) {
        const { mentions, figures, times, claims, facts, findings } = state.reading.postil;
        const marks = [...mentions, ...figures, ...times, ...claims];
        fill(about, [`${counted(marks.length, "mark")}, ${counted(findings.length, "check")}.`]);
        const own = [...marks, ...facts].filter(({ status }) => status === "accepted" || status === "edited").length;
        fill(decided, [`· ${own} so far`]);
        root.showModal();
        start();
      } else if (state.dialog !== "export" && root.open) root.close();
    },
  };
}

/**
 * Puts a file among the browser's downloads.
 *
 * @param {ExportFile} file
 */
export function saveFile({ bytes, text, type, name }) {
  const url = URL.createObjectURL(new Blob([bytes ?? text], { type }));
  h("a", { href: url, download: name }).click();
  setTimeout(() => URL.revokeObjectURL(url), 10_000);
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
