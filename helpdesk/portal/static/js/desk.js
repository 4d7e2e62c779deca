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

function move(step) {
  const rows = [...document.querySelectorAll(".pane-list .row-link")].filter((row) => row.checkVisibility());
  const here = rows.indexOf(document.activeElement);
  const from = here >= 0 ? here : rows.findIndex((row) => row.ariaCurrent === "true");
  rows[Math.min(Math.max(from + step, 0), rows.length - 1)]?.focus();
}

const KEYS = {
  j: () => move(1),
  k: () => move(-1),
  r: () => document.querySelector(".pane-thread textarea")?.focus(),
  n: () => {
    const marks = document.querySelector("[data-waive]");
    if (!marks) return;
    marks.open = true;
    marks.querySelector("button").focus();
  },
  "?": () => dialog.showModal(),
};
addEventListener("keydown", (event) => {
  const typing = event.target.closest("input, textarea, select, dialog, [contenteditable]");
  if (typing || event.ctrlKey || event.metaKey || event.altKey || event.isComposing || !single.checked) return;
  const act = KEYS[event.key];
  if (!act) return;
  event.preventDefault();
  act();
});

// Time left goes on while the page stands open: once a minute, what only says so is fetched anew.
async function refresh() {
  if (document.hidden || dialog.open) return;
  const answer = await fetch(location.href, { headers: { Accept: "text/html" } }).catch(() => null);
  if (!answer?.ok || answer.redirected) return;
  const fresh = new DOMParser().parseFromString(await answer.text(), "text/html");
  for (const part of document.querySelectorAll("[data-live]")) {
    const other = fresh.querySelector(`[data-live="${part.dataset.live}"]`);
    const busy = part.contains(document.activeElement) || part.querySelector("details[open]");
    if (other && !busy && other.innerHTML !== part.innerHTML) part.replaceChildren(...other.childNodes);
  }
}
setInterval(refresh, 60_000);
