/** `<print-button>`: a button that prints the page; without JavaScript there is none. */
customElements.define("print-button", class extends HTMLElement {
  connectedCallback() {
    const button = Object.assign(document.createElement("button"), { type: "button", textContent: "Print" });
    button.addEventListener("click", () => window.print());
    this.replaceChildren(button);
  }
});
