// Keeps the page's own files, so that it opens without a network; and takes what other apps share with the installed
// page, so that it never reaches the network.
//
// A version is a set of files that belong together: each has a cache of its own, filled before it is used, and a page
// never gets files of two versions. A new version waits until no page of the old one is open, or until a person asks
// for it in the only page that is.
//
// In: "use", answered by whether the waiting version took over; "shared", answered by what was shared, once.

/** @typedef {{ version: string, files: Record<string, string> }} Files */

const worker = /** @type {any} */ (self);
const policy = worker.trustedTypes?.createPolicy("postil-files", { createScriptURL: (/** @type {string} */ url) => url });
worker.importScripts(policy ? policy.createScriptURL("pkg/files.js") : "pkg/files.js");

/** @type {Files} */
const { version, files } = worker.postilFiles;
const scope = /** @type {string} */ (worker.registration.scope);
/** The caches of this page; another page on the same host has its own. */
const OURS = `postil ${scope} `;
const CACHE = OURS + version;
/** What was shared, until the page asks for it: in memory alone. @type {Record<string, unknown> | null} */
let shared = null;

worker.addEventListener("install", (/** @type {any} */ event) => event.waitUntil(fill()));
worker.addEventListener("activate", (/** @type {any} */ event) => event.waitUntil(settle()));

worker.addEventListener("fetch", (/** @type {any} */ event) => {
  const { request } = event;
  const url = new URL(request.url);
  if (!url.href.startsWith(scope)) return;
  const path = url.pathname.slice(new URL(scope).pathname.length).replace(/^index\.html$/, "");
  if (request.method === "POST" && path === "share") event.respondWith(take(request));
  else if (request.method === "GET" && (path || "./") in files) event.respondWith(kept(path || "./", request));
});

worker.addEventListener("message", (/** @type {any} */ event) => {
  const [port] = event.ports;
  if (event.data === "shared") {
    port.postMessage(shared);
    shared = null;
  } else if (event.data === "use") event.waitUntil(use(port));
});

/** Fetches every file, and refuses a mixture of versions, as there is while a server gets new files. */
async function fill() {
  const cache = await caches.open(CACHE);
  try {
    await Promise.all(Object.entries(files).map(async ([path, hash]) => {
      const answer = await fetch(path, { cache: "no-cache" });
      const bytes = await answer.clone().arrayBuffer();
      const found = new Uint8Array(await crypto.subtle.digest("SHA-256", bytes));
      const hex = [...found].map((byte) => byte.toString(16).padStart(2, "0")).join("");
      if (!answer.ok || answer.redirected || !hex.startsWith(hash)) throw new Error(`${path} is not of version ${version}`);
      await cache.put(path, answer);
    }));
  } catch (error) {
    await caches.delete(CACHE);
    throw error;
  }
}

/** Drops older versions, which no page uses any more, and serves the page that brought this one. */
async function settle() {
  const names = await caches.keys();
  await Promise.all(names.filter((name) => name.startsWith(OURS) && name !== CACHE).map((name) => caches.delete(name)));
  await worker.clients.claim();
}

/**
 * @param {string} path
 * @param {Request} request
 */
async function kept(path, request) {
  const cache = await caches.open(CACHE);
  return (await cache.match(path)) ?? fetch(request);
}

/** @param {Request} request */
async function take(request) {
  const form = await request.formData();
  shared = Object.fromEntries(["title", "text", "url", "file"].map((name) => [name, form.get(name)]));
  return Response.redirect(`${scope}?shared`, 303);
}

/** @param {MessagePort} port */
async function use(port) {
  const windows = await worker.clients.matchAll({ type: "window", includeUncontrolled: true });
  const alone = windows.filter((/** @type {{ url: string }} */ { url }) => url.startsWith(scope)).length < 2;
  if (alone) await worker.skipWaiting();
  port.postMessage(alone);
}
