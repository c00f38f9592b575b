// Draws one bubble: who, what, files, hour and state inside; buttons below.

import { make } from "./dom.js";
import { drawPrompt } from "./prompt.js";
import { drawMessage, drawRich } from "./rich.js";
import { drawHour } from "./when.js";
import { word } from "./words.js";

// A question that was answered by a press is one line: what was chosen.
const SETTLED = /^✓ [^\n]+$/;

export function drawBubble(bubble, actions) {
  const mine = bubble.author === "me";
  const prompt = bubble.prompt && actions.canWrite ? drawBubblePrompt(bubble, actions) : null;
  const settled = !mine && !bubble.prompt && SETTLED.test(bubble.text);
  const body = make(
    "div",
    { class: "bubble" },
    make("span", { class: "hidden" }, `${word(mine ? "from-me" : "from-bot")}: `),
    bubble.text ? make("div", { class: "text" }, (mine ? drawRich : drawMessage)(bubble.text)) : null,
    ...bubble.attachments.map(drawFile),
    settled ? null : drawFoot(bubble),
  );
  if (bubble.editable) body.addEventListener("contextmenu", (event) => editByTouch(event, () => actions.edit(bubble)));
  return make(
    "div",
    { class: ["turn", mine ? "me" : "bot", settled ? "settled" : ""].join(" ").trim(), "data-key": bubble.key },
    make("p", { class: "day", hidden: true }),
    bubble.editable ? make("div", { class: "own" }, drawEdit(bubble, actions), body) : body,
    prompt,
  );
}

// A long press with a finger; a mouse keeps the browser's own menu.
function editByTouch(event, edit) {
  if (event.pointerType !== "touch") return;
  event.preventDefault();
  edit();
}

function drawBubblePrompt(bubble, actions) {
  const pressed = actions.listPressed(bubble.prompt.id);
  return drawPrompt(bubble.prompt, pressed, {
    onPress: (choice) => actions.press(bubble, choice),
    onDate: (date) => actions.say(date, bubble.prompt.id),
  });
}

function drawFile(file) {
  const address = file.url ?? `files/${file.id}`;
  if (!file.mime.startsWith("image/")) {
    return make("a", { class: "file", href: address, download: file.name }, file.name);
  }
  const picture = make("img", { src: address, alt: file.name || word("photo"), loading: "lazy" });
  return make("a", { class: "picture", href: address, target: "_blank", rel: "noopener" }, picture);
}

function drawEdit(bubble, actions) {
  const attributes = { type: "button", class: "edit", onclick: () => actions.edit(bubble) };
  return make("button", { ...attributes, "aria-label": word("edit") }, "✎");
}

function drawFoot(bubble) {
  const pieces = [];
  if (bubble.part > 0 && bubble.part < 1) {
    pieces.push(make("progress", { value: bubble.part, "aria-label": word("sending") }));
  }
  const edited = bubble.author === "me" && bubble.id > bubble.place ? word("edited") : null;
  pieces.push(make("span", {}, [drawHour(bubble.at), edited].filter(Boolean).join(" · ")));
  if (bubble.state) pieces.push(...drawState(bubble));
  return make("div", { class: "foot", "data-state": bubble.state ?? null }, ...pieces);
}

function drawState(bubble) {
  if (bubble.state === "sent") {
    const sign = make("span", { "aria-hidden": "true" }, "✓");
    return [sign, make("span", { class: "hidden" }, word("sent"))];
  }
  const why = bubble.state === "refused" && bubble.why ? bubble.why : word(bubble.state);
  return [make("span", {}, `· ${why}`)];
}
