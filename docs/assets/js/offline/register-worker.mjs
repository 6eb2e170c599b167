/** Keeps the guide for reading without a network, lets it be installed, and says when a newer version of it is ready. */
import { button, h, siteUrl } from "../lib/dom.mjs";

const HOUR = 3_600_000;
const { worker } = document.documentElement.dataset;
const workers = navigator.serviceWorker;

// Only now: in the page it would be loaded before the first paint.
document.head.append(h("link", { rel: "manifest", href: siteUrl("manifest.webmanifest") }));

// Who saves data reads page by page.
const sparing = /** @type {any} */ (navigator).connection?.saveData;
// Where workers are blocked, the guide is read with a network only.
const registration = worker && !sparing ? await workers?.register(worker, { updateViaCache: "none" }).catch(() => undefined) : undefined;
if (registration) begin(registration);
// Somebody edits the guide on this machine and wants to see the edit.
if (!worker) for (const old of (await workers?.getRegistrations()) ?? []) old.unregister();

/** @param {ServiceWorkerRegistration} registration */
function begin(registration) {
  let asked = Date.now();
  document.addEventListener("visibilitychange", () => {
    if (document.hidden || Date.now() - asked < HOUR) return;
    asked = Date.now();
    registration.update().catch(() => { /* no network now */ });
  });
  registration.addEventListener("updatefound", () => {
    registration.installing?.addEventListener("statechange", () => tell(registration));
  });
  tell(registration);
}

/** A version that waits is used when the reader says so, never under their hands. @param {ServiceWorkerRegistration} registration */
function tell(registration) {
  if (!registration.waiting || !workers.controller || document.querySelector(".new-version")) return;
  const bar = h("div", { className: "new-version", role: "status" },
    h("span", {}, "A newer version of the guide is ready. Your ticks and notes stay."),
    button("Show it", () => {
      const { waiting } = registration;
      // Another tab has let it in already.
      if (!waiting) return location.reload();
      workers.addEventListener("controllerchange", () => location.reload(), { once: true });
      waiting.postMessage("use the new version");
    }),
    button("Later", () => bar.remove()));
  document.body.append(bar);
}
