// The service worker as the page knows it: it makes the page open without a network, says when a new version is there,
// and hands over what another app shared. The single-file page has none and needs none.

/** @import { Given, Store } from "./types.d.ts" */

/** @typedef {{ title?: string | null, text?: string | null, url?: string | null, file?: File | null }} Shared */

/**
 * @param {{ store: Store, say: (text: string, kind?: "status" | "alert", action?: { label: string, run: () => void }) => void }} given
 */
export function createOffline({ store, say }) {
  const { serviceWorker } = navigator;
  const none = Boolean(globalThis.postilEmbedded) || !serviceWorker || !/^https?:$/.test(location.protocol);
  /** @type {ServiceWorker | null} */
  let waiting = null;
  let told = false;

  /** Says that a new version is there once nothing else is being said: an Undo must not be pushed away. */
  function tell() {
    if (!waiting || told || store.get().message) return;
    told = true;
    say("A new version of Postil is ready. It comes when you next open the page.", "status", { label: "Use it now", run: use });
  }

  /** @param {ServiceWorker | null} worker */
  function announce(worker) {
    if (!worker) return;
    waiting = worker;
    told = false;
    store.set({ update: true });
    tell();
  }
  store.subscribe(() => waiting && !told && queueMicrotask(tell));

  async function use() {
    if (!waiting) return;
    serviceWorker.addEventListener("controllerchange", () => location.reload(), { once: true });
    if (!await ask(waiting, "use")) {
      say("Postil is open in another tab too, with the version from before. Close it there, then try again.", "alert", { label: "Try again", run: use });
    }
  }

  return {
    use,
    /** Registers the service worker; a page without one works the same, but only with a network. */
    async start() {
      if (none) return;
      const policy = /** @type {any} */ (globalThis).trustedTypes?.createPolicy("postil-offline", {
        createScriptURL: (/** @type {string} */ url) => (url === "service-worker.js" ? url : ""),
      });
      const url = policy ? policy.createScriptURL("service-worker.js") : "service-worker.js";
      try {
        const registration = await serviceWorker.register(url, { updateViaCache: "none" });
        announce(registration.waiting);
        registration.addEventListener("updatefound", () => {
          const worker = registration.installing;
          worker?.addEventListener("statechange", () => {
            if (worker.state === "installed" && serviceWorker.controller) announce(worker);
          });
        });
      } catch {
        // A private window, or a host that is not secure.
      }
    },
    /**
     * What another app shared with the installed page, if this page was opened for it.
     *
     * @returns {Promise<Shared | null>}
     */
    async shared() {
      if (none || location.search !== "?shared") return null;
      history.replaceState(history.state, "", location.pathname);
      return serviceWorker.controller ? /** @type {Promise<Shared | null>} */ (ask(serviceWorker.controller, "shared")) : null;
    },
  };
}

/**
 * @param {ServiceWorker} worker
 * @param {"use" | "shared"} what
 * @returns {Promise<unknown>}
 */
function ask(worker, what) {
  return new Promise((resolve) => {
    const { port1, port2 } = new MessageChannel();
    port1.onmessage = ({ data }) => resolve(data);
    worker.postMessage(what, [port2]);
  });
}

/**
 * The article in what was shared. A browser shares selected words in quotation marks, with the address after them.
 *
 * @param {Shared} shared
 * @returns {{ text: string, given: Given }}
 */
export function sharedArticle({ title, text, url }) {
  const [, words, address] = /^([^]*?)\s*(https?:\/\/\S+)?\s*$/.exec(text ?? "") ?? [];
  const quoted = address ? /^["“]([^]*)["”]$/.exec(words) : null;
  const from = (url || address || "").replace(/#:~:text=.*$/, "");
  return { text: quoted?.[1] ?? words ?? "", given: { ...(from ? { url: from } : {}), ...(title ? { title } : {}) } };
}
