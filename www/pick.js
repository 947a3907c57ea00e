// A list one searches and picks from. Arrow keys go through it; Enter or a click picks, nothing else does.

import { fill, h } from "./dom.js";

/** Rows shown at once; the rest are found by typing. */
const ROOM = 60;
let count = 0;

/**
 * @template T
 * @param {string} label
 * @param {{ value: T, name: string, more?: string, say: string }[]} options `say`: what picking it will do
 * @param {(value: T) => void} pick
 */
export function picker(label, options, pick) {
  count += 1;
  const id = `pick-${count}`;
  /** @type {typeof options} */
  let shown = [];
  let at = 0;
  const list = h("ul", { class: "list", role: "listbox", id, "aria-label": label });
  const effect = h("p", { class: "effect", role: "status" });
  const input = h("input", {
    type: "text", role: "combobox", "aria-label": label, placeholder: label, "aria-expanded": "true", "aria-controls": id, "aria-autocomplete": "list",
    autocomplete: "off", spellcheck: "false", "data-key": label,
    oninput: () => search(),
    onkeydown: (/** @type {KeyboardEvent} */ event) => {
      if (event.key === "ArrowDown" || event.key === "ArrowUp") turn(event.key === "ArrowDown" ? 1 : -1);
      else if (event.key === "Enter" && shown[at]) pick(shown[at].value);
      else return;
      event.preventDefault();
      event.stopPropagation();
    },
  });

  /** @param {number} by */
  function turn(by) {
    if (shown.length === 0) return;
    at = (at + by + shown.length) % shown.length;
    mark();
  }

  function mark() {
    for (const [number, row] of [...list.children].entries()) row.setAttribute("aria-selected", String(number === at));
    const row = list.children[at];
    input.setAttribute("aria-activedescendant", row?.id ?? "");
    row?.scrollIntoView({ block: "nearest" });
    fill(effect, [shown[at]?.say ?? (input.value ? "Nobody here is called that." : "There is nobody else here.")]);
  }

  function search() {
    const words = input.value.trim().toLowerCase();
    shown = options.filter(({ name, more }) => `${name} ${more ?? ""}`.toLowerCase().includes(words)).slice(0, ROOM);
    at = 0;
    fill(list, shown.map((option, number) => h("li", {
      role: "option", id: `${id}-${number}`,
      onclick: () => pick(option.value),
      onpointermove: () => {
        if (at === number) return;
        at = number;
        mark();
      },
    }, h("span", {}, option.name), option.more ? h("small", {}, option.more) : null)));
    mark();
  }
  search();
  return h("div", { class: "pick" }, input, list, effect);
}
