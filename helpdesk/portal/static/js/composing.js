// Who else is in a conversation, and a draft that its writer finds on every device. All of it works without.
import { attempt, keyOf } from "./composer.js";

const BEAT = 20_000, LASTS = 45_000, TYPING = 30_000, SAVE = 1_000; // ms
const line = document.querySelector("[data-presence-at]");
const form = document.querySelector("form[data-draft]");
const text = form?.querySelector("textarea");
const people = new Map(); // conversation -> person -> { name, doing, until }
let typed = 0, unsaved = null, saving = null, sent = false;

function packed(values) {
  const data = new URLSearchParams(values);
  data.set("csrfmiddlewaretoken", document.querySelector("[name=csrfmiddlewaretoken]")?.value ?? "");
  return data;
}

// Colleagues.
function beat(doing) {
  if (line && !(document.hidden && doing !== "gone")) navigator.sendBeacon(line.dataset.presenceAt, packed({ doing }));
}
const now = () => (Date.now() - typed < TYPING ? "answering" : "reading");

function show() {
  for (const one of document.querySelectorAll("[data-present]")) {
    const of = one.dataset.present || one.closest("[data-key]").dataset.key;
    const here = [...(people.get(of)?.values() ?? [])].filter((each) => each.until > Date.now());
    if (!people.has(of)) continue; // as the server said
    const said = (doing) => {
      const names = here.filter((each) => each.doing === doing).map((each) => each.name);
      return names.length ? `${line.dataset[doing]} ${names.join(", ")}` : "";
    };
    const words = [said("answering"), said("reading")].filter(Boolean).join(" · ");
    if (one.textContent !== words) one.textContent = words;
  }
}

if (line) {
  addEventListener("hint", ({ detail: { conversation, person, name, doing } }) => {
    const there = people.get(conversation) ?? people.set(conversation, new Map()).get(conversation);
    there.set(person, { name, doing, until: Date.now() + LASTS });
    show();
  });
  addEventListener("swapped", show);
  beat(now());
  setInterval(() => { beat(now()); show(); }, BEAT);
  document.addEventListener("visibilitychange", () => beat(document.hidden ? "gone" : now()));
  addEventListener("pagehide", () => beat("gone"));
}

// The draft: here until the server has it.
async function save(more = {}) {
  clearTimeout(unsaved);
  unsaved = null;
  const value = text.value;
  saving = new AbortController();
  const asked = { method: "POST", body: packed({ text: value, ...more }), signal: saving.signal, keepalive: value.length < 20_000 };
  const answer = await fetch(form.dataset.draft, asked).catch(() => null);
  saving = null;
  if (answer?.ok && text.value === value) attempt(() => localStorage.removeItem(keyOf(form)));
}

if (form) {
  text.addEventListener("input", () => {
    if (Date.now() - typed > TYPING) { typed = Date.now(); beat("answering"); }
    typed = Date.now();
    unsaved ??= setTimeout(() => save(), SAVE);
  });
  form.addEventListener("submit", (event) => {
    if (event.defaultPrevented) return;
    sent = true;
    clearTimeout(unsaved);
    saving?.abort();
  });
  // one under way may be heard after the page has gone: it is said again, with that
  addEventListener("pagehide", () => { if ((unsaved || saving) && !sent) { saving?.abort(); save({ leaving: 1 }); } });
}
