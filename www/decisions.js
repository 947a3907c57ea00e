// What a person decides about who is who: two entities are one, or a mention is someone else. Knows no DOM.

/** @import { Claim, Entity, Postil, Review } from "./types.d.ts" */

/**
 * Takes one entity for another: all that spoke of it speaks of the other.
 *
 * @param {Postil} postil
 * @param {string} from
 * @param {string} into
 * @returns {Postil | null} null if either is not there
 */
export function merge(postil, from, into) {
  const next = structuredClone(postil);
  const gone = next.entities.find(({ id }) => id === from);
  const kept = next.entities.find(({ id }) => id === into);
  if (!gone || !kept || gone === kept) return null;
  const before = { merged: structuredClone(gone), into: structuredClone(kept) };
  next.entities = next.entities.filter((entity) => entity !== gone);
  for (const mention of next.mentions) if (mention.entity === from) mention.entity = into;
  kept.mentions = inOrder(next, new Set([...kept.mentions, ...gone.mentions]));
  kept.aliases = [...new Set([...(kept.aliases ?? []), gone.name, ...(gone.aliases ?? [])])].filter((name) => name !== kept.name);
  kept.roles = [...(kept.roles ?? []), ...(gone.roles ?? [])];
  kept.quoted = [...new Set([...(kept.quoted ?? []), ...(gone.quoted ?? [])])];
  kept.status = "edited";
  const swap = (/** @type {string} */ id) => (id === from ? into : id);
  for (const entity of next.entities) for (const role of entity.roles ?? []) if (role.organisation) role.organisation = swap(role.organisation);
  for (const claim of next.claims) {
    if (claim.source?.entity) claim.source.entity = swap(claim.source.entity);
    if (claim.entities) claim.entities = [...new Set(claim.entities.map(swap))];
  }
  for (const relation of next.relations) [relation.from, relation.to] = [swap(relation.from), swap(relation.to)];
  next.relations = next.relations.filter((relation) => relation.from !== relation.to);
  for (const finding of next.findings) finding.members = [...new Set(finding.members.map(swap))];
  return decided(next, { target: into, action: "merge", before, after: { entity: into } });
}

/**
 * Puts a mention where it belongs: to an entity that is there, or, without one, to a new one of its own.
 *
 * @param {Postil} postil
 * @param {string} id the mention
 * @param {string} [into]
 * @returns {Postil | null} null if it is not there, or belongs there already
 */
export function split(postil, id, into) {
  const next = structuredClone(postil);
  const mention = next.mentions.find((item) => item.id === id);
  const old = next.entities.find((entity) => entity.id === mention?.entity);
  const target = into ?? `e-${id.slice(2)}`;
  if (!mention || mention.entity === target || (!into && old?.mentions.length === 1)) return null;
  let home = next.entities.find((entity) => entity.id === target);
  if (!home) {
    if (into) return null;
    home = {
      id: target, name: mention.span.exact ?? "", kind: mention.kind, mentions: [], confidence: "high", by: { kind: "user" },
      reasons: [{ code: "user", text: "a reader told it apart", span: mention.span }], status: "edited",
    };
    next.entities.push(home);
  }
  mention.entity = target;
  mention.status = "edited";
  home.mentions = inOrder(next, new Set([...home.mentions, id]));
  if (old) old.mentions = old.mentions.filter((item) => item !== id);
  for (const claim of next.claims) if (speaks(claim, mention.span)) give(claim, old, home);
  // The last mention takes with it all else that was said of the entity.
  const now = old?.mentions.length === 0 ? (merge(next, old.id, target) ?? next) : next;
  now.review = [...(postil.review ?? [])];
  return decided(now, { target: id, action: "split", before: { entity: old?.id ?? null }, after: { entity: target, new: !into } });
}

/**
 * Decides again what was decided before, on the same article read anew.
 *
 * @param {Postil} postil as read
 * @param {Postil} before as it was, with its decisions
 * @returns {{ postil: Postil, lost: number }} lost: decisions that fit nothing any more; they stay in the list
 */
export function redo(postil, before) {
  const known = new Set(Object.keys(postil));
  const rest = Object.entries(before).filter(([key]) => !known.has(key));
  /** @type {Postil} */
  let next = { ...postil, ...Object.fromEntries(rest), ...(before.extensions ? { extensions: before.extensions } : {}) };
  let lost = 0;
  for (const { action, target, before: was, after } of before.review ?? []) {
    const done = action === "merge" ? merge(next, was?.merged?.id ?? "", target)
      : action === "split" ? split(next, target, after?.new ? undefined : after?.entity ?? "") : next;
    if (done) next = done;
    else lost += 1;
  }
  return { postil: { ...next, review: before.review ?? [] }, lost };
}

/**
 * @param {Postil} postil
 * @param {Omit<Review, "seq">} decision
 */
function decided(postil, decision) {
  const review = postil.review ?? [];
  postil.review = [...review, { seq: Math.max(0, ...review.map(({ seq }) => seq)) + 1, ...decision }];
  return postil;
}

/**
 * @param {Postil} postil
 * @param {Set<string>} ids
 */
function inOrder(postil, ids) {
  return postil.mentions.filter(({ id }) => ids.has(id)).map(({ id }) => id);
}

/**
 * @param {Claim} claim
 * @param {{ start: number, end: number }} span
 */
function speaks(claim, span) {
  const source = claim.source?.span;
  return source !== undefined && source.start <= span.start && span.end <= source.end;
}

/**
 * @param {Claim} claim
 * @param {Entity | undefined} old
 * @param {Entity} home
 */
function give(claim, old, home) {
  if (!claim.source || (claim.source.entity ?? undefined) !== old?.id) return;
  claim.source.entity = home.id;
  if (old) old.quoted = old.quoted?.filter((id) => id !== claim.id);
  home.quoted = [...new Set([...(home.quoted ?? []), claim.id])];
}
