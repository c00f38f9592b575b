// The report's form on the phone: filled in without a network, kept, sent as one piece.

import { make } from "./dom.js";
import { hold, textOf, walk } from "./walk.js";
import { isoDay } from "./when.js";
import { word } from "./words.js";

const part = (id) => document.getElementById(id);
const today = () => isoDay(0, Number(document.body.dataset.offset));

export class Filling {
  #kept;
  #outline = null;
  #given = {};

  // `send` takes the finished report; `kept` is where the phone keeps forms and what was entered.
  constructor({ kept, send }) {
    this.#kept = kept;
    this.send = send;
    part("filling-close").addEventListener("click", () => part("filling").close());
    part("filling-form").addEventListener("submit", (event) => this.#submit(event));
    part("filling-form").addEventListener("change", (event) => this.#change(event));
    part("filling-form").addEventListener("input", () => this.#remember());
    for (const id of ["filling-open", "filling-offline"]) part(id).addEventListener("click", () => this.open());
  }

  async open() {
    const forms = await this.#kept.listForms();
    this.#outline = null;
    part("more").open = false;
    part("filling-unkept").hidden = true;
    if (forms.length === 1) await this.#choose(forms[0]);
    else this.#offer(forms);
    part("filling").showModal();
  }

  #offer(forms) {
    part("filling-name").textContent = forms.length ? word("filling-which") : word("filling-none");
    const buttons = forms.map((form) => make("button", { type: "button", onclick: () => this.#choose(form) }, form.name));
    part("filling-questions").replaceChildren(...buttons);
    part("filling-send").hidden = true;
  }

  async #choose(outline) {
    this.#outline = outline;
    this.#given = (await this.#kept.readFill(outline.meeting)) ?? {};
    part("filling-name").textContent = outline.name;
    part("filling-send").hidden = false;
    this.#draw();
  }

  // What was entered here counts before what was answered in the talk.
  get #answers() {
    return { ...this.#outline.answers, ...this.#given };
  }

  #draw() {
    const { form } = this.#outline;
    const answers = this.#answers;
    const slots = walk(form, answers, today());
    const given = { answers, facts: form.facts, today: today() };
    const focused = document.activeElement?.name;
    const drawn = (list) => list.map((slot) => drawSlot(slot, answers[slot.id], form, given));
    const more = slots.filter((slot) => slot.offered);
    const open = part("filling-questions").querySelector("details")?.open ?? false;
    part("filling-questions").replaceChildren(
      ...drawn(slots.filter((slot) => !slot.offered)),
      more.length ? make("details", { open }, make("summary", {}, word("more-lines")), ...drawn(more)) : "",
    );
    if (focused) part("filling-form").elements.namedItem(focused)?.focus?.();
  }

  #read() {
    const { form } = this.#outline;
    for (const slot of walk(form, this.#answers, today())) {
      // What is only offered, and stands there as the plan has it, was not entered.
      const known = slot.offered ? showFact(form.facts[slot.question.preset]) : "";
      const entered = readSlot(slot, part("filling-form"), this.#outline.answers[slot.id], known);
      if (entered) this.#given[slot.id] = entered;
      else if (entered === null) delete this.#given[slot.id];
    }
  }

  #change(event) {
    if (!event.target.name) return;
    this.#read();
    this.#draw();
    this.#remember();
  }

  async #remember() {
    if (!this.#outline) return;
    this.#read();
    const isKept = await this.#kept.keepFill(this.#outline.meeting, this.#given);
    part("filling-unkept").hidden = isKept;
  }

  async #submit(event) {
    event.preventDefault();
    this.#read();
    const { form, meeting, name, answers: base } = this.#outline;
    const slots = walk(form, this.#answers, today()).filter((slot) => !slot.offered);
    const missing = slots.find((slot) => !this.#answers[slot.id] && !mayBeEmpty(slot));
    part("filling-missing").hidden = !missing;
    if (missing) return part("filling-form").querySelector(`[data-slot="${missing.id}"]`).scrollIntoView();
    const answers = { ...this.#given };
    for (const slot of slots) if (!this.#answers[slot.id]) answers[slot.id] = emptyAnswer(slot);
    const reach = new Set(walk(form, this.#answers, today()).map((slot) => slot.id));
    const sent = Object.fromEntries(Object.entries(answers).filter(([id]) => reach.has(id)));
    await this.send({ kind: "report", text: `${word("filling-sent")} ${name}`, report: { meeting, version: form.version, answers: sent, base } });
    await this.#kept.dropForm(meeting);
    part("filling").close();
    return undefined;
  }
}

function mayBeEmpty({ question }) {
  return question.optional || question.note || question.expects === "choices";
}

function emptyAnswer({ question }) {
  if (question.note) return { keys: [question.options[0].key] };
  return question.expects === "choices" ? { keys: [] } : { skipped: true };
}

function drawSlot(slot, answer, form, given) {
  const { question } = slot;
  const ask = textOf(question.asks, slot, given);
  const hint = textOf(question.examples, slot, given);
  const body = { choice: drawChoices, choices: drawChoices, date: drawDay, text: drawText, count: drawText };
  return make(
    "fieldset",
    { "data-slot": slot.id },
    make("legend", {}, ask),
    ...(question.note ? [] : body[question.expects](slot, answer, form, given)),
    question.note || question.expects === "choices" ? null : make("small", {}, hint),
  );
}

function drawChoices(slot, answer, form, given) {
  const { question } = slot;
  const several = question.expects === "choices";
  const chosen = answer?.keys ?? form.facts[question.preset] ?? [];
  const facts = (form.facts[question.choices_from] || []).map(([key, label]) => ({ key, label, again: label, when: [] }));
  const options = [...facts, ...question.options].filter((option) => hold(option.when, given));
  const buttons = options.map((option) =>
    make(
      "label",
      {},
      make("input", { type: several ? "checkbox" : "radio", name: slot.id, value: option.key, checked: chosen.includes(option.key) }),
      slot.round ? option.again : option.label,
    ),
  );
  if (!question.own_words) return buttons;
  const words = answer?.keys?.length ? "" : (answer?.text ?? "");
  return [...buttons, make("input", { type: "text", name: `${slot.id}:words`, "aria-label": word("filling-own"), placeholder: word("filling-own"), maxlength: "300", value: words })];
}

function drawDay(slot, answer, form, given) {
  const { question } = slot;
  const known = hold(question.preset_when, given) ? showFact(form.facts[question.preset]) : "";
  const label = textOf(question.lines, slot, given);
  return [make("input", { type: "date", name: slot.id, "aria-label": label, value: answer?.day ?? known })];
}

function drawText(slot, answer, form, given) {
  const { question } = slot;
  const label = textOf(question.lines, slot, given);
  const value = answer?.text || writeCount(answer) || showFact(form.facts[question.preset]);
  if (question.expects === "count") return [make("input", { type: "text", name: slot.id, "aria-label": label, maxlength: "100", value, autocomplete: "off" })];
  const area = make("textarea", { name: slot.id, rows: "2", "aria-label": label, maxlength: "4000" });
  area.value = value;
  return [area];
}

// A fact as a field shows it; what is known as a list is ticked instead.
function showFact(fact) {
  if (!fact || Array.isArray(fact)) return "";
  return String(fact.date ?? fact);
}

function writeCount(answer) {
  if (answer?.starts) return [answer.starts, answer.ends].filter(Boolean).map((time) => time.slice(0, 5)).join(" - ");
  return answer?.number === undefined ? "" : String(answer.number);
}

// Gives what is entered at a question, null for nothing, undefined for what was answered before.
function readSlot(slot, form, base, known) {
  const { question, id } = slot;
  const fields = [...form.querySelectorAll(`[name="${id}"]`)];
  if (!fields.length) return undefined;
  if (question.expects === "choice" || question.expects === "choices") {
    const keys = fields.filter((field) => field.checked).map((field) => field.value);
    const own = form.querySelector(`[name="${id}:words"]`)?.value.trim();
    if (own && !(keys.length && base?.text === own)) return { text: own };
    if (question.expects === "choices") return same(keys, base?.keys) ? undefined : { keys };
    if (!keys.length) return null;
    return same(keys, base?.keys) ? undefined : { keys };
  }
  const value = fields[0].value.trim();
  if (!value || (!base && value === known)) return null;
  if (question.expects === "date") return value === base?.day ? undefined : { day: value };
  return value === (base?.text || writeCount(base)) ? undefined : { text: value };
}

function same(keys, others = null) {
  return others !== null && keys.length === others.length && keys.every((key) => others.includes(key));
}
