// The command palette comes when it is first called: most pages are read without it.
addEventListener("keydown", async function summon(event) {
  if (event.key.toLowerCase() !== "k" || !(event.ctrlKey || event.metaKey) || event.altKey || event.shiftKey) return;
  event.preventDefault();
  removeEventListener("keydown", summon);
  await import("./palette.js");
  dispatchEvent(new KeyboardEvent("keydown", { key: "k", ctrlKey: true }));
});
