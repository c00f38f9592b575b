// Draws an open question's buttons and tells what was pressed.

import { make } from "./dom.js";
import { turnDate } from "./when.js";
import { word } from "./words.js";

export function drawPrompt(prompt, pressed, { onPress, onDate }) {
  const several = prompt.expects === "choices";
  const chosen = new Set(prompt.selected);
  if (several) for (const key of pressed) chosen.has(key) ? chosen.delete(key) : chosen.add(key);
  const drawOne = (choice, ticks) =>
    make(
      "button",
      {
        type: "button",
        "data-key": choice.key,
        "data-pending": pressed.includes(choice.key),
        "aria-pressed": ticks ? String(chosen.has(choice.key)) : null,
        onclick: () => onPress(choice),
      },
      choice.label,
    );
  return make(
    "div",
    { class: "prompt", role: "group", "data-prompt": prompt.id },
    prompt.expects === "date" ? drawDate(onDate) : null,
    drawRow("choices", prompt, prompt.choices.map((choice) => drawOne(choice, several))),
    drawRow("navigation", prompt, prompt.navigation.map((choice) => drawOne(choice, false))),
  );
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
