// Inlined in every page: loads its modules after the first paint, and shows a notice when one of them does not load.
((modules) => {
  const TIMEOUT = 10_000;
  const MAX_WAIT = 1000;
  const notice = /** @type {HTMLElement} */ (document.querySelector(".incomplete"));
  const show = () => notice.hidden = false;
  const timer = setTimeout(show, TIMEOUT);
  const onError = (/** @type {ErrorEvent} */ { filename }) => filename.includes("/assets/js") && (hasFailed = true);
  let hasFailed = false;
  addEventListener("error", onError);
  const sources = [...modules];
  /** @type {HTMLElement} */ (notice.lastElementChild).onclick = () => {
    const refetch = (/** @type {string} */ src) => fetch(src, { cache: "reload", signal: AbortSignal.timeout(TIMEOUT) });
    Promise.allSettled(sources.map(refetch)).then(() => location.reload());
    return false;
  };
  const frame = document.createElement("iframe");
  let missing = modules.length;
  const onLoad = () => {
    if (--missing) return;
    clearTimeout(timer);
    removeEventListener("error", onError);
    notice.hidden = !hasFailed;
  };
  const load = () => {
    for (const src of modules.splice(0)) {
      const script = Object.assign(document.createElement("script"), { type: "module", src, onload: onLoad });
      script.onerror = show;
      document.head.append(script);
    }
    frame.remove();
  };
  // The service worker serves them without a network.
  if (navigator.serviceWorker?.controller) return load();
  new PerformanceObserver(load).observe({ type: "paint", buffered: true });
  setTimeout(load, MAX_WAIT); // a hidden page is never painted
  // A busy browser paints only when a frame is requested.
  const requestPaint = () => modules.length && requestAnimationFrame(requestPaint);
  requestPaint();
  // An open document in a frame delays the `load` event of the page until all modules are there.
  frame.hidden = true;
  document.body.append(frame);
  frame.contentDocument?.open();
})(document.currentScript?.dataset.modules?.split(" ") ?? []);
