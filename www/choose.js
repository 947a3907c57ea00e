// The line over a list that says how it is ordered and what of it is shown.

import { h } from "./dom.js";

/**
 * @param {string} label
 * @param {[string, string][]} options value, words
 * @param {string} chosen
 * @param {(value: string) => void} choose
 */
export function chooser(label, options, chosen, choose) {
  return h("label", { class: "choose" }, h("span", {}, label), h("select", {
    "data-key": label,
    onchange: (/** @type {Event} */ event) => choose(/** @type {HTMLSelectElement} */ (event.currentTarget).value),
  }, ...options.map(([value, words]) => h("option", { value, selected: value === chosen }, words))));
}

/**
 * Puts the hand back where it was after a list was drawn anew.
 *
 * @param {HTMLElement} root
 * @param {string} label
 */
export function returnTo(root, label) {
  const select = [...root.querySelectorAll("select")].find((select) => select.getAttribute("data-key") === label);
  select?.focus();
}
