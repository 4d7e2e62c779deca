// The seller's desk: keys, and words that stay true while the page stands open. All of it works without.
const SWITCH = "helpdesk.keys";
const dialog = document.querySelector("[data-keys-dialog]");
const opener = document.querySelector("[data-keys]");
const single = dialog.querySelector("[data-keys-switch]");

function allowed() {
  try { return localStorage.getItem(SWITCH) !== "off"; } catch { return true; }
}
opener.hidden = false;
single.checked = allowed();
opener.addEventListener("click", () => dialog.showModal());
single.addEventListener("change", () => {
  try { localStorage.setItem(SWITCH, single.checked ? "on" : "off"); } catch { /* for this page alone */ }
});

// The open conversation's row stays in sight in a long list.
const pane = document.querySelector(".pane-list");
const open = pane.querySelector("[aria-current=true]")?.closest(".row");
if (open && open.offsetTop + open.offsetHeight > pane.clientHeight) pane.scrollTop = open.offsetTop - pane.clientHeight / 3;

// A long conversation opens where an answer is missing, or at its end; a short one stands as it is.
const [visit] = performance.getEntriesByType("navigation");
if (!location.hash && visit?.type === "navigate") {
  const asked = open?.querySelector(".row-link").hash.slice(1);
  const entries = document.querySelectorAll(".record .entry");
  const entry = document.getElementById(asked || "none") ?? [...entries].at(-1);
  if (entry?.getBoundingClientRect().top > innerHeight / 2) entry.scrollIntoView({ block: "nearest" });
}

function move(step) {
  const rows = [...document.querySelectorAll(".pane-list .row-link")].filter((row) => row.checkVisibility());
  const here = rows.indexOf(document.activeElement);
  const from = here >= 0 ? here : rows.findIndex((row) => row.ariaCurrent === "true");
  rows[Math.min(Math.max(from + step, 0), rows.length - 1)]?.focus();
}

const KEYS = {
  j: () => move(1),
  k: () => move(-1),
  r: () => document.querySelector(".pane-thread #text")?.focus(),
  n: () => {
    const marks = document.querySelector("[data-waive]");
    if (!marks) return;
    marks.open = true;
    marks.querySelector("button").focus();
  },
  // Where it stands: the next step of a case, news of the order; else what the message is for, or how it is meant.
  s: () => {
    const stands = document.querySelector("[data-standing]");
    if (stands) {
      const news = stands.querySelector("[data-standing-news]");
      if (news && !stands.querySelector(".case-press")) news.open = true;
      stands.scrollIntoView({ block: "nearest" });
      const next = stands.querySelector(".case-press button") ?? news?.querySelector(".news button, .news summary");
      return (next ?? stands.querySelector("a, summary") ?? stands).focus();
    }
    const reason = document.querySelector(".pane-thread #why");
    const way = document.querySelector(".pane-thread .way-to:not([data-waive])");
    if (way && !reason) way.open = true;
    (reason ?? way?.querySelector("button"))?.focus();
  },
  "?": () => dialog.showModal(),
};
document.addEventListener("command", (event) => KEYS[event.detail]?.()); // of the palette
addEventListener("keydown", (event) => {
  const typing = event.target.closest?.("input, textarea, select, dialog, [contenteditable]");
  if (typing || event.ctrlKey || event.metaKey || event.altKey || event.isComposing || !single.checked) return;
  const act = KEYS[event.key];
  if (!act) return;
  event.preventDefault();
  act();
});
