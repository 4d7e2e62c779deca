// A comfort, never a condition: every form works without this file.
const PERSON = document.body.dataset.person ?? "";
const DRAFTS = "helpdesk.draft:";
const SENDING = "helpdesk.sending";

export const keyOf = (form) => `${DRAFTS}${PERSON}:${new URL(form.action).pathname}`;
const say = (news) => { news.textContent = navigator.onLine ? "" : news.dataset.offline; };
export function attempt(deed) {
  try { return deed(); } catch { return null; } // a browser that keeps nothing: the form is as good without
}

// What was sent needs no draft any more; what was refused stands in the box again.
attempt(() => {
  if (document.querySelector("[data-sent]")) localStorage.removeItem(sessionStorage.getItem(SENDING));
  sessionStorage.removeItem(SENDING);
});

for (const form of document.querySelectorAll("form[data-composer]")) {
  const button = form.querySelector("[data-send]"); // others say how a text is meant
  const text = form.querySelector("textarea");
  const news = form.querySelector("[data-news]");
  const hint = form.querySelector("[data-shortcut]");
  if (hint) hint.hidden = false;

  // A draft is kept for this person and this thread alone, and only until it is sent.
  const key = keyOf(form);
  // What the server did not get yet is newer than what it kept.
  const kept = form.querySelector("[data-refused]") ? null : attempt(() => localStorage.getItem(key));
  if (kept && (!text.value || form.dataset.draft)) text.value = kept;
  text.addEventListener("input", () => attempt(() =>
    text.value ? localStorage.setItem(key, text.value) : localStorage.removeItem(key)));

  form.addEventListener("keydown", (event) => {
    if (event.key === "Enter" && (event.ctrlKey || event.metaKey) && !event.isComposing) {
      event.preventDefault();
      form.requestSubmit(button);
    }
  });
  form.addEventListener("submit", (event) => {
    const pressed = event.submitter ?? button;
    if (pressed.ariaBusy === "true" || !navigator.onLine) event.preventDefault();
    say(news);
    if (event.defaultPrevented) return;
    attempt(() => sessionStorage.setItem(SENDING, key));
    pressed.ariaBusy = "true";
  });
  addEventListener("online", () => say(news));
}
// A page that comes back from the browser's memory is ready again.
addEventListener("pageshow", () => {
  for (const button of document.querySelectorAll("[aria-busy]")) button.removeAttribute("aria-busy");
});
