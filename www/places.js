// From places in the text (UTF-16) to places in the page.

/** @import { Places } from "./types.d.ts" */

/** @returns {Places} */
export function createPlaces() {
  /** @type {{ node: Text, start: number }[]} */
  let nodes = [];
  let sorted = true;

  /** @param {number} at */
  function find(at) {
    if (!sorted) {
      nodes.sort((a, b) => a.start - b.start);
      sorted = true;
    }
    let low = 0;
    let high = nodes.length;
    while (low < high) {
      const middle = (low + high) >> 1;
      if (nodes[middle].start + nodes[middle].node.length <= at) low = middle + 1;
      else high = middle;
    }
    const found = nodes[low];
    return found && found.start <= at ? found : null;
  }

  return {
    offset(node, at) {
      const known = nodes.find((each) => each.node === node);
      return known ? known.start + at : null;
    },
    reset() {
      nodes = [];
      sorted = true;
    },
    add(node, start) {
      const last = nodes[nodes.length - 1];
      if (last && last.start > start) sorted = false;
      nodes.push({ node, start });
    },
    range(start, end) {
      const first = find(start);
      const last = find(end - 1);
      if (!first || !last || end <= start) return null;
      const range = document.createRange();
      range.setStart(first.node, start - first.start);
      range.setEnd(last.node, end - last.start);
      return range;
    },
  };
}

/**
 * What a mark in the page stands for: its items, narrowest first, and where it stands.
 *
 * @param {Element | null} mark
 */
export function markAt(mark) {
  const at = (/** @type {string} */ name) => Number(mark?.getAttribute(name));
  return {
    ids: mark?.getAttribute("data-ids")?.split(" ") ?? [],
    anchor: { start: 0, end: 0, start16: at("data-start"), end16: at("data-end") },
  };
}
