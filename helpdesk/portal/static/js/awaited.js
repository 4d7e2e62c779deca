// Files being checked are looked for again.
const PAUSES = { soon: [1500, 15000], later: [60000, 60000] };

const known = new WeakSet();

function begin() {
  for (const part of document.querySelectorAll("[data-awaited]")) {
    if (!known.has(part)) look(part);
    known.add(part);
  }
}
begin();
addEventListener("swapped", begin);

function look(part) {
  let [pause, longest] = PAUSES[part.dataset.awaited];
  let tag = "";

  const later = () => setTimeout(ask, pause);

  async function ask() {
    pause = Math.min(pause * 1.5, longest);
    if (document.hidden || part.querySelector(":popover-open")) return void later();
    try {
      const answer = await fetch(part.dataset.from, { headers: tag ? { "If-None-Match": tag } : {} });
      tag = answer.headers.get("ETag") ?? "";
      if (answer.ok) show(await answer.text());
      else if (answer.status !== 304 && answer.status < 500) return;
    } catch { /* offline */ }
    if (part.isConnected && part.dataset.awaited) later();
  }

  function show(html) {
    const fresh = new DOMParser().parseFromString(html, "text/html").body.firstElementChild;
    const list = fresh.querySelector("ul");
    const awaited = fresh.dataset.awaited ?? "";
    if (list.innerHTML !== part.querySelector("ul").innerHTML) part.querySelector("ul").replaceWith(list);
    if (awaited !== part.dataset.awaited) [pause, longest] = PAUSES[awaited] ?? [pause, longest];
    part.dataset.awaited = awaited;
  }

  later();
}
