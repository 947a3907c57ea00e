// What the row under the hand offers: its words with their quotation, and a link to them on the article's own page.

/** @import { Actions, Reading, Span, Store } from "./types.d.ts" */

import { h } from "./dom.js";
import { placeOf, sentenceAround } from "./reading.js";
import { evidenceOf } from "./rows.js";

/** Words at each end of a quotation that a link names; a shorter one it names whole. */
const ENDS = 4;

/**
 * A link that scrolls to some words and lights them: a text fragment.
 *
 * @param {Reading} reading
 * @param {Span} span
 */
export function fragmentOf({ text, postil }, { start16, end16 }) {
  const coded = (/** @type {string} */ words) => encodeURIComponent(words.replace(/\s+/g, " ").trim()).replace(/-/g, "%2D");
  const words = text.slice(start16, end16).trim().split(/\s+/);
  // A fragment does not reach over the end of a paragraph.
  const line = (/** @type {string} */ part) => part.split("\n");
  const before = line(text.slice(Math.max(0, start16 - 40), start16)).pop()?.trim().split(/\s+/).slice(-3).join(" ");
  const after = line(text.slice(end16, end16 + 40))[0].trim().split(/\s+/).slice(0, 3).join(" ");
  const middle = words.length <= 2 * ENDS ? [words] : [words.slice(0, ENDS), words.slice(-ENDS)];
  const parts = [before && `${coded(before)}-`, ...middle.map((part) => coded(part.join(" "))), after && `-${coded(after)}`];
  const { url } = /** @type {{ url?: string | null }} */ (postil.document.source ?? {});
  return `${(url ?? "").replace(/#.*$/, "")}#:~:text=${parts.filter(Boolean).join(",")}`;
}

/**
 * A row's own words, the sentences that are its evidence, and where they are from.
 *
 * @param {Reading} reading
 * @param {string} words
 * @param {Span[]} spans
 */
export function quotedCopy(reading, words, spans) {
  const sentences = spans.slice(0, 3).map((span) => {
    const { start, end } = sentenceAround(reading, span);
    return `“${reading.text.slice(start, end).replace(/\s+/g, " ").trim().replace(/^[“"](.*)[”"]$/, "$1")}” (${placeOf(reading, span)})`;
  });
  const { title, site, url, published } = /** @type {Record<string, string | null | undefined>} */ (reading.postil.document.source ?? {});
  const from = [reading.title || title, site, published ?? reading.postil.reference.date, url].filter(Boolean).join(", ");
  return [words, ...new Set(sentences), from && `From: ${from}`].filter(Boolean).join("\n");
}

/**
 * Puts words on the clipboard, where it is refused by a selected field.
 *
 * @param {string} words
 * @param {HTMLElement} [home] where the field may stand: within a dialogue that is open
 */
export async function copyText(words, home = document.body) {
  try {
    await navigator.clipboard.writeText(words);
    return true;
  } catch {
    const field = h("textarea", { class: "sr", "aria-hidden": "true" });
    field.value = words;
    home.append(field);
    field.select();
    try {
      return document.execCommand("copy");
    } catch {
      return false;
    } finally {
      field.remove();
    }
  }
}

/**
 * One pair of buttons for all rows of a pane: it goes to the row that the pointer or the focus is on, after it in the
 * order of the Tab key.
 *
 * @param {HTMLElement} pane
 * @param {{ store: Store, actions: Actions }} given
 */
export function offerCopies(pane, { store, actions }) {
  /** @type {HTMLElement | null} */
  let row = null;
  const copy = async (/** @type {string} */ words, /** @type {string} */ said) => {
    const done = await copyText(words);
    actions.say({ text: done ? said : "Your browser does not let us copy.", kind: "status", passing: true });
  };
  const spansOf = () => (row && evidenceOf.get(row)) ?? [];
  const acts = h("div", { class: "acts", role: "group", "aria-label": "This row" },
    h("button", {
      type: "button", title: "Copy with its quote",
      onclick: () => {
        const { reading } = store.get();
        if (reading && row) copy(quotedCopy(reading, wordsIn(row), spansOf()), "Copied, with its quote.");
      },
    }, "Copy"),
    h("button", {
      type: "button", title: "Copy a link to these words",
      onclick: () => {
        const { reading } = store.get();
        const [span] = spansOf();
        if (!reading || !span) return;
        const link = fragmentOf(reading, span);
        copy(link, link.startsWith("#") ? "Copied. Put it after the article’s address." : "Copied a link to these words.");
      },
    }, "Link"));
  /** @param {Event} event */
  const point = ({ target }) => {
    const next = target instanceof Element ? target.closest(".row") : null;
    if (!(next instanceof HTMLElement) || next === row) return;
    row = next;
    row.after(acts);
    acts.style.setProperty("--y", `${row.offsetTop + row.offsetHeight}px`);
  };
  pane.addEventListener("pointerover", point);
  pane.addEventListener("focusin", point);
}

/**
 * What a row says of its own, without the quotation, which is copied from the article.
 *
 * @param {HTMLElement} row
 */
function wordsIn(row) {
  const parts = [...row.children].filter((part) => !part.matches(".ev, .pp, svg, .kb, .sr"));
  return parts.map((part) => (part instanceof HTMLElement ? part.innerText : "")).join(" · ").replace(/\s+/g, " ").trim();
}
