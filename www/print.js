// What stands at the head of each printed page: title, where it is from, its date.

/** @import { View } from "./types.d.ts" */

import { dayWords } from "./words.js";

/** @returns {View} */
export function createPrint() {
  return {
    update(state, before) {
      if (state.reading === before.reading) return;
      const { title = "", postil } = state.reading ?? {};
      const { site, url } = /** @type {Record<string, string | null | undefined>} */ (postil?.document.source ?? {});
      const date = postil?.reference.date;
      const head = [title.length > 80 ? `${title.slice(0, 78)} …` : title, site ?? url].filter(Boolean).join(" · ");
      // A string of CSS.
      const css = (/** @type {string} */ words) => `"${words.replace(/["\\\n]/g, " ")}"`;
      const { style } = document.documentElement;
      style.setProperty("--printed", css(head));
      style.setProperty("--printed-date", css(date ? dayWords(date) : ""));
    },
  };
}
