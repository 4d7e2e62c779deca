// The command palette's script comes when it is first called: most pages are read without it. The palette opens at
// once, so what is typed until then stands in its field, and Enter waits for it; without it the search page is asked.
addEventListener("keydown", async function summon(event) {
  if (event.key.toLowerCase() !== "k" || !(event.ctrlKey || event.metaKey) || event.altKey || event.shiftKey) return;
  event.preventDefault();
  if (document.querySelector("dialog[open]")) return;
  removeEventListener("keydown", summon);
  const palette = document.querySelector("[data-palette]");
  palette.showModal();
  palette.querySelector("input").select();
  const form = palette.querySelector("form");
  const until = new AbortController();
  let entered = false;
  form.addEventListener("submit", (submitted) => { submitted.preventDefault(); entered = true; }, { signal: until.signal });
  await import(palette.dataset.script).catch(() => addEventListener("keydown", summon));
  until.abort();
  if (entered) form.requestSubmit();
});
