((modules) => {
  const notice = /** @type {HTMLElement} */ (document.querySelector(".incomplete"));
  const patience = setTimeout(() => notice.hidden = false, 10000);
  const hold = document.createElement("iframe");
  let missing = modules.length;
  const arrived = () => {
    if (--missing) return;
    clearTimeout(patience);
    notice.hidden = true;
  };
  const load = () => {
    for (const src of modules.splice(0)) {
      const script = Object.assign(document.createElement("script"), { type: "module", src, onload: arrived });
      script.onerror = () => notice.hidden = false;
      document.head.append(script);
    }
    hold.remove();
  };
  // What is kept on the device waits for no network.
  if (navigator.serviceWorker?.controller) return load();
  new PerformanceObserver(load).observe({ type: "paint", buffered: true });
  setTimeout(load, 1000); // a page that nobody sees is not painted
  // A busy browser paints when something asks for it.
  const ask = () => modules.length && requestAnimationFrame(ask);
  ask();
  // A document that stays open holds the `load` of the page back until all of it is there.
  hold.hidden = true;
  document.body.append(hold);
  hold.contentDocument?.open();
})(document.currentScript?.dataset.modules?.split(" ") ?? []);
