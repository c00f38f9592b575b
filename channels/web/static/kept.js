// The last talk and the plan of one's meetings, kept on the phone for when there is no network.
// They are a help: where the phone keeps nothing, they are simply not there.

import { make } from "./dom.js";
import { inTime, Store } from "./store.js";
import { word } from "./words.js";

const PATIENCE = 2_000;
const SOON = 1_000;
const TALK = "talk";
const PLAN = "plan";
const part = (id) => document.getElementById(id);

export class Kept {
  #store;
  // What was entered outlives the end of a session, as what waits to be sent does.
  #fills;
  #timer = 0;

  constructor(name) {
    this.#store = new Store(`${name}:talk`);
    this.#fills = new Store(`${name}:fill`);
    part("plan-open")?.addEventListener("click", () => this.#showPlan());
    part("plan-close")?.addEventListener("click", () => part("plan").close());
  }

  // Gives the talk as it was last seen, or null where the phone does not give it in time.
  async readTalk() {
    let kept = null;
    await inTime(this.#read(TALK).then((item) => (kept = item)), PATIENCE);
    return kept?.events ?? null;
  }

  // Changes come many at a time; the last of them is enough.
  keepTalk(listEvents) {
    clearTimeout(this.#timer);
    this.#timer = setTimeout(() => this.#write({ id: TALK, events: listEvents() }), SOON);
  }

  // The plan is fetched whenever there is a network, so that it is there when there is none.
  async fetchPlan() {
    const answer = await fetch("plan").catch(() => null);
    if (answer?.ok) await this.#write({ id: PLAN, ...(await answer.json()) });
  }

  async listForms() {
    await this.fetchPlan();
    let plan = null;
    await inTime(this.#read(PLAN).then((item) => (plan = item)), PATIENCE);
    return plan?.forms ?? [];
  }

  async readFill(meeting) {
    let kept = null;
    const reading = this.#fills.list().then((items) => items.find(({ id }) => id === meeting));
    await inTime(reading.then((item) => (kept = item)), PATIENCE);
    return kept?.given ?? null;
  }

  // Tells whether what was entered would be there after the page was closed.
  keepFill(meeting, given) {
    return inTime(this.#fills.put({ id: meeting, given }), PATIENCE);
  }

  // A report that was sent off is not offered again, though the server has yet to hear of it.
  async dropForm(meeting) {
    const plan = await this.#read(PLAN).catch(() => null);
    if (plan) await this.#write({ ...plan, forms: plan.forms.filter((form) => form.meeting !== meeting) });
    await this.#fills.remove(meeting).catch(() => {});
  }

  // Whoever leaves the page leaves nothing of it on the phone.
  async forget() {
    clearTimeout(this.#timer);
    const gone = Promise.all([clear(this.#store), clear(this.#fills)]);
    navigator.serviceWorker?.controller?.postMessage("forget");
    await inTime(gone, PATIENCE);
  }

  async #showPlan() {
    await this.fetchPlan();
    let plan = null;
    await inTime(this.#read(PLAN).then((item) => (plan = item)), PATIENCE);
    part("plan-as-of").textContent = plan ? `${word("plan-as-of")} ${plan.as_of}` : word("plan-unknown");
    part("plan-list").replaceChildren(...(plan?.meetings ?? []).map(drawMeeting));
    if (plan && !plan.meetings.length) part("plan-as-of").textContent = word("plan-none");
    part("more").open = false;
    part("plan").showModal();
  }

  #write(item) {
    return this.#store.put(item).catch(() => {});
  }

  async #read(id) {
    const items = await this.#store.list();
    return items.find((item) => item.id === id) ?? null;
  }
}

async function clear(store) {
  const items = await store.list();
  await Promise.all(items.map(({ id }) => store.remove(id)));
}

function drawMeeting({ when, chapter, place, off }) {
  const where = [off ? word("plan-off") : null, place || null].filter(Boolean).join(" · ");
  return make("li", {}, make("b", {}, when), make("span", {}, chapter), where ? make("small", {}, where) : null);
}
