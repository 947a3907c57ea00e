// A row of the panel: Postil's sentence, and the article's words that are its evidence.

/** @import { Actions, Reading, Span } from "./types.d.ts" */

import { decideMany } from "./decisions.js";
import { h, quoted } from "./dom.js";
import { placeOf } from "./reading.js";

/**
 * A row; a click goes to its evidence, pointing at it lights it.
 *
 * @param {Actions} actions
 * @param {string} kind
 * @param {string[]} ids what it stands for, its own first
 * @param {Span[]} spans its evidence
 * @param {...import("./dom.js").Child} children
 */
export function row(actions, kind, ids, spans, ...children) {
  const element = h("div", {
    role: "button", tabindex: 0, class: `row ${kind}`.trim(), "data-ids": ids.join(" "),
    // Words that were selected in it are to be copied.
    onclick: () => document.getSelection()?.isCollapsed !== false && actions.show(spans, ids),
    onkeydown: (/** @type {KeyboardEvent} */ event) => {
      if (event.key !== "Enter" && event.key !== " ") return;
      event.preventDefault();
      actions.show(spans, ids);
    },
    onpointerenter: (/** @type {PointerEvent} */ event) => event.pointerType === "mouse" && actions.hover(spans),
    onpointerleave: () => actions.hover(null),
    onfocus: () => actions.hover(spans),
    onblur: () => actions.hover(null),
  }, ...children);
  evidenceOf.set(element, spans);
  return element;
}

/** What each row points at. @type {WeakMap<Element, Span[]>} */
export const evidenceOf = new WeakMap();

/**
 * The article's words, and where they stand.
 *
 * @param {Reading} reading
 * @param {string} words
 * @param {Span | undefined} span
 */
export function evidence(reading, words, span) {
  return h("span", { class: "ev" }, quoted(words), h("span", { class: "pp" }, placeOf(reading, span)));
}

/**
 * A list too long for a panel is cut; this says so.
 *
 * @template T
 * @param {T[]} list
 * @param {number} [most]
 * @returns {{ some: T[], more: HTMLElement | null }}
 */
export function first(list, most = 400) {
  if (list.length <= most) return { some: list, more: null };
  return {
    some: list.slice(0, most),
    more: h("p", { class: "calm" }, `And ${(list.length - most).toLocaleString("en-GB")} more, which the export has in full.`),
  };
}

/**
 * To accept or reject all that a list shows, or what of it is the least sure.
 *
 * @param {Actions} actions
 * @param {Reading} reading
 * @param {string[]} ids
 */
export function bulk(actions, reading, ids) {
  const low = ids.filter((id) => (reading.entities.get(id) ?? reading.items.get(id)?.item)?.confidence === "low");
  if (ids.length < 2 && low.length === 0) return null;
  const line = (/** @type {string[]} */ some, /** @type {string} */ what) => [what,
    ...(/** @type {const} */ (["accept", "reject"]).map((action) => h("button", {
      class: "lk", type: "button", onclick: () => actions.decide(decideMany(reading, some, action)),
    }, `${action} all`, h("span", { class: "sr" }, ` ${what}`))))];
  return h("p", { class: "bulk" }, ...line(ids, `These ${ids.length}: `),
    ...(low.length > 0 && low.length < ids.length ? [h("br"), ...line(low, `${low.length} of low confidence: `)] : []));
}
