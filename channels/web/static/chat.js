// Puts the chat page together.

import { Composer } from "./composer.js";
import { newId } from "./dom.js";
import { Filling } from "./filling.js";
import { Kept } from "./kept.js";
import { Log } from "./log.js";
import { setUpMenu } from "./menu.js";
import { Queue } from "./queue.js";
import { Rings } from "./ring.js";
import { Scroll } from "./scroll.js";
import { Stream } from "./stream.js";
import { placeMoment } from "./when.js";
import { word } from "./words.js";

const part = (id) => document.getElementById(id);
const { user, canWrite, offset } = document.body.dataset;
const writer = canWrite === "yes";
// A report is there once its turn was taken.
const SOON = 3_000;
const SHOWN = 30;
let isFresh = false;
let pressedPrompt = null;
const scroll = new Scroll(part("scroll"), part("log"), part("down"));
const log = new Log(part("log"), { canWrite: writer, listPressed, press, say, edit: (b) => composer.edit(b) });
const rings = writer ? new Rings() : null;
const queue = new Queue({ onState: showState, onKept: showUnkept, onSessionLost: openDoor });
const composer = writer
  ? new Composer({ user, onText: (text) => say(text), onEdit: change, onPhotos: sendPhotos, onDraft: showUnkept })
  : null;

const name = `sinhhoat:${location.pathname}:${user}`;
const kept = new Kept(name);
const keepTalk = () => kept.keepTalk(() => log.list().slice(-SHOWN));
const stream = new Stream({
  onHistory(page) {
    // What the phone had kept may end long before this page begins.
    log.clear();
    isFresh = true;
    log.putPage(page);
    keepTalk();
    part("older").hidden = !log.more;
    scroll.toNewest();
  },
  onBubble(event) {
    const before = log.get(event.key)?.prompt;
    const isNew = !log.get(event.key);
    scroll.around(() => log.put(event), { isNew });
    // What a press has put in place of what was read is read from its top.
    if (before && before.id === pressedPrompt && event.prompt?.id !== before.id) scroll.toTop(event.key);
    composer?.expect(log.openPrompt);
    keepTalk();
  },
  onReady() {
    part("connection").hidden = true;
    if (writer) part("filling-offline").hidden = true;
    if (writer) kept.fetchPlan();
    part("log").setAttribute("aria-busy", "false");
    composer?.expect(log.openPrompt);
    queue.hurry();
  },
  onLost() {
    part("connection").hidden = false;
    if (writer) part("filling-offline").hidden = false;
    checkSession();
  },
  onChanged: () => isKept() && location.reload(),
});

function isKept() {
  return queue.isKept && composer?.isKept !== false;
}

function showUnkept() {
  part("unkept").hidden = isKept();
}

// The door has no place for words that only this page remembers.
function openDoor() {
  if (isKept()) return location.reload();
  part("connection").textContent = word("session-unkept");
  part("connection").hidden = false;
}

function escapeText(text) {
  return text.replaceAll("&", "&amp;").replaceAll("<", "&lt;").replaceAll(">", "&gt;");
}

function say(text, prompt = log.openPrompt?.id ?? null) {
  queue.add({ message: { kind: "text", text, prompt } });
  scroll.toNewest();
}

function change(key, text) {
  queue.add({ message: { kind: "edit", edits: key, text } });
}

function press(bubble, choice) {
  const prompt = bubble.prompt.id;
  pressedPrompt = prompt;
  const single = bubble.prompt.expects !== "choices";
  if (single && listPressed(prompt).includes(choice.key)) return;
  queue.add({ message: { kind: "choice", prompt, choice: choice.key } });
}

function sendPhotos(files) {
  const album = files.length > 1 ? newId() : null;
  const prompt = log.openPrompt?.id ?? null;
  for (const file of files) {
    const message = Object.fromEntries(
      Object.entries({ album, prompt }).filter(([, value]) => value !== null),
    );
    queue.add({ message, blob: file, name: file.name });
  }
  scroll.toNewest();
}

function listPressed(prompt) {
  return queue.waiting
    .filter((item) => item.message.kind === "choice" && item.message.prompt === prompt)
    .map((item) => item.message.choice);
}

function showState(item, state, detail) {
  const { message } = item;
  if (state !== "sending") showUnkept();
  if (state === "sent") setTimeout(() => rings.look(), SOON);
  if (message.kind === "choice") return log.redrawPrompt(message.prompt);
  const key = message.edits ?? item.id;
  const shown = { state, part: state === "sending" ? detail : 0, why: detail };
  if (message.edits) log.change(key, { ...shown, text: escapeText(message.text) });
  else if (log.get(key)) log.change(key, shown);
  else scroll.around(() => log.put({ ...drawOwn(item), ...shown }));
}

function drawOwn(item) {
  const { blob, name } = item;
  const file = blob && { url: URL.createObjectURL(blob), name, mime: blob.type };
  return {
    key: item.id,
    author: "me",
    at: placeMoment(item.created, Number(offset)),
    text: blob ? "" : escapeText(item.message.text),
    prompt: null,
    attachments: blob ? [file] : [],
  };
}

// A stream cannot tell a lost session from a lost network.
async function checkSession() {
  const answer = await fetch("history?before=0").catch(() => null);
  const body = answer?.status === 401 && (await answer.json().catch(() => null));
  if (body?.code === "web-error-session") openDoor();
}

part("older").addEventListener("click", async () => {
  part("older").disabled = true;
  const answer = await fetch(`history?before=${log.oldest}`).catch(() => null);
  if (answer?.ok) {
    const page = await answer.json();
    scroll.above(() => log.putPage(page));
    part("older").hidden = !log.more;
  }
  part("older").disabled = false;
});

addEventListener("beforeunload", (event) => isKept() || event.preventDefault());
// The last talk stands there until the server has answered, however long that takes.
async function showKept() {
  const events = await kept.readTalk();
  if (isFresh || !events) return;
  log.putPage({ events, more: false });
  part("log").setAttribute("aria-busy", "false");
  scroll.toNewest();
}

setUpMenu({ onHelp: () => say("/trogiup"), onLeave: () => kept.forget() });
showKept();
part("only-read").hidden = writer;
if (writer) {
  queue.open(name);
  new Filling({ kept, send: (message) => queue.add({ message }) });
}
stream.open();
navigator.serviceWorker?.register("worker.js", { updateViaCache: "none" }).then(() => rings?.look(), () => {});
