// People, organisations and places: with the title the article gives each, and where in it they stand.

/** @import { Actions, Entity, Reading, View } from "./types.d.ts" */

import { badge, fill, h, heading, nothing, svg } from "./dom.js";
import { mentionsOf } from "./reading.js";
import { bulk, first, row } from "./rows.js";
import { lookOf } from "./segments.js";
import { nameKind, roleWords } from "./words.js";

/** @type {{ title: string, kinds: string[] }[]} */
const GROUPS = [
  { title: "People", kinds: ["person"] },
  { title: "Organisations & media", kinds: ["organisation", "work", "product"] },
  { title: "Places & their people", kinds: ["place", "group"] },
  { title: "Events, laws & languages", kinds: ["event", "law", "language"] },
  { title: "Addresses", kinds: ["contact"] },
];

/** @param {Reading} reading */
export function countPeople(reading) {
  return reading.postil.entities.length;
}

/**
 * @param {HTMLElement} root
 * @param {Actions} actions
 * @returns {View}
 */
export function createPeople(root, actions) {
  return {
    update(state, before) {
      if (state.reading === before.reading) return;
      const { reading } = state;
      if (!reading) return fill(root, []);
      const { entities } = reading.postil;
      if (entities.length === 0) return fill(root, [nothing("No names here that we could find.")]);
      let headed = false;
      return fill(root, [
        h("p", { class: "sub" }, "With the title the article gives each, and where in it they stand."),
        bulk(actions, reading, entities.map(({ id }) => id)),
        ...GROUPS.flatMap(({ title, kinds }) => {
          const group = entities.filter(({ kind }) => kinds.includes(kind)).sort((a, b) => b.mentions.length - a.mentions.length);
          if (group.length === 0) return [];
          const { some, more } = first(group);
          const head = heading(title, group.length, headed ? "" : "beginning → end");
          headed = true;
          return [head, ...some.map((entity) => entityRow(reading, entity, actions)), more];
        }),
      ]);
    },
  };
}

/**
 * @param {Reading} reading
 * @param {Entity} entity
 * @param {Actions} actions
 */
function entityRow(reading, entity, actions) {
  const mentions = mentionsOf(reading, entity.id);
  const look = lookOf(entity.kind);
  const seen = new Set([entity.name]);
  const others = [...(entity.aliases ?? []), ...mentions.filter(({ form }) => form === "nominal" || form === "pronoun").map(({ span }) => span.exact ?? "")]
    .filter((name) => name && !seen.has(name) && seen.add(name));
  const role = roleWords(reading, entity);
  return row(actions, "who-row", [entity.id, ...entity.mentions], mentions.map(({ span }) => span),
    badge(look, look.toUpperCase()),
    h("span", {},
      h("span", { class: "nm" }, entity.name),
      role || entity.kind !== "person" ? h("span", { class: "rl" }, role || nameKind(entity.kind)) : null,
      others.length > 0 ? h("span", { class: "al" }, others.slice(0, 4).join(" · ")) : null),
    stripOf(reading, mentions.map(({ span }) => span.start16), look),
    h("span", { class: "cn" }, mentions.length, h("span", { class: "sr" }, mentions.length === 1 ? " mention" : " mentions")));
}

/**
 * One tick per mention from the article's beginning to its end; foot-ticks where paragraphs begin.
 *
 * @param {Reading} reading
 * @param {number[]} places
 * @param {string} look
 */
function stripOf(reading, places, look) {
  const body = reading.blocks.filter(({ included }) => included);
  const start = body[0]?.span.start16 ?? 0;
  const length = Math.max(1, (body[body.length - 1]?.span.end16 ?? 1) - start);
  const x = (/** @type {number} */ at) => (1 + ((at - start) * 94) / length).toFixed(1);
  const feet = body.slice(0, 60).map(({ span }) => `M${x(span.start16)} 12v3`).join("");
  return svg("svg", { class: `strip ${look}`, viewBox: "0 0 96 20", "aria-hidden": "true" },
    svg("path", { class: "ax", d: `M0 12h96${feet}` }),
    svg("path", { class: "tk", d: [...new Set(places.slice(0, 200).map(x))].map((at) => `M${at} 1v10`).join("") }));
}
