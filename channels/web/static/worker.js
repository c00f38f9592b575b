// The page's service worker: keeps the page for when there is no network, and rings.
// The server puts VERSION, FILES and WORDS before this.

const KEPT = `page-${VERSION}`;
const PATIENCE = 5_000;
const home = new URL("./", self.registration.scope).href;

// An update takes the page itself along: a page and its files are always of one version.
self.addEventListener("install", (event) => {
  event.waitUntil(fill().then(() => self.skipWaiting()));
});

self.addEventListener("activate", (event) => {
  event.waitUntil(dropOthers().then(() => self.clients.claim()));
});

self.addEventListener("fetch", (event) => {
  const { request } = event;
  if (request.method !== "GET") return;
  if (request.mode === "navigate" && isHome(request.url)) event.respondWith(open(request));
  else if (FILES.some((file) => request.url === new URL(file, home).href)) event.respondWith(give(request));
});

self.addEventListener("message", (event) => {
  if (event.data === "forget") event.waitUntil(forget());
});

self.addEventListener("push", (event) => event.waitUntil(ring(event)));

self.addEventListener("notificationclick", (event) => {
  event.notification.close();
  event.waitUntil(show());
});

self.addEventListener("pushsubscriptionchange", (event) => event.waitUntil(subscribeAnew(event)));

async function fill() {
  const cache = await caches.open(KEPT);
  await cache.addAll(FILES.map((file) => new URL(file, home).href));
  await keep(await fetch(home, { credentials: "same-origin", cache: "no-store" }).catch(() => null));
}

async function dropOthers() {
  const names = await caches.keys();
  const olds = names.filter((name) => name.startsWith("page-") && name !== KEPT);
  // Several pages of one site, as in the demo, have a worker each: an old cache may be another's.
  for (const name of olds) if (await (await caches.open(name)).match(home)) await caches.delete(name);
}

function isHome(url) {
  return url.split(/[?#]/)[0] === home;
}

// Only the page of whoever is signed in is kept; the door takes its place away.
async function keep(answer) {
  if (!answer) return;
  const cache = await caches.open(KEPT);
  if (answer.ok && !answer.redirected) await cache.put(home, answer);
  else if (answer.status === 401) await Promise.all([cache.delete(home), forgetTalks()]);
}

// What somebody typed and could not send waits for them; what they read does not.
async function forgetTalks() {
  const path = new URL(home).pathname;
  const all = (await indexedDB.databases?.()) ?? [];
  const talks = all.filter(({ name }) => name.startsWith(`sinhhoat:${path}:`) && name.endsWith(":talk"));
  for (const { name } of talks) indexedDB.deleteDatabase(name);
}

async function forget() {
  await (await caches.open(KEPT)).delete(home);
}

// The network first; the page that was kept once it fails, or takes too long.
async function open(request) {
  const kept = await (await caches.open(KEPT)).match(home);
  const fresh = fetch(request).then(async (answer) => {
    await keep(answer.clone());
    return answer;
  });
  if (!kept) return fresh;
  const late = new Promise((resolve) => setTimeout(resolve, PATIENCE, kept));
  return Promise.race([fresh, late]).catch(() => kept.clone());
}

async function give(request) {
  return (await (await caches.open(KEPT)).match(request.url)) ?? fetch(request);
}

// What is asked for on a page that is looked at needs no sound.
async function ring(event) {
  const windows = await listWindows();
  if (windows.some((window) => window.visibilityState === "visible")) return;
  const { text } = event.data?.json() ?? {};
  await self.registration.showNotification(WORDS.title, {
    body: text,
    icon: new URL(`static/${VERSION}/icon-192.png`, home).href,
    tag: "waiting",
    renotify: true,
  });
}

async function show() {
  const [window] = await listWindows();
  return window ? window.focus() : self.clients.openWindow(home);
}

async function listWindows() {
  const all = await self.clients.matchAll({ type: "window", includeUncontrolled: true });
  return all.filter((window) => isHome(window.url));
}

async function subscribeAnew(event) {
  const options = event.oldSubscription?.options;
  if (!options) return;
  const subscription = await self.registration.pushManager.subscribe(options);
  const headers = { "Content-Type": "application/json" };
  await fetch(new URL("rings", home), { method: "POST", headers, body: JSON.stringify(subscription) });
}
