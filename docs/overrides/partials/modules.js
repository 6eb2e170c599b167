((modules) => {
  const hold = document.createElement("iframe");
  const load = () => {
    for (const src of modules.splice(0)) document.head.append(Object.assign(document.createElement("script"), { type: "module", src }));
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
