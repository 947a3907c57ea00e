// The bar: brand, reference date, title, layers (which are the legend), search, export, more.

/** @import { Actions, Layer, Store, View } from "./types.d.ts" */

import { fill, h, icon } from "./dom.js";
import { keptItems } from "./kept.js";
import { basisWords, dayWords, tally } from "./words.js";

/** @type {{ layer: Layer, name: string, look: string, key: string }[]} */
const LAYERS = [
  { layer: "names", name: "Names", look: "s-n", key: "1" },
  { layer: "figures", name: "Figures & times", look: "s-f", key: "2" },
  { layer: "claims", name: "Claims", look: "s-c", key: "3" },
];

/**
 * @param {HTMLElement} root
 * @param {{ store: Store, actions: Actions, phone: HTMLElement }} given
 * @returns {View}
 */
export function createBar(root, { store, actions, phone }) {
  const day = h("b", {});
  const asof = h("span", { class: "asof" }, "As of ");
  const title = h("span", { class: "title" });
  const switches = [...switchesOf(store), ...switchesOf(store)];
  const date = dateControl(actions);
  const ref = h("button", {
    class: "ref", type: "button", popovertarget: "date", title: "Words such as “Tuesday” are read against this date",
    onclick: () => date.element.style.setProperty("--pop-x", `${Math.round(ref.getBoundingClientRect().left)}px`),
  }, icon("cal"), h("span", { class: "num" }, asof, day), icon("down"));
  const menu = moreMenu(store, actions);
  const undo = h("button", { class: "ib back", type: "button", "aria-label": "Undo", "aria-keyshortcuts": "Control+Z", onclick: () => actions.undo() }, icon("undo"));
  const redo = h("button", { class: "ib back", type: "button", "aria-label": "Redo", "aria-keyshortcuts": "Control+Shift+Z", onclick: () => actions.redo() }, icon("redo"));
  fill(root, [
    h("span", { class: "brand" }, icon("logo", ""), h("span", { class: "wd" }, "Postil")),
    ref,
    title,
    h("span", { class: "grow" }),
    h("div", { class: "layers", role: "group", "aria-label": "Layers" }, ...switches.slice(0, 3).map(({ element }) => element)),
    h("div", { class: "tools" },
      undo, redo,
      h("button", { class: "ib", type: "button", "aria-label": "Search", "aria-keyshortcuts": "/", onclick: () => store.set({ search: { ...store.get().search, open: !store.get().search.open } }) }, icon("search")),
      h("button", { class: "btn", type: "button", "aria-label": "Export", onclick: () => store.set({ dialog: "export" }) }, icon("out"), h("span", { class: "lb" }, "Export")),
      h("button", { class: "ib", type: "button", "aria-label": "More", popovertarget: "more" }, icon("more"))),
    date.element,
    menu.element,
  ]);
  fill(phone, switches.slice(3).map(({ element }) => element));

  return {
    update(state, before) {
      const { reading, layers } = state;
      const article = state.articles.find(({ id }) => id === state.article);
      undo.disabled = !article || article.at === 0;
      redo.disabled = !article || article.at + 1 >= article.steps.length;
      if (reading !== before.reading) {
        fill(title, [reading?.title ?? ""]);
        const { date } = reading?.postil.reference ?? {};
        asof.hidden = !date;
        fill(day, [date ? dayWords(date) : "No date found"]);
      }
      for (const { layer, element, count } of switches) {
        element.setAttribute("aria-checked", String(layers[layer]));
        if (reading !== before.reading) {
          const postil = reading?.postil;
          const found = { names: postil?.entities.length, figures: (postil?.figures.length ?? 0) + (postil?.times.length ?? 0), claims: reading?.said.length };
          fill(count, [tally(found[layer] ?? 0)]);
        }
      }
      date.update(state, before);
      menu.update(state, before);
    },
  };
}

/** @param {Store} store */
function switchesOf(store) {
  return LAYERS.map(({ layer, name, look, key }) => {
    const count = h("span", { class: "ct" });
    const element = h("button", {
      class: `sw ${look}`, type: "button", role: "switch", "aria-checked": "true", "aria-keyshortcuts": key,
      onclick: () => store.set({ layers: { ...store.get().layers, [layer]: !store.get().layers[layer] } }),
    }, h("span", { class: "tr" }), h("span", { class: "nm" }, name), count);
    return { layer, element, count };
  });
}

/**
 * What words such as "Tuesday" are read against, and where that was read.
 *
 * @param {Actions} actions
 */
function dateControl(actions) {
  const where = h("p", {});
  const input = h("input", { type: "date", "aria-label": "Reference date", min: "1000-01-01", max: "9999-12-31" });
  const back = h("button", { class: "lk", type: "button", onclick: () => choose(undefined) }, "Use the article’s own date");
  const element = h("div", { class: "pop date", id: "date", popover: "auto" },
    h("h2", {}, "Words such as “Tuesday” are read against this date."),
    where,
    h("form", {
      class: "set",
      onsubmit: (/** @type {Event} */ event) => {
        event.preventDefault();
        if (input.value) choose(input.value);
      },
    }, input, h("button", { class: "btn pri", type: "submit" }, "Use this date")),
    back);

  /** @param {string | undefined} day */
  function choose(day) {
    element.hidePopover();
    actions.again({ date: day });
  }

  return {
    element,
    /** @type {View["update"]} */
    update(state, before) {
      if (state.reading === before.reading && state.given === before.given) return;
      const reference = state.reading?.postil.reference;
      if (!reference) return;
      const words = reference.span && reference.basis !== "user" ? state.reading?.text.slice(reference.span.start16, reference.span.end16) : "";
      fill(where, [
        basisWords(reference),
        words ? " “" : null,
        words ? h("button", {
          class: "q lk", type: "button",
          onclick: () => {
            element.hidePopover();
            if (reference.span) actions.show([reference.span]);
          },
        }, words) : null,
        words ? "”" : null,
      ]);
      input.value = reference.date?.slice(0, 10) ?? "";
      back.hidden = reference.basis !== "user";
    },
  };
}

/**
 * @param {Store} store
 * @param {Actions} actions
 */
function moreMenu(store, actions) {
  const themes = /** @type {const} */ (["auto", "light", "dark"]).map((theme) => ({
    theme,
    element: h("button", { type: "button", "aria-pressed": "false", onclick: () => store.set({ theme }) }, icon("ok"),
      { auto: "As the system has it", light: "Light", dark: "Dark" }[theme]),
  }));
  const letters = h("button", {
    type: "button", "aria-pressed": "false", onclick: () => store.set({ letters: !store.get().letters }),
  }, icon("ok"), "Show all letters");
  const rejected = h("button", {
    type: "button", "aria-pressed": "false", onclick: () => store.set({ rejected: !store.get().rejected }),
  }, icon("ok"), "Show what was rejected");
  const open = h("div", { role: "group", "aria-label": "Open articles" });
  const update = h("button", { type: "button", hidden: true, onclick: () => actions.update() }, icon("ok"), "Use the new version");
  const close = (/** @type {() => void} */ run) => () => {
    element.hidePopover();
    run();
  };
  const kept = keptItems(store, actions, close);
  const element = h("div", { class: "pop menu", id: "more", popover: "auto" },
    h("small", {}, "Colours"),
    ...themes.map((theme) => theme.element),
    h("hr"),
    letters,
    rejected,
    h("button", { type: "button", onclick: close(() => document.getElementById("history")?.showPopover()) }, icon("ok"), "History"),
    h("button", { type: "button", onclick: close(() => store.set({ dialog: "lexicon" })) }, icon("ok"), "Your lexicon …"),
    h("button", { type: "button", onclick: close(() => store.set({ dialog: "keys" })) }, icon("ok"), "Keys", h("span", { class: "rt" }, h("kbd", {}, "?"))),
    h("hr"),
    update,
    open,
    h("hr"),
    h("button", { type: "button", onclick: close(() => actions.edit(null)) }, icon("ok"), "Edit the text…"),
    h("button", { type: "button", onclick: close(() => store.set({ dialog: "compare" })) }, icon("ok"), "Compare versions…"),
    ...kept.elements,
    h("hr"),
    h("button", { type: "button", onclick: close(() => actions.fresh()) }, icon("ok"), "New article"),
    h("button", { type: "button", onclick: close(() => actions.forget()) }, icon("ok"), "Forget everything"));
  return {
    element,
    /** @type {View["update"]} */
    update(state, before) {
      rejected.setAttribute("aria-pressed", String(state.rejected));
      kept.update(state, before);
      update.hidden = !state.update;
      if (state.articles !== before.articles || state.article !== before.article) {
        fill(open, [
          h("small", {}, "Open articles"),
          ...state.articles.map(({ id, title }) => h("div", { class: "open" },
            h("button", { type: "button", "aria-pressed": String(id === state.article), onclick: close(() => actions.turnTo(id)) }, icon("ok"), h("span", {}, title || "Without a headline")),
            h("button", { class: "ib", type: "button", "aria-label": `Close ${title || "the article"}`, onclick: () => actions.shut(id) }, icon("x")))),
        ]);
      }
      for (const theme of themes) theme.element.setAttribute("aria-pressed", String(theme.theme === state.theme));
      letters.setAttribute("aria-pressed", String(state.letters));
    },
  };
}
