// The command palette: Ctrl+K on every page of somebody who is signed in. What it offers stands on the page too.
const palette = document.querySelector("[data-palette]");
const form = palette.querySelector("form");
const words = palette.querySelector("input");
const hits = palette.querySelector("[data-palette-hits]");
const commands = palette.querySelector("[data-palette-commands]");
const PAUSE = 160; // milliseconds without a key
let timer = 0;
let asking = null;

const plain = (text) => text.normalize("NFD").replace(/\p{M}/gu, "").toLowerCase().replaceAll("ł", "l"); // it has no parts
const items = () => [...palette.querySelectorAll(".palette-list :is(a, button)")].filter((item) => item.checkVisibility());

addEventListener("keydown", (event) => {
  if (event.key.toLowerCase() !== "k" || !(event.ctrlKey || event.metaKey) || event.altKey || event.shiftKey) return;
  event.preventDefault();
  if (palette.open) return palette.close();
  if (document.querySelector("dialog[open]")) return;
  offer();
  palette.showModal();
  words.select();
});

// Places of the masthead, the languages, and on the seller's desk what single keys do.
function offer() {
  const places = [...document.querySelectorAll(".places a, [data-place]")].map((link) => [link.textContent, () => { location.href = link.href; }]);
  const languages = [...document.querySelectorAll(".preferences-panel [name=language]:not([aria-current])")]
    .map((button) => [button.textContent, () => button.click(), button.lang]);
  const keys = [...document.querySelectorAll("[data-keys-dialog] .keys div")].flatMap((row) => {
    const pressed = [...row.querySelectorAll("kbd")].map((key) => key.textContent);
    if (pressed.length !== 1 || pressed[0].length !== 1) return [];
    return [[row.querySelector("dd").textContent, () => document.dispatchEvent(new CustomEvent("command", { detail: pressed[0] }))]];
  });
  commands.replaceChildren(...[...keys, ...places, ...languages].map(command));
  narrow();
}

function command([name, act, lang]) {
  const item = document.createElement("li");
  const button = document.createElement("button");
  button.type = "button";
  button.textContent = name.trim();
  if (lang) button.lang = lang;
  button.addEventListener("click", () => { palette.close(); act(); });
  item.append(button);
  return item;
}

function narrow() {
  const wanted = plain(words.value.trim());
  for (const item of commands.children) item.hidden = !plain(item.textContent).includes(wanted);
}

async function look() {
  asking?.abort();
  const text = words.value.trim();
  if (text.length < 2) return hits.replaceChildren();
  asking = new AbortController();
  const from = `${palette.dataset.from}?${new URLSearchParams({ q: text })}`;
  const answer = await fetch(from, { signal: asking.signal }).catch(() => null);
  if (!answer?.ok || answer.redirected || text !== words.value.trim()) return;
  const piece = new DOMParser().parseFromString(await answer.text(), "text/html");
  hits.replaceChildren(...piece.body.childNodes);
}

words.addEventListener("input", () => {
  narrow();
  clearTimeout(timer);
  timer = setTimeout(look, PAUSE);
});

// Enter in the field goes to what stands first; without anything there, the search page is asked.
form.addEventListener("submit", (event) => {
  const first = items()[0];
  if (!first) return;
  event.preventDefault();
  first.click();
});

palette.addEventListener("keydown", (event) => {
  const step = { ArrowDown: 1, ArrowUp: -1 }[event.key];
  if (!step) return;
  event.preventDefault();
  const all = [words, ...items()];
  const here = Math.max(all.indexOf(document.activeElement), 0);
  all[(here + step + all.length) % all.length].focus();
});

// It was opened before this script was there: what was typed meanwhile counts.
if (palette.open) {
  offer();
  look();
}
