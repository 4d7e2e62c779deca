// Search while somebody types: what was found is fetched as a piece of the page. All of it works without.
const form = document.querySelector("[data-finder]");
const hits = document.querySelector("[data-hits]");
const told = document.querySelector("[data-found]");
const PAUSE = 160;
let waiting;
let under;
let shown = asked();

function asked() {
  const data = new FormData(form);
  return new URLSearchParams([...data].filter(([name, said]) => said || name === "market")).toString();
}

async function look() {
  const query = asked();
  if (query === shown) return;
  under?.abort();
  under = new AbortController();
  hits.ariaBusy = "true";
  const request = { headers: { Accept: "text/html" }, signal: under.signal };
  const answer = await fetch(`${form.dataset.finder}?${query}`, request).catch(() => null);
  if (query !== asked()) return; // the next look is on its way
  hits.ariaBusy = "false";
  if (!answer?.ok || answer.redirected) return; // the button asks, too, and says what is wrong
  const piece = await answer.text();
  hits.replaceChildren(...new DOMParser().parseFromString(piece, "text/html").body.childNodes);
  told.textContent = hits.querySelector(".hits-count").textContent.trim();
  shown = query;
  history.replaceState(null, "", `${location.pathname}?${query}`);
}

form.addEventListener("input", () => {
  clearTimeout(waiting);
  waiting = setTimeout(look, PAUSE);
});

const letters = form.elements.q;
if (letters.value !== letters.defaultValue) { // typed before this file was here
  shown = null;
  look();
}
