// Draws an open question's buttons and tells what was pressed.

import { make } from "./dom.js";
import { turnDate } from "./when.js";
import { word } from "./words.js";

export function drawPrompt(prompt, pressed, { onPress, onDate }) {
  const several = prompt.expects === "choices";
  const chosen = new Set(prompt.selected.map(itemOf));
  if (several) for (const key of pressed) tick(chosen, key);
  const drawOne = (choice, ticks) => {
    const on = chosen.has(itemOf(choice.key));
    return make(
      "button",
      {
        type: "button",
        "data-key": choice.key,
        "data-pending": pressed.some((key) => itemOf(key) === itemOf(choice.key)),
        "aria-pressed": ticks ? String(on) : null,
        onclick: () => onPress(ticks ? asking(choice, on) : choice),
      },
      choice.label,
    );
  };
  return make(
    "div",
    { class: "prompt", role: "group", "data-prompt": prompt.id },
    prompt.expects === "date" ? drawDate(onDate) : null,
    drawRow("choices", prompt, prompt.choices.map((choice) => drawOne(choice, several))),
    drawRow("navigation", prompt, prompt.navigation.map((choice) => drawOne(choice, false))),
  );
}

// The key of a tick ends with the state that its button asks for.
const WANTED = /[+-]$/;

function itemOf(key) {
  return key.replace(WANTED, "");
}

function tick(chosen, key) {
  const item = itemOf(key);
  const on = WANTED.test(key) ? key.endsWith("+") : !chosen.has(item);
  on ? chosen.add(item) : chosen.delete(item);
}

function asking(choice, on) {
  if (!WANTED.test(choice.key)) return choice;
  return { ...choice, key: itemOf(choice.key) + (on ? "-" : "+") };
}

function drawRow(name, prompt, buttons) {
  if (!buttons.length) return null;
  return make("div", { class: name, "data-columns": Math.min(prompt.columns, 4) }, ...buttons);
}

function drawDate(onDate) {
  const input = make("input", { type: "date", "aria-label": word("pick-date") });
  const send = () => input.value && onDate(turnDate(input.value));
  return make(
    "div",
    { class: "date" },
    input,
    make("button", { type: "button", onclick: send }, word("send-date")),
  );
}
