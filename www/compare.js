// Two versions of an article beside each other: what came, went and changed, and where it stands in either. The core
// compares; this lays it out.

/** @import { Actions, Comparison, Difference, Store, Version, View } from "./types.d.ts" */

import { chooser } from "./choose.js";
import { fill, h, heading, icon, nothing } from "./dom.js";
import { createPlaces } from "./places.js";
import { sentenceCase } from "./words.js";

/** @type {[string, string][]} */
const LAYERS = [["line", "Headline, byline, date"], ["name", "Names"], ["figure", "Figures"], ["time", "Times"], ["claim", "Claims"], ["fact", "Facts"]];
const SIGNS = { came: "+", went: "−", changed: "≠" };

/**
 * @param {HTMLDialogElement} root
 * @param {{ store: Store, actions: Actions }} given
 * @returns {View}
 */
export function createCompare(root, { store, actions }) {
  /** @type {Version[]} */
  let versions = [];
  let chosen = { old: "", new: "" };
  let turn = 0;
  const rows = h("div", { class: "diffs", tabindex: -1 });
  const choices = h("div", { class: "chooses" });
  const status = h("p", { role: "status" });
  const file = h("input", { type: "file", hidden: true, accept: ".json,.txt,.md,.html,.htm", "aria-label": "Open another version", onchange: () => openFile() });
  const panes = { old: paneOf("Old"), new: paneOf("New") };
  fill(root, [
    h("header", {}, h("h2", { id: "compare-title" }, "Compare versions"), status,
      h("button", { class: "ib", type: "button", "aria-label": "Close", onclick: () => root.close() }, icon("x"))),
    h("div", { class: "pick-two" }, choices, h("button", { class: "lk", type: "button", onclick: () => file.click() }, "Open a file…"), file),
    rows, panes.old.root, panes.new.root,
  ]);
  root.addEventListener("close", () => store.set({ dialog: null }));

  async function openFile() {
    const [given] = file.files ?? [];
    file.value = "";
    if (!given) return;
    try {
      const json = await actions.versionOf(given);
      const key = `file ${versions.length}`;
      versions = [...versions, { key, name: given.name, json: async () => json }];
      chosen.old = key;
      compare();
    } catch (error) {
      fill(status, [`That file could not be read: ${error instanceof Error ? error.message : error}.`]);
    }
  }

  async function compare() {
    turn += 1;
    const mine = turn;
    const options = versions.map(({ key, name }) => /** @type {[string, string]} */ ([key, name]));
    const choose = (/** @type {"old" | "new"} */ side, /** @type {string} */ label) => chooser(label, options, chosen[side], (value) => {
      chosen = { ...chosen, [side]: value };
      compare();
    });
    fill(choices, [choose("old", "Old"), choose("new", "New"), h("button", {
      class: "lk", type: "button",
      onclick: () => {
        chosen = { old: chosen.new, new: chosen.old };
        compare();
      },
    }, "Swap")]);
    CSS.highlights?.delete("compared");
    fill(status, []);
    if (versions.length < 2) return fill(rows, [nothing("Another version is needed: paste it, which opens it beside this one, or open a file of it here.")]);
    try {
      const [old, now] = await Promise.all([jsonOf(chosen.old), jsonOf(chosen.new)]);
      const found = await actions.compare(old, now);
      if (mine !== turn) return;
      draw(found, [old, now]);
    } catch (error) {
      if (mine === turn) fill(rows, [nothing(`These two cannot be compared: ${error instanceof Error ? error.message : error}.`)]);
    }
  }

  /** @param {string} key */
  async function jsonOf(key) {
    return (versions.find((version) => version.key === key) ?? versions[0]).json();
  }

  /**
   * @param {Comparison} found
   * @param {string[]} exports
   */
  function draw(found, [old, now]) {
    const count = (/** @type {string} */ change) => found.rows.filter((row) => row.change === change).length;
    panes.old.draw(old, found.hunks.map((hunk) => hunk.old));
    panes.new.draw(now, found.hunks.map((hunk) => hunk.new));
    fill(status, [found.rows.length === 0 ? "No differences" : `${count("came")} came, ${count("went")} went, ${count("changed")} changed`]);
    fill(rows, found.rows.length === 0
      ? [nothing(found.hunks.length === 0 ? "The two are the same." : "Some words differ; nothing that Postil reads came, went or changed.")]
      : LAYERS.flatMap(([layer, title]) => {
        const list = found.rows.filter((row) => row.layer === layer);
        return list.length === 0 ? [] : [heading(title, list.length), ...list.map((row) => rowOf(row, () => showRow(row)))];
      }));
    rows.scrollTop = 0;
  }

  /** @param {Difference} row */
  function showRow(row) {
    const ranges = [...panes.old.ranges(row.old?.spans ?? []), ...panes.new.ranges(row.new?.spans ?? [])];
    if (CSS.highlights) CSS.highlights.set("compared", new Highlight(...ranges));
  }

  return {
    update(state, before) {
      if (state.dialog === before.dialog) return;
      if (state.dialog === "compare" && !root.open) {
        versions = actions.versions();
        const [current] = versions;
        chosen = { old: versions[1]?.key ?? current?.key ?? "", new: current?.key ?? "" };
        root.showModal();
        compare();
      } else if (state.dialog !== "compare" && root.open) root.close();
    },
  };
}

/**
 * A row: what it is, and how it differs.
 *
 * @param {Difference} row
 * @param {() => void} show
 */
function rowOf({ change, old, new: now, fields }, show) {
  const renamed = old && now && old.name !== now.name;
  // Where the words differ they say what the value, or the wording, is.
  const more = fields.filter(({ name }) => !["words", "name", ...(renamed ? ["value", "date"] : [])].includes(name));
  return h("button", { class: `row diff ${change}`, type: "button", onclick: show },
    h("span", { class: "sign" }, h("span", { "aria-hidden": "true" }, SIGNS[change]), h("span", { class: "sr" }, `${sentenceCase(change)}: `)),
    h("span", {},
      renamed ? h("del", {}, old.name) : null, renamed ? " " : null,
      renamed ? h("ins", {}, now.name) : h(change === "went" ? "del" : change === "came" ? "ins" : "span", {}, (now ?? old)?.name ?? ""),
      ...more.map(({ name, old: was, new: is }) => h("small", {}, `${sentenceCase(name)}: `, h("del", {}, was || "none"), " → ", h("ins", {}, is || "none")))));
}

/**
 * One of the two texts, with what was replaced marked in it.
 *
 * @param {string} title
 */
function paneOf(title) {
  const places = createPlaces();
  const body = h("div", { class: "body", tabindex: 0, "aria-label": `${title} version` });
  return {
    root: h("section", { class: "version" }, h("h3", {}, title), body),
    /**
     * @param {string} json
     * @param {[number, number][]} hunks
     */
    draw(json, hunks) {
      /** @type {import("./types.d.ts").Postil} */
      const { document: { text, blocks } } = JSON.parse(json);
      places.reset();
      let next = 0;
      fill(body, blocks.filter(({ included }) => included).map(({ span, kind }) => {
        const line = h(kind === "headline" ? "h4" : "p", {});
        let at = span.start16;
        while (next < hunks.length && hunks[next][1] <= at) next += 1;
        const put = (/** @type {Element} */ home, /** @type {number} */ to) => {
          if (to <= at) return;
          const node = document.createTextNode((text ?? "").slice(at, to));
          places.add(node, at);
          home.append(node);
          at = to;
        };
        for (let hunk = next; hunk < hunks.length && hunks[hunk][0] < span.end16; hunk += 1) {
          put(line, hunks[hunk][0]);
          if (hunks[hunk][1] <= at) continue;
          const marked = h(title === "Old" ? "del" : "ins", {});
          put(marked, Math.min(hunks[hunk][1], span.end16));
          line.append(marked);
        }
        put(line, span.end16);
        return line;
      }));
      body.scrollTop = 0;
    },
    /**
     * The words of an item, brought into view.
     *
     * @param {import("./types.d.ts").Span[]} spans
     */
    ranges(spans) {
      const ranges = spans.flatMap(({ start16, end16 }) => places.range(start16, end16) ?? []);
      const box = ranges[0]?.getBoundingClientRect();
      const frame = body.getBoundingClientRect();
      if (box) body.scrollTop += box.top - frame.top - frame.height / 3;
      return ranges;
    },
  };
}
