// A link that becomes a button which copies it; with data-view, the address of the page as it is
// just then; with for, what stands in the field of that id. Where nothing can be copied it stays a
// link.

class CopyLink extends HTMLElement {
  #stop = new AbortController();

  connectedCallback() {
    this.#stop = new AbortController();
    const link = this.querySelector("a");
    if (!link || !navigator.clipboard) return;
    const button = document.createElement("button");
    const said = document.createElement("span");
    button.type = "button";
    button.append(...link.childNodes);
    said.role = "status";
    button.addEventListener("click", async () => {
      const field = document.getElementById(this.getAttribute("for") ?? "");
      const here = "view" in this.dataset ? location.href : link.href;
      await navigator.clipboard.writeText(field?.textContent ?? here);
      // Said again, too.
      said.textContent = "";
      setTimeout(() => { said.textContent = this.dataset.done ?? ""; });
    }, { signal: this.#stop.signal });
    link.replaceWith(button, said);
  }

  disconnectedCallback() {
    this.#stop.abort();
  }
}

customElements.define("copy-link", CopyLink);
