// Checks: what a careful reader might look at twice.

/** @import { Actions, Finding, Reading, Span, View } from "./types.d.ts" */

import { dismiss } from "./decisions.js";
import { fill, h, heading, icon, nothing } from "./dom.js";
import { excerptAround, spansOf } from "./reading.js";
import { evidence, row } from "./rows.js";

/** @type {Record<string, { title: string, group: string }>} */
const CODES = {
  "number-conflict": { title: "Two numbers disagree", group: "Numbers and dates" },
  "sum-mismatch": { title: "A sum that does not come out", group: "Numbers and dates" },
  "part-greater-than-whole": { title: "A part that is more than its whole", group: "Numbers and dates" },
  "percent-mismatch": { title: "A percentage that does not come out", group: "Numbers and dates" },
  "unit-mismatch": { title: "Two units that do not agree", group: "Numbers and dates" },
  "date-conflict": { title: "Two dates disagree", group: "Numbers and dates" },
  "headline-mismatch": { title: "The headline and the text differ", group: "Headline and body" },
  "speaker-disagreement": { title: "Two speakers disagree", group: "Who says what" },
  "unattributed-claim": { title: "A statement without a source", group: "Where it comes from" },
  "anonymous-source": { title: "A source without a name", group: "Where it comes from" },
  "experts-say": { title: "Experts without a name", group: "Where it comes from" },
  "single-source": { title: "One source only", group: "Where it comes from" },
  "quote-unbalanced": { title: "A quotation that does not end", group: "As written" },
  "loaded-arithmetic": { title: "A share of an unknown number", group: "Where it comes from" },
  "missing-date": { title: "No date", group: "As written" },
  "name-drift": { title: "A name spelt in two ways", group: "As written" },
  "ambiguous-name": { title: "A surname that two people share", group: "As written" },
};
const NUMBERS = ["No", "One", "Two", "Three", "Four", "Five", "Six", "Seven", "Eight", "Nine", "Ten"];

/** @param {Reading} reading */
export function countChecks(reading) {
  return reading.postil.findings.filter(({ dismissed }) => !dismissed).length;
}

/**
 * @param {HTMLElement} root
 * @param {Actions} actions
 * @returns {View}
 */
export function createChecks(root, actions) {
  /** Those that were put aside are shown. */
  let aside = false;
  /** @type {Reading | null} */
  let last = null;

  /** @param {Reading} reading */
  function asideOf(reading) {
    const list = reading.postil.findings.filter(({ dismissed }) => dismissed);
    if (list.length === 0) return [];
    const show = h("button", {
      class: "lk", type: "button", "aria-expanded": String(aside), "data-key": "aside",
      onclick: () => {
        aside = !aside;
        if (last) draw(last);
        const again = root.querySelector("[data-key=aside]");
        if (again instanceof HTMLElement) again.focus();
      },
    }, aside ? "hide" : "show");
    return [h("p", { class: "calm" }, `${list.length} put aside. `, show), ...(aside ? list.map((finding) => findingRow(reading, finding, actions)) : [])];
  }

  /** @param {Reading | null} reading */
  function draw(reading) {
      last = reading;
      if (!reading) return fill(root, []);
      const findings = reading.postil.findings.filter(({ dismissed }) => !dismissed);
      if (findings.length === 0) {
        return fill(root, [
          nothing("Nothing here that we would look at twice."),
          ...asideOf(reading),
          h("p", { class: "calm" }, "That does not mean that what the article says is right: only that we noticed nothing in how it says it. Few things are looked at so far."),
        ]);
      }
      const many = NUMBERS[findings.length] ?? String(findings.length);
      const groups = [...new Set(findings.map(({ code }) => groupOf(code)))];
      return fill(root, [
        h("p", { class: "sub" }, `${many} ${findings.length === 1 ? "thing" : "things"} a careful reader might look at twice. ${findings.length === 1 ? "It does not mean" : "None of them means"} the article is wrong.`),
        ...groups.flatMap((group) => {
          const list = findings.filter(({ code }) => groupOf(code) === group);
          return [heading(group, list.length), ...list.slice(0, 200).map((finding) => findingRow(reading, finding, actions))];
        }),
        ...asideOf(reading),
      ]);
  }

  return {
    update(state, before) {
      if (state.reading !== before.reading) draw(state.reading);
    },
  };
}

/** @param {string} code */
function groupOf(code) {
  return CODES[code]?.group ?? "Other";
}

/**
 * @param {Reading} reading
 * @param {Finding} finding
 * @param {Actions} actions
 */
function findingRow(reading, finding, actions) {
  /** @type {Span[]} */
  const spans = finding.members.flatMap((id) => reading.items.get(id)?.spans.slice(0, 1) ?? spansOf(reading, id).slice(0, 1));
  const aside = Boolean(finding.dismissed);
  return h("div", { class: `with${aside ? " aside" : ""}` }, row(actions, "chk", [finding.id], spans,
    h("span", { class: "hd" }, h("span", { class: "fg" }, icon("flag")), CODES[finding.code]?.title ?? "Worth a look"),
    h("span", { class: "say" }, finding.text),
    finding.computation ? h("span", { class: "say" }, finding.computation) : null,
    ...spans.slice(0, 4).map((span) => evidence(reading, excerptAround(reading, span, 90), span))),
  h("button", { class: "lk", type: "button", onclick: () => actions.decide(dismiss(finding, !aside)) }, aside ? "Take it up again" : "It’s fine"));
}
