// A picture in the panel: drawn at the width it has, so that its words keep their size; each point leads to the words it
// stands for, by pointer and by key. One tab stop, and the arrow keys go from point to point.

/** @import { Actions, Span } from "../types.d.ts" */
/** @import { Child } from "../dom.js" */
/** @import { Measure } from "./scale.js" */

import { fill, h, svg } from "../dom.js";
import { roughly } from "./scale.js";

/** Before its width is known, and on paper. A unit of a picture is a pixel; where a person has larger text, as much larger. */
const WIDTH = 400;

/** @type {CanvasRenderingContext2D | null} */
let pen = null;

/** @type {Measure} */
function measure(words) {
  pen ??= document.createElement("canvas").getContext("2d");
  if (!pen) return roughly(words);
  pen.font = `12px ${getComputedStyle(document.body).fontFamily}`;
  return pen.measureText(words).width;
}

/**
 * A picture that is drawn again when its width changes; none where there is nothing to draw.
 *
 * @param {(width: number, measure: Measure) => Child[]} draw
 */
export function picture(draw) {
  const drawn = draw(WIDTH, measure);
  if (drawn.length === 0) return null;
  const root = h("div", { class: "pic" }, ...drawn);
  let width = WIDTH;
  new ResizeObserver(([{ contentRect }]) => {
    const now = Math.floor((contentRect.width * 16) / parseFloat(getComputedStyle(document.documentElement).fontSize));
    if (now === 0 || now === width) return;
    width = now;
    fill(root, draw(width, measure));
  }).observe(root);
  return root;
}

/**
 * @param {string} label what it shows, in words
 * @param {number} width
 * @param {number} height
 * @param {...Child} children
 */
export function board(label, width, height, ...children) {
  const root = svg("svg", {
    role: "group", "aria-label": label, width: `${width / 16}rem`, height: `${height / 16}rem`, viewBox: `0 0 ${width} ${height}`,
    onkeydown: (/** @type {KeyboardEvent} */ event) => {
      const points = [.../** @type {Element} */ (event.currentTarget).querySelectorAll(".pt")];
      const at = points.findIndex((each) => each === document.activeElement);
      if (at < 0) return;
      if (event.key === "Enter" || event.key === " ") points[at].dispatchEvent(new MouseEvent("click", { bubbles: true }));
      else {
        const to = { ArrowRight: at + 1, ArrowDown: at + 1, ArrowLeft: at - 1, ArrowUp: at - 1, Home: 0, End: points.length - 1 }[event.key];
        const next = to === undefined ? undefined : points[to];
        if (to === undefined) return;
        if (next instanceof SVGElement) {
          points[at].setAttribute("tabindex", "-1");
          next.setAttribute("tabindex", "0");
          next.focus();
        }
      }
      event.preventDefault();
      event.stopPropagation();
    },
  }, ...children);
  root.querySelector(".pt")?.setAttribute("tabindex", "0");
  return root;
}

/**
 * Something in a picture that stands for words of the article.
 *
 * @param {Actions} actions
 * @param {{ label: string, spans: Span[], ids: string[], kind?: string }} what
 * @param {...Child} children
 */
export function point(actions, { label, spans, ids, kind = "" }, ...children) {
  return svg("g", {
    class: `pt ${kind}`.trim(), role: "button", tabindex: -1, "aria-label": label, "data-ids": ids.join(" "),
    onclick: () => actions.show(spans, ids),
    onpointerenter: () => actions.hover(spans),
    onpointerleave: () => actions.hover(null),
    onfocus: () => actions.hover(spans),
    onblur: () => actions.hover(null),
  }, ...children);
}

/**
 * The patterns of a picture; a name of its own, since a page has one name space for them.
 *
 * @param {string} id
 */
export function hatch(id) {
  return svg("defs", {}, svg("pattern", { id, class: "hatch", width: 4, height: 4, patternUnits: "userSpaceOnUse", patternTransform: "rotate(45)" }, svg("path", { d: "M0 0v4" })));
}

/**
 * What the looks of a picture mean.
 *
 * @param {...(readonly [look: Element, words: string] | null)} entries
 */
export function key(...entries) {
  return h("p", { class: "key" }, ...entries.map((entry) => entry && h("span", {}, svg("svg", { class: "pic-key", "aria-hidden": "true", width: 18, height: 10 }, entry[0]), entry[1])));
}
