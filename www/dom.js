// Making elements. Text enters by text nodes alone; there is no HTML in strings anywhere.

const SVG = "http://www.w3.org/2000/svg";

/** @typedef {Record<string, string | number | boolean | null | undefined | ((event: any) => void)>} Props */
/** @typedef {Node | string | number | null | undefined | false} Child */

/**
 * An element: properties that begin with "on" are listeners, the others attributes.
 *
 * @template {keyof HTMLElementTagNameMap} Name
 * @param {Name} name
 * @param {Props} [props]
 * @param {...Child} children
 * @returns {HTMLElementTagNameMap[Name]}
 */
export function h(name, props = {}, ...children) {
  const element = document.createElement(name);
  dress(element, props, children);
  return element;
}

/**
 * An SVG element.
 *
 * @param {string} name
 * @param {Props} [props]
 * @param {...Child} children
 */
export function svg(name, props = {}, ...children) {
  const element = document.createElementNS(SVG, name);
  dress(element, props, children);
  return element;
}

/**
 * @param {Element} element
 * @param {Props} props
 * @param {Child[]} children
 */
function dress(element, props, children) {
  for (const [name, value] of Object.entries(props)) {
    if (typeof value === "function") element.addEventListener(name.slice(2), value);
    else if (value === true) element.setAttribute(name, "");
    else if (value !== false && value !== null && value !== undefined) element.setAttribute(name, String(value));
  }
  fill(element, children);
}

/**
 * Puts children in place of what is there.
 *
 * @param {Element} element
 * @param {Child[]} children
 */
export function fill(element, children) {
  const nodes = [];
  for (const child of children) {
    if (child !== null && child !== undefined && child !== false && child !== "") {
      nodes.push(typeof child === "number" ? String(child) : child);
    }
  }
  element.replaceChildren(...nodes);
}

/**
 * One of the drawn icons of index.html.
 *
 * @param {string} name
 * @param {string} [kind]
 */
export function icon(name, kind = "i") {
  return svg("svg", { class: kind, "aria-hidden": "true" }, svg("use", { href: `#i-${name}` }));
}

/**
 * The square with a kind's letter.
 *
 * @param {string} look
 * @param {string} letter
 * @param {string} [extra]
 */
export function badge(look, letter, extra = "") {
  return h("span", { class: `kb ${look} ${extra}`.trim(), "aria-hidden": "true" }, letter);
}

/**
 * The article's words in quotation marks.
 *
 * @param {string} words
 */
export function quoted(words) {
  const bare = words.replace(/^[“"]+|[”"]+$/g, "");
  return h("span", { class: "tx" }, `“${bare}”`);
}

/**
 * A group heading with its count.
 *
 * @param {string} title
 * @param {number} count
 * @param {string} [right]
 */
export function heading(title, count, right) {
  return h("h3", {}, title, h("span", { class: "ct" }, count), right ? h("span", { class: "rt" }, right) : null);
}

/**
 * The sentence that stands where a list would.
 *
 * @param {string} text
 */
export function nothing(text) {
  return h("p", { class: "none" }, text);
}

/**
 * Where what one sees of the article ends: at the sheet that lies over it on small screens.
 *
 * @param {HTMLElement} scroller
 */
export function footOf(scroller) {
  const frame = scroller.getBoundingClientRect();
  const sheet = document.querySelector("#panel")?.getBoundingClientRect();
  return sheet && sheet.width > 0 && sheet.left <= frame.left ? Math.min(frame.bottom, sheet.top) : frame.bottom;
}

/**
 * Lets a click beside a dialogue close it, and says when it is closed, however that came about.
 *
 * @param {HTMLDialogElement} dialogue
 * @param {() => void} closed
 */
export function closable(dialogue, closed) {
  dialogue.addEventListener("close", closed);
  dialogue.addEventListener("click", (event) => {
    if (event.target === dialogue) dialogue.close();
  });
}
