// The review queue: a key chooses, Enter confirms, as a form does by itself. All of it works without.
const SWITCH = "helpdesk.keys";
const dialog = document.querySelector("[data-keys-dialog]");
const opener = document.querySelector("[data-keys]");
const single = dialog.querySelector("[data-keys-switch]");
const form = document.querySelector("[data-ruling]");

function allowed() {
  try { return localStorage.getItem(SWITCH) !== "off"; } catch { return true; }
}
opener.hidden = false;
single.checked = allowed();
opener.addEventListener("click", () => dialog.showModal());
single.addEventListener("change", () => {
  try { localStorage.setItem(SWITCH, single.checked ? "on" : "off"); } catch { /* for this page alone */ }
});

addEventListener("keydown", (event) => {
  const typing = event.target.closest?.("input:not([type=radio]), textarea, select, dialog, [contenteditable]");
  if (typing || event.ctrlKey || event.metaKey || event.altKey || event.isComposing || !single.checked) return;
  if (event.key === "?") {
    event.preventDefault();
    dialog.showModal();
    return;
  }
  const way = form?.querySelector(`[data-key="${CSS.escape(event.key)}"]`);
  if (!way) return;
  event.preventDefault();
  way.checked = true;
  way.focus();
});
