// Keeps the bubbles in order, each once, in its newest state.

import { drawBubble } from "./bubble.js";
import { nameDay } from "./when.js";

const LAST = Number.MAX_SAFE_INTEGER;

export class Log {
  #root;
  #actions;
  #bubbles = [];
  more = false;

  constructor(root, actions) {
    this.#root = root;
    this.#actions = actions;
  }

  get oldest() {
    return this.#bubbles[0]?.place ?? LAST;
  }

  get openPrompt() {
    return this.#bubbles.findLast((bubble) => bubble.prompt)?.prompt ?? null;
  }

  get(key) {
    return this.#bubbles.find((bubble) => bubble.key === key);
  }

  // `place` is missing while only this phone knows the bubble.
  put(event) {
    const old = this.get(event.key);
    if (!old && this.more && event.place < this.oldest) return;
    if (old && (old.id ?? 0) > (event.id ?? LAST)) return;
    const kept = old ? { state: old.state, part: old.part, why: old.why } : {};
    if (event.id && kept.state !== "refused") delete kept.part;
    this.#insert({ ...kept, ...event, place: event.place ?? old?.place ?? LAST }, old);
  }

  putPage(page) {
    this.more = false;
    for (const event of page.events) this.put(event);
    this.more = page.more;
  }

  // What the server has, as it could be put again.
  list() {
    const placed = this.#bubbles.filter((bubble) => bubble.id && bubble.place !== LAST);
    return placed.map(({ id, place, key, author, at, text, prompt, attachments }) => {
      return { id, place, key, author, at, text, prompt, attachments };
    });
  }

  // Takes out what the server has, so that a page of it can be put in its place.
  clear() {
    for (const bubble of this.#bubbles.filter((one) => one.place !== LAST)) bubble.node.remove();
    this.#bubbles = this.#bubbles.filter((one) => one.place === LAST);
  }

  change(key, change) {
    const bubble = this.get(key);
    if (bubble) this.#redraw(Object.assign(bubble, change));
  }

  redrawPrompt(id) {
    const bubble = this.#bubbles.find((one) => one.prompt?.id === id);
    if (bubble) this.#redraw(bubble);
  }

  #insert(bubble, old) {
    if (old) {
      this.#bubbles.splice(this.#bubbles.indexOf(old), 1);
      bubble.node = old.node;
    }
    const after = this.#bubbles.findLastIndex((one) => one.place <= bubble.place);
    const stays = old && this.#bubbles[after]?.node === (old.node.previousElementSibling ?? undefined);
    this.#bubbles.splice(after + 1, 0, bubble);
    if (stays) this.#redraw(bubble);
    else {
      old?.node.remove();
      bubble.node = drawBubble(bubble, this.#actions);
      this.#root.insertBefore(bubble.node, this.#bubbles[after + 2]?.node ?? null);
      this.#settle();
    }
  }

  #redraw(bubble) {
    this.#swap(bubble);
    this.#settle();
  }

  // Whoever goes by keyboard must not lose the place when a bubble changes under the focus.
  #swap(bubble) {
    const focus = bubble.node.contains(document.activeElement) ? document.activeElement : null;
    const node = drawBubble(bubble, this.#actions);
    bubble.node.replaceWith(node);
    bubble.node = node;
    if (!focus) return;
    const same = [...node.querySelectorAll("button")].find(
      (button) => focus.dataset.key && button.dataset.key === focus.dataset.key,
    );
    (same ?? node.querySelector(".prompt button, .prompt input") ?? this.#root.parentNode).focus();
  }

  // Only the last own message can be edited, and only once the server has it.
  #settle() {
    const mine = this.#bubbles.findLast((bubble) => bubble.author === "me");
    const last = mine && this.#actions.canWrite && mine.text && mine.place !== LAST ? mine : null;
    for (const bubble of this.#bubbles) {
      if (Boolean(bubble.editable) === (bubble === last)) continue;
      bubble.editable = bubble === last;
      this.#swap(bubble);
    }
    this.#nameDays();
  }

  #nameDays() {
    let day = "";
    for (const bubble of this.#bubbles) {
      const name = nameDay(bubble.at, Number(document.body.dataset.offset));
      const sign = bubble.node.querySelector(".day");
      sign.hidden = name === day;
      sign.textContent = name === day ? "" : name;
      day = name;
    }
  }
}
