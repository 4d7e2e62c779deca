// Translations that are on their way: looked for until they are there, or nobody could make them.
const PAUSES = [700, 1000, 1500, 2500, 4000, 8000]; // ms; the last one again and again

for (const part of document.querySelectorAll("[data-translating]")) wait(part, 0);

function wait(part, tries) {
  setTimeout(async () => {
    if (!part.isConnected) return;
    const next = document.hidden ? part : await look(part).catch(() => part); // offline: the next look
    if (next?.dataset.translating) wait(next, tries + 1);
  }, PAUSES[Math.min(tries, PAUSES.length - 1)]);
}

async function look(part) {
  const answer = await fetch(part.dataset.translating);
  if (!answer.ok) return answer.status < 500 ? null : part; // signed out, or gone
  const fresh = new DOMParser().parseFromString(await answer.text(), "text/html").body.firstElementChild;
  if (fresh.dataset.translating) return part;
  part.replaceWith(fresh);
  return fresh;
}
