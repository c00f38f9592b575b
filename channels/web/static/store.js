// Keeps what is not sent yet on the phone, so that closing the page loses nothing.
// A store is a help and never a condition: it may be denied, full, silent or cleared at any time.

const NAME = "unsent";

function open(name) {
  return new Promise((resolve, reject) => {
    const request = indexedDB.open(name, 1);
    request.onupgradeneeded = () => request.result.createObjectStore(NAME, { keyPath: "id" });
    request.onsuccess = () => resolve(request.result);
    request.onerror = request.onblocked = () => reject(request.error);
  });
}

export class Store {
  #name;
  #database = null;

  constructor(name) {
    this.#name = name;
  }

  put(item) {
    return this.#run("readwrite", (items) => items.put(item));
  }

  remove(id) {
    return this.#run("readwrite", (items) => items.delete(id));
  }

  list() {
    return this.#run("readonly", (items) => items.getAll());
  }

  // Whoever clears the site's data closes the database under the open page: it is opened anew.
  async #run(mode, work) {
    try {
      return await this.#runOnce(mode, work);
    } catch {
      this.#database = null;
      return this.#runOnce(mode, work);
    }
  }

  async #runOnce(mode, work) {
    this.#database ??= open(this.#name);
    const transaction = (await this.#database).transaction(NAME, mode);
    return new Promise((resolve, reject) => {
      const request = work(transaction.objectStore(NAME));
      transaction.oncomplete = () => resolve(request.result);
      transaction.onabort = () => reject(transaction.error);
    });
  }
}

// Waits for a promise, but no longer than this; tells whether it came in time.
export function inTime(promise, milliseconds) {
  const late = new Promise((resolve) => setTimeout(() => resolve(false), milliseconds));
  return Promise.race([promise.then(() => true, () => false), late]);
}

export function readDraft(name) {
  try {
    return localStorage.getItem(name) ?? "";
  } catch {
    return "";
  }
}

// Tells whether the words will be there after a reload.
export function keepDraft(name, text) {
  try {
    localStorage.setItem(name, text);
    return true;
  } catch {
    return !text;
  }
}
