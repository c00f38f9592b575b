// The demo page: asks the server for the state, draws it, and passes on what is pressed.

import { make } from "./dom.js";

const CALM = 3_000;
const RESTARTING = 600;
const part = (id) => document.getElementById(id);
const days = ["Sunday", "Monday", "Tuesday", "Wednesday", "Thursday", "Friday", "Saturday"];
const two = (number) => String(number).padStart(2, "0");
let holders = new Map();
let process = "";
let doomed = "";
let shownLog = "";

// The moment is shown as the server wrote it, whatever time zone the browser lives in.
function drawMoment(iso) {
  const [, year, month, day, hour, minute] = iso.match(/^(\d+)-(\d+)-(\d+)T(\d+):(\d+)/);
  const weekday = days[new Date(Date.UTC(year, month - 1, day)).getUTCDay()];
  return { date: `${two(day)}/${two(month)}/${year}`, hour: `${hour}:${minute}`, weekday };
}

async function ask(name, body) {
  const options = body && {
    method: "POST",
    headers: { "Content-Type": "application/json" },
    body: JSON.stringify(body),
  };
  const answer = await fetch(`api/${name}`, options);
  if (!answer.ok) throw new Error(`${name}: ${answer.status}`);
  draw(await answer.json());
}

function draw(state) {
  // What the killed bot said last may come in late.
  if (state.process === doomed) return;
  process = state.process;
  const { date, hour, weekday } = drawMoment(state.now);
  part("clock").textContent = `${weekday} ${date}, ${hour}`;
  part("upcoming").textContent = state.upcoming ? `Next: ${state.upcoming}` : "The month is over.";
  part("next").disabled = !state.upcoming;
  part("kill").disabled = false;
  part("restarting").hidden = true;
  if (!part("phones").children.length) part("phones").append(...state.phones.map(drawPhone));
  for (const phone of state.phones) updatePhone(phone);
  drawLog(state.log);
}

function drawPhone(phone) {
  const name = `${phone.title}: whose phone`;
  const options = phone.people.map((person) =>
    make("option", { value: person.id }, person.role ? `${person.name}, ${person.role}` : person.name),
  );
  const change = (event) => act("switch", { slot: phone.slot, person: event.target.value });
  return make(
    "section",
    { class: "phone", "data-slot": phone.slot },
    make("h2", {}, phone.title),
    make("select", { "aria-label": name, onchange: change }, ...options),
    make("iframe", { src: `phones/${phone.slot}/`, title: phone.title }),
    make("p", {}, phone.caption),
  );
}

function updatePhone(phone) {
  const place = document.querySelector(`[data-slot="${CSS.escape(phone.slot)}"]`);
  place.querySelector("select").value = phone.person;
  place.querySelector("p").textContent = phone.caption;
  const before = holders.get(phone.slot);
  holders.set(phone.slot, phone.person);
  if (before && before !== phone.person) place.querySelector("iframe").contentWindow.location.reload();
}

function drawLog(entries) {
  const written = JSON.stringify(entries);
  if (written === shownLog) return;
  shownLog = written;
  part("log").replaceChildren(...entries.toReversed().map(drawEntry));
}

function drawEntry(entry) {
  const { date, hour } = drawMoment(entry.at);
  const sign = entry.played ? make("span", { class: "played" }, "played") : null;
  return make("li", {}, make("time", {}, `${date} ${hour}`), sign, make("span", {}, entry.text));
}

async function act(name, body = {}) {
  for (const button of document.querySelectorAll("button")) button.disabled = true;
  await ask(name, body).catch(() => recover());
}

// The bot went away, perhaps because it was asked to; it comes back as a new process.
async function recover() {
  part("restarting").hidden = false;
  part("next").disabled = part("kill").disabled = true;
  for (;;) {
    await new Promise((resolve) => setTimeout(resolve, RESTARTING));
    if (await ask("state").then(() => true, () => false)) return;
  }
}

async function watch() {
  await ask("state").catch(() => recover());
  setTimeout(watch, CALM);
}

part("next").addEventListener("click", () => act("next"));
part("kill").addEventListener("click", async () => {
  part("restarting").hidden = false;
  doomed = process;
  await act("kill", { process });
  doomed = "";
});
// Where there is room for one phone alone, that comes first.
document.querySelector(".guide").open = !matchMedia("(max-width: 699px)").matches;
watch();
