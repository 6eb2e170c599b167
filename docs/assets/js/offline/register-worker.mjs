/** Registers the service worker, which precaches the guide, and offers a new version when it is ready. Loaded by site.mjs. */
import { button, h, siteUrl } from "../lib/dom.mjs";

/** Look for a new version at most this often, in ms. */
const UPDATE_INTERVAL = 3_600_000;
const { worker } = document.documentElement.dataset;
const workers = navigator.serviceWorker;

// In the markup, the manifest would be loaded before the first paint.
document.head.append(h("link", { rel: "manifest", href: siteUrl("manifest.webmanifest") }));

// Readers who save data do not want the whole guide.
const savesData = /** @type {any} */ (navigator).connection?.saveData;
const registration = worker && !savesData ? await workers?.register(worker, { updateViaCache: "none" }).catch(() => undefined) : undefined;
if (registration) watchUpdates(registration);
// Under `mkdocs serve`, a worker from before would hide the edits.
if (!worker) for (const old of (await workers?.getRegistrations()) ?? []) old.unregister();

/** @param {ServiceWorkerRegistration} registration */
function watchUpdates(registration) {
  let checkedAt = Date.now();
  document.addEventListener("visibilitychange", () => {
    if (document.hidden || Date.now() - checkedAt < UPDATE_INTERVAL) return;
    checkedAt = Date.now();
    registration.update().catch(() => { /* no network */ });
  });
  registration.addEventListener("updatefound", () => {
    registration.installing?.addEventListener("statechange", () => offerUpdate(registration));
  });
  offerUpdate(registration);
}

/** Let the reader decide when the waiting version is activated. @param {ServiceWorkerRegistration} registration */
function offerUpdate(registration) {
  if (!registration.waiting || !workers.controller || document.querySelector(".new-version")) return;
  const bar = h("div", { className: "new-version", role: "status" },
    h("span", {}, "A newer version of the guide is ready. Your checkmarks and notes are safe."),
    button("Update now", () => {
      const { waiting } = registration;
      // Another tab has activated it already.
      if (!waiting) return location.reload();
      workers.addEventListener("controllerchange", () => location.reload(), { once: true });
      waiting.postMessage("use the new version");
    }),
    button("Later", () => bar.remove()));
  document.body.append(bar);
}
