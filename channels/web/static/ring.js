// Asks at the right moment whether this phone may ring, and lets that be changed.

import { keepDraft, readDraft } from "./store.js";
import { word } from "./words.js";

const POSTPONED = "ring-later";
const POSTPONED_FOR = 30 * 24 * 3600 * 1000;
const BETWEEN_LOOKS = 30_000;
const part = (id) => document.getElementById(id);
const isOffered = document.body.dataset.rings === "yes";
const canRing = () => isOffered && "serviceWorker" in navigator && "PushManager" in window && "Notification" in window;

export class Rings {
  #key = "";
  #on = false;
  #looked = 0;

  constructor() {
    part("ring-yes").addEventListener("click", () => this.#start());
    part("ring-later").addEventListener("click", () => {
      keepDraft(POSTPONED, String(Date.now()));
      part("ring-offer").hidden = true;
    });
    part("ring").addEventListener("click", () => (this.#on ? this.#stop() : this.#start()));
  }

  // The moment comes with the first report: it is looked for after what the person has sent.
  async look() {
    if (!canRing() || this.#on || Date.now() - this.#looked < BETWEEN_LOOKS) return;
    this.#looked = Date.now();
    const answer = await fetch("rings").catch(() => null);
    if (!answer?.ok) return;
    const { key, endpoint, is_offered } = await answer.json();
    this.#key = key;
    const registration = await navigator.serviceWorker.ready;
    const subscription = await registration.pushManager.getSubscription();
    const isOurs = subscription && readKey(subscription) === key && Notification.permission === "granted";
    // What the server knows of another subscription of this browser is over.
    if (isOurs && subscription.endpoint !== endpoint) await post(subscription);
    if (!isOurs && endpoint) await fetch("rings", { method: "DELETE" }).catch(() => null);
    this.#show(Boolean(isOurs));
    const isPostponed = Date.now() - Number(readDraft(POSTPONED)) < POSTPONED_FOR;
    part("ring-offer").hidden = this.#on || !is_offered || isPostponed || Notification.permission !== "default";
  }

  async #start() {
    part("ring-offer").hidden = true;
    try {
      if ((await Notification.requestPermission()) !== "granted") return this.#tell(word("ring-denied"));
      const registration = await navigator.serviceWorker.ready;
      const old = await registration.pushManager.getSubscription();
      if (old && readKey(old) !== this.#key) await old.unsubscribe();
      const wanted = { userVisibleOnly: true, applicationServerKey: bytesOf(this.#key) };
      const answer = await post(await registration.pushManager.subscribe(wanted));
      if (!answer?.ok) throw new Error((await answer?.json().catch(() => null))?.error);
      this.#show(true);
    } catch (error) {
      this.#tell(error.name === "Error" && error.message ? error.message : word("ring-failed"));
    }
  }

  async #stop() {
    const registration = await navigator.serviceWorker.ready;
    await (await registration.pushManager.getSubscription())?.unsubscribe();
    await fetch("rings", { method: "DELETE" }).catch(() => null);
    this.#show(false);
  }

  #show(on) {
    this.#on = on;
    part("ring").hidden = false;
    part("ring").textContent = on ? word("ring-is-on") : word("ring-is-off");
  }

  #tell(words) {
    part("notice").textContent = words;
    part("notice").hidden = false;
  }
}

function post(subscription) {
  const headers = { "Content-Type": "application/json" };
  return fetch("rings", { method: "POST", headers, body: JSON.stringify(subscription) }).catch(() => null);
}

function bytesOf(key) {
  const padded = key.replaceAll("-", "+").replaceAll("_", "/");
  return Uint8Array.from(atob(padded), (character) => character.charCodeAt(0));
}

function readKey(subscription) {
  const bytes = new Uint8Array(subscription.options.applicationServerKey ?? []);
  const text = btoa(String.fromCharCode(...bytes));
  return text.replaceAll("+", "-").replaceAll("/", "_").replace(/=+$/, "");
}
