// What one can do with a mark, below its card: accept, reject, edit, change kind, move an end, join, tell apart, note.

/** @import { Claim, Entity, Figure, Item, Mention, Reading, Span, Time } from "./types.d.ts" */
/** @import { Decided } from "./decisions.js" */

import {
  accept, decideAll, merge, move, note, noteAt, reject, relabel, rename, setSpeaker, setValue, split,
} from "./decisions.js";
import { fill, h, icon } from "./dom.js";
import { lexiconForm, NAMES } from "./always.js";
import { picker } from "./pick.js";
import { figureKind, nameKind, sentenceCase } from "./words.js";

/** @typedef {"edit" | "kind" | "move" | "same" | "here" | "note" | "every"} Mode */

const FIGURES = ["money", "percent", "percentagePoint", "count", "quantity", "ratio", "ordinal", "rank", "score", "age", "cardinal"];

/**
 * @typedef {object} Doing
 * @property {Reading} reading
 * @property {Item} item
 * @property {Mode | null} mode the form that is open
 * @property {(mode: Mode | null) => void} turn opens a form
 * @property {(decided: Decided) => void} decide
 * @property {(spans: Span[] | null) => void} light
 *
 * @param {Doing} doing
 */
export function doings(doing) {
  const { reading, item, mode, turn, decide } = doing;
  const entity = item.layer === "mention" && item.item.entity ? reading.entities.get(item.item.entity) : undefined;
  const many = entity?.mentions.length ?? 0;
  const same = sameWords(reading, item);
  const edited = item.item.status === "accepted" || item.item.status === "edited";
  const link = (/** @type {Mode} */ to, /** @type {string} */ words, /** @type {string} */ key = "") => h("button", {
    type: "button", "aria-expanded": String(mode === to), "data-key": to, "aria-keyshortcuts": key || null,
    onclick: () => turn(mode === to ? null : to),
  }, words);
  return h("div", { class: "do" },
    h("div", { class: "main" },
      h("button", { class: "btn pri", type: "button", "data-key": "accept", "aria-keyshortcuts": "a", "aria-pressed": String(edited), onclick: () => decide(accept(reading, item)) },
        icon("ok"), edited ? "Accepted" : "Accept", h("kbd", {}, "a")),
      h("button", { class: "btn", type: "button", "data-key": "reject", "aria-keyshortcuts": "x", onclick: () => decide(reject(reading, item)) }, "Reject", h("kbd", {}, "x")),
      h("button", { class: "btn", type: "button", "data-key": "edit", "aria-keyshortcuts": "e", "aria-expanded": String(mode === "edit"), onclick: () => turn(mode === "edit" ? null : "edit") }, "Edit…", h("kbd", {}, "e"))),
    h("div", { class: "more" },
      item.layer === "mention" || item.layer === "figure" ? link("kind", "Change kind") : null,
      link("move", "Move an end"),
      entity ? link("same", "Same as…", "m") : null,
      item.layer === "mention" && (many > 1 || !entity) ? link("here", entity ? "Someone else" : "It is…") : null,
      item.layer === "mention" && item.item.form !== "pronoun" && item.item.form !== "nominal" ? link("every", "In every article") : null,
      link("note", "Note", "n"),
      many > 1 && entity ? h("button", { type: "button", "data-key": "all", onclick: () => decide(decideAll(reading, entity, "reject")) }, `Reject all ${many}`) : null,
      same > 1 ? h("button", { type: "button", "data-key": "all", onclick: () => decide(reject(reading, item, true)) }, `Reject all ${same}`) : null),
    mode ? h("div", { class: "form" }, formOf(mode, doing, entity)) : null);
}

/**
 * @param {Mode} mode
 * @param {Doing} doing
 * @param {Entity | undefined} entity
 */
function formOf(mode, doing, entity) {
  const { reading, item, decide } = doing;
  switch (mode) {
    case "kind": return kindForm(doing, entity);
    case "move": return moveForm(doing);
    case "note": return noteForm(doing);
    case "every": return lexiconForm(doing, entity);
    case "same": return entity ? picker("Same as…", others(reading, entity).map((other) => ({
      ...named(other), say: `Joins ${entity.name} (${mentionsWords(entity)}) with ${other.name} (${mentionsWords(other)}).`,
    })), (other) => decide(merge(reading, entity, other))) : null;
    case "here": return hereForm(doing, /** @type {Mention} */ (item.item), entity);
    default: break;
  }
  if (item.layer === "claim") return speakerForm(doing, item.item);
  if (item.layer === "figure") return figureForm(doing, item.item);
  if (item.layer === "time") return timeForm(doing, item.item);
  return entity ? nameForm(doing, entity) : kindForm(doing, undefined);
}

/** @param {Entity} entity */
function mentionsWords({ mentions }) {
  return mentions.length === 1 ? "1 mention" : `${mentions.length} mentions`;
}

/**
 * @param {Entity} entity
 * @returns {{ value: Entity, name: string, more: string }}
 */
function named(entity) {
  return { value: entity, name: entity.name, more: nameKind(entity.kind).toLowerCase() };
}

/**
 * Whom an entity can be the same as: those of its kind first.
 *
 * @param {Reading} reading
 * @param {Entity | undefined} entity
 */
function others(reading, entity) {
  const kind = entity?.kind ?? "person";
  return reading.postil.entities.filter((other) => other.id !== entity?.id && other.kind !== "contact"
    && (!entity || (other.kind === "person") === (kind === "person")))
    .sort((a, b) => Number(b.kind === kind) - Number(a.kind === kind) || a.name.localeCompare(b.name, "en"));
}

/**
 * @param {string} words
 * @param {import("./dom.js").Child[]} fields
 * @param {() => void} save
 */
function form(words, fields, save) {
  return h("form", {
    onsubmit: (/** @type {Event} */ event) => {
      event.preventDefault();
      save();
    },
  }, ...fields, h("button", { class: "btn pri", type: "submit" }, words));
}

/**
 * @param {string} label
 * @param {string} value
 * @param {Record<string, string | boolean>} [more]
 */
function field(label, value, more = {}) {
  const input = h("input", { type: "text", value, autocomplete: "off", "data-key": label, ...more });
  return { input, element: h("label", {}, h("span", {}, label), input) };
}

/**
 * @param {string} label
 * @param {[string, string][]} options
 * @param {string} chosen
 */
function choice(label, options, chosen) {
  const select = h("select", { "data-key": label }, ...options.map(([value, words]) => h("option", { value, selected: value === chosen }, words)));
  return { select, element: h("label", {}, h("span", {}, label), select) };
}

/**
 * @param {Doing} doing
 * @param {Entity | undefined} entity
 */
function kindForm({ reading, item, decide }, entity) {
  const figure = item.layer === "figure";
  const kinds = figure ? FIGURES : NAMES;
  const now = "kind" in item.item ? item.item.kind : "";
  const kind = choice("Kind", kinds.map((each) => [each, figure ? figureKind(/** @type {any} */ (each)) : nameKind(/** @type {any} */ (each))]), now);
  const many = entity && entity.mentions.length > 1;
  const all = h("input", { type: "checkbox", checked: Boolean(many) });
  const everywhere = everywhereTick(reading, item);
  return form("Change", [kind.element, many ? h("label", { class: "tick" }, all, h("span", {}, `All ${entity.mentions.length} mentions`)) : everywhere.element],
    () => decide(relabel(reading, item, kind.select.value, many && all.checked ? entity : null, everywhere.input.checked)));
}

/**
 * In how many places a figure or a time is written in the same words.
 *
 * @param {Reading} reading
 * @param {Item} item
 */
function sameWords(reading, item) {
  if (item.layer !== "figure" && item.layer !== "time") return 0;
  const words = (/** @type {Item} */ { spans: [span] }) => reading.text.slice(span.start16, span.end16);
  return [...reading.items.values()].filter((other) => other.layer === item.layer && words(other) === words(item)).length;
}

/**
 * To decide at every place of the same words.
 *
 * @param {Reading} reading
 * @param {Item} item
 */
function everywhereTick(reading, item) {
  const same = sameWords(reading, item);
  const input = h("input", { type: "checkbox" });
  return { input, element: same > 1 ? h("label", { class: "tick" }, input, h("span", {}, `All ${same} places that say so`)) : null };
}

/**
 * @param {Doing} doing
 * @param {Entity} entity
 */
function nameForm(doing, entity) {
  const { reading, decide } = doing;
  const name = field("Name", entity.name);
  return h("div", {}, form("Rename", [name.element], () => decide(rename(reading, entity, name.input.value.trim()))), kindForm(doing, entity));
}

/**
 * @param {Doing} doing
 * @param {Figure} figure
 */
function figureForm({ reading, item, decide }, figure) {
  const range = figure.range ? [figure.range.low ?? "", figure.range.high ?? ""] : null;
  const value = field(range ? "From" : "Value", range ? range[0] : (figure.value ?? ""), { inputmode: "decimal" });
  const to = range ? field("To", range[1], { inputmode: "decimal" }) : null;
  const unit = field("Unit", figure.unitName ?? "");
  const what = field("Of what", [figure.measures?.what, figure.measures?.of].filter(Boolean).join(" of "));
  const everywhere = everywhereTick(reading, item);
  return form("Set", [value.element, to?.element, unit.element, what.element, everywhere.element], () => {
    /** @type {Record<string, string>} */
    const next = to ? { low: value.input.value, high: to.input.value } : { value: value.input.value };
    if (unit.input.value !== (figure.unitName ?? "")) Object.assign(next, { unitName: unit.input.value, unit: "" });
    if (what.input.value !== what.input.defaultValue) next.what = what.input.value;
    decide(setValue(reading, item, next, everywhere.input.checked));
  });
}

/**
 * @param {Doing} doing
 * @param {Time} time
 */
function timeForm({ reading, item, decide }, time) {
  const value = /^\d{4}(-\d\d){0,2}$/.exec(time.timex3?.value ?? "")?.[0] ?? time.interval?.from?.slice(0, 10) ?? "";
  const from = field("Date", value, { placeholder: "2025-06-10, 2025-06 or 2025" });
  const to = field("Until", "", { placeholder: "if it lasts longer" });
  const everywhere = everywhereTick(reading, item);
  return form("Set", [from.element, to.element, everywhere.element], () => decide(setValue(reading, item, {
    from: from.input.value, ...(to.input.value ? { to: to.input.value } : {}),
  }, everywhere.input.checked)));
}

/**
 * @param {Doing} doing
 * @param {Claim} claim
 */
function speakerForm({ reading, item, decide }, claim) {
  const now = claim.source?.entity;
  const people = reading.postil.entities.filter(({ id, kind }) => id !== now && kind !== "contact" && kind !== "language")
    .sort((a, b) => Number(b.kind === "person") - Number(a.kind === "person") || a.name.localeCompare(b.name, "en"));
  return picker("Who says it?", [
    ...people.map((entity) => ({ ...named(entity), value: /** @type {Entity | null} */ (entity), say: `${entity.name} says it.` })),
    { value: null, name: "Nobody is named", more: "", say: "The article says it in its own voice." },
  ], (entity) => decide(setSpeaker(reading, item, entity)));
}

/**
 * @param {Doing} doing
 * @param {Mention} mention
 * @param {Entity | undefined} entity
 */
function hereForm({ reading, decide }, mention, entity) {
  const named_ = mention.form !== "pronoun" && mention.form !== "nominal";
  const words = mention.span.exact ?? "";
  return picker("Who is meant here?", [
    ...(named_ && entity ? [{ value: /** @type {Entity | null} */ (null), name: "Somebody else", more: "not in this list", say: `“${words}” is told apart from ${entity.name}.` }] : []),
    ...others(reading, entity).map((other) => ({ ...named(other), value: /** @type {Entity | null} */ (other), say: `“${words}” here is ${other.name}.` })),
  ], (other) => decide(split(reading, mention, other ?? undefined)));
}

/** @param {Doing} doing */
function noteForm({ reading, item, decide }) {
  const before = noteAt(reading, item);
  const text = h("textarea", { "aria-label": "Note", rows: 3, "data-key": "note text" }, before);
  return form("Keep", [text], () => decide(note(reading, item, text.value.trim())));
}

/**
 * The ends go by words; nothing is decided until it is said so.
 *
 * @param {Doing} doing
 */
function moveForm(doing) {
  const { reading, item, decide, light } = doing;
  let start = item.spans[0].start16;
  let end = item.spans[item.spans.length - 1].end16;
  const shown = h("p", { class: "moved", "aria-live": "polite" });
  const draw = () => {
    const around = (/** @type {number} */ from, /** @type {number} */ to) => reading.text.slice(Math.max(0, from), to).replace(/\s+/g, " ");
    const words = around(start, end);
    fill(shown, ["… ", around(start - 24, start), h("b", {}, words.length > 160 ? `${words.slice(0, 70)} … ${words.slice(-70)}` : words), around(end, end + 24), " …"]);
    light([{ start, end, start16: start, end16: end }]);
  };
  const turn = (/** @type {"start" | "end"} */ which, /** @type {number} */ by) => {
    if (which === "start") start = Math.min(wordEdge(reading.text, start, by, "start"), end - 1);
    else end = Math.max(wordEdge(reading.text, end, by, "end"), start + 1);
    draw();
  };
  const arrow = (/** @type {"start" | "end"} */ which, /** @type {number} */ by) => h("button", {
    class: "ib", type: "button", "data-key": `${which} ${by}`, "aria-label": `${sentenceCase(which)}: one word ${by < 0 ? "back" : "on"}`,
    onclick: () => turn(which, by),
  }, icon(by < 0 ? "left" : "right"));
  draw();
  const element = form("Move it", [shown,
    h("div", { class: "ends" }, arrow("start", -1), h("span", {}, "Start"), arrow("start", 1), arrow("end", -1), h("span", {}, "End"), arrow("end", 1)),
    h("small", {}, h("kbd", {}, "Shift"), " ", h("kbd", {}, "←"), " ", h("kbd", {}, "→"), " moves the end by a word, with ", h("kbd", {}, "Ctrl"), " the start."),
  ], () => decide(move(reading, item, { start, end })));
  element.addEventListener("postil-move", (event) => {
    const { which, by } = /** @type {CustomEvent} */ (event).detail;
    turn(which, by);
  });
  return element;
}

/**
 * The next place where a word begins or ends.
 *
 * @param {string} text
 * @param {number} at
 * @param {number} by
 * @param {"start" | "end"} which
 */
export function wordEdge(text, at, by, which) {
  const word = /[\p{L}\p{N}$£€%’'-]/u;
  const is = (/** @type {number} */ place) => place >= 0 && place < text.length && word.test(text[place]);
  const edge = (/** @type {number} */ place) => (which === "start" ? is(place) && !is(place - 1) : is(place - 1) && !is(place));
  for (let place = at + by; place >= 0 && place <= text.length && Math.abs(place - at) < 400; place += by) if (edge(place)) return place;
  return at;
}
