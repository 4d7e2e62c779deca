// Helpdesk on the pages of a Platform: <helpdesk-ask>, <helpdesk-problem>, <helpdesk-unread>.
// No dependency, no frame, nothing inline: it keeps to a policy of script-src (this file) and connect-src 'self'.
// The plain link in the slot is what people see without this script, and what they fall back on when it fails.
const WORDS = {};

const EVERY = 60_000; // milliseconds between two looks at the unread count, while the page is looked at
const LONGEST = 600_000; // after failures; each doubles the wait
const STYLE = `
  :host { display: inline-block; max-inline-size: 100%; font: inherit; vertical-align: middle; }
  :host([hidden]), [hidden] { display: none !important; }
  .act {
    display: inline-flex; align-items: center; gap: .5em; box-sizing: border-box; max-inline-size: 100%;
    min-block-size: 2.75rem; padding: .5em 1em; cursor: pointer; text-align: start; text-decoration: none;
    font: var(--helpdesk-font, inherit); font-weight: var(--helpdesk-weight, 600); line-height: 1.3;
    color: var(--helpdesk-ink, light-dark(#1d4f91, #9cc3f7));
    background: var(--helpdesk-paper, light-dark(#ffffff, #1c1f24));
    border: 1px solid var(--helpdesk-rule, light-dark(#85837c, #7d828b));
    border-radius: var(--helpdesk-corner, 6px);
  }
  :host(helpdesk-ask) .act {
    color: var(--helpdesk-on-accent, light-dark(#ffffff, #0c1a2d));
    background: var(--helpdesk-accent, light-dark(#1d4f91, #9cc3f7)); border-color: transparent;
  }
  .act:hover { filter: brightness(.94); }
  .act:focus-visible { outline: 3px solid var(--helpdesk-focus, light-dark(#1d4f91, #9cc3f7)); outline-offset: 2px; }
  .act[aria-busy="true"] { opacity: .7; cursor: progress; }
  svg { inline-size: 1.25em; block-size: 1.25em; flex: none; fill: none; stroke: currentColor; stroke-width: 1.7;
    stroke-linecap: round; stroke-linejoin: round; }
  .count { min-inline-size: 1.5em; padding: 0 .4em; border-radius: 1em; text-align: center; font-size: .8125em;
    font-variant-numeric: tabular-nums; line-height: 1.5;
    color: var(--helpdesk-on-accent, light-dark(#ffffff, #0c1a2d));
    background: var(--helpdesk-accent, light-dark(#1d4f91, #9cc3f7)); }
  .note { margin: .4em 0 0; font-size: .875em; color: inherit; }
  @media (forced-colors: active) { .act, .count { border: 1px solid ButtonText; } }
`;
const DRAWINGS = {
  ask: "M4 5h16v11H10.5L6 20v-4H4zM8 9h8M8 12h5",
  problem: "M12 3l9.5 17h-19zM12 10v4.5M12 17.4v.1",
  open: "M5.5 17.5h13l-1.75-2.5v-4.5a4.75 4.75 0 0 0-9.5 0V15zM10 20.25a2.2 2.2 0 0 0 4 0M12 5.75V4",
};

let sheet; // one for all of them; constructed, so that no policy on inline styles is in its way
const shown = new Set();
const told = new MutationObserver(() => shown.forEach((one) => one.say()));

function made(name, attributes = {}, ...children) {
  const svg = name === "svg" || name === "path";
  const found = svg ? document.createElementNS("http://www.w3.org/2000/svg", name) : document.createElement(name);
  for (const [key, value] of Object.entries(attributes)) found.setAttribute(key, value);
  found.append(...children);
  return found;
}

/** The address as it stands on this page; nobody's cookies and clicks go to another origin than the page's own. */
function ours(address) {
  const found = new URL(address, document.baseURI);
  if (found.origin !== location.origin) throw new TypeError(`${address} is not of this page's origin`);
  return found;
}

class Act extends HTMLElement {
  static observedAttributes = ["lang", "label"];

  connectedCallback() {
    if (!this.shadowRoot) this.build();
    shown.add(this);
    if (shown.size === 1) told.observe(document.documentElement, { attributeFilter: ["lang"] });
    this.say();
  }

  disconnectedCallback() {
    shown.delete(this);
    if (shown.size === 0) told.disconnect();
  }

  attributeChangedCallback() {
    if (this.shadowRoot) this.say();
  }

  build() {
    if (!sheet) {
      sheet = new CSSStyleSheet();
      sheet.replaceSync(STYLE);
    }
    const root = this.attachShadow({ mode: "open", delegatesFocus: true });
    root.adoptedStyleSheets = [sheet];
    const plain = this.plain?.getAttribute("href");
    this.act = plain ? made("a", { href: plain }) : made("button", { type: "button" });
    this.act.className = "act";
    this.act.part = "button";
    this.drawing = made("svg", { viewBox: "0 0 24 24", "aria-hidden": "true", part: "icon" });
    this.drawing.append(made("path", { d: DRAWINGS[this.drawn] }));
    this.words = made("span");
    this.note = made("p", { class: "note", part: "note", role: "status", hidden: "" });
    this.fallback = made("slot", { hidden: "" });
    this.act.append(this.drawing, this.words);
    this.act.addEventListener("click", (event) => this.clicked(event));
    root.append(this.act, this.note, this.fallback);
    addEventListener("pageshow", () => this.rest());
  }

  /** The link that the page's author put into the slot. */
  get plain() {
    return this.querySelector("a[href]");
  }

  get drawn() {
    return this.does;
  }

  /** The words of the nearest language that we speak; else English. */
  get said() {
    const wanted = this.closest("[lang]")?.lang || document.documentElement.lang || "en";
    return WORDS[wanted.toLowerCase().split("-")[0]] ?? WORDS.en;
  }

  say() {
    this.words.textContent = this.getAttribute("label") || this.said[this.does];
  }

  /** What it is about, by the Platform's own id. */
  get to() {
    for (const what of ["offer", "order"]) {
      const id = this.getAttribute(what);
      if (id) return { [what]: id.startsWith("ext:") ? id : `ext:${id}` };
    }
    return null;
  }

  clicked(event) {
    const other = event.button !== 0 || event.ctrlKey || event.metaKey || event.shiftKey || event.altKey;
    const address = this.getAttribute("launch");
    if (other || !address) {
      if (!address && this.act.localName === "button") this.plain?.click();
      return; // to a new tab, or without a launch: the plain link does it
    }
    event.preventDefault();
    if (this.act.getAttribute("aria-busy") !== "true") this.launch(address);
  }

  async launch(address) {
    this.act.setAttribute("aria-busy", "true");
    this.tell(this.said.busy);
    try {
      const headers = { "Content-Type": "application/json", Accept: "application/json" };
      if (this.hasAttribute("csrf")) headers[this.getAttribute("csrf-header") || "X-CSRF-Token"] = this.getAttribute("csrf");
      const language = this.closest("[lang]")?.lang || document.documentElement.lang || "";
      const body = JSON.stringify({ do: this.does, ...(this.to && { to: this.to }), language });
      const answer = await fetch(ours(address), { method: "POST", credentials: "same-origin", headers, body });
      if (!answer.ok) return this.refused(answer.status);
      const url = new URL((await answer.json()).url);
      if (!/^https?:$/.test(url.protocol)) throw new TypeError("no address of a page");
      const event = new CustomEvent("helpdesk-launch", { bubbles: true, cancelable: true, detail: { url: url.href } });
      if (this.dispatchEvent(event)) location.assign(url);
      else this.rest();
    } catch {
      this.refused(0);
    }
  }

  refused(status) {
    this.rest();
    const event = new CustomEvent("helpdesk-refused", { bubbles: true, cancelable: true, detail: { status } });
    if (!this.dispatchEvent(event)) return;
    this.fallback.hidden = !this.plain;
    this.tell(status === 401 || status === 403 ? this.said.signed_out : this.said.failed);
  }

  rest() {
    this.act.removeAttribute("aria-busy");
    this.tell("");
    this.fallback.hidden = true;
  }

  tell(sentence) {
    this.note.textContent = sentence;
    this.note.hidden = !sentence;
  }
}

class Ask extends Act {
  get does() { return "ask"; }
}

class Problem extends Act {
  get does() { return "problem"; }
}

class Unread extends Act {
  get does() { return "open"; }

  connectedCallback() {
    super.connectedCallback();
    this.looks = () => { if (document.visibilityState === "visible") this.look(); };
    document.addEventListener("visibilitychange", this.looks);
    this.wait = EVERY;
    this.look();
  }

  disconnectedCallback() {
    super.disconnectedCallback();
    document.removeEventListener("visibilitychange", this.looks);
    clearTimeout(this.later);
  }

  build() {
    super.build();
    this.badge = made("span", { class: "count", part: "count", hidden: "", "aria-hidden": "true" });
    this.act.append(this.badge);
  }

  say() {
    super.say();
    const number = this.number > 99 ? "99+" : String(this.number ?? 0);
    this.badge.hidden = !this.number;
    this.badge.textContent = number;
    if (this.number) this.act.setAttribute("aria-label", `${this.words.textContent}, ${this.said.unread.replace("{n}", number)}`);
    else this.act.removeAttribute("aria-label");
  }

  async look() {
    clearTimeout(this.later);
    const address = this.getAttribute("src");
    if (!address) return;
    try {
      const answer = await fetch(ours(address), { credentials: "same-origin", headers: { Accept: "application/json" } });
      if (!answer.ok) throw new Error(String(answer.status));
      const { unread } = await answer.json();
      this.number = Number.isInteger(unread) && unread > 0 ? unread : 0;
      this.wait = EVERY;
      this.say();
      this.dispatchEvent(new CustomEvent("helpdesk-unread", { bubbles: true, detail: { unread: this.number } }));
    } catch {
      this.wait = Math.min(this.wait * 2, LONGEST);
    }
    if (this.isConnected && document.visibilityState === "visible") this.later = setTimeout(() => this.look(), this.wait);
  }
}

for (const [name, element] of [["ask", Ask], ["problem", Problem], ["unread", Unread]]) {
  if (!customElements.get(`helpdesk-${name}`)) customElements.define(`helpdesk-${name}`, element);
}
