// The warning before the page is left, where something would be lost by it. Closing the tab loses what is nowhere else; a
// reload brings it back from the tab's own storage. Browsers tell a page of neither beforehand, but a reload by key is
// seen as a key.

/** The browser asks this soon after the key. Milliseconds. */
const SOON = 1000;

/** @param {(reload: boolean) => boolean} loses whether something would be lost */
export function warnOfLeaving(loses) {
  let pressed = -SOON;
  addEventListener("keydown", ({ key, ctrlKey, metaKey }) => {
    if (key === "F5" || (key.toLowerCase() === "r" && (ctrlKey || metaKey))) pressed = performance.now();
  }, true);
  addEventListener("beforeunload", (event) => {
    if (loses(performance.now() - pressed < SOON)) event.preventDefault();
  });
}
