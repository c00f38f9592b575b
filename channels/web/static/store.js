// Keeps what is not sent yet on the phone, so that closing the page loses nothing.

function ask(request) {
  return new Promise((resolve, reject) => {
    request.onsuccess = () => resolve(request.result);
    request.onerror = () => reject(request.error);
  });
}

class Kept {
  constructor(database) {
    this.database = database;
  }

  #items(mode) {
    return this.database.transaction("unsent", mode).objectStore("unsent");
  }

  put(item) {
    return ask(this.#items("readwrite").put(item));
  }

  remove(id) {
    return ask(this.#items("readwrite").delete(id));
  }

  list() {
    return ask(this.#items("readonly").getAll());
  }
}

// Private windows of some browsers have no database; then the page itself remembers.
class Remembered {
  #items = new Map();

  async put(item) {
    this.#items.set(item.id, item);
  }

  async remove(id) {
    this.#items.delete(id);
  }

  async list() {
    return [...this.#items.values()];
  }
}

export async function openStore(name) {
  try {
    const request = indexedDB.open(name, 1);
    request.onupgradeneeded = () => request.result.createObjectStore("unsent", { keyPath: "id" });
    return new Kept(await ask(request));
  } catch {
    return new Remembered();
  }
}
