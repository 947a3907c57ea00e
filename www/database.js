// The browser's database for this page: what a person asked to keep on this device. It exists only once something was
// kept, and "Forget everything" deletes it. Knows no DOM.

const NAME = "postil";

/** @type {Promise<IDBDatabase> | null} */
let opened = null;

function open() {
  opened ??= new Promise((resolve, reject) => {
    const request = indexedDB.open(NAME, 1);
    request.onupgradeneeded = () => {
      const database = request.result;
      database.createObjectStore("articles", { keyPath: "key" });
      database.createObjectStore("list", { keyPath: "key" });
      database.createObjectStore("lexicon", { keyPath: "words" });
    };
    request.onerror = () => reject(request.error);
    request.onsuccess = () => {
      const database = request.result;
      const leave = () => {
        opened = null;
        database.close();
      };
      // Another tab deletes it, or the person clears the site's data.
      database.onversionchange = leave;
      database.onclose = leave;
      resolve(database);
    };
  });
  opened.catch(() => {
    opened = null;
  });
  return opened;
}

/** Whether anything was ever kept. Asking makes no database. */
export async function isThere() {
  try {
    return (await indexedDB.databases()).some(({ name }) => name === NAME);
  } catch {
    // Storage is off.
    return false;
  }
}

/**
 * Does some work in one transaction: all of it, or nothing.
 *
 * @template T
 * @param {string[]} stores
 * @param {IDBTransactionMode} mode
 * @param {(...stores: IDBObjectStore[]) => IDBRequest<T>} work
 * @returns {Promise<T>}
 */
export async function within(stores, mode, work) {
  const database = await open();
  return new Promise((resolve, reject) => {
    const transaction = database.transaction(stores, mode);
    const request = work(...stores.map((name) => transaction.objectStore(name)));
    transaction.oncomplete = () => resolve(request.result);
    transaction.onabort = () => reject(transaction.error);
  });
}

/** @returns {Promise<void>} */
export function forget() {
  return new Promise((resolve, reject) => {
    const request = indexedDB.deleteDatabase(NAME);
    request.onsuccess = () => resolve();
    request.onerror = () => reject(request.error);
  });
}
