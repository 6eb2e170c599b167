// Inlined in the head of every page: applies the color scheme before the first paint. Some hosts redirect `x/` to `x`, where relative links would lead elsewhere. Its keys are those of saved-names.mjs.
(() => {
  const root = document.documentElement, darkMode = matchMedia("(prefers-color-scheme: dark)");
  const read = (/** @type {string} */ name) => { try { return localStorage.getItem(`round-two:${name}`); } catch { return null; } };
  const apply = () => {
    const scheme = read("scheme");
    root.dataset.mdColorScheme = scheme === "dark" || (scheme !== "light" && darkMode.matches) ? "slate" : "default";
  };
  root.classList.remove("no-js");
  root.classList.toggle("returning", read("state") !== null);
  darkMode.addEventListener("change", apply);
  addEventListener("storage", apply);
  apply();
  if (!/\/$|\.\w+$/.test(location.pathname)) history.replaceState(null, "", location.pathname + "/" + location.search + location.hash);
})();
