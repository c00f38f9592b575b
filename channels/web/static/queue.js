// Sends what a person did, in order, each thing until the server itself has answered for it.

import { newId } from "./dom.js";
import { inTime, Store } from "./store.js";

const FIRST_PAUSE = 1_500;
const LONGEST_PAUSE = 20_000;
const STORE_PATIENCE = 2_000;
// The server has read these and will never take them; everything else is tried again.
const FINAL = new Set([400, 403, 404, 413, 415, 422]);

export class Queue {
  #items = [];
  #store = null;
  #kept = new Set();
  // A store that did not answer once is not waited for again, until it does.
  #storeAnswers = true;
  #isOpen = false;
  #busy = false;
  #pause = FIRST_PAUSE;
  #timer = 0;

  constructor({ onState, onKept, onSessionLost }) {
    this.onState = onState;
    this.onKept = onKept;
    this.onSessionLost = onSessionLost;
    addEventListener("online", () => this.hurry());
  }

  async open(name) {
    this.#store = new Store(name);
    await this.#waitFor(this.#store.list().then((kept) => this.#takeUp(kept)));
    this.#isOpen = true;
    this.hurry();
  }

  async add(item) {
    const now = Date.now();
    const whole = { id: newId(), created: now, order: performance.now(), ...item };
    this.#items.push(whole);
    this.onState(whole, "sending");
    await this.#keep(whole);
    this.#work();
    return whole;
  }

  get waiting() {
    return this.#items;
  }

  // Whether all that waits would survive a reload.
  get isKept() {
    return this.#items.every((item) => this.#kept.has(item.id));
  }

  hurry() {
    this.#pause = FIRST_PAUSE;
    clearTimeout(this.#timer);
    this.#work();
  }

  #takeUp(kept) {
    for (const item of kept) this.#kept.add(item.id);
    const known = new Set(this.#items.map((item) => item.id));
    const more = kept.filter((item) => !known.has(item.id));
    this.#items.unshift(...more.sort((a, b) => a.created - b.created || a.order - b.order));
    for (const item of more) this.onState(item, "unsent");
    if (this.#isOpen) this.hurry();
  }

  async #keep(item) {
    const keeping = this.#store.put(item).then(() => {
      this.#kept.add(item.id);
      if (!this.#items.includes(item)) this.#forget(item);
    });
    await this.#waitFor(keeping);
    keeping.then(this.onKept, () => {});
  }

  #forget(item) {
    if (this.#kept.delete(item.id)) this.#store.remove(item.id).catch(() => {});
  }

  async #waitFor(storing) {
    storing.then(() => (this.#storeAnswers = true), () => {});
    if (this.#storeAnswers) this.#storeAnswers = await inTime(storing, STORE_PATIENCE);
  }

  async #work() {
    if (this.#busy || !this.#isOpen) return;
    this.#busy = true;
    clearTimeout(this.#timer);
    while (this.#items.length && (await this.#send(this.#items[0])));
    this.#busy = false;
  }

  async #send(item) {
    const { status, body } = await deliver(item, (part) => this.onState(item, "sending", part));
    // Whatever stands on the way (a hotspot's sign-in page, a proxy) answers too, but not for this.
    const isOurs = (body.stored ?? body.refused) === item.id;
    if (isOurs && (status === 200 || FINAL.has(status))) {
      this.#items = this.#items.filter((other) => other !== item);
      this.#pause = FIRST_PAUSE;
      this.#forget(item);
      this.onState(item, status === 200 ? "sent" : "refused", body.error);
      return true;
    }
    for (const waiting of this.#items) this.onState(waiting, "unsent");
    if (isOurs && status === 401) this.onSessionLost();
    // Some proxies let no large file through: words need not wait behind it.
    if (item.blob && status) this.#items = [...this.#items.filter((other) => other !== item), item];
    this.#timer = setTimeout(() => this.#work(), this.#pause);
    this.#pause = Math.min(this.#pause * 1.7, LONGEST_PAUSE);
    return false;
  }
}

// XMLHttpRequest, because fetch cannot tell how much of a photo has gone.
function deliver(item, onPart) {
  const age = Math.max(0, Date.now() - item.created);
  return new Promise((resolve) => {
    const request = new XMLHttpRequest();
    request.open("POST", item.blob ? `upload?${describeFile(item, age)}` : `send?id=${item.id}`);
    request.timeout = item.blob ? 300_000 : 30_000;
    request.onload = () => resolve({ status: request.status, body: readBody(request) });
    request.onerror = request.ontimeout = () => resolve({ status: 0, body: {} });
    if (item.blob) {
      request.upload.onprogress = (event) => onPart(event.loaded / event.total);
      request.setRequestHeader("Content-Type", item.blob.type || "application/octet-stream");
      request.send(item.blob);
    } else {
      request.setRequestHeader("Content-Type", "application/json");
      request.send(JSON.stringify({ ...item.message, id: item.id, age }));
    }
  });
}

function describeFile(item, age) {
  const particulars = { ...item.message, id: item.id, age, name: item.name };
  return new URLSearchParams(Object.entries(particulars).filter(([, value]) => value !== null));
}

function readBody(request) {
  try {
    return JSON.parse(request.responseText) ?? {};
  } catch {
    return {};
  }
}
