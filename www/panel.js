// The panel: tabs, and under each the pane that its own module draws. On small screens a sheet from below.

/** @import { Actions, Reading, State, Store, Tab, View } from "./types.d.ts" */

import { offerCopies } from "./copy.js";
import { fill, h } from "./dom.js";
import { tally } from "./words.js";

/**
 * @typedef {{ id: Tab, label: string, name?: string, count: (reading: Reading) => number,
 *   create: (root: HTMLElement, actions: Actions) => View }} Pane
 *
 * @param {HTMLElement} root
 * @param {{ store: Store, actions: Actions, panes: Pane[] }} given
 * @returns {View}
 */
export function createPanel(root, { store, actions, panes }) {
  const tabs = panes.map(({ id, label, name }) => h("button", {
    type: "button", role: "tab", id: `tab-${id}`, "aria-controls": `pane-${id}`, tabindex: -1,
    onclick: () => choose(id),
  }, h("span", { class: "tl-w", "data-w": label }, label), name ? h("span", { class: "sr" }, ` ${name}`) : null, h("span", { class: "ct" })));
  const bodies = panes.map(({ id, label }) => h("section", {
    class: "pane", role: "tabpanel", id: `pane-${id}`, "aria-labelledby": `tab-${id}`, tabindex: 0, "data-title": label, hidden: true,
  }));
  const views = panes.map(({ create, label, name }, at) => {
    const inner = h("div");
    offerCopies(bodies[at], { store, actions });
    fill(bodies[at], [h("h2", { class: "sr" }, name ? `${label} ${name}` : label), inner]);
    return create(inner, actions);
  });
  const grip = h("button", {
    class: "grip", type: "button", "aria-label": "Open or close what was found",
    onclick: () => {
      const { sheet } = store.get();
      store.set({ sheet: sheet === "closed" ? "half" : sheet === "half" ? "full" : "closed" });
    },
  });
  const bar = h("div", { class: "tabs", role: "tablist", "aria-label": "What was found" }, ...tabs);
  fill(root, [grip, bar, ...bodies, ...root.querySelectorAll(".review")]);

  bar.addEventListener("keydown", (event) => {
    const by = { ArrowRight: 1, ArrowLeft: -1, Home: -Infinity, End: Infinity }[event.key];
    if (by === undefined) return;
    event.preventDefault();
    const at = Math.max(0, tabs.findIndex((tab) => tab === document.activeElement));
    const next = Number.isFinite(by) ? (at + by + panes.length) % panes.length : by > 0 ? panes.length - 1 : 0;
    store.set({ tab: panes[next].id });
    tabs[next].focus();
  });
  drag(root, grip, store);

  /** @param {Tab} id */
  function choose(id) {
    const { tab, sheet } = store.get();
    store.set({ tab: id, sheet: tab === id && sheet !== "closed" ? "closed" : sheet === "closed" ? "half" : sheet });
  }

  return {
    update(state, before) {
      if (state.reading !== before.reading) {
        for (const [at, { count }] of panes.entries()) {
          fill(/** @type {Element} */ (tabs[at].querySelector(".ct")), [state.reading ? tally(count(state.reading)) : ""]);
        }
        // Long counts stand under the words.
        bar.classList.toggle("tight", tabs.reduce((sum, tab) => sum + (tab.querySelector(".ct")?.textContent?.length ?? 0), 0) > 14);
      }
      for (const [at, { id }] of panes.entries()) {
        const on = id === state.tab;
        tabs[at].setAttribute("aria-selected", String(on));
        tabs[at].setAttribute("tabindex", on ? "0" : "-1");
        bodies[at].hidden = !on;
      }
      if (state.tab !== before.tab) tabs[panes.findIndex(({ id }) => id === state.tab)].scrollIntoView({ block: "nearest", inline: "nearest" });
      const shown = bodies[panes.findIndex(({ id }) => id === state.tab)];
      const rows = () => [...shown.querySelectorAll(".row")];
      const held = rows().indexOf(/** @type {Element} */ (document.activeElement));
      for (const view of views) view.update(state, before);
      // A row that was rejected hands the focus to the one after it.
      const next = held >= 0 && document.activeElement === document.body ? rows()[held] ?? rows().pop() : null;
      if (next instanceof HTMLElement) next.focus({ preventScroll: true });
      if (state.reading !== before.reading || state.current !== before.current || state.tab !== before.tab) mark(state, bodies);
    },
  };
}

/**
 * Marks the current row in every pane and brings it into view in the open one.
 *
 * @param {State} state
 * @param {HTMLElement[]} bodies
 */
function mark(state, bodies) {
  for (const body of bodies) {
    for (const row of body.querySelectorAll(".row.on")) {
      row.classList.remove("on");
      row.removeAttribute("aria-current");
    }
    if (!state.current) continue;
    const row = [...body.querySelectorAll(".row")].find((each) => each.getAttribute("data-ids")?.split(" ").includes(state.current ?? ""));
    if (!row) continue;
    row.classList.add("on");
    row.setAttribute("aria-current", "true");
    if (body.hidden) continue;
    const box = row.getBoundingClientRect();
    const frame = body.getBoundingClientRect();
    if (box.top < frame.top || box.bottom > frame.bottom) body.scrollTop += box.top - frame.top - frame.height / 3;
  }
}

/**
 * @param {HTMLElement} root
 * @param {HTMLElement} grip
 * @param {Store} store
 */
function drag(root, grip, store) {
  grip.addEventListener("pointerdown", (event) => {
    const from = event.clientY;
    const { height } = root.getBoundingClientRect();
    grip.setPointerCapture(event.pointerId);
    const end = (/** @type {PointerEvent} */ last) => {
      grip.removeEventListener("pointerup", end);
      const moved = from - last.clientY;
      if (Math.abs(moved) < 12) return;
      const share = (height + moved) / window.innerHeight;
      grip.addEventListener("click", (click) => click.stopImmediatePropagation(), { once: true, capture: true });
      store.set({ sheet: share < 0.25 ? "closed" : share < 0.72 ? "half" : "full" });
    };
    grip.addEventListener("pointerup", end);
  });
}
