// Sends what a person did, in order, each thing until the server has it.

import { newId } from "./dom.js";
import { openStore } from "./store.js";

const FIRST_PAUSE = 1_500;
const LONGEST_PAUSE = 20_000;
// The server has read these and will never take them; everything else is tried again.
const FINAL = new Set([400, 403, 404, 413, 415, 422]);

export class Queue {
  #items = [];
  #store = null;
  #busy = false;
  #pause = FIRST_PAUSE;
  #timer = 0;

  constructor({ onState, onSessionLost }) {
    this.onState = onState;
    this.onSessionLost = onSessionLost;
    addEventListener("online", () => this.hurry());
  }

  async open(name) {
    this.#store = await openStore(name);
    const kept = await this.#store.list();
    this.#items.unshift(...kept.sort((a, b) => a.created - b.created || a.order - b.order));
    for (const item of this.#items) this.onState(item, "unsent");
    this.hurry();
  }

  async add(item) {
    const now = Date.now();
    const whole = { id: newId(), created: now, order: performance.now(), ...item };
    this.#items.push(whole);
    this.onState(whole, "sending");
    // Where the phone's memory is full the page itself goes on remembering.
    await this.#store?.put(whole).catch(() => {});
    this.#work();
    return whole;
  }

  get waiting() {
    return this.#items;
  }

  hurry() {
    this.#pause = FIRST_PAUSE;
    clearTimeout(this.#timer);
    this.#work();
  }

  async #work() {
    if (this.#busy || !this.#store) return;
    this.#busy = true;
    clearTimeout(this.#timer);
    while (this.#items.length && (await this.#send(this.#items[0])));
    this.#busy = false;
  }

  async #send(item) {
    const { status, body } = await deliver(item, (part) => this.onState(item, "sending", part));
    if (status === 200 || FINAL.has(status)) {
      this.#items.shift();
      this.#pause = FIRST_PAUSE;
      await this.#store.remove(item.id).catch(() => {});
      this.onState(item, status === 200 ? "sent" : "refused", body.error);
      return true;
    }
    for (const waiting of this.#items) this.onState(waiting, "unsent");
    if (status === 401) this.onSessionLost();
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
    request.open("POST", item.blob ? `upload?${describeFile(item, age)}` : "send");
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
    return JSON.parse(request.responseText);
  } catch {
    return {};
  }
}
