// Stays at the newest bubble unless the person reads further up.

const NEAR = 140;

export class Scroll {
  #area;
  #down;
  #follows = true;

  constructor(area, down) {
    this.#area = area;
    this.#down = down;
    area.addEventListener("scroll", () => this.#look(), { passive: true });
    down.addEventListener("click", () => this.toEnd());
    new ResizeObserver(() => this.#follows && this.toEnd()).observe(area);
    area.addEventListener("load", () => this.#follows && this.toEnd(), true);
  }

  // Runs a change of the log and follows it if the end was in sight.
  around(change) {
    change();
    if (this.#follows) this.toEnd();
    else this.#down.hidden = false;
  }

  // Runs a change above what is in sight, which must not move.
  above(change) {
    const fromEnd = this.#area.scrollHeight - this.#area.scrollTop;
    change();
    this.#area.scrollTop = this.#area.scrollHeight - fromEnd;
  }

  toEnd() {
    this.#area.scrollTop = this.#area.scrollHeight;
    this.#follows = true;
    this.#down.hidden = true;
  }

  #look() {
    const { scrollHeight, scrollTop, clientHeight } = this.#area;
    this.#follows = scrollHeight - scrollTop - clientHeight < NEAR;
    if (this.#follows) this.#down.hidden = true;
  }
}
