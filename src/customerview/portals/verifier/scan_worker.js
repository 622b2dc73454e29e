// Keeps the scanning page and what it loads (KEEP), so that it opens without a network. What can change is asked for first: the
// page itself and the keys; files under hashed names never change.
const NAME = `scan ${KEEP.join(' ')}`;

self.addEventListener('install', (event) => {
  event.waitUntil(caches.open(NAME).then((kept) => kept.addAll(KEEP)).then(() => self.skipWaiting()));
});

self.addEventListener('activate', (event) => {
  const others = (names) => names.filter((name) => name.startsWith('scan ') && name !== NAME);
  event.waitUntil(caches.keys().then((names) => Promise.all(others(names).map((name) => caches.delete(name)))).then(() => self.clients.claim()));
});

self.addEventListener('fetch', (event) => {
  const path = new URL(event.request.url).pathname;
  if (event.request.method !== 'GET' || !KEEP.includes(path)) return;
  event.respondWith(path.startsWith('/static/') ? fromKept(path) : newest(event.request, path));
});

async function fromKept(path) {
  const kept = await caches.open(NAME);
  return (await kept.match(path)) ?? fetch(path);
}

async function newest(request, path) {
  const kept = await caches.open(NAME);
  try {
    const answer = await fetch(request);
    if (answer.ok) await kept.put(path, answer.clone());
    return answer;
  } catch (away) {
    const before = await kept.match(path);
    if (before) return before;
    throw away;
  }
}
