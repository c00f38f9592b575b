// Stays at the newest bubble unless the person reads further up.

const NEAR = 140;
const ABOVE = 8;

export class Scroll {
  #area;
  #log;
  #down;
  #follows = true;
  #unseen = 0;

  constructor(area, log, down) {
    this.#area = area;
    this.#log = log;
    this.#down = down;
    area.addEventListener("scroll", () => this.#look(), { passive: true });
    down.addEventListener("click", () => this.toNewest());
    new ResizeObserver(() => this.#follows && this.toNewest()).observe(area);
    area.addEventListener("load", () => this.#follows && this.toNewest(), true);
  }

  // Runs a change of the log and follows it if the newest was in sight.
  around(change, { isNew = true } = {}) {
    change();
    if (this.#follows) this.toNewest();
    else if (isNew) this.#count(this.#unseen + 1);
  }

  // Brings a bubble that changed in place to its top, even back.
  toTop(key) {
    const bubble = [...this.#log.children].find((node) => node.dataset.key === key);
    if (bubble !== this.#log.lastElementChild) return;
    this.#area.scrollTop = bubble.offsetTop - ABOVE;
  }

  // Runs a change above what is in sight, which must not move.
  above(change) {
    const fromEnd = this.#area.scrollHeight - this.#area.scrollTop;
    change();
    this.#area.scrollTop = this.#area.scrollHeight - fromEnd;
  }

  // Never back: who is further down in a long bubble stays there.
  toNewest() {
    this.#area.scrollTop = Math.max(this.#area.scrollTop, this.#newest());
    this.#follows = true;
    this.#count(0);
  }

  #count(unseen) {
    this.#unseen = unseen;
    this.#down.hidden = !unseen;
    this.#down.querySelector("span").textContent = unseen;
  }

  // The end, but a bubble that is taller than the screen is read from its top.
  #newest() {
    const { scrollHeight, clientHeight } = this.#area;
    const top = this.#log.lastElementChild?.offsetTop ?? 0;
    return Math.min(scrollHeight - clientHeight, top - ABOVE);
  }

  #look() {
    this.#follows = this.#newest() - this.#area.scrollTop < NEAR;
    if (this.#follows) this.#count(0);
  }
}
