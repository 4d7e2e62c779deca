// Ticks in the list and saved replies in the box. All of it works without this file.
const bar = document.querySelector("[data-bulk]");
const pane = document.querySelector(".pane-list");
const ticked = new Set();
const boxes = () => [...pane.querySelectorAll(".row-tick input")];
let last = null;

function tell() {
  const news = bar.querySelector("[data-ticked]");
  news.textContent = ticked.size ? `${news.dataset.one} ${ticked.size}` : "";
}
function note(box) {
  if (box.checked) ticked.add(box.value);
  else ticked.delete(box.value);
}
// The list may be drawn anew while somebody ticks: what is ticked stays ticked, what is gone is forgotten.
function restore() {
  const here = new Set(boxes().map((box) => box.value));
  for (const gone of [...ticked].filter((value) => !here.has(value))) ticked.delete(gone);
  for (const box of boxes()) box.checked = ticked.has(box.value);
  tell();
}
function range(box) {
  const all = boxes();
  const [from, to] = [all.findIndex((one) => one.value === last), all.indexOf(box)].sort((a, b) => a - b);
  if (from < 0) return;
  for (const one of all.slice(from, to + 1)) {
    one.checked = box.checked;
    note(one);
  }
}

if (bar && pane) {
  boxes().forEach(note);
  pane.addEventListener("click", (event) => {
    const box = event.target.closest?.(".row-tick input");
    if (!box) return;
    if (event.shiftKey && last) range(box);
    note(box);
    last = box.value;
    tell();
  });
  new MutationObserver(restore).observe(pane.querySelector("[data-live=lanes]"), { childList: true, subtree: true });
  const single = document.querySelector("[data-keys-switch]");
  addEventListener("keydown", (event) => {
    if (event.key !== "x" || event.ctrlKey || event.metaKey || event.altKey || !single?.checked) return;
    const typing = event.target.closest?.("input:not([type=checkbox]), textarea, select, dialog, [contenteditable]");
    const row = document.activeElement?.closest(".row") ?? pane.querySelector(".row:has([aria-current=true])");
    if (!typing) row?.querySelector(".row-tick input")?.click();
  });
}

for (const button of document.querySelectorAll("[data-insert]")) {
  const form = button.form;
  const news = form.querySelector("[data-insert-news]");
  button.addEventListener("click", async (event) => {
    event.preventDefault();
    const query = new URLSearchParams({ saved: form.elements.saved.value });
    const answer = await fetch(`${button.dataset.insert}?${query}`).catch(() => null);
    const said = await answer?.json().catch(() => null);
    news.textContent = said?.sentence ?? "";
    if (!said?.text) return;
    const box = form.elements.text;
    box.focus();
    box.setRangeText(said.text, box.selectionStart, box.selectionEnd, "end");
    box.dispatchEvent(new InputEvent("input", { bubbles: true }));
  });
}
