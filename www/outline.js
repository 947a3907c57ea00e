// The block structure of pasted HTML, read in an inert document: nothing in it runs or loads.

/** @import { OutlinePiece } from "./types.d.ts" */

const BLOCKS = new Set(["address", "article", "aside", "blockquote", "body", "br", "dd", "div", "dl", "dt", "fieldset",
  "figcaption", "figure", "footer", "form", "h1", "h2", "h3", "h4", "h5", "h6", "header", "hr", "li", "main", "nav",
  "ol", "p", "pre", "section", "table", "caption", "tbody", "td", "tfoot", "th", "thead", "tr", "ul"]);
const UNSEEN = "script, style, noscript, template, svg, canvas, iframe, object, select, textarea, head";
const ASIDE = "nav, aside, footer, form, dialog, menu, [hidden], [aria-hidden=true], [role=navigation], "
  + "[role=complementary], [role=contentinfo], [role=banner], [role=search]";

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
  return html
    .replace(/<(\/?)(?:script|style|iframe|object|noscript)(?=[\s>/])/gi, "<$1template")
    .replace(/<(?:img|link|meta|base|embed|source|track|input)(?=[\s>/])/gi, "<wbr")
    .replace(/<[^<>]*>/g, (tag) => tag.replace(/(\s|["'/])(?:on[a-z]+|style)\s*=/gi, "$1data-off="));
}

/**
 * HTML as a document that runs nothing and loads nothing. The one place where a string becomes markup; the
 * policy is used for this alone, and no node of the document ever enters the page.
 *
 * @param {string} html
 * @returns {Document}
 */
function inertDocument(html) {
  inert ??= /** @type {any} */ (globalThis).trustedTypes?.createPolicy("postil-inert", {
    createHTML: bare,
  });
  return new DOMParser().parseFromString(inert ? inert.createHTML(html) : bare(html), "text/html");
}

/**
 * The block-level pieces of HTML, in order, with what the markup says of them.
 *
 * @param {string} html
 * @returns {OutlinePiece[]}
 */
export function outlineOf(html) {
  if (!html || html.length > MOST) return [];
  const { body } = inertDocument(html);
  for (const element of body.querySelectorAll(UNSEEN)) element.remove();
  /** @type {OutlinePiece[]} */
  const pieces = [];
  let text = "";
  let linked = 0;
  /** @type {Element} */
  let home = body;
  const end = () => {
    const words = text.replace(/\s+/g, " ").trim();
    if (words) {
      pieces.push({
        text: words,
        role: roleOf(home),
        linkShare: Math.min(100, Math.round((linked * 100) / Math.max(1, text.trim().length))),
        aside: home.closest(ASIDE) !== null,
        main: home.closest("article, main, [role=main], [itemprop=articleBody]") !== null,
      });
    }
    text = "";
    linked = 0;
  };
  const walker = body.ownerDocument.createTreeWalker(body, NodeFilter.SHOW_TEXT | NodeFilter.SHOW_ELEMENT);
  /** @type {Element | null} */
  let before = null;
  for (let node = walker.nextNode(); node; node = walker.nextNode()) {
    if (node instanceof Element) {
      if (node.localName === "br" && text) text += " ";
      continue;
    }
    const parent = /** @type {Element} */ (node.parentElement);
    const block = blockOf(parent);
    if (block !== before) {
      end();
      home = parent === block ? block : parent.closest("time, [itemprop=author], [rel=author]") ?? block;
      before = block;
    }
    const words = node.nodeValue ?? "";
    text += words;
    if (parent.closest("a[href]")) linked += words.trim().length;
  }
  end();
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
 * @param {Element} element
 * @returns {Element}
 */
function blockOf(element) {
  /** @type {Element | null} */
  let at = element;
  while (at && !BLOCKS.has(at.localName)) at = at.parentElement;
  return at ?? element;
}

/** @param {Element} element */
function roleOf(element) {
  const name = element.localName;
  if (/^h[1-6]$/.test(name)) return name;
  if (element.closest("time, [itemprop=datePublished]")) return "time";
  if (element.closest("address, [itemprop=author], [rel=author]")) return "byline";
  if (element.closest("li, dt, dd")) return "listItem";
  if (element.closest("figcaption, caption")) return "caption";
  if (element.closest("blockquote")) return "quote";
  return element.closest("p") ? "paragraph" : "other";
}
