// A façade of promises over the worker that owns the wasm.
//
// Calls carry ids and can be aborted; a call that runs cannot be stopped but with its worker, so an abort puts
// a new worker in its place. The same happens when the core fails.

/** @import { ExportFormat, ExportOptions, Given, Review } from "./types.d.ts" */

/** Why a call failed: the worker or the wasm could not be had, the core broke down, or it said no. */
export class EngineError extends Error {
  /**
   * @param {"unavailable" | "broken" | "refused"} kind
   * @param {string} message
   */
  constructor(kind, message) {
    super(message);
    this.kind = kind;
  }
}

/** How long an answer may take before the worker is taken for dead, in milliseconds; longer for long texts. */
const SILENCE = 8000;
/** How long the wasm may take to come, in milliseconds. */
const PATIENCE = 30_000;

/**
 * The worker, from beside the page or from within the single file. `new Worker` takes a trusted address alone:
 * this policy lets one through.
 *
 * @returns {Worker}
 */
function makeWorker() {
  if (globalThis.postilEmbedded) return globalThis.postilEmbedded.worker();
  policy ??= /** @type {any} */ (globalThis).trustedTypes?.createPolicy("postil-worker", {
    createScriptURL: (/** @type {string} */ url) => (url === "worker.js" ? url : ""),
  });
  return new Worker(policy ? policy.createScriptURL("worker.js") : "worker.js", { type: "module" });
}

/** @type {any} */
let policy;

export function createEngine() {
  /** @type {Worker | null} */
  let worker = null;
  /** @type {Promise<unknown> | null} */
  let started = null;
  let last = 0;
  /** @type {Map<number, { resolve: (value: any) => void, reject: (error: Error) => void }>} */
  const waiting = new Map();

  /** @param {EngineError} error */
  function drop(error) {
    worker?.terminate();
    worker = null;
    started = null;
    const calls = [...waiting.values()];
    waiting.clear();
    for (const { reject } of calls) reject(error);
  }

  /**
   * @param {string} call
   * @param {unknown[]} args
   * @returns {Promise<any>}
   */
  function post(call, args) {
    last += 1;
    const id = last;
    return new Promise((resolve, reject) => {
      waiting.set(id, { resolve, reject });
      worker?.postMessage({ id, call, args });
      const size = typeof args[0] === "string" ? args[0].length : 0;
      if (call !== "start") setTimeout(() => silent(id), SILENCE + size / 20);
    });
  }

  /**
   * A worker that the browser has ended says nothing of it.
   *
   * @param {number} id
   */
  function silent(id) {
    if (waiting.has(id)) drop(new EngineError("broken", "The reading part stopped answering."));
  }

  /** Starts the worker, if none runs, and loads the wasm. */
  function start() {
    if (started) return started;
    try {
      worker = makeWorker();
    } catch (error) {
      return Promise.reject(new EngineError("unavailable", String(error)));
    }
    const mine = worker;
    worker.addEventListener("message", ({ data }) => {
      const call = waiting.get(data.id);
      waiting.delete(data.id);
      if (!("error" in data)) call?.resolve(data.result);
      else if (!data.fatal) call?.reject(new EngineError("refused", data.error));
      else {
        const error = new EngineError(data.id === first ? "unavailable" : "broken", data.error);
        call?.reject(error);
        if (worker === mine) drop(error);
      }
    });
    worker.addEventListener("error", (event) => {
      event.preventDefault();
      if (worker === mine) drop(new EngineError(waiting.has(first) ? "unavailable" : "broken", event.message ?? ""));
    });
    const first = last + 1;
    const timer = setTimeout(() => {
      if (worker === mine && waiting.has(first)) drop(new EngineError("unavailable", "It took too long."));
    }, PATIENCE);
    started = Promise.resolve(globalThis.postilEmbedded?.module)
      .then((module) => (worker === mine ? post("start", [module]) : undefined))
      .finally(() => clearTimeout(timer));
    started.catch(() => {});
    return started;
  }

  /**
   * @param {string} call
   * @param {unknown[]} args
   * @param {AbortSignal} [signal]
   */
  async function ask(call, args, signal) {
    signal?.throwIfAborted();
    const abort = () => drop(new EngineError("refused", "stopped"));
    signal?.addEventListener("abort", abort, { once: true });
    try {
      await start();
      return await post(call, args);
    } catch (error) {
      signal?.throwIfAborted();
      throw error;
    } finally {
      signal?.removeEventListener("abort", abort);
    }
  }

  return {
    start,
    /**
     * Annotates a text.
     *
     * @param {string} text
     * @param {Given} given
     * @param {AbortSignal} [signal]
     * @returns {Promise<string>} `postil/1`
     */
    annotate: (text, { review, ...given }, signal) => ask("annotate", [text, {
      ...given, ...(review ? { review: JSON.stringify(review) } : {}),
    }], signal),
    /**
     * Checks an export and gives it back as it is written here.
     *
     * @param {string} json
     * @param {AbortSignal} [signal]
     * @returns {Promise<string>} `postil/1`
     */
    read: (json, signal) => ask("read", [json], signal),
    /**
     * The decisions of an export without text, placed in its article.
     *
     * @param {string} json
     * @param {string} text
     * @param {AbortSignal} [signal]
     * @returns {Promise<Review[]>}
     */
    attach: async (json, text, signal) => JSON.parse(await ask("attach", [json, text], signal)),
    /**
     * What two exports differ in.
     *
     * @param {string} old
     * @param {string} now
     * @returns {Promise<string>} JSON
     */
    compare: (old, now) => ask("compare", [old, now]),
    /**
     * The formats that an export can leave in.
     *
     * @returns {Promise<ExportFormat[]>}
     */
    formats: () => ask("formats", []),
    /**
     * An export in another format.
     *
     * @param {string} json
     * @param {string} format its name
     * @param {ExportOptions} options
     * @returns {Promise<{ text: string, bytes?: Uint8Array<ArrayBuffer> }>}
     */
    convert: (json, format, options) => ask("convert", [json, format, options]),
  };
}
