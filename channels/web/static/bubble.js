// Draws one bubble: who, what, files, buttons, hour and state.

import { make } from "./dom.js";
import { drawPrompt } from "./prompt.js";
import { drawRich } from "./rich.js";
import { drawHour } from "./when.js";
import { word } from "./words.js";

export function drawBubble(bubble, actions) {
  const mine = bubble.author === "me";
  const prompt = bubble.prompt && actions.canWrite ? drawBubblePrompt(bubble, actions) : null;
  return make(
    "div",
    { class: mine ? "turn me" : "turn bot", "data-key": bubble.key },
    make("p", { class: "day", hidden: true }),
    make(
      "div",
      { class: "bubble" },
      make("span", { class: "hidden" }, `${word(mine ? "from-me" : "from-bot")}: `),
      bubble.text ? make("div", { class: "text" }, drawRich(bubble.text)) : null,
      ...bubble.attachments.map(drawFile),
    ),
    prompt,
    drawFoot(bubble, actions),
  );
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

function drawFoot(bubble, actions) {
  const pieces = [];
  if (bubble.editable) {
    const edit = { type: "button", class: "edit", onclick: () => actions.edit(bubble) };
    pieces.push(make("button", edit, word("edit")));
  }
  if (bubble.part > 0 && bubble.part < 1) {
    pieces.push(make("progress", { value: bubble.part, "aria-label": word("sending") }));
  }
  const hour = drawHour(bubble.at);
  const edited = bubble.author === "me" && bubble.id > bubble.place ? word("edited") : null;
  const said = [hour, edited, bubble.state && nameState(bubble)].filter(Boolean).join(" · ");
  pieces.push(make("span", {}, said));
  return make("div", { class: "foot", "data-state": bubble.state ?? null }, ...pieces);
}

function nameState(bubble) {
  return bubble.state === "refused" && bubble.why ? bubble.why : word(bubble.state);
}
