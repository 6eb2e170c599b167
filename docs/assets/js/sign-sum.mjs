/** `<sign-sum>`: what was marked on the scorecard, in words: counts and the evidence, no verdict. */
import { counted, make } from "./dom.mjs";
import { practice } from "./practice-data.mjs";
import { seenSigns } from "./signs.mjs";
import { store } from "./store.mjs";

customElements.define("sign-sum", class extends HTMLElement {
  #show = () => this.#render();

  async connectedCallback() {
    this.guide = await practice().catch(() => undefined);
    store.addEventListener("change", this.#show);
    addEventListener("pageshow", this.#show);
    this.#render();
  }

  disconnectedCallback() {
    store.removeEventListener("change", this.#show);
    removeEventListener("pageshow", this.#show);
  }

  #render() {
    if (!this.guide) return;
    const seen = seenSigns(this.guide.signs, store.kept("scorecard"));
    const count = (/** @type {string} */ signal) => counted(seen.filter((sign) => sign.signal === signal).length, signal === "warning" ? "warning sign" : "sign of health", signal === "warning" ? "warning signs" : "signs of health");
    const bare = seen.filter(({ evidence }) => !evidence).length;
    const serious = seen.filter(({ signal, weight }) => signal === "warning" && weight === "serious");
    const words = !seen.length ? "Nothing marked yet."
      : [`${count("warning")}, ${count("health")}.`, serious.length ? `Weighs most: ${serious.map(({ title }) => `“${title}”`).join(", ")}. Ask before you sign.` : "", bare ? `${bare} without what you saw: write it down, or take it out.` : ""].filter(Boolean).join(" ");
    if (this.textContent !== words) this.replaceChildren(make("p", { className: "map-words", role: "status" }, words));
  }
});
