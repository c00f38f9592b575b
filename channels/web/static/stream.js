// Keeps one stream from the server open, whatever the network does.

import { findSeat } from "./seats.js";

const SILENCE = 50_000;
const BETWEEN_GLANCES = 1_500;
const FIRST_PAUSE = 1_000;
const LONGEST_PAUSE = 15_000;

export class Stream {
  #source = null;
  #watch = 0;
  #retry = 0;
  #pause = FIRST_PAUSE;
  #last = 0;
  #opening = null;
  #leave = null;

  constructor({ onHistory, onBubble, onReady, onLost, onChanged }) {
    this.handlers = { onHistory, onBubble, onReady, onLost, onChanged };
    addEventListener("online", () => this.hurry());
    addEventListener("offline", () => this.#lose());
    // Browsers open few connections to one server: a page that nobody sees gives its own up.
    document.addEventListener("visibilitychange", () => {
      if (document.hidden) this.#stop();
      else if (!this.#source) this.hurry();
    });
    addEventListener("pagehide", () => this.#stop());
    addEventListener("pageshow", (event) => event.persisted && this.open());
  }

  async open() {
    this.#stop();
    const opening = (this.#opening = {});
    const leave = await findSeat();
    if (opening !== this.#opening) return leave?.();
    this.#leave = leave;
    const source = new EventSource(`events?after=${this.#last}${leave ? "" : "&glance=1"}`);
    this.#source = source;
    this.#listen(source, "history", (data) => this.handlers.onHistory(data));
    this.#listen(source, "bubble", (data) => this.handlers.onBubble(data));
    this.#listen(source, "beat", () => {});
    this.#listen(source, "changed", () => this.handlers.onChanged());
    this.#listen(source, "ready", () => {
      this.#pause = FIRST_PAUSE;
      this.handlers.onReady();
    });
    this.#listen(source, "enough", () => {
      this.#stop();
      this.#retry = setTimeout(() => this.open(), BETWEEN_GLANCES);
    });
    source.onerror = () => this.#lose();
    this.#hearSomething();
  }

  hurry() {
    this.#pause = FIRST_PAUSE;
    this.open();
  }

  #listen(source, name, handle) {
    source.addEventListener(name, (event) => {
      this.#hearSomething();
      if (event.lastEventId) this.#last = Math.max(this.#last, Number(event.lastEventId));
      handle(JSON.parse(event.data));
    });
  }

  // A dead mobile connection gives no error; only silence tells.
  #hearSomething() {
    clearTimeout(this.#watch);
    this.#watch = setTimeout(() => this.#lose(), SILENCE);
  }

  #lose() {
    this.#stop();
    this.handlers.onLost();
    this.#retry = setTimeout(() => this.open(), this.#pause * (0.7 + 0.6 * Math.random()));
    this.#pause = Math.min(this.#pause * 1.7, LONGEST_PAUSE);
  }

  #stop() {
    clearTimeout(this.#watch);
    clearTimeout(this.#retry);
    this.#source?.close();
    this.#source = null;
    this.#opening = null;
    this.#leave?.();
    this.#leave = null;
  }
}
