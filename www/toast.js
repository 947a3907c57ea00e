// The strip at the foot: what happened, what is safe, what to do.

/** @import { Actions, State, View } from "./types.d.ts" */

import { fill, h, icon } from "./dom.js";

/** How long a message that goes by itself stays, in milliseconds. */
const STAY = 8000;

/**
 * @param {HTMLElement} root
 * @param {{ actions: Actions, busy: HTMLElement }} given
 * @returns {View}
 */
export function createToast(root, { actions, busy }) {
  /** @type {ReturnType<typeof setTimeout> | undefined} */
  let timer;
  const live = h("div", { role: "status" });
  const alert = h("div", { role: "alert" });
  fill(root, [live, alert]);

  /** @param {State} state */
  function show({ message, busy: reading }) {
    clearTimeout(timer);
    fill(live, []);
    fill(alert, []);
    if (message) {
      const { text, action, other, kind, passing } = message;
      const strip = h("div", { class: other ? "toast two" : "toast" }, h("span", {}, text),
        ...[action, other].map((each) => each && h("button", {
          type: "button",
          onclick: () => {
            actions.say(null);
            each.run();
          },
        }, each.label)),
        h("button", { class: "ib", type: "button", "aria-label": "Close", onclick: () => actions.say(null) }, icon("x")));
      fill(kind === "alert" ? alert : live, [strip]);
      if (passing) leave(strip);
    } else if (reading) {
      fill(live, [h("div", { class: "toast" }, h("span", {}, "Reading the article …"),
        h("button", { type: "button", onclick: () => actions.stop() }, "Stop"))]);
    }
  }

  /** @param {HTMLElement} strip */
  function leave(strip) {
    timer = setTimeout(() => {
      if (strip.matches(":hover, :focus-within")) leave(strip);
      else actions.say(null);
    }, STAY);
  }

  return {
    update(state, before) {
      document.documentElement.toggleAttribute("data-busy", state.busy);
      busy.hidden = !state.busy;
      if (state.message !== before.message || state.busy !== before.busy) show(state);
    },
  };
}
