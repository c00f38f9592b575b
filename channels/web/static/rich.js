// Reads rich text (escaped characters, <b> and <i>) into nodes.

import { make } from "./dom.js";

const PIECE = /<(\/?)([bi])>|&(amp|lt|gt|quot|#x27|#39);|\n\n+|\n|[^<&\n]+|[<&]/g;
const CHARACTERS = { amp: "&", lt: "<", gt: ">", quot: '"', "#x27": "'", "#39": "'" };
const PHONE = /(?<![\d./-])(?:\+84|0)\d{2} ?\d{3} ?\d{3,4}(?!\d|[./-]\d)/g;

// A state is told by its sign and word; the colour comes on top.
const STATES = { "●": "waits", "▲": "late", "✓": "done" };

// So many lines of "Label: value" below one another are a card.
const FIELD = /^([^<:\n]{2,32}): (?=\S)(.+)$/;
const CARD = 3;

// What the bot says: a phone number can be tapped, a card has its labels apart.
export function drawMessage(text) {
  const root = document.createDocumentFragment();
  const runs = splitCards(text.split("\n"));
  for (const [index, { lines, isCard }] of runs.entries()) {
    if (isCard) root.append(...lines.map(drawField));
    else root.append(drawRich(besideCards(lines, index > 0, index < runs.length - 1), { phones: true }));
  }
  return root;
}

// An empty line beside a card is a gap as elsewhere, not a line of full height.
function besideCards(lines, after, before) {
  const text = lines.join("\n");
  if (after && before && !text) return "\n\n";
  const begun = after ? text.replace(/^\n+/, "\n\n") : text;
  return before ? begun.replace(/\n+$/, "\n\n") : begun;
}

// A card stands in a block of its own: no line break leads to it or from it.
function splitCards(lines) {
  const runs = [];
  for (const line of lines) {
    const isCard = FIELD.test(line);
    const last = runs.at(-1);
    if (last?.isCard === isCard) last.lines.push(line);
    else runs.push({ lines: [line], isCard });
  }
  return runs.reduce((kept, run) => {
    const isCard = run.isCard && run.lines.length >= CARD;
    const last = kept.at(-1);
    if (last && !last.isCard && !isCard) last.lines.push(...run.lines);
    else kept.push({ lines: [...run.lines], isCard });
    return kept;
  }, []);
}

function drawField(line) {
  const [, label, value] = line.match(FIELD);
  const name = make("span", { class: "name" }, drawRich(label), ": ");
  return make("span", { class: "field" }, name, make("span", {}, drawRich(value, { phones: true })));
}

export function drawRich(text, { phones = false } = {}) {
  const root = document.createDocumentFragment();
  let open = root;
  for (const [piece, closing, tag, entity] of text.matchAll(PIECE)) {
    if (tag && !closing) open = open.appendChild(document.createElement(tag));
    else if (tag) open = open === root ? root : closeTag(open);
    else if (entity) open.append(CHARACTERS[entity]);
    else if (piece.startsWith("\n\n")) open.append(make("span", { class: "gap" }, "\n\n"));
    else if (piece === "\n") open.append(document.createElement("br"));
    else if (phones) open.append(...linkPhones(piece));
    else open.append(piece);
  }
  return root;
}

function closeTag(node) {
  const state = node.localName === "b" ? STATES[node.textContent[0]] : null;
  if (state) node.className = state;
  return node.parentNode;
}

// "Xin gọi điện" is one tap.
function linkPhones(words) {
  const pieces = [];
  let end = 0;
  for (const found of words.matchAll(PHONE)) {
    const digits = found[0].replaceAll(" ", "");
    const shown = digits.replace(/^(\+84\d{2}|0\d{3})(\d{3})(\d+)$/, "$1 $2 $3");
    pieces.push(words.slice(end, found.index), make("a", { class: "phone", href: `tel:${digits}` }, shown));
    end = found.index + found[0].length;
  }
  return [...pieces, words.slice(end)];
}

export function readPlain(text) {
  const root = drawRich(text);
  for (const line of root.querySelectorAll("br")) line.replaceWith("\n");
  return root.textContent;
}
