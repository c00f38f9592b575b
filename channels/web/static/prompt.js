// Draws an open question's buttons and tells what was pressed.

import { make } from "./dom.js";
import { isoDay, turnDate } from "./when.js";
import { word } from "./words.js";

// The usual way on; it is drawn first and filled, and there is one of a question at most.
const MAIN = ["send", "as_planned", "done", "keep", "go_on", "go-on", "agree", "yes", "report"];
// Short answers stand side by side where there are many, so that question and answers fit a screen.
const MANY = 6;
const SHORT = 24;
// What the review offers to add hides behind one button.
const EXTRA = "fix:";
const DAYS = 7;

export function drawPrompt(prompt, pressed, { onPress, onDate }) {
  const several = prompt.expects === "choices";
  const chosen = new Set(prompt.selected.map(itemOf));
  if (several) for (const key of pressed) tick(chosen, key);
  const main = findMain(prompt);
  const drawOne = (choice, ticks) => {
    const on = chosen.has(itemOf(choice.key));
    return make(
      "button",
      {
        type: "button",
        class: choice.key === main ? "main" : null,
        "data-key": choice.key,
        "data-pending": pressed.some((key) => itemOf(key) === itemOf(choice.key)),
        "aria-pressed": ticks ? String(on) : null,
        onclick: () => onPress(ticks ? asking(choice, on) : choice),
      },
      choice.label,
    );
  };
  const days = prompt.expects === "date" ? listDays() : [];
  const hasDays = prompt.choices.some(({ key }) => key === "today" || key === days[0]);
  const extras = main === "send" ? prompt.choices.filter(({ key }) => key.startsWith(EXTRA)) : [];
  const drawn = hasDays ? ["today", "yesterday", ...days] : [];
  const choices = prompt.choices.filter((choice) => !extras.includes(choice) && !drawn.includes(choice.key));
  const isMain = (choice) => choice.key === main;
  const ordered = several ? choices : [...choices.filter(isMain), ...choices.filter((c) => !isMain(c))];
  const wide = prompt.navigation.filter((choice) => isMain(choice) || ["skip", "drop", "keep"].includes(choice.key));
  const ways = prompt.navigation.filter((choice) => !wide.includes(choice));
  return make(
    "div",
    { class: "prompt", role: "group", "data-prompt": prompt.id },
    prompt.expects === "date" ? drawDate(onDate, hasDays ? days : []) : null,
    drawRow("choices", countColumns(prompt, ordered), ordered.map((choice) => drawOne(choice, several))),
    extras.length ? drawExtras(extras.map((choice) => drawOne(choice, false)), extras) : null,
    drawRow("choices", 1, wide.map((choice) => drawOne(choice, false))),
    drawRow("navigation", null, ways.map((choice) => drawOne(choice, false))),
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

function findMain(prompt) {
  const keys = [...prompt.choices, ...prompt.navigation].map((choice) => choice.key);
  const reports = keys.filter((key) => key.startsWith("report."));
  return MAIN.find((key) => keys.includes(key)) ?? (reports.length === 1 ? reports[0] : null);
}

function countColumns(prompt, choices) {
  if (choices.some(({ key }) => key === "send")) return 2;
  if (prompt.columns > 1) return Math.min(prompt.columns, 4);
  const small = choices.filter((choice) => choice.label.length <= SHORT).length;
  return choices.length >= MANY && small >= choices.length - 1 ? 2 : 1;
}

function drawRow(name, columns, buttons) {
  if (!buttons.length) return null;
  return make("div", { class: name, "data-columns": columns }, ...buttons);
}

function drawExtras(buttons, choices) {
  const names = choices.map((choice) => choice.label.toLowerCase()).join(", ");
  return make(
    "details",
    { class: "extras" },
    make("summary", {}, `${word("more-lines")}: ${names}`),
    drawRow("choices", 2, buttons),
  );
}

// A field shows the day as the phone is set, perhaps the month first: the last days are buttons.
function drawDate(onDate, days) {
  const problem = make("p", { class: "notice", role: "alert", hidden: true }, word("choose-date"));
  const input = make("input", { type: "date", "aria-label": word("pick-date") });
  const send = () => {
    problem.hidden = Boolean(input.value);
    if (input.value) onDate(turnDate(input.value));
    else input.focus();
  };
  const field = make(
    "div",
    { class: "date" },
    input,
    make("button", { type: "button", onclick: send }, word("send-date")),
    problem,
  );
  if (!days.length) return field;
  const other = make("details", { class: "extras" }, make("summary", {}, word("other-day")), field);
  return make("div", {}, drawRow("choices", 2, days.map((iso, back) => drawDay(iso, back, onDate))), other);
}

function listDays() {
  const offset = Number(document.body.dataset.offset);
  return Array.from({ length: DAYS }, (_, back) => isoDay(back, offset));
}

function drawDay(iso, back, onDate) {
  const [, month, day] = iso.split("-");
  const weekday = word("weekdays").split("|")[new Date(`${iso}T00:00Z`).getUTCDay()];
  const name = back === 0 ? word("day-today") : back === 1 ? word("day-yesterday") : weekday;
  return make("button", { type: "button", onclick: () => onDate(turnDate(iso)) }, `${name} ${day}/${month}`);
}
