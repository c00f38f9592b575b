// The line at the bottom: typing, photos, editing the last message.

import { readPlain } from "./rich.js";
import { keepDraft, readDraft } from "./store.js";
import { word } from "./words.js";

const MAX_FILE = 20 * 1024 * 1024;
const part = (id) => document.getElementById(id);

export class Composer {
  #form = part("composer");
  #text = part("text");
  #edited = null;
  #draftName;
  #expected = null;
  // Whether what is half typed would survive a reload.
  isKept = true;

  constructor({ user, onText, onEdit, onPhotos, onDraft }) {
    this.handlers = { onText, onEdit, onPhotos, onDraft };
    this.#draftName = `draft:${location.pathname}:${user}`;
    this.#form.hidden = false;
    this.#form.addEventListener("submit", (event) => this.#submit(event));
    this.#text.addEventListener("keydown", (event) => this.#press(event));
    this.#text.addEventListener("input", () => {
      this.#grow();
      this.#remember();
    });
    for (const name of ["photo", "file"]) {
      part(name).addEventListener("change", (event) => this.#pick(event.target));
    }
    part("stop-editing").addEventListener("click", () => this.#stopEditing());
    this.#text.value = readDraft(this.#draftName);
    this.#grow();
  }

  // The keyboard of a phone would hide the buttons of the next question.
  expect(prompt) {
    if (prompt?.id === this.#expected) return;
    this.#expected = prompt?.id;
    const isTyping = this.#text.value || !matchMedia("(pointer: coarse)").matches;
    if (prompt?.choices.length && !isTyping) this.#text.blur();
  }

  edit(bubble) {
    this.#edited = bubble.key;
    part("editing").hidden = false;
    this.#text.value = readPlain(bubble.text);
    this.#grow();
    this.#text.focus();
  }

  #press(event) {
    if (event.key === "Escape" && this.#edited) this.#stopEditing();
    // While an input method composes a Vietnamese syllable, Enter belongs to it.
    if (event.key !== "Enter" || event.shiftKey || event.isComposing || event.keyCode === 229) return;
    event.preventDefault();
    this.#form.requestSubmit();
  }

  #submit(event) {
    event.preventDefault();
    const text = this.#text.value.trim();
    if (!text) return this.#text.focus();
    if (this.#edited) this.handlers.onEdit(this.#edited, text);
    else this.handlers.onText(text);
    this.#stopEditing();
    this.#text.focus();
  }

  #stopEditing() {
    this.#edited = null;
    part("editing").hidden = true;
    this.#text.value = "";
    this.#grow();
    this.#remember();
  }

  #pick(input) {
    const files = [...input.files];
    const fitting = files.filter((file) => file.size <= MAX_FILE);
    this.#tell(fitting.length < files.length ? word("large") : "");
    if (fitting.length) this.handlers.onPhotos(fitting);
    input.value = "";
  }

  #tell(notice) {
    part("notice").textContent = notice;
    part("notice").hidden = !notice;
  }

  #grow() {
    this.#form.dataset.empty = this.#text.value.trim() ? "no" : "yes";
    this.#text.style.height = this.#text.value ? "auto" : "";
    if (this.#text.value) this.#text.style.height = `${Math.min(this.#text.scrollHeight + 4, 160)}px`;
  }

  // What is half typed survives a closed page; an edit is not a new message.
  #remember() {
    if (!this.#edited) this.isKept = keepDraft(this.#draftName, this.#text.value);
    this.handlers.onDraft();
  }
}
