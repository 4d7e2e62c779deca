// On every page: no draft outlives the person who wrote it at this browser.
const DRAFTS = "helpdesk.draft:";
const mine = document.body.dataset.person;

function forget(kept) {
  try {
    for (const key of Object.keys(localStorage)) {
      if (key.startsWith(DRAFTS) && !(kept && key.startsWith(`${DRAFTS}${kept}:`))) localStorage.removeItem(key);
    }
  } catch { /* a browser that keeps nothing has nothing to forget */ }
}
forget(mine);
addEventListener("submit", (event) => {
  if (event.target.matches("[data-leaving], [action$='/sign-out']")) forget();
});
