// Decisions that have no place in the text any more, above the article: each with its old words and why.

/** @import { Actions, Reading, Review, View } from "./types.d.ts" */

import { fill, h } from "./dom.js";
import { canPutBack } from "./restoring.js";
import { nameKind } from "./words.js";

/** @type {Record<string, string>} */
const LAYERS = { m: "name", e: "name", f: "figure", t: "time", c: "claim", b: "line" };

/**
 * @param {Reading} reading
 * @returns {Review[]}
 */
export function lostOf(reading) {
  return (reading.postil.review ?? []).filter(({ problem }) => problem);
}

/**
 * What was decided, in words.
 *
 * @param {Review} entry
 */
export function decidedWords({ action, after, target }) {
  const said = (/** @type {string} */ key) => (typeof after?.[key] === "string" ? after[key] : "");
  const kind = said("kind") && (target[0] === "m" || target[0] === "e" || said("layer") === "mention" ? nameKind(/** @type {any} */ (said("kind"))).toLowerCase() : said("kind"));
  switch (action) {
    case "accept": return "Accepted";
    case "reject": return "Rejected";
    case "relabel": return `Made ${/^[aeiou]/.test(kind) ? "an" : "a"} ${kind}:`;
    case "move": return "Moved";
    case "add": return `Marked as ${kind || said("layer")}:`;
    case "setValue": return `Set to ${said("value") || said("low") || said("from") || said("what")}:`;
    case "setSpeaker": return said("name") ? `Given to ${said("name")}:` : "Given to nobody:";
    case "merge": return `Joined with ${said("name")}:`;
    case "split": return said("name") ? `Taken for ${said("name")}:` : "Told apart:";
    case "rename": return `Renamed to ${said("name")}:`;
    case "note": return `Noted “${said("text")}” at`;
    case "block": return kind ? `Made the ${kind}:` : after?.included ? "Taken in:" : "Left out:";
    default: return action;
  }
}

/**
 * @param {HTMLElement} root
 * @param {{ actions: Actions }} given
 * @returns {View}
 */
export function createLost(root, { actions }) {
  return {
    update(state, before) {
      if (state.reading === before.reading) return;
      const lost = state.reading ? lostOf(state.reading) : [];
      if (lost.length === 0) return fill(root, []);
      const open = state.article === before.article && root.querySelector("details")?.open;
      fill(root, [h("details", { class: "above lost", open: Boolean(open) },
        h("summary", {}, lost.length === 1 ? "One decision has no place in this text" : `${lost.length} decisions have no place in this text`),
        h("p", {}, lost.length === 1 ? "It is kept with the article, and holds again where its words come back." : "They are kept with the article, and hold again where their words come back."),
        h("ul", {}, ...lost.map((entry) => h("li", { "data-seq": entry.seq },
          `${decidedWords(entry)} `, h("b", {}, `“${entry.anchor?.exact ?? entry.before?.name ?? ""}”`),
          LAYERS[entry.target[0]] ? ` (${LAYERS[entry.target[0]]})` : null, h("small", {}, ` ${entry.problem}`),
          canPutBack(entry) ? h("button", { class: "lk", type: "button", onclick: () => actions.restore(entry.seq) }, "Put it back …") : null))))]);
    },
  };
}
