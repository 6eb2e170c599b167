/* Light or dark, before the first paint: what the reader chose, or what the device prefers. Runs in the head, as a classic script. */
(() => {
  const root = document.documentElement;
  const dark = matchMedia("(prefers-color-scheme: dark)");
  const kept = () => {
    try {
      return localStorage.getItem("round-two:scheme");
    } catch {
      return null;
    }
  };
  const show = () => {
    const chosen = kept();
    root.dataset.mdColorScheme = (chosen === "dark" || (chosen !== "light" && dark.matches)) ? "slate" : "default";
  };
  root.classList.remove("no-js");
  dark.addEventListener?.("change", show);
  addEventListener("storage", show);
  show();
})();
