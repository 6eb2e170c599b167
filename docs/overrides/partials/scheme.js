(() => {
  const root = document.documentElement, dark = matchMedia("(prefers-color-scheme: dark)");
  const kept = (/** @type {string} */ name) => { try { return localStorage.getItem(`round-two:${name}`); } catch { return null; } };
  const show = () => {
    const chosen = kept("scheme");
    root.dataset.mdColorScheme = chosen === "dark" || (chosen !== "light" && dark.matches) ? "slate" : "default";
  };
  root.classList.remove("no-js");
  root.classList.toggle("returning", kept("state") !== null);
  dark.addEventListener("change", show);
  addEventListener("storage", show);
  show();
})();
