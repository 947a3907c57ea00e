// The block structure of pasted HTML, read in an inert document: nothing in it runs or loads.

/** @import { OutlinePiece } from "./types.d.ts" */

import { ASIDE, ASIDE_WHOLE, BYLINE, CAPTION, MAIN, QUOTE, TIME } from "./hints.js";

const BLOCKS = set(`address article aside blockquote body br button dd details div dl dt fieldset figcaption figure
  footer form h1 h2 h3 h4 h5 h6 header hr li main nav ol option p pre section summary table caption tbody td tfoot th
  thead tr ul`);
const UNSEEN = "script, style, noscript, template, svg, canvas, iframe, object, select, textarea, head, title";
const APART = set("nav aside footer form button dialog");
const APART_ROLES = set("navigation complementary contentinfo search dialog banner menu toolbar");
const [main, quote, caption, byline, time, aside] = [MAIN, QUOTE, CAPTION, BYLINE, TIME, ASIDE]
  .map((words) => [...set(words)]);
const asideWhole = set(ASIDE_WHOLE);

const ROLES = new Map([["p", "paragraph"], ["li", "listItem"], ["figcaption", "caption"], ["caption", "caption"],
  ["blockquote", "quote"], ["address", "byline"]]);

/** Text this long, and no link, is running text. */
const RUNNING = 50;

/** Anything longer is not worth the wait: the text alone is read. */
const MOST = 4_000_000;

/** @type {{ createHTML(html: string): any } | undefined} */
let inert;

/**
 * HTML without what would run, load or be styled. The inert document would do none of that; but the browser
 * writes on the console of each thing that the page's policy forbids, even there.
 *
 * @param {string} html
 */
function bare(html) {
  return unscripted(html)
    .replace(/<(?:img|link|meta|base|embed|source|track|input)(?=[\s>/])/gi, "<wbr")
    .replace(/<[^<>]*>/g, (tag) => tag.replace(/(\s|["'/])(?:on[a-z]+|style)\s*=/gi, "$1data-off="));
}

/**
 * HTML without the elements whose words are no words of the page. What one of them leaves open goes to the end.
 *
 * @param {string} html
 */
function unscripted(html) {
  const open = /<(script|style|iframe|object|noscript)(?=[\s>/])/gi;
  let [kept, at] = ["", 0];
  for (let found = open.exec(html); found; found = open.exec(html)) {
    const close = new RegExp(`</${found[1]}\\s*>`, "gi");
    close.lastIndex = open.lastIndex;
    kept += html.slice(at, found.index);
    at = close.test(html) ? close.lastIndex : html.length;
    open.lastIndex = at;
  }
  return kept + html.slice(at);
}

/**
 * HTML as a document that runs nothing and loads nothing. The one place where a string becomes markup; the
 * policy is used for this alone, and no node of the document ever enters the page.
 *
 * @param {string} html
 * @param {DOMParserSupportedType} [type]
 * @returns {Document}
 */
function inertDocument(html, type = "text/html") {
  inert ??= /** @type {any} */ (globalThis).trustedTypes?.createPolicy("postil-inert", {
    createHTML: bare,
  });
  return new DOMParser().parseFromString(inert ? inert.createHTML(html) : bare(html), type);
}

/**
 * XML likewise.
 *
 * @param {string} xml
 */
export function inertXml(xml) {
  return inertDocument(xml, "application/xml");
}

/**
 * The block-level pieces of HTML, in order, with what the markup says of them. A hint that would set a great part
 * of the running text apart is not believed: some sites wrap all they have in a `form`.
 *
 * @param {string} html
 * @returns {OutlinePiece[]}
 */
export function outlineOf(html) {
  if (!html || html.length > MOST) return [];
  const { body } = inertDocument(html);
  for (const element of body.querySelectorAll(UNSEEN)) element.remove();
  const marks = marksOf(body);
  /** @type {OutlinePiece[]} */
  const pieces = [];
  let text = "";
  let [shown, linked, dated] = [0, 0, 0];
  let home = MARK;
  const end = () => {
    const words = text.replace(/\s+/g, " ").trim();
    if (words) {
      const share = (/** @type {number} */ part) => Math.min(100, Math.trunc((part * 100) / Math.max(1, shown)));
      const plain = home.role === "other" || home.role === "paragraph";
      const role = plain && share(dated) >= 50 ? "time" : home.role;
      pieces.push({ text: words, role, linkShare: share(linked), aside: home.aside, main: home.main });
    }
    text = "";
    [shown, linked, dated] = [0, 0, 0];
  };
  const walk = (/** @type {Element} */ element) => {
    const block = BLOCKS.has(element.localName);
    if (block) end();
    for (const node of element.childNodes) {
      if (node instanceof Element) {
        walk(node);
      } else if (node.nodeType === Node.TEXT_NODE) {
        home = /** @type {Mark} */ (marks.get(element));
        const words = node.nodeValue ?? "";
        const length = words.replace(/\s+/g, "").length;
        text += words;
        shown += length;
        if (home.link) linked += length;
        if (home.time) dated += length;
      }
    }
    if (block) end();
  };
  walk(body);
  return pieces;
}

/**
 * The words of an HTML file as a person would copy them: its blocks, an empty line between.
 *
 * @param {string} html
 */
export function textOf(html) {
  return outlineOf(html).map(({ text }) => text).join("\n\n");
}

/**
 * The title that an HTML file gives itself.
 *
 * @param {string} html
 */
export function titleOf(html) {
  if (html.length > MOST) return "";
  return inertDocument(html).title.trim();
}

/**
 * What an element says of itself, and with what stands around it.
 *
 * @typedef {{ role: string, aside: boolean, main: boolean, link: boolean, time: boolean }} Mark
 */

/** @type {Mark} */
const MARK = { role: "other", aside: false, main: false, link: false, time: false };

/**
 * What is known of each element: its own marks and those it inherits.
 *
 * @param {Element} body
 * @returns {Map<Element, Mark>}
 */
function marksOf(body) {
  /** @type {Map<Element, Mark>} */
  const own = new Map();
  /** @type {Map<Element, number>} */
  const weights = new Map();
  /** @type {(element: Element, linked: boolean) => number} */
  const weigh = (element, linked) => {
    const mark = ownMark(element);
    own.set(element, mark);
    let weight = 0;
    for (const node of element.childNodes) {
      if (node instanceof Element) weight += weigh(node, linked || mark.link);
      else if (node.nodeType === Node.TEXT_NODE && !linked && !mark.link) {
        const length = (node.nodeValue ?? "").trim().length;
        if (length >= RUNNING) weight += length;
      }
    }
    weights.set(element, weight);
    return weight;
  };
  const all = weigh(body, false);
  const weight = (/** @type {Element} */ element) => weights.get(element) ?? 0;
  // The innermost element that says it holds the article and holds most of what any such does.
  const named = [...own.keys()].filter((element) => own.get(element)?.main);
  const most = Math.max(0, ...named.map(weight));
  const article = most >= 200 ? named.findLast((element) => weight(element) * 10 >= most * 9) : undefined;
  /** @type {Map<Element, Mark>} */
  const marks = new Map();
  const inherit = (/** @type {Element} */ element, /** @type {Mark} */ from) => {
    const mark = /** @type {Mark} */ (own.get(element));
    const part = all <= 400 || ["nav", "aside", "footer"].includes(element.localName) ? 2 : 8;
    // What surrounds the article is no reason to doubt it.
    const around = element === article ? MARK : from;
    const kept = mark.role === "other" || (mark.role === "paragraph" && !/^h[1-6]$|^other$/.test(from.role));
    const full = {
      role: kept ? from.role : mark.role,
      aside: around.aside || (mark.aside && weight(element) * part <= all),
      main: from.main || element === article,
      link: from.link || mark.link,
      time: from.time || mark.time,
    };
    marks.set(element, full);
    for (const child of element.children) inherit(child, full);
  };
  inherit(body, MARK);
  return marks;
}

/**
 * @param {Element} element
 * @returns {Mark}
 */
function ownMark(element) {
  const name = element.localName;
  const role = element.getAttribute("role") ?? "";
  const property = element.getAttribute("itemprop") ?? "";
  const hidden = element.hasAttribute("hidden") || element.getAttribute("aria-hidden") === "true"
    || /display:\s*none/.test(element.getAttribute("data-off") ?? "");
  /** @type {Mark} */
  const mark = {
    role: roleOf(name),
    aside: APART.has(name) || APART_ROLES.has(role) || hidden,
    main: name === "article" || name === "main" || role === "main" || property === "articleBody",
    link: name === "a",
    time: name === "time" || property.startsWith("date"),
  };
  if (["html", "body", "main", "article"].includes(name)) return { ...mark, aside: hidden };
  for (const names of [element.getAttribute("class") ?? "", element.id]) {
    if (names && names.length < 400) hint(names.toLowerCase(), mark);
  }
  return mark;
}

/**
 * What the words of `class` and `id` say.
 *
 * @param {string} names
 * @param {Mark} mark
 */
function hint(names, mark) {
  const has = (/** @type {string[]} */ hints) => hints.some((word) => names.includes(word));
  if (has(main)) {
    mark.main = true;
    return;
  }
  if (has(quote)) mark.role = "quote";
  else if (has(caption)) mark.role = "caption";
  else if (has(byline) && mark.role === "other") mark.role = "byline";
  mark.time ||= has(time);
  // A builder of pages calls each paragraph of the article a widget.
  if (names.includes("elementor")) return;
  mark.aside ||= has(aside) || names.split(/[^a-z0-9]/).some((word) => asideWhole.has(word));
}

/** @param {string} name */
function roleOf(name) {
  if (/^h[1-6]$/.test(name)) return name;
  return ROLES.get(name) ?? "other";
}

/** @param {string} words */
function set(words) {
  return new Set(words.trim().split(/\s+/));
}
