// A comfort, never a condition: every form works without this file.
for (const form of document.querySelectorAll("form[data-composer]")) {
  const button = form.querySelector("button[type=submit]");
  const hint = form.querySelector("[data-shortcut]");
  if (hint) hint.hidden = false;
  form.addEventListener("keydown", (event) => {
    if (event.key === "Enter" && (event.ctrlKey || event.metaKey) && !event.isComposing) {
      event.preventDefault();
      form.requestSubmit(button);
    }
  });
  form.addEventListener("submit", () => button.setAttribute("aria-busy", "true"));
}
// A page that comes back from the browser's memory is ready again.
addEventListener("pageshow", () => {
  for (const button of document.querySelectorAll("[aria-busy]")) button.removeAttribute("aria-busy");
});
