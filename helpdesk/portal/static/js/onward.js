// Whoever sends by key and goes on to the next conversation goes on writing: the box has the focus there.
const WRITING = "helpdesk.writing";

function attempt(deed) {
  try { return deed(); } catch { return null; } // a browser that keeps nothing: one click more
}
const box = document.querySelector("form[data-composer] textarea");
const came = attempt(() => sessionStorage.getItem(WRITING));
attempt(() => sessionStorage.removeItem(WRITING));
// The browser takes the focus away when it has gone to the address's place in the page: so not before that.
function go() {
  if (document.activeElement === document.body) box.focus({ preventScroll: true });
}
if (came && box && document.querySelector("[data-sent]")) {
  for (const later of [0, 100, 400]) {
    if (document.readyState === "complete") setTimeout(go, later);
    else addEventListener("load", () => setTimeout(go, later));
  }
}

box?.form.addEventListener("keydown", (event) => {
  if (event.key === "Enter" && (event.ctrlKey || event.metaKey)) attempt(() => sessionStorage.setItem(WRITING, "1"));
});
