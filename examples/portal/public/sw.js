/* global caches, location, self */
// Keeps the portal's own files for a reload without a connection. The network is always asked first; the API and the
// sync sockets are never touched. `shell` is filled in by build.mjs.
const shell = {};

self.addEventListener('install', (event) => {
  event.waitUntil(
    caches
      .open(shell.version)
      .then((cache) => cache.addAll(shell.files))
      .then(() => self.skipWaiting()),
  );
});

self.addEventListener('activate', (event) => {
  event.waitUntil(
    caches
      .keys()
      .then((names) => Promise.all(names.filter((name) => name !== shell.version).map((name) => caches.delete(name))))
      .then(() => self.clients.claim()),
  );
});

self.addEventListener('fetch', (event) => {
  const { origin, pathname } = new URL(event.request.url);
  if (event.request.method !== 'GET' || origin !== location.origin || !shell.files.includes(pathname)) return;
  event.respondWith(
    fetch(event.request).catch(async (error) => {
      const kept = await caches.match(pathname, { cacheName: shell.version });
      if (kept) return kept;
      throw error;
    }),
  );
});
